"""A model puts a report into words once, however often it is asked to, and where no jobs run nothing breaks."""

from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from careercoach.core import db, jobs
from careercoach.core.jobs import JobsConfig, JobState
from careercoach.features.resume_reports import flows, narrating, service
from careercoach.features.resume_reports.narrating import start_narrating
from careercoach.features.resume_reports.schemas import Narrative, ReportView
from careercoach.features.resume_reports.state import ResumeReportState
from careercoach.ports import ai
from careercoach.ports.ai import Made
from tests.core.jobs.processes import quick_queues
from tests.features.people import Proxy, acting_as, new_state
from tests.features.resume_reports.conftest import add_resume


class Teller(ai.EmbeddedCoach):
    """A model with words of its own, and how often it was asked for them."""

    def __init__(self) -> None:
        self.asked = 0

    async def ask(self, task: Any, *, language: str, asker: UUID | None = None, **inputs: Any) -> Any:
        self.asked += 1
        rules = task.embedded(language=language, **inputs)
        made = Made(engine="openai", model="gpt-6-luna")
        return rules.model_copy(update={"summary": "A clear resume.", "source": "openai", "made": made})


@pytest.fixture
async def told(people: Any, monkeypatch: pytest.MonkeyPatch) -> tuple[Any, ReportView, Teller]:
    """Asha, her report, and a model she agreed to."""
    asha, teller = people["asha"], Teller()
    await add_resume(asha)
    report = await flows.current_report(asha.id)

    async def may(_: UUID) -> bool:
        return True

    monkeypatch.setattr(flows, "may_be_told_by_a_model", may)
    monkeypatch.setattr(flows, "coach", lambda: teller)
    return asha, report, teller


async def kept(asha: Any, report: ReportView) -> ReportView:
    async with db.reading() as session:
        return await service.get_report(session, user_id=asha.id, resume_id=UUID(report.resume_id))


@pytest.mark.slow
async def test_with_the_engine_offered_twice_it_is_told_once(told, tmp_path: Path):
    asha, report, teller = told
    async with jobs.lifespan(JobsConfig(data_dir=tmp_path, database_url="", queues=quick_queues())):
        job = await start_narrating(asha.id, report, "en")
        assert job is not None and await start_narrating(asha.id, report, "en") == job
        assert [event.percent async for event in jobs.progress(job)] == [10, 100]
        assert (await jobs.status(job)).state is JobState.DONE
        assert await start_narrating(asha.id, report, "en") == job, "also when it is over"
        assert [event.percent async for event in jobs.progress(job)] == [10, 100]
        assert teller.asked == 1
        assert await start_narrating(asha.id, report, "es") != job, "another language is another telling"
    words = (await kept(asha, report)).narratives["en"]
    assert (words.summary, words.source, words.model) == ("A clear resume.", "openai", "gpt-6-luna")


@pytest.mark.parametrize("why", ["unavailable", "over_budget", "no_consent", ""])
async def test_who_did_not_answer_is_asked_again_at_another_visit(told, monkeypatch: pytest.MonkeyPatch, why: str):
    asha, report, _ = told
    keys: list[str] = []

    async def start(job: Any, ref: str, *, key: str) -> str:
        keys.append(key)
        return key

    monkeypatch.setattr(jobs, "start_now", start)
    for now in ("2026-11-21T10:00:05", "2026-11-21T10:01:05", "2026-11-22T10:01:05"):
        monkeypatch.setattr(narrating, "utc_now", lambda now=now: datetime.fromisoformat(now))
        await start_narrating(asha.id, report, "en")
        report.narratives["en"] = Narrative(summary="By the rules.", why=why)
    assert len(set(keys)) == (3 if why in narrating.AGAIN else 1)


async def test_where_no_jobs_run_it_is_told_at_once(told):
    asha, report, teller = told
    assert await start_narrating(asha.id, report, "en") is None
    assert teller.asked == 1
    assert (await kept(asha, report)).narratives["en"].source == "openai"


async def test_the_page_shows_what_was_told_where_no_jobs_run(told):
    asha, report, _ = told
    with acting_as(asha):
        page = new_state(ResumeReportState)
        page.head.resume_id = report.resume_id
        await ResumeReportState.tell.fn(Proxy(page))
    assert page.told.en.summary == "A clear resume." and (page.problem_key, page.is_telling) == ("", False)
