"""The palette at work: it acts on what was typed last, offers what its reader may do, and holds nothing afterwards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reflex.istate.data import RouterData

import careercoach.careercoach  # noqa: F401  (registers the pages)
from careercoach.core.texts import LANGUAGES
from careercoach.ui.palette.rows import look_up
from careercoach.ui.palette.state import LONGEST, PaletteState
from careercoach.ui.session import SessionState
from tests.features.people import new_state


async def opened(words: str = "", **reader: object) -> PaletteState:
    state = new_state(PaletteState)
    session = await state.get_state(SessionState)
    for name, value in reader.items():
        setattr(session, name, value)
    await state.find(words)
    return state


def rows(state: PaletteState) -> list[str]:
    return [row.name for group in state.groups for row in group.rows]


async def test_opened_it_offers_all_in_groups_but_what_is_so_already():
    state = await opened(language="es", theme="dark")
    assert [group.words for group in state.groups] == ["Acciones", "Páginas", "Ajustes"]
    assert state.now == "do-upload" and not state.said
    assert {"language-es", "theme-dark", "outbox"}.isdisjoint(rows(state))
    assert {"language-en", "language-hi", "theme-light", "log-out"} <= set(rows(state))
    assert "outbox" in rows(await opened(is_admin=True))


async def test_arrows_go_round_and_to_the_ends():
    state = await opened()
    for key, at in (("ArrowUp", -1), ("ArrowDown", 0), ("ArrowDown", 1), ("End", -1), ("Home", 0)):
        assert await state.press(key, False) is None
        assert state.now == rows(state)[at]


async def test_enter_does_what_was_typed_last():
    state = await opened()
    for words in ("pr", "pro", "progr"):
        await state.find(words)
    assert rows(state)[-2:] == ["search-skills", "search-roles"] and state.groups[0].words == ""
    assert state.said == f"{len(rows(state)) - 2} result" + "s" * (len(rows(state)) != 3)
    assert "/progress" in str(await state.press("Enter", False)) and state.step == "gone"
    assert await state.press("Enter", False) is None, "a key that is held does it once"


async def test_with_ctrl_a_page_opens_aside_and_the_palette_stays():
    state = await opened("progress")
    assert "external" in (told := str(await state.press("Enter", True))) and "/progress" in told
    assert state.step == ""


async def test_what_nobody_knows_is_looked_for_in_the_catalogue():
    state = await opened(" zzz+ & q# ")
    assert state.is_nothing and rows(state) == ["search-skills", "search-roles"]
    await state.press("ArrowDown", False)
    assert "/roles?q=zzz%2B%20%26%20q%23" in str(await state.press("Enter", False))


async def test_a_download_is_fetched_and_a_look_is_changed():
    state = await opened("json")
    assert "/api/v1/profile/json-resume" in str(await state.press("Enter", False))
    assert "choose_theme" in str(await (await opened("dark")).press("Enter", False))
    assert "choose_language" in str(await (await opened()).choose("language-hi"))


async def test_logging_out_is_left_to_its_own_button():
    state = await opened("sign out")
    assert await state.press("Enter", False) is None and state.step == "sure"
    assert await state.press("Enter", False) is None, "however often"
    await state.find("sign out")
    assert state.step == ""


async def test_a_click_does_what_was_seen_and_on_a_link_or_form_only_closes():
    state = await opened("dark")
    assert "choose_theme" in str(await state.choose("theme-light")), "its row may have gone meanwhile"
    for name in ("do-day", "log-out", "", "x" * 1000):
        assert await state.choose(name) is None and state.step == "done"
    assert await state.choose("progress") is None and state.step == "gone"


async def test_another_page_takes_the_palette_along_and_the_same_one_closes_it():
    state = await opened()
    await state.press("ArrowDown", False)
    assert "/jobs/match" in str(await state.press("Enter", False)) and state.step == "gone"
    await state.find("")
    assert (state.now, state.step) == ("do-upload", ""), "opened again it starts at the top"
    for path in ("/resume", "/resume/"):
        told = {"pathname": path, "asPath": path, "headers": {"origin": "http://localhost"}}
        state._get_root_state().router = RouterData.from_router_data(told)
        await state.find("")
        assert "/resume" in str(await state.press("Enter", False)) and state.step == "done"


async def test_closed_it_holds_nothing_and_keys_do_nothing():
    state, blank = await opened("cv"), new_state(PaletteState)
    await state.close()
    assert state.dict() == blank.dict() and state._words == ""
    for key in ("ArrowDown", "Enter"):
        assert await state.press(key, False) is None and state.step == ""


async def test_the_same_words_again_keep_the_row_and_long_ones_are_cut():
    state = await opened("resume")
    await state.press("ArrowDown", False)
    kept = state.now
    await state.find("resume")
    assert state.now == kept
    await state.find("x" * 5000)
    assert len(state._words) == LONGEST


@given(st.sampled_from(LANGUAGES), st.text(max_size=LONGEST), st.booleans())
def test_there_is_always_a_row_and_each_has_an_id_of_its_own(language: str, words: str, is_admin: bool):
    found = look_up(words, language=language, theme="system", is_admin=is_admin)
    shown = [row for group in found.groups for row in group.rows]
    assert shown and len({row.name for row in shown}) == len(shown)
    assert all(row.target.startswith("/") for row in shown if row.kind in ("to", "file", "form"))
    assert is_admin or not any(row.target.startswith("/admin") for row in shown)


def test_what_is_shown_is_shared_by_all_who_see_it():
    first, second = (look_up("", language="hi", theme="light", is_admin=False) for _ in range(2))
    assert first.groups[0].rows[0] is second.groups[0].rows[0]


@pytest.mark.parametrize("words", ["", "resume", "x " * 40])
def test_a_key_costs_little_to_send(words: str):
    found = look_up(words, language="hi", theme="light", is_admin=True)
    assert len(repr(found).encode()) < 24_000
