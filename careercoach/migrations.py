"""Brings the database to the version this code expects."""

from typing import TYPE_CHECKING

from sqlalchemy import create_engine, pool

from careercoach.settings import PROJECT, settings

if TYPE_CHECKING:
    from alembic.config import Config

# Alembic is ten megabytes and a tenth of a second that a running server never needs: imported where it works.


def alembic_config(url: str = "") -> "Config":
    """Alembic's configuration; `url` names another database than the app's own."""
    from alembic.config import Config

    config = Config(str(PROJECT / "alembic.ini"))
    config.set_main_option("script_location", str(PROJECT / "alembic"))
    if url:
        config.attributes["url"] = url
    return config


def migrate(url: str = "") -> None:
    """Upgrade to the newest version. Safe to repeat."""
    from alembic import command

    if settings.is_sqlite and not url:
        settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    command.upgrade(alembic_config(url), "head")


def schema_versions(url: str = "") -> tuple[str | None, str | None]:
    """What the database has and what the code expects."""
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    sync_url = (url or settings.async_database_url).replace("+aiosqlite", "")
    engine = create_engine(sync_url, poolclass=pool.NullPool)
    with engine.connect() as connection:
        have = MigrationContext.configure(connection).get_current_revision()
    engine.dispose()
    return have, ScriptDirectory.from_config(alembic_config()).get_current_head()
