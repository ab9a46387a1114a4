"""Facts the room of resume reports announces."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class SuggestionFixed:
    """A person says they have followed a suggestion for their resume."""

    user_id: UUID
    suggestion_id: str
