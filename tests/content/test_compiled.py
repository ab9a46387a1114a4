"""The kept compiled content: fresh, whole, and never needed."""

import json
from pathlib import Path

import pytest

from careercoach.content import compiled


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "skills").mkdir()
    for name in compiled.COMPILERS:
        (tmp_path / name).write_text("")
    (tmp_path / "skills" / "a.toml").write_text("a = 1")
    monkeypatch.setattr(compiled, "FOLDER", tmp_path)
    monkeypatch.setattr(compiled, "KEPT", tmp_path / ".compiled")
    compiled.digest.cache_clear()
    yield tmp_path
    compiled.digest.cache_clear()


def _recall(value: object) -> object:
    compiled.digest.cache_clear()
    return compiled.recall("x", ("skills",), lambda: value)


class TestRecall:
    def test_second_time_is_read_not_built(self, folder: Path) -> None:
        assert _recall({"n": 1}) == {"n": 1}
        assert _recall({"n": 2}) == {"n": 1}

    def test_changed_source_is_built_again_and_the_old_file_goes(self, folder: Path) -> None:
        _recall({"n": 1})
        (folder / "skills" / "a.toml").write_text("a = 2")
        assert _recall({"n": 2}) == {"n": 2}
        assert len(list((folder / ".compiled").glob("x-*.json"))) == 1

    def test_new_file_and_changed_compiler_count_too(self, folder: Path) -> None:
        _recall({"n": 1})
        (folder / "skills" / "b.toml").write_text("")
        assert _recall({"n": 2}) == {"n": 2}
        (folder / compiled.COMPILERS[0]).write_text("changed")
        assert _recall({"n": 3}) == {"n": 3}

    def test_damaged_file_is_replaced(self, folder: Path) -> None:
        _recall({"n": 1})
        kept = next((folder / ".compiled").glob("x-*.json"))
        kept.write_text('{"n": ')
        assert _recall({"n": 2}) == {"n": 2}
        assert json.loads(kept.read_text()) == {"n": 2}

    def test_read_only_places_are_no_error(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        # A file where the folder should be: no user, root included, can write below it.
        blocked = folder / "blocked"
        blocked.write_text("")
        monkeypatch.setattr(compiled, "_places", lambda: iter((blocked / "a", blocked / "b")))
        assert _recall({"n": 1}) == {"n": 1}
        assert _recall({"n": 2}) == {"n": 2}
