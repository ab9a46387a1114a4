"""What the planner does when other rooms tell news. The job that makes plans is in `building`."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from careercoach.core.clock import local_date, utc_now
from careercoach.core.events import announce, react_to
from careercoach.features.planner import service
from careercoach.features.planner.building import build
from careercoach.features.planner.schemas import PracticeItem
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.events import GoalChanged, PersonConfirmed
from careercoach.features.questions.events import InterviewFinished, PracticePlanned, PracticeWanted, WeakAnswer

__all__ = ["build", "check_goal", "mark_record", "practise_on_wish", "practise_weak_answers"]

AHEAD = timedelta(days=366)


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
    await _practise(session, fact.user_id, fact.interview_id, fact.weak)


@react_to(PracticeWanted)
async def practise_on_wish(session: AsyncSession, fact: PracticeWanted) -> None:
    """One answer comes back because the person asked for it."""
    await _practise(session, fact.user_id, fact.interview_id, (fact.answer,))


async def _practise(session: AsyncSession, user_id: UUID, interview_id: UUID, answers: tuple[WeakAnswer, ...]) -> None:
    profile = await profiles.get_profile(session, user_id=user_id)
    items = [
        PracticeItem(
            key=f"{interview_id}/{answer.question}", question=answer.question, score=answer.score, skill=answer.skill
        )
        for answer in answers
    ]
    today = local_date(utc_now(), profile.time_zone)
    await service.add_practice_tasks(session, user_id=user_id, source="interview", items=items, today=today)
    tasks = await service.list_tasks(session, user_id=user_id, first=today, last=today + AHEAD)
    there = {str(task.values.get("question")) for task in tasks if task.source == "interview" and task.state == "open"}
    planned = tuple(answer.question for answer in answers if answer.question in there)
    if planned:
        await announce(session, PracticePlanned(user_id, interview_id, planned))
