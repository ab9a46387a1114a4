"""Which numbers, names and skills of a sentence nobody ever wrote: what a model may have invented."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from careercoach.content.scan import find_skills
from careercoach.core.letters import fold, plain_text
from careercoach.ports.ai.guard.words import word_list

Kind = Literal["number", "name", "skill"]

_NUMBER = re.compile(r"\d+(?:[.,\u00a0 ']\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
_GROUPED = re.compile(r"(\d{1,3}(?:[.,\u00a0 ']\d{3})+)([.,]\d+)?")
_SCALE = re.compile(r" ?(k|m|bn|million|billion|thousand|lakh|crore|mil|millones|mn)\b")
_SPELLED = {
    word: number
    for number, words in {
        2: "two dos दो", 3: "three tres तीन", 4: "four cuatro चार", 5: "five cinco पाँच पांच", 6: "six seis छह", 7: "seven siete सात",
        8: "eight ocho आठ", 9: "nine nueve नौ", 10: "ten diez दस", 11: "eleven once ग्यारह", 12: "twelve dozen doce docena बारह दर्जन", 15: "fifteen quince पंद्रह",
        20: "twenty veinte बीस", 30: "thirty treinta तीस", 40: "forty cuarenta चालीस", 50: "fifty cincuenta पचास", 100: "hundred cien सौ",
        1000: "thousand mil हज़ार हजार", 100000: "lakh लाख", 1000000: "million millón millones", 10000000: "crore करोड़",
    }.items()
    for word in words.split()
}  # fmt: skip
_TIMES = {
    "doubled": "2",
    "tripled": "3",
    "halved": "50",
    "quadrupled": "4",
    "dupliqué": "2",
    "tripliqué": "3",
    "दोगुना": "2",
}
_MANY = {
    word: words.split()[0]
    for words in (
        "dozens docenas दर्जनों", "hundreds cientos centenares सैकड़ों", "thousands miles हज़ारों हजारों", "lakhs लाखों",
        "millions", "crores करोड़ों",
    )
    for word in words.split()
}  # fmt: skip
"""How many without saying how many: as much of a claim as a number."""
_AT = re.compile(r"(?<![^\W_])(?:at|@|joined) ([a-z][a-z0-9&.-]{2,})(?![^\W_])")
# "20 minutes a day" is advice, "20 years" is a claim.
_ADVICE = re.compile(
    r"(?<![\d.,])[1-9]\d?(?:\s?(?:-|to|a)\s?[1-9]\d?)? (?:more )?(?:minutes?|mins?|times|days?|minutos?|veces|d[ií]as?|मिनट|बार|दिन)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\W_][\w'\u2019&+#.\u0900-\u097f-]*", re.UNICODE)
_SENTENCE = re.compile(r"[^.!?\u0964\n;]+(?:[.!?;](?=\S)[^.!?\u0964\n;]+)*[.!?\u0964;]*\s*|\n")
_HOUSES = re.compile(
    r"([\u0900-\u097f]+) (?:कंपनी|कम्पनी|लिमिटेड|प्राइवेट|टेक्नोलॉजीज|टेक्नोलॉजी|विश्वविद्यालय|संस्थान|कॉलेज|बैंक|कॉर्पोरेशन)"
)
_COMMON_HOUSES = frozenset(
    ["एक", "इस", "उस", "किसी", "हर", "अपनी", "बड़ी", "छोटी", "नई", "हमारी", "सरकारी", "निजी", "की", "के", "में", "यह", "वह"]
)


@dataclass(frozen=True)
class Invention:
    """Something that stands in no source."""

    kind: Kind
    words: str


class Written:
    """Everything that was written: the only place that numbers, names and skills may come from."""

    def __init__(self, *texts: str) -> None:
        whole = "\n".join(map(plain_text, texts))
        self._numbers = _numbers(whole)
        self._words = {piece for token in _TOKEN.findall(whole) for piece in _forms(token)}
        self._skills = {found.slug for found in find_skills(whole)}
        self._folded = fold(whole).text

    def has_skill(self, slug: str, surface: str) -> bool:
        """Whether somebody wrote of this skill."""
        return slug in self._skills or fold(surface).text in self._folded

    def inventions(self, text: str, *, starts_freely: bool = True) -> list[Invention]:
        """What of a text is in no source. `starts_freely` False: the first word of a sentence may be a name, too."""
        text = plain_text(text)
        numbers = _numbers(_ADVICE.sub(" ", text)) - self._numbers
        found = [Invention("number", number) for number in sorted(numbers)]
        found += [
            Invention("skill", skill.surface)
            for skill in find_skills(text)
            if not self.has_skill(skill.slug, skill.surface)
        ]
        return found + [Invention("name", name) for name in self._names(text, starts_freely)]

    def _names(self, text: str, starts_freely: bool) -> list[str]:
        found = [match.group(1) for match in _HOUSES.finditer(text) if match.group(1) not in _COMMON_HOUSES]
        # "at globex": an employer is one in small letters, too.
        found += [match.group(1).rstrip(".-") for match in _AT.finditer(text)]
        found = [name for name in found if name not in word_list("after_at")]
        names = [name for name in found if not self._is_known(name)]
        for sentence in sentences(text):
            for place, token in enumerate(_TOKEN.findall(sentence)):
                token = token.rstrip(".'\u2019-")
                if self._is_known(token) or not _is_name(token, first=place == 0, starts_freely=starts_freely):
                    continue
                names.append(token)
        return names

    def _is_known(self, token: str) -> bool:
        return bool(_forms(token) & self._words)

    def keep_true(self, text: str, *, starts_freely: bool = True) -> str:
        """The text without the sentences that hold an invention."""
        kept = [one for one in sentences(text) if not self.inventions(one, starts_freely=starts_freely)]
        return "".join(kept).strip()


_LACKING = re.compile(
    r"(?<![^\W_])(?:missing|miss|lack\w*|learn\w*|need\w*|gaps?|not|no|without|never|study|stud(?:y|ying)|practi[sc]e|improve|close|closing|"
    r"ask\w*|want\w*|requir\w*|add|start|begin|yet|n't|falta\w*|aprend\w*|necesit\w*|sin|nunca|estudia\w*|practica\w*|pide\w*|requiere\w*|"
    r"mejora\w*|a\u00f1ade|empieza|a\u00fan)(?![^\W_])|n't\b|n\u2019t\b|नहीं|कमी|सीख|चाहिए|अभ्यास|ज़रूर|जरूर|मांग|माँग|बिना|जोड़",
    re.IGNORECASE,
)


def claims_others_skill(sentence: str, own: Written) -> bool:
    """Whether a sentence says that somebody has a skill which they never wrote of. Words of lacking are no claim."""
    if _LACKING.search(sentence):
        return False
    return any(not own.has_skill(skill.slug, skill.surface) for skill in find_skills(sentence))


def sentences(text: str) -> list[str]:
    """A text in sentences and lines; joined they are the text."""
    return _SENTENCE.findall(text)


def _is_name(token: str, *, first: bool, starts_freely: bool) -> bool:
    folded = token.lower().removesuffix("'s").removesuffix("\u2019s")
    if folded in word_list("famous"):
        return True
    if not token[:1].isupper() or len(token) < 2:
        return False
    if folded in word_list("starters"):
        return False
    inner_capital = any(letter.isupper() for letter in token[1:])
    if not first or inner_capital:
        return True
    return not starts_freely and not _looks_like_a_verb(folded)


_ENDINGS = (
    "ed",
    "ing",
    "ly",
    "\u00e9",
    "\u00ed",
    "\u00f3",
    "ando",
    "iendo",
    "aba",
    "\u00eda",
    "ado",
    "ada",
    "ido",
    "ida",
    "mente",
    "tion",
    "ción",
    "ar",
    "er",
    "ir",
)


def _looks_like_a_verb(word: str) -> bool:
    return len(word) > 3 and word.endswith(_ENDINGS)


@cache
def _forms(token: str) -> frozenset[str]:
    """A word as it may come back: whole, without its ending, and each part of a compound."""
    whole = fold(token).text.strip(".'&-")
    forms = {whole, whole.removesuffix("'s"), *re.split(r"[-.'&/]", whole)}
    forms |= {form[:-1] for form in forms if len(form) > 3 and form.endswith("s")}
    return frozenset(form for form in forms if len(form) > 1)


def _numbers(text: str) -> set[str]:
    folded = fold(text).text
    found: set[str] = set()
    for match in _NUMBER.finditer(folded):
        if match.start() and folded[match.start() - 1].isalpha():
            continue  # "S3", "HTML5": part of a name, judged as one
        found.add(_value(match.group(), _SCALE.match(folded, match.end())))
    words = re.findall(r"[^\W\d_]+(?:[\u0900-\u097f]+)?|[\u0900-\u097f]+", folded)
    found |= {str(_folded_numbers()[word]) for word in words if word in _folded_numbers()}
    found |= {many for word in words if (many := _folded_many().get(word))}
    return found | {_TIMES[word] for word in words if word in _TIMES}


@cache
def _folded_numbers() -> dict[str, int]:
    return {fold(word).text: number for word, number in _SPELLED.items()}


@cache
def _folded_many() -> dict[str, str]:
    return {fold(word).text: many for word, many in _MANY.items()}


_POWERS = {
    "k": 3, "thousand": 3, "mil": 3, "m": 6, "mn": 6, "million": 6, "millones": 6, "bn": 9, "billion": 9, "lakh": 5, "crore": 7,
}  # fmt: skip


def _value(written: str, scale: re.Match[str] | None) -> str:
    """One spelling for one number: "1,200", "1.200" and "1.2k" are 1200."""
    if grouped := _GROUPED.fullmatch(written):
        number = float(re.sub(r"\D", "", grouped.group(1)) + (f".{grouped.group(2)[1:]}" if grouped.group(2) else ""))
    else:
        number = float(written.replace(",", "."))
    if scale:
        number *= 10 ** _POWERS[scale.group(1)]
    return str(int(number)) if number.is_integer() and number < 1e15 else f"{number:.4f}".rstrip("0")


def inventions(text: str, sources: Iterable[str]) -> list[Invention]:
    """What of a text stands in none of the sources."""
    return Written(*sources).inventions(text)
