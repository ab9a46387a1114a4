"""Goals 13 and 16: text of a resume beside plain PyMuPDF, and the whole way from file to stored plan."""

import itertools
import statistics
import time
from pathlib import Path
from uuid import UUID

from bench.house import ROLE, house
from bench.machine import cpu_s
from bench.record import Bench
from bench.rounds import p95, take_turns
from careercoach.core import db
from careercoach.core.workers import MIB, Workers
from careercoach.features.accounts import service as accounts
from careercoach.features.accounts.schemas import SignUp
from careercoach.features.matching import flows as matching_flows
from careercoach.features.planner import flows as planner_flows
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.schemas import GoalInput
from careercoach.features.resumes import flows as resume_flows
from careercoach.features.resumes import service as resumes
from tests.factories import NO_HASH, PASSWORD

SAMPLES = Path(__file__).parents[2] / "tests" / "features" / "resumes" / "samples"
TWO_PAGES = "cafrich-flat.pdf"
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
    data = (SAMPLES / TWO_PAGES).read_bytes()
    raw = Workers(target="bench.raw.reading:three_steps", memory_bytes=ROOM)
    numbers, walls, tasks = itertools.count(), list[float](), [60]

    async def ours() -> float:
        user_id = await _newcomer(next(numbers))
        cpu, wall = cpu_s(), time.perf_counter()
        resume = await resume_flows.add_resume(user_id=user_id, file_name=TWO_PAGES, data=data)
        async with db.transaction() as session:
            parsed = await resumes.get_reading(session, user_id=user_id, resume_id=UUID(resume.id))
            await profiles.save_person(session, user_id=user_id, person=parsed.resume)
        await matching_flows.analyse_gap(user_id)
        plan = await planner_flows.create_plan(user_id, job=f"plan/{user_id}/1")
        walls.append((time.perf_counter() - wall) * 1000)
        tasks[0] = plan.task_count
        return (cpu_s() - cpu) * 1000

    async def theirs() -> float:
        head, _ = await raw.run({"database": str(bench.folder / "raw.db"), "tasks": tasks[0]}, data)
        return head["cpu_s"] * 1000

    await ours()
    samples = await take_turns({"ours": ours, "raw": theirs}, rounds=bench.scale.rounds, warm_up=bench.scale.warm_up)
    await raw.close()
    bench.add("resume_to_plan", app=samples["ours"], raw=samples["raw"], unit="ms")
    slowest = p95(walls[-bench.scale.rounds :])
    bench.add("resume_to_plan_wall", app=[slowest], unit="ms")
    bench.note(f"The plan of goal 16 had {tasks[0]} tasks.")


async def _newcomer(number: int):
    async with db.transaction() as session:
        wish = SignUp(name="Asha Rao", email=f"new{number}@example.org", password=PASSWORD)
        user = await accounts.sign_up(session, wish=wish, password_hash=NO_HASH)
        await profiles.save_goal(session, user_id=user.id, goal=GoalInput(role_slug=ROLE, weekly_minutes=300))
    return user.id
