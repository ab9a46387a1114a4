"""`python -m bench [--quick] [module ...]`: measure, print a table, keep the figures in var/bench, 1 when a goal is
missed."""

import argparse
import asyncio
import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
_FOLDER = tempfile.TemporaryDirectory(prefix="careercoach-bench-", ignore_cleanup_errors=True)
# Before anything of the app is imported, which reads its settings once: nothing of the person's own house.
for _name in [name for name in os.environ if name.startswith(("CAREERCOACH_", "S3_", "SMTP_", "RESEND_", "MAIL_"))]:
    del os.environ[_name]
for _name in (
    "DATABASE_URL",
    "REDIS_URL",
    "OPENAI_API_KEY",
    "GEMINI_API_KEY",
    "VAPI_API_KEY",
    "PORT",
):
    os.environ.pop(_name, None)
os.environ["CAREERCOACH_DATA_DIR"] = _FOLDER.name
os.environ["CAREERCOACH_LOG_LEVEL"] = "ERROR"

from bench.goals import scale  # noqa: E402
from bench.machine import Watch  # noqa: E402
from bench.modules import NAMES, SLOW  # noqa: E402
from bench.record import Bench, save, table  # noqa: E402


async def measure(bench: Bench, modules: list[str]) -> None:
    """One module after the other, so that none disturbs another."""
    before = bench.watch.load_before
    for name in modules:
        print(f"{name} ...", flush=True)
        bench.watch = Watch(load_before=before)
        await import_module(f"bench.modules.{name}").run(bench)
        bench.others[name] = round(bench.watch.others(), 3)


def main() -> int:
    """The exit status: 1 when a goal is missed beyond doubt."""
    parser = argparse.ArgumentParser(prog="bench", description="Each figure beside its raw counterpart.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, without pages: about two minutes")
    parser.add_argument("modules", nargs="*", metavar="module", help=f"some of: {', '.join(NAMES)}")
    given = parser.parse_args()
    if unknown := set(given.modules) - set(NAMES):
        parser.error(f"no such module: {', '.join(sorted(unknown))}")
    modules = given.modules or [name for name in NAMES if not (given.quick and name in SLOW)]
    bench = Bench(scale(quick=given.quick), Path(_FOLDER.name))
    asyncio.run(measure(bench, modules))
    print(f"\n{table(bench)}\n")
    print(f"Kept in {save(bench, PROJECT / 'var' / 'bench').relative_to(PROJECT)}")
    return 1 if bench.has_failed else 0


if __name__ == "__main__":
    sys.exit(main())
