"""`careercoach resume parse FILE`: JSON alone on standard output, or one plain line and status 2."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from careercoach.cli.resume import read_apart
from tests.ports.resume_text.bad_files import all_bad_files, hostile_pdfs
from tests.timing import stretched

SAMPLES = Path(__file__).parent.parent / "features" / "resumes" / "samples"


def parse(path: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "careercoach", "resume", "parse", str(path)],
        capture_output=True,
        timeout=30,
        check=False,
    )


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.[pd][do][fc]*[!n]")), ids=lambda path: path.name)
def test_prints_one_json_resume(path: Path) -> None:
    done = parse(path)
    assert done.returncode == 0
    assert done.stderr == b""
    resume = json.loads(done.stdout)
    assert {"basics", "work", "education", "skills", "x-skills"} <= set(resume)


@pytest.mark.parametrize("name", ["zero.pdf", "scan.pdf", "aes256.pdf", "cut-head.pdf", "page.pdf", "bomb.docx"])
def test_a_bad_file_gives_one_line_and_status_2(tmp_path: Path, name: str) -> None:
    data = next(data for file_name, data, _ in all_bad_files() if file_name == name)
    path = tmp_path / name
    path.write_bytes(data)
    done = parse(path)
    assert done.returncode == 2
    assert done.stdout == b""
    assert len(done.stderr.decode().splitlines()) == 1
    assert b"Traceback" not in done.stderr


def test_an_absent_file_is_named_as_such(tmp_path: Path) -> None:
    done = parse(tmp_path / "nothing.pdf")
    assert done.returncode == 2
    assert b"no such file" in done.stderr


def test_a_file_beyond_the_limit_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        file.truncate(3 * 1024**3)
    assert b"too large" in parse(path).stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "data"), list(hostile_pdfs()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_hostile_file_ends_in_time(name: str, data: bytes) -> None:
    started = time.monotonic()
    status, answer = read_apart(data, name)
    assert time.monotonic() - started < stretched(25)
    assert status in (0, 2)
    assert answer


def test_reading_loads_no_web_and_no_model_library() -> None:
    script = (
        "import sys; from careercoach.features.resumes.rules import read; from careercoach.ports.resume_text import pymupdf;"
        "print([name for name in ('reflex', 'pydantic', 'fastapi', 'onnxruntime', 'numpy', 'docx', 'lxml') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"
