"""People with one of everything, made by the app's own use cases."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

import careercoach.careercoach  # noqa: F401  (chooses the providers)
from careercoach.core import db
from careercoach.core.clock import utc_now
from careercoach.features.accounts import service as accounts
from careercoach.features.accounts.schemas import SignUp
from careercoach.features.connections import service as connections
from careercoach.features.interviews import flows as interview_flows
from careercoach.features.interviews import service as interviews
from careercoach.features.interviews.schemas import InterviewInput
from careercoach.features.job_matches import analysing
from careercoach.features.job_matches import flows as match_flows
from careercoach.features.job_matches import service as matches
from careercoach.features.job_matches.schemas import CoachNote, MatchInput, QuestionInput, Suggestion
from careercoach.features.matching import flows as matching_flows
from careercoach.features.matching.schemas import Sentence
from careercoach.features.notifications import service as notifications
from careercoach.features.planner import flows as planner_flows
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.schemas import DraftView, GoalInput
from careercoach.features.resume_builder import flows as rewrite_flows
from careercoach.features.resume_reports import flows as resume_report_flows
from careercoach.features.resume_reports import service as resume_reports
from careercoach.features.resumes import flows as resume_flows
from careercoach.features.usage.flows import DatabaseBooks
from careercoach.migrations import migrate
from careercoach.ports.ai.seams import CacheKey, CallEntry, Kept, Sent, Wish
from careercoach.settings import settings
from tests.factories import NO_HASH, PASSWORD

PERSON = {
    "basics": {"name": "Asha Rao", "email": "asha@example.org", "label": "Data analyst"},
    "work": [
        {
            "name": "Lumen Foods",
            "position": "Reporting assistant",
            "startDate": "2022-01",
            "highlights": ["Wrote SQL queries for 14 store managers", "Built Excel pivot tables every week"],
        }
    ],
    "education": [{"institution": "Pune University", "area": "Commerce", "studyType": "Bachelor"}],
    "skills": [{"name": "Data", "keywords": ["SQL", "Excel"]}],
}


RESUME = """Asha Rao
asha@example.org

Work experience
Reporting assistant, Lumen Foods, 2022 - present
- Wrote SQL queries for 14 store managers
- Built Excel pivot tables every week

Skills: SQL, Excel
"""


POSTING = """Data analyst at Lumen Foods, Ambegaon
Requirements
- Strong SQL and Excel
- Experience with Power BI or Tableau
- 2+ years of experience
- Bachelor's degree
Salary: INR 8 - 12 lakhs per year
"""


@dataclass(frozen=True)
class People:
    """Session tokens, and the owner's id."""

    owner_id: UUID
    owner: str
    stranger: str
    admin: str


def seed_folder(folder: Path) -> People:
    """A house of its own in an empty folder, with these people in it."""
    migrate(f"sqlite:///{folder / 'app.db'}")

    async def prepare() -> People:
        await db.dispose()
        people = await seed()
        await db.dispose()
        return people

    before, settings.data_dir = settings.data_dir, folder
    try:
        return asyncio.run(prepare())
    finally:
        settings.data_dir = before


async def seed() -> People:
    """The owner has a goal, a confirmed record and whatever else each room adds here."""
    owner_id, owner = await _account("asha@example.org", "Asha Rao")
    _, stranger = await _account("otto@example.org", "Otto Fremd")
    _, admin = await _account("root@example.org", "Root")
    async with db.transaction() as session:
        await accounts.create_admin(session, email="root@example.org", name="Root", password_hash=NO_HASH)
        goal = GoalInput(role_slug="data-analyst", weekly_minutes=300, time_zone="Asia/Kolkata")
        await profiles.save_goal(session, user_id=owner_id, goal=goal)
        await profiles.save_person(session, user_id=owner_id, person=PERSON)
        await profiles.reach_step(session, user_id=owner_id, step="done")
        await _begin_profile_changes(session, owner_id)
    await _fill_the_rooms(owner_id)
    return People(owner_id, owner, stranger, admin)


async def _begin_profile_changes(session: AsyncSession, owner_id: UUID) -> None:
    """Something typed and not saved, and an import that waits."""
    post = PERSON["work"][0]
    draft = DraftView(section="work", at=0, base=post, form={"position": "Analyst at Lumen Foods"})
    await profiles.keep_draft(session, user_id=owner_id, draft=draft)
    found = {"basics": {"name": "Asha Rao", "phone": "+91 1"}, "languages": [{"language": "Marathi"}]}
    await profiles.keep_import(session, user_id=owner_id, source="json-resume", found=found)


async def _fill_the_rooms(owner_id: UUID) -> None:
    """A resume, a gap report, a plan, a mail, and two interviews: one finished, one open."""
    await resume_flows.add_resume(user_id=owner_id, file_name="asha.txt", data=RESUME.encode())
    await resume_flows.close()
    report = await resume_report_flows.current_report(owner_id)
    async with db.transaction() as session:
        await resume_reports.mark_suggestion(
            session, user_id=owner_id, resume_id=UUID(report.resume_id), suggestion_id=report.suggestions[0].id,
            mark="fixed",
        )  # fmt: skip
    await matching_flows.analyse_gap(owner_id)
    await planner_flows.create_plan(owner_id, job="seed")
    await rewrite_flows.make_rewrite(owner_id, language="en")
    await _compare_postings(owner_id)
    async with db.transaction() as session:
        await notifications.queue_mail(
            session, user_id=owner_id, to="asha@example.org", kind="test", key=f"seed/{owner_id}", subject="Hello",
            text="Hello Asha Rao", html="<p>Hello Asha Rao</p>",
        )  # fmt: skip
        await notifications.stop_address(session, address="old@example.org", user_id=owner_id, reason="bounced")
        first = await interviews.start_interview(session, user_id=owner_id, wish=InterviewInput(size=5))
        await interviews.finish_interview(session, user_id=owner_id, interview_id=UUID(str(first.id)))
    await interview_flows.score_interview(UUID(str(first.id)))
    async with db.transaction() as session:
        await interviews.start_interview(session, user_id=owner_id, wish=InterviewInput(size=5))
    await _ask_a_model(owner_id)
    async with db.transaction() as session:
        await connections.save_choice(session, user_id=owner_id, allowed=True)
        text, host = "Resume of [NAME_1] at Lumen Foods", "api.openai.com"
        sent = Sent(owner_id, "seed.ask", "openai", host, "gpt-6-luna", text, {"name": 1})
        await connections.note_sent(session, sent=sent)


async def _ask_a_model(owner_id: UUID) -> None:
    """One question in the ledger, the budget of the day and the kept answers, and one that is on its way."""
    books = DatabaseBooks()
    assert await books.reserve(Wish(owner_id, "seed.ask", 100, 50)) is not None
    place = await books.reserve(Wish(owner_id, "seed.ask", 100, 50))
    assert place is not None
    line = CallEntry(
        asker=owner_id, task="seed.ask", prompt_version="1-seed", input_hash="0" * 64, provider="openai",
        host="api.openai.com", model="gpt-6-luna", request_id="req_seed", input_tokens=60, cached_tokens=0,
        output_tokens=20, reasoning_tokens=0, cost_micro_usd=16, estimated=False, latency_ms=900, first_word_ms=None,
        tries=1, outcome="ok", at=utc_now(),
    )  # fmt: skip
    await books.settle(place, [line])
    await books.keep(CacheKey(owner_id, "seed.ask", "1-seed", "gpt-6-luna", "0" * 64), Kept("openai", "gpt-6-luna", {}))


async def _compare_postings(owner_id: UUID) -> None:
    """A posting that was compared and talked about, one that was only read, and half a draft."""
    wish = MatchInput(text=POSTING, link="https://jobs.example.org/analyst", source="link")
    view = await match_flows.add_match(owner_id, wish, language="en")
    await analysing.start(owner_id, UUID(view.id))
    question = QuestionInput(question="What is missing?")
    await match_flows.ask_about(owner_id, UUID(view.id), question, language="en")
    town = Sentence(en="Ambegaon", hi="Ambegaon", es="Ambegaon")
    also = Suggestion(key="location", field="location", value="Ambegaon", name=town, quote="Lumen Foods, Ambegaon")
    async with db.transaction() as session:
        by = CoachNote(engine="openai", model="gpt-6-luna")
        await matches.save_suggestions(session, user_id=owner_id, analysis_id=UUID(view.id), found=[also], by=by)
    await match_flows.add_match(owner_id, MatchInput(source="role", role="data-analyst"), language="en")
    async with db.transaction() as session:
        await matches.save_draft(session, user_id=owner_id, part="posting", text="Half a posting", version=0)


async def _account(email: str, name: str) -> tuple[UUID, str]:
    async with db.transaction() as session:
        wish = SignUp(name=name, email=email, password=PASSWORD)
        user = await accounts.sign_up(session, wish=wish, password_hash=NO_HASH)
        return user.id, await accounts.start_session(session, user_id=user.id, browser="Chrome, Linux")
