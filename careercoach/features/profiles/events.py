"""Facts the profiles room announces."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class GoalChanged:
    """The role, the hours or the preferences are new: plans made before may no longer fit."""

    user_id: UUID


@dataclass(frozen=True)
class PersonConfirmed:
    """The person has seen and confirmed their record."""

    user_id: UUID
