"""The record section by section: guarded against lost edits, undone, kept as a draft, and one's own."""

import pytest

from careercoach.core.errors import ConflictError, InvalidInputError, NotFoundError
from careercoach.features.profiles import service
from careercoach.features.profiles.rules.sections import FieldsInvalidError, entries_of, fields_of
from careercoach.features.profiles.schemas import DraftView

PERSON = {
    "basics": {"name": "Asha Rao", "email": "asha@example.org", "label": "Data analyst"},
    "work": [{"name": "Lumen Foods", "position": "Reporting assistant", "startDate": "2022-01"}],
    "education": [{"institution": "Pune University", "area": "Commerce", "studyType": "Bachelor"}],
    "skills": [{"name": "Data", "keywords": ["SQL", "Excel"]}],
}


@pytest.fixture
async def profile(session, person):
    return await service.save_person(session, user_id=person.id, person=PERSON)


def _form(section, entry, **changes):
    return fields_of(section, entry) | changes


async def _save(session, person, section, at, base, **changes):
    form = _form(section, base, **changes)
    return await service.save_entry(session, user_id=person.id, section=section, at=at, base=base, form=form)


async def test_entries_are_added_changed_moved_removed_and_put_back(session, person, profile):
    base = PERSON["work"][0]
    saved = await _save(session, person, "work", 0, base, position="Analyst")
    assert saved.person["work"][0]["position"] == "Analyst" and saved.version == profile.version + 1
    saved = await _save(session, person, "work", service.NEW, {}, position="Lead", name="Contoso")
    assert [post["position"] for post in saved.person["work"]] == ["Lead", "Analyst"]
    args = {"user_id": person.id, "section": "work"}
    saved = await service.move_entry(session, **args, at=0, step=1, version=saved.version)
    assert [post["position"] for post in saved.person["work"]] == ["Analyst", "Lead"]
    before = saved.person
    saved, gone = await service.remove_entry(session, **args, at=0, version=saved.version)
    assert [post["position"] for post in saved.person["work"]] == ["Lead"]
    saved = await service.restore_entry(session, **args, at=0, entry=gone)
    assert saved.person == before


async def test_a_change_elsewhere_is_never_overwritten(session, person, profile):
    base = PERSON["work"][0]
    await _save(session, person, "work", 0, base, position="From another tab")
    with pytest.raises(ConflictError):
        await _save(session, person, "work", 0, base, position="Mine")
    with pytest.raises(ConflictError):
        await service.remove_entry(session, user_id=person.id, section="work", at=0, version=profile.version)
    with pytest.raises(ConflictError):
        await service.move_entry(session, user_id=person.id, section="work", at=0, step=1, version=profile.version)
    assert (await service.get_profile(session, user_id=person.id)).person["work"][0]["position"] == "From another tab"


async def test_what_became_of_an_entry_is_found(session, person, profile):
    base = PERSON["work"][0]
    args = {"user_id": person.id, "section": "work", "base": base}
    await _save(session, person, "work", 0, base, position="Reporting assistant II")
    await _save(session, person, "work", service.NEW, {}, position="Lead")
    place, now = await service.find_entry_now(session, **args)
    assert (place, now["position"]) == (1, "Reporting assistant II")
    profile = await service.get_profile(session, user_id=person.id)
    await service.remove_entry(session, user_id=person.id, section="work", at=1, version=profile.version)
    assert await service.find_entry_now(session, **args) == (service.NEW, {})


async def test_a_change_beside_is_no_conflict(session, person, profile):
    """Another tab added a post and a school: the entry that is being changed is still what was shown."""
    await _save(session, person, "work", service.NEW, {}, position="Newer")
    await _save(session, person, "education", service.NEW, {}, institution="IIT")
    saved = await _save(session, person, "work", 0, PERSON["work"][0], position="Analyst")
    assert [post["position"] for post in saved.person["work"]] == ["Newer", "Analyst"]


async def test_drafts_outlive_everything_but_saving_and_discarding(session, person, profile):
    form = _form("work", PERSON["work"][0], position="Half a wor")
    draft = DraftView(section="work", at=0, base=PERSON["work"][0], form=form | {"evil": "x"})
    await service.keep_draft(session, user_id=person.id, draft=draft)
    kept = await service.open_entry(session, user_id=person.id, section="work", at=0)
    assert kept.form == form and kept.base == PERSON["work"][0]
    assert [one.section for one in await service.list_drafts(session, user_id=person.id)] == ["work"]
    with pytest.raises(FieldsInvalidError):
        await _save(session, person, "work", 0, PERSON["work"][0], position="")
    assert await service.list_drafts(session, user_id=person.id)
    await _save(session, person, "work", 0, PERSON["work"][0], position="Whole")
    assert await service.list_drafts(session, user_id=person.id) == []


async def test_each_entry_has_a_draft_of_its_own_wherever_it_moves(session, person, profile):
    first = PERSON["work"][0]
    for base, words in ((first, "Mine"), ({}, "Brand new")):
        at = 0 if base else service.NEW
        draft = DraftView(section="work", at=at, base=base, form=_form("work", base, position=words))
        await service.keep_draft(session, user_id=person.id, draft=draft)
    await service.save_person(session, user_id=person.id, person={**PERSON, "work": [{"position": "Above"}, first]})
    args = {"user_id": person.id, "section": "work"}
    assert (await service.open_entry(session, **args, at=0)).form["position"] == "Above"
    moved = await service.open_entry(session, **args, at=1)
    assert (moved.form["position"], moved.at) == ("Mine", 1)
    assert (await service.open_entry(session, **args, at=service.NEW)).form["position"] == "Brand new"
    await service.save_person(session, user_id=person.id, person={**PERSON, "work": []})
    gone = [draft for draft in await service.list_drafts(session, user_id=person.id) if draft.base]
    assert [draft.at for draft in gone] == [service.NEW]
    with pytest.raises(ConflictError):
        await service.save_entry(session, **args, at=gone[0].at, base=gone[0].base, form=gone[0].form)


async def test_a_removed_skill_does_not_count_until_it_is_put_back(session, person, profile):
    args = {"user_id": person.id, "section": "skills"}
    saved, gone = await service.remove_entry(session, **args, at=0, version=profile.version)
    assert service.not_mine(saved.person) == ["SQL"]
    saved = await service.restore_entry(session, **args, at=0, entry=gone)
    assert saved.person == PERSON
    saved, _ = await service.remove_entry(session, **args, at=0, version=saved.version)
    saved = await _save(session, person, "skills", service.NEW, {}, name="sql", level="Advanced")
    assert service.not_mine(saved.person) == []
    saved, _ = await service.remove_entry(session, **args, at=1, version=saved.version)
    saved = await service.count_skill_again(session, user_id=person.id, name="sql")
    assert service.not_mine(saved.person) == []
    with pytest.raises(NotFoundError):
        await service.count_skill_again(session, user_id=person.id, name="sql")


async def test_a_skill_stands_once_and_goes_past_a_whole_heading(session, person, profile):
    with pytest.raises(InvalidInputError):
        await _save(session, person, "skills", service.NEW, {}, name="EXCEL")
    saved = await _save(session, person, "skills", service.NEW, {}, name="Docker")
    saved = await service.move_entry(session, user_id=person.id, section="skills", at=2, step=-1, version=saved.version)
    assert [skill["name"] for skill in entries_of(saved.person, "skills")] == ["Docker", "SQL", "Excel"]


async def test_places_that_are_not_there(session, person, profile):
    for at in (5, -2):
        with pytest.raises(NotFoundError):
            await service.open_entry(session, user_id=person.id, section="work", at=at)
        with pytest.raises(NotFoundError):
            await service.remove_entry(session, user_id=person.id, section="work", at=at, version=profile.version)


async def test_a_stranger_reaches_nothing(session, person, stranger, profile):
    draft = DraftView(section="work", at=0, base=PERSON["work"][0], form={"position": "private"})
    await service.keep_draft(session, user_id=person.id, draft=draft)
    await service.keep_import(session, user_id=person.id, source="linkedin", found={"basics": {"name": "X"}})
    theirs = {"user_id": stranger.id}
    assert await service.list_drafts(session, **theirs) == []
    assert await service.find_import(session, **theirs) is None
    for call in (
        service.open_entry(session, **theirs, section="work", at=0),
        service.get_avatar_key(session, **theirs),
        service.choose(session, **theirs, choices={"basics:name": "found"}),
        service.apply_import(session, **theirs),
    ):
        with pytest.raises(NotFoundError):
            await call
    with pytest.raises(ConflictError):
        await service.save_entry(
            session, **theirs, section="work", at=0, base=PERSON["work"][0], form={"position": "x"}
        )
    await service.drop_draft(session, **theirs, section="work", base=PERSON["work"][0])
    await service.drop_import(session, **theirs)
    assert await service.list_drafts(session, user_id=person.id) and await service.find_import(
        session, user_id=person.id
    )
    assert (await service.get_profile(session, user_id=person.id)).person == PERSON


class TestImports:
    FOUND = {"basics": {"name": "A. Rao", "phone": "1"}, "languages": [{"language": "Hindi"}], "x-own": {"a": 1}}

    async def test_nothing_counts_before_it_is_chosen(self, session, person, profile):
        view = await service.keep_import(session, user_id=person.id, source="json-resume", found=self.FOUND)
        assert {one.id: one.take for one in view.differences} == {
            "basics:name": "kept", "basics:phone": "found", "languages:0": "found", "other:x-own": "found"
        }  # fmt: skip
        assert (await service.get_profile(session, user_id=person.id)).person == PERSON
        view = await service.choose(session, user_id=person.id, choices={"languages:0": "kept", "basics:name": "found"})
        saved = await service.apply_import(session, user_id=person.id, version=view.version)
        assert saved.person["basics"] == {**PERSON["basics"], "name": "A. Rao", "phone": "1"}
        assert "languages" not in saved.person and saved.person["x-own"] == {"a": 1}
        assert await service.find_import(session, user_id=person.id) is None

    async def test_a_record_that_changed_meanwhile_is_compared_anew(self, session, person, profile):
        view = await service.keep_import(session, user_id=person.id, source="json-resume", found=self.FOUND)
        await _save(session, person, "languages", service.NEW, {}, language="Hindi")
        with pytest.raises(ConflictError):
            await service.apply_import(session, user_id=person.id, version=view.version)
        again = await service.get_import(session, user_id=person.id)
        assert "languages:0" not in {one.id for one in again.differences}

    async def test_only_choices_that_are_there(self, session, person, profile):
        await service.keep_import(session, user_id=person.id, source="json-resume", found=self.FOUND)
        with pytest.raises(NotFoundError):
            await service.choose(session, user_id=person.id, choices={"work:9": "found"})
        with pytest.raises(InvalidInputError):
            await service.choose(session, user_id=person.id, choices={"basics:name": "both"})
