"""Checks what pip cannot bring, and installs it as root on Debian or Ubuntu. Elsewhere it says what to type.

python scripts/system_packages.py libraries|chromium|servers
"""

import ctypes.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class Need(NamedTuple):
    """`missing()` names what is not there; the lists are package names by system."""

    missing: Callable[[], list[str]]
    debian: list[str]
    fedora: list[str]
    macos: list[str]
    why: str
    required: bool


def _missing_libraries() -> list[str]:
    wanted = {"pango-1.0": "Pango", "pangoft2-1.0": "PangoFT2", "harfbuzz-subset": "HarfBuzz subset"}
    missing = [name for library, name in wanted.items() if not ctypes.util.find_library(library)]
    if not _has_devanagari():
        missing.append("a font with Devanagari letters")
    return missing


def _has_devanagari() -> bool:
    program = shutil.which("fc-list")
    if program is None:
        return sys.platform == "darwin"  # macOS brings its own
    fonts = subprocess.run([program, ":lang=hi", "family"], capture_output=True, text=True, check=False)
    return bool(fonts.stdout.strip())


def _missing_chromium() -> list[str]:
    names = ("chromium", "chromium-browser", "google-chrome")
    mac = Path("/Applications/Google Chrome.app")
    return [] if any(map(shutil.which, names)) or mac.exists() else ["Chromium"]


def _missing_servers() -> list[str]:
    postgres = shutil.which("initdb") or list(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return ([] if postgres else ["PostgreSQL"]) + ([] if shutil.which("redis-server") else ["Redis"])


NEEDS = {
    "libraries": Need(
        _missing_libraries,
        [
            "libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fontconfig", "fonts-noto-core",
        ],
        ["pango", "harfbuzz", "fontconfig", "google-noto-sans-fonts", "google-noto-sans-devanagari-fonts"],
        ["pango"],
        "PDFs (the plan of the day, reports) cannot be made without them; everything else works.",
        False,
    ),
    "chromium": Need(
        _missing_chromium,
        ["chromium"],
        ["chromium"],
        ["--cask chromium"],
        "The browser tests drive a real browser.",
        True,
    ),
    "servers": Need(
        _missing_servers,
        ["postgresql", "redis-server"],
        ["postgresql-server", "redis"],
        ["postgresql", "redis"],
        "Some tests start a real PostgreSQL and a real Redis.",
        True,
    ),
}  # fmt: skip


def main(what: str) -> int:
    """0 when everything is there or not needed; 1 when the tests could not run without it."""
    need = NEEDS[what]
    missing = need.missing()
    if not missing:
        return 0
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print(f"Installing {', '.join(missing)} ...", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        quiet = {"stdout": subprocess.DEVNULL, "env": environment, "check": False}
        subprocess.run(["apt-get", "update", "-qq"], **quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *need.debian], **quiet)
        missing = need.missing()
        if not missing:
            return 0
    print(f"Missing: {', '.join(missing)}. {need.why}", file=sys.stderr)
    print(f"  Debian, Ubuntu: sudo apt-get install {' '.join(need.debian)}", file=sys.stderr)
    print(f"  Fedora:         sudo dnf install {' '.join(need.fedora)}", file=sys.stderr)
    print(f"  macOS:          brew install {' '.join(need.macos)}", file=sys.stderr)
    return 1 if need.required else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
