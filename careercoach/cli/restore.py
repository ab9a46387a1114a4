"""`careercoach restore FILE`: put an archive into an empty data folder or an empty PostgreSQL database."""

import argparse
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE: the archive."""
    parser.add_argument("file", type=Path)


def run(args: argparse.Namespace) -> int:
    from careercoach.archive import ArchiveError, restore
    from careercoach.migrations import migrate

    try:
        done = restore(args.file)
    except (ArchiveError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    migrate()
    print(f"{done['files']} files restored and checked.")
    return 0
