"""One server for the sweep, with an owner who has one of everything, a stranger, and an admin."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest

from careercoach.core.identity import cookie_name
from tests.live import LiveServer
from tests.seed import People, seed_folder

# What may differ although nobody changed anything: counters of tries, "last seen", the jobs' own bookkeeping.
VOLATILE_TABLES = {"rate_buckets", "alembic_version"}
VOLATILE_COLUMNS = {"seen_at"}


Rows = dict[str, list[tuple[object, ...]]]


def changes(before: Rows, after: Rows) -> dict[str, dict[str, list[tuple[object, ...]]]]:
    """The tables that differ, each with its rows that went and that came; a test that fails says no more than that."""
    return {
        table: {
            "gone": [row for row in before[table] if row not in after[table]],
            "new": [row for row in after[table] if row not in before[table]],
        }
        for table in before
        if before[table] != after[table]
    }


@dataclass
class Scene:
    server: LiveServer
    people: People

    def cookie(self, who: str) -> str:
        token = getattr(self.people, who, "")
        return f"{cookie_name()}={token}" if token else ""

    def snapshot(self) -> Rows:
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


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """Each file has its own: work that another one set off may end at any later time, the later the slower the machine."""
    folder = tmp_path_factory.mktemp("sweep")
    people = seed_folder(folder)
    # No jobs: what the sweep finds changed must have been changed by the sweep.
    server = LiveServer(folder, settings={"CAREERCOACH_RUN_JOBS": "false"}).start()
    yield Scene(server, people)
    server.stop()
