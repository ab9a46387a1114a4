"""`python -m careercoach COMMAND`: the same services as the pages, from the shell."""

import argparse
import sys
from importlib import import_module

COMMANDS = {
    "resume": "read a resume",
    "match": "compare a resume with job postings",
    "plan": "print a plan for a resume and a role",
    "serve": "serve the app on one port",
    "migrate": "bring the database up to date",
    "admin": "make an administrator",
    "doctor": "check what is installed and set",
    "backup": "save database and files into one archive",
    "restore": "put an archive back",
    "files": "move files to S3 or back, and look for lost ones",
}


def main(arguments: list[str] | None = None) -> int:
    """Runs one command. Only its own module is imported: reading one resume must not load the whole app."""
    given = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(prog="careercoach", description="A self-hosted career coach.")
    parsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    chosen = next((word for word in given if word in COMMANDS), "")
    for name, about in COMMANDS.items():
        one = parsers.add_parser(name, help=about, description=about)
        if name == chosen:
            import_module(f"careercoach.cli.{name}").add_arguments(one)
    args = parser.parse_args(given)
    return import_module(f"careercoach.cli.{args.command}").run(args)


if __name__ == "__main__":
    sys.exit(main())
