"""Private files: whole, 0600, and never outside their folder."""

import stat

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from careercoach.core.errors import NotFoundError
from careercoach.ports.files import FilesUnavailableError, check_key, new_key
from careercoach.ports.files.disk import DiskFiles


async def test_put_get_replace_delete(tmp_path):
    files, key = DiskFiles(tmp_path / "files"), new_key("resumes")
    await files.put(key, b"one", "application/pdf")
    await files.put(key, b"two", "application/pdf")
    assert await files.get(key) == b"two"
    [path] = [path for path in (tmp_path / "files").rglob("*") if path.is_file()]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    await files.delete(key)
    await files.delete(key)
    with pytest.raises(NotFoundError):
        await files.get(key)


def test_keys_cannot_be_guessed():
    assert len({new_key("mails") for _ in range(1000)}) == 1000
    with pytest.raises(ValueError):
        new_key("../mails")


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(st.one_of(st.text(), st.from_regex(r"(\.\./|/|%2e|\\|[a-z]+/)*[a-z0-9./\\]*")))
@example("../../etc/passwd")
@example("/etc/passwd")
@example("resumes/../../../etc/passwd")
@example("resumes/" + "a" * 31 + "\n")
@example("resumes/" + "a" * 32 + "\n")
@example("resumes/" + "A" * 32)
@example("resumes/" + "\u0661" * 32)
@example("resumes/" + "a" * 32 + "\0.pdf")
def test_no_key_leads_outside(tmp_path, key):
    try:
        check_key(key)
    except NotFoundError:
        return
    path = DiskFiles(tmp_path)._path(key)
    assert path.resolve().is_relative_to(tmp_path.resolve()) and len(path.relative_to(tmp_path).parts) == 3


@pytest.mark.parametrize("key", ["../secret", "resumes/../../secret", "", "x"])
async def test_foreign_keys_do_nothing(tmp_path, key):
    (tmp_path / "secret").write_bytes(b"secret")
    files = DiskFiles(tmp_path / "files")
    for action in (files.get(key), files.put(key, b"x", ""), files.delete(key)):
        with pytest.raises(NotFoundError):
            await action
    assert (tmp_path / "secret").read_bytes() == b"secret"


async def test_a_broken_disk_is_said(tmp_path):
    (tmp_path / "files").write_text("in the way")
    with pytest.raises(FilesUnavailableError):
        await DiskFiles(tmp_path / "files").put(new_key("mails"), b"x", "")
