"""The letter of the morning, once per person and local date."""

from datetime import date, datetime, time
from uuid import UUID

from careercoach.core import db, jobs
from careercoach.core.errors import NotFoundError
from careercoach.core.jobs import JobRun, Json, Offer, Queue, daily_due
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.schemas import MailHour
from careercoach.features.today import flows


@jobs.job("today.letter", queue=Queue.PDF)
async def send_letter(run: JobRun, ref: str) -> Json:
    """Write the letter into the outbox. `ref` is "user/date"; the mail's own key makes a repeat harmless."""
    return await run.step("letter", _send, ref, tries=3, wait_s=5, timeout_s=120)


async def _send(ref: str) -> Json:
    user, _, day = ref.partition("/")
    try:
        return await flows.send_daily(UUID(user), date.fromisoformat(day))
    except NotFoundError:
        return "gone"  # the account was deleted after the job was offered


@jobs.due_every_minute
async def due(now: datetime) -> list[Offer]:
    """Whose hour has come, by their own clock, up to six hours late. The id says person and local date."""
    async with db.reading() as session:
        hours = await profiles.list_mail_hours(session)
        days = {hour: day for hour in hours if (day := _due_day(now, hour)) is not None}
        readers = await profiles.list_mail_readers(session, hours=list(days)) if days else []
    refs = [f"{user_id}/{days[hour].isoformat()}" for user_id, hour in readers]
    return [Offer(send_letter, ref=ref, key=f"daily-email/{ref}") for ref in refs]


def _due_day(now: datetime, hour: MailHour) -> date | None:
    return daily_due(now, hour.time_zone, time(hour.mail_minute // 60, hour.mail_minute % 60))
