"""What a part of the rubric hands over: lost points, each with the one fix that brings exactly them back.

Points are fractions, so that many small losses add up without a remainder. A loss never depends on another one:
wherever a part looks at many passages, each has its own share.
"""

import hashlib
import re
from dataclasses import dataclass, field
from fractions import Fraction

from careercoach.features.resume_reports.schemas import PartName, Place


@dataclass(frozen=True)
class Loss:
    """Lost points of one part, before anything is weighed anew because another part cannot be judged."""

    kind: str
    points: Fraction
    place: Place = field(default_factory=Place)
    n: int = 0
    words: str = ""
    skill: str = ""
    example: str = ""
    also: dict[PartName, Fraction] = field(default_factory=dict[PartName, Fraction])
    """Points of other parts that the same fix brings back."""
    sign: str = ""
    """What makes this loss the same one in the next version; the passage when empty."""


def stable_id(loss: Loss) -> str:
    """The id of a finding: its kind, and its passage without spelling of spaces, case and marks."""
    passage = loss.sign or loss.place.quote
    return hashlib.sha256(f"{loss.kind}|{normalised(passage)}".encode()).hexdigest()[:16]


def normalised(passage: str) -> str:
    """The words of a passage, in lower case, one space apart."""
    return " ".join(re.findall(r"[\w\u0900-\u097f]+", passage.casefold()))
