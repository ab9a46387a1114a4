"""Goal 3: the whole morning letter of one person (question, HTML, PDF, row of the outbox) beside its bare PDF."""

import asyncio
import itertools
from collections.abc import Awaitable, Callable, Iterator
from uuid import UUID

from bench.house import house, move_in
from bench.machine import Clock
from bench.modules.pdf import content_of
from bench.record import Bench
from bench.rounds import take_turns
from careercoach.core import db
from careercoach.core.clock import local_date, utc_now
from careercoach.core.workers import Workers
from careercoach.features.profiles import service as profiles
from careercoach.features.today import flows, service
from careercoach.ports.pdf import use_pdf
from careercoach.ports.pdf.printer import WeasyPrintPdf
from careercoach.settings import settings

LETTERS = 3
"""A round."""
SPARE = 4
"""People for the first letter of each way, which starts processes."""
ZONE = "UTC"


async def run(bench: Bench) -> None:
    """Records digest and digest_without_pdf."""
    rounds = bench.scale.rounds + bench.scale.warm_up
    with house(bench.folder / "digest"):
        people = [resident.id for resident in await move_in(2 * LETTERS * rounds + SPARE)]
        await _wake(people)
        printer = WeasyPrintPdf(bench.folder / "digest-cache", size=1)
        use_pdf(printer)
        before = settings.mail_pdf
        try:
            await _measure(bench, iter(people))
        finally:
            settings.mail_pdf = before
            await printer.close()
            await db.dispose()


async def _wake(people: list[UUID]) -> None:
    async with db.transaction() as session:
        for user_id in people:
            await profiles.set_mail(session, user_id=user_id, mail_on=True)


async def _measure(bench: Bench, people: Iterator[UUID]) -> None:
    today = local_date(utc_now(), ZONE)
    raw = Workers(target="bench.raw.paper:tuned")
    first = next(people)
    async with db.reading() as session:
        content = {"day": content_of(await service.get_day(session, user_id=first, day=today, today=today))}

    async def theirs() -> float:
        answers = [await raw.run(content) for _ in range(LETTERS)]
        return sum(head["cpu_s"] for head, _ in answers) / LETTERS * 1000

    for user_id in itertools.islice(people, SPARE - 1):  # starts the printing process
        await flows.send_daily(user_id, today)
    samples = await take_turns(
        {"attached": _sending(people, "attach"), "linked": _sending(people, "link"), "raw": theirs},
        rounds=bench.scale.rounds,
        warm_up=bench.scale.warm_up,
    )
    await raw.close()
    bench.add("digest", app=samples["attached"], raw=samples["raw"], unit="ms")
    bench.add("digest_without_pdf", app=samples["linked"], raw=samples["raw"], unit="ms")


def _sending(people: Iterator[UUID], pdf: str) -> Callable[[], Awaitable[float]]:
    async def sent() -> float:
        settings.mail_pdf = "attach" if pdf == "attach" else "link"
        today, clock = local_date(utc_now(), ZONE), Clock()
        for user_id in itertools.islice(people, LETTERS):
            outcome = await flows.send_daily(user_id, today)
            assert outcome == "sent", outcome
        await asyncio.sleep(0)  # what follows the commit
        return clock.passed() / LETTERS * 1000

    return sent
