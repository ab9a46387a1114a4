"""The class of a licence that a posting names ("Class A CDL", "Klasse CE") against the resume's."""

import re

from careercoach.features.matching.schemas import MatchProfile, Posting

_CLASS = re.compile(
    r"\b(?:CDL[ -]?\(?(?:class[ -]?)?|(?:class|klasse|classe|clase|cat(?:egory)?\.?|categor[ií]a|CNH|permis|carn[eé](?:t)?(?: de conducir)?(?: tipo)?)[ :\"'-]{1,2})"
    r"(?P<one>[A-E]E?)\b(?P<after>[^.;\n]{0,40})",
    re.IGNORECASE,
)
_LICENCE = re.compile(r"CDL|licen[cs]|driv|f[uü]hrerschein|fahr|permis|carn|CNH|motorista|conduc", re.IGNORECASE)
_RANKS = "CBA"
"""American classes from the lightest to the heaviest: a heavier one holds the lighter."""
AROUND = 40


def lacks_class(profile: MatchProfile, posting: Posting) -> str:
    """The class of a driving licence as the posting writes it, when the resume names classes and none is enough.

    Nothing when either text names none: whoever drives for a living need not write the letter down.
    """
    sentences = dict.fromkeys(item.sentence for item in posting.requirements if item.strength == "must")
    asked = _classes("\n".join(sentences))
    if not asked:
        return ""
    had = {letter for letter, _ in _classes(profile.text)}
    is_american = "CDL" in posting.text.upper()
    enough = {other for letter, _ in asked for other in _at_least(letter, is_american=is_american)}
    return "" if not had or had & enough else asked[0][1]


def _classes(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for match in _CLASS.finditer(text):
        near = text[max(0, match.start() - AROUND) : match.end("one") + AROUND]
        if match["one"].isupper() and _LICENCE.search(near):
            found.append((match["one"], match.group()[: match.end("one") - match.start()]))
    return found


def _at_least(letter: str, *, is_american: bool) -> str | list[str]:
    if is_american:
        return _RANKS[_RANKS.find(letter) :] if letter in _RANKS else letter
    # In Europe D is for buses and C for lorries; with a trailer (CE) one may drive without.
    return [letter] if letter.endswith("E") else [letter, letter + "E"]
