"""Backup and restore: one archive with the database, the files and a manifest of their hashes.

PostgreSQL is dumped by its own pg_dump; SQLite by its online backup, so the app may keep running. Files come from
the disk and, when they are kept there, from S3; they go back to wherever the settings say.
"""

import asyncio
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any

from careercoach.migrations import schema_versions
from careercoach.ports.files import FilesUnavailableError
from careercoach.ports.files.choice import s3_files
from careercoach.ports.files.disk import DiskFiles
from careercoach.ports.files.moving import Ledger, copy_files
from careercoach.settings import settings

MANIFEST = "manifest.json"
DATABASES = ("app.db", "jobs.db")
FOLDERS = ("files", "outbox")
SINGLE_FILES = ("secret",)


class ArchiveError(Exception):
    """The archive or the place to restore to cannot be used; the message says why."""


def back_up(target: Path, *, now: datetime) -> dict[str, int]:
    """Write `target` (.tar.gz, 0600). Returns files and bytes. Raises ArchiveError."""
    with tempfile.TemporaryDirectory(prefix="careercoach-backup-") as name:
        folder = Path(name)
        _copy_databases(folder)
        for part in (*FOLDERS, *SINGLE_FILES):
            source = settings.data_dir / part
            if source.is_dir():
                shutil.copytree(source, folder / part)
            elif source.exists():
                shutil.copy2(source, folder / part)
        if settings.files_service == "s3":
            _finish(_fetch(folder))
        files = {str(path.relative_to(folder)): _hash(path) for path in sorted(folder.rglob("*")) if path.is_file()}
        about = {"made_at": now.isoformat(), "schema": schema_versions()[0], "files": files}
        (folder / MANIFEST).write_text(json.dumps(about, indent=1))
        part_file = target.with_suffix(target.suffix + ".part")
        descriptor = os.open(part_file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as stream, tarfile.open(fileobj=stream, mode="w:gz") as archive:
            archive.add(folder, arcname=".")
        part_file.replace(target)
    return {"files": len(files), "bytes": target.stat().st_size}


def _finish(work: Coroutine[Any, Any, None]) -> None:
    """Run it to its end in a loop of its own, whether or not one is running here."""
    try:
        with ThreadPoolExecutor(1) as thread:
            thread.submit(asyncio.run, work).result()
    except FilesUnavailableError as error:
        raise ArchiveError(f"The file storage says: {error.reason}.") from error


async def _fetch(folder: Path) -> None:
    """All files of the bucket, as they would lie on a disk."""
    with tempfile.TemporaryDirectory() as notes:
        await copy_files(s3_files(), DiskFiles(folder / "files"), Ledger.open(Path(notes) / "ledger"))


async def _bring(folder: Path) -> None:
    """The files of an archive into the bucket, each compared. Raises ArchiveError when others are there."""
    source, target = DiskFiles(folder / "files"), s3_files()
    ours = {file.key async for file in source.list()}
    async for file in target.list():
        if file.key not in ours:
            raise ArchiveError("The bucket already holds other files. Restore into an empty one, or another prefix.")
    with tempfile.TemporaryDirectory() as notes:
        await copy_files(source, target, Ledger.open(Path(notes) / "ledger"))
    shutil.rmtree(folder / "files", ignore_errors=True)


def _copy_databases(folder: Path) -> None:
    if not settings.is_sqlite:
        _run_postgres(
            ["pg_dump", "--format=custom", "--no-owner", "--file", str(folder / "app.dump"), settings.database_url]
        )
        return
    for name in DATABASES:
        source = settings.data_dir / name
        if source.exists():
            with sqlite3.connect(source) as live, sqlite3.connect(folder / name) as copy:
                live.backup(copy)
            copy.close()
            live.close()


def _run_postgres(program: list[str]) -> None:
    try:
        done = subprocess.run(program, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise ArchiveError(f"{program[0]} is not installed.") from error
    if done.returncode:
        raise ArchiveError(f"{program[0]}: {done.stderr.strip()[-300:]}")


def restore(source: Path) -> dict[str, int]:
    """Put an archive into an empty data folder. Anything wrong is found before live data are touched."""
    _refuse_full_house()
    with tempfile.TemporaryDirectory(prefix="careercoach-restore-", dir=_beside()) as name:
        folder = Path(name)
        about = _unpack(source, folder)
        if settings.files_service == "s3":
            _finish(_bring(folder))
        if not settings.is_sqlite:
            dump = folder / "app.dump"
            if not dump.exists():
                raise ArchiveError("This archive holds a SQLite database; DATABASE_URL names PostgreSQL.")
            _run_postgres(["pg_restore", "--no-owner", "--exit-on-error", "--dbname", settings.database_url, str(dump)])
        elif not (folder / "app.db").exists():
            raise ArchiveError("This archive holds no SQLite database; set DATABASE_URL to restore it.")
        settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        for part in folder.iterdir():
            if part.name not in (MANIFEST, "app.dump"):
                shutil.move(part, settings.data_dir / part.name)
    return {"files": len(about["files"])}


def _beside() -> Path:
    parent = settings.data_dir.resolve().parent
    parent.mkdir(parents=True, exist_ok=True)
    return parent


def _refuse_full_house() -> None:
    kept = [name for name in (*DATABASES, *FOLDERS) if (settings.data_dir / name).exists()]
    if kept:
        raise ArchiveError(f"{settings.data_dir} already holds {', '.join(kept)}. Restore into an empty folder.")


def _unpack(source: Path, folder: Path) -> dict[str, dict[str, str]]:
    try:
        with tarfile.open(source, "r:gz") as archive:
            archive.extractall(folder, filter="data")
        about = json.loads((folder / MANIFEST).read_text())
    except (OSError, tarfile.TarError, EOFError, ValueError, KeyError) as error:
        raise ArchiveError(f"{source} is not a whole CareerCoach archive.") from error
    for name, expected in about["files"].items():
        path = folder / name
        if not path.is_file() or _hash(path) != expected:
            raise ArchiveError(f"{source} is damaged: {name} is not what the manifest says.")
    return about


def _hash(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
