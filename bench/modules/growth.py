"""Goal 19: what a click, a page, a login and each minute ask the database, with ten times as many people."""

import random
import re
import sqlite3
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bench.house import Resident
from bench.record import Bench
from bench.rounds import take_turns
from bench.town import TABLES, settle
from careercoach.core import db
from careercoach.core.clock import local_date, utc_now
from careercoach.features.accounts import service as accounts
from careercoach.features.notifications import service as notifications
from careercoach.features.planner import service as planner
from careercoach.features.profiles import service as profiles
from careercoach.features.today import service as today

ZONE = "UTC"
AT_A_TIME = 20
"""People asked for in one sample."""
Question = Callable[[AsyncSession, Resident], Awaitable[object]]


async def _tick(session: AsyncSession, one: Resident) -> None:
    task, day = UUID(one.tasks[0]), local_date(utc_now(), ZONE)
    await planner.complete_task(session, user_id=one.id, task_id=task, today=day)
    await planner.undo_task(session, user_id=one.id, task_id=task)


async def _mails(session: AsyncSession, _one: Resident) -> None:
    await notifications.list_due(session, now=utc_now())
    await notifications.has_stale(session, now=utc_now())


QUESTIONS: dict[str, Question] = {
    "who is it": lambda session, one: accounts.find_person(session, token=one.token),
    "log in": lambda session, one: accounts.find_login(session, email=one.email),
    "the list of today": lambda session, one: planner.list_day(
        session, user_id=one.id, day=local_date(utc_now(), ZONE)
    ),
    "the page Today": lambda session, one: today.open_day(session, user_id=one.id, now=utc_now()),
    "tick and untick": _tick,
    "mails to send": _mails,
}
EACH_MINUTE: dict[str, Question] = {
    "whose morning it is": lambda session, _one: profiles.list_mail_hours(session),
}
"""What is asked once a minute, whoever clicks."""


@dataclass
class Town:
    """One database and who lives in it."""

    file: Path
    engine: AsyncEngine
    people: list[Resident]
    pick: random.Random = field(default_factory=lambda: random.Random(3))

    async def ask(self, question: Question) -> float:
        """CPU microseconds, averaged over a few people."""
        chosen = self.pick.choices(self.people, k=AT_A_TIME)
        async with AsyncSession(self.engine, expire_on_commit=False) as session, session.begin():
            began = time.process_time()
            for one in chosen:
                await question(session, one)
                session.expunge_all()
            return (time.process_time() - began) / AT_A_TIME * 1e6

    async def whole_tables(self, questions: Mapping[str, Question]) -> list[str]:
        """The statements that a question sends and whose plan reads all of a table that grows with the people."""
        sent: dict[str, Any] = {}

        def note(_c: Any, _cursor: Any, statement: str, bound: Any, _context: Any, _many: bool) -> None:
            sent[statement] = bound

        event.listen(self.engine.sync_engine, "before_cursor_execute", note)
        for question in questions.values():
            await self.ask(question)
        event.remove(self.engine.sync_engine, "before_cursor_execute", note)
        assert len(sent) > len(questions), "nothing was heard of what is asked"
        grows = re.compile(rf"SCAN (?:{'|'.join(TABLES)})\b")
        with closing(sqlite3.connect(self.file)) as plain:
            plans = {sql: plain.execute(f"explain query plan {sql}", bound).fetchall() for sql, bound in sent.items()}
        return [sql for sql, plan in plans.items() if any(grows.search(row[-1]) for row in plan)]


async def run(bench: Bench) -> None:
    """Records growth, growth_minute and growth_plans."""
    few, many = bench.scale.people, 10 * bench.scale.people
    async with _town(bench.folder / "town-few", few) as small, _town(bench.folder / "town-many", many) as large:
        contenders = {
            f"{name}, {size}": partial(town.ask, question)
            for name, question in (QUESTIONS | EACH_MINUTE).items()
            for size, town in (("few", small), ("many", large))
        }
        samples = await take_turns(contenders, rounds=bench.scale.rounds, warm_up=bench.scale.warm_up)
        whole = await large.whole_tables(QUESTIONS | EACH_MINUTE)
    growth = {name: statistics.median(samples[f"{name}, many"]) / statistics.median(samples[f"{name}, few"])
              for name in QUESTIONS | EACH_MINUTE}  # fmt: skip
    for goal, questions in (("growth", QUESTIONS), ("growth_minute", EACH_MINUTE)):
        worst = max(questions, key=lambda name: growth[name])
        bench.add(goal, app=samples[f"{worst}, many"], raw=samples[f"{worst}, few"], unit="us")
    bench.add("growth_plans", app=[len(whole)], unit="")
    said = ", ".join(
        f"{name} {statistics.median(samples[f'{name}, many']):.0f} us ({ratio:.2f}x)" for name, ratio in growth.items()
    )
    bench.note(f"With {many:,} people: {said}.")
    for statement in whole:
        bench.note(f"Reads a whole table: {' '.join(statement.split())[:200]}")


@asynccontextmanager
async def _town(folder: Path, count: int) -> AsyncIterator[Town]:
    people = await settle(folder, count)
    file = folder / "app.db"
    engine = db.make_engine(f"sqlite+aiosqlite:///{file}")
    yield Town(file, engine, people)
    await engine.dispose()
