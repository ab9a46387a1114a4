"""Each thing the app depends on turns readiness red when it breaks, and green again when it is back."""

import shutil
import sqlite3
from collections import namedtuple
from datetime import timedelta

import pytest

from careercoach.core import jobs
from careercoach.core.clock import utc_now
from careercoach.core.errors import CoachError
from careercoach.features.admin import service
from careercoach.features.admin.api import is_ready
from careercoach.settings import settings

Usage = namedtuple("Usage", "total used free")


class Counts:
    waiting = 0
    oldest_waiting_s = 0.0


@pytest.fixture(autouse=True)
def calm(database, monkeypatch):
    """A house where all is well: a beat just now, no job waiting."""
    monkeypatch.setattr(jobs, "last_tick_at", utc_now)

    async def counts():
        return Counts

    monkeypatch.setattr(jobs, "counts", counts)
    monkeypatch.setattr(Counts, "oldest_waiting_s", 0.0)


async def failing() -> dict[str, str]:
    health = await service.check_health()
    found = {check.name: check.reason for check in health.checks if not check.ok}
    assert (await is_ready()).status_code == (503 if found else 200)
    return found


async def test_all_is_well():
    assert await failing() == {}


async def test_an_older_or_newer_schema(database):
    with sqlite3.connect(database) as connection:
        ((version,),) = connection.execute("select version_num from alembic_version").fetchall()
        connection.execute("update alembic_version set version_num = 'elsewhere'")
    assert await failing() == {"schema": "old"}
    with sqlite3.connect(database) as connection:
        connection.execute("update alembic_version set version_num = ?", (version,))
    assert await failing() == {}


async def test_a_database_that_cannot_be_written(database, monkeypatch):
    """Somebody holds the only write lock for good."""
    monkeypatch.setattr(service, "CHECK_WAIT_S", 0.3)
    assert await failing() == {}
    holder = sqlite3.connect(database, isolation_level=None)
    holder.execute("begin immediate")
    assert await failing() == {"database": "slow"}
    holder.execute("rollback")
    holder.close()
    assert await failing() == {}


async def test_a_folder_that_is_gone(tmp_path, monkeypatch):
    assert await failing() == {}
    (tmp_path / "a-file").touch()
    monkeypatch.setattr(service, "schema_versions", lambda: ("1", "1"))
    monkeypatch.setattr(settings, "data_dir", tmp_path / "a-file")
    monkeypatch.setattr(service.shutil, "disk_usage", lambda _: Usage(100, 10, 90))
    assert await failing() == {"storage": "not-writable"}
    monkeypatch.setattr(settings, "data_dir", tmp_path)
    assert await failing() == {}
    assert not list(tmp_path.glob(".health-*"))


async def test_a_disk_that_is_nearly_full(monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "disk_usage", lambda _: Usage(1000, 960, 40))
        assert await failing() == {"disk": "full"}
    assert await failing() == {}


@pytest.mark.parametrize("silence", [None, timedelta(seconds=121)])
async def test_a_scheduler_that_fell_silent(monkeypatch, silence):
    with monkeypatch.context() as patch:
        patch.setattr(jobs, "last_tick_at", lambda: utc_now() - silence if silence else None)
        assert await failing() == {"scheduler": "silent"}
    assert await failing() == {}


async def test_jobs_that_nobody_takes_up(monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(Counts, "oldest_waiting_s", 901.0)
        assert await failing() == {"jobs": "late"}
    assert await failing() == {}


async def test_an_engine_that_is_down(monkeypatch):
    async def broken():
        raise CoachError

    with monkeypatch.context() as patch:
        patch.setattr(jobs, "counts", broken)
        assert await failing() == {"jobs": "error"}
    assert await failing() == {}


async def test_a_look_that_hangs_is_a_failure_and_delays_nobody(monkeypatch):
    import asyncio

    async def hang():
        await asyncio.sleep(60)

    monkeypatch.setattr(service, "CHECK_WAIT_S", 0.4)
    monkeypatch.setitem(service.LOOKS, "disk", hang)
    assert await failing() == {"disk": "slow"}


async def test_strangers_learn_no_more_than_the_name():
    answer = bytes((await is_ready()).body).decode()
    assert not any(word in answer for word in (str(settings.data_dir), "version", "sqlite", "0."))


async def test_a_bucket_that_is_away(database, monkeypatch):
    from careercoach.ports import files as door
    from careercoach.ports.files.s3 import Bucket, S3Files
    from tests.servers import free_port

    monkeypatch.setattr(settings, "files_provider", "s3")
    away = Bucket("coach", endpoint_url=f"http://127.0.0.1:{free_port()}", access_key_id="a", secret_access_key="b")
    monkeypatch.setattr(door, "_files", S3Files(away))
    monkeypatch.setattr(service, "CHECK_WAIT_S", 20.0)
    assert await failing() == {"storage": "not-writable"}
