"""The durable job: parts come one by one, twice started it runs once, a run without a job is found."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from careercoach.core import db, jobs
from careercoach.core.clock import utc_now
from careercoach.core.identity import Person
from careercoach.core.jobs import JobsConfig, JobState
from careercoach.features.job_matches import analysing, flows, service
from careercoach.features.job_matches import jobs as room
from careercoach.features.job_matches.schemas import PARTS
from tests.core.jobs.processes import quick_queues
from tests.features.job_matches.samples import add_match, add_owner, get


@pytest.fixture
async def owner(database: Path) -> Person:
    return await add_owner()


async def test_the_job_makes_part_after_part(owner: Person, tmp_path: Path):
    view = await add_match(owner)
    config = JobsConfig(data_dir=tmp_path, database_url="", queues=quick_queues())
    async with jobs.lifespan(config):
        started = await analysing.start(owner.id, UUID(view.id))
        job = await analysing.ensure(started)
        assert job == analysing.job_of(view.id, 1)
        events = [event async for event in jobs.progress(job)]
        assert [event.text_key for event in events] == [f"job_matches.run.{part}" for part in (*PARTS, "done")]
        assert [event.percent for event in events] == sorted(event.percent for event in events)
        assert (await jobs.status(job)).state is JobState.DONE
        await analysing.settle(started)
    assert (await get(owner, view.id)).state == "done"


async def test_a_run_begun_by_a_process_that_died_is_offered(owner: Person):
    view = await add_match(owner)
    assert await room.due(utc_now()) == []
    async with db.transaction() as session:
        await service.begin_run(session, user_id=owner.id, analysis_id=UUID(view.id))
    (offer,) = await room.due(utc_now())
    assert (offer.kind, offer.ref, offer.key) == (analysing.analyse, f"{view.id}/1", f"job-match/{view.id}/1")
    await flows.analyse_here(UUID(view.id), 1)
    assert await room.due(utc_now()) == []


async def test_a_failed_run_says_so_and_keeps_what_is_there(owner: Person):
    view = await add_match(owner)
    async with db.transaction() as session:
        await service.begin_run(session, user_id=owner.id, analysis_id=UUID(view.id))
    await flows.make_part(UUID(view.id), 1, "scores")
    await flows.fail(UUID(view.id), 1, "core.something_went_wrong")
    after = await get(owner, view.id)
    assert (after.state, after.problem_key, after.report.parts) == ("failed", "core.something_went_wrong", ["scores"])


async def test_removed_ones_are_cleared_away(owner: Person):
    view = await add_match(owner)
    async with db.transaction() as session:
        await service.remove_analysis(session, user_id=owner.id, analysis_id=UUID(view.id))
    assert await room.due(utc_now()) == []
    (offer,) = await room.due(utc_now() + timedelta(hours=2))
    assert offer.kind is room.forget_removed
