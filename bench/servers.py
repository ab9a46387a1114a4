"""The minimal counterparts as real servers, started and served just as ours (see tests.live)."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from careercoach.settings import PROJECT
from tests.live import LiveServer

SOURCES = Path(__file__).parent / "minimal"


@dataclass
class MinimalServer(LiveServer):
    """A blank Reflex app in a folder of its own; `database` is a copy of ours with the same rows."""

    database: Path = Path()
    app: str = "minimal.minimal:app"

    @property
    def folder(self) -> Path:
        return self.data_dir

    def environment(self) -> dict[str, str]:
        return {**super().environment(), "MINIMAL_DATABASE": str(self.database), "REFLEX_TELEMETRY_ENABLED": "false"}

    def program(self) -> list[str]:
        return [*super().program()[:-1], self.app]


@dataclass
class BlankServer(MinimalServer):
    """Reflex with one page and no database."""

    app: str = "minimal.blank:app"


@dataclass
class BareServer(MinimalServer):
    """FastAPI alone."""

    app: str = "bare:app"

    def program(self) -> list[str]:
        return [part for part in super().program() if part != "--factory"]


_KNOWN = """
import json, sys
from importlib import import_module
from reflex.compiler.utils import compile_state
from reflex.state import state_snapshot_hashes
app = import_module(sys.argv[1]).app
print(json.dumps(state_snapshot_hashes(compile_state(app._state))))
"""
_known: dict[str, list[str]] = {}


def known_to_pages(server: LiveServer) -> list[str]:
    """Fingerprints of the first values of all states, which the compiler writes into the pages of that server's app."""
    module = server.program()[-1].removesuffix(":app")
    if module not in _known:
        done = subprocess.run(
            [sys.executable, "-c", _KNOWN, module],
            cwd=server.folder, env=server.environment(), capture_output=True, text=True, check=True,
        )  # fmt: skip
        _known[module] = json.loads(done.stdout.splitlines()[-1])
    return _known[module]


def lay_out(folder: Path) -> Path:
    """The sources of the minimal apps as a project of their own."""
    package = folder / "minimal"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    for name in ("minimal.py", "blank.py"):
        shutil.copy(SOURCES / name, package)
    for name in ("rxconfig.py", "bare.py", "database.py"):
        shutil.copy(SOURCES / name, folder)
    return folder


def build(project: Path) -> Path:
    """Compile the pages of the minimal app, with the node packages that ours were compiled with."""
    web = project / ".web"
    web.mkdir(exist_ok=True)
    shutil.copytree(PROJECT / ".web" / "node_modules", web / "node_modules", symlinks=True, copy_function=os.link)
    environment = {**os.environ, "REFLEX_USE_NPM": "1", "MINIMAL_DATABASE": str(project / "none.db")}
    program = [sys.executable, "-m", "reflex", "export", "--frontend-only", "--no-zip"]
    done = subprocess.run(program, cwd=project, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
    return project
