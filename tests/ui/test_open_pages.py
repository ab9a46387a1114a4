"""A page in memory holds only what was entered, and tells a browser exactly what Reflex's own would."""

import pytest
from reflex.istate.manager.token import BaseStateToken
from reflex.state import BaseState, State

import careercoach.careercoach as house
from careercoach.features.today.state import TodayState
from careercoach.ui.open_pages import LeanMemory
from careercoach.ui.session import SessionState


@pytest.fixture
def manager() -> LeanMemory:
    ours = house.app.state_manager
    assert isinstance(ours, LeanMemory), "the app keeps its pages otherwise now"
    return LeanMemory(token_expiration=ours.token_expiration)


def opened(manager: LeanMemory, name: str) -> BaseState:
    return manager._get_or_create_state(BaseStateToken(ident=name, cls=State))


async def test_only_what_was_entered_takes_room(manager: LeanMemory):
    page = opened(manager, "a")
    assert len(page.substates) == 0 and opened(manager, "a") is page
    today = await page.get_state(TodayState)
    assert list(page.substates) == [TodayState.get_name()] and today.parent_state is page
    assert await page.get_state(TodayState) is today


def test_the_hello_says_what_it_always_said(manager: LeanMemory):
    whole = State(_reflex_internal_init=True)
    assert len(whole.substates) > 40
    page = opened(manager, "a")
    page._reset_client_storage()
    assert page.dict() == whole.dict()
    assert len(page.substates) == 0, "saying hello enters nothing"


async def test_nobody_sees_what_another_page_entered(manager: LeanMemory):
    page, other = opened(manager, "a"), opened(manager, "b")
    (await page.get_state(TodayState)).states["x"] = "done"
    (await page.get_state(SessionState)).name = "Asha"
    name, state = TodayState.get_full_name(), "states_rx_state_"
    assert page.get_delta()[name][state] == {"x": "done"} and page.dict()[name][state] == {"x": "done"}
    assert other.dict()[name][state] == {} and other.get_delta() == {}


async def test_unknown_parts_stay_unknown(manager: LeanMemory):
    page = opened(manager, "a")
    assert "nothing" not in page.substates
    with pytest.raises(ValueError, match="Invalid path"):
        page.get_substate(["nothing"])


async def test_a_page_that_expired_is_gone(manager: LeanMemory):
    page, token = opened(manager, "a"), BaseStateToken(ident="a", cls=State)
    await page.get_state(TodayState)
    manager._purge_token(token)
    assert len(page.substates) == 0 and opened(manager, "a") is not page
    assert len(opened(manager, "a").dict()) == len(State(_reflex_internal_init=True).dict())
