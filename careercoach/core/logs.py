"""Logging without secrets: every record is masked as it is made, whichever handler will write it down."""

import logging
import re
from types import TracebackType
from typing import Any

log = logging.getLogger("careercoach")

# A key and its value, as it looks in headers, JSON, reprs of dicts and query strings.
_SECRET_PAIR = re.compile(
    r"""(?ix) (["']?(?:[\w-]*(?:cookie|authorization|token|password|passwd|secret|api[_-]?key|session)[\w-]*)["']?
        \s*[:=]\s*) (?: "(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)*' | [^\s,;&}\])]+ (?:\s(?:[\w.~+/-]{8,}=*))? )""",
    re.VERBOSE,
)
_BEARER = re.compile(r"(?i)\b(bearer|basic)\s+[\w.~+/-]+=*")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.:-])(?!\d{4}-\d\d-\d\d(?!\d))\+?\d[\d ()-]{8,14}\d(?![\w.:-])")
# The framework writes a whole event, headers and payload, when it does not know its name. Keep the name only.
_EVENT_DUMP = re.compile(r"(?s)(Event\(|[Ee]vent data: |[Ee]vent data must be a dictionary, but received ).*")
_EVENT_NAME = re.compile(r"""name=['"]([\w.]{1,200})['"]""")
# What a statement of the database was called with.
_PARAMETERS = re.compile(r"(?s)\[parameters: .*?\]\s*(?=\n|\(Background|$)")
_MAX_CHARACTERS = 4000

_Error = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def redact(message: str) -> str:
    """The message without cookies, tokens, passwords, keys, mail addresses, phone numbers and event payloads."""
    dump = _EVENT_DUMP.search(message)
    if dump:
        name = _EVENT_NAME.search(dump.group())
        message = message[: dump.start()] + f"[event {name.group(1) if name else ''} removed]"
    message = _PARAMETERS.sub("[parameters removed]", message)
    message = _BEARER.sub(r"\1 [removed]", message)
    message = _SECRET_PAIR.sub(r"\1[removed]", message)
    message = _MAIL.sub("[mail]", message)
    return _PHONE.sub("[phone]", message)[:_MAX_CHARACTERS]


class RedactedRecord(logging.LogRecord):
    """A record that holds no secret from the start. Its traceback is part of its words, so that no handler that
    somebody adds later (the framework does) can print it as it was."""

    def __init__(
        self, name: str, level: int, pathname: str, lineno: int, msg: object, args: Any, exc_info: _Error | None,
        func: str | None = None, sinfo: str | None = None, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(name, level, pathname, lineno, msg, args, exc_info, func, sinfo)
        try:
            message = self.getMessage()
        except (TypeError, ValueError, KeyError):
            message = str(msg)
        self.msg, self.args = redact(message), None
        if exc_info and exc_info[0] is not None:
            self.msg += "\n" + redact(logging.Formatter().formatException(exc_info))
            self.exc_info = None


def set_up_logging(level: str) -> None:
    """One line per record on standard error, every record of every logger redacted."""
    logging.setLogRecordFactory(RedactedRecord)
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    logging.getLogger("alembic").setLevel(logging.WARNING)
