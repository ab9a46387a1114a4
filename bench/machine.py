"""What processes cost and what the machine was doing meanwhile."""

import os
import platform
import sys
import time
from dataclasses import dataclass, field
from importlib.metadata import version

import psutil

PACKAGES = ("reflex", "granian", "sqlalchemy", "aiosqlite", "weasyprint", "pymupdf", "argon2-cffi", "dbos")


def tree(pid: int | None = None) -> list[psutil.Process]:
    """A process and all below it; this one when none is named."""
    root = psutil.Process(pid)
    return [root, *root.children(recursive=True)]


def cpu_s(pid: int | None = None) -> float:
    """CPU seconds that a process tree has used so far (children that ended count no longer)."""
    return sum(_cpu_of(process) for process in tree(pid))


def _cpu_of(process: psutil.Process) -> float:
    try:
        if sys.platform == "linux":
            # The kernel's clock of that process: nanoseconds, where /proc counts in hundredths.
            return time.clock_gettime(((~process.pid) << 3) | 2)
        used = process.cpu_times()
        return used.user + used.system
    except (OSError, psutil.NoSuchProcess):
        return 0.0


class Clock:
    """CPU seconds of this process and all below it since the clock was made.

    Finding the processes below walks over all of the machine's and costs a millisecond or more: that is not counted.
    """

    def __init__(self) -> None:
        self._helpers = {process.pid: _cpu_of(process) for process in tree()[1:]}
        self._own = time.process_time()

    def passed(self) -> float:
        """Seconds so far (helpers that ended count no longer)."""
        own = time.process_time() - self._own
        return own + sum(_cpu_of(process) - self._helpers.get(process.pid, 0.0) for process in tree()[1:])


def memory_kb(pid: int) -> float:
    """Proportional set size of a process tree: shared pages are counted once. Elsewhere than on Linux, RSS."""
    total = 0
    for process in tree(pid):
        about = process.memory_full_info()
        total += getattr(about, "pss", about.rss)
    return total / 1024


@dataclass
class Watch:
    """How busy others kept the machine while we measured."""

    load_before: tuple[float, ...] = field(default_factory=os.getloadavg)
    _busy: float = field(default_factory=lambda: _busy_s())
    _own: float = field(default_factory=lambda: _own_s())
    _since: float = field(default_factory=time.monotonic)

    def others(self) -> float:
        """Share of all cores that programs other than ours used since the start, 0-1."""
        passed = (time.monotonic() - self._since) * (os.cpu_count() or 1)
        foreign = (_busy_s() - self._busy) - (_own_s() - self._own)
        return max(0.0, min(1.0, foreign / passed)) if passed else 0.0


def _busy_s() -> float:
    used = psutil.cpu_times()
    return sum(used) - used.idle - getattr(used, "iowait", 0.0) - getattr(used, "guest", 0.0)


def _own_s() -> float:
    used = os.times()
    return sum(used[:4]) + sum(_cpu_of(process) for process in tree()[1:])


def describe() -> dict[str, object]:
    """Versions and cores, for the record."""
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "packages": {name: version(name) for name in PACKAGES},
    }
