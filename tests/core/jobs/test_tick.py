"""The tick asks everybody and trusts nobody."""

from datetime import UTC, datetime, timedelta

import pytest

from careercoach.core.clock import utc_now
from careercoach.core.jobs import JobRun, JobsConfig, Json, Offer, due_every_minute, job
from careercoach.core.jobs.config import unique_executor_id
from careercoach.core.jobs.registry import due_functions, kinds
from careercoach.core.jobs.retention import Retention
from careercoach.core.jobs.tick import Ticker


@job("tick.letter")
async def letter(run: JobRun, ref: str) -> Json:
    return None


class NoEngine:
    """Remembers what was offered."""

    def __init__(self) -> None:
        self.offered: list[str] = []

    async def offer(self, offers: list[Offer]) -> int:
        self.offered += [offer.key for offer in offers]
        return len(offers)


class NoReaper:
    async def watch_strangers(self) -> None:
        return None


def ticker(tmp_path, engine: NoEngine, *due) -> Ticker:
    return Ticker(JobsConfig(tmp_path), engine, NoReaper(), due)  # pyright: ignore


class TestTick:
    @pytest.mark.asyncio
    async def test_one_who_fails_stops_no_other(self, tmp_path, caplog: pytest.LogCaptureFixture):
        async def broken(now: datetime) -> list[Offer]:
            raise OSError("away")

        async def well(now: datetime) -> list[Offer]:
            assert now.utcoffset() == timedelta()
            return [Offer(letter, "r", key=f"letter/{now.date()}")]

        engine = NoEngine()
        tick = ticker(tmp_path, engine, broken, well)
        assert tick.last_tick_at is None
        before = utc_now()
        assert await tick.tick() == 1
        assert len(engine.offered) == 1
        assert tick.last_tick_at is not None and tick.last_tick_at >= before
        assert "could not find or offer" in caplog.text


class TestRegistry:
    def test_a_name_belongs_to_one_function(self):
        async def other(run: JobRun, ref: str) -> Json:
            return None

        assert job("tick.letter")(letter.body).body is letter.body
        with pytest.raises(ValueError, match="two kinds"):
            job("tick.letter")(other)
        assert [kind for kind in kinds() if kind.name == "tick.letter"] == [
            kind for kind in kinds() if kind.body is letter.body
        ]

    def test_who_registers_twice_is_asked_once(self):
        async def due(now: datetime) -> list[Offer]:
            return []

        before = len(due_functions())
        due_every_minute(due)
        due_every_minute(due)
        assert len(due_functions()) == before + 1


class TestRetentionRule:
    @pytest.mark.asyncio
    async def test_is_due_once_a_day(self):
        retention = Retention(30)
        moments = [datetime(2026, 5, 4, hour, tzinfo=UTC) for hour in range(24)]
        keys = {offer.key for now in moments for offer in await retention.due(now)}
        assert keys == {"purge/2026-05-04"}

    @pytest.mark.parametrize("days", [0, 1])
    def test_never_reaches_into_a_catch_up_window(self, tmp_path, days: int):
        with pytest.raises(ValueError, match="at least 2 days"):
            JobsConfig(tmp_path, retention_days=days)


def test_executor_names_fit_their_column():
    assert 5 < len(unique_executor_id()) < 200
