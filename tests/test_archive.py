"""Backup during writes, restore into an empty folder, refusal of anything else."""

import sqlite3
import tarfile

import pytest

from careercoach.archive import ArchiveError, back_up, restore
from careercoach.core import db
from careercoach.core.clock import utc_now
from careercoach.features.accounts import flows, service
from careercoach.features.accounts.schemas import LogIn
from careercoach.settings import settings
from tests.factories import PASSWORD


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
