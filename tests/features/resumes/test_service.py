"""Files belong to their owner; nothing typed is lost; nothing counts before it is confirmed."""

from datetime import timedelta
from uuid import uuid4

import pytest

from careercoach.core.clock import utc_now
from careercoach.core.errors import CoachError, ConflictError, NotFoundError, TooManyTriesError
from careercoach.features.profiles import service as profiles
from careercoach.features.resumes import service
from careercoach.features.resumes.models import Resume
from careercoach.features.resumes.rules import records
from careercoach.settings import settings
from tests.features.resumes.conftest import read_resume


async def _add(session, person, *, parsed=None, size_bytes=1000, name="asha.pdf"):
    return await service.add_resume(
        session, user_id=person.id, file_name=name, size_bytes=size_bytes, file_key="resumes/" + uuid4().hex,
        parsed=parsed or read_resume(),
    )  # fmt: skip


async def _confirmed(session, person):
    await _add(session, person)
    return await service.confirm_record(session, user_id=person.id)


class TestFiles:
    async def test_stranger_finds_nothing_of_it(self, session, person, stranger):
        resume = await _add(session, person)
        own = {"user_id": stranger.id, "resume_id": records_id(resume)}
        for ask in (service.get_resume, service.get_reading, service.get_machine_view, service.remove_resume,
                    service.restore_resume):  # fmt: skip
            with pytest.raises(NotFoundError):
                await ask(session, **own)
        with pytest.raises(NotFoundError):
            await service.get_file_place(session, user_id=stranger.id, resume_id=records_id(resume))
        assert await service.list_resumes(session, user_id=stranger.id) == []
        assert await service.find_latest_resume(session, user_id=stranger.id) is None

    async def test_an_admin_may_fetch_the_file(self, session, person, stranger):
        resume = await _add(session, person)
        view, _ = await service.get_file_place(
            session, user_id=stranger.id, resume_id=records_id(resume), is_admin=True
        )
        assert view.id == resume.id

    async def test_newest_first_and_removed_ones_out_of_sight_until_undone(self, session, person):
        old = await _add(session, person, name="old.pdf")
        (await session.get(Resume, records_id(old))).uploaded_at = utc_now() - timedelta(days=1)
        new = await _add(session, person, name="new.pdf")
        assert [resume.file_name for resume in await service.list_resumes(session, user_id=person.id)] == [
            "new.pdf", "old.pdf",
        ]  # fmt: skip
        await service.remove_resume(session, user_id=person.id, resume_id=records_id(new))
        latest = await service.find_latest_resume(session, user_id=person.id)
        assert latest is not None and latest.file_name == "old.pdf"
        with pytest.raises(NotFoundError):
            await service.get_file_place(session, user_id=person.id, resume_id=records_id(new))
        await service.restore_resume(session, user_id=person.id, resume_id=records_id(new))
        latest = await service.find_latest_resume(session, user_id=person.id)
        assert latest is not None and latest.file_name == "new.pdf"

    async def test_deleted_for_good_only_after_the_hour(self, session, person):
        resume_id = records_id(await _add(session, person))
        await service.remove_resume(session, user_id=person.id, resume_id=resume_id)
        soon, late = utc_now() + timedelta(minutes=59), utc_now() + timedelta(minutes=61)
        assert await service.list_expired(session, now=soon) == []
        await service.forget_resume(session, resume_id=resume_id, now=soon)
        assert [found for found, _ in await service.list_expired(session, now=late)] == [resume_id]
        await service.forget_resume(session, resume_id=resume_id, now=late)
        with pytest.raises(NotFoundError):
            await service.restore_resume(session, user_id=person.id, resume_id=resume_id)

    async def test_count_and_bytes_have_a_limit(self, session, person, monkeypatch):
        monkeypatch.setattr(settings, "files_per_person", 1)
        await _add(session, person)
        with pytest.raises(CoachError, match="storage_full"):
            await _add(session, person)
        monkeypatch.setattr(settings, "files_per_person", 10)
        monkeypatch.setattr(settings, "files_max_bytes_per_person", 1500)
        with pytest.raises(CoachError, match="storage_full"):
            await _add(session, person)

    async def test_uploads_of_an_hour_are_counted_per_person(self, session, person, stranger, monkeypatch):
        monkeypatch.setattr(settings, "uploads_per_hour", 2)
        await service.count_upload(session, user_id=person.id)
        await service.count_upload(session, user_id=person.id)
        with pytest.raises(TooManyTriesError):
            await service.count_upload(session, user_id=person.id)
        await service.count_upload(session, user_id=stranger.id)


def records_id(resume):
    from uuid import UUID

    return UUID(resume.id)


class TestDraft:
    async def test_a_first_file_fills_the_form_and_counts_for_nothing_yet(self, session, person):
        await _add(session, person)
        draft = await service.get_draft(session, user_id=person.id)
        assert draft.form.name.value == "Asha Rao" and draft.form.name.quote == "Asha Rao" and draft.form.name.page == 1
        assert draft.form.work[0].position.unsure and not draft.form.name.unsure
        assert [skill.name for skill in draft.form.skills] == ["SQL", "Excel"] and draft.comparing == ""
        profile = await profiles.get_profile(session, user_id=person.id)
        assert profile.person == {} and profile.confirmed_at is None

    async def test_confirming_makes_it_a_fact_and_clears_the_table(self, session, person):
        record = await _confirmed(session, person)
        profile = await profiles.get_profile(session, user_id=person.id)
        assert profile.person == record and profile.confirmed_at is not None
        assert record["work"][0]["name"] == "Lumen Foods" and record["languages"][0]["language"] == "Marathi"
        assert not await service.has_draft(session, user_id=person.id)

    async def test_what_was_typed_is_there_again(self, session, person):
        draft = await service.get_draft(session, user_id=person.id)
        records.edit(draft.form, "basics", "", "city", "Pune")
        await service.save_draft(session, user_id=person.id, form=draft.form)
        assert (await service.get_draft(session, user_id=person.id)).form.city.value == "Pune"

    async def test_a_stranger_has_their_own_table(self, session, person, stranger):
        await _add(session, person)
        draft = await service.get_draft(session, user_id=stranger.id)
        assert draft.form.name.value == "" and draft.resume is None
        with pytest.raises(NotFoundError):
            await service.choose_difference(session, user_id=stranger.id, difference_id="basics:name", take_found=True)
        with pytest.raises(NotFoundError):
            await service.apply_choices(session, user_id=stranger.id)


class TestNewerFile:
    async def test_it_never_overwrites_the_record_by_itself(self, session, person):
        record = await _confirmed(session, person)
        newer = read_resume(
            basics={"name": "Asha R. Rao", "email": "asha@example.org", "phone": "+91 98765 43210"},
            skills=[{"name": "Data", "keywords": ["SQL", "Power BI"]}],
        )
        await _add(session, person, parsed=newer)
        draft = await service.get_draft(session, user_id=person.id)
        assert draft.comparing == "file"
        assert (await profiles.get_profile(session, user_id=person.id)).person == record
        by_id = {difference.id: difference for difference in draft.differences}
        assert by_id["basics:name"].take == "kept" and by_id["basics:name"].found == "Asha R. Rao"
        assert by_id["basics:phone"].take == "found" and by_id["basics:phone"].kept == ""
        assert by_id["skills:new"].found == "Power BI"

    async def test_the_person_takes_what_they_choose(self, session, person):
        await _confirmed(session, person)
        newer = read_resume(basics={"name": "Asha R. Rao", "phone": "+91 98765 43210"})
        await _add(session, person, parsed=newer)
        await service.choose_difference(session, user_id=person.id, difference_id="basics:name", take_found=True)
        await service.choose_difference(session, user_id=person.id, difference_id="basics:phone", take_found=False)
        draft = await service.apply_choices(session, user_id=person.id)
        assert draft.comparing == "" and draft.form.name.value == "Asha R. Rao" and draft.form.phone.value == ""
        assert draft.form.email.value == "asha@example.org"  # what the file leaves out stays
        record = await service.confirm_record(session, user_id=person.id)
        assert record["basics"]["name"] == "Asha R. Rao"

    async def test_only_differences_that_exist_can_be_chosen(self, session, person):
        await _confirmed(session, person)
        await _add(session, person, parsed=read_resume(basics={"name": "Else"}))
        with pytest.raises(NotFoundError):
            await service.choose_difference(session, user_id=person.id, difference_id="basics:role", take_found=True)

    async def test_keeping_the_record_leaves_it_as_it_was(self, session, person):
        record = await _confirmed(session, person)
        await _add(session, person, parsed=read_resume(basics={"name": "Somebody"}))
        draft = await service.keep_record(session, user_id=person.id)
        assert draft.comparing == "" and draft.form.name.value == "Asha Rao"
        assert await service.confirm_record(session, user_id=person.id) == record

    async def test_the_same_file_again_has_nothing_to_choose(self, session, person):
        await _confirmed(session, person)
        await _add(session, person)
        assert (await service.get_draft(session, user_id=person.id)).comparing == ""

    async def test_edits_that_were_not_confirmed_survive_another_upload(self, session, person):
        await _add(session, person)
        draft = await service.get_draft(session, user_id=person.id)
        records.edit(draft.form, "basics", "", "phone", "+91 1")
        await service.save_draft(session, user_id=person.id, form=draft.form)
        await _add(session, person, parsed=read_resume(basics={"name": "A. Rao", "phone": "+91 2"}))
        draft = await service.get_draft(session, user_id=person.id)
        assert draft.comparing == "file" and draft.form.phone.value == "+91 1"

    async def test_an_untouched_first_reading_is_simply_replaced(self, session, person):
        await _add(session, person)
        await _add(session, person, parsed=read_resume(basics={"name": "A. Rao"}))
        draft = await service.get_draft(session, user_id=person.id)
        assert draft.comparing == "" and draft.form.name.value == "A. Rao"

    async def test_removing_the_file_takes_its_choices_off_the_table(self, session, person):
        await _confirmed(session, person)
        resume = await _add(session, person, parsed=read_resume(basics={"name": "Somebody"}))
        await service.remove_resume(session, user_id=person.id, resume_id=records_id(resume))
        draft = await service.get_draft(session, user_id=person.id)
        assert draft.comparing == "" and draft.form.name.value == "Asha Rao"


class TestTwoTabs:
    async def test_the_later_confirmation_does_not_silently_win(self, session, person):
        await _add(session, person)
        other = {"basics": {"name": "Asha R."}, "work": [], "education": [], "skills": [{"name": "SQL"}]}
        await profiles.save_person(session, user_id=person.id, person=other)
        with pytest.raises(ConflictError):
            await service.confirm_record(session, user_id=person.id)
        draft = await service.get_draft(session, user_id=person.id)
        assert draft.comparing == "draft" and draft.differences
        draft = await service.apply_choices(session, user_id=person.id)
        record = await service.confirm_record(session, user_id=person.id)
        assert record["basics"]["name"] == "Asha R." and record["work"][0]["name"] == "Lumen Foods"

    async def test_keeping_the_newer_record_drops_the_draft(self, session, person):
        await _add(session, person)
        other = {"basics": {"name": "Asha R."}, "skills": [{"name": "SQL"}]}
        await profiles.save_person(session, user_id=person.id, person=other)
        draft = await service.keep_record(session, user_id=person.id)
        assert draft.form.name.value == "Asha R." and not await service.has_draft(session, user_id=person.id)
