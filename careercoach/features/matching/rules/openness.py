"""Whether a job is open to anybody: the employer trains whoever comes and asks for nothing learnt beforehand."""

import re
from collections.abc import Iterable

from careercoach.features.matching.schemas import Requirement

_TRAINS = re.compile(
    r"\b(?:we|who)(?: will| can|['\u2019]ll)? (?:gladly |happily |fully )?(?:train|teach) (?!our|your|their|children|students|pupils|kids|adults|people how)"
    r"|\b(?:full|paid|complete|on[- ]the[- ]job|all) training\b|training (?:is |will be )?(?:fully )?(?:provided|given)"
    r"|\bno (?:prior |previous |\w+ )?(?:experience|background)(?: (?:is )?(?:needed|necessary|required)|\?|,? no problem)|experience (?:is )?not (?:required|necessary|needed)"
    r"|do(?:n['\u2019]t| not) need (?:any |to have )?(?:\w+ ){0,2}experience|whatever you(?:['\u2019]ve| have) done|hire for (?:heart|attitude|character|smiles?)"
    r"|\byour first job\b|back to work\b|nothing to unlearn|we(?: will|['\u2019]ll) show you|learn (?:everything |it )?on the job|no (?:\w+ ){1,2}knowledge (?:is )?(?:required|needed)"
    r"|our academy (?:turns|trains|teaches|will)"
    r"|\bsin experiencia\b|no (?:se requiere|hace falta|necesitas) experiencia|te formamos|keine (?:\w+ )?(?:erfahrung|vorkenntnisse) n[oö]tig|ohne vorkenntnisse|wir lernen (?:sie|dich) an|quereinsteiger"
    r"|d[eé]butants? accept|sans exp[eé]rience|sem experi[eê]ncia|n[aã]o (?:[eé] )?(?:necess[aá]ria|exige) experi[eê]ncia|अनुभव (?:की|का) (?:कोई )?(?:ज़रूरत|जरूरत|आवश्यकता) नहीं|बिना अनुभव|无需经验",
    re.IGNORECASE,
)
_NEAR = (
    "we train", "who train", "will train", "can train", "ll train", "ly train", "l training", "d training", "e training",
    "b training", "training is", "training will", "training provided", "training given", "we teach", "will teach", "can teach",
    "ll teach", "ly teach", "no experience", "experience is not", "experience not", "experience needed", "experience necessary", "experience required",
    "experience?", " background", "n't need", "n\u2019t need", "not need", "you've done", "you\u2019ve done", "you have done", "hire for", "first job",
    "back to work", "unlearn", "show you", "on the job", "knowledge", "academy", "experiencia", "formamos",
    "erfahrung n", "vorkenntnisse", "lernen ", "quereinst", "butant", "exp\u00e9rience", "experi\u00ean", "अनुभव", "经验",
)  # fmt: skip
"""One of these stands in each of the sentences above: only around them are those looked for."""
_AROUND = 60
_LEARNER = re.compile(r"\b(?:apprentice|trainee|auszubildende|azubi|aprendiz|apprenti)", re.IGNORECASE)
YEARS_MOST = 1.0
_EVERYBODYS = frozenset(("driving-license", "customer-service", "typing"))
"""What an employer that trains anybody may still ask for, and finds out in a talk."""


def trains_anybody(text: str, title: str) -> bool:
    """True when the trade is learnt on the job, so that title and tasks ask for nothing."""
    if _LEARNER.search(title):
        return True
    low = text.lower()
    return any(_TRAINS.search(text, max(0, at - _AROUND), at + _AROUND) for near in _NEAR for at in _places(low, near))


def _places(low: str, near: str) -> Iterable[int]:
    at = low.find(near)
    while at >= 0:
        yield at
        at = low.find(near, at + 1)


def is_open(requirements: Iterable[Requirement], years_least: float | None) -> bool:
    """True when a posting that trains anybody asks for no years and for nothing learnt beforehand."""
    return (years_least or 0) < YEARS_MOST and not any(map(_is_hard, requirements))


def _is_hard(item: Requirement) -> bool:
    """True for a must that is learnt beforehand: a skill or certificate, no tongue and no manner."""
    if item.strength != "must" or item.kind in ("soft", "language") or item.slug in _EVERYBODYS:
        return False
    return item.slug is not None or not item.name.islower()
