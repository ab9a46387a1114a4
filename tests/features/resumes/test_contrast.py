"""Two uploads of one person side by side; nobody else's."""

import pytest
from reflex.state import State

from careercoach.core import db, identity
from careercoach.core.errors import NotFoundError
from careercoach.core.ids import read_id
from careercoach.features.resumes import service
from careercoach.features.resumes.state import CompareState
from tests.features.resumes.conftest import read_resume


@pytest.fixture
async def two(people):
    """Ids of an older and a newer upload of asha."""
    ids: list[str] = []
    newer = {"basics": {"name": "Asha Rao", "phone": "1"}, "projects": [{"name": "Atlas"}]}
    for name, changes in (("old.pdf", {}), ("new.pdf", newer)):
        async with db.transaction() as session:
            view = await service.add_resume(
                session, user_id=people["asha"].id, file_name=name, size_bytes=1, file_key=f"resumes/{name}",
                parsed=read_resume(**changes),
            )  # fmt: skip
        ids.append(view.id)
    return ids


async def _contrast(person, first, second):
    async with db.reading() as session:
        return await service.contrast_resumes(
            session, user_id=person.id, first_id=read_id(first), second_id=read_id(second)
        )


async def test_what_either_says_and_the_other_does_not(people, two):
    found = await _contrast(people["asha"], *two)
    assert (found.first.file_name, found.second.file_name) == ("old.pdf", "new.pdf")
    sides = {one.id: (one.kept, one.found) for one in found.differences}
    assert sides == {
        "basics:phone": ("", "1"), "projects:0": ("", "Atlas"), "one:basics:email": ("asha@example.org", ""),
        "one:basics:label": ("Data analyst", ""),
    }  # fmt: skip
    assert (await _contrast(people["asha"], two[0], two[0])).differences == []


async def test_files_of_others_and_removed_ones_are_not_there(people, two):
    for person in (people["otto"], people["ada"]):
        with pytest.raises(NotFoundError):
            await _contrast(person, *two)
    async with db.transaction() as session:
        await service.remove_resume(session, user_id=people["asha"].id, resume_id=read_id(two[0]))
    with pytest.raises(NotFoundError):
        await _contrast(people["asha"], *two)


async def test_the_page_lays_the_newest_beside_the_one_before(people, two):
    root = State(_reflex_internal_init=True)  # pyright: ignore[reportCallIssue]
    state = root.get_substate(CompareState.get_full_name().split(".")[1:])
    token = identity.current.set(people["asha"])
    try:
        await state.load()
        assert (state.first_id, state.second_id, len(state.differences)) == (two[0], two[1], 4)
        await state.choose_first(two[1])
        assert state.differences == [] and state.first_id == two[1]
        await state.choose_second("nonsense")
        assert (state.first_id, state.second_id, state.differences) == ("", "", [])
        identity.current.set(people["otto"])
        await state.load()
        assert state.files == []
        await state.choose_first(two[0])
        assert state.differences == [] and state.first_id == ""
    finally:
        identity.current.reset(token)
