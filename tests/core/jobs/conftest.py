"""Worker processes that are gone after the test, and databases with the engine's tables in them."""

import asyncio
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest

from careercoach.core import jobs
from careercoach.core.ids import new_id
from careercoach.core.jobs import JobsConfig
from tests.core.jobs.processes import Worker, quick_queues
from tests.servers import PostgresServer, postgres_server


@pytest.fixture(scope="session")
def postgres() -> Generator[PostgresServer]:
    with postgres_server() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_template(postgres: PostgresServer, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Name of a database whose tables are made, so that each test copies it instead of migrating again."""
    url = postgres.new_database()
    asyncio.run(_make_tables(JobsConfig(tmp_path_factory.mktemp("template"), url, quick_queues())))
    return url.rpartition("/")[2]


async def _make_tables(config: JobsConfig) -> None:
    async with jobs.lifespan(config):
        pass


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Both databases in turn."""
    return "" if request.param == "sqlite" else request.getfixturevalue("postgresql_url")


@pytest.fixture
def postgresql_url(postgres: PostgresServer, postgres_template: str) -> str:
    return postgres.new_database(postgres_template)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def module_url(request: pytest.FixtureRequest) -> str:
    """Both databases in turn, one for all tests of a module."""
    if request.param == "sqlite":
        return ""
    template: str = request.getfixturevalue("postgres_template")
    return request.getfixturevalue("postgres").new_database(template)


@pytest.fixture
def ref() -> str:
    """An id of the test's own."""
    return str(new_id())


@pytest.fixture
def spawn(tmp_path: Path) -> Generator[Callable[..., Worker]]:
    """Start workers of this test's folder; `spawn(database_url=…)` does not wait until they are ready."""
    workers: list[Worker] = []

    def start(**options: Any) -> Worker:
        workers.append(Worker(tmp_path, **options))
        return workers[-1]

    yield start
    for worker in workers:
        worker.close()
