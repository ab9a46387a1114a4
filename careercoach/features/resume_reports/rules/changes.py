"""What a new version of a resume fixed, kept and brought, beside the version before it."""

from dataclasses import dataclass, field
from difflib import SequenceMatcher

from careercoach.features.resume_reports.rules.losses import normalised
from careercoach.features.resume_reports.schemas import Finding, ResumeReport

ALIKE = 0.6
"""From this likeness on, two passages are two wordings of one."""


@dataclass
class Compared:
    """Two reports side by side."""

    fixed: list[Finding] = field(default_factory=list[Finding])
    same: dict[str, str] = field(default_factory=dict[str, str])
    """Ids of findings that are the same in other words: of the old one, then of the new one."""
    new: int = 0


def compare(before: ResumeReport, after: ResumeReport, text: str) -> Compared:
    """`text` is the reading text of the new version."""
    now = {finding.id: finding for finding in after.findings}
    known = {finding.id for finding in before.findings}
    fresh = [finding for finding in after.findings if finding.id not in known]
    compared = Compared()
    for old in before.findings:
        if old.id in now:
            continue
        reworded = _most_alike(old, fresh)
        if reworded is not None:
            fresh.remove(reworded)
            compared.same[old.id] = reworded.id
        elif not _still_stands(old, text):
            compared.fixed.append(old)
    compared.new = len(fresh)
    return compared


def _most_alike(old: Finding, fresh: list[Finding]) -> Finding | None:
    """The same kind of finding about a passage that was only reworded."""
    passage = normalised(old.place.quote)
    likeness = {
        index: SequenceMatcher(None, passage, normalised(other.place.quote), autojunk=False).ratio()
        for index, other in enumerate(fresh)
        if other.kind == old.kind and passage and other.place.quote
    }
    best = max(likeness, key=lambda index: likeness[index], default=None)
    return fresh[best] if best is not None and likeness[best] >= ALIKE else None


def _still_stands(old: Finding, text: str) -> bool:
    """A point without a number may be asked for no longer because others have one now: that did not fix it."""
    return old.kind == "no_measure" and normalised(old.place.quote) in normalised(text)
