"""What the planner does when other rooms tell news. The job that makes plans is in `building`."""

from sqlalchemy.ext.asyncio import AsyncSession

from careercoach.core.clock import local_date, utc_now
from careercoach.core.events import react_to
from careercoach.features.planner import service
from careercoach.features.planner.building import build
from careercoach.features.planner.schemas import PracticeItem
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.events import GoalChanged, PersonConfirmed
from careercoach.features.questions.events import InterviewFinished

__all__ = ["build", "check_goal", "mark_record", "practise_weak_answers"]


@react_to(GoalChanged)
async def check_goal(session: AsyncSession, fact: GoalChanged) -> None:
    """Another role, other hours or wishes: the plan says that it no longer fits. It is never redone by itself."""
    profile = await profiles.get_profile(session, user_id=fact.user_id)
    await service.compare_basis(session, user_id=fact.user_id, basis=service.plan_basis(profile))


@react_to(PersonConfirmed)
async def mark_record(session: AsyncSession, fact: PersonConfirmed) -> None:
    """The record is another one, so the gaps may be."""
    await service.mark_outdated(session, user_id=fact.user_id)


@react_to(InterviewFinished)
async def practise_weak_answers(session: AsyncSession, fact: InterviewFinished) -> None:
    """The weakest answers come back as tasks of the next days."""
    profile = await profiles.get_profile(session, user_id=fact.user_id)
    items = [
        PracticeItem(
            key=f"{fact.interview_id}/{answer.question}",
            question=answer.question,
            score=answer.score,
            skill=answer.skill,
        )
        for answer in fact.weak
    ]
    today = local_date(utc_now(), profile.time_zone)
    await service.add_practice_tasks(session, user_id=fact.user_id, source="interview", items=items, today=today)
