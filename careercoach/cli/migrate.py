"""`careercoach migrate`: bring the database up to date."""

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments."""


def run(_args: argparse.Namespace) -> int:
    from careercoach.migrations import migrate, schema_versions

    migrate()
    print(f"The database is at version {schema_versions()[0]}.")
    return 0
