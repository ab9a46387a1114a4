"""Headings that nobody listed, jobs that train anybody, and licences with a class."""

import pytest

from careercoach.features.matching.schemas import Posting
from careercoach.features.matching.service import match, read_posting
from tests.match_lab.score import profile_of

ASKED = "Data Analyst\nLisbon\n\nWhat it takes\n- 3 years of experience\n- SQL\n- Excel\n\n"


def _strength(posting: Posting, name: str) -> str | None:
    return next((item.strength for item in (*posting.requirements, *posting.languages) if name in item.quote), None)


@pytest.mark.parametrize(
    "heading",
    ["Gold stars for", "Brownie points", "Differentiators", "It doesn't hurt", "You get a head start with", "Gravy", "Tie-breakers",
     "Could come in handy", "What we would like from you", "WHAT WILL PUT YOU ON THE TOP OF THE PILE", "Conta pontos", "Super wäre"],
)  # fmt: skip
def test_what_is_welcome_is_told_under_any_heading(heading: str) -> None:
    posting = read_posting(f"{ASKED}{heading}\n- Tableau\n- Looker\n\nBenefits\n- dental\n")
    assert [_strength(posting, name) for name in ("SQL", "Tableau", "Looker")] == ["must", "nice", "nice"]


@pytest.mark.parametrize("heading", ["Technical skills", "Languages", "Software", "Cloud"])
def test_a_part_of_the_required_list_stays_required(heading: str) -> None:
    posting = read_posting(f"{ASKED}{heading}\n- Tableau\n- Looker\n")
    assert _strength(posting, "Tableau") == "must"


@pytest.mark.parametrize(
    "heading", ["Let's talk if you have", "Your toolkit", "Table stakes", "Is this you?", "Credentials", "Zounds"]
)
def test_what_is_asked_for_is_told_under_any_heading(heading: str) -> None:
    text = f"Data Analyst\nLisbon\n\nWe ship boxes and use Salesforce.\n\n{heading}\n- 3+ years with SQL\n- Tableau required\n"
    posting = read_posting(text)
    assert [_strength(posting, name) for name in ("SQL", "Tableau", "Salesforce")] == ["must", "must", "duty"]


@pytest.mark.parametrize(
    "sentence",
    ["Tableau and Looker are looked upon favorably.", "If you have used Tableau before, all the better.",
     "Tableau? Tell us!", "Tableau is a lovely extra, not a condition.", "Those knowing Tableau will have an edge."],
)  # fmt: skip
def test_what_is_welcome_is_told_inside_a_sentence(sentence: str) -> None:
    assert _strength(read_posting(ASKED + sentence), "Tableau") == "nice"


def test_what_does_not_count_is_not_asked_for() -> None:
    posting = read_posting(
        "Nurse\n\nRequirements\n- 2 years of ICU experience\n- Wound care does not meet this requirement\n"
    )
    assert [(item.quote, item.years) for item in posting.requirements] == [("ICU", 2.0)]


def test_years_on_another_ward_are_no_years_on_this_one() -> None:
    posting = read_posting(
        "Registered Nurse\n\nRequirements\n- 2 years of intensive care\n- RN license\n- BLS\n- patient care\n"
    )
    others = "Medication and patient care on a psychiatric ward. RN license, BLS"
    assert match(profile_of(RESUME.format(title="Registered Nurse", line=others)), posting).verdict == "UNFIT"
    assert (
        match(profile_of(RESUME.format(title="Registered Nurse", line=f"Intensive care. {others}")), posting).verdict
        == "FIT"
    )


RESUME = """
Sam Rivers
sam.rivers@example.com

{title}

EXPERIENCE
{title}, Rivers & Co
2019 - Present
- {line}
"""


@pytest.mark.parametrize(
    "line", ["Full training given.", "No retail background? No problem!", "You do not need any experience."]
)
def test_a_job_that_trains_anybody_is_open_to_anybody(line: str) -> None:
    posting = read_posting(f"Shop Assistant\nYork\n\nYou greet guests, ring up sales and fill shelves. {line}\n")
    resume = RESUME.format(title="Gardener", line="Cut hedges, talked to customers, drove the van")
    assert posting.is_open
    assert match(profile_of(resume), posting).verdict == "FIT"


def test_a_job_that_trains_and_still_asks_for_a_licence_is_not_open_to_anybody() -> None:
    posting = read_posting(
        "Staff Nurse\n\nFull training given on our systems.\n\nRequirements\n- RN license\n- wound care\n"
    )
    assert not posting.is_open


@pytest.mark.parametrize(
    ("asked", "held", "verdict"),
    [("Class A CDL", "Class B CDL", "UNFIT"), ("Class B CDL", "Class A CDL", "FIT"), ("Class A CDL", "CDL-A", "FIT")],
)
def test_a_lighter_class_of_licence_is_not_the_heavier(asked: str, held: str, verdict: str) -> None:
    posting = read_posting(
        f"Truck Driver\nLaredo, TX\n\nRequirements\n- {asked}\n- truck driving\n- clean driving record\n"
    )
    resume = (
        RESUME.format(title="Truck Driver", line="Truck driving with trailers, clean driving record")
        + f"\nLICENSES\n{held}\n"
    )
    assert match(profile_of(resume), posting).verdict == verdict
