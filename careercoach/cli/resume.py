"""`careercoach resume parse FILE`: a resume as JSON Resume on standard output."""

import argparse
import os
import select
import signal
import sys
import time
from pathlib import Path

MAX_BYTES = 10 * 1024 * 1024
MEMORY_BYTES = 1200 * 1024 * 1024
CPU_S = 15
WALL_S = 18.0
UNUSABLE = 2
PIPE_BYTES = 65_536
REASONS = {
    "encrypted": "This file is protected with a password. Save a copy without the password and try again.",
    "empty": "This file is empty: there is no text in it. Choose the file that holds your resume.",
    "scanned": "This file is a scanned image and has no text layer. Export it as PDF from the program you wrote it in.",
    "damaged": "This file is damaged and cannot be opened. Save it again as PDF or DOCX and try again.",
    "wrong_type": "This is not a PDF, DOCX or TXT file. Save your resume as one of these and try again.",
    "too_large": "This file is too large to read. Keep it under 10 MB and without large pictures.",
    "no_text": "The letters of this file cannot be read: its fonts do not say which they are. Export it again as PDF.",
    "absent": "There is no such file. Check the name and the folder.",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`parse FILE`."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    parse = actions.add_parser("parse", help="read a PDF, DOCX or TXT file and print it as JSON Resume")
    parse.add_argument("file", metavar="FILE")


def run(args: argparse.Namespace) -> int:
    """0 and the resume on standard output, or 2 and one line on standard error."""
    path = Path(args.file)
    try:
        if path.stat().st_size > MAX_BYTES:
            return _refuse("too_large")
        data = path.read_bytes()
    except OSError:
        return _refuse("absent")
    status, answer = read_apart(data, path.name)
    if status != 0:
        return _refuse(answer.decode() or "damaged")
    sys.stdout.buffer.write(answer)
    return 0


def _refuse(reason: str) -> int:
    print(REASONS.get(reason, REASONS["damaged"]), file=sys.stderr)
    return UNUSABLE


def read_apart(data: bytes, file_name: str, *, with_text: bool = False) -> tuple[int, bytes]:
    """Read in a child process with limits: a hostile file can end the child, never this process.

    Gives 0 and the JSON, or another status and the reason. `with_text` adds the text as `x-text`.
    """
    if not hasattr(os, "fork"):
        return _read(data, file_name, with_text)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _work(data, file_name, writer, with_text)
    os.close(writer)
    answer = _drain(reader, time.monotonic() + WALL_S)
    if answer is None:
        os.kill(child, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.close(reader)
    return (status, answer) if answer and status in (0, UNUSABLE) else (UNUSABLE, b"damaged")


def _work(data: bytes, file_name: str, writer: int, with_text: bool) -> None:
    """The child: limits first, then read, write the answer, and leave without clean-up."""
    status, answer = UNUSABLE, b"damaged"
    try:
        _limit()
        status, answer = _read(data, file_name, with_text)
    except MemoryError:
        answer = b"too_large"
    finally:
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(answer)
        os._exit(status)


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(data: bytes, file_name: str, with_text: bool) -> tuple[int, bytes]:
    import json

    from careercoach.features.resumes.rules.read import read_resume
    from careercoach.ports.resume_text import ResumeUnreadableError, read_document

    try:
        document = read_document(data, file_name)
    except ResumeUnreadableError as error:
        return UNUSABLE, error.reason.encode()
    parsed = read_resume(document)
    answer = parsed.as_json_resume()
    if with_text:
        answer["x-text"] = parsed.text
    return 0, json.dumps(answer, ensure_ascii=False, indent=2).encode() + b"\n"


def _drain(reader: int, deadline: float) -> bytes | None:
    """All that the child writes; None when it takes too long."""
    parts: list[bytes] = []
    while (left := deadline - time.monotonic()) > 0:
        ready, _, _ = select.select([reader], [], [], left)
        if not ready:
            return None
        part = os.read(reader, PIPE_BYTES)
        if not part:
            return b"".join(parts)
        parts.append(part)
    return None
