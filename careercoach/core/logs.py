"""Logging without secrets: one filter on every handler masks what must never be written down."""

import logging
import re
from collections.abc import Mapping

log = logging.getLogger("careercoach")

# A key and its value, as it looks in headers, JSON, reprs of dicts and query strings.
_SECRET_PAIR = re.compile(
    r"""(?ix) (["']?(?:[\w-]*(?:cookie|authorization|token|password|passwd|secret|api[_-]?key|session)[\w-]*)["']?
        \s*[:=]\s*) (?: "(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)*' | [^\s,;&}\])]+ (?:\s(?:[\w.~+/-]{8,}=*))? )""",
    re.VERBOSE,
)
_BEARER = re.compile(r"(?i)\b(bearer|basic)\s+[\w.~+/-]+=*")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.:-])\+?\d[\d ()-]{8,14}\d(?![\w.:-])")
# The framework writes a whole event, headers and payload, when it does not know its name. Keep the name only.
_EVENT_DUMP = re.compile(r"(?s)(Event\(|Event data: |event data: ).*")
_EVENT_NAME = re.compile(r"""name=['"]([\w.]{1,200})['"]""")
_MAX_CHARACTERS = 4000


def redact(message: str) -> str:
    """The message without cookies, tokens, passwords, keys, mail addresses, phone numbers and event payloads."""
    dump = _EVENT_DUMP.search(message)
    if dump:
        name = _EVENT_NAME.search(dump.group())
        message = message[: dump.start()] + f"[event {name.group(1) if name else ''} removed]"
    message = _BEARER.sub(r"\1 [removed]", message)
    message = _SECRET_PAIR.sub(r"\1[removed]", message)
    message = _MAIL.sub("[mail]", message)
    return _PHONE.sub("[phone]", message)[:_MAX_CHARACTERS]


class Redact(logging.Filter):
    """Rewrites each record before it is formatted, tracebacks included."""

    def filter(self, record: logging.LogRecord) -> bool:
        try:
            message = record.getMessage()
        except (TypeError, ValueError):
            message = str(record.msg)
        record.msg, record.args = redact(message), None
        if record.exc_info and not record.exc_text:
            record.exc_text = redact(logging.Formatter().formatException(record.exc_info))
        elif record.exc_text:
            record.exc_text = redact(record.exc_text)
        return True


def set_up_logging(level: str) -> None:
    """One line per record on standard error, every logger redacted."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    redact_loggers(logging.root.manager.loggerDict)


def redact_loggers(loggers: Mapping[str, object]) -> None:
    """Put the filter on every handler there is, the framework's own included."""
    handlers = [*logging.getLogger().handlers]
    for logger in loggers.values():
        if isinstance(logger, logging.Logger):
            handlers.extend(logger.handlers)
    for handler in handlers:
        if not any(isinstance(known, Redact) for known in handler.filters):
            handler.addFilter(Redact())
