"""The profile page without a browser: what is typed is kept, what is deleted comes back, nobody is overwritten."""

import pytest
from reflex.state import State

from careercoach.core import db, identity
from careercoach.features.profiles import service
from careercoach.features.profiles.state import ImportState, ProfileState
from tests import factories
from tests.features.profiles.test_record import PERSON


@pytest.fixture
async def asha(database):
    async with db.transaction() as session:
        person = await factories.add_person(session)
        await service.save_person(session, user_id=person.id, person=PERSON)
    token = identity.current.set(person)
    yield person
    identity.current.reset(token)


def _state(kind):
    root = State(_reflex_internal_init=True)  # pyright: ignore[reportCallIssue]
    return root.get_substate(kind.get_full_name().split(".")[1:])


@pytest.fixture
def state() -> ProfileState:
    return _state(ProfileState)


async def _person(person):
    async with db.reading() as session:
        return (await service.get_profile(session, user_id=person.id)).person


async def test_the_record_is_shown_without_what_the_browser_does_not_need(asha, state):
    await state.load()
    assert state.is_ready and not state.is_empty and state.basics["name"] == "Asha Rao"
    assert state.rows["work"][0].title == "Reporting assistant" and state.editing == ""
    assert [row.title for row in state.rows["skills"]] == ["SQL", "Excel"]


async def test_typing_saving_and_what_is_wrong(asha, state):
    await state.load()
    await state.open_form("work", 0)
    await state.keep("work", "position", "Analyst")
    assert state.kept and (await _person(asha)) == PERSON
    await state.save({"position": "", "name": "Lumen"})
    assert {one.name: one.problem for one in state.fields if one.problem} == {"position": "profiles.record.needed"}
    assert state.editing == "work"
    await state.save({"position": "Analyst", "name": "Lumen", "evil": "x"})
    assert state.editing == "" and state.saved and state.waiting == []
    assert (await _person(asha))["work"][0] | {} == {**PERSON["work"][0], "position": "Analyst", "name": "Lumen"}


async def test_the_keyboard_goes_back_to_where_it_came_from(asha, state):
    await state.load()
    assert (state.focus_on, state.focus_turn) == ([], 0)
    await state.open_form("skills", 1)
    await state.close_form()
    assert state.focus_on[0] == "edit-skills-1" and state.focus_turn == 1
    await state.open_form("skills", -1)
    await state.save({"name": "Docker"})
    assert state.focus_on[0] == "edit-skills-2"
    await state.open_form("work", -1)
    await state.save({"position": ""})
    assert state.focus_turn == 2, "the form is still open"
    await state.save({"position": "Clerk", "name": "Lumen"})
    assert state.focus_on[0] == "edit-work-0" and state.focus_turn == 3
    await state.open_form("awards", -1)
    await state.close_form()
    assert state.focus_on == ["edit-awards--1", "add-awards", "more-sections-opener"] and state.focus_turn == 4


async def test_what_was_typed_is_there_after_a_reload_and_a_restart(asha, state):
    await state.load()
    await state.open_form("skills", -1)
    await state.keep("skills", "name", "Dock")
    await state.keep("work", "position", "late news of a form that is closed")
    await state.open_form("work", 0)
    assert state.waiting == ["skills"]
    fresh = _state(ProfileState)
    await fresh.load()
    assert (fresh.editing, fresh.at, fresh._form["name"], fresh.kept) == ("skills", -1, "Dock", True)
    await fresh.save({"name": "Docker"})
    assert [row.title for row in fresh.rows["skills"]] == ["SQL", "Excel", "Docker"]


async def test_a_line_that_comes_back_leaves_the_open_form_alone(asha, state):
    await state.load()
    await state.open_form("work", 0)
    before = state.revision
    await state.load()
    await state.keep("work", "position", "Ana")
    await state.load()
    assert (state.editing, state.at, state.revision) == ("work", 0, before)
    other = _state(ProfileState)
    await other.load()
    await other.keep("work", "position", "Analyst")
    await state.load()
    assert state.revision == before + 1 and state._form["position"] == "Analyst"


async def test_discarding_deleting_and_moving_are_undone(asha, state):
    await state.load()
    await state.open_form("work", 0)
    await state.keep("work", "position", "Half")
    await state.close_form()
    assert state.discarded and state.editing == ""
    await state.undo()
    assert (state.editing, state._form["position"]) == ("work", "Half")
    await state.close_form()
    await state.remove("work", 0)
    assert state.rows["work"] == [] and state.removed_words == "Reporting assistant, Lumen Foods"
    await state.undo()
    assert (await _person(asha)) == PERSON and state.removed_words == ""
    await state.move("skills", 1, -1)
    assert [row.title for row in state.rows["skills"]] == ["Excel", "SQL"]


async def test_two_tabs_never_overwrite_each_other_and_lose_no_word(asha, state):
    await state.load()
    await state.open_form("work", 0)
    async with db.transaction() as session:
        other = {**PERSON, "work": [{**PERSON["work"][0], "position": "Reporting assistant II"}]}
        await service.save_person(session, user_id=asha.id, person=other)
    await state.save({"position": "Mine"})
    assert state.in_conflict and state._form["position"] == "Mine"
    assert state.words_now == "Reporting assistant II, Lumen Foods"
    assert (await _person(asha)) == other
    fresh = _state(ProfileState)
    await fresh.load()
    assert fresh._form["position"] == "Mine", "also after a reload"
    await state.save_mine()
    assert (await _person(asha))["work"] == [{**PERSON["work"][0], "position": "Mine"}]


async def test_moves_of_a_record_that_is_no_longer_shown_are_told(asha, state):
    await state.load()
    async with db.transaction() as session:
        await service.save_person(session, user_id=asha.id, person={**PERSON, "work": []})
    await state.remove("education", 0)
    assert state.problem_key == "core.changed_elsewhere" and state.rows["work"] == []
    assert (await _person(asha))["education"] == PERSON["education"]
    await state.remove("education", 0)
    assert "education" not in await _person(asha)


async def test_a_skill_with_level_and_proof(asha, state):
    await state.load()
    await state.open_form("skills", 0)
    work = next(proof for proof in state.proofs if proof.ref.startswith("work:"))
    await state.toggle_proof(work.ref)
    await state.toggle_proof("work:of-somebody-else")
    await state.save({"name": "SQL", "level": "Advanced", "category": "Data", "lastUsed": "2026"})
    row = state.rows["skills"][0]
    assert (row.level, row.last_used.en, row.proofs) == ("Advanced", "2026", "Reporting assistant, Lumen Foods")
    await state.remove("skills", 0)
    assert state.not_counted == ["SQL"]
    await state.count_again("SQL")
    await state.count_again("Never heard of")
    assert state.not_counted == [] and state.problem_key == "core.changed_elsewhere"


async def test_an_import_is_looked_at_and_taken(asha):
    state = _state(ImportState)
    await state.load()
    assert state.is_ready and state.source == ""
    async with db.transaction() as session:
        found = {"basics": {"name": "A. Rao", "phone": "1"}}
        await service.keep_import(session, user_id=asha.id, source="json-resume", found=found, file_name="a.json")
    await state.arrived("import")
    assert [one.id for one in state.differences] == ["basics:name", "basics:phone"]
    await state.choose("basics:name", "found")
    await state.choose("nowhere", "found")
    assert state.problem_key == "core.not_found"
    assert "/profile" in str(await state.apply_choices())
    assert (await _person(asha))["basics"] == {**PERSON["basics"], "name": "A. Rao", "phone": "1"}
    await state.apply_choices()
    assert state.problem_key == "core.not_found" and state.source == ""


async def test_an_import_beside_a_changed_record_is_compared_anew(asha):
    state = _state(ImportState)
    async with db.transaction() as session:
        await service.keep_import(session, user_id=asha.id, source="linkedin", found={"basics": {"phone": "1"}})
    await state.load()
    async with db.transaction() as session:
        await service.save_person(session, user_id=asha.id, person={"basics": {"name": "New"}})
    assert await state.apply_choices() is None
    assert state.problem_key == "profiles.import.changed" and "phone" not in (await _person(asha))["basics"]
    await state.drop()
    assert state.source == ""
