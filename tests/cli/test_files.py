"""The storage from the shell: there, back, and what has lost its other half."""

from argparse import Namespace
from datetime import timedelta

import pytest

from careercoach.__main__ import main
from careercoach.cli import serve
from careercoach.core import db
from careercoach.core.clock import utc_now
from careercoach.features.admin import flows, jobs
from careercoach.features.connections import flows as connection_flows
from careercoach.features.connections import service as connections
from careercoach.features.notifications import service as notifications
from careercoach.ports import files as door
from careercoach.ports.files import new_key
from careercoach.ports.files.choice import disk_files, s3_files
from careercoach.settings import settings
from tests.standins.s3_server import s3_server


@pytest.fixture
def bucket(database, tmp_path_factory, monkeypatch):
    with s3_server(tmp_path_factory.mktemp("s3")) as server:
        for name, value in server.settings().items():
            monkeypatch.setattr(settings, name, value)
        yield server


async def in_thread(*arguments):
    """The command as a program would run it: with no loop of ours around it."""
    import asyncio

    await db.dispose()
    return await asyncio.to_thread(main, list(arguments))


async def names(files):
    return {file.key async for file in files.list()}


@pytest.mark.slow
async def test_there_and_back(bucket, capsys, monkeypatch):
    keys = {new_key("resumes") for _ in range(12)}
    for key in keys:
        await disk_files().put(key, key.encode(), "text/plain")
    monkeypatch.setattr(settings, "files_provider", "disk")
    assert await in_thread("files", "move", "--to", "s3") == 0
    assert "12 files copied" in (told := capsys.readouterr().out) and "CAREERCOACH_FILES_PROVIDER=s3" in told
    assert await names(disk_files()) == keys == await names(s3_files())
    monkeypatch.setattr(settings, "files_provider", "s3")
    assert await in_thread("files", "move", "--to", "s3", "--delete") == 0
    told = capsys.readouterr().out
    assert "0 files copied" in told and "12 were there" in told and "12 deleted" in told and "restart" not in told
    assert await names(disk_files()) == set()
    assert await in_thread("files", "move", "--to", "disk") == 0
    assert {await disk_files().get(key) for key in keys} == {key.encode() for key in keys}


async def test_a_key_that_an_admin_typed_in_counts_here_too(bucket, capsys, monkeypatch):
    monkeypatch.setattr(settings, "secret_key", "a secret of the tests, long enough to seal with")
    key_id, secret = settings.s3_access_key_id, settings.s3_secret_access_key
    async with db.transaction() as session:
        typed = {"s3_access_key_id": key_id, "s3_secret_access_key": secret}
        await connections.save_key(session, provider="s3", values=typed)
    monkeypatch.setattr(settings, "s3_access_key_id", "")
    monkeypatch.setattr(settings, "s3_secret_access_key", "")
    monkeypatch.setattr(connection_flows, "_ours", set())
    key = new_key("resumes")
    await disk_files().put(key, b"x", "text/plain")
    assert await in_thread("files", "move", "--to", "s3") == 0
    assert "1 files copied" in capsys.readouterr().out and await s3_files().exists(key)


async def test_a_storage_without_a_bucket_stops_the_start_in_one_line(monkeypatch, capsys):
    monkeypatch.setattr(settings, "files_provider", "s3")
    monkeypatch.setattr(settings, "s3_bucket", "")
    assert serve.run(Namespace()) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1 and "S3_BUCKET" in told


async def test_without_a_bucket_it_says_so(database, capsys):
    assert await in_thread("files", "move", "--to", "s3") == 2
    assert "no_bucket_named" in capsys.readouterr().err


@pytest.mark.slow
async def test_check_tells_what_is_lost_and_deletes_only_when_told(bucket, capsys, monkeypatch):
    monkeypatch.setattr(door, "_files", s3_files())
    named = await notifications.keep_attachment(file_name="a.pdf", content_type="application/pdf", data=b"12345")
    orphan = new_key("mails")
    await s3_files().put(orphan, b"x", "application/pdf")
    async with db.transaction() as session:
        for key, file in (("1", named), ("2", named.model_copy(update={"file_key": new_key("mails")}))):
            await notifications.queue_mail(
                session, user_id=None, to="a@b.example", kind="daily", key=key, subject="s", text="t", html="",
                attachments=[file],
            )  # fmt: skip
    assert await in_thread("files", "check") == 1
    assert "0 that nobody names; 1 missing" in capsys.readouterr().out, "a young file may be about to be named"
    monkeypatch.setattr(flows, "utc_now", lambda: utc_now() + timedelta(hours=25))
    assert await in_thread("files", "check") == 1
    assert "1 that nobody names" in capsys.readouterr().out and await s3_files().exists(orphan)
    report = await jobs._sweep()
    assert (report["orphans"], report["missing"], report["files"], report["bytes"]) == (1, 1, 1, 5)
    assert await names(s3_files()) == {named.file_key}


async def test_the_sweep_is_due_once_a_day(database):
    [first], [later] = await jobs.due(utc_now()), await jobs.due(utc_now() + timedelta(days=1))
    assert first.key != later.key and first.kind.name == "files.sweep"
