"""Better words in three languages, and the passages that are left alone."""

import pytest
from hypothesis import given
from hypothesis import settings as property_settings
from hypothesis import strategies as st

from careercoach.features.resume_builder.rules.grounding import Ground, find_faults
from careercoach.features.resume_builder.rules.passages import find_passages, record_text
from careercoach.features.resume_builder.rules.rewriting import language_of, rewrite_passages
from careercoach.features.resume_builder.rules.words import english
from tests.features.resume_builder.records import RECORDS
from tests.resumes_lab.people import make_person


def rewrite(text: str, language: str = "en", tense: str = "past", kind: str = "bullet"):
    asked = {"key": "k", "kind": kind, "text": text, "tense": tense, "language": language}
    return rewrite_passages([asked], language=language).passages[0]  # type: ignore[list-item]


BETTER = [
    ("Responsible for managing a team of 5 nurses and training new staff", "Managed a team of 5 nurses and trained new staff"),
    ("Responsible for the management and training of 12 sales staff", "Managed and trained 12 sales staff"),
    ("Responsible for the maintenance of 120 servers and for training the night shift",
     "Maintained 120 servers and trained the night shift"),
    ("Responsible for ensuring that invoices are paid on time", "Ensured that invoices were paid on time"),
    ("Responsible for a team of 8 agents", "Led a team of 8 agents"),
    ("My main duties were cooking the meals and cleaning the kitchen", "Cooked the meals and cleaned the kitchen"),
    ("Worked on the development of a customer portal in React", "Developed a customer portal in React"),
    ("Helped build a pipeline for 3 teams", "Co-built a pipeline for 3 teams"),
    ("Assisted in developing the onboarding guide", "Co-developed the onboarding guide"),
    ("Successfully managed to reduce churn by 8%", "Reduced churn by 8%"),
    ("Made improvements to the returns process", "Improved the returns process"),
    ("I managed the shop and I trained two apprentices", "Managed the shop and trained two apprentices"),
    ("The reports were prepared on a weekly basis for 14 managers", "Prepared the reports weekly for 14 managers"),
    ("Tests were written for all modules by me", "Wrote tests for all modules"),
    ("Lead a team of 4 and mentor two juniors", "Led a team of 4 and mentored two juniors"),
    ("Manages P&L of $3M; leads 4 direct reports", "Managed P&L of $3M; led 4 direct reports"),
    ("Answering phones, booking appointments and greeting patients",
     "Answered phones, booked appointments and greeted patients"),
    ("Automated the invoice run, reducing errors by 30%", "Reduced errors by 30% by automating the invoice run"),
    ("Built a dashboard in Power BI, which led to a 25% reduction in stock losses",
     "Reduced stock losses by 25% by building a dashboard in Power BI"),
    ("Launched the new website in order to attract customers", "Launched the new website to attract customers"),
    ("- Sold 30 cars a month..", "Sold 30 cars a month."),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), BETTER)
def test_english_says_it_better(before, after):
    said = rewrite(before)
    assert said.text == after and said.reasons


@pytest.mark.parametrize(
    "text",
    [
        "Lead developer for the payments team", "Responsible for building maintenance", "Test automation with Selenium",
        "Training new staff increased output", "The company was acquired in 2020", "The website was redesigned by an agency",
        "Was promoted to shift leader after six months", "Support for 300 users across 4 sites", "Reports directly to the CEO",
        "Weekly reports were compiled and sent to management", "Helped customers choose the right phone", "Cut costs by 10%",
        "Developed highly available services in Go", "Worked closely with designers to improve onboarding",
        "Designed and built the whole thing", "Python scripts were written to clean the data", "We launched three products",
    ],
)  # fmt: skip
def test_english_leaves_alone_what_it_is_not_sure_about(text):
    assert rewrite(text).text == text


def test_a_current_post_is_told_in_the_present_and_finished_work_stays_past():
    assert rewrite("Responsible for managing the CRM", tense="present").text == "Manage the CRM"
    assert rewrite("Manages the warehouse and trains new drivers", tense="present").text == (
        "Manage the warehouse and train new drivers"
    )
    assert rewrite("Launched the loyalty app", tense="present").text == "Launched the loyalty app"


def test_an_overlong_bullet_becomes_several_that_each_begin_with_a_verb():
    long = (
        "Managed the migration of 400 mailboxes to Office 365 without any downtime, trained 35 colleagues in the new "
        "tools, wrote the handbook that is still used today and measured the results every single month for the board"
    )
    lines = rewrite(long).text.split("\n")
    assert len(lines) >= 3 and {line.split()[0] for line in lines} <= {"Managed", "Trained", "Wrote", "Measured"}


def test_a_summary_loses_its_cliches_and_its_i():
    said = rewrite("I am a hard-working and motivated nurse with ten years on wards.", kind="summary", tense="none")
    assert said.text == "Nurse with ten years on wards." and "cliche" in said.reasons
    kept = "I am a nurse. I love my work."
    assert rewrite(kept, kind="summary", tense="none").text == kept


def test_where_a_result_is_missing_it_asks_and_invents_nothing():
    assert rewrite("Was responsible for payroll").question == "which_verb"
    assert rewrite("Helped to train new colleagues").question == "which_part"
    assert rewrite("Improved the returns process").question == "by_how_much"
    assert rewrite("Managed a team").question == "how_many_people"
    assert rewrite("Reduced errors by 30%").question == ""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Responsable de gestionar un equipo de 12 personas y formar a los nuevos",
         "Gestioné un equipo de 12 personas y formé a los nuevos"),
        ("Responsable del desarrollo y mantenimiento de la web", "Desarrollé y mantuve la web"),
        ("Encargada de la formación de nuevos empleados", "Formé a nuevos empleados"),
        ("A cargo de un equipo de 6 técnicos", "Dirigí un equipo de 6 técnicos"),
        ("Logré reducir los costes un 15%", "Reduje los costes un 15%"),
        ("Se implementaron 3 sistemas de control", "Implementé 3 sistemas de control"),
        ("Gestionar pedidos y atender a clientes", "Gestioné pedidos y atendí a clientes"),
        ("Preparé informes con el objetivo de mejorar las ventas", "Preparé informes para mejorar las ventas"),
        ("Organizo las rutas de reparto", "Organicé las rutas de reparto"),
    ],
)  # fmt: skip
def test_spanish_says_it_better(before, after):
    assert rewrite(before, "es").text == after


@pytest.mark.parametrize(
    "text",
    [
        "Gestión de nóminas",
        "Desarrollo de Aplicaciones Web",
        "Encargado de caja",
        "Ayudé a crear el plan",
        "Atención al cliente",
    ],
)
def test_spanish_leaves_alone_what_it_is_not_sure_about(text):
    assert rewrite(text, "es").text == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("12 लोगों की टीम के प्रबंधन के लिए ज़िम्मेदार", "12 लोगों की टीम का प्रबंधन किया"),
        ("मासिक रिपोर्ट की तैयारी के लिए ज़िम्मेदार", "मासिक रिपोर्ट की तैयारी की"),
        ("मैंने 14 दुकानों के लिए रिपोर्ट बनाई", "14 दुकानों के लिए रिपोर्ट बनाई"),
        ("डेटा का विश्लेषण किया गया", "डेटा का विश्लेषण किया"),
        ("दैनिक आधार पर 40 कॉल का जवाब दिया", "रोज़ 40 कॉल का जवाब दिया"),
        ("स्टॉक की जाँच करती हूँ", "स्टॉक की जाँच करती थी"),
    ],
)
def test_hindi_says_it_better(before, after):
    assert rewrite(before, "hi").text == after


@pytest.mark.parametrize("text", ["मुझे टीम लीडर नियुक्त किया गया", "पेरोल के लिए ज़िम्मेदार", "शिकायतें सुलझाने में मदद की"])
def test_hindi_leaves_alone_what_it_is_not_sure_about(text):
    assert rewrite(text, "hi").text == text


def test_full_stops_follow_the_rest_of_the_resume():
    asked = [
        {"key": str(n), "kind": "bullet", "text": text, "tense": "past", "language": "en"}
        for n, text in enumerate(["Sold cars.", "Made tea for 4.", "Managed the shop"])
    ]
    assert [one.text[-1] for one in rewrite_passages(asked, language="en").passages] == [".", ".", "."]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "seed"), [(language, seed) for language in ("en", "es", "hi") for seed in range(8)]
)
def test_what_our_own_rules_write_passes_the_check_of_every_writer(language, seed):
    for record in (make_person(seed, language), RECORDS[language]):
        spots, whole = find_passages(record), record_text(record)
        assert language_of(whole) == language
        asked = [
            {"key": one.key, "kind": one.kind, "text": one.text, "tense": one.tense, "language": language}
            for one in spots
        ]
        for spot, said in zip(spots, rewrite_passages(asked, language=language).passages, strict=True):  # type: ignore[arg-type]
            assert said.text == spot.text or find_faults(said.text, spot.ground(whole)) == [], (spot.text, said.text)


VERBS = [entry.split(":")[0] for block in english.VERBS.values() for entry in block.split()]
OPENINGS = ["Responsible for ", "Worked on ", "Helped to ", "Was able to ", "Assisted in ", "I ", "Tasked with ", ""]
REST = st.lists(
    st.sampled_from(["the", "team", "a", "report", "14", "managers", "in", "Excel", "and,", "which", "training", "by", "30%", "to", "new", "staff", "is", "were", "of", "SQL"]),
    min_size=1, max_size=14,
).map(" ".join)  # fmt: skip


@given(
    st.sampled_from(OPENINGS),
    st.sampled_from(VERBS),
    st.sampled_from(["", "ing", "ed", "s"]),
    REST,
    st.sampled_from(["past", "present"]),
)
@property_settings(max_examples=150)
def test_any_words_are_survived_and_nothing_is_invented(opening, verb, ending, rest, tense):
    text = f"{opening}{verb}{ending} {rest}"
    said = rewrite(text, tense=tense)
    assert said.text and "\n\n" not in said.text
    faults = find_faults(said.text, Ground(text, "", text))
    assert not [fault for fault in faults if fault.kind in ("number", "name", "not", "markup", "length")]
