"""Mail without any provider: every message is kept as an .eml file that any mail program opens."""

import asyncio
import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from careercoach.core.private_files import write_private
from careercoach.ports.mail import MailMessage, MailUnavailableError
from careercoach.ports.mail.eml import build_eml

_NOT_FOR_NAMES = re.compile(r"[^a-z0-9]+")


class OutboxMailer:
    """Writes to `folder` (0700, files 0600). One key is one file, however often it is sent.

    `folder` may be a function, for a place that is only known when a message is sent.
    """

    def __init__(self, folder: Path | Callable[[], Path], *, sender: str) -> None:
        self._given = folder
        self._sender = sender

    async def send(self, message: MailMessage) -> str:
        """Keep the message; returns the file's name."""
        name = file_name(message)
        try:
            folder = self._given() if callable(self._given) else self._given
            await asyncio.to_thread(write_private, folder / name, build_eml(message, sender=self._sender))
        except OSError as error:
            raise MailUnavailableError("disk") from error
        return name


def file_name(message: MailMessage) -> str:
    """When it was written and what it is, for people who look into the folder; unique by the key."""
    subject = _NOT_FOR_NAMES.sub("-", message.key.lower()).strip("-")[:48]
    digest = hashlib.sha256(message.key.encode()).hexdigest()[:12]
    return f"{message.written_at:%Y%m%d-%H%M%S}-{subject}-{digest}.eml"
