"""Where the work of a posting is done: its town, region or country."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from careercoach.content.compiled import FOLDER, recall
from careercoach.content.scan import Trie, walk
from careercoach.content.terms import Term, build_trie, fold, pack

_LABEL = re.compile(
    r"(?im)^[ \t*_#-]{0,8}(?:(?:job|primary|main|office|position) )?(?:locations?|based in|ubicaci[oó]n|lugar|local|lieu|(?:arbeits|stand)ort|工作地点"
    r"|place of work|work location|स्थान|कार्यस्थल)\s*[:\uff1a\-\u2013][*_ ]*([^\n|;]{2,60})"
)
_NO_TOWN = re.compile(
    r"(?:100 ?% |fully )?(?:remote|hybrid|in[- ]person|on[- ]?site|in[- ]office|h[ií]brido|remoto|presencial|home ?office|anywhere)",
    re.IGNORECASE,
)
"""Behind "Location:", how one works and not where."""
_BASED = re.compile(
    r"\b(?:based in|located in|office in|position in|role in|con sede en)\s+([A-Z][\w.]+(?:[ ,]+[A-Z][\w.]+){0,3})"
)
_STATE = re.compile(
    r"(?-i:\b[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2}), ?(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]"
    r"|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\b"
)
_JUST_BEFORE = re.compile(r"(?:\b(?:in|from|near|at|nach|für|en|à|de|bei)|[:(\u2013\u2014/-]) $", re.IGNORECASE)
HEAD = 500
"""Characters at the top, where a bare name of a town is the place of work."""


def _compile_places() -> dict[str, Any]:
    source = tomllib.loads((FOLDER / "recognition" / "places.toml").read_text(encoding="utf-8"))
    terms = [
        Term(" ".join(name.split()), kind)
        for kind, names in (("town", source["towns"]), ("region", source["regions"]), ("country", source["countries"]))
        for name in names.split(";")
    ]
    return {"trie": pack(build_trie(terms))}


@cache
def _trie() -> Trie:
    compiled: Mapping[str, Any] = recall("places", ("recognition",), _compile_places, __file__)
    return Trie(compiled["trie"])


def is_place(name: str) -> bool:
    """True for a name that is a town, a region or a country."""
    return any(start == 0 and end == len(name) for _, start, end, _ in walk(_trie(), name, fold(name)))


def find_location(text: str) -> str:
    """Town, region or country of the work place, as written; empty when not said."""
    labelled = (match for match in _LABEL.finditer(text) if not _NO_TOWN.fullmatch(match[1].strip(" .*_")))
    match = next(labelled, None) or _BASED.search(text)
    if match:
        return match[1].strip(" .*_")
    state = _STATE.search(text, 0, HEAD)
    return state.group() if state else _named(text)


def _named(text: str) -> str:
    """A known town at the top, or anywhere after "in"; else a region, else a country in the same way."""
    found = {"town": "", "region": "", "country": ""}
    for kind, start, end, _ in walk(_trie(), text, fold(text)):
        is_name = text[start].isupper() or not text[start].isascii()
        # "We move parcels across India" says nothing of where the desk stands.
        is_head = start < HEAD and (
            kind != "country" or text[max(0, start - 2) : start].strip() in (",", "(", "|", "-", "\u2013")
        )
        if is_name and not found[kind] and (is_head or _JUST_BEFORE.search(text, max(0, start - 8), start)):
            found[kind] = text[start:end]
    return found["town"] or found["region"] or found["country"]
