"""Years of work: from the dates of posts, or from what the text says when there are no posts with dates."""

import re
from collections.abc import Iterable
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero ene janvier januar janeiro जनवरी",
            "february feb febrero fevrier februar fevereiro फरवरी फ़रवरी",
            "march mar marzo mars marz marco मार्च",
            "april apr abril abr avril अप्रैल",
            "may mayo mai maio मई",
            "june jun junio juin juni junho जून",
            "july jul julio juillet juli julho जुलाई",
            "august aug agosto ago aout अगस्त",
            "september sept sep septiembre septembre setembro सितंबर सितम्बर",
            "october oct octubre octobre oktober okt outubro अक्टूबर अक्तूबर",
            "november nov noviembre novembre novembro नवंबर नवम्बर",
            "december dec diciembre dic decembre dezember dez dezembro दिसंबर दिसम्बर",
        ),
        start=1,
    )
    for name in names.split()
}
_NOW = (
    r"present|current|now|today|till date|to date|ongoing|actualidad|presente|actual|hoy|heute|aujourd'hui|atual"
    r"|वर्तमान|अब तक|आज तक"
)
_WHEN = (
    r"(?:(?<![A-Za-z\u00c0-\u024f\u0900-\u097f])(?P<m{0}>[A-Za-z\u00c0-\u024f\u0900-\u097f]{{3,12}})\.?,?\s{{1,3}}(?:de\s{{1,3}})?"
    r"|(?P<n{0}>\d{{1,2}})[/.])?(?P<y{0}>(?:19|20)\d\d)"
)
_RANGE = re.compile(
    _WHEN.format(1)
    + r"\s{0,4}(?:-|\u2013|\u2014|to|until|till|a|al|hasta|bis|से)\s{0,4}(?:"
    + _WHEN.format(2)
    + rf"|(?P<now>{_NOW}))",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"(?<![\d.])(\d{1,2})(?:\.\d)?\s*\+?\s*(?:years?|yrs?|años|anos|वर्षों|वर्ष|साल)(?:\W+\w+){0,6}?\W+"
    r"(?:experience|experiencia|exp\b|अनुभव)",
    re.IGNORECASE,
)
_EDUCATION = re.compile(
    r"(?im)^[^\w\n]{0,3}(?:education|academic|qualification|educaci[oó]n|formaci[oó]n|शिक्षा)[^\n]{0,30}$"
)


def months_of(spans: Iterable[tuple[date, date]]) -> int:
    """Months covered by the spans, overlaps counted once, first and last month included."""
    months: set[int] = set()
    for start, end in spans:
        first, last = start.year * 12 + start.month, end.year * 12 + end.month
        months.update(range(first, last + 1))
    return len(months)


def years_said(text: str) -> float | None:
    """The largest "N years of experience" a text says; None when it says none."""
    said = [int(match[1]) for match in _SAID.finditer(text)]
    return float(max(said)) if said and max(said) <= 50 else None


def years_dated(text: str, today: date) -> float | None:
    """Years covered by the ranges of dates in a text, those after its education heading left out."""
    spans = [span for match in _RANGE.finditer(_without_education(text)) if (span := _span(match, today))]
    return round(months_of(spans) / 12, 1) if spans else None


def _without_education(text: str) -> str:
    heading = _EDUCATION.search(text)
    if heading is None:
        return text
    following = re.search(
        r"(?m)^[^\w\n]{0,3}(?:work|professional|employment|experience|experiencia|अनुभव)[^\n]{0,30}$",
        text[heading.end() :],
        re.IGNORECASE,
    )
    return text[: heading.start()] + (text[heading.end() + following.start() :] if following else "")


def _span(match: re.Match[str], today: date) -> tuple[date, date] | None:
    start = _when(match["m1"], match["n1"], match["y1"], 1)
    end = today if match["now"] else _when(match["m2"], match["n2"], match["y2"], 12)
    if start > end or (end - start).days > 50 * 366:
        return None
    return start, min(end, today)


def _when(name: str | None, number: str | None, year: str, default: int) -> date:
    month = _MONTHS.get((name or "").lower(), default)
    if number and 1 <= int(number) <= 12:
        month = int(number)
    return date(int(year), month, 1)
