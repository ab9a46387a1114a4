"""Backup during writes, restore into an empty folder, refusal of anything else."""

import sqlite3
import tarfile

import pytest

from careercoach.archive import ArchiveError, back_up, restore
from careercoach.core import db
from careercoach.core.clock import utc_now
from careercoach.features.accounts import flows, service
from careercoach.features.accounts.schemas import LogIn
from careercoach.ports.files import new_key
from careercoach.ports.files.choice import s3_files
from careercoach.ports.files.disk import DiskFiles
from careercoach.settings import settings
from tests.factories import PASSWORD
from tests.standins.s3_server import s3_server


@pytest.fixture
async def house(database):
    await flows.create_admin(email="root@example.org", name="Root", password=PASSWORD)
    files = settings.data_dir / "files" / "ab"
    files.mkdir(parents=True)
    (files / "resume.pdf").write_bytes(b"%PDF-1.7 real bytes")
    return database


def move_house(monkeypatch, folder):
    monkeypatch.setattr(settings, "data_dir", folder)


async def test_restored_house_has_the_same_people_and_files(house, tmp_path_factory, monkeypatch):
    archive = tmp_path_factory.mktemp("backup") / "all.tar.gz"
    back_up(archive, now=utc_now())
    assert archive.stat().st_mode & 0o077 == 0
    await db.dispose()
    move_house(monkeypatch, tmp_path_factory.mktemp("new") / "var")
    restore(archive)
    token = await flows.log_in(LogIn(email="root@example.org", password=PASSWORD), address="1", browser="")
    async with db.reading() as session:
        assert (await service.find_person(session, token=token)).is_admin
    assert (settings.data_dir / "files/ab/resume.pdf").read_bytes() == b"%PDF-1.7 real bytes"
    assert sqlite3.connect(settings.data_dir / "app.db").execute("pragma integrity_check").fetchone() == ("ok",)


async def test_live_data_are_never_overwritten(house, tmp_path_factory):
    archive = tmp_path_factory.mktemp("backup") / "all.tar.gz"
    back_up(archive, now=utc_now())
    with pytest.raises(ArchiveError, match="already holds"):
        restore(archive)


@pytest.mark.parametrize("spoil", ["cut", "changed", "no archive"])
async def test_spoilt_archives_are_refused_and_leave_nothing(house, tmp_path_factory, monkeypatch, spoil):
    folder = tmp_path_factory.mktemp("backup")
    archive = folder / "all.tar.gz"
    back_up(archive, now=utc_now())
    if spoil == "cut":
        archive.write_bytes(archive.read_bytes()[: archive.stat().st_size // 2])
    elif spoil == "changed":
        with tarfile.open(archive) as packed:
            packed.extractall(folder / "open", filter="data")
        (folder / "open/files/ab/resume.pdf").write_bytes(b"%PDF-1.7 other bytes")
        with tarfile.open(archive, "w:gz") as packed:
            packed.add(folder / "open", arcname=".")
    else:
        archive.write_bytes(b"hello")
    place = tmp_path_factory.mktemp("new") / "var"
    move_house(monkeypatch, place)
    with pytest.raises(ArchiveError):
        restore(archive)
    assert not place.exists() or list(place.iterdir()) == []


@pytest.fixture
def bucket(tmp_path_factory, monkeypatch):
    """The files of the house are in a bucket."""
    with s3_server(tmp_path_factory.mktemp("s3"), "coach", "other") as server:
        for name, value in server.settings().items():
            monkeypatch.setattr(settings, name, value)
        yield server


async def test_files_come_from_the_bucket_and_go_back_to_one(house, bucket, tmp_path_factory, monkeypatch):
    kept = {new_key("resumes"): b"%PDF one", new_key("mails"): b"%PDF two" * 1000}
    for key, data in kept.items():
        await s3_files().put(key, data, "application/pdf")
    archive = tmp_path_factory.mktemp("backup") / "all.tar.gz"
    back_up(archive, now=utc_now())
    await db.dispose()
    move_house(monkeypatch, tmp_path_factory.mktemp("new") / "var")
    monkeypatch.setattr(settings, "s3_bucket", "other")
    restore(archive)
    assert {file.key: await s3_files().get(file.key) async for file in s3_files().list()} == kept
    assert not (settings.data_dir / "files").exists()


async def test_files_of_a_bucket_can_be_restored_to_a_disk(house, bucket, tmp_path_factory, monkeypatch):
    key = new_key("resumes")
    await s3_files().put(key, b"%PDF one", "application/pdf")
    archive = tmp_path_factory.mktemp("backup") / "all.tar.gz"
    back_up(archive, now=utc_now())
    await db.dispose()
    move_house(monkeypatch, tmp_path_factory.mktemp("new") / "var")
    monkeypatch.setattr(settings, "files_provider", "disk")
    restore(archive)
    assert await DiskFiles(settings.data_dir / "files").get(key) == b"%PDF one"


async def test_a_bucket_with_other_files_is_left_alone(house, bucket, tmp_path_factory, monkeypatch):
    archive = tmp_path_factory.mktemp("backup") / "all.tar.gz"
    back_up(archive, now=utc_now())
    await s3_files().put(key := new_key("resumes"), b"live", "application/pdf")
    place = tmp_path_factory.mktemp("new") / "var"
    move_house(monkeypatch, place)
    with pytest.raises(ArchiveError, match="other files"):
        restore(archive)
    assert await s3_files().get(key) == b"live" and (not place.exists() or list(place.iterdir()) == [])


async def test_a_bucket_that_is_away_makes_no_half_archive(house, bucket, tmp_path_factory, monkeypatch):
    monkeypatch.setattr(settings, "s3_bucket", "nothing")
    archive = tmp_path_factory.mktemp("backup") / "all.tar.gz"
    with pytest.raises(ArchiveError, match="no_bucket"):
        back_up(archive, now=utc_now())
    assert not archive.exists()
