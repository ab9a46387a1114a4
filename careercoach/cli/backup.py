"""`careercoach backup [FILE]`: database, files and outbox in one archive; the app may keep running."""

import argparse
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE: where to; default careercoach-<time>.tar.gz here."""
    parser.add_argument("file", nargs="?", type=Path)


def run(args: argparse.Namespace) -> int:
    from careercoach.archive import ArchiveError, back_up
    from careercoach.core.clock import utc_now

    now = utc_now()
    target: Path = args.file or Path(f"careercoach-{now:%Y%m%d-%H%M%S}.tar.gz")
    try:
        done = back_up(target, now=now)
    except (ArchiveError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{target}: {done['files']} files, {done['bytes']:,} bytes. Keep it private: it holds people's resumes.")
    return 0
