"""`careercoach plan`: JSON for what can be used, one line and status 2 for the rest."""

import json
from pathlib import Path

import pytest

from careercoach.__main__ import main

RESUME = {
    "basics": {"name": "Asha Rao", "label": "Reporting assistant"},
    "work": [{"name": "Lumen Foods", "position": "Reporting assistant", "startDate": "2022-01",
              "highlights": ["Wrote SQL queries for 14 store managers", "Built Excel pivot tables every week"]}],
    "skills": [{"name": "Data", "keywords": ["SQL", "Excel"]}],
}  # fmt: skip


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    path = tmp_path / "asha.json"
    path.write_text(json.dumps(RESUME))
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = main(["plan", *map(str, arguments)])
    out, err = capsys.readouterr()
    return status, out, err


def test_a_plan_in_weeks_days_and_tasks(capsys, resume):
    given = ("--resume", resume, "--role", "data analyst", "--hours", 5, "--start", "2026-11-23", "--days-off", "5,6")
    status, out, err = run(capsys, *given)
    plan = json.loads(out)
    assert (status, err) == (0, "")
    assert plan["role"] == "data-analyst" and plan["weekly_minutes"] == 300 and plan["note"]
    for week in plan["weeks"]:
        assert week["minutes"] <= 300
        for day in week["days"]:
            assert day["minutes"] == sum(task["minutes"] for task in day["tasks"])
            assert all(task["title"] and task["why"] and task["how"] for task in day["tasks"])
    assert run(capsys, *given)[1] == out


def test_in_spanish(capsys, resume):
    _, out, _ = run(capsys, "--resume", resume, "--role", "data-analyst", "--hours", 5, "--language", "es")
    assert json.loads(out)["weeks"][0]["days"][0]["tasks"][0]["title"].startswith("Aprende ")


@pytest.mark.parametrize(
    ("role", "hours", "days_off"), [("astronaut", 5, ""), ("data-analyst", 0, ""), ("data-analyst", 99, ""),
    ("data-analyst", 5, "7"), ("data-analyst", 5, "0,1,2,3,4,5,6"), ("data-analyst", 5, "monday")],
)  # fmt: skip
def test_what_cannot_be_used_is_said_in_one_line(capsys, resume, role, hours, days_off):
    status, out, err = run(capsys, "--resume", resume, "--role", role, "--hours", hours, "--days-off", days_off)
    assert (status, out) == (2, "") and err.count("\n") == 1


def test_a_resume_that_is_not_there(capsys, tmp_path):
    status, out, err = run(capsys, "--resume", tmp_path / "none.pdf", "--role", "data-analyst", "--hours", 5)
    assert (status, out) == (2, "") and err.count("\n") == 1
