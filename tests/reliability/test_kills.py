"""Processes killed at the worst moments: what was called saved is there, and the next start works."""

import os
import random
import shutil
import signal
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from careercoach.core.identity import cookie_name
from careercoach.migrations import schema_versions
from tests.reliability.nursery import BIG, Nursery
from tests.seed import People, seed_folder

ROUNDS, STARTS = 33, 12
WRITERS, WRITES = 8, 1000


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kills")


@pytest.fixture(scope="module")
def people(house: Path) -> People:
    return seed_folder(house)


@pytest.fixture(scope="module")
def nursery(house: Path, people: People) -> Iterator[Nursery]:
    kept = Nursery(house)
    yield kept
    kept.close()


def ask(house: Path, statement: str, *values: object) -> list[tuple[Any, ...]]:
    with sqlite3.connect(house / "app.db", timeout=10) as connection:
        found = connection.execute(statement, values).fetchall()
    connection.close()
    return found


def kill(child: int) -> None:
    os.kill(child, signal.SIGKILL)


Saving = tuple[str, str, dict[str, Any] | None, tuple[str, ...]]


def savings(house: Path, owner: str) -> Iterator[Saving]:
    """Ways to save, each with the question that finds it in the database."""
    interview = ask(house, "select id from interviews where state = 'running' and user_id = ?", owner)[0][0]
    tasks = [row[0] for row in ask(house, "select id from plan_tasks where user_id = ? order by id", owner)]
    for number in range(ROUNDS):
        words, task = f"answer number {number}", tasks[number % len(tasks)]
        if number % 3 == 0:
            found = ask(house, "select version from interview_answers where number = 1 and interview_id = ?", interview)
            body = {"text": words, "version": found[0][0] if found else 0}
            there = "select 1 from interview_answers where text = ?"
            yield "PUT", f"/api/v1/interviews/{interview}/answers/1", body, (there, words)
        elif number % 3 == 1:
            there = "select 1 from profiles where user_id = ? and person like ?"
            yield "PUT", "/api/v1/profile", {"person": {"basics": {"name": words}}}, (there, owner, f"%{words}%")
        else:
            act, states = ("complete", "('done')") if number % 2 else ("undo", "('open')")
            yield (
                "POST",
                f"/api/v1/today/{task}/{act}",
                None,
                (f"select 1 from plan_tasks where id = ? and state in {states}", task),
            )


def test_what_was_called_saved_is_there(house, people, nursery):
    cookie, lost = f"{cookie_name()}={people.owner}", []
    for method, path, body, query in savings(house, people.owner_id.hex):
        child = nursery.order("save", cookie, method, path, body)
        said = nursery.hear(child)
        kill(child)
        assert said[0] == "saved", f"{path}: {said}"
        if not ask(house, *query):
            lost.append(path)
    assert lost == []
    assert ask(house, "pragma integrity_check") == [("ok",)]
    assert ask(house, "pragma foreign_key_check") == []


@pytest.mark.slow
def test_eight_processes_write_and_none_hears_that_the_database_is_locked(house, nursery):
    children = [nursery.order("write", "together", WRITES) for _ in range(WRITERS)]
    said = [nursery.hear(child) for child in sorted(children)]
    for child in children:
        kill(child)
    assert said == [["written"]] * WRITERS
    left = [row[0] for row in ask(house, "select left from rate_buckets")]
    # Not one of the 8,000 got lost: the bucket was read and written in the same transaction each time.
    assert any(BIG - left_over == pytest.approx(WRITERS * WRITES, abs=2) for left_over in left)
    assert ask(house, "pragma integrity_check") == [("ok",)]


def test_a_first_start_that_was_killed_can_be_repeated(nursery, tmp_path):
    child = nursery.order("first_start", str(tmp_path / "calm"))
    said = nursery.hear(child)
    kill(child)
    assert said[0] == "started", said
    takes_s, folder, chance = said[1], tmp_path / "torn", random.Random(7)
    for number in range(STARTS):
        if number % 4 == 0:  # sometimes what an earlier kill left, sometimes nothing at all
            shutil.rmtree(folder, ignore_errors=True)
        child = nursery.order("first_start", str(folder))
        time.sleep(chance.uniform(0, takes_s))
        kill(child)
        if number % 2:
            child = nursery.order("first_start", str(folder))
            said = nursery.hear(child)
            kill(child)
            assert said[0] == "started", f"after kill {number}: {said}"
    child = nursery.order("first_start", str(folder))
    assert nursery.hear(child)[0] == "started"
    kill(child)
    have, want = schema_versions(f"sqlite:///{folder / 'app.db'}")
    assert have == want
