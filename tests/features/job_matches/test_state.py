"""The pages' handlers without a browser."""

import asyncio
from pathlib import Path
from types import SimpleNamespace

import pytest

from careercoach.core.identity import Person
from careercoach.features.job_matches.state import ChatState, MatchesState, MatchState, SheetState, StartState
from careercoach.ports import ai
from careercoach.ports.ai.composing import keep_honest
from tests.features.job_matches.samples import FAR_POSTING, POSTING, add_match, add_owner, analysed, get
from tests.features.people import Proxy, acting_as, add_plan, new_state
from tests.ports.ai.house import TestHouse, openai_at
from tests.standins.openai_server import OpenAiServer


@pytest.fixture
async def owner(database: Path) -> Person:
    return await add_owner()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch):
    """A state on the page of an analysis."""

    def make(kind, analysis: str, problem: str = ""):
        url = SimpleNamespace(path=f"/jobs/match/{analysis}/", query_parameters={"problem": problem})
        monkeypatch.setattr(kind, "router", SimpleNamespace(url=url))
        return new_state(kind)

    return make


async def test_shows_all_parts(owner: Person, opened):
    view = await analysed(owner)
    state = opened(MatchState, view.id)
    with acting_as(owner):
        await MatchState.load.fn(state)
    assert state.is_ready and state.found and state.verdict is not None
    assert len(state.scores) == 11 and state.had and state.close and state.missing
    assert [gap.priority for gap in state.gaps] == sorted(gap.priority for gap in state.gaps)


async def test_a_stranger_sees_nothing(owner: Person, opened):
    view = await analysed(owner)
    other = await add_owner("otto@example.org")
    for kind in (MatchState, SheetState, ChatState):
        state = opened(kind, view.id)
        with acting_as(other):
            await kind.load.fn(state)
        assert "Nordwind" not in str(state.dict()) and "Django" not in str(state.dict())
    with acting_as(other):
        state = opened(MatchesState, "")
        await MatchesState.load.fn(state)
        await MatchesState.choose.fn(state, view.id)
        await MatchesState.remove.fn(state, view.id)
        assert state.problem_key == "job_matches.not_found" and state.rows == []
    assert await get(owner, view.id) == view


async def test_what_if_moves_the_date(owner: Person, opened):
    view = await analysed(owner, FAR_POSTING)
    state = opened(MatchState, view.id)
    with acting_as(owner):
        await MatchState.load.fn(state)
        assert state.path and state.pace.weeks > 1
        slow = state.pace.weeks
        await MatchState.set_weekly.fn(state, [40])
        assert state.pace.weeks < slow
        await MatchState.set_deadline.fn(state, [1])
        assert not state.pace.makes_it or state.pace.weeks <= 1
        await MatchState.set_weekly.fn(state, [])
        assert state.weekly_hours == 1


async def test_an_answer_in_place_scores_again(owner: Person, opened):
    view = await analysed(owner)
    state = opened(MatchState, view.id)
    with acting_as(owner):
        await MatchState.load.fn(state)
        await MatchState.answer.fn(state, {"metric": "salary_match", "value": "lots"})
        assert state.answer_problem == "job_matches.answer.number"
        await MatchState.answer.fn(state, {"metric": "salary_match", "value": "15 lakh"})
        await MatchState.follow.fn(Proxy(state))
    assert next(line.value for line in state.scores if line.metric == "salary_match") == 100
    assert state.head.state == "done" and state.changes


async def test_corrections_are_kept_at_once_and_count_next_time(owner: Person, opened):
    view = await add_match(owner)
    sheet, match = opened(SheetState, view.id), opened(MatchState, view.id)
    with acting_as(owner):
        await SheetState.load.fn(sheet)
        await SheetState.correct.fn(sheet, "location", "Pune")
        await SheetState.correct.fn(sheet, "strength:django", "removed")
        await SheetState.toggle_culture.fn(sheet, "purpose")
        await SheetState.add_skills.fn(sheet, {"skills": "Docker"})
        assert sheet.saved and sheet.count == 1 and not sheet.problem_key
        await SheetState.add_skills.fn(sheet, {"skills": "qwxyz"})
        assert sheet.problem_key == "job_matches.answer.no_skill"
        await MatchState.load.fn(match)
        await MatchState.save_context.fn(match, view.id, "I also led a team", 0)
        await MatchState.analyse.fn(match)
        await MatchState.follow.fn(Proxy(match))
    after = await get(owner, view.id)
    assert after.state == "done" and after.context == "I also led a team"
    assert "docker" in {line.key for line in after.report.skills} and "purpose" in after.sheet.cultures
    assert next(line.value for line in after.report.scores if line.metric == "location_match") == 100


async def test_an_answer_and_a_correction_do_not_undo_each_other(owner: Person, opened):
    view = await analysed(owner)
    sheet, match = opened(SheetState, view.id), opened(MatchState, view.id)
    with acting_as(owner):
        await MatchState.load.fn(match)
        await SheetState.load.fn(sheet)
        await SheetState.correct.fn(sheet, "strength:django", "removed")
        await MatchState.answer.fn(match, {"metric": "location_match", "value": "Pune", "place-hybrid": "on"})
        await SheetState.correct.fn(sheet, "title", "Analyst")
    edits = (await get(owner, view.id)).edits
    assert (edits.title, edits.location, edits.strengths) == ("Analyst", "Pune", {"django": "removed"})


async def test_learn_it_and_no_plan(owner: Person, opened):
    view = await analysed(owner)
    state = opened(MatchState, view.id)
    with acting_as(owner):
        await MatchState.load.fn(state)
        await MatchState.learn.fn(state, "django")
        assert state.planned_key == "no_plan"
        await add_plan(owner)
        await MatchState.learn_all.fn(state)
        assert state.planned_key == "added" and state.planned >= 6
        await MatchState.learn.fn(state, state.gaps[0].key)
        assert state.planned_key == "known"


async def test_chat(owner: Person, opened):
    view = await analysed(owner)
    state = opened(ChatState, view.id)
    with acting_as(owner):
        await ChatState.load.fn(state)
        await ChatState.save.fn(state, view.id, "Why is", 0)
        assert state.draft == "Why is"
        await ChatState.save.fn(state, view.id, "What do I say about Django?", 0)
        await ChatState.send.fn(Proxy(state))
        assert [message.by for message in state.messages] == ["person", "coach"]
        assert (state.draft, state.version, state.taken) == ("", 1, "What do I say about Django?")
        assert not state.asking
        await ChatState.save.fn(state, view.id, "Half a thought", 1)
        await ChatState.ask.fn(Proxy(state), "What is missing?")
        assert len(state.messages) == 4 and (state.draft, state.version) == ("Half a thought", 1)


async def test_an_answer_is_shown_while_it_is_written_and_kept_when_it_is_whole(owner: Person, opened, monkeypatch):
    view = await analysed(owner)
    async with OpenAiServer() as server:
        server.answer, server.pause_s = "Begin with what you know. You will earn 90000 at Google.", 0.03
        house = TestHouse([openai_at(server.url)])
        house.coach.honest = keep_honest
        monkeypatch.setattr(ai, "_coach", house.coach)
        state = opened(ChatState, view.id)
        seen: list[str] = []
        with acting_as(owner):
            await ChatState.load.fn(state)
            asking = asyncio.create_task(ChatState.ask.fn(Proxy(state), "Where do I begin?"))
            while not asking.done():
                seen.append(state.partial)
                await asyncio.sleep(0.02)
            assert state.corrected, "who read along is told that a sentence went"
            first, (server.answer, server.pause_s) = state.messages[-1], ("Begin with what you know.", 0.0)
            await ChatState.ask.fn(Proxy(state), "And then?")
            assert state.messages[-1].source == "openai" and not state.corrected
    assert any(0 < len(text) < 30 for text in seen), "it grows"
    assert first.text.strip() == "Begin with what you know." and first.source == "openai"
    by = first.answered_by
    assert (by.engine, by.model, by.why) == ("openai", OpenAiServer.model, "")
    assert (state.partial, state.asking) == ("", False)


async def test_stop_closes_the_connection_and_keeps_nothing(owner: Person, opened, monkeypatch):
    view = await analysed(owner)
    async with OpenAiServer() as server:
        server.answer, server.steady, server.pause_s = "Again and again. ", "drip", 0.02
        house = TestHouse([openai_at(server.url, timeout_s=5)])
        monkeypatch.setattr(ai, "_coach", house.coach)
        state = opened(ChatState, view.id)
        with acting_as(owner):
            await ChatState.load.fn(state)
            await ChatState.save.fn(state, view.id, "Where do I begin?", 0)
            asking = asyncio.create_task(ChatState.send.fn(Proxy(state)))
            while not state.partial:
                await asyncio.sleep(0.01)
            assert (state.draft, state.version) == ("", 1), "the field is free for the next question"
            await ChatState.save.fn(state, view.id, "And then", 1)
            await ChatState.stop.fn(state)
            await asyncio.wait_for(asking, 2)
            await asyncio.sleep(0.2)
            assert server.asked[0].gone_at is not None
    assert state.messages == [] and not state.asking
    assert (state.draft, state.version) == ("Where do I begin?\n\nAnd then", 2), "the field has it back"
    assert [entry.outcome for entry in house.books.entries] == ["stopped"]


async def test_my_analyses(owner: Person, opened):
    near, far = await analysed(owner), await analysed(owner, FAR_POSTING)
    state = opened(MatchesState, "")
    with acting_as(owner):
        await MatchesState.load.fn(state)
        assert [row.line.id for row in state.rows] == [far.id, near.id]
        await MatchesState.choose.fn(state, near.id)
        await MatchesState.choose.fn(state, far.id)
        assert state.comparison is not None and state.comparison.left.id == near.id
        await MatchesState.remove.fn(state, near.id)
        assert len(state.rows) == 1 and state.removed_title == "Senior Data Analyst"
        await MatchesState.undo_remove.fn(state)
        assert len(state.rows) == 2
        await MatchesState.find.fn(state, "hibernate")
        assert [row.line.id for row in state.rows] == [far.id]


async def test_removed_on_its_page_and_put_back(owner: Person, opened):
    view = await analysed(owner)
    state = opened(MatchState, view.id)
    with acting_as(owner):
        await MatchState.load.fn(state)
        await MatchState.remove.fn(state)
        assert state.is_removed
        await MatchState.restore.fn(state)
    assert (await get(owner, view.id)).id == view.id


async def test_drafts_and_problems_of_the_first_page(owner: Person, opened):
    state = opened(StartState, "", "job_matches.too_short")
    with acting_as(owner):
        await StartState.load.fn(state)
        assert state.problem_key == "job_matches.too_short" and len(state.choices) >= 80
        await StartState.save_posting.fn(state, "Half", 0)
        await StartState.save_dream.fn(state, "A dream", 0)
        await add_match(owner, POSTING)
        await StartState.load.fn(state)
        assert (state.posting, state.dream, state.version) == ("", "A dream", 1)
        await StartState.choose_role.fn(state, "nobody")
        assert state.problem_key == "job_matches.unknown_role"
        assert "_redirect" in str(await StartState.choose_role.fn(state, "data-analyst"))
        await StartState.load.fn(opened(StartState, "", "<script>"))
