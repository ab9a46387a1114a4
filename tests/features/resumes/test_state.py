"""The check on the screen: what it calls saved is in the database, and only one's own is ever touched."""

import pytest

from careercoach.core import db
from careercoach.core.errors import SignInNeededError
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.schemas import GoalInput
from careercoach.features.resumes import service
from careercoach.features.resumes.state import ResumeState, ReviewState, UploadState
from tests.features.people import acting_as, new_state
from tests.features.resumes.conftest import read_resume


async def _upload(person, **changes):
    async with db.transaction() as session:
        return await service.add_resume(
            session, user_id=person.id, file_name="cv.pdf", size_bytes=9, file_key="resumes/x",
            parsed=read_resume(**changes),
        )  # fmt: skip


async def _draft(person):
    async with db.reading() as session:
        return await service.get_draft(session, user_id=person.id)


async def _profile(person):
    async with db.reading() as session:
        return await profiles.get_profile(session, user_id=person.id)


@pytest.fixture
async def review(people):
    await _upload(people["asha"])
    state = new_state(ReviewState)
    with acting_as(people["asha"]):
        await state.load()
        yield state


@pytest.mark.parametrize("kind", [ReviewState, ResumeState])
async def test_nobody_sees_nothing(people, kind):
    with acting_as(None), pytest.raises(SignInNeededError):
        await new_state(kind).load()


async def test_it_shows_what_was_read_and_what_the_machine_sees(review):
    assert review.basics.name.value == "Asha Rao" and review.work[0].position.unsure
    assert review.machine is not None and review.machine.hidden[0].reason == "background"
    assert review.work[0].rest == {} and review.basics.basics == {}


async def test_a_line_that_comes_back_fills_no_field_anew(people, review):
    await review.edit("basics", "", "city", "Pune")
    before = review.revision
    await review.load()
    assert review.revision == before
    await new_state(ReviewState).edit("basics", "", "city", "Nashik")
    await review.load()
    assert review.revision == before + 1 and review.basics.city.value == "Nashik"


async def test_saved_means_saved(people, review):
    await review.edit("basics", "", "city", "Pune")
    assert review.saved and (await _draft(people["asha"])).form.city.value == "Pune"
    row = review.work[0].id
    await review.edit("work", row, "startDate", "03/2021")
    assert (await _draft(people["asha"])).form.work[0].startDate.value == "2021-03"
    assert review.work[0].startDate.value == "2021-03"


async def test_what_is_not_there_changes_nothing_and_is_not_called_saved(people, review):
    before = (await _draft(people["asha"])).form
    await review.edit("work", "unknown", "name", "x")
    await review.edit("basics", "", "basics", "x")
    assert review.problem_key == "core.not_found" and not review.saved
    assert (await _draft(people["asha"])).form == before


async def test_a_stranger_with_the_ids_of_another_touches_only_their_own_table(people, review):
    row = review.work[0].id
    other = new_state(ReviewState)
    with acting_as(people["otto"]):
        await other.load()
        await other.edit("work", row, "name", "Mine now")
        await other.remove("work", row)
    assert other.problem_key == "core.not_found" and other.work == []
    assert (await _draft(people["asha"])).form.work[0].name.value == "Lumen Foods"


async def test_removed_and_put_back_also_after_a_reload(people, review):
    await review.remove("skills", review.skills[0].id)
    assert [skill.name for skill in review.skills] == ["Excel"] and review.removed_words == "SQL"
    again = new_state(ReviewState)
    with acting_as(people["asha"]):
        await again.load()
        await again.undo()
    assert [skill.name for skill in again.skills] == ["SQL", "Excel"]


async def test_skills_of_the_wanted_role_are_suggested_only_when_the_record_does_not_say_them(people, review):
    asha = people["asha"]
    async with db.transaction() as session:
        await profiles.save_goal(session, user_id=asha.id, goal=GoalInput(role_slug="data-analyst", weekly_minutes=60))
    await review.load()
    names = {skill.name for skill in review.suggestions}
    assert names and not names & {"SQL", "Excel", "Microsoft Excel"}
    first = review.suggestions[0]
    await review.add_suggestion(first.name)
    assert first.name in [skill.name for skill in review.skills] and first not in review.suggestions


async def test_dates_that_cannot_be_keep_it_from_becoming_a_fact(people, review):
    await review.edit("work", review.work[0].id, "endDate", "1999")
    assert await review.confirm_step() is None
    assert review.problem_key == "resumes.wrong_dates" and review.bad_rows == [review.work[0].id]
    assert (await _profile(people["asha"])).confirmed_at is None
    await review.edit("work", review.work[0].id, "endDate", "")
    assert review.bad_rows == []


async def test_an_empty_record_is_nothing_to_compare(people):
    state = new_state(ReviewState)
    with acting_as(people["otto"]):
        await state.load()
        assert await state.confirm_step() is None
    assert state.problem_key == "resumes.nothing_to_confirm"


async def test_the_path_goes_on_after_the_confirmation(people, review):
    moved = await review.confirm_step()
    profile = await _profile(people["asha"])
    assert "/onboarding/gap" in str(moved) and profile.step == "gap" and profile.confirmed_at is not None


async def test_without_a_file_skills_can_simply_be_typed(people):
    state = new_state(ReviewState)
    with acting_as(people["otto"]):
        moved = await new_state(UploadState).type_it()
        await state.load()
        await state.add_skills({"new_skill": "Excel, Negotiation"})
        await state.confirm_step()
    assert "/onboarding/review" in str(moved)
    assert (await _profile(people["otto"])).person["skills"] == [{"name": "Excel"}, {"name": "Negotiation"}]


async def test_skipping_leads_to_the_last_step(people):
    with acting_as(people["otto"]):
        moved = await new_state(UploadState).skip()
    assert "/onboarding/gap" in str(moved) and (await _profile(people["otto"])).step == "gap"


async def test_a_newer_file_is_chosen_from_and_then_checked(people, review):
    await review.confirm_step()
    await _upload(people["asha"], basics={"name": "A. Rao", "phone": "1"})
    await review.load()
    assert review.comparing == "file" and {one.id for one in review.differences} == {"basics:name", "basics:phone"}
    await review.choose("basics:name", "found")
    await review.choose("basics:nothing", "found")
    assert review.problem_key == "core.not_found"
    await review.use_choices()
    assert review.comparing == "" and review.basics.name.value == "A. Rao"


class TestFiles:
    async def test_only_ones_own_files(self, people):
        mine = await _upload(people["asha"])
        state = new_state(ResumeState)
        with acting_as(people["otto"]):
            await state.load()
            assert state.resumes == [] and state.machine is None
            for handler in (state.remove, state.look):
                await handler(mine.id)
                assert state.problem_key == "core.not_found"
            await state.look("' or 1=1")
        async with db.reading() as session:
            assert len(await service.list_resumes(session, user_id=people["asha"].id)) == 1

    async def test_removed_can_be_put_back(self, people):
        mine = await _upload(people["asha"])
        state = new_state(ResumeState)
        with acting_as(people["asha"]):
            await state.load()
            assert state.has_draft and state.machine_of == mine.id
            await state.remove(mine.id)
            assert state.resumes == [] and state.removed_words == "cv.pdf" and state.machine is None
            await state.undo()
            assert [row.id for row in state.resumes] == [mine.id] and state.removed_words == ""
