"""How much a text looks like a job title, an organisation, a school, a degree or a place."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

from careercoach.features.resumes.rules.letters import bones_of
from careercoach.features.resumes.rules.words import fields, organisations, posts

_WORD = re.compile(r"[^\W\d_][^\s,;:/|()\[\]]*", re.UNICODE)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_URL = re.compile(
    r"(?:https?://|www\.)\S+|\b(?:[\w-]{2,}|[\w-](?=\.\w+/))(?:\.[\w-]+)*\.(?:com|org|net|io|dev|edu|gov|co|me|de|fr|es|in|cn|br|pt|uk|eu|info|ai|app|example)(?:/\S*)?\b(?!@)",
    re.I,
)
_PROGRAMME = re.compile(r"\b(?:programme grande école|classes? préparatoires?|prépa|cycle ingénieur)\b", re.I)
_POSTCODE = re.compile(r"^\s*\d{4,6}(?:-\d{3,4})?\s+(?=\S)|\s+\d{5}(?:-\d{4})?\s*$")
_STATES = re.compile(r"(?<=\w)\s+United States$")
"""`Baltimore, MD United States`, as US federal forms write it."""
_PLACE_SHAPE = re.compile(r"^[A-ZÀ-Þ][\w.'’À-ÿ-]*(?:[ -][\w.'’À-ÿ]+){0,3},\s*[A-Z]{2}(?:\s+\d{5})?(?:,\s*\w[\w. ]+)?$")


def _set(block: str, separator: str | None = None) -> frozenset[str]:
    if separator is None:
        words = block.split()
        return frozenset([*words, *("".join(sorted(bones)) for word in words if len(bones := bones_of(word)) >= 3)])
    return frozenset(
        item.strip() for line in block.strip().splitlines() for item in line.split(separator) if item.strip()
    )


@cache
def _titles() -> frozenset[str]:
    return _set(posts.TITLE_WORDS)


@cache
def _organisations() -> frozenset[str]:
    return _set(organisations.ORG_WORDS)


@cache
def _schools() -> frozenset[str]:
    return _set(organisations.SCHOOL_WORDS)


@cache
def _degrees() -> frozenset[str]:
    return _set(organisations.DEGREE_WORDS)


@cache
def _places() -> frozenset[str]:
    return _set(organisations.COUNTRIES, "|") | _set(organisations.CITIES, "|")


@cache
def _countries() -> frozenset[str]:
    return _set(organisations.COUNTRIES, "|")


@cache
def _towns() -> frozenset[str]:
    lines = (Path(__file__).parent / "words" / "towns.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split(";") if name)


def _is_town(name: str) -> bool:
    return name in _places() or name in _towns()


@cache
def _regions() -> frozenset[str]:
    return _set(organisations.REGIONS, "|")


def words_of(text: str) -> tuple[str, ...]:
    """Lower-case words without the marks around them."""
    return _words_of(text)


def forget_texts() -> None:
    """A file that has been read leaves nothing behind for the next one."""
    _words_of.cache_clear()


@lru_cache(maxsize=1024)
def _words_of(text: str) -> tuple[str, ...]:
    # The same line is asked whether it is a post, an employer, a school and a place.
    words = tuple(word.strip(".'’\"-–·").replace("’", "'").casefold() for word in _WORD.findall(text))
    if text.isascii() or not bones_of(text):
        return words
    return tuple("".join(sorted(bones)) if len(bones := bones_of(word)) >= 3 else word for word in words)


def is_chinese(text: str) -> bool:
    """True when the text holds Chinese letters."""
    return not text.isascii() and _CHINESE.search(text) is not None


def titleness(text: str) -> float:
    """From 0; a clear job title has 2 or more."""
    if is_chinese(text):
        return 2.5 if text.strip(" ）)").endswith(posts.CHINESE_ENDINGS) and not _is_chinese_organisation(text) else 0.0
    words = words_of(text)
    pieces = dict.fromkeys(piece for word in words for piece in (word, *word.split("-")) if piece)
    # One person is no "Engineers": a plural is more often a firm ("Harper Consultants") or a team.
    known = sum(1.0 if piece in _titles() else 0.4 * (piece.rstrip("s") in _titles()) for piece in pieces)
    joined = sum(piece not in _titles() and len(piece) > 8 and piece.endswith(posts.TITLE_ENDINGS) for piece in pieces)
    score = min(2.0 * known + 2.0 * joined, 4.0)
    if not score and any(word in _functions() for word in words) and 2 <= len(words) <= 5:
        score = 0.8
    if words and (words[0] in _levels() or words[-1] in ("ii", "iii", "iv")):
        score += 0.8
    return score - (0.5 if len(words) > 9 else 0.0)


@cache
def _functions() -> frozenset[str]:
    return _set(posts.FUNCTION_WORDS)


@cache
def _business() -> frozenset[str]:
    return _set(organisations.BUSINESS_WORDS)


@cache
def _brands() -> frozenset[str]:
    return _set(organisations.BRANDS, "|")


@cache
def _levels() -> frozenset[str]:
    return _set(posts.LEVEL_WORDS)


def _is_chinese_organisation(text: str) -> bool:
    bare = re.sub(r"[(（].*?(?:[)）]|$)", "", text).strip()
    return bare.endswith(organisations.ORG_ENDINGS_ZH)


_DESCRIBED = re.compile(
    r"(?:^|\s)[a-zà-ÿ][\w-]+\s(?:company|firm|start-?up|agency|business|manufacturer|provider|retailer|empresa|entreprise)$"
)
"""What a firm is, in small letters ("Awesome compression company"), is not its name."""


def organisationness(text: str) -> float:
    """From 0; a clear organisation has 2 or more."""
    if is_chinese(text):
        return 2.5 if _is_chinese_organisation(text) else 0.3
    if _DESCRIBED.search(text):
        return 0.0
    words = words_of(text)
    joined = sum(word.endswith(organisations.ORG_ENDINGS_DE) and word not in _organisations() for word in words)
    score = min(1.5 * (joined + sum(word in _organisations() for word in words)), 3.0)
    if text.strip(" .,").casefold() in _brands():
        score += 1.8
    elif any(word in _business() for word in words) and titleness(text) < 2:
        score += 0.7
    if "&" in text or re.search(r"\b(?:GmbH|Inc|LLC|Ltd|S\.?A\.?|S\.?L\.?|AG|SARL|Ltda|Corp)\b\.?", text):
        score += 1.0
    if re.search(r"\b[A-Z]{2,5}\b", text) and not text.isupper():
        score += 0.2
    return score


def schoolness(text: str) -> float:
    """From 0; a clear school has 2 or more."""
    if is_chinese(text):
        bare = re.sub(r"[(（].*?(?:[)）]|$)", "", text).strip()
        return 3.0 if bare.endswith(organisations.SCHOOL_ENDINGS_ZH) else 0.0
    words = [piece for word in words_of(text) for piece in {word, *word.split("-")}]
    known = sum(word in _schools() for word in words)
    joined = sum(word.endswith(organisations.SCHOOL_ENDINGS_DE) and word not in _schools() for word in words)
    known += bool(re.search(r"\b(?:Georgia|Virginia|Texas|Michigan|Louisiana) Tech\b", text))
    known += not known and _is_named_school(text, words_of(text))
    return min(2.0 * known + 2.0 * joined, 4.0)


@cache
def _school_names() -> frozenset[str]:
    return _set(fields.SCHOOL_NAMES, "|")


def _is_named_school(text: str, words: tuple[str, ...]) -> bool:
    """True for a school that goes by a bare name ("Caltech", "TU Delft"), alone or before its town."""
    name = re.split(r",| [-–—(] ?|\s{2,}", text, maxsplit=1)[0].replace("’", "'").strip(" .").casefold()
    lettered = len(words) > 1 and words[0] in fields.SHORT_KINDS and text[:2].isupper() and len(words) <= 6
    return name in _school_names() or lettered


@cache
def _fields() -> frozenset[str]:
    return frozenset(fields.FIELD_WORDS.split())


def is_field(text: str) -> bool:
    """True for a subject of study and nothing else: "Computer Science"."""
    words = words_of(text)
    return bool(words) and all(word in _fields() for word in words)


def degreeness(text: str) -> float:
    """From 0; a clear degree has 2 or more."""
    if is_chinese(text):
        return 2.5 if any(word in text for word in organisations.DEGREES_ZH) else 0.2
    words = list(words_of(text))
    known = sum(
        word in _degrees() and not (len(word) <= 2 and word.upper() not in text and word.upper() != word)
        for word in words
    )
    dotted = re.findall(
        r"\b(?:[A-Z]\.\s?){2,4}|\bPh\.?\s?D\b|\bB\.?\s?(?:Sc|Tech|Eng|Ed|Com|Arch)\b|\bM\.?\s?(?:Sc|Tech|Eng|Ed|Com)\b",
        text,
    )
    dotted += _PROGRAMME.findall(text)
    return min(2.0 * known + 2.0 * len(dotted), 4.0)


def is_place(text: str, *, is_known: Callable[[str], bool] | None = None) -> bool:
    """True for a town, region or country, or a pair of them. `is_known` tells which lower-case names are towns."""
    is_known = is_known or _is_town
    text = _STATES.sub("", _POSTCODE.sub("", text.strip(" ,.|·•()-–—")))
    if not text or len(text) > 60:
        return False
    pieces = [
        piece.strip(" .").casefold() for piece in re.split(r"\s*[,/|()]\s*|\s+[-–—]\s+", text) if piece.strip(" .")
    ]
    if not pieces or len(pieces) > 4:
        return False
    if len(pieces) == 1:
        return (
            is_known(pieces[0])
            or _is_town_of_country(pieces[0])
            or (text.endswith(("市", "省", "区")) and len(text) < 12)
        )
    state = bool(_PLACE_SHAPE.match(text)) and pieces[-1] in _regions()  # "Boulder, CO" is no company
    school = schoolness(text) >= 2 and not is_known(pieces[0])  # "上海财经大学 (上海)"
    if is_chinese(text) and any(max(schoolness(piece), organisationness(piece)) >= 1.5 for piece in pieces):
        return False
    if len(pieces) == 3 and re.search(r",\s*[A-Z]{2}$", text) and pieces[-1] in _regions():
        return False  # "Fontainebleau, Miami Beach, FL": before a state stands one town
    if titleness(text) >= 2 or ((organisationness(text) >= 1.5 or school) and not state):
        return False
    if is_known(pieces[-1]) or (pieces[-1] in _regions() and pieces[0] not in _regions()):
        return len(pieces) <= 3
    return bool(_PLACE_SHAPE.match(text)) or pieces[0] in _places()


def is_town(text: str) -> bool:
    """True for a town by its name alone, and no country or region."""
    name = text.strip(" .").casefold()
    return _is_town(name) and name not in _countries() and name not in _regions()


def _is_town_of_country(text: str) -> bool:
    """ "wellington new zealand": a town and its country without a comma between them."""
    words = text.split()
    return any(
        " ".join(words[at:]) in _countries() and _is_town(" ".join(words[:at])) for at in range(1, min(len(words), 4))
    )


def is_famous_place(text: str) -> bool:
    """As `is_place` by the places everybody knows: for texts that may be a person's name or a list of skills, where
    "Florence" and "Split" are no towns."""
    return is_place(text, is_known=_places().__contains__)


def is_bare_place(text: str) -> bool:
    """A place that is not an unknown name in front of one: `Best Buy, Melbourne, Australia` is not bare."""
    if not is_place(text):
        return False
    pieces = re.split(r"(,|\s[–—-]\s|\s\()", text.strip(" ,.|·•()-–—"), maxsplit=1)
    first, mark, rest = pieces if len(pieces) == 3 else (*pieces, "", "")
    known = _is_town(first.strip().casefold()) or first.strip().casefold() in _regions()
    return known or not mark or not is_place(rest)


def is_url(text: str) -> bool:
    """True when the text is an address on the web and little else."""
    if not _URL.search(text):
        return False
    rest = _URL.sub("", text).strip(" :|()-–—·,")
    return len(rest) <= 10 and titleness(rest) < 2  # "Booking.com, Founder"


def find_urls(text: str) -> list[str]:
    """The web addresses in a text."""
    return [found.group() for found in _URL.finditer(text)]


def without_urls(text: str) -> str:
    """The text without web addresses."""
    return re.sub(r"\s{2,}", "  ", _URL.sub(" ", text)).strip(" ()|,·•-–—")
