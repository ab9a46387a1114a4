"""A process that sends what waits in the outbox through Resend's stand-in: `python -m …fan_out URL PER_SECOND`.

It ends by itself when no mail is on its way any more.
"""

import asyncio
import sys
from datetime import timedelta

from careercoach.core import db, jobs
from careercoach.core.clock import utc_now
from careercoach.core.jobs import JobsConfig
from careercoach.features.notifications import jobs as room_jobs
from careercoach.features.notifications import service
from careercoach.features.notifications.schemas import MailState
from careercoach.ports.files import use_files
from careercoach.ports.files.choice import disk_files
from careercoach.ports.mail import MailLimits, use_mailer
from careercoach.ports.mail.resend import BATCH, ResendMailer
from careercoach.settings import settings
from tests.standins.resend_server import KEY

PDF = b"%PDF-1.7 a page of work" * 2000


async def main(url: str, per_second: float) -> None:
    assert room_jobs.send is not None
    use_files(disk_files())
    use_mailer(
        ResendMailer(api_key=KEY, api_url=url, sender="CareerCoach <coach@mail.example.org>"),
        MailLimits(per_second=per_second, batch=BATCH),
    )
    # The clock of the app ticks once a minute; a test need not wait for it.
    async with jobs.lifespan(JobsConfig(settings.data_dir, tick_s=2.0)):
        while await _is_waiting():
            await asyncio.sleep(0.5)


async def _is_waiting() -> bool:
    async with db.reading() as session:
        for state in (MailState.QUEUED, MailState.SENDING):
            if (await service.list_outbox(session, state=state, limit=1)).total:
                return True
    return False


async def fill(count: int, *, with_pdf: bool) -> list[str]:
    """So many letters of the morning in the outbox; their addresses."""
    use_files(disk_files())
    day = utc_now() - timedelta(minutes=1)
    for number in range(count):
        files = []
        if with_pdf:
            files = [await service.keep_attachment(file_name="day.pdf", content_type="application/pdf", data=PDF)]
        async with db.transaction() as session:
            await service.queue_mail(
                session, user_id=None, to=f"p{number}@example.org", kind="daily", key=f"daily/{number}/{day:%Y-%m-%d}",
                subject="Today: SQL joins", text="Tasks", html="<p>Tasks</p>", attachments=files,
            )  # fmt: skip
    return [f"p{number}@example.org" for number in range(count)]


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], float(sys.argv[2])))
