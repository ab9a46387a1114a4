"""Reads a posting whole."""

import re
from collections.abc import Sequence

from careercoach.content.orders import without_commands
from careercoach.features.matching.rules import conditions
from careercoach.features.matching.rules.fields import guess_fields
from careercoach.features.matching.rules.headline import find_title
from careercoach.features.matching.rules.openness import is_open, trains_anybody
from careercoach.features.matching.rules.pay import find_pay
from careercoach.features.matching.rules.places import find_location
from careercoach.features.matching.rules.requirements import find_requirements, trade_of, trade_skills
from careercoach.features.matching.rules.sections import Clause, Kind, clauses, plain_text
from careercoach.features.matching.rules.titles import find_role, seniority
from careercoach.features.matching.rules.words import count_stems, weigh
from careercoach.features.matching.schemas import Posting, Quote

_SECTION_FACTOR: dict[Kind, float] = {"must": 1.5, "duty": 1.2, "intro": 1.0, "nice": 0.8, "about": 0.2, "offer": 0.0}
"""How much a word counts for likeness by the section it stands in."""
TITLE_FACTOR = 3.0
_RANK_AFTER = re.compile(
    r"\s*[,(]\s*(?:senior|junior|s[eê]nior|j[uú]nior|pleno|lead|principal|staff|mid|sr\.?|jr\.?)\b[^\n]{0,12}",
    re.IGNORECASE,
)

MORE_THAN_A_TITLE = 20
"""Characters beside the title from which a text is a posting and not just a word."""


def read_posting(posting: str, *, language: str = "en") -> Posting:
    """All that a posting asks and says. Takes text, Markdown or HTML of any length."""
    whole = plain_text(posting)
    # What speaks to the coach instead of to people is no part of the job. Places stay where they were.
    text = without_commands(whole)
    parts = clauses(text)
    title_at = find_title(text)
    title = title_at.quote if title_at else ""
    least, most, years_at = conditions.find_years(parts)
    education, is_must, education_at = conditions.find_education(parts)
    roles = find_role(title, language, limit=3) if title else []
    span = (title_at.start, title_at.end) if title_at else (0, 0)
    trains = trains_anybody(text, title)
    requirements = find_requirements(text, parts, span, trade_skills(roles), trains=trains)
    asks = any(item.kind not in ("soft", "language") and item.strength != "nice" for item in requirements)
    is_more = len(text) > len(title) + MORE_THAN_A_TITLE
    if title_at and is_more and not asks and not trains and (trade := trade_of(title_at, roles)):
        requirements = [trade, *requirements]
    words = _words(parts, title)
    return Posting(
        text=whole,
        title=title,
        title_at=title_at,
        is_open=trains and is_open(requirements, least),
        seniority=seniority(_with_rank(text, title_at)) if title_at else None,
        requirements=[item for item in requirements if item.kind != "language"],
        years_least=least,
        years_most=most,
        years_at=years_at,
        education=education,
        education_is_must=is_must,
        education_at=education_at,
        certificates=conditions.find_certificates(parts),
        languages=[item for item in requirements if item.kind == "language"],
        place=conditions.find_place(text),
        location=find_location(text),
        pay=find_pay(text),
        contract=conditions.find_contract(text),
        fields=guess_fields(_asking(parts), [title] if title else [], language=language),
        roles=roles,
        words=words,
    )


def _with_rank(text: str, title_at: Quote) -> str:
    """The title with what follows its comma: "UX researcher, senior"."""
    after = _RANK_AFTER.match(text, title_at.end)
    return title_at.quote + (after.group() if after else "")


def _words(parts: Sequence[Clause], title: str) -> dict[str, float]:
    counts = count_stems(title, factor=TITLE_FACTOR)
    for part in parts:
        factor = _SECTION_FACTOR[part.kind]
        if factor:
            count_stems(part.text, factor=factor, into=counts)
    return weigh(counts)


def _asking(parts: Sequence[Clause]) -> str:
    """The posting without what is said of the firm and of the pay."""
    return "\n".join(part.text for part in parts if part.kind not in ("about", "offer"))
