"""Records to rewrite and to print, in the three languages."""

from typing import Any

Json = dict[str, Any]

ASHA: Json = {
    "basics": {
        "name": "Asha Rao", "email": "asha@example.org", "label": "Data analyst", "phone": "+91 98765 43210",
        "url": "https://asha.example.org", "location": {"city": "Pune"},
        "summary": "Hard-working and motivated data analyst with four years in food retail.",
        "profiles": [{"network": "GitHub", "username": "asharao", "url": "https://github.com/asharao"}],
    },
    "work": [
        {
            "name": "Lumen Foods", "position": "Reporting assistant", "startDate": "2022-01", "location": "Pune",
            "highlights": [
                "Responsible for preparing weekly sales reports in Excel for 14 store managers",
                "Write SQL queries",
                "Automated the invoice run in Python, reducing errors by 30%",
            ],
        },
        {
            "name": "Nordwind", "position": "Office clerk", "startDate": "2019-06", "endDate": "2021-12",
            "summary": "A small family business that sells garden furniture to hotels in three countries.",
            "highlights": ["Was responsible for payroll", "Answered 40 calls a day"],
        },
    ],
    "education": [
        {"institution": "Pune University", "studyType": "Bachelor", "area": "Commerce", "startDate": "2016",
         "endDate": "2019"}
    ],
    "skills": [{"name": "Data", "keywords": ["SQL", "Excel", "Python"]}, {"name": "Office", "keywords": ["Word"]}],
    "projects": [
        {"name": "Shelf life tracker", "startDate": "2023-02", "endDate": "2023-05",
         "highlights": ["Worked on the development of a tracker in Python"], "url": "https://github.com/asharao/shelf"}
    ],
    "certificates": [{"name": "Power BI Data Analyst", "issuer": "Microsoft", "date": "2023-05"}],
    "languages": [{"language": "English", "fluency": "Fluent"}, {"language": "Marathi", "fluency": "Native"}],
    "x-own": {"kept": ["as it was"]},
}  # fmt: skip

LUCIA: Json = {
    "basics": {"name": "Lucía Fernández Gómez", "email": "lucia@example.es", "label": "Analista de datos",
               "phone": "+34 612 345 678", "summary": "Analista con cinco años en logística.",
               "location": {"city": "Sevilla"}},
    "work": [
        {"name": "Transportes Guadalquivir", "position": "Analista de datos", "startDate": "2021-03",
         "highlights": ["Preparo informes semanales para 12 delegaciones"]},
        {"name": "Banco del Sur", "position": "Auxiliar administrativa", "startDate": "2018-09", "endDate": "2021-02",
         "highlights": ["Responsable de la gestión del archivo", "Atendí a 30 clientes al día"]},
    ],
    "education": [{"institution": "Universidad de Sevilla", "studyType": "Grado", "area": "Estadística",
                   "startDate": "2014", "endDate": "2018"}],
    "skills": [{"name": "Datos", "keywords": ["SQL", "Python", "Power BI"]}],
    "languages": [{"language": "Español", "fluency": "Nativo"}, {"language": "Inglés", "fluency": "B2"}],
}  # fmt: skip

VIKRAM: Json = {
    "basics": {"name": "विक्रम सिंह राठौड़", "email": "vikram@example.in", "label": "गणित शिक्षक",
               "phone": "+91 98765 43210", "summary": "विद्यार्थियों के साथ धैर्य से काम करने वाले शिक्षक।",
               "location": {"city": "जयपुर"}},
    "work": [
        {"name": "केंद्रीय विद्यालय", "position": "गणित शिक्षक", "startDate": "2021-07",
         "highlights": ["कक्षा 9 और 10 को गणित पढ़ाते हैं"]},
        {"name": "भारत बैंक लिमिटेड", "position": "कार्यालय सहायक", "startDate": "2016-04", "endDate": "2021-06",
         "highlights": ["12 लोगों की टीम के प्रबंधन के लिए ज़िम्मेदार", "मासिक रिपोर्ट की तैयारी की"]},
    ],
    "education": [{"institution": "राजस्थान विश्वविद्यालय", "studyType": "स्नातक", "area": "गणित",
                   "startDate": "2012", "endDate": "2015"}],
    "skills": [{"name": "कार्यालय", "keywords": ["Excel", "Tally", "MS Word"]}],
    "languages": [{"language": "हिन्दी", "fluency": "मातृभाषा"}],
}  # fmt: skip

RECORDS = {"en": ASHA, "es": LUCIA, "hi": VIKRAM}
