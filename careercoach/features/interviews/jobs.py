"""What the room does by itself: ends interviews whose time is up, sees that each finished one gets its scores."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from careercoach.core import db
from careercoach.core.events import react_to
from careercoach.core.jobs import Offer, due_every_minute
from careercoach.features.interviews import flows, service
from careercoach.features.interviews.judging import score, score_key
from careercoach.features.questions.events import PracticePlanned

STUCK_AFTER = timedelta(minutes=10)

__all__ = ["due", "note_planned", "score"]


@due_every_minute
async def due(now: datetime) -> list[Offer]:
    """Close what ran out of time; offer the scoring of everything finished.

    A run that failed is offered again once an hour, under a new id.
    """
    async with db.reading() as session:
        late = await service.list_late(session, now=now)
    for user_id, interview_id in late:
        await flows.finish_late(user_id, interview_id)
    async with db.reading() as session:
        waiting = await service.list_unscored(session)
    offers = [Offer(score, str(interview), score_key(interview)) for interview, _ in waiting]
    stuck = [interview for interview, finished_at in waiting if finished_at < now - STUCK_AFTER]
    return offers + [Offer(score, str(interview), f"{score_key(interview)}/{now:%Y%m%d%H}") for interview in stuck]


@react_to(PracticePlanned)
async def note_planned(session: AsyncSession, fact: PracticePlanned) -> None:
    """The report can say which answers come back."""
    await service.mark_in_plan(session, user_id=fact.user_id, interview_id=fact.interview_id, asked=set(fact.questions))
