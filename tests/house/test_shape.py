"""The house rules that an import linter cannot see."""

import ast
from functools import cache
from pathlib import Path

import pytest

from careercoach.core.texts import PACKAGE
from careercoach.features import FEATURES

MODULES = sorted(PACKAGE.rglob("*.py"))
FRONT_DOORS = {"service", "flows", "schemas", "events"}
LONGEST_FUNCTION, LONGEST_VIEW, LONGEST_MODULE = 45, 65, 400


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _name(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def _imports(path: Path):
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                yield f"{node.module}.{alias.name}"
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_modules_and_functions_can_be_held_in_mind(path):
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= LONGEST_MODULE
    is_view = path.name in ("pages.py", "components.py", "gallery.py") or path.parent.name in (
        "pages",
        "components",
        "primitives",
    )
    longest = LONGEST_VIEW if is_view else LONGEST_FUNCTION
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= longest, f"{node.name} has {lines} lines"


@pytest.mark.parametrize("path", [p for p in MODULES if "features" in p.parts], ids=_name)
def test_other_rooms_are_entered_by_the_front_door(path):
    room = path.relative_to(PACKAGE / "features").parts[0]
    for imported in _imports(path):
        parts = imported.split(".")
        if parts[:2] != ["careercoach", "features"] or len(parts) < 4 or parts[2] in (room, "FEATURES"):
            continue
        assert parts[3] in FRONT_DOORS, f"{imported}: only {sorted(FRONT_DOORS)} of another room"


@pytest.mark.parametrize("path", [p for p in MODULES if p.name != "clock.py"], ids=_name)
def test_only_the_clock_knows_the_time(path):
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = ast.unparse(node.func.value)
            assert not (
                owner in ("datetime", "date", "datetime.datetime") and node.func.attr in ("now", "today", "utcnow")
            )


@pytest.mark.parametrize("path", [p for p in MODULES if "ports" not in p.parts and "core" not in p.parts], ids=_name)
def test_pages_never_send_what_needs_eval_or_raw_html(path):
    banned = {"toast", "call_script", "set_clipboard", "html", "markdown"}
    allowed = path.parts[-2:] in (("ui", "bridge.py"),)
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "rx":
            if node.attr == "markdown" and path.parent.name == "components":
                continue
            assert allowed or node.attr not in banned, f"rx.{node.attr} at line {node.lineno}"


@pytest.mark.parametrize("path", [p for p in MODULES if "features" in p.parts], ids=_name)
def test_services_speak_neither_reflex_nor_http(path):
    speakers = {"state", "components", "pages", "api", "jobs"}
    parts = set(path.relative_to(PACKAGE).with_suffix("").parts)
    for imported in _imports(path):
        root = imported.split(".")[0]
        if root == "reflex":
            assert parts & {"state", "components", "pages"}, imported
        if root in ("fastapi", "starlette"):
            assert "api" in parts, imported
        if imported.startswith("careercoach.ui"):
            assert parts & speakers, imported


def test_every_room_is_listed():
    rooms = {path.parent.name for path in (PACKAGE / "features").glob("*/__init__.py")}
    assert rooms == set(FEATURES)
