"""Files nobody but the app may read: mode 0600, and never half written."""

import os
import secrets
from pathlib import Path


def write_private(path: Path, data: bytes) -> None:
    """Write a file as a whole or not at all, readable by our own user only. Makes missing folders (0700).

    Blocking. Raises OSError when the disk is full or read-only; an older file of that name then stays.
    """
    _make_folders(path.parent)
    unfinished = path.with_name(f".{path.name[:80]}.{secrets.token_hex(6)}")
    try:
        with open(unfinished, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _make_folders(folder: Path) -> None:
    # `mkdir(parents=True)` gives its mode to the last folder only.
    if not folder.is_dir():
        _make_folders(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
