"""The goal and the record: versions, steps, roles in own words."""

import pytest
from pydantic import ValidationError

from careercoach.core.errors import ConflictError, InvalidInputError
from careercoach.features.profiles import service
from careercoach.features.profiles.schemas import GoalInput

GOAL = GoalInput(role_slug="data-analyst", weekly_minutes=300, days_off=[6], time_zone="Asia/Kolkata")


class TestGoal:
    async def test_before_a_word_was_said_there_are_defaults_and_no_row(self, session, person):
        profile = await service.get_profile(session, user_id=person.id)
        assert (profile.step, profile.weekly_minutes, profile.goal_version) == ("goal", 300, 1)

    async def test_it_is_kept_for_its_owner_only(self, session, person, stranger):
        await service.save_goal(session, user_id=person.id, goal=GOAL)
        assert (await service.get_profile(session, user_id=person.id)).days_off == [6]
        assert (await service.get_profile(session, user_id=stranger.id)).role_slug == ""

    async def test_the_older_of_two_tabs_does_not_silently_win(self, session, person):
        first = await service.save_goal(session, user_id=person.id, goal=GOAL, version=1)
        with pytest.raises(ConflictError):
            await service.save_goal(session, user_id=person.id, goal=GOAL, version=1)
        await service.save_goal(session, user_id=person.id, goal=GOAL, version=first.goal_version)

    async def test_a_new_goal_does_not_disturb_a_record_being_checked(self, session, person):
        before = await service.get_profile(session, user_id=person.id)
        await service.save_goal(session, user_id=person.id, goal=GOAL)
        saved = await service.save_person(session, user_id=person.id, person={"skills": []}, version=before.version)
        assert saved.version == before.version + 1

    @pytest.mark.parametrize(
        "goal", [GOAL.model_copy(update={"role_slug": "king"}), GOAL.model_copy(update={"role_slug": ""})]
    )
    async def test_a_role_is_needed_and_must_be_known(self, session, person, goal):
        with pytest.raises(InvalidInputError):
            await service.save_goal(session, user_id=person.id, goal=goal)

    @pytest.mark.parametrize(
        "change",
        [{"weekly_minutes": 29}, {"weekly_minutes": 3601}, {"days_off": list(range(7))}, {"days_off": [7]},
         {"time_zone": "Mars/Base"}, {"mail_minute": 1440}, {"format": "smell"}, {"version": 9}, {"step": "done"}],
    )  # fmt: skip
    def test_what_cannot_be_is_refused(self, change):
        with pytest.raises(ValidationError):
            GoalInput(**(GOAL.model_dump() | change))


class TestSteps:
    async def test_a_step_is_never_taken_back(self, session, person):
        await service.reach_step(session, user_id=person.id, step="gap")
        assert (await service.reach_step(session, user_id=person.id, step="resume")).step == "gap"

    async def test_the_morning_mail_waits_for_the_end_of_the_path(self, session, person):
        await service.save_goal(session, user_id=person.id, goal=GOAL)
        assert await service.list_mail_hours(session) == []
        await service.reach_step(session, user_id=person.id, step="done")
        [hour] = await service.list_mail_hours(session)
        assert hour.time_zone == "Asia/Kolkata"
        assert await service.list_mail_readers(session, hours=[hour]) == [(person.id, hour)]
        other = hour.model_copy(update={"mail_minute": hour.mail_minute + 1})
        assert await service.list_mail_readers(session, hours=[other]) == []
