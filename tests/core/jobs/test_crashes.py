"""Processes die; jobs do not. Real processes, real kill -9."""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.core.jobs.processes import Effects, Worker, hold, wait_until
from tests.timing import stretched

Spawn = Callable[..., Worker]
QUICK = {"heartbeat_s": 0.2, "silent_s": 1.5, "tick_s": 0.5}
"""A process counts as dead after seconds instead of a minute."""


KILLS = 5
JOBS_PER_LIFE = 12
AT_ONCE = 8
"""Jobs one process has in its hands, see quick_queues()."""


class TestKill:
    def test_finished_steps_are_not_repeated(self, tmp_path: Path, spawn: Spawn, database_url: str):
        effects = Effects(tmp_path)
        second_step = hold(tmp_path, "s2")
        victim = spawn(database_url=database_url, **QUICK).wait_ready()
        victim.ask("start", "test.three_steps", "ref", "job/1")
        wait_until(lambda: effects.has("begin", "job/1", "s2"), "the second step began")
        victim.kill()
        second_step.unlink()

        # On SQLite the heir bears the same name and need not wait until the victim counts as dead.
        patience = QUICK if database_url else {"silent_s": 600}
        heir = spawn(database_url=database_url, **patience).wait_ready()
        wait_until(lambda: heir.ask("status", "job/1")["state"] == "done", "the job was done")

        assert effects.count("begin", "job/1") == {"s1": 1, "s2": 2, "s3": 1}
        assert effects.count("end", "job/1") == {"s1": 1, "s2": 1, "s3": 1}
        status = heir.ask("status", "job/1")
        assert status["result"] == [f"s1 by {victim.pid}", f"s2 by {heir.pid}", f"s3 by {heir.pid}"]
        assert (status["attempts"], status["step"], status["error"]) == (2, "s3", "")

    @pytest.mark.slow
    def test_nothing_is_lost_at_random_moments(self, tmp_path: Path, spawn: Spawn, database_url: str):
        """Jobs of both kinds keep coming while process after process is killed; each id ends done, once."""
        effects, chance = Effects(tmp_path), random.Random(2026)
        keys: list[str] = []
        for death in range(KILLS):
            worker = spawn(database_url=database_url, **QUICK).wait_ready()
            for kind in ("test.one_step", "test.three_steps"):
                fresh = [f"{kind}/{death}/{number}" for number in range(JOBS_PER_LIFE)]
                assert worker.ask("submit", kind, "ref", *fresh) == len(fresh)
                keys += fresh
            time.sleep(chance.uniform(0.0, 0.6))
            worker.kill()

        heir = spawn(database_url=database_url, **QUICK).wait_ready()
        wait_until(lambda: heir.ask("all_done", *keys), "all jobs were done")

        ended = Counter((line[1], line[2]) for line in effects.lines() if line[0] == "end")
        assert {key for key, _ in ended} == set(keys)
        for key in keys:
            steps = {step for job, step in ended if job == key}
            assert steps == ({"only"} if "one_step" in key else {"s1", "s2", "s3"})
        # A step is done twice only if it was in the hands of a process that died.
        repeated = sum(times - 1 for times in ended.values())
        assert repeated <= KILLS * AT_ONCE

    def test_a_job_that_kills_its_process_is_given_up(self, tmp_path: Path, spawn: Spawn):
        effects = Effects(tmp_path)
        limit = QUICK | {"max_takeovers": 1}
        victim = spawn(**limit).wait_ready()
        victim.tell("start", "test.kills_its_process", "ref", "poison")
        assert victim.wait_for_end() == -signal.SIGKILL
        assert spawn(**limit).wait_for_end() == -signal.SIGKILL

        survivor = spawn(**limit).wait_ready()
        wait_until(lambda: survivor.ask("status", "poison")["state"] == "dead", "the job was given up")
        assert effects.count("begin", "poison") == {"die": 2}
        assert survivor.process.is_alive()


class TestTwoProcesses:
    def test_an_id_offered_by_both_runs_once(self, tmp_path: Path, spawn: Spawn, database_url: str):
        effects = Effects(tmp_path)
        both = [spawn(database_url=database_url), spawn(database_url=database_url)]
        keys = [f"job/{number}" for number in range(30)]
        for worker in both:
            worker.wait_ready()
        for worker in both:
            worker.tell("submit", "test.one_step", "ref", *keys)
        assert [worker.hear() for worker in both] == [30, 30]
        wait_until(lambda: both[0].ask("all_done", *keys), "all jobs were done")

        began = Counter(line[1] for line in effects.lines() if line[0] == "begin")
        assert began == dict.fromkeys(keys, 1)

    def test_a_guest_leaves_the_owner_its_jobs(self, tmp_path: Path, spawn: Spawn):
        """On SQLite a reload may overlap: two processes for a moment."""
        effects = Effects(tmp_path)
        second_step = hold(tmp_path, "s2")
        owner = spawn().wait_ready()
        owner.ask("start", "test.three_steps", "ref", "job/1")
        wait_until(lambda: effects.has("begin", "job/1", "s2"), "the second step began")
        guest = spawn().wait_ready()
        time.sleep(0.5)
        second_step.unlink()
        wait_until(lambda: guest.ask("all_done", "job/1"), "the job was done")
        assert {line[3] for line in effects.lines()} == {str(owner.pid)}
        assert effects.count("begin", "job/1") == {"s1": 1, "s2": 1, "s3": 1}

    def test_a_killed_replica_is_replaced_once(self, tmp_path: Path, spawn: Spawn, postgresql_url: str):
        effects = Effects(tmp_path)
        second_step = hold(tmp_path, "s2")
        victim, *survivors = [spawn(database_url=postgresql_url, **QUICK) for _ in range(3)]
        for worker in (victim, *survivors):
            worker.wait_ready()
        keys = [f"job/{number}" for number in range(5)]
        for key in keys:
            victim.ask("start", "test.three_steps", "ref", key)
        wait_until(lambda: effects.count("begin").get("s2") == len(keys), "all second steps began")
        victim.kill()
        second_step.unlink()
        wait_until(lambda: survivors[0].ask("all_done", *keys), "all jobs were done")

        for key in keys:
            assert effects.count("begin", key) == {"s1": 1, "s2": 2, "s3": 1}
            assert survivors[1].ask("status", key)["attempts"] == 2

    def test_a_frozen_replica_wakes_up_harmless(self, tmp_path: Path, spawn: Spawn, postgresql_url: str):
        effects = Effects(tmp_path)
        second_step = hold(tmp_path, "s2")
        zombie, other = [spawn(database_url=postgresql_url, **QUICK) for _ in range(2)]
        zombie.wait_ready().ask("start", "test.three_steps", "ref", "job/1")
        other.wait_ready()
        wait_until(lambda: effects.has("begin", "job/1", "s2"), "the second step began")
        zombie.freeze()
        second_step.unlink()
        wait_until(lambda: other.ask("status", "job/1")["state"] == "done", "the other one finished the job")
        zombie.wake()
        wait_until(lambda: effects.count("end", "job/1").get("s2") == 2, "the zombie finished its step")
        time.sleep(0.5)

        third = [line for line in effects.lines() if line[2] == "s3"]
        assert {line[3] for line in third} == {str(other.pid)}
        expected = [f"s1 by {zombie.pid}", f"s2 by {other.pid}", f"s3 by {other.pid}"]
        for worker in (zombie, other):
            assert worker.ask("status", "job/1")["result"] == expected


class TestSigterm:
    def test_a_running_job_may_finish(self, tmp_path: Path, spawn: Spawn):
        effects = Effects(tmp_path)
        step = hold(tmp_path, "only")
        worker = spawn().wait_ready()
        worker.ask("start", "test.one_step", "ref", "job/1")
        wait_until(lambda: effects.has("begin", "job/1", "only"), "the step began")
        worker.process.terminate()
        time.sleep(0.3)
        step.unlink()
        assert worker.wait_for_end() == 0
        assert effects.has("end", "job/1", "only")
        assert "Traceback" not in worker.log.read_text()

    def test_a_long_job_is_handed_back(self, tmp_path: Path, spawn: Spawn, database_url: str):
        effects = Effects(tmp_path)
        step = hold(tmp_path, "s2")
        leaver = spawn(database_url=database_url, grace_s=0.5).wait_ready()
        leaver.ask("start", "test.three_steps", "ref", "job/1")
        leaver.ask("submit", "test.three_steps", "ref", "job/2")
        wait_until(lambda: effects.count("begin").get("s2") == 2, "both second steps began")
        began = time.monotonic()
        assert leaver.stop() == 0
        assert time.monotonic() - began < stretched(10)
        step.unlink()

        # Nobody needs to wait until the leaver counts as dead: it said goodbye.
        heir = spawn(database_url=database_url, silent_s=600).wait_ready()
        wait_until(lambda: heir.ask("all_done", "job/1", "job/2"), "the heir finished both")
        for key in ("job/1", "job/2"):
            assert effects.count("begin", key) == {"s1": 1, "s2": 2, "s3": 1}
            assert heir.ask("status", key)["attempts"] == 1
        assert not {os.getpid(), leaver.pid} & {int(line[3]) for line in effects.lines() if line[2] == "s3"}
