"""What the printed resumes say around the data, by language: section titles, months, "present"."""

TITLES: dict[str, dict[str, list[str]]] = {
    "en": {
        "summary": ["Summary", "Profile", "About me"], "work": ["Experience", "Work Experience", "Professional Experience", "Employment History"],
        "education": ["Education", "Education and Training", "Academic Background"], "skills": ["Skills", "Technical Skills", "Core Competencies"],
        "languages": ["Languages"], "certificates": ["Certifications"], "projects": ["Projects"], "volunteer": ["Volunteering"],
        "awards": ["Awards"], "contact": ["Contact"], "interests": ["Interests"],
    },
    "es": {
        "summary": ["Perfil", "Sobre mí"], "work": ["Experiencia laboral", "Experiencia profesional", "Experiencia"],
        "education": ["Formación académica", "Educación", "Formación"], "skills": ["Habilidades", "Competencias", "Aptitudes"],
        "languages": ["Idiomas"], "certificates": ["Certificaciones"], "projects": ["Proyectos"], "volunteer": ["Voluntariado"],
        "awards": ["Premios"], "contact": ["Contacto"], "interests": ["Intereses"],
    },
    "fr": {
        "summary": ["Profil", "À propos"], "work": ["Expérience professionnelle", "Expériences professionnelles", "Expérience"],
        "education": ["Formation", "Études", "Formations"], "skills": ["Compétences", "Compétences techniques"],
        "languages": ["Langues"], "certificates": ["Certifications"], "projects": ["Projets"], "volunteer": ["Bénévolat"],
        "awards": ["Distinctions"], "contact": ["Coordonnées"], "interests": ["Centres d'intérêt"],
    },
    "de": {
        "summary": ["Profil", "Über mich"], "work": ["Berufserfahrung", "Beruflicher Werdegang", "Erfahrung"],
        "education": ["Ausbildung", "Bildungsweg", "Studium"], "skills": ["Kenntnisse", "Fähigkeiten", "Kenntnisse und Fähigkeiten"],
        "languages": ["Sprachen"], "certificates": ["Zertifikate"], "projects": ["Projekte"], "volunteer": ["Ehrenamt"],
        "awards": ["Auszeichnungen"], "contact": ["Kontakt"], "interests": ["Interessen"],
    },
    "pt": {
        "summary": ["Perfil", "Resumo"], "work": ["Experiência profissional", "Experiência"],
        "education": ["Formação acadêmica", "Educação", "Formação"], "skills": ["Competências", "Habilidades"],
        "languages": ["Idiomas"], "certificates": ["Certificações"], "projects": ["Projetos"], "volunteer": ["Voluntariado"],
        "awards": ["Prêmios"], "contact": ["Contato"], "interests": ["Interesses"],
    },
    "hi": {
        "summary": ["सारांश", "परिचय"], "work": ["कार्य अनुभव", "अनुभव"], "education": ["शिक्षा", "शैक्षिक योग्यता"],
        "skills": ["कौशल", "तकनीकी कौशल"], "languages": ["भाषाएँ"], "certificates": ["प्रमाणपत्र"], "projects": ["परियोजनाएँ"],
        "volunteer": ["स्वयंसेवा"], "awards": ["पुरस्कार"], "contact": ["संपर्क"], "interests": ["रुचियाँ"],
    },
    "zh": {
        "summary": ["个人简介", "自我评价"], "work": ["工作经历", "工作经验"], "education": ["教育背景", "教育经历"],
        "skills": ["专业技能", "技能"], "languages": ["语言能力"], "certificates": ["证书"], "projects": ["项目经历"],
        "volunteer": ["志愿者经历"], "awards": ["获奖经历"], "contact": ["联系方式"], "interests": ["兴趣爱好"],
    },
}  # fmt: skip

MONTHS = {
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "de": [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    "pt": [
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ],
    "hi": ["जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"],
    "zh": [f"{number}月" for number in range(1, 13)],
}
PRESENT = {
    "en": "Present",
    "es": "Actualidad",
    "fr": "Aujourd'hui",
    "de": "heute",
    "pt": "Atual",
    "hi": "वर्तमान",
    "zh": "至今",
}
LEVELS = {
    "en": ["Expert", "Advanced", "Intermediate"], "es": ["Avanzado", "Intermedio", "Básico"], "fr": ["Avancé", "Intermédiaire", "Débutant"],
    "de": ["Sehr gut", "Gut", "Grundkenntnisse"], "pt": ["Avançado", "Intermediário", "Básico"], "hi": ["उन्नत", "मध्यम", "अच्छा"],
    "zh": ["精通", "熟练", "了解"],
}  # fmt: skip


def title_of(kind: str, language: str, variant: int) -> str:
    """One of the usual titles of a section."""
    choices = TITLES[language][kind]
    return choices[variant % len(choices)]


def date_text(iso: str, form: str, language: str) -> str:
    """An ISO month in one of the printed forms: words, numbers, years, iso, dots."""
    year, _, month = iso.partition("-")
    if form == "years" or not month:
        return f"{year}年" if language == "zh" and form == "words" else year
    if form == "numbers":
        return f"{month}/{year}"
    if form == "dots":
        return f"{month}.{year}"
    if form == "iso":
        return iso
    name = MONTHS[language][int(month) - 1]
    if language == "zh":
        return f"{year}年{name}"
    return f"{name} de {year}" if language in ("es", "pt") else f"{name} {year}"


def period_text(entry: dict[str, str], form: str, language: str, dash: str = " – ") -> str:
    """The period of a post or school as printed."""
    start = date_text(entry.get("startDate", ""), form, language)
    end = date_text(entry["endDate"], form, language) if entry.get("endDate") else PRESENT[language]
    return f"{start}{dash}{end}" if start else end


FIELDS = {
    "en": ("Period", "Company", "Place", "Position"),
    "de": ("Zeitraum", "Firma", "Ort", "Funktion"),
    "fr": ("Période", "Entreprise", "Lieu", "Poste"),
    "es": ("Periodo", "Empresa", "Lugar", "Puesto"),
    "pt": ("Período", "Empresa", "Local", "Cargo"),
    "hi": ("अवधि", "कंपनी", "स्थान", "पद"),
    "zh": ("时间", "公司", "地点", "职位"),
}
"""How forms name when, for whom, where and as what somebody worked."""
