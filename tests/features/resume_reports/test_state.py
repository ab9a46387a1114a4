"""The report page's state: the newest or the named version, marks with undo, nobody else's."""

from uuid import uuid4

import pytest
from reflex.istate.data import RouterData

from careercoach.features.resume_reports import flows
from careercoach.features.resume_reports.state import FIRST_SHOWN, ResumeReportState
from tests.features.people import Proxy, acting_as, new_state
from tests.features.resume_reports.conftest import RESUME, add_resume


def at(resume_id: str = ""):
    """A page's state at its address."""
    state = new_state(ResumeReportState)
    path = f"/resume/report/{resume_id}" if resume_id else "/resume/report"
    state._get_root_state().router_data = {"pathname": path, "asPath": path, "headers": {"origin": "http://test"}}
    state._get_root_state().router = RouterData.from_router_data(state._get_root_state().router_data)
    return state


@pytest.fixture
async def shown(people):
    resume = await add_resume(people["asha"])
    with acting_as(people["asha"]):
        state = at()
        await state.load()
        yield state, resume


async def test_nothing_uploaded(people):
    with acting_as(people["otto"]):
        state = at()
        assert await state.load() is None
        assert state.is_ready and not state.found


async def test_the_newest_is_shown(shown):
    state, resume = shown
    assert state.found and state.head.resume_id == resume.id and state.head.file_name == "asha-rao.txt"
    assert len(state.parts) == 10 and state.shortfall and state.has_draft and state.versions == []
    assert len(state.rows) == FIRST_SHOWN and state.more == state.open_count - FIRST_SHOWN
    assert state.told.hi.summary and state.day.es
    await state.show_all()
    assert len(state.rows) == state.open_count and state.more == 0


async def test_another_persons_file_is_like_none(shown, people):
    _, resume = shown
    with acting_as(people["otto"]):
        for one in (resume.id, str(uuid4()), "x"):
            state = at(one)
            await state.load()
            assert state.is_ready and not state.found and state.rows == []
        state = at()
        state.head.resume_id = resume.id  # as a client might claim
        await state.mark("anything", "fixed")
        assert state.problem_key == "core.not_found"


async def test_an_older_version_by_its_address(shown, people):
    state, resume = shown
    newer = await add_resume(people["asha"], RESUME.replace("Responsible for managing", "Managed"), "asha-rao-new.txt")
    await state.load()
    assert state.head.resume_id == newer.id and [one.id for one in state.versions] == [resume.id]
    assert state.change and state.step > 0
    assert "weak_verb" in [one.kind for one in state.change.fixed]
    older = at(resume.id)
    await older.load()
    assert older.head.resume_id == resume.id and older.change is None


async def test_marks_move_between_tabs_and_undo(shown):
    state, _ = shown
    first, before = state.rows[0].id, state.open_count
    await state.mark(first, "fixed")
    assert (state.open_count, state.fixed_count, state.head.fixed) == (before - 1, 1, 1)
    assert state.done_key == "resume_reports.marked" and first not in {row.id for row in state.rows}
    await state.choose_tab("fixed")
    assert [row.id for row in state.rows] == [first]
    await state.undo()
    assert (state.open_count, state.fixed_count, state.done_key) == (before, 0, "")
    await state.choose_tab("open")
    await state.mark(first, "dismissed")
    assert state.done_key == "resume_reports.set_aside" and state.dismissed_count == 1
    await state.close_undo()
    assert state.done_key == ""
    await state.choose_tab("dismissed")
    await state.mark(first, "open")
    assert state.dismissed_count == 0 and state.done_key == ""


async def test_an_unknown_suggestion_is_said(shown):
    state, _ = shown
    await state.mark("nothing", "fixed")
    assert state.problem_key == "core.not_found"


async def test_a_model_is_waited_for_beside_the_page(shown, people, monkeypatch):
    """The job itself is the flow's (see test_flows); the page asks for it only when a model may be asked."""
    said: list[bool] = [True, False]

    async def may(_user_id):
        return said.pop(0)

    monkeypatch.setattr(flows, "may_be_told_by_a_model", may)
    again = at()
    assert "tell" in str(await again.load())
    await ResumeReportState.tell.fn(Proxy(again))
    assert not again.is_telling and again.told.en.summary
