"""The jobs file: what old SQLite versions need, and who owns it."""

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
import sqlalchemy as sa

from careercoach.core.jobs.sqlite import OwnerLock, open_engine
from tests.core.jobs.processes import PROJECT

OLD = (3, 40, 1)
NEW = (3, 45, 0)

LAUNCH = """
import sys, pathlib, sqlite3, asyncio
import sqlalchemy, sqlalchemy.dialects.sqlite, sqlalchemy.dialects.postgresql, psycopg, croniter, yaml
from careercoach.core.jobs.sqlite import open_engine
# The engine writes its tables in another way for Python 3.12 and newer: let it believe in that.
sys.version_info = type("V", (tuple,), dict(major=3, minor=12, micro=1))((3, 12, 1, "final", 0))
import dbos._migration
assert any("unixepoch('subsec')" in migration for migration in dbos._migration.sqlite_migrations)
import dbos._sys_db
from dbos._sys_db import SystemDatabase
from dbos import DBOSPortableJSONSerializer
path = pathlib.Path(sys.argv[1])
for version in [tuple(map(int, part.split("."))) for part in sys.argv[2:]]:
    engine = open_engine(path, version)
    database = SystemDatabase.create(
        system_database_url="sqlite://", engine_kwargs={}, engine=engine, schema=None,
        serializer=DBOSPortableJSONSerializer(), executor_id="local", app_name="careercoach",
    )
    database.run_migrations()
    database.create_application_version("jobs-1")
    print(database.get_latest_application_version()["version_timestamp"])
"""


def launch(path: Path, *sqlite_versions: str) -> "subprocess.CompletedProcess[str]":
    """Let a fresh process make the engine's tables once per version, on the same file."""
    command = [sys.executable, "-c", LAUNCH, str(path), *sqlite_versions]
    return subprocess.run(command, capture_output=True, text=True, cwd=PROJECT, timeout=60)


class TestOldVersions:
    def test_the_clock_function_answers_in_seconds_with_fraction(self, tmp_path: Path):
        engine = open_engine(tmp_path / "jobs.db", OLD)
        with engine.connect() as connection:
            now = connection.execute(sa.text("SELECT unixepoch('subsec')")).scalar_one()
            assert abs(now - time.time()) < 5
            assert connection.execute(sa.text("SELECT unixepoch('1999-01-01')")).scalar_one() is None
        engine.dispose()

    def test_it_serves_as_a_default_of_a_table(self, tmp_path: Path):
        engine = open_engine(tmp_path / "jobs.db", OLD)
        with engine.begin() as connection:
            made = "CREATE TABLE stamps (at INTEGER NOT NULL DEFAULT (unixepoch('subsec') * 1000))"
            connection.execute(sa.text(made))
            connection.execute(sa.text("INSERT INTO stamps DEFAULT VALUES"))
            assert connection.execute(sa.text("SELECT at FROM stamps")).scalar_one() > 1_700_000_000_000
        engine.dispose()

    @pytest.mark.skipif(sqlite3.sqlite_version_info < (3, 42), reason="shown where SQLite itself knows it")
    def test_new_versions_keep_their_own(self, tmp_path: Path):
        engine = open_engine(tmp_path / "jobs.db", NEW)
        with engine.connect() as connection:
            assert connection.execute(sa.text("SELECT unixepoch('2000-01-01')")).scalar_one() == 946684800
        engine.dispose()

    def test_the_engine_makes_its_tables_as_python_3_12_would(self, tmp_path: Path):
        """The second round opens the file again, as the next start would."""
        launched = launch(tmp_path / "jobs.db", "3.40.1", "3.40.1")
        assert launched.returncode == 0, launched.stderr[-3000:]
        stamps = [float(line) for line in launched.stdout.split()]
        assert len(stamps) == 2 and min(stamps) > 1_700_000_000_000

    @pytest.mark.skipif(sqlite3.sqlite_version_info >= (3, 42), reason="this SQLite needs no help")
    def test_without_help_the_engine_would_fail_here(self, tmp_path: Path):
        launched = launch(tmp_path / "jobs.db", "3.45.0")
        assert launched.returncode != 0
        assert "NOT NULL constraint failed" in launched.stderr


class TestFile:
    def test_is_in_wal_mode_and_reaches_the_disk(self, tmp_path: Path):
        engine = open_engine(tmp_path / "new" / "jobs.db")
        with engine.connect() as connection:
            for pragma, expected in [
                ("journal_mode", "wal"),
                ("synchronous", 2),
                ("foreign_keys", 1),
                ("busy_timeout", 30000),
            ]:
                assert connection.execute(sa.text(f"PRAGMA {pragma}")).scalar() == expected
        engine.dispose()
        assert (tmp_path / "new").stat().st_mode & 0o077 == 0


class TestOwner:
    def test_there_is_one_at_a_time(self, tmp_path: Path):
        first, second = OwnerLock(tmp_path / "owner"), OwnerLock(tmp_path / "owner")
        assert (first.acquire(), second.acquire()) == (True, False)
        first.release()
        assert second.acquire()
        second.release()
        second.release()

    def test_a_killed_owner_owns_nothing(self, tmp_path: Path):
        program = (
            "import sys, pathlib; from careercoach.core.jobs.sqlite import OwnerLock;"
            "lock = OwnerLock(pathlib.Path(sys.argv[1])); print(lock.acquire(), flush=True); sys.stdin.read()"
        )
        owner = subprocess.Popen(
            [sys.executable, "-c", program, tmp_path / "owner"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=PROJECT,
        )
        assert owner.stdin and owner.stdout
        assert owner.stdout.readline() == b"True\n"
        lock = OwnerLock(tmp_path / "owner")
        assert not lock.acquire()
        owner.kill()
        owner.wait()
        assert lock.acquire()
        lock.release()
        owner.stdin.close()
        owner.stdout.close()
