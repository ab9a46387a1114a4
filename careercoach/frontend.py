"""Compiles the pages to static files when their sources changed, and makes them work under any address."""

import gzip
import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

from careercoach.settings import PROJECT

BUILD = PROJECT / ".web" / "build" / "client"
STAMP = PROJECT / ".web" / "build" / "stamp"
_SOURCES = ("careercoach/**/*.py", "careercoach/**/*.toml", "assets/**/*", "rxconfig.py")
_BAKED_SOCKET = re.compile(r"""(["'`])wss?://localhost:\d+(/[^"'`]*)\1""")
_BAKED_HTTP = re.compile(r"""(["'`])https?://localhost:\d+(/[^"'`]*)\1""")


def sources_hash() -> str:
    """One hash over everything that ends up in the pages."""
    digest = hashlib.sha256(sys.version.encode())
    for pattern in _SOURCES:
        for path in sorted(PROJECT.glob(pattern)):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(str(path.relative_to(PROJECT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def is_built() -> bool:
    """Whether the compiled pages are those of the present sources."""
    return STAMP.exists() and STAMP.read_text() == sources_hash()


def build() -> None:
    """Compile, then replace the address the compiler baked in. Raises SystemExit with the compiler's words."""
    wanted = sources_hash()
    program = [sys.executable, "-m", "reflex", "export", "--frontend-only", "--no-zip"]
    STAMP.unlink(missing_ok=True)
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "400"}
    done = subprocess.run(program, cwd=PROJECT, capture_output=True, text=True, env=environment)
    if done.returncode != 0 or not (BUILD / "index.html").exists():
        raise SystemExit(f"The pages could not be compiled:\n{_what_went_wrong(done.stdout + done.stderr)}")
    for script in BUILD.rglob("*.js"):
        _unbake(script)
    STAMP.write_text(wanted)


def _what_went_wrong(output: str) -> str:
    """The lines that name an error, with what surrounds the first; the compiler prints whole pages around them."""
    lines = [line[:400] for line in output.splitlines() if line.strip()]
    errors = [index for index, line in enumerate(lines) if re.search(r"\b\w*Error\b[:\]]", line)]
    around = range(max(0, errors[0] - 3), errors[0] + 12) if errors else range(max(0, len(lines) - 30), len(lines))
    kept = sorted({*around, *errors[:8]} & set(range(len(lines))))
    return "\n".join(lines[index] for index in kept)


def _unbake(script: Path) -> None:
    """The compiler writes the websocket's host and port into one file; the page's own are the right ones."""
    text = script.read_text(encoding="utf-8")
    same_origin = _BAKED_SOCKET.sub(r'(location.origin.replace(/^http/,"ws")+"\2")', text)
    same_origin = _BAKED_HTTP.sub(r'(location.origin+"\2")', same_origin)
    if same_origin == text:
        return
    script.write_text(same_origin, encoding="utf-8")
    twin = script.with_suffix(script.suffix + ".gz")
    if twin.exists():
        twin.write_bytes(gzip.compress(same_origin.encode(), 9))
    brotli_twin = script.with_suffix(script.suffix + ".br")
    brotli_twin.unlink(missing_ok=True)
