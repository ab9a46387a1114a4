"""Dates and periods as people write them, in seven languages."""

import re
from dataclasses import dataclass
from functools import lru_cache

from careercoach.features.resumes.rules.words.dates import BETWEEN, EXPECTED, MONTHS, PRESENT, SEASONS, SINCE, UNTIL

FIRST_YEAR, LAST_YEAR = 1940, 2039


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time found in a text: ISO dates (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`), "" for open."""

    start: str
    end: str
    current: bool
    at: int
    until: int

    @property
    def is_range(self) -> bool:
        """True when both ends are named, or it is still going on."""
        return bool(self.start and (self.end or self.current))


def _words(block: str) -> list[str]:
    words = [word.strip() for line in block.strip().splitlines() for word in line.split("|")]
    return sorted(filter(None, words), key=len, reverse=True)


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


MONTH_NUMBERS = {word: number for number, block in enumerate(MONTHS, 1) for word in block.split("|")}
_MONTH = rf"(?:{_any(sorted(MONTH_NUMBERS, key=len, reverse=True))})\.?"
_SEASON = rf"(?:{_any(sorted(SEASONS, key=len, reverse=True))})"
_YEAR = r"(?:19[4-9]\d|20[0-3]\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NUMBER_MONTH = r"(?:0?[1-9]|1[0-2])"
_OF = r"(?:\s*(?:de|del|of|do|,)\s*|\s*[\s.\-/]\s*|\s+)"
_ATOMS = (
    rf"(?P<y1>{_YEAR})\s*年\s*(?:(?P<m1>{_NUMBER_MONTH})\s*月\s*(?:(?P<d1>{_DAY})\s*日)?)?",
    rf"(?P<y2>{_YEAR})[-/.](?P<m2>0[1-9]|1[0-2])[-/.](?P<d2>0[1-9]|[12]\d|3[01])(?!\d)",
    rf"(?<!\d)(?P<d3>{_DAY})[./](?P<m3>{_NUMBER_MONTH})[./](?P<y3>{_YEAR})",
    rf"(?<!\d)(?P<m3b>{_NUMBER_MONTH})/(?P<d3b>{_DAY})/(?P<y3b>{_YEAR})",
    rf"(?<![^\W_])(?P<m4>{_MONTH})\s*(?P<d4>{_DAY})(?:st|nd|rd|th)?\s*,?\s+(?P<y4>{_YEAR})",
    rf"(?<![^\W_])(?:(?P<d5>{_DAY})(?:\.|er|st|nd|rd|th)?\s+(?:de\s+)?)?(?P<m5>{_MONTH}){_OF}(?P<y5>{_YEAR})",
    rf"(?<![^\W_])(?P<m6>{_MONTH})\s*['’](?P<y6>\d\d)(?!\d)",
    rf"(?<![\d/])(?P<m7>{_NUMBER_MONTH})\s?[./-]\s?(?P<y7>{_YEAR})",
    rf"(?P<y8>{_YEAR})\s?[./-]\s?(?P<m8>0[1-9]|1[0-2]|[1-9](?![\d]))(?![\d])",
    rf"(?P<y9>{_YEAR})(?:\s*,?\s+|[-/.])(?P<m9>{_MONTH})(?![^\W_])",
    rf"(?<![^\W_])(?P<s10>{_SEASON}){_OF}(?P<y10>{_YEAR})",
    rf"(?<![A-Za-z\d.,$€£#])(?P<y11>{_YEAR})(?![\d%+]|[.,]\d)",
)
_NAME = re.compile(r"\(\?P<(\w+)>")
_DATE_PLAIN = "(?:" + "|".join(_NAME.sub("(?:", atom) for atom in _ATOMS) + ")"
_SHORT_END = r"(?:['’]?\d\d)(?!\d|[./-]\d)"
_PRESENT = rf"(?:{_any(_words(PRESENT))})(?![^\W_])"
_DASH = r"\s*(?:[-–—―‐‑‒−~～→⟶>]|-{2,3}|–{2})\s*"
_SEPARATOR = rf"(?:{_DASH}|\s*/\s+|\s*(?:{_any(_words(BETWEEN))})(?:\s+(?:l[ae]|el|o|den))?\s*(?:\b|(?<=[से至到])))"
_LOST_PRESENT = r"(?:[\u0900-\u0963]{3,10}(?: [\u0900-\u0963]{2,4})?)?"
"""Hindi for "today" with its vowel signs lost in the file: any short word will do."""
_BARE_MONTH = rf"(?<![^\W_]){_MONTH}(?![^\W_])"
_RANGE = re.compile(
    rf"(?P<start>{_DATE_PLAIN}|{_BARE_MONTH}(?={_DASH}{_MONTH}\s))"
    rf"(?:{_SEPARATOR}(?:(?P<present>{_PRESENT})|(?P<end>{_DATE_PLAIN})|(?P<short>{_SHORT_END}))"
    rf"|(?P<open>{_DASH}{_LOST_PRESENT}\s*(?=$|[)\],;|])))?",
    re.I,
)
_BEFORE = re.compile(
    rf"(?P<since>\b(?:{SINCE}))\s*:?\s*$|(?P<until>\b(?:{UNTIL}))\s*:?\s*$|(?:{EXPECTED})\s*:?\s*$", re.I
)
_FROM = re.compile(rf"(?:^|(?<=[\s(,|]))(?:de|du|von|vom|dal|do|da)\s+$|{_MONTH}\s+(?:et|y|e|und|and|&)\s+$", re.I)
"""What belongs to a date that follows: "de" of "de mars à juin 2020", "juillet et" of "juillet et août 2020"."""
_ATOM_PATTERNS = [re.compile(atom, re.I) for atom in _ATOMS]
_DIGIT = re.compile(r"\d")
_DEVANAGARI = str.maketrans("०१२३४५६७८९", "0123456789")
_PRESENT_ALONE = re.compile(rf"^\W*{_PRESENT}\W*$", re.I)
_LETTERS = re.compile(r"[^\W\d_][\u0900-\u094d]*[^\W\d_]")
"""Two letters of one word; Hindi sets vowel signs between them."""
_BETWEEN_DATES = frozenset(["and", "y", "et", "und", "e", "&", "और"])
_DURATION = re.compile(
    r"\(?\s*(?:(?:\d+|(?<![^\W_])(?:an?|one|un|une|ein|eine|um|uma))\s*(?:\+\s*)?(?:(?:years?|yrs?|months?|mois|mos?|años?|meses|mes|ans?|jahre?|monate?|anos?|mês)(?![^\W\d_])|年|个月|वर्ष|साल|महीने|माह)"
    r"(?:\s*,?\s*(?:and|y|et|und|e|और)?\s*)){1,2}\)?",
    re.I,
)


def find_periods(text: str) -> list[Period]:
    """Every date or period of `text`, in order; a single date is a period with an end and no start."""
    return list(_periods(text))


def forget_texts() -> None:
    """A file that has been read leaves nothing behind for the next one."""
    _periods.cache_clear()


@lru_cache(maxsize=1024)
def _periods(text: str) -> list[Period]:
    # The same line is asked about by every rule that looks at it.
    if not _DIGIT.search(text):
        return []  # every date has one
    text = text.translate(_DEVANAGARI)
    found: list[Period] = []
    for match in _RANGE.finditer(text):
        period = _period(text, match)
        if period is not None:
            found.append(period)
    return found


def _period(text: str, match: re.Match[str]) -> Period | None:
    start = iso_date(match["start"])
    at, until = match.span()
    before = _BEFORE.search(text[:at])
    if before:
        at = before.start()
    elif opened := _FROM.search(text[:at]):
        at = opened.start()
    if match["present"] or (match["open"] and start):
        return Period(start, "", True, at, until)
    if match["end"]:
        end = iso_date(match["end"])
        if not start and end:
            month = _month_number(match["start"])
            start = f"{end[:4]}-{month:02d}" if month else ""
        return Period(start, end, False, at, until) if end else None
    if match["short"]:
        digits = re.sub(r"\D", "", match["short"])
        year = f"{start[:2]}{digits}" if start else ""
        if len(start) == 4 and year >= start:
            return Period(start, year, False, at, until)
        until = match.end("start")
    if not start:
        return None
    if before and before["since"]:
        return Period(start, "", True, at, until)
    return Period("", start, False, at, until)


def iso_date(text: str) -> str:
    """One date in ISO form, as exact as it was written; "" if it is none."""
    text = text.translate(_DEVANAGARI)
    for pattern in _ATOM_PATTERNS:
        match = pattern.search(text)
        if match:
            return _iso({key.rstrip("0123456789b"): value for key, value in match.groupdict().items() if value})
    return ""


def _iso(parts: dict[str, str]) -> str:
    year = int(parts["y"])
    if year < 100:
        year += 2000 if year < 40 else 1900
    month = SEASONS.get(parts["s"].lower(), 0) if "s" in parts else _month_number(parts.get("m", ""))
    day = int(parts.get("d") or 0)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ""
    return f"{year}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")


def _month_number(word: str) -> int:
    word = word.strip(" .").lower()
    return int(word) if word.isdigit() else MONTH_NUMBERS.get(word, 0)


def join_period(periods: list[Period]) -> tuple[str, str, bool]:
    """Start, end and "still going on" of an entry, from all the dates of its head."""
    ranges = [period for period in periods if period.is_range]
    if ranges:
        return ranges[0].start, ranges[0].end, ranges[0].current
    points = [period.end for period in periods if period.end]
    if len(points) >= 2 and points[0] <= points[1]:
        return points[0], points[1], False
    if periods and periods[0].current:
        return periods[0].start, "", True
    return ("", points[0], False) if points else ("", "", False)


def without_dates(text: str) -> str:
    """The text with its dates and durations taken out and the punctuation around them tidied."""
    plain = text.translate(_DEVANAGARI)
    for period in reversed(find_periods(text)):
        text = text[: period.at] + "\x00" + text[period.until :]
        plain = plain[: period.at] + "\x00" + plain[period.until :]
    if "\x00" in text:
        text = _DURATION.sub(" ", text)
    elif _DURATION.fullmatch(text.strip(" ·•|-–")):
        return ""
    text = re.sub(r"[(\[（【]\s*[\x00\s,–—-]*\s*[)\]）】]", " \x00 ", text)
    text = re.sub(r"\s*[,|·•–—-]?\s*\x00\s*(?:[,|·•–—-]\s*\x00\s*)*", "\x00", text)
    pieces = [piece.strip(" ,;|·•–—-:/\t") for piece in text.split("\x00")]
    return "  |  ".join(piece for piece in pieces if piece and piece.casefold() not in _BETWEEN_DATES)


def is_only_dates(text: str) -> bool:
    """True when nothing but dates, durations or "present" is written here."""
    if _PRESENT_ALONE.match(text) or _DURATION.fullmatch(text.strip(" ·•|-–")):
        return True
    return bool(find_periods(text)) and not _LETTERS.search(without_dates(text))
