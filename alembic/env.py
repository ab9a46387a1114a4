"""Runs the migrations on the app's database, or on the one handed in by a test."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection, create_engine, event, pool
from sqlmodel import AutoString

from careercoach.core import limits, pace  # noqa: F401  (their tables)
from careercoach.core.db import UtcDateTime, metadata
from careercoach.features import FEATURES
from careercoach.settings import settings

for feature in FEATURES:
    if find_spec(f"careercoach.features.{feature}.models"):
        import_module(f"careercoach.features.{feature}.models")


def _sync_url() -> str:
    given: str | None = context.config.attributes.get("url")
    url = given or settings.async_database_url
    return url.replace("+aiosqlite", "")


def _own_tables_only(_object: Any, name: str | None, kind: str, reflected: bool, _compare: Any) -> bool:
    # The jobs engine keeps its tables in the same PostgreSQL; they are not ours to migrate.
    return not (kind == "table" and reflected and name not in metadata.tables)


def _render(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    # Migrations name plain database types, so that they outlive the code of the day.
    if kind == "type" and isinstance(item, AutoString):
        return f"sa.String(length={item.length})" if item.length else "sa.String()"
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


def _run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        include_object=_own_tables_only,
        compare_type=True,
        render_item=_render,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def _leave_begin_to_us(connection: Any, _record: Any) -> None:
    connection.isolation_level = None


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


engine = create_engine(_sync_url(), poolclass=pool.NullPool)
if engine.dialect.name == "sqlite":
    # Left alone, Python's driver commits each table by itself: an upgrade that was killed could never be repeated.
    event.listen(engine, "connect", _leave_begin_to_us)
    event.listen(engine, "begin", _begin)
with engine.connect() as connection:
    _run(connection)
    connection.commit()
