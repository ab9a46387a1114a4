"""A private folder for files, people, and a reader that needs no process of its own where the file is not the point."""

import json
from pathlib import Path

import pytest

from careercoach.core import db
from careercoach.features.resumes.parsed import FieldSource, HiddenText, ParsedResume, SectionSpan
from careercoach.ports import files as files_door
from careercoach.ports.files.disk import DiskFiles
from tests import factories

SAMPLES = Path(__file__).parent / "samples"
TEXT = "Asha Rao\nData analyst\nWork\nReporting assistant, Lumen Foods, 2022-01\nSkills\nSQL, Excel"


def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def read_resume(**changes) -> ParsedResume:
    """What a reader could have found in a small resume."""
    resume = {
        "basics": {"name": "Asha Rao", "email": "asha@example.org", "label": "Data analyst"},
        "work": [{"name": "Lumen Foods", "position": "Reporting assistant", "startDate": "2022-01"}],
        "education": [{"institution": "Pune University", "area": "Commerce", "studyType": "Bachelor"}],
        "skills": [{"name": "Data", "keywords": ["SQL", "Excel"]}],
        "languages": [{"language": "Marathi", "fluency": "Native"}],
    }
    resume |= changes
    return ParsedResume(
        resume=json.loads(json.dumps(resume)),
        text=TEXT,
        kind="pdf",
        pages=1,
        sources=[
            FieldSource("basics.name", 0.9, 0, (0, 0, 1, 1), 0, 8),
            FieldSource("work[0].position", 0.5, 0, (0, 0, 1, 1), 27, 46),
        ],
        sections=[SectionSpan("work", "Work", 22, 60)],
        hidden=[HiddenText("python java kubernetes", "background", 0)],
    )


@pytest.fixture
def storage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "files"
    monkeypatch.setattr(files_door, "_files", DiskFiles(folder))
    return folder


@pytest.fixture
async def people(database, storage):
    """asha owns what the test makes, otto is somebody else, ada is an admin."""
    async with db.transaction() as session:
        return {
            "asha": await factories.add_person(session),
            "otto": await factories.add_person(session, email="otto@example.org", name="Otto"),
            "ada": await factories.add_person(session, email="ada@example.org", name="Ada", is_admin=True),
        }


def stored(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
