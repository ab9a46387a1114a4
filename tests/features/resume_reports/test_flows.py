"""Reports are made once, made anew when they must be, kept for their owner alone; marks outlive a version."""

import asyncio
import time
from uuid import UUID, uuid4

import pytest

from careercoach.core import db
from careercoach.core.errors import NotFoundError
from careercoach.features.analytics import service as analytics
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.schemas import GoalInput
from careercoach.features.resume_reports import flows, service
from careercoach.features.resume_reports.rules.made import Version, make_report
from careercoach.features.resume_reports.schemas import Narrative
from careercoach.features.resumes import service as resumes
from careercoach.ports import ai
from tests.features.resume_reports.conftest import RESUME, add_resume, read


async def mark(person, report, kind, value="fixed"):
    found = next(one for one in report.suggestions if one.kind == kind)
    async with db.transaction() as session:
        marked = await service.mark_suggestion(
            session, user_id=person.id, resume_id=UUID(report.resume_id), suggestion_id=found.id, mark=value
        )
    return found.id, marked


def state_of(report, suggestion_id):
    return next(one.state for one in report.suggestions if one.id == suggestion_id)


async def test_without_a_file_there_is_no_report(people):
    with pytest.raises(NotFoundError):
        await flows.current_report(people["asha"].id)
    with pytest.raises(NotFoundError):
        await flows.current_report(people["asha"].id, uuid4())


async def test_a_stranger_finds_nothing(people):
    resume = await add_resume(people["asha"])
    report = await flows.current_report(people["asha"].id)
    otto, resume_id = people["otto"].id, UUID(resume.id)
    async with db.transaction() as session:
        assert await service.find_report(session, user_id=otto, resume_id=resume_id) is None
        assert await service.list_suggestions(session, user_id=otto, resume_id=resume_id) == []
        assert await service.count_fixed(session, user_id=otto) == 0
        for call in (
            service.get_report(session, user_id=otto, resume_id=resume_id),
            service.get_judgement(session, user_id=otto, resume_id=resume_id),
            service.mark_suggestion(
                session, user_id=otto, resume_id=resume_id, suggestion_id=report.suggestions[0].id, mark="fixed"
            ),
            service.save_narrative(
                session, user_id=otto, resume_id=resume_id, language="en", narrative=Narrative(summary="x")
            ),
        ):
            with pytest.raises(NotFoundError):
                await call
    with pytest.raises(NotFoundError):
        await flows.current_report(otto, resume_id)


async def test_it_is_made_once_and_says_all(people, monkeypatch):
    asha = people["asha"]
    resume = await add_resume(asha)
    report = await flows.current_report(asha.id)
    assert report.resume_id == resume.id and report.score == round(report.exact) and report.change is None
    assert set(report.narratives) == {"en", "hi", "es"} and report.narratives["en"].source == "embedded"
    assert report.shortfall and report.shortfall.title.en == "Data analyst" and report.shortfall.missing
    assert sum(part.earned for part in report.parts) == pytest.approx(report.exact)
    assert report.progress.total == len(report.suggestions)
    monkeypatch.setattr(flows, "_make", None)
    assert await flows.current_report(asha.id, UUID(resume.id)) == report


async def test_another_role_makes_it_anew_and_none_leaves_keywords_out(people):
    asha = people["asha"]
    await add_resume(asha)
    first = await flows.current_report(asha.id)
    async with db.transaction() as session:
        await profiles.save_goal(session, user_id=asha.id, goal=GoalInput(role_slug="accountant", weekly_minutes=60))
    second = await flows.current_report(asha.id)
    assert (first.id, second.role) == (second.id, "accountant") and second.score != first.score
    await add_resume(people["otto"])
    third = await flows.current_report(people["otto"].id)
    assert third.shortfall is None
    assert [part.name for part in third.parts if not part.judged] == ["keywords"]


async def test_marks_count_and_are_taken_back(people):
    asha = people["asha"]
    await add_resume(asha)
    report = await flows.current_report(asha.id)
    weak, marked = await mark(asha, report, "weak_verb")
    assert (marked.progress.fixed, marked.progress.total) == (1, report.progress.total)
    assert marked.score == report.score  # saying so changes no score
    _, marked = await mark(asha, report, "plain_file", "dismissed")
    assert (marked.progress.fixed, marked.progress.total) == (1, report.progress.total - 1)
    async with db.reading() as session:
        assert await service.count_fixed(session, user_id=asha.id) == 1
        standing = await service.find_standing(session, user_id=asha.id)
        figures = await analytics.get_figures(session, user_id=asha.id)
        assert await service.find_standing(session, user_id=people["otto"].id) is None
    assert standing and (standing.score, standing.fixed, standing.total) == (report.score, 1, marked.progress.total)
    assert (figures.resume_score, figures.resume_fixed, figures.is_empty) == (report.score, 1, False)
    _, marked = await mark(asha, report, "weak_verb", None)
    assert state_of(marked, weak) == "open" and marked.progress.fixed == 0
    with pytest.raises(NotFoundError):
        async with db.transaction() as session:
            await service.mark_suggestion(
                session, user_id=asha.id, resume_id=UUID(report.resume_id), suggestion_id="nothing", mark="fixed"
            )


async def test_a_new_version_says_what_was_fixed_and_what_only_seemed_so(people):
    asha = people["asha"]
    await add_resume(asha)
    first = await flows.current_report(asha.id)
    told, _ = await mark(asha, first, "weak_verb")  # "Responsible for", which will be fixed
    number, _ = await mark(asha, first, "no_measure")  # which will not
    _, aside = await mark(asha, first, "plain_file", "dismissed")
    better = RESUME.replace("Responsible for managing", "Managed").replace("SQL, Excel,", "SQL, Excel, Power BI,")
    await add_resume(asha, better, "asha-rao-2.txt")
    second = await flows.current_report(asha.id)
    assert second.change is not None and second.change.score == first.score < second.score
    assert second.change.file_name == "asha-rao.txt" and second.change.new == 0
    assert sorted(one.kind for one in second.change.fixed) == ["keyword", "weak_verb"]
    assert "Power BI" in {one.skill.en for one in second.change.fixed}
    assert told not in {one.id for one in second.suggestions}
    again = next(one for one in second.suggestions if one.id == number)
    assert again.state == "open" and again.still_there
    assert [one.kind for one in second.with_state("dismissed")] == ["plain_file"]
    assert second.exact - first.exact == pytest.approx(
        sum(one.points for one in first.suggestions if one.kind == "weak_verb" and "Responsible" in one.words)
        + sum(one.points for one in first.suggestions if one.skill.en == "Power BI"), abs=0.1,
    )  # fmt: skip
    assert aside.id == first.id


async def test_what_was_set_aside_stays_so_when_it_is_reworded(people):
    asha = people["asha"]
    await add_resume(asha)
    report = await flows.current_report(asha.id)
    await mark(asha, report, "no_measure", "dismissed")
    await add_resume(asha, RESUME.replace("together with the warehouse", "together with our warehouse"))
    second = await flows.current_report(asha.id)
    assert [one.kind for one in second.with_state("dismissed")] == ["no_measure"]


async def test_a_removed_file_has_no_report(people):
    asha = people["asha"]
    resume = await add_resume(asha)
    await flows.current_report(asha.id)
    async with db.transaction() as session:
        await resumes.remove_resume(session, user_id=asha.id, resume_id=UUID(resume.id))
        assert await service.find_report(session, user_id=asha.id, resume_id=UUID(resume.id)) is None


async def test_a_model_may_tell_it_but_not_invent(people, monkeypatch):
    class Model(ai.EmbeddedCoach):
        async def ask(self, task, *, language, asker=None, **inputs):
            assert asker == people["asha"].id and "Lumen Foods" in inputs["resume_text"]
            rules = task.embedded(language=language, **inputs)
            said = rules.model_copy(
                update={"summary": "A clear resume.", "first": "Add 99 numbers.", "source": "openai"}
            )
            return task.check(said, inputs, rules)

    asha = people["asha"]
    resume = await add_resume(asha)
    rules = await flows.current_report(asha.id)
    monkeypatch.setattr(flows, "coach", lambda: Model())
    told = (await flows.narrate(asha.id, UUID(resume.id), "en")).narratives
    assert told["en"].summary == "A clear resume." and told["en"].source == "openai"
    assert told["en"].first == rules.narratives["en"].first
    assert told["es"] == rules.narratives["es"]


def test_a_report_is_made_in_a_blink():
    from datetime import UTC, date, datetime

    from careercoach.features.resumes.schemas import ResumeView

    view = ResumeView(
        id="x", file_name="a.pdf", kind="pdf", size_bytes=1, pages=2, uploaded_at=datetime(2026, 1, 1, tzinfo=UTC)
    )
    version = Version(view, read(RESUME * 3))
    spent = []
    for _ in range(3):
        start = time.perf_counter()
        make_report(version, version, role_slug="data-analyst", today=date(2026, 1, 1))
        spent.append(time.perf_counter() - start)
    assert min(spent) < 0.15, spent


async def test_two_tabs_at_once_make_one_report_and_one_mark(people):
    asha = people["asha"]
    await add_resume(asha)
    reports = await asyncio.gather(*(flows.current_report(asha.id) for _ in range(4)))
    assert len({report.id for report in reports}) == 1
    await asyncio.gather(*(mark(asha, reports[0], "weak_verb") for _ in range(4)))
    async with db.reading() as session:
        assert await service.count_fixed(session, user_id=asha.id) == 1
