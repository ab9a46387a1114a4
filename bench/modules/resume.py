"""Goals 13 and 16: text of a resume beside plain PyMuPDF, and the whole way from file to stored plan."""

import itertools
import statistics
import time
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import desc, select, text

from bench.house import ROLE, house
from bench.machine import Clock
from bench.raw.reading import insert_rows, insert_rows_bare
from bench.record import Bench
from bench.rounds import p95, take_turns
from careercoach.core import db
from careercoach.core.clock import local_date, utc_now
from careercoach.core.workers import MIB, Workers
from careercoach.features.accounts import service as accounts
from careercoach.features.accounts.schemas import SignUp
from careercoach.features.matching import flows as matching_flows
from careercoach.features.planner import flows as planner_flows
from careercoach.features.planner.models import Plan, PlanTask
from careercoach.features.planner.schemas import PlanView
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.schemas import GoalInput
from careercoach.features.resumes import flows as resume_flows
from careercoach.features.resumes import service as resumes
from careercoach.settings import settings
from tests.factories import NO_HASH, PASSWORD

SAMPLES = Path(__file__).parents[2] / "tests" / "features" / "resumes" / "samples"
TWO_PAGES = ("jane-onepage.pdf", "rich-class.pdf")
"""The samples of two pages."""
WEEKLY_MIN = 150
"""Makes plans of about sixty tasks."""
EMPTY = {"done_at", "done_on", "source_key"}
"""Columns that a new task has no value for."""
ROOM = 4096 * MIB
"""PyMuPDF's Python half reserves far more address space than it uses."""


async def run(bench: Bench) -> None:
    """Records resume_text, resume_to_plan and resume_to_plan_wall."""
    await _text(bench)
    with house(bench.folder / "resume"):
        await db.dispose()
        await _to_plan(bench)
        await resume_flows.close()
        await db.dispose()


async def _text(bench: Bench) -> None:
    files = [path.read_bytes() for path in sorted(SAMPLES.glob("*.pdf"))]
    workers = {name: Workers(target=f"bench.raw.reading:{name}", memory_bytes=ROOM) for name in ("ours", "plain")}
    header = {"times": bench.scale.resume_repeats}

    def reading(name: str):
        async def read() -> float:
            heads = [(await workers[name].run(header, data))[0] for data in files]
            return statistics.fmean(head["cpu_s"] for head in heads) * 1000

        return read

    samples = await take_turns(
        {name: reading(name) for name in workers}, rounds=bench.scale.rounds, warm_up=bench.scale.warm_up
    )
    for pool in workers.values():
        await pool.close()
    bench.add("resume_text", app=samples["ours"], raw=samples["plain"], unit="ms")


async def _to_plan(bench: Bench) -> None:
    raw = Workers(target="bench.raw.reading:extract_and_scan", memory_bytes=ROOM)
    files = {name: (SAMPLES / name).read_bytes() for name in TWO_PAGES}
    numbers, walls, plans = itertools.count(), list[float](), list[PlanView]()

    async def ours() -> float:
        costs: list[float] = []
        for name, data in files.items():
            user_id = await _newcomer(next(numbers))
            clock, wall = Clock(), time.perf_counter()
            plans.append(await _path(user_id, name, data))
            costs.append(clock.passed() * 1000)
            walls.append((time.perf_counter() - wall) * 1000)
        return statistics.fmean(costs)

    async def theirs(*, bare: bool = False) -> float:
        costs: list[float] = []
        for data in files.values():
            rows = await _rows(await _newcomer(next(numbers)), plans[-1].task_count)
            head, _ = await raw.run({}, data)
            clock = Clock()
            if bare:
                insert_rows_bare(settings.data_dir / "app.db", rows)
            else:
                await insert_rows(rows)
            costs.append((head["cpu_s"] + clock.passed()) * 1000)
        return statistics.fmean(costs)

    await ours()
    samples = await take_turns(
        {"ours": ours, "raw": theirs, "bare": lambda: theirs(bare=True)},
        rounds=bench.scale.rounds,
        warm_up=bench.scale.warm_up,
    )
    await raw.close()
    bench.add("resume_to_plan", app=samples["ours"], raw=samples["raw"], unit="ms")
    bench.add("resume_to_plan_wall", app=[p95(walls[-2 * bench.scale.rounds :])], unit="ms")
    ours_ms, bare_ms = statistics.median(samples["ours"]), statistics.median(samples["bare"])
    bench.note(
        f"The plans of goal 16 had {' and '.join(str(plan.task_count) for plan in plans[-2:])} tasks. With the driver "
        f"alone in place of the database layer the counterpart takes {bare_ms:.2g} ms: {ours_ms / bare_ms:.1f}x."
    )


async def _path(user_id: UUID, name: str, data: bytes) -> PlanView:
    """All that a person sets off between choosing a file and seeing a plan, everything read taken over as it is."""
    resume = await resume_flows.add_resume(user_id=user_id, file_name=name, data=data)
    async with db.transaction() as session:
        parsed = await resumes.get_reading(session, user_id=user_id, resume_id=UUID(resume.id))
        await profiles.save_person(session, user_id=user_id, person=parsed.resume)
    await matching_flows.analyse_gap(user_id)
    return await planner_flows.create_plan(user_id, job=f"plan/{user_id}/1")


async def _rows(user_id: UUID, count: int) -> list[dict[str, Any]]:
    """The rows of the last plan that was made, as new ones of somebody with an empty plan."""
    async with db.transaction() as session:
        found = await session.execute(select(PlanTask).order_by(desc(text("rowid"))).limit(count))
        plan = Plan(user_id=user_id, job="raw", role=ROLE, starts_on=local_date(utc_now(), "UTC"), weekly_minutes=0)
        session.add(plan)
        tasks = [task.model_dump(exclude=EMPTY) for task in found.scalars()]
    return [{**task, "id": uuid4(), "plan_id": plan.id, "user_id": user_id} for task in tasks]


async def _newcomer(number: int) -> UUID:
    async with db.transaction() as session:
        wish = SignUp(name="Asha Rao", email=f"new{number}@example.org", password=PASSWORD)
        user = await accounts.sign_up(session, wish=wish, password_hash=NO_HASH)
        goal = GoalInput(role_slug=ROLE, weekly_minutes=WEEKLY_MIN)
        await profiles.save_goal(session, user_id=user.id, goal=goal)
    return user.id
