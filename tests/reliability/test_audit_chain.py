"""Many admins act at once, on both databases: each act is one link, and none is lost, doubled or out of line."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from careercoach.core import db
from careercoach.features.accounts import service
from careercoach.migrations import migrate
from careercoach.settings import settings
from tests.servers import PostgresServer, postgres_server

ACTS = 60


@pytest.fixture(scope="module")
def postgres() -> Iterator[PostgresServer]:
    with postgres_server() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
async def house(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    monkeypatch.setattr(settings, "data_dir", tmp_path)
    if request.param == "postgresql":
        monkeypatch.setattr(settings, "database_url", request.getfixturevalue("postgres").new_database())
    url = settings.async_database_url if request.param == "postgresql" else f"sqlite:///{tmp_path / 'app.db'}"
    await asyncio.to_thread(migrate, url)
    await db.dispose()
    yield
    await db.dispose()


async def act(number: int) -> None:
    """Every third is taken back, as when the act itself fails after its entry was written."""
    try:
        async with db.transaction() as session:
            await service.record_act(
                session, actor=UUID(int=number), action="job_retried", target_kind="job", target=f"job/{number}",
                before={"state": "failed"}, after={"kind": "ñ – काम", "tries": number, "again": True},
            )  # fmt: skip
            if number % 3 == 0:
                raise InterruptedError
    except InterruptedError:
        return


@pytest.mark.usefixtures("house")
async def test_one_chain_whoever_writes():
    await asyncio.gather(*(act(number) for number in range(ACTS)))
    kept = [number for number in range(ACTS) if number % 3]
    async with db.reading() as session:
        page = await service.list_acts(session, limit=200)
    assert page.is_intact and page.total == len(kept)
    assert [one.seq for one in page.entries] == list(range(len(kept), 0, -1))
    assert sorted(one.after["tries"] for one in page.entries) == kept
    async with db.transaction() as session:
        await session.execute(text("update audit_entries set target = 'job/0' where seq = 17"))
    async with db.reading() as session:
        assert (await service.list_acts(session)).broken_at == 17
