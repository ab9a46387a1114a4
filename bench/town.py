"""A database of very many people: one who moved in by the app's own use cases, copied row by row."""

import sqlite3
from pathlib import Path
from typing import Any
from uuid import uuid4

from bench.house import Resident, house, move_in
from careercoach.core import db
from careercoach.core.security import fingerprint
from careercoach.features.notifications import service as notifications

TABLES = {"users": "id", "profiles": "user_id", "sessions": "user_id", "plans": "user_id", "plan_tasks": "user_id",
          "mails": "user_id"}  # fmt: skip
"""What everybody has rows in, with the column that says whose they are."""


async def settle(folder: Path, count: int) -> list[Resident]:
    """So many people with sessions, plans and yesterday's letter, in an `app.db` of `folder`."""
    with house(folder):
        [first] = await move_in(1)
        async with db.transaction() as session:
            await notifications.queue_mail(
                session, user_id=first.id, to=first.email, kind="daily", key="letter", subject="Your day",
                text="Two tasks.", html="<p>Two tasks.</p>",
            )  # fmt: skip
        await db.dispose()
    others = [_numbered(number, len(first.tasks)) for number in range(1, count)]
    connection = sqlite3.connect(folder / "app.db")
    connection.execute("pragma synchronous=off")
    with connection:
        connection.execute("update mails set state = 'sent'")
        connection.execute("update profiles set mail_on = 1")
        for table, owner in TABLES.items():
            _copy(connection, table, owner, first, others)
    connection.execute("analyze")
    connection.close()
    return [first, *others]


def _numbered(number: int, tasks: int) -> Resident:
    return Resident(uuid4(), f"citizen{number}@example.org", f"token-{number}", [str(uuid4()) for _ in range(tasks)])


def _copy(connection: sqlite3.Connection, table: str, owner: str, first: Resident, others: list[Resident]) -> None:
    found = connection.execute(f'select * from "{table}" where "{owner}" = ? order by rowid', (first.id.hex,))
    names, rows = [name for name, *_ in found.description], found.fetchall()
    columns, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    connection.executemany(
        f'insert into "{table}" ({columns}) values ({marks})',
        (
            [_of(one, place, table, name, value) for name, value in zip(names, row, strict=True)]
            for one in others
            for place, row in enumerate(rows)
        ),
    )


def _of(one: Resident, place: int, table: str, name: str, value: Any) -> Any:
    """The value as it would stand in the row of another person."""
    match name:
        case "id" if table in ("users", "plans"):
            return one.id.hex
        case "user_id" | "plan_id":
            return one.id.hex
        case "id":
            return one.tasks[place].replace("-", "") if table == "plan_tasks" else uuid4().hex
        case "email" | "to":
            return one.email
        case "token_hash":
            return fingerprint(one.token)
        case "key" | "job":
            return f"{value}/{one.id.hex}"
        case _:
            return value
