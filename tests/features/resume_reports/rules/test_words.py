"""Verbs, numbers and languages, as people really write them."""

import re

import pytest

from careercoach.features.resume_reports.rules.measures import has_measure
from careercoach.features.resume_reports.rules.questions import with_question
from careercoach.features.resume_reports.rules.tongues import language_of
from careercoach.features.resume_reports.rules.verbs import stronger, weak_words

STRONG = {
    "en": ["Built 14 dashboards", "Led a team", "Design user interfaces for banks", "Support 40 stores by phone",
           "Documented the API", "Reduction champion of the year", "Successfully won a hackathon", "2 prizes won",
           "Managed procurement and stock", "I trained new colleagues", "Ran the night shift", "Promotion to head nurse"],
    "es": ["Desarrollé una API", "Lideré un equipo de 5 personas", "Gané el premio nacional", "Premio a la innovación",
           "Atendí a 30 clientes al día", "Reduje los costes", "Coordinación: dirigí dos equipos"],
    "hi": ["बिक्री रिपोर्ट का समय घटाया", "पाँच लोगों की टीम का नेतृत्व किया", "नया डैशबोर्ड बनाया।", "ग्राहकों को प्रशिक्षण दिया"],
}  # fmt: skip
WEAK = {
    "en": [
        ("Responsible for managing a team of analysts", "Managed a team of analysts"),
        ("Was responsible for the budget", "[what did you do: led, built, cut?] the budget"),
        ("Worked on optimizing the algorithms.", "Optimized the algorithms."),
        ("Helped with carrying out audits", "Carried out audits"),
        ("Development of REST APIs", "Developed REST APIs"),
        ("Management and training of staff", "[what did you do: led, built, cut?] management and training of staff"),
        ("Duties included writing reports", "Wrote reports"),
        ("The weekly stock list", "[what did you do: led, built, cut?] the weekly stock list"),
    ],
    "es": [
        ("Responsable de gestionar un equipo", "Gestioné un equipo"),
        ("Encargada de la gestión de pedidos", "Gestioné pedidos"),
        ("Desarrollo de aplicaciones web", "Desarrollé aplicaciones web"),
        ("Participé en reducir los costes", "Reduje los costes"),
        ("Apoyo en organizar eventos", "Organicé eventos"),
        ("Ayudé a buscar clientes", "Busqué clientes"),
    ],
    "hi": [
        ("टीम के प्रबंधन के लिए जिम्मेदार", "टीम के प्रबंधन [क्या किया: नेतृत्व किया, बनाया, घटाया?]"),
        ("बिक्री डेटा पर काम किया है।", "बिक्री डेटा [क्या किया: नेतृत्व किया, बनाया, घटाया?]"),
        ("आयोजन में मदद की", "आयोजन [क्या किया: नेतृत्व किया, बनाया, घटाया?]"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "point"), [(tongue, point) for tongue, points in STRONG.items() for point in points]
)
def test_points_that_say_what_was_done(language, point):
    assert weak_words(point, language) is None


@pytest.mark.parametrize(
    ("language", "point", "better"), [(tongue, *pair) for tongue, pairs in WEAK.items() for pair in pairs]
)
def test_weak_points_get_a_stronger_form_of_their_own_words(language, point, better):
    weak = weak_words(point, language)
    assert weak is not None
    said = stronger(point, weak, language)
    assert said == better
    answered = re.sub(r"\[[^\]]+\]", "घटाया" if language == "hi" else "Led", said)
    assert weak_words(answered, language) is None


@pytest.mark.parametrize("text", [
    "Cut costs by 12%", "Saved $ 40k", "₹3 करोड़ बचाए", "Led 5 people", "Three new shops", "Trained a dozen nurses", "2x faster",
    "Served 1,200 guests", "टीम में पाँच लोग", "Managed a 5-person team", "Half the time",
])  # fmt: skip
def test_numbers_that_measure(text):
    assert has_measure(text, "hi" if re.search("[\u0900-\u097f]", text) else "en")


@pytest.mark.parametrize("text", [
    "Moved to Python 3", "Audited by ISO 9001", "Promoted in 2019", "Between 2018 and 2020", "Wrote HTML5 and CSS3 pages",
    "Used S3 and EC2", "Managed the team", "Windows 10 migration", "Reached me at 2020-05",
])  # fmt: skip
def test_numbers_that_do_not_measure(text):
    assert not has_measure(text, "en")


@pytest.mark.parametrize(("text", "language"), [
    ("Led the team and cut the costs of the shop in half by planning", "en"),
    ("Lideré el equipo y reduje los costes de la tienda con un plan", "es"),
    ("टीम का नेतृत्व किया और लागत आधी की", "hi"),
    ("Gestion de la boutique et des stocks pour le compte du siège", "fr"),
    ("Leitung der Filiale und Planung für das Team mit dem Einkauf", "de"),
    ("管理团队并降低了成本", "zh"),
    ("SQL, Excel, Python", ""),
    ("", ""),
])  # fmt: skip
def test_language_of_a_text(text, language):
    assert language_of(text) == language


def test_questions_never_answer_themselves():
    for point in ("Managed a team", "Cut the budget", "Served customers", "Wrote the manual."):
        asked = with_question(point, "en")
        assert asked.startswith(point.rstrip(".")) and re.search(r"\[how [^\]]+\?\]", asked)
        assert not re.search(r"\d", asked)
    assert "¿cuántas personas?" in with_question("Dirigí un equipo", "es")
    assert "कितने लोग?" in with_question("टीम का नेतृत्व किया", "hi")
    assert with_question("Leitete das Team", "de").endswith("[how many people?]")
