"""What of a resume may count as shown: no posting's own words pasted back, no list that nothing in the life bears out.

Looked at only where a resume would otherwise pass. Both rules take the doubtful lines out, places unchanged:

- runs of `RUN` words and more that stand in the posting too, once they add up to `COPIED_LEAST` words
- skills that stand in lists only, when fewer than `PROVEN_LEAST` of the must-haves covered are shown by a job, project,
  study or certificate, and neither the titles held nor the studies belong to the posting's work
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from careercoach.content.graph import graph
from careercoach.content.terms import fold
from careercoach.features.matching.rules.fields import broad_fields, guess_fields, kinship
from careercoach.features.matching.rules.kin import title_match
from careercoach.features.matching.rules.titles import find_role
from careercoach.features.matching.rules.words import count_stems, weigh
from careercoach.features.matching.schemas import Evidence, MatchProfile, Posting, Where

RUN = 9
COPIED_LEAST = 25
COVERED_FROM = 0.5
COVERED_LEAST = 3
"""Must-haves that a list has to cover before it is doubted."""
PROVEN_LEAST = 0.25
RELATED_TITLE, RELATED_FIELD = 0.5, 0.25
_PROOF: frozenset[Where] = frozenset(("work", "project", "education", "certificate", "claimed"))
_COMPUTING = re.compile(
    r"comput|software|informati[ckq]|inform[aá]t|engineering|data|mathemat|statisti|physics|electronic|कंप्यूटर|计算机|软件",
    re.IGNORECASE,
)
_OF_COMPUTING = ("software", "data", "security", "engineering")
"""Studies and broad fields of work that go together, whatever the degree is called."""
_WORD = re.compile(r"[^\W_]+")
Spans = Sequence[tuple[int, int]]


class Credible(NamedTuple):
    """The profile that counts, and the key of the sentence that says what was left out; empty when nothing was."""

    profile: MatchProfile
    doubt: str = ""


def credible(profile: MatchProfile, posting: Posting) -> Credible:
    """The profile without what was copied from the posting, and without lists that nothing bears out."""
    copied = _copied(profile.text, posting.text)
    if copied:
        profile = _without(profile, copied)
    listed = _only_listed(profile, posting)
    if listed:
        profile = _without(profile, listed)
    return Credible(profile, "copied" if copied else "listed" if listed else "")


def _copied(resume: str, posting: str) -> Spans:
    own = [(match.start(), match.end()) for match in _WORD.finditer(resume)]
    words = _WORD.findall(fold(resume))
    theirs = _WORD.findall(fold(posting))
    if len(words) != len(own):
        return []
    runs = {tuple(theirs[at : at + RUN]) for at in range(len(theirs) - RUN + 1)}
    taken: set[int] = set()
    for at in range(len(words) - RUN + 1):
        if tuple(words[at : at + RUN]) in runs:
            taken.update(range(at, at + RUN))
    return [own[at] for at in sorted(taken)] if len(taken) >= COPIED_LEAST else []


def _only_listed(profile: MatchProfile, posting: Posting) -> Spans:
    titles = [spell.title for spell in profile.work if spell.title]
    if not titles or _is_related(profile, posting, titles):
        return []
    credits = graph().expand(profile.skills)
    sources = {
        item.slug: profile.skills.get(item.slug) or profile.skills.get(str(credits[item.slug].through))
        for item in posting.requirements
        if item.slug and item.strength == "must" and item.kind != "soft" and item.slug in credits
        if credits[item.slug].share >= COVERED_FROM
    }
    shown = [any(proof.where in _PROOF for proof in skill.evidence) for skill in sources.values() if skill]
    if len(shown) < COVERED_LEAST or sum(shown) >= PROVEN_LEAST * len(shown):
        return []
    if any(skill.is_claimed for skill in sources.values() if skill):
        return []
    listed = [skill for skill in profile.skills.values() if not any(proof.where in _PROOF for proof in skill.evidence)]
    return [(proof.start, proof.end) for skill in listed for proof in skill.evidence]


def _is_related(profile: MatchProfile, posting: Posting, titles: list[str]) -> bool:
    """True when a post held or what was studied is of the posting's kind: then a bare list is just a short resume."""
    roles = [guess for title in titles[:3] for guess in find_role(title, "en", limit=2)]
    held = profile.model_copy(update={"titles": titles, "roles": roles})
    if (title_match(held, posting) or 0.0) >= RELATED_TITLE:
        return True
    studied = " ; ".join(profile.education_areas)
    if (
        _COMPUTING.search(studied)
        and sum(broad_fields(posting.fields).get(field, 0.0) for field in _OF_COMPUTING) > 0.5
    ):
        return True
    return any(kinship(guess_fields(life, []), posting.fields) >= RELATED_FIELD for life in (*titles[:3], studied))


def _without(profile: MatchProfile, spans: Spans) -> MatchProfile:
    """The profile as if these stretches of its text were not there; what else it says keeps its place."""
    text = _blanked(profile.text, spans)
    kept = {
        slug: skill.model_copy(update={"evidence": left})
        for slug, skill in profile.skills.items()
        if (left := [proof for proof in skill.evidence if not _inside(proof, text)]) or not skill.evidence
    }
    counts = weigh(count_stems(text))
    months = sum(spell.months for spell in profile.work)
    years = profile.years if profile.years is None or not months else min(profile.years, round(months / 12, 1))
    return profile.model_copy(
        update={
            "text": text,
            "skills": kept,
            "years": years,
            "words": {stem: weight for stem, weight in profile.words.items() if stem in counts},
            "fields": guess_fields(text, profile.titles),
        }
    )


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    signs = list(text)
    for start, end in spans:
        signs[start:end] = [sign if sign == "\n" else " " for sign in signs[start:end]]
    return "".join(signs)


def _inside(proof: Evidence, text: str) -> bool:
    """True for a line of which hardly anything is left."""
    return len(_WORD.findall(text, proof.start, proof.end)) * 2 < len(_WORD.findall(proof.quote))
