"""Patience, ids of jobs, and what the history shows of a text."""

from datetime import timedelta

import pytest

from careercoach.core.documents import Button, Item, Items, Paragraph, letter
from careercoach.features.notifications.rules import GIVE_UP_AFTER, WAITS, job_key, lines_to_read, next_wait


def test_patience_grows_and_ends_while_providers_remember_the_key():
    waits = [next_wait(attempts) for attempts in range(1, len(WAITS) + 1)]
    assert waits == sorted(waits) and next_wait(len(WAITS) + 1) is None
    assert sum(waits, timedelta()) < GIVE_UP_AFTER < timedelta(hours=24)


@pytest.mark.parametrize(
    ("asked_s", "wait"), [(0, timedelta(minutes=1)), (600, timedelta(minutes=10)), (10**9, timedelta(hours=6))]
)
def test_what_the_provider_asks_for_is_given_within_reason(asked_s, wait):
    assert next_wait(1, asked_s) == wait


def test_one_job_for_each_attempt():
    assert job_key("daily/1", 0) == "mail/daily/1"
    assert (
        len({job_key("k", 0), job_key("k", 1), job_key("k", 0, "2026-03-29T07"), job_key("k", 1, "2026-03-29T07")}) == 4
    )


def test_the_history_shows_the_letter_itself():
    blocks = [Paragraph("Hello."), Items([Item("Read", "Why")]), Button("Go", "http://localhost:3000/today")]
    written = letter(
        title="Your day", language="en", blocks=blocks, why="Because.", unsubscribe_url="http://localhost:3000/u"
    )
    assert lines_to_read(written.text) == ["Hello.", "", "1. Read", "   Why", "", "Go:", "http://localhost:3000/today"]
    assert lines_to_read("plain words") == ["plain words"]
    assert lines_to_read("") == []
