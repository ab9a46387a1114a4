"""The door for mail: one message to one person. Providers are modules of this folder.

`outbox` keeps messages as .eml files and needs nothing; `resend` and `smtp` deliver. `use_mailer` chooses the
provider at start (`choice` says which one the settings name), together with what it can bear (MailLimits).
"""

import hashlib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parseaddr
from types import MappingProxyType
from typing import Protocol

from careercoach.core.clock import utc_now
from careercoach.core.errors import CoachError

MAX_HEADER_CHARACTERS = 998
CONFIG_WAIT_S = 300
"""How long all mail waits when provider and settings do not fit: an admin has to look at it, and no mail is to blame."""
_NOT_IN_ADDRESSES = frozenset('@,;:<>()[]"\\')


class UnsafeMailError(CoachError):
    """A header that could smuggle in another one, or an address that is not exactly one person."""

    text_key = "core.invalid_input"
    status = 422


class MailUnavailableError(CoachError):
    """The message was not taken. `is_final`: asking again would not help; `retry_after_s`: when it would.

    `reason` is one short technical word for the admin ("disk", "rate_limit"), never an address or a text.
    `holds_all`: nothing was wrong with this message; every other one has to wait as long.
    `in_doubt`: it may have been taken all the same, and asking again could send it twice.
    """

    status = 503

    def __init__(
        self,
        reason: str,
        *,
        is_final: bool = False,
        retry_after_s: int = 0,
        holds_all: bool = False,
        in_doubt: bool = False,
    ) -> None:
        super().__init__()
        self.reason = reason
        self.is_final = is_final
        self.retry_after_s = retry_after_s
        self.holds_all = holds_all
        self.in_doubt = in_doubt


@dataclass(frozen=True)
class MailAttachment:
    """A file that goes with a message."""

    file_name: str
    content_type: str
    data: bytes


@dataclass(frozen=True)
class MailMessage:
    """One message to one person. Raises UnsafeMailError when a header holds a line break or control character.

    `key` means the same message for ever: a provider that has taken it before does not send it again.
    """

    key: str
    to: str
    subject: str
    text: str
    html: str = ""
    attachments: tuple[MailAttachment, ...] = ()
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    message_id: str = ""
    """`<unique@domain>`; see `message_id_of`."""
    written_at: datetime = field(default_factory=utc_now)
    tags: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What the provider may tell us back with its news, e.g. the kind: no personal data."""

    def __post_init__(self) -> None:
        check_address(self.to)
        check_header("Subject", self.subject)
        for name, value in self.headers.items():
            check_header(name, value)
        for attachment in self.attachments:
            check_header("filename", attachment.file_name)
            check_header("Content-Type", attachment.content_type)


class Mailer(Protocol):
    """What a provider can do."""

    async def send(self, message: MailMessage) -> str:
        """Hand the message over; its id at the provider. Sending the same key again has no further effect.

        Raises MailUnavailableError.
        """
        ...


class BatchMailer(Mailer, Protocol):
    """A provider that takes many messages without files at once."""

    async def send_many(self, messages: Sequence[MailMessage], *, key: str) -> "list[str | MailUnavailableError]":
        """Hand them over in one call; for each its id, or why it alone was refused.

        The same messages under the same key again have no further effect. Raises MailUnavailableError when
        the whole call was refused: final ones mean that each has to be tried by itself.
        """
        ...


class SlowToStartMailer(Mailer, Protocol):
    """A provider that has something to load before its first call."""

    async def prepare(self) -> None:
        """Load it; nothing happens the second time."""
        ...


class ForgivingMailer(Mailer, Protocol):
    """A provider with a list of its own of addresses it does not send to any more."""

    async def allow_again(self, address: str) -> None:
        """Take an address off that list; nothing happens if it is not on it. Raises MailUnavailableError."""
        ...


@dataclass(frozen=True)
class MailLimits:
    """What a provider can bear and promises."""

    per_second: float | None = None
    """Calls a second of all processes together; None = as many as you like."""
    batch: int = 1
    """Messages in one call; above 1 the provider is a BatchMailer."""
    remembers_keys: bool = True
    """False: a message whose fate is unknown could arrive twice when it is sent again."""


def check_header(name: str, value: str) -> None:
    """Raises UnsafeMailError for a name that is none and for values with controls or line breaks."""
    if not name or not all("!" <= letter <= "~" and letter != ":" for letter in name):
        raise UnsafeMailError
    if len(value) > MAX_HEADER_CHARACTERS or any(_breaks(letter) for letter in value):
        raise UnsafeMailError


def check_address(address: str) -> None:
    """Raises UnsafeMailError unless it is exactly one bare address."""
    check_header("To", address)
    name, _, domain = address.rpartition("@")
    if not name or not domain or any(letter.isspace() or letter in _NOT_IN_ADDRESSES for letter in name + domain):
        raise UnsafeMailError


def message_id_of(key: str, sender: str) -> str:
    """The Message-ID of a key, always the same: readers and providers recognise a repeated message by it.

    `sender` is the From line; its domain makes the id unique in the world.
    """
    domain = parseaddr(sender)[1].partition("@")[2] or "localhost"
    return f"<{hashlib.sha256(key.encode()).hexdigest()[:40]}@{domain}>"


def _breaks(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Zl", "Zp", "Cs")


_mailer: Mailer | None = None
_limits = MailLimits()


def use_mailer(mailer: Mailer, limits: MailLimits | None = None) -> None:
    """Choose the provider, at start."""
    global _mailer, _limits
    _mailer, _limits = mailer, limits or MailLimits()


def mail_limits() -> MailLimits:
    """What the provider in use can bear."""
    return _limits


def mailer() -> Mailer:
    """The provider in use. Raises MailUnavailableError before one is chosen."""
    if _mailer is None:
        raise MailUnavailableError("none")
    return _mailer
