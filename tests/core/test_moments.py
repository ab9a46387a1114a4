"""Times on the clock of the person who looks."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from careercoach.core import identity, moments
from careercoach.core.errors import SignInNeededError
from careercoach.core.moments import moment, own_zone


def test_times_on_the_clock_of_the_person():
    at = datetime(2026, 11, 21, 19, 5, 7, tzinfo=UTC)
    found = moment(at, "Asia/Kolkata")
    assert (found.en, found.exact) == ("22 November 2026, 00:35", "2026-11-21T19:05:07Z")
    assert "de noviembre de 2026" in found.es and "नवंबर" in found.hi
    assert moment(None, "UTC").exact == moment(None, "UTC").en == ""


async def test_the_zone_is_that_of_the_person_who_asks(monkeypatch):
    asha = identity.Person(uuid4(), "s", False, "Asha", "en", "light")
    zones = {asha.id: "Asia/Kolkata"}

    async def find(user_id):
        return zones[user_id]

    monkeypatch.setattr(moments, "_find_zone", find)
    with pytest.raises(SignInNeededError):
        await own_zone()
    token = identity.current.set(asha)
    try:
        assert await own_zone() == "Asia/Kolkata"
        monkeypatch.setattr(moments, "_find_zone", None)
        assert await own_zone() == "UTC"
    finally:
        identity.current.reset(token)
