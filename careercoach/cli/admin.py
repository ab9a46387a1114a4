"""`careercoach admin create`: make an administrator from the command line."""

import argparse
import asyncio
import getpass
import os
import sys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """create EMAIL [--name NAME]; the password is asked for, or read from CAREERCOACH_ADMIN_PASSWORD."""
    actions = parser.add_subparsers(dest="action", required=True)
    create = actions.add_parser("create", help="make an account an administrator, or a new one")
    create.add_argument("email")
    create.add_argument("--name", default="")


def run(args: argparse.Namespace) -> int:
    from careercoach.core import db
    from careercoach.core.errors import CoachError
    from careercoach.core.texts import text
    from careercoach.features.accounts import flows
    from careercoach.features.accounts.schemas import normal_mail
    from careercoach.migrations import migrate

    try:
        email = normal_mail(args.email)
    except ValueError:
        print(text("accounts.bad_email", "en"), file=sys.stderr)
        return 2
    migrate()
    # A password given as an argument would stay in the shell's history and the process list.
    password = os.environ.get("CAREERCOACH_ADMIN_PASSWORD") or getpass.getpass("Password: ")
    name = args.name or email.split("@")[0]

    async def create() -> None:
        await flows.create_admin(email=email, name=name, password=password)
        await db.dispose()

    try:
        asyncio.run(create())
    except CoachError as error:
        print(text(error.text_key, "en", **error.values), file=sys.stderr)
        return 2
    print(f"{email} is an administrator.")
    return 0
