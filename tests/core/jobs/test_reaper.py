"""Jobs of the dead go to the living, on both databases, seen from one living process."""

import asyncio
import time
from collections.abc import AsyncGenerator

import pytest
import pytest_asyncio
import sqlalchemy as sa

from careercoach.core import jobs
from careercoach.core.ids import new_id
from careercoach.core.jobs import JobId, JobRun, JobsConfig, JobState, Json, job
from careercoach.core.jobs.current import _current  # pyright: ignore[reportPrivateUsage]
from careercoach.core.jobs.engine import DurableJobs
from careercoach.core.jobs.ledger import Ledger
from careercoach.core.jobs.reaper import Reaper
from tests.core.jobs.processes import quick_queues

pytestmark = pytest.mark.asyncio(loop_scope="module")

gates: dict[str, asyncio.Event] = {}
began: dict[str, list[str]] = {}


async def note(ref: str, step: str) -> None:
    began.setdefault(ref, []).append(step)


async def wait(ref: str) -> None:
    await note(ref, "second")
    await gates.setdefault(ref, asyncio.Event()).wait()


@job("reaper.two_steps")
async def two_steps(run: JobRun, ref: str) -> Json:
    await run.step("first", note, ref, "first")
    await run.step("second", wait, ref)


class World:
    """A living process, and the power to declare others dead."""

    def __init__(self, config: JobsConfig) -> None:
        self.config = config
        self.database = sa.create_engine(config.sync_url)
        self.ledger = Ledger(self.database)
        self.reaper = Reaper(config)
        current = _current()
        assert isinstance(current, DurableJobs)
        self.reaper.connect(current, self.ledger, "living")
        self.schema = "" if config.is_sqlite else "dbos."

    def give(self, job_id: JobId, executor_id: str) -> None:
        """Make the job look as if that process held it."""
        with self.database.begin() as connection:
            connection.execute(
                sa.text(f"UPDATE {self.schema}workflow_status SET executor_id = :e WHERE workflow_uuid = :j"),
                {"e": executor_id, "j": job_id},
            )

    def beat_long_ago(self, executor_id: str, last_beat_ms: int = 1000) -> None:
        self.ledger.know({executor_id})
        with self.database.begin() as connection:
            connection.execute(
                sa.text(f"UPDATE {self.schema}job_executors SET last_beat_ms = :b WHERE executor_id = :e"),
                {"e": executor_id, "b": last_beat_ms},
            )

    def executors(self) -> set[str]:
        with self.database.begin() as connection:
            rows = connection.execute(sa.text(f"SELECT executor_id FROM {self.schema}job_executors"))
            return {row[0] for row in rows}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def world(module_url: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncGenerator[World]:
    folder = tmp_path_factory.mktemp("jobs")
    config = JobsConfig(folder, module_url, quick_queues(), tick_s=3600, heartbeat_s=3600, grace_s=0.0)
    async with jobs.lifespan(config):
        world = World(config)
        # The first tick looks for strangers itself: one that met ours in the middle would know the dead again.
        await first_tick()
        yield world
        for gate in gates.values():
            gate.set()
        world.database.dispose()


async def first_tick() -> None:
    deadline = time.monotonic() + 20
    while jobs.last_tick_at() is None:
        assert time.monotonic() < deadline
        await asyncio.sleep(0.02)


async def held_job() -> tuple[JobId, str]:
    """A job whose second step runs and waits."""
    ref = str(new_id())
    job_id = await jobs.start_now(two_steps, ref, key=f"held/{ref}")
    await begun(ref, 2)
    return job_id, ref


async def begun(ref: str, steps: int) -> None:
    deadline = time.monotonic() + 20
    while len(began.get(ref, [])) < steps:
        assert time.monotonic() < deadline, began.get(ref)
        await asyncio.sleep(0.02)


async def reach(job_id: JobId, state: JobState) -> jobs.JobStatus:
    deadline = time.monotonic() + 20
    while (status := await jobs.status(job_id)).state is not state:
        assert time.monotonic() < deadline, status
        await asyncio.sleep(0.02)
    return status


async def reaps_of(executor_id: str) -> list[JobId]:
    return [view.id for view in await jobs.list_jobs(limit=500) if view.id.startswith(f"reap/{executor_id}/")]


async def test_takes_over_at_the_unfinished_step(world: World):
    job_id, ref = await held_job()
    world.give(job_id, "dead")
    world.beat_long_ago("dead")
    await asyncio.gather(*(world.reaper.beat() for _ in range(3)))
    await begun(ref, 3)
    gates[ref].set()
    status = await reach(job_id, JobState.DONE)
    assert began[ref] == ["first", "second", "second"]
    assert status.attempts == 2
    assert (await reach("reap/dead/1000", JobState.DONE)).result == {"taken_over": 1, "given_up": 0}
    assert "dead" not in world.executors()


async def test_the_living_are_left_alone(world: World):
    job_id, ref = await held_job()
    world.give(job_id, "other")
    world.ledger.beat("other")
    await world.reaper.beat()
    assert (await jobs.status(job_id)).state is JobState.RUNNING
    assert not await reaps_of("other")
    assert world.executors() >= {"living", "other"}
    assert began[ref] == ["first", "second"]


async def test_never_reaps_itself_after_a_long_sleep(world: World):
    world.beat_long_ago("living")
    await world.reaper.beat()
    assert not await reaps_of("living")
    assert "living" not in {silent.executor_id for silent in world.ledger.silent(60, except_for="nobody")}


async def test_a_job_that_lost_too_many_processes_is_dead(world: World):
    job_id, ref = await held_job()
    for death in range(1, world.config.max_takeovers + 2):
        await begun(ref, 1 + death)
        world.give(job_id, f"dead-{death}")
        world.beat_long_ago(f"dead-{death}")
        await world.reaper.beat()
        await reach(f"reap/dead-{death}/1000", JobState.DONE)
    status = await reach(job_id, JobState.DEAD)
    assert began[ref] == ["first"] + ["second"] * 4
    assert status.attempts == 4
    counts = await jobs.counts()
    assert (counts.dead, counts.cancelled) == (1, 0)
    assert [view.id for view in await jobs.list_jobs(JobState.DEAD)] == [job_id]
    assert await jobs.list_jobs(JobState.CANCELLED) == []

    gates[ref].set()
    await jobs.retry(job_id)
    await reach(job_id, JobState.DONE)
    assert (await jobs.counts()).dead == 0


async def test_strangers_who_hold_jobs_are_watched(world: World):
    job_id, _ = await held_job()
    world.give(job_id, "stranger")
    await world.reaper.watch_strangers()
    assert "stranger" in world.executors()
    assert "stranger" not in {silent.executor_id for silent in world.ledger.silent(60, except_for="living")}
    # Watching goes on from the first look: it never makes a silent one look alive.
    world.beat_long_ago("stranger")
    await world.reaper.watch_strangers()
    assert "stranger" in {silent.executor_id for silent in world.ledger.silent(60, except_for="living")}
    world.ledger.forget("stranger")


async def test_a_reap_that_failed_is_tried_again(world: World, monkeypatch: pytest.MonkeyPatch):
    job_id, ref = await held_job()
    world.give(job_id, "sick")
    world.beat_long_ago("sick")
    asked = 0
    running_on = DurableJobs.running_on

    async def fails_first(self: DurableJobs, executor_id: str):
        nonlocal asked
        asked += 1
        if asked <= 4:
            raise OSError("the database is away")
        return await running_on(self, executor_id)

    monkeypatch.setattr(DurableJobs, "running_on", fails_first)
    monkeypatch.setattr("careercoach.core.jobs.reaper.WAIT_S", 0.01)
    await world.reaper.beat()
    await reach("reap/sick/1000", JobState.FAILED)
    await world.reaper.beat()
    await begun(ref, 3)
    await reach("reap/sick/1000", JobState.DONE)


async def test_who_wakes_up_during_the_reap_stays_known(world: World, monkeypatch: pytest.MonkeyPatch):
    job_id, _ = await held_job()
    world.give(job_id, "sleeper")
    world.beat_long_ago("sleeper")
    hand_over = DurableJobs.hand_over

    async def and_wake_up(self: DurableJobs, job: JobId, kind_name: str) -> None:
        await hand_over(self, job, kind_name)
        world.ledger.beat("sleeper")

    monkeypatch.setattr(DurableJobs, "hand_over", and_wake_up)
    await world.reaper.beat()
    await reach("reap/sleeper/1000", JobState.DONE)
    assert "sleeper" in world.executors()


async def test_one_reap_counts_once(world: World):
    assert [world.ledger.count_takeover("job", reap) for reap in ("a", "a", "b", "b", "c")] == [1, 1, 2, 2, 3]
    assert world.ledger.takeovers(["job", "other"]) == {"job": 3}
    assert world.ledger.given_up(2) == ["job"]
    world.ledger.clear_takeovers(["job"])
    assert world.ledger.takeovers(["job"]) == {}


async def test_whoever_beats_again_is_not_forgotten(world: World):
    world.beat_long_ago("zombie", 5000)
    world.ledger.beat("zombie")
    world.ledger.forget("zombie", 5000)
    assert "zombie" in world.executors()
    world.ledger.create_tables()
