"""The goal form: what is typed is kept or answered in words, and nobody reaches what is not theirs."""

import pytest
from reflex.state import State

from careercoach.core import db, identity
from careercoach.features.profiles import service
from careercoach.features.profiles import state as goal_state
from careercoach.features.profiles.rules import find_roles_with
from careercoach.features.profiles.state import GoalState
from tests import factories

FORM = {"hours": "7.5", "mail_time": "06:30"}


@pytest.fixture
async def asha(database):
    async with db.transaction() as session:
        person = await factories.add_person(session)
    token = identity.current.set(person)
    yield person
    identity.current.reset(token)


@pytest.fixture
def state() -> GoalState:
    root = State(_reflex_internal_init=True)  # pyright: ignore[reportCallIssue]
    return root.get_substate(GoalState.get_full_name().split(".")[1:])  # pyright: ignore[reportReturnType]


async def _profile(person):
    async with db.reading() as session:
        return await service.get_profile(session, user_id=person.id)


async def test_the_first_step_is_kept_and_leads_to_the_second(asha, state):
    await state.load()
    await state.choose_role("data-analyst")
    await state.find_zone("Asia/Calcutta")
    await state.toggle_day(6)
    moved = await state.go_on(dict(FORM))
    profile = await _profile(asha)
    assert (profile.role_slug, profile.weekly_minutes, profile.time_zone) == ("data-analyst", 450, "Asia/Kolkata")
    assert (profile.days_off, profile.mail_minute, profile.step) == ([6], 390, "resume")
    assert "/onboarding/resume" in str(moved)


@pytest.mark.parametrize(
    ("form", "problem"),
    [({"hours": "0"}, "profiles.hours_range"), ({"hours": "many"}, "profiles.hours_range"),
     ({"hours": "nan"}, "profiles.hours_range"), ({"hours": "9e9"}, "profiles.hours_range"),
     ({"mail_time": "25:00"}, "profiles.bad_time"), ({"mail_time": "soon"}, "profiles.bad_time")],
)  # fmt: skip
async def test_what_cannot_be_kept_is_said_in_words(asha, state, form, problem):
    await state.load()
    await state.choose_role("data-analyst")
    assert await state.go_on(FORM | form) is None
    assert state.problem_key == problem and problem in goal_state.GOAL_PROBLEMS
    assert (await _profile(asha)).role_slug == ""


async def test_without_a_role_there_is_no_second_step(asha, state):
    await state.load()
    assert await state.go_on(dict(FORM)) is None
    assert state.problem_key == "profiles.role_needed"


async def test_all_days_off_is_no_plan(asha, state):
    await state.load()
    await state.choose_role("data-analyst")
    for day in range(7):
        await state.toggle_day(day)
    await state.go_on(dict(FORM))
    assert state.problem_key == "profiles.days_all_off"


async def test_own_words_are_planned_as_the_nearest_role_and_can_be_turned_to_another(asha, state):
    find_roles_with(lambda words: [("data-analyst", 0.9), ("accountant", 0.4)])
    await state.load()
    await state.choose_role("~numbers person")
    assert state.role_text == "numbers person" and state.role.slug == "data-analyst"
    await state.choose_guess("accountant")
    await state.go_on(dict(FORM))
    profile = await _profile(asha)
    assert (profile.role_slug, profile.role_text) == ("accountant", "numbers person")
    await state.choose_role("electrician")
    assert state.role_text == "" and state.guesses == []


async def test_only_roles_zones_and_days_that_exist(asha, state):
    await state.load()
    await state.choose_role("king-of-spain")
    await state.choose_zone("Mars/Base")
    await state.find_zone("../../etc")
    await state.toggle_day(9)
    assert state.role is None and state.zone == "UTC" and state.days_off == []


async def test_who_chooses_before_the_list_has_followed_their_words_gets_what_they_typed(asha, state):
    await state.load()
    shown = state.role_choices[0].value
    await state.choose_role(shown, "electrician")
    assert state.role.slug == "electrician"
    await state.search_role("data")
    clicked = next(choice.value for choice in state.role_choices if choice.value == "data-engineer")
    await state.choose_role(clicked, "data e")
    assert state.role.slug == "data-engineer"
    await state.choose_zone("Africa/Abidjan", "kolkata")
    assert state.zone == "Asia/Kolkata"


async def test_the_browsers_zone_is_taken_once_and_later_only_offered(asha, state):
    await state.load()
    await state.find_zone("Asia/Kolkata")
    assert state.zone == "Asia/Kolkata" and state.zone_choices[0].value == "Asia/Kolkata"
    await state.choose_role("data-analyst")
    await state.go_on(dict(FORM))
    await state.load()
    await state.find_zone("Europe/Madrid")
    assert state.zone == "Asia/Kolkata" and state.browser_zone == "Europe/Madrid"


async def test_a_second_tab_is_told_that_it_is_late(asha, state):
    await state.load()
    await state.choose_role("data-analyst")
    async with db.transaction() as session:
        goal = state._goal().model_copy(update={"role_slug": "accountant"})
        await service.save_goal(session, user_id=asha.id, goal=goal)
    await state.save(FORM | {"name": "Asha"})
    assert state.problem_key == "core.changed_elsewhere" and not state.saved
    assert (await _profile(asha)).role_slug == "accountant"


async def test_zones_are_found_by_city_with_the_chosen_one_first(asha, state):
    await state.load()
    await state.choose_zone("Asia/Kolkata")
    await state.search_zone("new york")
    assert [choice.value for choice in state.zone_choices] == ["America/New_York"]
    await state.search_zone("")
    assert state.zone_choices[0].value == "Asia/Kolkata" and "+05:30" in state.zone_choices[0].label


async def test_a_name_is_needed_in_the_settings(asha, state):
    await state.load()
    await state.choose_role("data-analyst")
    await state.save(FORM | {"name": "  "})
    assert state.problem_key == "profiles.bad_name" and not state.saved
