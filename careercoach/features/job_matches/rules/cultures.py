"""How a firm says it works: what its posting shows of it, and how far that is what a person wants."""

import re
from collections.abc import Iterable, Mapping

from careercoach.features.job_matches.schemas import CULTURES, Culture
from careercoach.features.matching.schemas import Quote

CUES: Mapping[Culture, re.Pattern[str]] = {
    "team": re.compile(
        r"\b(?:team (?:spirit|player)|teamwork|collaborat\w+|supportive|friendly|inclusive|close-knit|together"
        r"|trabajo en equipo|buen ambiente|compañerismo|colabora\w+)\b|मिलकर काम|टीम भावना|सहयोगी",
        re.IGNORECASE,
    ),
    "autonomy": re.compile(
        r"\b(?:autonom\w+|ownership|self[- ](?:starter|driven|directed|motivated)|independen(?:t|tly|ce)|flexible hours"
        r"|freedom|flexib(?:le|ility)|horario flexible|libertad|independencia|iniciativa propia)\b|स्वतंत्र|लचीले समय",
        re.IGNORECASE,
    ),
    "pace": re.compile(
        r"\b(?:fast[- ]paced|start-?up|dynamic|move (?:fast|quickly)|high[- ]growth|ambitious|tight deadlines|hustle"
        r"|ritmo r[aá]pido|din[aá]mic[oa]|crecimiento r[aá]pido)\b|तेज़ रफ़्तार|स्टार्टअप",
        re.IGNORECASE,
    ),
    "stability": re.compile(
        r"\b(?:stable|stability|established|long[- ]term|permanent|work[- ]life balance|regular hours|pension"
        r"|estabilidad|estable|conciliaci[oó]n|indefinido|plan de pensiones)\b|स्थायी|स्थिर",
        re.IGNORECASE,
    ),
    "learning": re.compile(
        r"\b(?:learning|mentor\w*|training|career growth|professional development|grow with|curios\w+|conferences?"
        r"|formaci[oó]n|aprend\w+|desarrollo profesional|crecimiento profesional)\b|सीखने|प्रशिक्षण|मार्गदर्शन",
        re.IGNORECASE,
    ),
    "purpose": re.compile(
        r"\b(?:mission|purpose|impact|sustainab\w+|social good|make a difference|communit(?:y|ies)|non-?profit"
        r"|misi[oó]n|prop[oó]sito|impacto|sostenib\w+|sin [aá]nimo de lucro)\b|उद्देश्य|समाज|बदलाव लाने",
        re.IGNORECASE,
    ),
    "customers": re.compile(
        r"\b(?:customer[- ](?:focused|centric|first|obsess\w+)|customers? (?:at the heart|come first)|client[- ]facing"
        r"|service[- ]minded|orientaci[oó]n al cliente|cliente en el centro)\b|ग्राहक पहले|ग्राहक-केंद्रित",
        re.IGNORECASE,
    ),
}  # fmt: skip
LIKED, NOT_NAMED = 1.0, 0.35
"""What a trait of the firm counts when the person named it, and when not."""


def find_cultures(posting: str) -> dict[Culture, Quote]:
    """The traits a posting shows, each with its first words."""
    found: dict[Culture, Quote] = {}
    for culture in CULTURES:
        hit = CUES[culture].search(posting)
        if hit:
            found[culture] = Quote(quote=hit.group(), start=hit.start(), end=hit.end())
    return found


def culture_fit(wanted: Iterable[Culture], shown: Iterable[Culture]) -> int | None:
    """0-100; None unless both sides say something."""
    liked, traits = set(wanted), set(shown)
    if not liked or not traits:
        return None
    return round(100 * sum(LIKED if trait in liked else NOT_NAMED for trait in traits) / len(traits))
