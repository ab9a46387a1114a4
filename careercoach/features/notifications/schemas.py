"""What crosses the border of the notifications room."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, ConfigDict


class MailState(StrEnum):
    """Where a mail is. It only ever moves forward, from top to bottom; from `FAILED` on by a provider's news only."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"
    BOUNCED = "bounced"
    COMPLAINED = "complained"


class Attachment(BaseModel):
    """A file that goes with a mail. Its bytes are in the private storage (see `service.keep_attachment`)."""

    model_config = ConfigDict(frozen=True)

    file_name: str
    content_type: str
    file_key: str
    size_bytes: int = 0


class MailView(BaseModel):
    """A mail as its owner sees it in a list."""

    id: UUID
    kind: str
    subject: str
    state: MailState
    reason: str = ""
    """One technical word why it was not sent ("disk", "limit"), else empty."""
    created_at: datetime
    sent_at: datetime | None = None
    attachments: list[Attachment] = []


class MailText(MailView):
    """A mail that its owner opened. `is_secret`: it held a one-time link, so its text is not shown again."""

    text: str = ""
    is_secret: bool = False


class OutboxMail(MailView):
    """A mail as an admin sees it in the outbox. `user_id` is None for people without an account."""

    user_id: UUID | None = None
    to: str
    key: str
    attempts: int
    postponed: int = 0
    provider_id: str = ""


class OutboxMailDetail(OutboxMail):
    """The same with everything that was sent. `html` is shown as text only, never as a page."""

    text: str = ""
    html: str = ""
    headers: dict[str, str] = {}
    batch: str = ""


class OutboxPage(BaseModel):
    """One page of the outbox, newest first. `total` counts all that fit the filter."""

    mails: list[OutboxMail]
    total: int


class DueMail(BaseModel):
    """A mail that waits for a job. `attempts`, `postponed` and `is_late` are part of the job's id."""

    id: UUID
    key: str
    attempts: int
    postponed: int = 0
    is_late: bool
    """No job has taken it up for half an hour: the first one must have been lost."""


class Delivery(BaseModel):
    """What a provider said to one attempt: `provider_id` when it took the mail, else `reason`."""

    provider_id: str = ""
    reason: str = ""
    is_final: bool = False
    retry_after_s: int = 0
    postponed: bool = False
    """All mail had to wait: this one did not fail."""
    alone: bool = False
    """The call it was offered in with others was refused as a whole: next time it goes by itself."""
    others: list["OtherDelivery"] = []
    """What was said to those that went along in the same call."""


class OtherDelivery(BaseModel):
    """The same for a mail that went along."""

    mail_id: UUID
    attempts: int
    delivery: Delivery


class MailNews(BaseModel):
    """Something a provider tells about a mail it took. `mail_id`: which one, if it says so itself."""

    id: str
    provider_id: str
    mail_id: UUID | None = None
    state: MailState
    reason: str = ""
    stops: bool = False
    told_at: datetime


class StoppedAddressView(BaseModel):
    """Why nothing is sent to a person's address."""

    address: str
    reason: str
    stopped_at: datetime
