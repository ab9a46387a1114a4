"""The level of a degree, however it is written."""

import re
from itertools import islice

from careercoach.features.matching.schemas import EDUCATION, Education

_WORDS: tuple[tuple[Education, str], ...] = (
    (
        "doctorate",
        r"ph\.?\s?d\.?|doctorate|doctoral|doctorado|doctora?|d\.?phil|juris doctor|(?-i:J\.?D\.?(?= (?:from|degree|required|or\b)))|promotion zum dr|पीएच\.?\s?डी\.?|डॉक्टरेट",
    ),
    (
        "master",
        r"masters?(?:['\u2019]s)?(?:\s+(?:degree|of|in)\b)?|m\.?\s?sc\.?|m\.?\s?tech\.?|m\.?\s?b\.?\s?a\.?"
        r"|m\.?c\.?a\.?|m\.?com\.?|m\.?\s?ed\.?|mphil"
        r"|m\.a\.|ma in|m\.s\.|ms in|mps|post\s?-?graduat(?:e|ion)|pgdm|maestr[ií]a|m[aá]ster|posgrado"
        r"|bac\s?\+\s?5|mestrado|magister|स्नातकोत्तर|परास्नातक|एम\.?\s?ए\.?|एम\.?बी\.?ए\.?",
    ),
    (
        "bachelor",
        r"bachelors?(?:['\u2019]s)?|b\.?\s?sc\.?|b\.?\s?tech\.?|b\.?\s?e\.|be in|b\.?\s?b\.?\s?a\.?"
        r"|b\.?c\.?a\.?|b\.?\s?com\.?|b\.?\s?ed\.?|b\.a\.|ba in|b\.s\.?|bs in|b[as](?= or m[as]\b)|bsn|b\.?eng\.?|bs[emc][emcs]|bs[cmn]e|bsw|bs degree|(?:good )?honou?rs degree"
        r"|bfa|ll\.?b\.?|mbbs|b\.?pharm|undergraduate degree|university degree|college degree|graduate degree"
        r"|degree in"
        r"|(?:4|four)[- ]year degree|licenciatura|licenciad[oa]|grado en|ingenier[ií]a (?:en|t[eé]cnica|superior|inform[aá]tica|industrial|civil)"
        r"|bac\s?\+\s?[34]|ensino superior|gradua[cç][aã]o|bacharelado|hochschulabschluss|abgeschlossenes studium"
        r"|t[ií]tulo universitario|स्नातक|बी\.?\s?ए\.?|बी\.?एस\.?सी\.?|बी\.?टेक|बी\.?कॉम",
    ),
    (
        "vocational",
        r"associate(?:['\u2019]s)? (?:degree|of)|diploma|vocational|trade school|apprenticeship|a\.a\.s?\.?"
        r"|bac\s?\+\s?2|abgeschlossene ausbildung|ensino t[eé]cnico|iti|polytechnic|formaci[oó]n profesional|staatlich anerkannte?(?:/?r)?|ciclo formativo"
        r"|t[eé]cnico superior|cfg[sm]|fp (?:de\b|en\b|auxiliar|t[eé]cnico|ii|superior|grado (?:medio|superior)|de grado (?:medio|superior))|nvq(?: level \d)?|city (?:&|and) guilds|bts|dut|iut|डिप्लोमा|आई\.?टी\.?आई",
    ),
    (
        "secondary",
        r"high[- ]?school|secondary school|ged|12th|10\+2|hsc|intermediate|12\.?º ano|ensino m[eé]dio|bachillerato|preparatoria"
        r"|secundaria|abitur|a-levels|12वीं|इंटरमीडिएट",
    ),
)
_CHINESE: dict[Education, str] = {
    "doctorate": "博士", "master": "硕士|研究生", "bachelor": "本科|学士", "vocational": "大专|专科|中专", "secondary": "高中"
}  # fmt: skip
"""Chinese sets no space around a word."""
_LEVELS: list[tuple[Education, re.Pattern[str]]] = [
    (level, re.compile(rf"(?<![\w.])(?:{words})(?!\w)|{_CHINESE[level]}", re.IGNORECASE)) for level, words in _WORDS
]

_AREAS = re.compile(
    r"(?:\b(?:degrees?|bachelor(?:['\u2019]?s)?|master(?:['\u2019]?s)?|diploma|majors?|ph\.?d\.?|doctorate)|\b(?:B\.?[AS]\.?c?|M\.?[AS]\.?c?|BA/BS|BS/MS)"
    r"|\b(?:licenciatura|grado|t[ií]tulo|carrera|licence|dipl[oô]me|CFG[SM]|FP|t[eé]cnico superior|formaci[oó]n profesional))(?:\s+(?:degree|or (?:higher|above|ph\.?d\.?|master['\u2019]?s)|level|universitari[oa])){0,3}"
    r"\s*,?\s+(?:in|en|em)\s+(?P<areas>[^.;:()\n]{3,160})",
    re.IGNORECASE,
)
_AREAS_END = re.compile(
    r"\b(?:with|plus|and (?:at least |a |an |have |strong |solid )*(?:\d|experience|knowledge|proficien\w+|one|two|three|four|five|minimum|familiarity)"
    r"|or (?:an? )?(?:equivalent|comparable|relevant|similar|related|other)|or \d|o (?:similar|equivalente|af[ií]n)|ou (?:[eé]quivalent|similaire)|y (?:experiencia|\d)|required|preferred|con)\b|,\s*\d",
    re.IGNORECASE,
)
NAMED_MOST = 40
"""Degrees of one level looked at in a text."""


def levels_in(text: str) -> list[tuple[Education, int, int]]:
    """Every degree named in a text with its place, in the order of the text."""
    found: list[tuple[Education, int, int]] = []
    for level, pattern in _LEVELS:
        for match in islice(pattern.finditer(text), NAMED_MOST):
            if not any(start <= match.start() < end for _, start, end in found):
                found.append((level, match.start(), match.end()))
    return sorted(found, key=lambda item: item[1])


def areas_in(text: str) -> list[tuple[int, int]]:
    """Where a text names what a degree is in: "statistics, economics" of "a BA in statistics, economics or similar"."""
    spans: list[tuple[int, int]] = []
    for match in _AREAS.finditer(text):
        start, end = match.span("areas")
        stop = _AREAS_END.search(text, start, end)
        spans.append((start, stop.start() if stop else end))
    return spans


def highest(text: str) -> Education | None:
    """The highest degree named in a text."""
    levels: list[Education] = [level for level, _, _ in levels_in(text)]
    return max(levels, key=EDUCATION.index) if levels else None
