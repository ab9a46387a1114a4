"""Whether a point begins (in Hindi: ends) with what was done, and how it could."""

import re
from dataclasses import dataclass
from types import ModuleType

from careercoach.features.resume_reports.rules.words import english, hindi, spanish

TONGUES: dict[str, ModuleType] = {"en": english, "es": spanish, "hi": hindi}
"""The languages whose verbs we know."""
_MARKS = " \t-–—•*·:,.;।"
_LINK = re.compile(r"^(?:of|for|in|de la|de los|de las|del|de|a|al|en)\s+", re.IGNORECASE)
_FIRST = re.compile(r"[^\W\d_][\w'-]*")


@dataclass(frozen=True)
class Weak:
    """The words that hide the deed, and what is left without them."""

    words: str
    rest: str


def weak_words(text: str, language: str) -> Weak | None:
    """What hides the deed in this point; None when it says what was done. `language`: one of TONGUES."""
    bare = text.strip(_MARKS)
    if language == "hi":
        return _hindi_weak(bare)
    tongue = TONGUES[language]
    for said in (bare, _without_pronoun(bare, tongue)):
        found = _opening(said, tongue)
        if found is not None:
            return found
    bare = _without_pronoun(bare, tongue)
    first = _FIRST.match(bare)
    if first is None or bare[0].isdigit():
        return None
    word = first.group().casefold()
    if word in tongue.FINE_NOUNS:
        return None
    if word in tongue.NOT_VERBS:
        return Weak(first.group(), bare)
    if (word in tongue.NAMED or word.endswith(tongue.NOMINAL)) and tongue.LINK.match(bare[len(word) :]):
        return Weak(first.group(), bare)
    return None


def _without_pronoun(bare: str, tongue: ModuleType) -> str:
    """ "I" at the beginning is a matter of its own (see parts.consistency)."""
    first, _, others = bare.partition(" ")
    return others if others and first.casefold().strip("'’,.:") in tongue.PRONOUNS else bare


def _opening(bare: str, tongue: ModuleType) -> Weak | None:
    for words in sorted(tongue.WEAK, key=len, reverse=True):
        if bare[: len(words)].casefold() == words and not bare[len(words) : len(words) + 1].isalnum():
            return Weak(bare[: len(words)], bare[len(words) :].strip(_MARKS))
    return None


def _hindi_weak(bare: str) -> Weak | None:
    core = bare
    for _ in range(2):
        for after in hindi.AFTER:
            if core.endswith(f" {after}"):
                core = core.removesuffix(after).strip(_MARKS)
    for candidate in (bare, core):
        for words in sorted(hindi.WEAK, key=len, reverse=True):
            if candidate.endswith(f" {words}") or candidate == words:
                rest = candidate.removesuffix(words).strip(_MARKS)
                return Weak(bare[len(rest) :].strip(_MARKS), rest)
    return None


def stronger(text: str, weak: Weak, language: str) -> str:
    """The point with the deed said, in its own words; the verb stays a question where the words do not hold it."""
    ending = "." if text.rstrip().endswith(".") and not weak.rest.endswith(".") else ""
    if language == "hi":
        return f"{weak.rest} {hindi.ASK_VERB}"
    tongue = TONGUES[language]
    if weak.rest not in (text.strip(_MARKS), _without_pronoun(text.strip(_MARKS), tongue)):
        said = _spoken(weak.rest, language) or _from_name(weak.rest, tongue)
        return _capital(said or f"{tongue.ASK_VERB} {weak.rest}") + ending
    said = _from_name(weak.rest, tongue)
    return _capital(said or f"{tongue.ASK_VERB} {_low(weak.rest)}") + ending


def _from_name(rest: str, tongue: ModuleType) -> str:
    """ "development of APIs" -> "developed APIs"; empty when the first word names no deed we know."""
    words = re.sub(r"^(?:the|la|el|los|las)\s+", "", rest, flags=re.IGNORECASE)
    first, _, others = words.partition(" ")
    verb = tongue.NAMED.get(first.casefold())
    if verb is None or not others or re.match(r"(?:and|y|e|&)\s", others):
        return ""
    return f"{verb} {_LINK.sub('', others)}"


def _spoken(rest: str, language: str) -> str:
    """ "managing a team" -> "managed a team"; "gestionar un equipo" -> "gestioné un equipo"."""
    first, _, others = rest.partition(" ")
    word = first.casefold()
    if language == "en" and word.endswith("ing") and len(word) > 5:
        return f"{english.PAST.get(word) or _past_of(word[:-3])} {others}".strip()
    if language == "es" and word in spanish.PAST:
        return f"{spanish.PAST[word]} {others}".strip()
    if language == "es" and re.search(r"[aei]r$", word) and len(word) > 4:
        return f"{_preterite(word)} {others}".strip()
    return ""


def _past_of(stem: str) -> str:
    if stem.endswith("e"):
        return f"{stem}d"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "sl":
        return f"{stem}ed"
    if stem.endswith("y") and stem[-2:-1] not in "aeiou":
        return f"{stem[:-1]}ied"
    return f"{stem}ed"


def _preterite(infinitive: str) -> str:
    stem, ending = infinitive[:-2], infinitive[-2:]
    if ending != "ar":
        return f"{stem}í"
    for before, after in (("c", "qu"), ("g", "gu"), ("z", "c")):
        if stem.endswith(before):
            return f"{stem[:-1]}{after}é"
    return f"{stem}é"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _low(words: str) -> str:
    """The first letter small, unless the first word is a name in capitals."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
