"""`careercoach doctor`: what is there, what is missing, and what each missing thing would add."""

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

State = Literal["ok", "note", "problem"]
MARKS: dict[State, str] = {"ok": "ok  ", "note": "--  ", "problem": "!!  "}


@dataclass(frozen=True)
class Finding:
    """`problem`: the app cannot do its work; `note`: something optional is off."""

    state: State
    what: str
    words: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whether to call the providers."""
    parser.add_argument(
        "--call", action="store_true", help="also make one small real call to each provider that is set up"
    )


def run(args: argparse.Namespace) -> int:
    """Prints a line per finding; 1 when something is broken."""
    findings = [finding for check in CHECKS for finding in check()]
    findings += list(_calls()) if args.call else []
    for finding in findings:
        print(f"{MARKS[finding.state]}{finding.what:<12}{finding.words}")
    broken = [finding for finding in findings if finding.state == "problem"]
    print(f"\n{len(broken)} problem(s)." if broken else "\nEverything needed is there.")
    return 1 if broken else 0


def _python() -> Iterator[Finding]:
    version = sys.version.split()[0]
    fine = sys.version_info >= (3, 11)
    yield Finding("ok" if fine else "problem", "Python", version if fine else f"{version}: 3.11 or newer is needed.")
    sqlite = sqlite3.sqlite_version
    old = sqlite3.sqlite_version_info < (3, 42)
    note = " (older than 3.42: the jobs engine runs with our own time function)" if old else ""
    yield Finding("ok", "SQLite", sqlite + note)


def _libraries() -> Iterator[Finding]:
    try:
        from careercoach.ports.pdf.weasyprint import work  # noqa: F401  (only that it loads)

        yield Finding("ok", "PDF", "WeasyPrint and its libraries load.")
    except OSError:
        yield Finding("problem", "PDF", "Pango or HarfBuzz is missing. Debian, Ubuntu: apt-get install "
                      "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; Fedora: dnf install pango harfbuzz; "
                      "macOS: brew install pango.")  # fmt: skip
    program = shutil.which("fc-list")
    families = subprocess.run([program, ":lang=hi", "family"], capture_output=True, text=True).stdout if program else ""
    if families.strip():
        yield Finding("ok", "Fonts", "There is a font with Devanagari letters: Hindi PDFs are legible.")
    else:
        yield Finding("note", "Fonts", "No font with Devanagari letters: Hindi PDFs would show boxes. "
                      "Debian, Ubuntu: apt-get install fonts-noto-core.")  # fmt: skip


def _database() -> Iterator[Finding]:
    from careercoach.migrations import schema_versions
    from careercoach.settings import settings

    kind = "SQLite, one file" if settings.is_sqlite else "PostgreSQL"
    if settings.is_sqlite and not (settings.data_dir / "app.db").exists():
        yield Finding("ok", "Database", f"{kind}; it is made at the first start.")
        return
    try:
        have, want = schema_versions()
    except Exception as error:  # whatever a driver raises, the doctor says it in one line
        yield Finding("problem", "Database", f"{kind} does not answer: {type(error).__name__}.")
        return
    current = have == want
    words = (
        f"{kind}, version {have}." if current else f"{kind} is at {have}, the code wants {want}: careercoach migrate."
    )
    yield Finding("ok" if current else "problem", "Database", words)


def _storage() -> Iterator[Finding]:
    from careercoach.settings import settings

    folder = settings.data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe = folder / ".doctor"
        probe.write_text("x")
        probe.unlink()
    except OSError as error:
        yield Finding("problem", "Storage", f"{folder} cannot be written: {error.strerror}.")
        return
    free = shutil.disk_usage(folder)
    share = free.free / free.total
    state: State = "ok" if share > 0.05 else "problem"
    yield Finding(state, "Storage", f"{folder}, {free.free // 2**20:,} MiB free ({share:.0%}).")
    if folder.stat().st_mode & 0o077:
        yield Finding("note", "Storage", f"Others on this machine can look into {folder}: chmod 700 {folder}")


def _mail() -> Iterator[Finding]:
    from careercoach.settings import settings

    service = settings.mail_service
    if service == "outbox":
        yield Finding("note", "Mail", f"No provider: mails are kept in {settings.data_dir / 'outbox'} and shown to "
                      "admins at /admin/outbox. A provider would deliver them.")  # fmt: skip
        return
    missing = {"resend": not settings.resend_api_key, "smtp": not settings.smtp_host}[service]
    if missing:
        name = {"resend": "RESEND_API_KEY", "smtp": "SMTP_HOST"}[service]
        yield Finding("note", "Mail", f"{service} is chosen, and {name} is not in the environment: mails wait until an "
                      "admin enters a key at /admin/connections.")  # fmt: skip
    else:
        yield Finding("ok", "Mail", f"Sent by {service}.")


def _files() -> Iterator[Finding]:
    from careercoach.settings import settings

    if settings.files_service == "disk":
        yield Finding("note", "Files", "Kept in the data folder. CAREERCOACH_S3_BUCKET would keep them in a bucket.")
    elif settings.s3_bucket:
        yield Finding("ok", "Files", f"Kept in the bucket {settings.s3_bucket}.")
    else:
        yield Finding("problem", "Files", "S3 is chosen and no bucket is named: set S3_BUCKET.")


def _jobs() -> Iterator[Finding]:
    try:
        import dbos  # noqa: F401, TID251  (the doctor looks whether it is there)
    except ImportError as error:
        yield Finding("problem", "Jobs", f"The jobs engine does not load: {error}.")
        return
    from careercoach.settings import settings

    where = "its own file beside the database" if settings.is_sqlite else "the same PostgreSQL, schema dbos"
    yield Finding("ok", "Jobs", f"The durable jobs engine loads; it keeps its work in {where}.")


def _pages() -> Iterator[Finding]:
    from careercoach import frontend

    if frontend.is_built():
        yield Finding("ok", "Pages", "Compiled, and up to date.")
    else:
        yield Finding("note", "Pages", "To be compiled at the next start (about a minute).")


def _models() -> Iterator[Finding]:
    from careercoach.ports.ai.models import find_retired
    from careercoach.ports.ai.providers import models_known
    from careercoach.settings import settings

    found = (
        (
            "OPENAI_API_KEY",
            settings.openai_api_key or settings.openai_base_url,
            settings.openai_model,
            "answers and wording by OpenAI",
        ),
        (
            "GEMINI_API_KEY",
            settings.gemini_api_key,
            settings.gemini_model,
            "learning resources found on the web by Gemini",
        ),
        (
            "CAREERCOACH_AI_LOCAL_BASE_URL",
            settings.ai_local_base_url,
            settings.ai_local_model,
            "answers by a model of your own",
        ),
    )
    for name, is_set, model, adds in found:
        if not is_set:
            yield Finding("note", "Model", f"{name} is not set; it would add {adds}. Everything works without it.")
            continue
        retired = find_retired(model, models_known())
        if not model:
            yield Finding("note", "Model", f"{name} is set, and no model is named.")
        elif retired:
            day = f"shuts down on {retired.on}" if retired.on else "is gone"
            yield Finding("note", "Model", f"{name} is set, but the model {model} {day}; use {retired.instead}.")
        else:
            yield Finding("ok", "Model", f"{name} is set, model {model}.")


def _keys() -> Iterator[Finding]:
    from careercoach.features.connections.rules import can_seal
    from careercoach.settings import settings

    if can_seal(settings.secret_key):
        yield Finding("ok", "Keys", "CAREERCOACH_SECRET_KEY is set: admins may also enter keys at /admin/connections.")
    else:
        yield Finding("note", "Keys", "Keys come from the environment only. With a CAREERCOACH_SECRET_KEY of 24 characters "
                      "or more, admins could also enter them at /admin/connections.")  # fmt: skip
    yield Finding("note", "Voice", "Mock interviews are by text in this version; VAPI_API_KEY is kept for those by voice, "
                  "and not read yet.")  # fmt: skip
    if not settings.is_sqlite or (settings.data_dir / "app.db").exists():
        yield from _last_tests()


def _last_tests() -> Iterator[Finding]:
    import asyncio

    from sqlalchemy.exc import SQLAlchemyError

    from careercoach.core import db
    from careercoach.features.connections import service

    async def read() -> dict[str, tuple[bool, str, str]]:
        async with db.reading() as session:
            tests = await service.list_tests(session)
        await db.dispose()
        return {name: (test.ok, test.reason, f"{test.at:%Y-%m-%d %H:%M}") for name, test in tests.items()}

    try:
        tests = asyncio.run(read())
    except SQLAlchemyError:
        return  # the line about the database has said so
    for name, (ok, reason, at) in sorted(tests.items()):
        words = f"{name} worked" if ok else f"{name} failed ({reason}); see /admin/connections"
        yield Finding("ok" if ok else "note", "Tested", f"{at} UTC: {words}.")


def _address() -> Iterator[Finding]:
    from careercoach.settings import settings

    if settings.is_https or "localhost" in settings.base_url:
        yield Finding("ok", "Address", settings.base_url)
    elif settings.insecure_cookies:
        yield Finding(
            "note", "Address", f"{settings.base_url}: logins travel unencrypted (CAREERCOACH_INSECURE_COOKIES)."
        )
    else:
        yield Finding("problem", "Address", f"{settings.base_url}: logging in needs https or localhost.")
    if os.environ.get("REDIS_URL") or settings.redis_url:
        yield Finding("ok", "Redis", "Set: several server processes may share their pages' state.")


def _calls() -> Iterator[Finding]:
    import asyncio

    from careercoach.core import db
    from careercoach.features.connections import flows
    from careercoach.features.connections.schemas import CheckResult, ProviderName

    async def call() -> list[tuple[str, CheckResult]]:
        await flows.apply_keys()
        ready: list[ProviderName] = [one.name for one in await flows.list_connections() if one.state != "off"]
        found = [(name, await flows.check(name, actor=None)) for name in ready]
        await db.dispose()
        return found

    for name, result in asyncio.run(call()):
        words = f"{name} answered in {result.took_ms} ms" if result.ok else f"{name} failed: {result.reason}"
        yield Finding("ok" if result.ok else "problem", "Called", f"{words} {result.detail}".strip() + ".")


CHECKS: tuple[Callable[[], Iterator[Finding]], ...] = (
    _python, _libraries, _database, _storage, _files, _mail, _jobs, _pages, _address, _models, _keys,
)  # fmt: skip
