"""Somebody with a plan, and what stands in for the outside."""

from pathlib import Path

import pytest
import time_machine

from careercoach.core.identity import Person
from careercoach.ports import files as files_door
from careercoach.ports import pdf as pdf_door
from careercoach.ports.files.disk import DiskFiles
from tests.features.people import MORNING, PaperPdf, add_owner, add_plan


@pytest.fixture
def frozen():
    """It is Monday, eight o'clock in Kolkata, and stays so."""
    with time_machine.travel(MORNING, tick=False):
        yield


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch) -> PaperPdf:
    paper = PaperPdf()
    monkeypatch.setattr(pdf_door, "_pdf", paper)
    return paper


@pytest.fixture(autouse=True)
def storage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DiskFiles:
    disk = DiskFiles(tmp_path / "files")
    monkeypatch.setattr(files_door, "_files", disk)
    return disk


@pytest.fixture
async def owner(database: Path) -> Person:
    return await add_owner()


@pytest.fixture
async def planned(owner: Person) -> Person:
    await add_plan(owner)
    return owner
