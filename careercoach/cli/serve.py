"""`careercoach serve`: migrate, compile the pages if needed, serve everything on one port."""

import argparse
import asyncio
import os
import socket
import sys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments: settings come from the environment or .env."""


def run(_args: argparse.Namespace) -> int:
    """Ends by becoming the server process; only refusals return."""
    from careercoach import frontend
    from careercoach.migrations import migrate
    from careercoach.settings import settings

    if settings.workers > 1 and (not settings.redis_url or settings.is_sqlite):
        print("More than one worker needs REDIS_URL and DATABASE_URL (PostgreSQL).", file=sys.stderr)
        return 2
    if settings.files_service == "s3" and not settings.s3_bucket:
        print("CAREERCOACH_FILES_PROVIDER is s3, and no bucket is named: set S3_BUCKET, or take disk.", file=sys.stderr)
        return 2
    if _port_is_taken(settings.host, settings.port):
        print(f"Port {settings.port} is in use. Stop what uses it, or choose another: PORT=3001.", file=sys.stderr)
        return 2
    migrate()
    if not frontend.is_built():
        print("Compiling the pages (about a minute, only when their sources changed) ...", flush=True)
        frontend.build()
    _greet()
    os.chdir(frontend.PROJECT)
    os.environ.update(
        {
            "__REFLEX_SKIP_COMPILE": "true",
            "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "true",
            "REFLEX_ENV_MODE": "prod",
        }
    )
    program = [sys.executable, "-m", "granian", "--interface", "asgi", "--factory", "--no-access-log"]
    program += ["--host", settings.host, "--port", str(settings.port), "--workers", str(settings.workers)]
    os.execv(sys.executable, [*program, "careercoach.careercoach:app"])  # noqa: S606


def _port_is_taken(host: str, port: int) -> bool:
    # The server shares its port among workers, so a second start would silently take half of the visitors.
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return True
    return False


def _greet() -> None:
    from careercoach.core import db
    from careercoach.features.accounts import service
    from careercoach.settings import settings

    async def setup_token() -> str | None:
        async with db.transaction() as session:
            token = await service.make_setup_token(session)
        await db.dispose()
        return token

    token = asyncio.run(setup_token())
    print(f"CareerCoach: {settings.base_url}")
    if token:
        print(f"Make yourself the administrator (works once): {settings.base_url}/signup?setup={token}")
    sys.stdout.flush()
