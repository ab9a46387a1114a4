"""The page as a tab holds it."""

import pytest

from careercoach.features.resume_builder.state import RewriteState
from tests.features.people import Proxy, acting_as, new_state
from tests.features.resume_builder.conftest import add_owner
from tests.features.resume_builder.test_service import WEEKLY, passage


@pytest.fixture
async def page(owner):
    with acting_as(owner):
        state = new_state(RewriteState)
        await RewriteState.load.fn(Proxy(state))
        yield state


async def test_the_first_visit_asks_the_coach_and_the_next_finds_it(page, owner):
    assert page.is_ready and not page.busy and page.view.counts.offered >= 3
    await RewriteState.accept.fn(page, passage(page.view, WEEKLY).key)
    again = new_state(RewriteState)
    await RewriteState.load.fn(Proxy(again))
    assert passage(again.view, WEEKLY).state == "accepted"


async def test_nothing_to_rewrite_leads_on(database):
    person = await add_owner({})
    with acting_as(person):
        state = new_state(RewriteState)
        await RewriteState.load.fn(Proxy(state))
    assert state.is_ready and state.view is None and state.problem_key == "resume_builder.nothing"


async def test_decisions_on_the_page(page):
    key = passage(page.view, WEEKLY).key
    await RewriteState.reject.fn(page, key)
    assert passage(page.view, WEEKLY).state == "rejected" and page.view.can_undo
    await RewriteState.reopen.fn(page, key)
    await RewriteState.accept_all.fn(page)
    assert page.view.counts.open == 0
    await RewriteState.undo.fn(page)
    assert passage(page.view, WEEKLY).state == "open"
    await RewriteState.accept.fn(page, "no such key")
    assert page.problem_key == "core.not_found"
    await RewriteState.choose_paper.fn(page, "letter")
    assert page.view.paper == "letter"
    await RewriteState.ask_again.fn(Proxy(page))
    assert page.view.paper == "letter"


async def test_writing_by_hand_with_a_new_number(page):
    key = passage(page.view, "Write SQL queries").key
    await RewriteState.edit.fn(page, key)
    assert page.editing == key and page.draft == "Write SQL queries"
    await RewriteState.keep_draft.fn(page, "Write 60 SQL queries a week", 0)
    await RewriteState.save_own.fn(page)
    assert page.edit_problem == "resume_builder.new_numbers" and page.edit_words == "60" and page.editing == key
    await RewriteState.stand_by_numbers.fn(page)
    assert page.editing == "" and passage(page.view, "Write SQL queries").own == "Write 60 SQL queries a week"
    await RewriteState.edit.fn(page, key)
    await RewriteState.keep_draft.fn(page, "Write Scala", 0)
    await RewriteState.save_own.fn(page)
    assert page.edit_problem == "resume_builder.not_in_resume" and "scala" in page.edit_words
    await RewriteState.close_edit.fn(page)
    assert passage(page.view, "Write SQL queries").own == "Write 60 SQL queries a week"


async def test_learning_what_is_not_missing_is_refused(page):
    await RewriteState.learn.fn(page, "sql")
    assert page.problem_key == "core.not_found"
