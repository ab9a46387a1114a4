"""Real servers for tests, started on free ports of this machine and gone afterwards."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
from psycopg import sql
from redis import Redis
from redis.backoff import ConstantBackoff
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.retry import Retry

DEBIAN_POSTGRESQL = Path("/usr/lib/postgresql")
NEEDED = (
    "PostgreSQL's initdb and pg_ctl are missing. Install them: apt-get install postgresql (Debian, Ubuntu) "
    "or brew install postgresql (macOS)"
)


def free_port() -> int:
    """A TCP port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class PostgresServer:
    """A PostgreSQL that lives in memory-fast settings in a folder of its own."""

    def __init__(self, folder: Path, port: int) -> None:
        self._folder = folder
        self._port = port

    def url(self, database: str = "postgres") -> str:
        return f"postgresql://coach@127.0.0.1:{self._port}/{database}"

    def new_database(self, template: str = "template1") -> str:
        """Create a database, a copy of `template` to which nobody may be connected; returns its URL."""
        name = f"test_{uuid4().hex}"
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
            )
        return self.url(name)


@contextmanager
def postgres_server() -> Generator[PostgresServer]:
    """A fresh PostgreSQL for as long as the block runs. Fails with the line to install if there is none."""
    binaries = _postgres_binaries()
    folder = Path(tempfile.mkdtemp(prefix="careercoach-postgres-"))
    port = free_port()
    run_as = _unprivileged(folder)
    options = (
        f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
        " -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"
    )
    data = folder / "data"
    try:
        _run(
            [binaries / "initdb", "-D", data, "-U", "coach", "-A", "trust", "-E", "UTF8", "--no-locale"],
            run_as,
        )
        _run([binaries / "pg_ctl", "-D", data, "-o", options, "-l", folder / "log", "-w", "start"], run_as)
        try:
            yield PostgresServer(folder, port)
        finally:
            _run([binaries / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"], run_as)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def redis_server() -> Generator[str]:
    """The URL of a fresh Redis that keeps nothing, for as long as the block runs."""
    program = shutil.which("redis-server")
    if program is None:
        raise RuntimeError("redis-server is missing. Install it: apt-get install redis-server, or brew install redis")
    port = free_port()
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    process = subprocess.Popen(command, cwd=tempfile.gettempdir(), stdout=subprocess.DEVNULL)
    try:
        url = f"redis://127.0.0.1:{port}/0"
        retry = Retry(ConstantBackoff(0.05), 100)
        with Redis.from_url(url, retry=retry, retry_on_error=[RedisConnectionError]) as client:
            client.ping()
        yield url
    finally:
        process.terminate()
        process.wait(timeout=10)


def _postgres_binaries() -> Path:
    on_path = shutil.which("initdb")
    if on_path and shutil.which("pg_ctl"):
        return Path(on_path).parent
    versions = sorted(DEBIAN_POSTGRESQL.glob("*/bin/initdb"), key=lambda found: float(found.parts[-3]))
    if not versions:
        raise RuntimeError(NEEDED)
    return versions[-1].parent


def _unprivileged(folder: Path) -> dict[str, Any]:
    """How to run as somebody else, because PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    somebody = names.get("postgres") or names["nobody"]
    os.chown(folder, somebody.pw_uid, somebody.pw_gid)
    return {"user": somebody.pw_uid, "group": somebody.pw_gid, "extra_groups": []}


def _run(command: list[str | Path], run_as: dict[str, Any]) -> None:
    # Files, not pipes: the server that pg_ctl leaves behind would keep a pipe open for ever.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(command, stdout=output, stderr=output, cwd="/", timeout=60, **run_as)
        if done.returncode:
            output.seek(0)
            raise RuntimeError(f"{command[0]} failed: {output.read().decode(errors='replace')}")
