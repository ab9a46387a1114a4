"""Facts about practised interviews, for every room that wants to react (plan, progress)."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class WeakAnswer:
    """An answer worth practising again. `score` is 0-100; `question` and `skill` are slugs of the content."""

    question: str
    score: int
    skill: str = ""
    """The skill the question is about; empty for behavioural questions."""


@dataclass(frozen=True)
class InterviewFinished:
    """An interview was scored. Announced once per interview, in the transaction that keeps its report."""

    user_id: UUID
    interview_id: UUID
    role: str
    """Slug of the role it was held for; empty when it was for none of the catalogue."""
    weak: tuple[WeakAnswer, ...] = ()
    """The answers below "solid", weakest first."""


@dataclass(frozen=True)
class PracticeWanted:
    """Somebody asks for one answer to come back in their plan."""

    user_id: UUID
    interview_id: UUID
    answer: WeakAnswer


@dataclass(frozen=True)
class PracticePlanned:
    """These questions of an interview now stand in the plan as open tasks."""

    user_id: UUID
    interview_id: UUID
    questions: tuple[str, ...]
