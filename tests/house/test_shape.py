"""The house rules that an import linter cannot see."""

import ast
from functools import cache
from pathlib import Path

from careercoach.core.texts import PACKAGE
from careercoach.features import FEATURES

MODULES = sorted(PACKAGE.rglob("*.py"))
ROOMS = [path for path in MODULES if "features" in path.parts]
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


def test_modules_and_functions_can_be_held_in_mind():
    long = [f"{_name(path)} has {n} lines" for path in MODULES if (n := _lines(path)) > LONGEST_MODULE]
    for path in MODULES:
        most = LONGEST_VIEW if _is_view(path) else LONGEST_FUNCTION
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                long += [f"{_name(path)}: {node.name} has {lines} lines"] if lines > most else []
    assert not long


def _lines(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")


def _is_view(path: Path) -> bool:
    folders = ("pages", "components", "primitives")
    return path.name in ("pages.py", "components.py", "gallery.py") or path.parent.name in folders


def test_other_rooms_are_entered_by_the_front_door():
    through_walls: list[str] = []
    for path in ROOMS:
        room = path.relative_to(PACKAGE / "features").parts[0]
        for imported in _imports(path):
            parts = imported.split(".")
            if parts[:2] != ["careercoach", "features"] or len(parts) < 4 or parts[2] in (room, "FEATURES"):
                continue
            through_walls += [f"{_name(path)}: {imported}"] if parts[3] not in FRONT_DOORS else []
    assert not through_walls, f"only {sorted(FRONT_DOORS)} of another room"


def test_only_the_clock_knows_the_time():
    clocks = {
        f"{owner}.{name}" for owner in ("datetime", "date", "datetime.datetime") for name in ("now", "today", "utcnow")
    }
    own_clocks = [
        f"{_name(path)}: line {node.lineno}"
        for path in MODULES
        if path.name != "clock.py"
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and ast.unparse(node.func) in clocks
    ]
    assert not own_clocks


def test_pages_never_send_what_needs_eval_or_raw_html():
    banned = {"toast", "call_script", "set_clipboard", "html", "markdown"}
    sent: list[str] = []
    for path in MODULES:
        if {"ports", "core"} & set(path.parts) or path.parts[-2:] == ("ui", "bridge.py"):
            continue
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "rx":
                is_known = node.attr == "markdown" and path.parent.name == "components"
                sent += [f"{_name(path)}: rx.{node.attr}"] if node.attr in banned and not is_known else []
    assert not sent


def test_services_speak_neither_reflex_nor_http():
    speakers = {"state", "components", "pages", "api", "jobs"}
    heard: list[str] = []
    for path in ROOMS:
        parts = set(path.relative_to(PACKAGE).with_suffix("").parts)
        for imported in _imports(path):
            root = imported.split(".")[0]
            is_fine = (
                (root != "reflex" or parts & {"state", "components", "pages"})
                and (root not in ("fastapi", "starlette") or "api" in parts)
                and (not imported.startswith("careercoach.ui") or parts & speakers)
            )
            heard += [] if is_fine else [f"{_name(path)}: {imported}"]
    assert not heard


def test_every_room_is_listed():
    rooms = {path.parent.name for path in (PACKAGE / "features").glob("*/__init__.py")}
    assert rooms == set(FEATURES)
