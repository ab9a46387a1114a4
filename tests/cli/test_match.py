"""The `match` command as its contract says: JSON on standard output, one line and status 2 for what cannot be used."""

import json
from pathlib import Path
from typing import Any

import pytest

from careercoach.__main__ import main
from careercoach.features.matching.schemas import METRICS

RESUME = {
    "basics": {"name": "Asha Rao", "label": "Data analyst"},
    "work": [{"name": "Lumen", "position": "Data Analyst", "startDate": "2021-01", "highlights": ["SQL and Tableau"]}],
}
JOBS = {
    "analyst.txt": "Data Analyst\nRequirements: SQL, Tableau, Power BI",
    "nurse.md": "# Registered Nurse\nRequirements: wound care, RN license",
    "java.txt": "Java Developer\nRequirements: 5+ years of Java, Kafka",
}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "resume.json").write_text(json.dumps(RESUME))
    (tmp_path / "resume.txt").write_text("Asha Rao\nData Analyst\n\nSkills: SQL, Tableau\n")
    (tmp_path / "jobs").mkdir()
    for name, text in JOBS.items():
        (tmp_path / "jobs" / name).write_text(text)
    return tmp_path


def _run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, Any, str]:
    status = main(["match", *map(str, arguments)])
    out, err = capsys.readouterr()
    return status, json.loads(out) if out else None, err


class TestOneJob:
    @pytest.mark.parametrize("name", ["resume.json", "resume.txt"])
    def test_contract(self, files: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
        status, found, err = _run(capsys, "--resume", files / name, "--job", files / "jobs" / "analyst.txt")
        assert (status, err) == (0, "")
        assert found["verdict"] in ("FIT", "UNFIT")
        assert 0 <= found["confidence"] <= 1
        assert 0 <= found["overall"] <= 100
        assert tuple(found["scores"]) == METRICS
        assert all(isinstance(value, (int, float)) and 0 <= value <= 100 for value in found["scores"].values())
        assert [gap["skill"] for gap in found["gaps"]] == ["Power BI"]
        assert {"SQL", "Tableau"} <= {one["skill"] for one in found["matched"]}
        assert found["suggestions"]
        assert "salary_match" in found["not_enough_information"]
        assert found["x-fields"]["posting"][0]["field"] == "data-analysis"

    def test_language_of_the_sentences(self, files: Path, capsys: pytest.CaptureFixture[str]) -> None:
        job = files / "jobs" / "analyst.txt"
        _, found, _ = _run(capsys, "--resume", files / "resume.json", "--job", job, "--language", "hi")
        assert any("\u0900" <= letter <= "\u097f" for letter in found["suggestions"][0])


class TestManyJobs:
    def test_best_first_with_names(self, files: Path, capsys: pytest.CaptureFixture[str]) -> None:
        status, found, _ = _run(capsys, "--resume", files / "resume.json", "--jobs", files / "jobs")
        assert status == 0
        assert found[0]["job"] == "analyst.txt"
        assert {one["job"] for one in found} == set(JOBS)
        assert [one["overall"] for one in found] == sorted((one["overall"] for one in found), reverse=True)

    def test_same_as_one_by_one(self, files: Path, capsys: pytest.CaptureFixture[str]) -> None:
        _, many, _ = _run(capsys, "--resume", files / "resume.json", "--jobs", files / "jobs")
        for one in many:
            job = files / "jobs" / one.pop("job")
            alone = _run(capsys, "--resume", files / "resume.json", "--job", job)[1]
            del alone["x-fields"]["resume"]
            assert alone == one

    def test_a_bad_posting_is_named_and_left_out(self, files: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (files / "jobs" / "void.txt").write_text("  ")
        status, found, err = _run(capsys, "--resume", files / "resume.json", "--jobs", files / "jobs")
        assert status == 0
        assert len(found) == len(JOBS)
        assert "void.txt" in err

    def test_many_in_parallel_are_the_same(
        self, files: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        _, alone, _ = _run(capsys, "--resume", files / "resume.json", "--jobs", files / "jobs")
        monkeypatch.setattr("careercoach.cli.match.MANY", 2)
        assert _run(capsys, "--resume", files / "resume.json", "--jobs", files / "jobs")[1] == alone


class TestRefusals:
    @pytest.mark.parametrize(
        ("resume", "job"),
        [
            ("absent.pdf", "jobs/analyst.txt"),
            ("absent.json", "jobs/analyst.txt"),
            ("broken.json", "jobs/analyst.txt"),
            ("list.json", "jobs/analyst.txt"),
            ("empty.json", "jobs/analyst.txt"),
            ("jobs", "jobs/analyst.txt"),
            ("resume.json", "absent.txt"),
            ("resume.json", "jobs"),
            ("resume.json", "blank.txt"),
        ],
    )
    def test_one_line_and_status_2(
        self, files: Path, capsys: pytest.CaptureFixture[str], resume: str, job: str
    ) -> None:
        (files / "broken.json").write_text("{")
        (files / "list.json").write_text("[]")
        (files / "empty.json").write_text("{}")
        (files / "blank.txt").write_text("\n")
        status, found, err = _run(capsys, "--resume", files / resume, "--job", files / job)
        assert (status, found) == (2, None)
        assert len(err.strip().splitlines()) == 1
        assert "Traceback" not in err

    def test_folder_without_postings(self, files: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (files / "none").mkdir()
        status, found, err = _run(capsys, "--resume", files / "resume.json", "--jobs", files / "none")
        assert (status, found) == (2, None)
        assert err
