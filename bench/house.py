"""Houses to measure in: a migrated database with people, sessions and plans, made by the app's own use cases."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from careercoach.core import db
from careercoach.core.clock import local_date, utc_now
from careercoach.core.identity import cookie_name
from careercoach.features.accounts import service as accounts
from careercoach.features.accounts.schemas import SignUp
from careercoach.features.planner import service as planner
from careercoach.features.planner.schemas import PlanDraft, TaskDraft
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.schemas import GoalInput
from careercoach.migrations import migrate
from careercoach.ports.files import use_files
from careercoach.ports.files.disk import DiskFiles
from careercoach.settings import settings
from tests.factories import NO_HASH, PASSWORD

ROLE, SKILL = "data-analyst", "sql"
TASKS_A_DAY, TASK_MIN = 6, 20


@dataclass(frozen=True)
class Resident:
    """Somebody with a session and a plan. `tasks` are the ids of today's."""

    id: UUID
    email: str
    token: str
    tasks: list[str]

    @property
    def cookie(self) -> str:
        return f"{cookie_name()}={self.token}"


@contextmanager
def house(folder: Path) -> Iterator[Path]:
    """An empty, migrated data folder that `db` uses inside the block."""
    folder.mkdir(parents=True, exist_ok=True)
    migrate(f"sqlite:///{folder / 'app.db'}")
    before, settings.data_dir = settings.data_dir, folder
    use_files(DiskFiles(folder / "files"))
    try:
        yield folder
    finally:
        settings.data_dir = before


async def move_in(
    count: int, *, first: int = 0, tasks: int = TASKS_A_DAY, with_password: bool = False
) -> list[Resident]:
    """`count` people, numbered from `first`, with a plan of `tasks` tasks, of which six are due today."""
    await db.dispose()
    async with db.transaction() as session:
        residents = [await _resident(session, number, tasks) for number in range(first, first + count)]
    await db.dispose()
    return residents


async def sign_up(count: int, *, password_hash: str) -> list[str]:
    """The mail addresses of so many accounts without a plan."""
    emails = [f"visitor{number}@example.org" for number in range(count)]
    await db.dispose()
    async with db.transaction() as session:
        for email in emails:
            wish = SignUp(name="Otto Fremd", email=email, password=PASSWORD)
            await accounts.sign_up(session, wish=wish, password_hash=password_hash)
    await db.dispose()
    return emails


async def _resident(session: AsyncSession, number: int, tasks: int) -> Resident:
    email = f"person{number}@example.org"
    user = await accounts.sign_up(session, wish=SignUp(name=f"Asha Rao {number}", email=email, password=PASSWORD),
                                  password_hash=NO_HASH)  # fmt: skip
    token = await accounts.start_session(session, user_id=user.id, browser="Chrome, Linux")
    # Without morning mail: a hundred PDFs in the background would be measured too.
    goal = GoalInput(role_slug=ROLE, weekly_minutes=300, mail_on=False)
    await profiles.save_goal(session, user_id=user.id, goal=goal)
    await profiles.reach_step(session, user_id=user.id, step="done")
    draft = _plan(tasks)
    await planner.save_plan(session, user_id=user.id, draft=draft, basis={}, job=f"plan/{user.id}/1")
    day = await planner.list_day(session, user_id=user.id, day=draft.starts_on)
    return Resident(user.id, email, token, [str(task.id) for task in day.tasks])


def _plan(tasks: int) -> PlanDraft:
    today, a_day = local_date(utc_now(), "UTC"), TASK_MIN * TASKS_A_DAY
    written = tuple(
        TaskDraft(
            due=today + timedelta(days=number // TASKS_A_DAY), position=number % TASKS_A_DAY, kind="practise",
            form="exercise", reason="critical", skill=SKILL, level="working", minutes=TASK_MIN,
        )
        for number in range(tasks)
    )  # fmt: skip
    return PlanDraft(
        role=ROLE, starts_on=today, ends_on=written[-1].due, weekly_minutes=7 * a_day, day_minutes=(a_day,) * 7,
        tasks=written,
    )  # fmt: skip
