"""Facts the matching room announces."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class GapAnalysed:
    """A person was compared with the role they want: plans made from an older report may be out of date."""

    user_id: UUID
    gap_id: UUID
