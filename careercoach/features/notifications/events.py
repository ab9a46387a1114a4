"""Facts the notifications room announces."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class MailQueued:
    """A mail was written into the outbox by this transaction."""

    mail_id: UUID
    key: str
