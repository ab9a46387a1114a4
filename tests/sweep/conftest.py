"""One server for the sweep, with an owner who has one of everything, a stranger, and an admin."""

import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest

from careercoach.core.identity import cookie_name
from tests.live import LiveServer
from tests.seed import People, seed_folder

# What may differ although nobody changed anything: counters of tries, "last seen", the jobs' own bookkeeping.
VOLATILE_TABLES = {"rate_buckets", "alembic_version"}
VOLATILE_COLUMNS = {"seen_at"}


@dataclass
class Scene:
    server: LiveServer
    people: People

    def cookie(self, who: str) -> str:
        token = getattr(self.people, who, "")
        return f"{cookie_name()}={token}" if token else ""

    def snapshot(self) -> dict[str, list[tuple[object, ...]]]:
        """Every row of every table, without what is volatile."""
        connection = sqlite3.connect(self.server.data_dir / "app.db")
        tables = [name for (name,) in connection.execute("select name from sqlite_master where type='table'")]
        rows = {}
        for table in sorted(set(tables) - VOLATILE_TABLES):
            columns = [column[1] for column in connection.execute(f"pragma table_info({table})")]
            kept = ", ".join(f'"{column}"' for column in columns if column not in VOLATILE_COLUMNS)
            rows[table] = sorted(connection.execute(f"select {kept} from {table}"), key=repr)
        connection.close()
        return rows

    def calm_snapshot(self, still_s: int = 2, at_most_s: float = 60.0) -> dict[str, list[tuple[object, ...]]]:
        """As `snapshot`, once nothing has moved for `still_s`: what an earlier test sent may still be under way."""
        seen, still, until = self.snapshot(), 0, time.monotonic() + at_most_s
        while still < still_s and time.monotonic() < until:
            time.sleep(1.0)
            now = self.snapshot()
            seen, still = now, still + 1 if now == seen else 0
        return seen

    def forget_tries(self) -> None:
        """What other tests used up of the hourly limits."""
        with sqlite3.connect(self.server.data_dir / "app.db", timeout=10) as connection:
            connection.execute("delete from rate_buckets")
        connection.close()

    def owner_ids(self) -> list[str]:
        """Every id of a row that belongs to the owner."""
        connection = sqlite3.connect(self.server.data_dir / "app.db")
        mine = self.people.owner_id.hex
        found: set[str] = set()
        for (table,) in connection.execute("select name from sqlite_master where type='table'").fetchall():
            columns = [column[1] for column in connection.execute(f"pragma table_info({table})")]
            if "id" in columns and "user_id" in columns:
                found |= {row for (row,) in connection.execute(f"select id from {table} where user_id = ?", (mine,))}
        connection.close()
        return [str(UUID(one)) for one in sorted(found) if len(str(one)) == 32]


@pytest.fixture(scope="session")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    folder: Path = tmp_path_factory.mktemp("sweep")
    people = seed_folder(folder)
    # No jobs: what the sweep finds changed must have been changed by the sweep.
    server = LiveServer(folder, settings={"CAREERCOACH_RUN_JOBS": "false"}).start()
    yield Scene(server, people)
    server.stop()
