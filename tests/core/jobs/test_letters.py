"""The promise behind the letter of the day: once per person and local date, whatever happens."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
import pytest

from careercoach.core.clock import utc_now
from tests.core.jobs.processes import Worker, wait_until

HOURS = 44
STEP_HOURS = 2.0
"""How far time jumps between two looks; the app may be this late, its window is six hours."""

WINDOWS = {
    "Berlin-spring": ("Europe/Berlin", "2026-03-28T06:00:00+00:00"),
    "Berlin-autumn": ("Europe/Berlin", "2026-10-24T06:00:00+00:00"),
    "NewYork-spring": ("America/New_York", "2026-03-07T11:00:00+00:00"),
    "NewYork-autumn": ("America/New_York", "2026-10-31T11:00:00+00:00"),
    "Kolkata": ("Asia/Kolkata", "2026-02-28T03:00:00+00:00"),
    "Apia-skips-a-day": ("Pacific/Apia", "2011-12-29T16:00:00+00:00"),
}
HOURS_OF_DAY = ("00:00", "01:30", "02:30", "07:00")


def people() -> list[dict[str, str]]:
    return [
        {"name": f"{window}-{at}", "zone": zone, "from": start, "at": at}
        for window, (zone, start) in WINDOWS.items()
        for at in HOURS_OF_DAY
    ]


def expected_letters(person: dict[str, str]) -> set[tuple[str, str]]:
    """Found without our rule, by looking at the person's clock every minute: who comes past the hour on a
    date gets the letter of that date. The six hours before the start count too: the app catches up on them.
    """
    zone, start = ZoneInfo(person["zone"]), datetime.fromisoformat(person["from"])
    days: set[tuple[str, str]] = set()
    before = (start - timedelta(hours=6)).astimezone(zone)
    for minute in range(1, (HOURS + 6) * 60 + 1):
        clock = (start + timedelta(minutes=minute - 360)).astimezone(zone)
        was_past = before.date() == clock.date() and f"{before:%H:%M}" >= person["at"]
        if f"{clock:%H:%M}" >= person["at"] and not was_past:
            days.add((person["name"], clock.date().isoformat()))
        before = clock
    return days


@pytest.mark.slow
def test_once_per_person_and_local_date(tmp_path: Path, spawn: Callable[..., Worker], postgresql_url: str) -> None:
    with psycopg.connect(postgresql_url, autocommit=True) as world:
        world.execute("CREATE TABLE letters (person text, day text, PRIMARY KEY (person, day))")
        world.execute("CREATE TABLE tries (person text, day text)")
        options: dict[str, Any] = {
            "database_url": postgresql_url,
            "people": people(),
            "tick_s": 0.1,
            "heartbeat_s": 0.2,
            "silent_s": 1.5,
        }
        set_clock(tmp_path, 0.0)
        victim, survivor, heir = spawn(**options), spawn(**options), None
        living = [victim.wait_ready(), survivor.wait_ready()]
        for step in range(int(HOURS / STEP_HOURS) + 1):
            set_clock(tmp_path, step * STEP_HOURS)
            wait_for_ticks(living)
            if step == 8:
                # In the middle of somebody's morning; the other one is alone until a third has started.
                victim.kill()
                living.remove(victim)
                heir = spawn(**options)
            if step == 14 and heir:
                living.append(heir.wait_ready())

        expected = set[tuple[str, str]]().union(*(expected_letters(person) for person in people()))
        wait_until(lambda: sent(world) >= len(expected), "all letters were sent")
        time.sleep(0.5)

        letters = {(row[0], row[1]) for row in world.execute("SELECT person, day FROM letters")}
        assert letters == expected
        assert not {day for _, day in letters} & {"2011-12-30"}
        assert len(expected) >= len(people())
        repeated = world.execute(
            "SELECT count(*) FROM (SELECT 1 FROM tries GROUP BY person, day HAVING count(*) > 1) AS twice"
        ).fetchone()
        # Only what the killed replica held in its hands may have been tried again.
        assert repeated is not None and repeated[0] <= 8


def set_clock(folder: Path, hours: float) -> None:
    """Everybody is now so many hours past the beginning of their story."""
    (folder / "clock.new").write_text(str(hours))
    (folder / "clock.new").replace(folder / "clock")


def wait_for_ticks(workers: list[Worker]) -> None:
    """Wait until each process has asked what is due after this moment."""
    moment = utc_now().timestamp()
    for worker in workers:
        wait_until(lambda worker=worker: worker.ask("last_tick") > moment, "it ticked")


def sent(world: psycopg.Connection) -> int:
    row = world.execute("SELECT count(*) FROM letters").fetchone()
    return row[0] if row else 0
