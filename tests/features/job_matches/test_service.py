"""Analyses over their life: made, streamed, stopped, corrected, compared, removed; and never another person's."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from careercoach.core import db
from careercoach.core.clock import utc_now
from careercoach.core.errors import CoachError, InvalidInputError, NotFoundError
from careercoach.core.identity import Person
from careercoach.features.job_matches import analysing, flows, service
from careercoach.features.job_matches.schemas import (
    PARTS,
    AgainInput,
    MatchInput,
    OwnAnswers,
    PostingEdits,
    QuestionInput,
    Report,
)
from careercoach.features.matching.schemas import METRICS
from careercoach.features.planner import service as planner
from careercoach.features.profiles import service as profiles
from tests.features.job_matches.samples import FAR_POSTING, POSTING, RECORD, add_match, add_owner, analysed, get
from tests.features.people import add_plan


@pytest.fixture
async def owner(database: Path) -> Person:
    return await add_owner()


@pytest.fixture
async def other(database: Path) -> Person:
    return await add_owner("otto@example.org")


class TestAdd:
    async def test_each_source(self, owner: Person):
        read = await add_match(owner)
        assert (read.state, read.title, read.run) == ("read", "Senior Data Analyst", 0)
        role = await add_match(owner, "", source="role", role="backend-developer")
        assert role.role == "backend-developer" and role.sheet.skills
        dream = await add_match(owner, "I want to build dashboards from sales data with SQL", source="dream")
        assert dream.role and "SQL" in {line.quote for line in dream.sheet.skills} | {"SQL"}
        link = await add_match(owner, source="link", link="https://jobs.example.org/1")
        assert link.link == "https://jobs.example.org/1"
        file = await flows.add_file(owner.id, "posting.txt", POSTING.encode(), language="en")
        assert (file.source, file.title) == ("file", "Senior Data Analyst")

    @pytest.mark.parametrize(
        ("wish", "key"),
        [
            ({"text": "Java"}, "job_matches.too_short"),
            ({"source": "role", "role": "king"}, "job_matches.unknown_role"),
            ({"source": "dream", "text": "xyzzy"}, "job_matches.unknown_dream"),
            ({"source": "link", "text": POSTING, "link": "javascript:alert(1)"}, "job_matches.bad_link"),
        ],
    )
    async def test_what_cannot_be_read_is_refused_in_words(self, owner: Person, wish, key):
        with pytest.raises(InvalidInputError) as refused:
            await flows.add_match(owner.id, MatchInput.model_validate(wish), language="en")
        assert refused.value.text_key == key

    async def test_the_whole_posting_counts(self, owner: Person):
        long = POSTING + "We offer a good lunch.\n" * 8_000 + "Requirements\n- Kubernetes\n"
        view = await add_match(owner, long)
        assert "kubernetes" in {line.key for line in view.sheet.skills}


class TestRun:
    async def test_all_parts_and_every_quote_stands(self, owner: Person):
        view = await analysed(owner)
        assert (view.state, view.run, tuple(view.report.parts)) == ("done", 1, PARTS)
        assert [line.metric for line in view.report.scores] == list(METRICS)
        assert view.report.strengths and view.report.priorities and view.report.next_steps and view.report.learning
        assert view.made_at is not None

    async def test_needs_a_record(self, database: Path):
        person = await add_owner()
        async with db.transaction() as session:
            nobody = (await profiles.get_profile(session, user_id=person.id)).model_copy()
        assert nobody.confirmed_at is not None
        view = await add_match(person)
        async with db.transaction() as session:
            await session.execute(profiles_without_record(person))
        with pytest.raises(CoachError) as refused:
            await analysing.start(person.id, UUID(view.id))
        assert refused.value.text_key == "job_matches.no_record"

    async def test_stopped_and_older_runs_write_nothing(self, owner: Person):
        view = await add_match(owner)
        async with db.transaction() as session:
            started = await service.begin_run(session, user_id=owner.id, analysis_id=UUID(view.id))
        assert await flows.make_part(UUID(view.id), started.run, "scores")
        await analysing.stop(owner.id, UUID(view.id))
        assert not await flows.make_part(UUID(view.id), started.run, "skills")
        stopped = await get(owner, view.id)
        assert (stopped.state, stopped.report.parts) == ("stopped", ["scores"])
        async with db.transaction() as session:
            again = await service.begin_run(session, user_id=owner.id, analysis_id=UUID(view.id))
            found = Report()
            assert not await service.save_part(
                session, analysis_id=UUID(view.id), run=again.run - 1, part="scores", found=found
            )

    async def test_again_with_answers_corrections_and_context(self, owner: Person):
        view = await analysed(owner)
        again = AgainInput(
            answers=OwnAnswers(pay_year=1_500_000, cultures=["team"]),
            edits=PostingEdits(title="Data Analyst", strengths={"django": "removed"}),
            context="I also used Power BI for a year",
        )
        await analysing.start(owner.id, UUID(view.id), again)
        after = await get(owner, view.id)
        scores = {line.metric: line.value for line in after.report.scores}
        assert scores["salary_match"] == 100 and scores["culture_fit"] is not None
        assert after.title == "Data Analyst" and "django" not in {line.key for line in after.report.skills}
        claimed = next(line for line in after.report.skills if line.key == "power-bi")
        assert claimed.is_claimed and {one.side for one in claimed.citations} == {"posting", "context"}
        assert "Power BI" in {change.name.en for change in after.changes}

    async def test_a_new_record_makes_it_stale_and_the_next_run_says_what_changed(self, owner: Person):
        view = await analysed(owner)
        async with db.transaction() as session:
            person = {**RECORD, "skills": [{"name": "Data", "keywords": ["SQL", "Excel", "Django", "Tableau"]}]}
            profile = await profiles.get_profile(session, user_id=owner.id)
            await profiles.save_person(session, user_id=owner.id, person=person, version=profile.version)
        assert (await get(owner, view.id)).is_stale
        await analysing.start(owner.id, UUID(view.id))
        after = await get(owner, view.id)
        assert not after.is_stale
        assert {"Django"} <= {change.name.en for change in after.changes if change.is_better}


def profiles_without_record(person: Person):
    from sqlalchemy import update

    from careercoach.features.profiles.models import Profile

    return update(Profile).where(Profile.user_id == person.id).values(confirmed_at=None)  # pyright: ignore[reportArgumentType]


class TestList:
    async def test_found_by_words_compared_removed_and_put_back(self, owner: Person):
        near, far = await analysed(owner), await analysed(owner, FAR_POSTING)
        async with db.transaction() as session:
            lines = await service.list_analyses(session, user_id=owner.id)
            assert [line.id for line in lines] == [far.id, near.id]
            found = await service.list_analyses(session, user_id=owner.id, search="java hibernate")
            assert [line.id for line in found] == [far.id]
            assert await service.list_analyses(session, user_id=owner.id, search="100% _") == []
            both = await service.compare_analyses(session, user_id=owner.id, left=UUID(near.id), right=UUID(far.id))
            assert len(both.rows) == 3 + len(METRICS) and both.rows[1].better == "left"
            assert "Spring Boot" in {name.en for name in both.only_right}
            await service.remove_analysis(session, user_id=owner.id, analysis_id=UUID(near.id))
            assert [line.id for line in await service.list_analyses(session, user_id=owner.id)] == [far.id]
            with pytest.raises(NotFoundError):
                await service.get_analysis(session, user_id=owner.id, analysis_id=UUID(near.id))
            await service.restore_analysis(session, user_id=owner.id, analysis_id=UUID(near.id))
            assert len(await service.list_analyses(session, user_id=owner.id)) == 2

    async def test_forgotten_after_an_hour_with_its_chat(self, owner: Person):
        view = await analysed(owner)
        await flows.ask_about(owner.id, UUID(view.id), QuestionInput(question="Why?"), language="en")
        async with db.transaction() as session:
            await service.remove_analysis(session, user_id=owner.id, analysis_id=UUID(view.id))
            assert not await service.has_removed(session, now=utc_now())
            later = utc_now() + timedelta(hours=2)
            assert await service.has_removed(session, now=later)
            await service.forget_removed(session, now=later)
        async with db.transaction() as session:
            with pytest.raises(NotFoundError):
                await service.restore_analysis(session, user_id=owner.id, analysis_id=UUID(view.id))


class TestDraft:
    async def test_kept_until_it_becomes_an_analysis(self, owner: Person):
        async with db.transaction() as session:
            assert await service.save_draft(session, user_id=owner.id, part="posting", text="half", version=0)
        await add_match(owner)
        async with db.transaction() as session:
            assert await service.find_draft(session, user_id=owner.id) == ("", "", 1)
            assert not await service.save_draft(session, user_id=owner.id, part="posting", text="old tab", version=0)


class TestChat:
    async def test_answered_with_citations_and_the_same_request_is_one(self, owner: Person):
        view = await analysed(owner)
        wish = QuestionInput(question="What do I say about Django?", request="r1")
        for _ in range(2):
            await flows.ask_about(owner.id, UUID(view.id), wish, language="en")
        async with db.reading() as session:
            messages = await service.list_messages(session, user_id=owner.id, analysis_id=UUID(view.id))
        assert [message.by for message in messages] == ["person", "coach"]
        assert messages[1].citations and messages[1].source == "embedded"

    async def test_what_is_being_typed_is_kept(self, owner: Person):
        view = await analysed(owner)
        async with db.transaction() as session:
            kept = {"user_id": owner.id, "analysis_id": UUID(view.id)}
            assert await service.save_chat_draft(session, **kept, text="What if", version=0)
        assert (await get(owner, view.id)).chat_draft == "What if"
        await flows.ask_about(owner.id, UUID(view.id), QuestionInput(question="What is missing?"), language="en")
        assert (await get(owner, view.id)).chat_draft == "What if", "something else was asked"
        await flows.ask_about(owner.id, UUID(view.id), QuestionInput(question="What if"), language="en")
        assert (await get(owner, view.id)).chat_draft == ""


class TestPlan:
    async def test_gaps_become_tasks_once(self, owner: Person):
        view = await analysed(owner)
        nothing = await flows.plan_gaps(owner.id, UUID(view.id), keys=[], language="en")
        assert (nothing.added, nothing.has_plan) == (0, False)
        await add_plan(owner)
        added = await flows.plan_gaps(owner.id, UUID(view.id), keys=["django"], language="en")
        assert added.added == 3
        again = await flows.plan_gaps(owner.id, UUID(view.id), keys=["django"], language="en")
        assert (again.added, again.has_plan) == (0, True)
        async with db.reading() as session:
            from datetime import date

            tasks = await planner.list_tasks(session, user_id=owner.id, first=date(2020, 1, 1), last=date(2099, 1, 1))
        ours = [task for task in tasks if task.source == "match"]
        assert [task.skill for task in ours] == ["django"] * 3
        assert "Senior Data Analyst" in planner.task_why(ours[0], "en")
        assert all(planner.task_title(task, language) for task in ours for language in ("en", "hi", "es"))


class TestStranger:
    async def test_nothing_of_mine(self, owner: Person, other: Person):
        view = await analysed(owner)
        mine = UUID(view.id)
        async with db.transaction() as session:
            for attempt in (
                service.get_analysis(session, user_id=other.id, analysis_id=mine),
                service.begin_run(session, user_id=other.id, analysis_id=mine),
                service.stop_run(session, user_id=other.id, analysis_id=mine),
                service.remove_analysis(session, user_id=other.id, analysis_id=mine),
                service.restore_analysis(session, user_id=other.id, analysis_id=mine),
                service.compare_analyses(session, user_id=other.id, left=mine, right=mine),
                service.list_messages(session, user_id=other.id, analysis_id=mine),
                service.save_chat_draft(session, user_id=other.id, analysis_id=mine, text="x", version=0),
                service.save_corrections(session, user_id=other.id, analysis_id=mine, context="x"),
            ):
                with pytest.raises(NotFoundError):
                    await attempt
            assert await service.list_analyses(session, user_id=other.id) == []
        with pytest.raises(NotFoundError):
            await flows.ask_about(other.id, mine, QuestionInput(question="Why?"), language="en")
        with pytest.raises(NotFoundError):
            await flows.plan_gaps(other.id, mine, keys=[], language="en")
        assert await get(owner, view.id) == view
