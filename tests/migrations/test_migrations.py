"""Migrations on both databases: from nothing, on a full house, one step down and up again."""

import asyncio
from collections.abc import Iterator

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect, pool, text

from careercoach.core import db
from careercoach.core.db import metadata
from careercoach.migrations import alembic_config, migrate, schema_versions
from careercoach.settings import settings
from tests.seed import seed
from tests.servers import PostgresServer, postgres_server


@pytest.fixture(scope="module")
def postgres() -> Iterator[PostgresServer]:
    with postgres_server() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def house(request, tmp_path, monkeypatch) -> str:
    """The URL of an empty database which the app is set to use."""
    if request.param == "sqlite":
        monkeypatch.setattr(settings, "data_dir", tmp_path)
        return f"sqlite:///{tmp_path / 'app.db'}"
    url = request.getfixturevalue("postgres").new_database()
    monkeypatch.setattr(settings, "data_dir", tmp_path)
    monkeypatch.setattr(settings, "database_url", url)
    return settings.async_database_url


def _rows(connection: Connection) -> dict[str, int]:
    names = [name for name in inspect(connection).get_table_names() if name in metadata.tables]
    return {name: connection.execute(text(f'select count(*) from "{name}"')).scalar_one() for name in names}


def _contents(url: str) -> dict[str, int]:
    engine = create_engine(url, poolclass=pool.NullPool)
    with engine.connect() as connection:
        return _rows(connection)


def _fill() -> None:
    async def fill() -> None:
        await db.dispose()
        await seed()
        await db.dispose()

    asyncio.run(fill())


def test_there_is_one_head():
    assert len(ScriptDirectory.from_config(alembic_config()).get_heads()) == 1


def test_empty_database_gets_every_table(house):
    migrate(house)
    have, want = schema_versions(house)
    assert have == want
    assert set(_contents(house)) == set(metadata.tables)


def test_models_and_migrations_agree(house):
    migrate(house)
    command.check(alembic_config(house))


def test_full_house_survives_a_repeated_upgrade(house):
    migrate(house)
    _fill()
    before = _contents(house)
    assert before["users"] == 3
    migrate(house)
    assert _contents(house) == before


def test_one_step_down_and_up_keeps_everything_else(house):
    migrate(house)
    _fill()
    before = _contents(house)
    command.downgrade(alembic_config(house), "-1")
    below = _contents(house)
    assert all(before[name] == count for name, count in below.items())
    command.upgrade(alembic_config(house), "head")
    after = _contents(house)
    assert {name: after[name] for name in below} == below
    assert set(after) == set(before)


def test_all_the_way_down_and_up(house):
    migrate(house)
    command.downgrade(alembic_config(house), "base")
    assert _contents(house) == {}
    migrate(house)
    command.check(alembic_config(house))
