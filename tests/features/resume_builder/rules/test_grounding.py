"""No lie gets past the check, wherever it stands."""

import pytest

from careercoach.features.resume_builder.rules.facts import numbers
from careercoach.features.resume_builder.rules.grounding import Ground, find_faults, find_own_faults
from careercoach.features.resume_builder.rules.passages import entry_text, record_text
from tests.features.resume_builder.records import ASHA, LUCIA, VIKRAM

BULLET = "Responsible for preparing weekly sales reports in Excel for 14 store managers"
GROUND = Ground(BULLET, entry_text(ASHA["work"][0]), record_text(ASHA))

LIES = {
    "number": "Prepared weekly sales reports in Excel for 140 store managers",
    "number in words": "Prepared weekly sales reports in Excel for 14 store managers in five regions",
    "percent": "Prepared weekly sales reports in Excel for 14% of store managers, up 30%",
    "number of elsewhere": "Prepared 40 weekly sales reports in Excel for 14 store managers",
    "skill": "Prepared weekly sales reports in Excel and Tableau for 14 store managers",
    "skill in small letters": "Prepared weekly sales reports in excel and kubernetes for 14 store managers",
    "skill of elsewhere": "Prepared weekly Power BI sales reports in Excel for 14 store managers",
    "tool unknown to us": "Prepared weekly sales reports in Excel with zorbleflux for 14 store managers",
    "employer": "Prepared weekly sales reports in Excel for 14 store managers at Google",
    "employer in small letters": "Prepared weekly sales reports in Excel for 14 store managers at google",
    "employer of elsewhere": "Prepared weekly sales reports in Excel for 14 Nordwind managers",
    "title": "As director, prepared weekly sales reports in Excel for 14 store managers",
    "title like a verb": "Manager of weekly sales reports in Excel for 14 store managers",
    "certificate": "Certified in Excel, prepared weekly sales reports for 14 store managers",
    "year": "Prepared weekly sales reports in Excel for 14 store managers since 2015",
    "month": "Prepared weekly sales reports in Excel for 14 store managers since March",
    "praise": "Prepared award-winning weekly sales reports in Excel for 14 store managers",
    "bigger": "Sold weekly reports in Excel to 14 store managers",
    "negation": "Never prepared weekly sales reports in Excel for 14 store managers",
    "lost number": "Prepared weekly sales reports in Excel for store managers",
    "markup": "Prepared weekly sales reports in <b>Excel</b> for 14 store managers",
    "link": "Prepared weekly sales reports in Excel for 14 store managers https://evil.example",
    "long": "Prepared weekly sales reports in Excel for 14 store managers and " + "the reports and the managers " * 4,
    "devanagari digits": "Prepared weekly sales reports in Excel for 14 store managers (१५)",
    "place": "Prepared weekly sales reports in Excel for 14 London store managers",
    "first word": "Google: prepared weekly sales reports in Excel for 14 store managers",
    "other script": "Prepared weekly sales reports in Excel for 14 store managers в Яндекс",
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_lie_is_found(lie):
    assert find_faults(lie, GROUND)


@pytest.mark.parametrize(
    "true",
    [
        "Prepared weekly sales reports in Excel for 14 store managers",
        "Prepare weekly sales reports for 14 store managers in Excel",
        "Wrote weekly sales reports in Excel for 14 store managers",
        BULLET,
    ],
)
def test_what_is_true_passes(true):
    assert find_faults(true, GROUND) == []


def test_figures_may_not_change_places():
    before = "Reduced costs by 20% and errors by 5%"
    assert find_faults("Reduced costs by 5% and errors by 20%", Ground(before, "", before))
    assert find_faults("Reduced errors by 5% and costs by 20%", Ground(before, "", before)) == []


def test_up_is_not_down():
    assert find_faults("Increased waste by 12%", Ground("Reduced waste by 12%", "", ""))


@pytest.mark.parametrize(
    ("record", "at", "lie"),
    [
        (LUCIA, 1, "Gestioné el archivo de Telefónica"), (LUCIA, 1, "Gestioné el archivo con Salesforce"),
        (LUCIA, 1, "Dupliqué el archivo"), (LUCIA, 1, "Gestioné el archivo como directora"),
        (LUCIA, 1, "Gestioné el archivo de treinta sucursales"), (LUCIA, 1, "Vendí el archivo"),
        (VIKRAM, 1, "20 लोगों की टीम का प्रबंधन किया"), (VIKRAM, 1, "२० लोगों की टीम का प्रबंधन किया"),
        (VIKRAM, 1, "12 लोगों की टीम का प्रबंधन किया और बिक्री दोगुनी की"), (VIKRAM, 1, "टाटा में 12 लोगों की टीम का प्रबंधन किया"),
        (VIKRAM, 1, "निदेशक के रूप में 12 लोगों की टीम का प्रबंधन किया"), (VIKRAM, 1, "12 लोगों की Python टीम का प्रबंधन किया"),
    ],
)  # fmt: skip
def test_a_lie_is_found_in_spanish_and_hindi(record, at, lie):
    entry = record["work"][at]
    assert find_faults(lie, Ground(entry["highlights"][0], entry_text(entry), record_text(record)))


def test_own_words_may_be_any_but_not_new_facts():
    assert find_own_faults("Every Monday, a page of figures that 14 shops wait for", GROUND) == []
    found = find_own_faults("Saved 25 hours a month", GROUND)
    assert [fault.kind for fault in found] == ["number"]
    assert find_own_faults("Saved 25 hours a month", GROUND, numbers_are_true=True) == []
    for lie in ("Used Kubernetes every day", "Worked for Google", "Acted as director", "See <a>me</a>"):
        assert find_own_faults(lie, GROUND, numbers_are_true=True), lie


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1,200 and 1.200 and 1 200", [1200, 1200, 1200]), ("1,20,000", [120000]), ("3.5 years", [3.5]),
        ("१२ and twelve", [12, 12]), ("$2M in 2021", [2, 2021]), ("B2B and H2O", []), ("दोगुना", [2]), ("veinte", [20]),
    ],
)  # fmt: skip
def test_numbers_are_read_in_every_form(text, values):
    assert [number.value for number in numbers(text)] == values
