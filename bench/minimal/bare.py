"""The same write behind a bare FastAPI route."""

from database import begin, text
from fastapi import FastAPI

app = FastAPI()


@app.post("/toggle/{user}/{task}/{state}")
async def toggle(user: str, task: str, state: str) -> dict[str, str]:
    async with begin() as session:
        await session.execute(
            text("update plan_tasks set state = :state where id = :task and user_id = :user"),
            {"state": state, "task": task, "user": user},
        )
    return {task: state}


@app.get("/ping")
async def ping() -> str:
    return "pong"
