"""The inside of a worker process: set limits, then answer requests from standard input until it closes."""

import ctypes
import json
import os
import resource
import struct
import sys
from importlib import import_module
from typing import Any, BinaryIO

_SIZES = struct.Struct(">II")
_NEW_USER, _NEW_NET = 0x10000000, 0x40000000


def _cut_network() -> None:
    """Best effort: an empty network namespace, where the system lets us have one."""
    if not sys.platform.startswith("linux"):
        return
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.unshare(_NEW_NET) != 0:
            libc.unshare(_NEW_USER | _NEW_NET)
    except (OSError, AttributeError):
        return


def _limit_cpu(seconds: int) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


def _answer(out: BinaryIO, head: dict[str, Any], body: bytes = b"") -> None:
    encoded = json.dumps(head).encode()
    out.write(_SIZES.pack(len(encoded), len(body)) + encoded + body)
    out.flush()


def main() -> None:
    """`python -m careercoach.core.workers.process module:function '{"memory_bytes": ..., "cpu_s": ...}'`"""
    target, limits = sys.argv[1], json.loads(sys.argv[2])
    source = sys.stdin.buffer
    # What the work prints must not get between the answers.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _cut_network()
    module, name = target.split(":")
    work = getattr(import_module(module), name)
    if sys.platform != "darwin":  # macOS refuses an address-space limit
        resource.setrlimit(resource.RLIMIT_AS, (limits["memory_bytes"], limits["memory_bytes"]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while len(sizes := source.read(_SIZES.size)) == _SIZES.size:
        head_size, body_size = _SIZES.unpack(sizes)
        header, payload = json.loads(source.read(head_size)), source.read(body_size)
        _limit_cpu(limits["cpu_s"])
        try:
            ok, body = work(header, payload)
            _answer(out, {"ok": ok}, body)
        except MemoryError:
            _answer(out, {"error": "MemoryError"})
            return
        except Exception as error:
            detail = {"text_key": getattr(error, "text_key", ""), "message": str(error)[:500]}
            _answer(out, {"error": type(error).__name__, "detail": detail})


if __name__ == "__main__":
    main()
