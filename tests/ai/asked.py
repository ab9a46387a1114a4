"""Every question the app puts to a model, as the app itself puts it: caught on the way for one person."""

from typing import Any
from uuid import UUID

import careercoach.careercoach  # noqa: F401  (chooses the providers)
from careercoach.core import db
from careercoach.features.accounts import service as accounts
from careercoach.features.accounts.schemas import SignUp
from careercoach.features.interviews.opinions import JUDGE
from careercoach.features.job_matches import flows as match_flows
from careercoach.features.job_matches import service as matches
from careercoach.features.job_matches.schemas import MatchInput, QuestionInput
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.schemas import GoalInput
from careercoach.features.resume_builder import flows as builder_flows
from careercoach.features.resume_reports import flows as report_flows
from careercoach.features.resumes import flows as resume_flows
from careercoach.ports import ai
from careercoach.ports.ai import AiTask, EmbeddedCoach
from tests.ai.scenes import ANSWER, LINES, POSTING, QUESTION, RECORD
from tests.factories import NO_HASH, PASSWORD

Asked = tuple[AiTask[Any], dict[str, Any]]


class Listener(EmbeddedCoach):
    """Answers by rules and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: dict[str, Asked] = {}

    async def ask(self, task, *, language, asker=None, **inputs):
        self.asked.setdefault(task.name, (task, inputs))
        return await super().ask(task, language=language, asker=asker, **inputs)


async def catch_all() -> dict[str, Asked]:
    """One of each kind of question, by its name."""
    listener, before = Listener(), ai.coach()
    ai.use_coach(listener)
    try:
        await _use_everything()
    finally:
        ai.use_coach(before)
    points = "\n".join(f"- {point.text.en}" for point in QUESTION.key_points)
    inputs = {
        "question": QUESTION.text.en,
        "answer": ANSWER,
        "points": points,
        "score": 50,
        "asked": QUESTION,
        "shown": (),
    }
    return {**listener.asked, JUDGE.name: (JUDGE, inputs)}


async def _use_everything() -> None:
    async with db.transaction() as session:
        wish = SignUp(name="Asha Rao", email="asha@example.org", password=PASSWORD)
        asha = (await accounts.sign_up(session, wish=wish, password_hash=NO_HASH)).id
        goal = GoalInput(role_slug="data-analyst", weekly_minutes=300, time_zone="Asia/Kolkata")
        await profiles.save_goal(session, user_id=asha, goal=goal)
        await profiles.save_person(session, user_id=asha, person=RECORD)
    uploaded = await resume_flows.add_resume(user_id=asha, file_name="asha.txt", data="\n".join(LINES).encode())
    await resume_flows.close()
    await report_flows.current_report(asha)
    await report_flows.narrate(asha, UUID(uploaded.id), "en")
    await builder_flows.make_rewrite(asha, language="en")
    match = await match_flows.add_match(asha, MatchInput(text=POSTING), language="en")
    async with db.transaction() as session:
        started = await matches.begin_run(session, user_id=asha, analysis_id=UUID(match.id))
    await match_flows.analyse_here(UUID(match.id), started.run)
    question = QuestionInput(question="What should I learn first?", request="tab/1")
    await match_flows.ask_about(asha, UUID(match.id), question, language="en")
