"""Our own two tables beside the engine's: which processes are alive, and how often a job lost its process.

They live in the jobs database, made here and not by the app's migrations: they hold nothing worth migrating.
Plain blocking calls; async code runs them in a thread.
"""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from careercoach.core.clock import utc_now
from careercoach.core.jobs.config import SCHEMA

_metadata = sa.MetaData()

_executors = sa.Table(
    "job_executors",
    _metadata,
    sa.Column("executor_id", sa.String(255), primary_key=True),
    sa.Column("last_beat_ms", sa.BigInteger, nullable=False),
)

_takeovers = sa.Table(
    "job_takeovers",
    _metadata,
    sa.Column("job_id", sa.String(255), primary_key=True),
    sa.Column("takeovers", sa.Integer, nullable=False),
    sa.Column("last_reap", sa.String(512), nullable=False),
)

# The engine's table, read only to count: its own listing would load every row.
_jobs = sa.Table("workflow_status", sa.MetaData(), sa.Column("status", sa.Text), sa.Column("created_at", sa.BigInteger))

_MAKE_TABLES_LOCK = 7_340_912


@dataclass(frozen=True)
class Silent:
    """A process that stopped to beat, and when it did so last (milliseconds since 1970, database clock)."""

    executor_id: str
    last_beat_ms: int


@dataclass(frozen=True)
class StatusTotal:
    """How many jobs have one engine status, and when the oldest of them was made (milliseconds)."""

    status: str
    jobs: int
    oldest_ms: int


class Ledger:
    """The two tables on one connection pool."""

    def __init__(self, engine: sa.Engine) -> None:
        self._is_sqlite = engine.dialect.name == "sqlite"
        self._engine = engine.execution_options(schema_translate_map={None: None if self._is_sqlite else SCHEMA})

    def create_tables(self) -> None:
        """Make what is missing; several processes may do so at once."""
        with self._engine.begin() as connection:
            if not self._is_sqlite:
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MAKE_TABLES_LOCK)))
                connection.execute(sa.schema.CreateSchema(SCHEMA, if_not_exists=True))
            for table in _metadata.sorted_tables:
                connection.execute(sa.schema.CreateTable(table, if_not_exists=True))

    def beat(self, executor_id: str) -> None:
        """Say that this process lives."""
        with self._engine.begin() as connection:
            values = {"executor_id": executor_id, "last_beat_ms": self._now_ms(connection)}
            insert = self._insert(_executors).values(values)
            connection.execute(
                insert.on_conflict_do_update(
                    index_elements=["executor_id"], set_={"last_beat_ms": values["last_beat_ms"]}
                )
            )

    def know(self, executor_ids: set[str]) -> None:
        """Begin to watch processes that hold jobs but have no row, as if they had beaten just now."""
        with self._engine.begin() as connection:
            now_ms = self._now_ms(connection)
            for executor_id in sorted(executor_ids):
                insert = self._insert(_executors).values(executor_id=executor_id, last_beat_ms=now_ms)
                connection.execute(insert.on_conflict_do_nothing())

    def silent(self, silent_s: float, *, except_for: str) -> list[Silent]:
        """Processes that have not beaten for `silent_s` seconds, never the asking one."""
        with self._engine.begin() as connection:
            limit_ms = self._now_ms(connection) - int(silent_s * 1000)
            rows = connection.execute(
                sa.select(_executors.c.executor_id, _executors.c.last_beat_ms)
                .where(_executors.c.last_beat_ms < limit_ms, _executors.c.executor_id != except_for)
                .order_by(_executors.c.last_beat_ms)
            )
            return [Silent(row.executor_id, row.last_beat_ms) for row in rows]

    def forget(self, executor_id: str, last_beat_ms: int | None = None) -> None:
        """Drop a process; with `last_beat_ms` only if it has not beaten again since."""
        delete = sa.delete(_executors).where(_executors.c.executor_id == executor_id)
        if last_beat_ms is not None:
            delete = delete.where(_executors.c.last_beat_ms == last_beat_ms)
        with self._engine.begin() as connection:
            connection.execute(delete)

    def count_takeover(self, job_id: str, reap: str) -> int:
        """Note that the process of a job died; returns how often so far. One reap counts once."""
        with self._engine.begin() as connection:
            insert = self._insert(_takeovers).values(job_id=job_id, takeovers=1, last_reap=reap)
            connection.execute(
                insert.on_conflict_do_update(
                    index_elements=["job_id"],
                    set_={"takeovers": _takeovers.c.takeovers + 1, "last_reap": reap},
                    where=_takeovers.c.last_reap != reap,
                )
            )
            found = sa.select(_takeovers.c.takeovers).where(_takeovers.c.job_id == job_id)
            return int(connection.execute(found).scalar_one())

    def takeovers(self, job_ids: list[str]) -> dict[str, int]:
        """How often each of these jobs lost its process; those that never did are left out."""
        with self._engine.begin() as connection:
            rows = connection.execute(
                sa.select(_takeovers.c.job_id, _takeovers.c.takeovers).where(_takeovers.c.job_id.in_(job_ids))
            )
            return {row.job_id: row.takeovers for row in rows}

    def given_up(self, max_takeovers: int) -> list[str]:
        """Ids of the jobs that lost their process more than `max_takeovers` times."""
        with self._engine.begin() as connection:
            rows = connection.execute(sa.select(_takeovers.c.job_id).where(_takeovers.c.takeovers > max_takeovers))
            return [row.job_id for row in rows]

    def clear_takeovers(self, job_ids: list[str]) -> None:
        """Forget the count: the jobs are retried by hand, or their records are deleted."""
        with self._engine.begin() as connection:
            connection.execute(sa.delete(_takeovers).where(_takeovers.c.job_id.in_(job_ids)))

    def totals(self) -> list[StatusTotal]:
        """Jobs on record by the engine's status."""
        with self._engine.begin() as connection:
            rows = connection.execute(
                sa.select(_jobs.c.status, sa.func.count(), sa.func.min(_jobs.c.created_at)).group_by(_jobs.c.status)
            )
            return [StatusTotal(status=row[0], jobs=row[1], oldest_ms=int(row[2])) for row in rows]

    def _insert(self, table: sa.Table) -> Any:
        return sqlite.insert(table) if self._is_sqlite else postgresql.insert(table)

    def _now_ms(self, connection: sa.Connection) -> int:
        """The clock all processes share: the server's, or on SQLite the machine's."""
        if self._is_sqlite:
            return int(utc_now().timestamp() * 1000)
        seconds = sa.select(sa.func.extract("epoch", sa.func.clock_timestamp()))
        return int(connection.execute(seconds).scalar_one() * 1000)
