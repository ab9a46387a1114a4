"""Facts the resumes room announces."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class ResumeRead:
    """A new file was read. Nothing in it is a fact about the person before they have confirmed it."""

    user_id: UUID
    resume_id: UUID
