"""One field of the sheet, corrected as text from the page."""

import re
from collections.abc import Callable

from careercoach.content.scan import find_skills
from careercoach.core.errors import InvalidInputError
from careercoach.features.job_matches.schemas import CULTURES, AddedSkill, PostingEdits
from careercoach.features.matching.schemas import EDUCATION

STRENGTHS = ("must", "duty", "nice", "removed")
PLACES = ("onsite", "hybrid", "remote")
CONTRACTS = ("full-time", "part-time", "temporary", "freelance", "internship")


def with_field(edits: PostingEdits, name: str, value: str) -> PostingEdits:
    """The corrections with one more. `name` is a field of the sheet, `strength:KEY`, `years:KEY`, `culture:NAME` or
    `add`. Raises InvalidInputError for what cannot be."""
    fixed = edits.model_copy(deep=True)
    value = value.strip()[:200]
    kind, _, key = name.partition(":")
    if kind == "strength" and value in STRENGTHS:
        fixed.strengths[key[:120]] = value  # pyright: ignore[reportArgumentType]
    elif kind == "years" and key:
        fixed.years[key[:120]] = _number(value, 40)
    elif kind == "add":
        _add(fixed, value)
    elif kind == "certificate":
        dropped = [one for one in fixed.removed_certificates if one != key]
        fixed.removed_certificates = dropped if value else [*dropped, key[:200]]
    elif name in _FIELDS:
        _FIELDS[name](fixed, value)
    else:
        raise InvalidInputError
    return PostingEdits.model_validate(fixed.model_dump())


def with_culture(edits: PostingEdits, shown: list[str], name: str) -> PostingEdits:
    """A trait of the firm, there or not."""
    if name not in CULTURES:
        raise InvalidInputError
    wanted = [one for one in CULTURES if (one in shown) != (one == name)]
    return edits.model_copy(update={"cultures": wanted})


def _number(value: str, most: float) -> float:
    if not value:
        return 0.0
    found = re.search(r"\d+(?:[.,]\d+)?", value)
    number = float(found.group().replace(",", ".")) if found else -1.0
    if not 0 <= number <= most:
        raise InvalidInputError("job_matches.answer.number")
    return number


def _money(value: str) -> int:
    digits = re.sub(r"\D", "", value)
    if not digits or int(digits) > 1_000_000_000:
        raise InvalidInputError("job_matches.answer.number")
    return int(digits)


def _add(fixed: PostingEdits, value: str) -> None:
    found = dict.fromkeys(one.slug for one in find_skills(value))
    if not found:
        raise InvalidInputError("job_matches.answer.no_skill")
    known = {one.slug for one in fixed.added}
    fixed.added = [*fixed.added, *(AddedSkill(slug=slug) for slug in found if slug not in known)][:60]
    for slug in found:
        if fixed.strengths.get(slug) == "removed":
            del fixed.strengths[slug]


def _one_of(name: str, allowed: tuple[str, ...]) -> Callable[[PostingEdits, str], None]:
    def put(fixed: PostingEdits, value: str) -> None:
        if value and value not in allowed:
            raise InvalidInputError
        setattr(fixed, name, value or None)

    return put


def _text(name: str) -> Callable[[PostingEdits, str], None]:
    return lambda fixed, value: setattr(fixed, name, value)


def _seniority(fixed: PostingEdits, value: str) -> None:
    fixed.seniority = round(_number(value, 5)) if value else None


def _years(fixed: PostingEdits, value: str) -> None:
    fixed.years_least = _number(value, 40)


def _pay(name: str) -> Callable[[PostingEdits, str], None]:
    return lambda fixed, value: setattr(fixed, name, _money(value) if value else None)


_FIELDS: dict[str, Callable[[PostingEdits, str], None]] = {
    "title": _text("title"),
    "location": _text("location"),
    "currency": lambda fixed, value: setattr(fixed, "currency", value[:8]),
    "field": _text("field"),
    "seniority": _seniority,
    "years_least": _years,
    "education": _one_of("education", EDUCATION),
    "place": _one_of("place", PLACES),
    "contract": _one_of("contract", CONTRACTS),
    "pay_least": _pay("pay_least"),
    "pay_most": _pay("pay_most"),
}
