"""The job that makes a plan, on the real engine: one build at a time, and a new one after a failure."""

import pytest

from careercoach.core import db, jobs
from careercoach.core.jobs import JobsConfig, JobState
from careercoach.features.planner import building, service
from careercoach.features.profiles import service as profiles
from tests.seed import PERSON


@pytest.fixture
async def engine(tmp_path, owner):
    async with jobs.lifespan(JobsConfig(data_dir=tmp_path / "jobs", tick_s=3600)):
        yield


async def follow(job: str) -> list[str]:
    return [event.text_key async for event in jobs.progress(job)]


async def test_a_build_that_fails_says_why_and_can_be_tried_again(engine, owner):
    first = await building.start_build(owner.id)
    await follow(first)
    status = await jobs.status(first)
    assert status.state is JobState.FAILED and status.text_key == "matching.page.no_record"
    async with db.transaction() as session:
        await profiles.save_person(session, user_id=owner.id, person=PERSON)
    second = await building.start_build(owner.id)
    assert second == f"plan/{owner.id}/1-2"
    keys = await follow(second)
    assert keys == ["planner.build.reading", "planner.build.ordering", "planner.build.done"]
    async with db.reading() as session:
        assert (await service.get_plan(session, user_id=owner.id)).task_count == (await jobs.status(second)).result[
            "tasks"
        ]
    assert await building.find_build(owner.id) is None
    assert await building.start_build(owner.id) == f"plan/{owner.id}/2"
    await follow(f"plan/{owner.id}/2")


async def test_two_clicks_are_one_build(engine, owner):
    async with db.transaction() as session:
        await profiles.save_person(session, user_id=owner.id, person=PERSON)
    one, two = await building.start_build(owner.id), await building.start_build(owner.id)
    assert one == two or (await jobs.status(one)).state is JobState.DONE
    await follow(one)
    assert (await jobs.status(one)).state is JobState.DONE
