"""Collects one person's figures from the rooms that know them."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from careercoach.core.clock import local_date, utc_now
from careercoach.features.analytics.schemas import Figures
from careercoach.features.interviews import service as interviews
from careercoach.features.planner import service as planner
from careercoach.features.profiles import service as profiles
from careercoach.features.resume_reports import service as resume_reports


async def get_figures(session: AsyncSession, *, user_id: UUID) -> Figures:
    """Everything the progress page shows, for the person's own calendar day."""
    profile = await profiles.get_profile(session, user_id=user_id)
    today = local_date(utc_now(), profile.time_zone)
    progress = await planner.progress(session, user_id=user_id, today=today)
    scores = await interviews.latest_scores(session, user_id=user_id)
    resume = await resume_reports.find_standing(session, user_id=user_id)
    study_days = 7 - len(profile.days_off)
    return Figures(
        today=today,
        percent=progress.percent,
        done_minutes=progress.done_minutes,
        minutes=progress.minutes,
        done_count=progress.done_count,
        task_count=progress.task_count,
        streak_days=progress.streak_days,
        day_goal_min=round(profile.weekly_minutes / study_days),
        minutes_by_day=progress.minutes_by_day,
        scores=[(local_date(score.finished_at, profile.time_zone), score.overall) for score in scores],
        resume_score=resume.score if resume else None,
        resume_fixed=resume.fixed if resume else 0,
        resume_total=resume.total if resume else 0,
    )
