"""The same writes and questions behind bare FastAPI routes: nobody is refused, nothing is translated."""

import json
from datetime import date
from hashlib import sha256

from database import begin, text
from fastapi import FastAPI, Request

app = FastAPI()

PERSON = text(
    "select users.id, users.name, users.language, users.is_admin, users.disabled_at, sessions.seen_at, "
    "sessions.created_at from sessions join users on users.id = sessions.user_id where token_hash = :token"
)
ZONE = text("select * from profiles where user_id = :user")
TASKS = text("select * from plan_tasks where user_id = :user and due = :day order by due, position, id")
BUDGET = text("select day_minutes from plans where user_id = :user")
CHANGE = text("update plan_tasks set state = :state, done_on = :day where id = :task and user_id = :user")
TASK = text("select * from plan_tasks where id = :task and user_id = :user")


@app.post("/toggle/{user}/{task}/{state}")
async def toggle(user: str, task: str, state: str) -> dict[str, str]:
    async with begin() as session:
        await session.execute(
            text("update plan_tasks set state = :state where id = :task and user_id = :user"),
            {"state": state, "task": task, "user": user},
        )
    return {task: state}


async def person(session, request: Request):
    cookie = next(value for name, value in request.cookies.items() if name.endswith("session"))
    return (await session.execute(PERSON, {"token": sha256(cookie.encode()).hexdigest()})).one()


@app.get("/api/v1/today")
async def today(request: Request) -> dict[str, object]:
    async with begin() as session:
        user = {"user": (await person(session, request)).id}
        (await session.execute(ZONE, user)).one()
        tasks = (await session.execute(TASKS, {**user, "day": date.today().isoformat()})).mappings().all()
        budget = (await session.execute(BUDGET, user)).scalar_one()
    return {"tasks": [dict(task) for task in tasks], "is_day_off": not json.loads(budget)[date.today().weekday()]}


@app.post("/api/v1/today/{task}/{verb}")
async def change(request: Request, task: str, verb: str) -> dict[str, object]:
    done, day = verb == "complete", date.today().isoformat()
    async with begin() as session:
        user = {"user": (await person(session, request)).id, "task": task.replace("-", "")}
        (await session.execute(ZONE, {"user": user["user"]})).one()
        await session.execute(CHANGE, {**user, "state": "done" if done else "open", "day": day if done else None})
        return dict((await session.execute(TASK, user)).mappings().one())


@app.get("/ping")
async def ping() -> str:
    return "pong"
