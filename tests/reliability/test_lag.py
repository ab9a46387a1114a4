"""Nothing of a person's way through the app holds up the event loop that everyone shares."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

from careercoach.core import db
from careercoach.features.accounts import flows as accounts
from careercoach.features.accounts.schemas import LogIn
from careercoach.features.interviews import flows as interview_flows
from careercoach.features.interviews import service as interviews
from careercoach.features.interviews.schemas import AnswerInput, InterviewInput
from careercoach.features.matching import flows as matching_flows
from careercoach.features.planner import flows as planner_flows
from careercoach.features.resumes import flows as resume_flows
from tests.factories import PASSWORD
from tests.seed import RESUME, seed

P99_S, LONGEST_S = 0.1, 0.25
ANSWER = (
    "At Lumen Foods I owned the weekly report. Queries took an hour, so I rewrote the joins and it took four minutes. "
)


@asynccontextmanager
async def watched_loop() -> AsyncIterator[list[float]]:
    """Seconds of CPU that this thread spent between two looks of the loop: a busy machine does not count."""
    spent: list[float] = []

    async def look() -> None:
        last = time.thread_time()
        while True:
            await asyncio.sleep(0.005)
            spent.append(time.thread_time() - last)
            last = time.thread_time()

    watch = asyncio.create_task(look())
    await asyncio.sleep(0.02)
    yield spent
    watch.cancel()


async def journey(user_id: UUID) -> None:
    """Log in, another resume, a new report and plan, an interview with long answers and its score."""
    await accounts.log_in(LogIn(email="asha@example.org", password=PASSWORD), address="10.0.0.1", browser="")
    await resume_flows.add_resume(user_id=user_id, file_name="again.txt", data=RESUME.encode() * 20)
    await matching_flows.analyse_gap(user_id)
    await planner_flows.create_plan(user_id, job="again")
    async with db.transaction() as session:
        open_one = next(
            line for line in await interviews.list_interviews(session, user_id=user_id) if line.state == "running"
        )
        await interviews.delete_interview(session, user_id=user_id, interview_id=UUID(str(open_one.id)))
        found = await interviews.start_interview(session, user_id=user_id, wish=InterviewInput(size=12))
    for number in range(1, 13):
        async with db.transaction() as session:
            answer = AnswerInput(text=ANSWER * 40, version=0)
            await interviews.save_answer(session, user_id=user_id, interview_id=found.id, number=number, answer=answer)
    async with db.transaction() as session:
        await interviews.finish_interview(session, user_id=user_id, interview_id=found.id)
    await interview_flows.score_interview(found.id)


async def test_the_loop_is_never_held_up(database):
    people = await seed()
    async with db.transaction() as session:
        from careercoach.core.security import hash_password
        from careercoach.features.accounts import service

        await service.rehash(session, user_id=people.owner_id, password_hash=await hash_password(PASSWORD))
    async with watched_loop() as spent:
        await journey(people.owner_id)
    await resume_flows.close()
    spent.sort()
    p99, longest = spent[int(len(spent) * 0.99)], spent[-1]
    assert len(spent) > 50
    assert p99 < P99_S and longest < LONGEST_S, (
        f"p99 {p99 * 1000:.0f} ms, longest {longest * 1000:.0f} ms, last five {spent[-5:]}"
    )
