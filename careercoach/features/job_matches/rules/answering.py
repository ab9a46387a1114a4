"""An answer to the one question of a score becomes part of the record of the person or of the posting."""

import re
from collections.abc import Mapping

from careercoach.content.scan import find_skills
from careercoach.core.errors import InvalidInputError
from careercoach.features.job_matches.schemas import (
    CULTURES,
    AddedSkill,
    AgainInput,
    Ask,
    Culture,
    OwnAnswers,
    PostingEdits,
)
from careercoach.features.matching.schemas import EDUCATION, Place

PLACES: tuple[Place, ...] = ("onsite", "hybrid", "remote")
_NUMBER = re.compile(r"\d[\d.,\u00a0 ]*")
_UNIT = re.compile(r"\s*(k\b|lpa|lakhs?|lacs?|लाख|mil\b)", re.IGNORECASE)


def read_answer(ask: Ask, given: Mapping[str, str], answers: OwnAnswers, edits: PostingEdits) -> AgainInput:
    """What is known with this answer. `given` are the fields of the little form: `value`, and one for each tick.

    Raises InvalidInputError when it cannot be understood.
    """
    value = given.get("value", "").strip()[:200]
    own, posting = answers.model_copy(deep=True), edits.model_copy(deep=True)
    match ask:
        case "own_years":
            own.years = _years(value)
        case "own_education":
            own.education = _education(value)
        case "own_place":
            own.location, own.places = value or own.location, _places(given)
            _needed(own.location or own.places)
        case "own_pay":
            own.pay_year = _pay(value)
        case "own_culture":
            own.cultures = _cultures(given)
        case "posting_years":
            posting.years_least = _years(value)
        case "posting_place":
            places = _places(given)
            posting.location, posting.place = value or posting.location, places[0] if places else posting.place
            _needed(value or places)
        case "posting_pay":
            posting.pay_least = posting.pay_most = _pay(value)
        case "posting_culture":
            posting.cultures = _cultures(given)
        case "posting_skills" | "posting_soft":
            posting.added = [*posting.added, *_skills(value)][-60:]
    return AgainInput(answers=own, edits=posting)


def _needed(there: object) -> None:
    if not there:
        raise InvalidInputError("job_matches.answer.needed")


def _years(value: str) -> float:
    found = re.search(r"\d{1,2}(?:[.,]\d)?", value)
    if not found or float(found.group().replace(",", ".")) > 40:
        raise InvalidInputError("job_matches.answer.number")
    return float(found.group().replace(",", "."))


def _pay(value: str) -> int:
    """Pay for a year. Points and commas part thousands; "k" and "lakh" are understood."""
    found = _NUMBER.search(value)
    if not found:
        raise InvalidInputError("job_matches.answer.number")
    unit = _UNIT.match(value, found.end())
    if unit:
        factor = 1_000 if unit[1].lower() in ("k", "mil") else 100_000
        amount = (
            float(found.group().strip().replace("\u00a0", "").replace(" ", "").replace(",", ".").rstrip(".")) * factor
        )
    else:
        amount = float(re.sub(r"\D", "", found.group()) or 0)
    if not 1 <= amount <= 1_000_000_000:
        raise InvalidInputError("job_matches.answer.number")
    return round(amount)


def _education(value: str):
    for level in EDUCATION:
        if value == level:
            return level
    raise InvalidInputError("job_matches.answer.needed")


def _places(given: Mapping[str, str]) -> list[Place]:
    return [place for place in PLACES if given.get(f"place-{place}")]


def _cultures(given: Mapping[str, str]) -> list[Culture]:
    chosen: list[Culture] = [culture for culture in CULTURES if given.get(f"culture-{culture}")]
    _needed(chosen)
    return chosen


def _skills(value: str) -> list[AddedSkill]:
    found = dict.fromkeys(one.slug for one in find_skills(value))
    if not found:
        raise InvalidInputError("job_matches.answer.no_skill")
    return [AddedSkill(slug=slug) for slug in found]
