"""What a text states: its numbers, its skills, its names, its words."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from careercoach.content.scan import find_skills
from careercoach.features.resume_builder.rules.words.common import NUMBER_WORDS

_NUMBER = re.compile(r"(?<![^\W_])\d+(?:[.,\u2019' ]\d+)*(?![^\W\d_]{4,})")
_WORD = re.compile(
    r"[^\W_](?:[^\W_]|[\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u200c\u200d'’.+#&/-](?=[^\W_]|[\u093a-\u094f\u0900-\u0903+#]))*[+#\u0900-\u0903\u093a-\u094f]*"
)
_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7,
           "लाख": 1e5, "करोड़": 1e7, "million": 1e6, "millones": 1e6, "billion": 1e9, "thousand": 1e3, "mil": 1e3, "हज़ार": 1e3}  # fmt: skip
_UNITS = {"%": "%", "percent": "%", "por ciento": "%", "प्रतिशत": "%", "फ़ीसदी": "%"}
_CURRENCY = "$€£₹¥"


@dataclass(frozen=True)
class Number:
    """A figure with its unit, and where it stands."""

    value: float
    unit: str
    start: int = field(compare=False, default=0)


def fold(text: str) -> str:
    """For comparing: composed, small, digits of every script as 0-9."""
    folded = unicodedata.normalize("NFC", text).casefold()
    if folded.isascii():
        return folded
    return "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in folded)


def words(text: str) -> list[str]:
    """The words of a text, folded."""
    return [match.group() for match in _WORD.finditer(fold(text))]


def numbers(text: str) -> list[Number]:
    """Every figure, in digits or letters, in the order of the text. 1,200 and 1.200 and 1 200 are one."""
    folded = fold(text)
    found: list[Number] = []
    for match in _NUMBER.finditer(folded):
        found += [Number(value, _unit(folded, match), match.start()) for value in _values(match.group())[:1]]
    for match in _WORD.finditer(folded):
        for part in re.split(r"[-/]", match.group()):
            if part in NUMBER_WORDS and part != "uno":
                found.append(Number(float(NUMBER_WORDS[part]), "", match.start()))
    return sorted(found, key=lambda number: number.start)


def _values(digits: str) -> list[float]:
    """What a figure may mean, the likeliest first."""
    bare = re.sub(r"[\u2019' ]", "", digits)
    parts = re.split(r"[.,]", bare)
    if len(parts) > 1 and all(len(part) == 3 for part in parts[1:]) and len(parts[0]) <= 3:
        return [float("".join(parts))]
    if len(parts) > 1 and all(len(part) in (2, 3) for part in parts[1:]) and len(parts[-1]) == 3 and "," in bare:
        return [float("".join(parts))]  # 1,20,000
    if len(parts) == 2:
        return [float(f"{parts[0]}.{parts[1]}")]
    return [float("".join(parts))]


def _unit(text: str, match: re.Match[str]) -> str:
    before, after = text[: match.start()].rstrip()[-1:], text[match.end() :]
    near = re.match(r"\s?(%|percent|por ciento|प्रतिशत|फ़ीसदी)|\s?([^\W\d_\s]{1,8})(?![^\W_])", after)
    unit = _UNITS[near[1]] if near and near[1] else ""
    scale = near[2] if near and near[2] in _SCALES else ""
    money = (
        before
        if before in _CURRENCY and before
        else next((sign for sign in _CURRENCY if after.lstrip().startswith(sign)), "")
    )
    return f"{money}{unit}{scale}"


def skills(text: str) -> set[str]:
    """Slugs of the skills of the graph that the text names, by any of their names."""
    return {found.slug for found in find_skills(text)}


def names(text: str) -> set[str]:
    """Words written as names are, folded: capitals inside a sentence, capitals or digits inside a word, signs."""
    found: set[str] = set()
    opens = True
    for match in re.finditer(r"\S+", text):
        written = match.group().strip(".,;:!?()[]\"'“”’")
        if written in ("", "I"):
            continue
        odd = any(letter.isupper() for letter in written[1:]) or any(mark in written for mark in "@/#+&\\<>{}|=_~^")
        if odd or (written[0].isupper() and not opens):
            found.add(fold(written))
        opens = match.group()[-1] in ".!?:" or text[match.end() : match.end() + 1] == "\n"
    return found


def stem(word: str) -> str:
    """A word without what endings change; short words stay whole."""
    bare = re.sub(r"[\u093a-\u094f\u0900-\u0903]+$", "", word)
    if bare != word or re.search(r"[\u0900-\u097f]", word):
        return bare[:6] if len(bare) > 6 else bare
    return word if len(word) <= 4 else word[: max(4, round(len(word) * 0.65))]


def is_kin(word: str, known: Iterable[str]) -> bool:
    """Whether the word is a form of one of these: automated, automation."""
    own = stem(word)
    for other in known:
        if word == other:
            return True
        shared = min(len(own), len(stem(other)))
        if shared >= 4 and word[:shared] == other[:shared] and abs(len(word) - len(other)) <= 5:
            return True
        if shared >= 2 and re.search(r"[\u0900-\u097f]", word) and own == stem(other):
            return True
    return False
