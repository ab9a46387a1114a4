"""A fast start: what was read and checked once is kept as JSON beside its source and reread in milliseconds.

The kept file's name carries a digest of every source file and of the code that compiled it, so a file that exists
is never stale: a changed source simply asks for another name. It lies in the package when that can be written, else
in the data folder, else nowhere: then each process compiles for itself. JSON, so that a foreign file in its place
can at worst be wrong data, never run code.
"""

import gc
import json
import os
import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
KEPT = FOLDER / ".compiled"
COMPILERS = ("compiled.py", "shapes.py", "load.py", "terms.py")
"""Code whose change changes what is compiled."""


@cache
def digest(folders: tuple[str, ...], code: tuple[str, ...] = ()) -> str:
    """Fingerprint of all TOML files under these content folders and of the compiling code; read once."""
    seen = blake2b(digest_size=12)
    sources = [*(FOLDER / name for name in COMPILERS), *map(Path, code)]
    for folder in folders:
        sources += sorted((FOLDER / folder).rglob("*.toml"))
    for path in sources:
        body = path.read_bytes()
        seen.update(f"{path.name}:{len(body)}:".encode())
        seen.update(body)
    return seen.hexdigest()


def recall(name: str, folders: tuple[str, ...], build: Callable[[], Any], *code: str) -> Any:
    """The kept JSON called `name` for the present sources; built, and kept for next time, when there is none.

    `code` are the files of further modules that decide what is built (`__file__`).
    """
    file_name = f"{name}-{digest(folders, code)}.json"
    for place in _places():
        kept = _read(place / file_name)
        if kept is not None:
            return kept
    built = build()
    for place in _places():
        if _keep(place, name, file_name, built):
            break
    return built


def _read(path: Path) -> Any:
    # Thousands of small objects and no garbage among them: collecting in between would cost half the time.
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        # Absent, unreadable or damaged: all mean the same here, compile it again.
        return None
    finally:
        if was_collecting:
            gc.enable()


def _places() -> Iterable[Path]:
    yield KEPT
    # Late, because the settings cost more time than all the content and are needed only on read-only installs.
    from careercoach.settings import settings

    yield settings.data_dir / "cache"


def _keep(place: Path, name: str, file_name: str, built: Any) -> bool:
    """Write in one step (rename), so that another process reads the whole file or none."""
    scrap = ""
    try:
        place.mkdir(parents=True, exist_ok=True)
        handle, scrap = tempfile.mkstemp(dir=place, prefix=".part-")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(built, file, ensure_ascii=False, separators=(",", ":"))
        Path(scrap).chmod(0o644)  # no secret: whoever runs the app next may read it
        Path(scrap).replace(place / file_name)
    except OSError:
        if scrap:
            Path(scrap).unlink(missing_ok=True)
        return False
    for old in place.glob(f"{name}-*.json"):
        if old.name != file_name:
            old.unlink(missing_ok=True)
    return True
