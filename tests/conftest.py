"""The ground every test stands on: a private folder, no keys, an in-memory-fast database, two people."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# Before anything of the app is imported: settings are read once.
_FOLDER = tempfile.mkdtemp(prefix="careercoach-tests-")
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)
for _name in [name for name in os.environ if name.startswith(("CAREERCOACH_", "S3_", "SMTP_", "RESEND_", "MAIL_"))]:
    del os.environ[_name]
for _name in (
    "DATABASE_URL",
    "REDIS_URL",
    "OPENAI_API_KEY",
    "OPENAI_BASE_URL",
    "OPENAI_MODEL",
    "OPENAI_EFFORT",
    "GEMINI_API_KEY",
    "GEMINI_MODEL",
    "GOOGLE_GEMINI_BASE_URL",
    "VAPI_API_KEY",
    "PORT",
):
    os.environ.pop(_name, None)
os.environ["CAREERCOACH_DATA_DIR"] = _FOLDER
os.environ["CAREERCOACH_SECRET_KEY"] = "a secret of the tests only"

from collections.abc import AsyncIterator  # noqa: E402

import pytest  # noqa: E402
from hypothesis import HealthCheck  # noqa: E402
from hypothesis import settings as property_settings  # noqa: E402
from sqlalchemy.ext.asyncio import AsyncSession  # noqa: E402

from careercoach.core import db  # noqa: E402
from careercoach.core.identity import Person  # noqa: E402
from tests import factories  # noqa: E402

# A busy machine is no fault of the code: how long drawing an example takes says nothing about it.
# The same examples in every run: a change that passed passes again. `pytest --hypothesis-profile=searching` looks for new.
SLOW_IS_FINE = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
property_settings.register_profile("steady", derandomize=True, **SLOW_IS_FINE)
property_settings.register_profile("searching", max_examples=1000, **SLOW_IS_FINE)
property_settings.load_profile("steady")


@pytest.fixture(scope="session")
def empty_database() -> Path:
    """An upgraded, empty SQLite file that each test copies: migrating once is enough."""
    from careercoach.migrations import migrate

    path = Path(_FOLDER) / "template.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
async def database(empty_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Path]:
    """A fresh database and data folder for this test; `db.transaction()` uses it."""
    from careercoach.settings import settings

    monkeypatch.setattr(settings, "data_dir", tmp_path)
    path = tmp_path / "app.db"
    path.write_bytes(empty_database.read_bytes())
    await db.dispose()
    yield path
    await db.dispose()


@pytest.fixture
async def session(database: Path) -> AsyncIterator[AsyncSession]:
    """One open transaction, rolled back at the end."""
    from sqlalchemy.ext.asyncio import async_sessionmaker

    async with async_sessionmaker(db.engine(), expire_on_commit=False)() as session:
        yield session
        await session.rollback()


@pytest.fixture
async def person(session: AsyncSession) -> Person:
    """A signed-in person, inside `session`'s transaction."""
    return await factories.add_person(session, email="asha@example.org", name="Asha Rao")


@pytest.fixture
async def stranger(session: AsyncSession) -> Person:
    """Somebody else, signed in too, who owns nothing of `person`'s."""
    return await factories.add_person(session, email="stranger@example.org", name="Otto Fremd")


# These start servers, kill processes, wait for providers that hang, print documents, invent people by the hundred or
# judge whole corpora: they run after the unit tests.
SLOW = (
    "tests/core/jobs/",
    "tests/sweep/",
    "tests/reliability/",
    "tests/migrations/",
    "tests/match_lab/",
    "tests/resumes_lab/",
    "tests/ports/pdf/test_printer.py",
    "tests/ports/ai/test_faults.py",
    "tests/ports/ai/test_streaming.py",
    "tests/features/resume_builder/documents/test_round_trip.py",
    "tests/features/notifications/test_jobs.py",
    "tests/features/interviews/rules/test_answers.py",
    "tests/features/interviews/test_machine.py",
    "tests/features/planner/test_machine.py",
    "tests/features/planner/rules/test_weeks.py",
    "tests/features/profiles/rules/test_json_resume.py",
    "tests/features/resume_reports/rules/test_fixes.py",
    "tests/features/matching/test_any_text.py",
    "tests/features/notifications/test_dispatch.py",
    "tests/ports/ai/test_engine.py",
    "tests/ports/ai/test_manners.py",
    "tests/ports/mail/test_smtp.py",
    "tests/ports/mail/test_resend.py",
    "tests/ports/files/test_s3.py",
    "tests/ai/",
    "tests/test_archive.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the slow folders, so that `-m "not slow"` is the unit tests."""
    for item in items:
        if item.nodeid.startswith(SLOW):
            item.add_marker(pytest.mark.slow)
