"""`careercoach files`: take all files to S3 or back to the disk, and see whether files and rows agree."""

import argparse
import asyncio
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careercoach.ports.files.moving import MoveReport


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """move --to s3|disk [--delete]; check [--delete]."""
    actions = parser.add_subparsers(dest="action", required=True)
    move = actions.add_parser("move", help="copy every file and compare it; may be stopped and run again")
    move.add_argument("--to", choices=["s3", "disk"], required=True)
    move.add_argument("--delete", action="store_true", help="delete at the old place what has been compared")
    check = actions.add_parser("check", help="count files nobody names and rows whose file is missing")
    check.add_argument("--delete", action="store_true", help="delete files that nobody has named for a day")


def run(args: argparse.Namespace) -> int:
    from careercoach.ports.files import FilesUnavailableError

    try:
        return asyncio.run(_move(args.to, args.delete) if args.action == "move" else _check(args.delete))
    except FilesUnavailableError as error:
        print(f"The storage says: {error.reason}. Nothing is lost; run the command again.", file=sys.stderr)
        return 2


async def _move(to: str, delete: bool) -> int:
    from careercoach.ports.files.choice import disk_files, s3_files
    from careercoach.ports.files.moving import Ledger, copy_files, delete_copied
    from careercoach.settings import settings

    await _apply_keys()
    places = (disk_files(), s3_files())
    source, target = places if to == "s3" else places[::-1]
    await target.check()
    settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    ledger = Ledger.open(settings.data_dir / f"files-to-{to}.jsonl")
    report = await copy_files(source, target, ledger, tell=_tell)
    if delete:
        await delete_copied(source, target, ledger, report)
    print(f"{report.copied} files copied ({report.bytes:,} bytes), {report.there} were there; all compared.")
    if delete:
        print(f"{report.deleted} deleted at the old place.")
    if settings.files_service != to:
        print(f"The app still uses the old place: set CAREERCOACH_FILES_PROVIDER={to}, restart it, and run this again.")
    return 0


async def _apply_keys() -> None:
    """The key of the bucket may be one that an admin typed in."""
    from sqlalchemy.exc import SQLAlchemyError

    from careercoach.core import db
    from careercoach.features.connections import flows

    try:
        await flows.apply_keys()
    except SQLAlchemyError:
        return  # there is no database yet, so no key in it
    finally:
        await db.dispose()


def _tell(report: "MoveReport") -> None:
    if report.copied and report.copied % 100 == 0:
        print(f"{report.copied} files ...", flush=True)


async def _check(delete: bool) -> int:
    from careercoach.core import db
    from careercoach.features.admin import flows
    from careercoach.ports.files import use_files
    from careercoach.ports.files.choice import chosen_files

    await _apply_keys()
    use_files(chosen_files())
    try:
        found = await flows.sweep_files(delete=delete)
    finally:
        await db.dispose()
    what = "deleted" if delete and not found.held_back else "that nobody names"
    print(f"{found.files} files, {found.bytes:,} bytes; {found.orphans} {what}; {found.missing} missing.")
    if found.held_back:
        print("So many that nothing was deleted: does another house use this storage, or is this another database?")
    return 1 if found.missing or found.held_back else 0
