"""Who is due when: by the person's own clock, over both changes of the clocks, once per local date."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from sqlmodel import func, select

from careercoach.core import db
from careercoach.features.notifications.models import Mail
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.schemas import GoalInput
from careercoach.features.today import jobs
from tests.features.people import MONDAY, MORNING, add_owner, add_plan

ZONES = [
    "Europe/Berlin", "America/New_York", "America/Santiago", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe",
    "Africa/Casablanca", "Pacific/Apia", "Pacific/Kiritimati", "America/St_Johns",
]  # fmt: skip
CHANGES = [
    date(2026, 3, 29),
    date(2026, 10, 25),
    date(2026, 3, 8),
    date(2026, 11, 1),
    date(2028, 2, 29),
    date(2026, 12, 31),
]


async def keys_at(now: datetime) -> list[str]:
    return [offer.key for offer in await jobs.due(now)]


class TestDue:
    async def test_at_the_hour_and_six_hours_long(self, owner):
        eight = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)
        key = f"daily-email/{owner.id}/2026-11-23"
        assert await keys_at(eight - timedelta(minutes=1)) == []
        assert await keys_at(eight) == [key]
        assert await keys_at(eight + timedelta(hours=5, minutes=59)) == [key]
        assert await keys_at(eight + timedelta(hours=6)) == []

    async def test_only_who_wants_it_and_is_through_with_the_beginning(self, owner):
        async with db.transaction() as session:
            await profiles.set_mail(session, user_id=owner.id, mail_on=False)
        assert await keys_at(MORNING) == []

    @pytest.mark.parametrize("zone", ZONES)
    async def test_every_local_date_once_over_every_change(self, database, zone):
        person = await add_owner(time_zone=zone, mail_minute=150)
        for change in CHANGES:
            noon = datetime.combine(change, datetime.min.time(), ZoneInfo(zone)).astimezone(UTC) + timedelta(hours=12)
            first, keys = noon - timedelta(hours=36), []
            for turn in range(36):
                keys += await keys_at(first + timedelta(hours=2 * turn))
            found = sorted({key.rpartition("/")[2] for key in keys})
            assert all(key.startswith(f"daily-email/{person.id}/") for key in keys)
            assert change.isoformat() in found
            days = [date.fromisoformat(day) for day in found]
            assert days == [days[0] + timedelta(days=ahead) for ahead in range(len(days))]

    async def test_a_new_zone_does_not_make_a_second_letter(self, planned, paper):
        """Flying west, the same date comes again: its letter has gone out already."""
        with time_machine.travel(MORNING, tick=False):
            assert await jobs._send(f"{planned.id}/{MONDAY}") == "sent"
        async with db.transaction() as session:
            profile = await profiles.get_profile(session, user_id=planned.id)
            goal = GoalInput.model_validate(
                {name: getattr(profile, name) for name in GoalInput.model_fields} | {"time_zone": "America/New_York"}
            )
            await profiles.save_goal(session, user_id=planned.id, goal=goal)
        later = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
        assert await keys_at(later) == [f"daily-email/{planned.id}/2026-11-23"]
        with time_machine.travel(later, tick=False):
            assert await jobs._send(f"{planned.id}/{MONDAY}") == "sent before"


class TestLetterJob:
    async def test_run_twice_by_two_processes_it_is_one_mail(self, planned, paper):
        import asyncio

        with time_machine.travel(MORNING, tick=False):
            await asyncio.gather(*(jobs._send(f"{planned.id}/{MONDAY}") for _ in range(4)))
        async with db.reading() as session:
            letters = select(func.count()).select_from(Mail).where(Mail.kind == "daily")
            assert (await session.execute(letters)).scalar_one() == 1

    async def test_an_account_that_is_gone_is_no_failure(self, database, paper):
        assert await jobs._send(f"00000000-0000-4000-8000-000000000000/{MONDAY}") == "gone"

    async def test_down_for_a_day_means_one_letter_not_two(self, planned, paper):
        """The tick after 26 hours offers only today's."""
        back = MORNING + timedelta(hours=26)
        assert await keys_at(back) == [f"daily-email/{planned.id}/2026-11-24"]

    async def test_a_plan_for_somebody_else_brings_nothing(self, planned, paper):
        other = await add_owner("otto@example.org")
        await add_plan(planned, job="plan/test/2")
        with time_machine.travel(MORNING, tick=False):
            assert await jobs._send(f"{other.id}/{MONDAY}") == "nothing due"
