"""Records are masked as they are made: also for handlers that come later, also in tracebacks."""

import io
import logging

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from careercoach.core import db
from careercoach.core.logs import RedactedRecord, redact


@pytest.mark.parametrize(
    "line",
    [
        "Cookie: __Host-session=canary", "{'cookie': 'a=canary; b=canary'}", "Authorization: Bearer canary.canary-canary",
        '{"password": "my canary is long"}', "reset?token=canary", "X-Api-Key=canary", "api_key='canary'",
        "asked by canary@example.org", "call +49 170 1234567 canary".replace(" canary", ""),
        "Event(token='canary', name='state.save', payload={'text': 'canary'})", "Event data: canary",
        "Event data must be a dictionary, but received canary of type", "[SQL: x]\n[parameters: ('canary [1]', 'canary')]\n",
        "Failed to deserialize event data: {'a': 'canary'}.",
    ],
)  # fmt: skip
def test_masked(line):
    assert "canary" not in redact(line) and "1234567" not in redact(line)


def test_what_helps_is_kept():
    line = "refused arguments of save_answer at 2026-11-21 09:33:13,831 on /api/v1/interviews"
    assert redact(line) == line
    assert "state.save" in redact("Event(token='x', name='state.save', payload={})")


@pytest.fixture
def written(monkeypatch):
    factory = logging.getLogRecordFactory()
    logging.setLogRecordFactory(RedactedRecord)
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    logger = logging.getLogger("tests.somebody_elses")
    logger.addHandler(handler)
    yield logger, stream
    logger.removeHandler(handler)
    logging.setLogRecordFactory(factory)


def test_a_handler_we_do_not_know_prints_nothing_secret(written):
    logger, stream = written
    try:
        raise ValueError("password='my canary'")
    except ValueError:
        logger.exception("failed for %s", "canary@example.org")
    assert "canary" not in stream.getvalue()
    assert "ValueError" in stream.getvalue() and "test_logs.py" in stream.getvalue()


def test_wrong_arguments_of_a_record_are_no_error(written):
    logger, stream = written
    logger.warning("a %s b %s", "one")
    assert "a %s b %s" in stream.getvalue()


async def test_an_error_of_the_database_does_not_say_what_was_written(database):
    with pytest.raises(DBAPIError) as failed:
        async with db.transaction() as session:
            await session.execute(text("insert into nowhere values (:words)"), {"words": "canary"})
    assert "canary" not in str(failed.value)
