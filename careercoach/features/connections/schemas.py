"""What crosses the border of the connections room."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel

ProviderName = Literal["openai", "gemini", "local", "resend", "smtp", "s3", "embedded", "outbox", "disk"]
KeyName = Literal["openai", "gemini", "local", "resend", "smtp", "s3"]
KeySource = Literal["", "environment", "table", "unreadable"]
"""Where a key comes from. unreadable: it was sealed with another CAREERCOACH_SECRET_KEY."""
State = Literal["on", "ready", "off"]
"""on: in use now. ready: set up, but another one is in use. off: something is missing."""


class CheckResult(BaseModel):
    """How one cheap real call went."""

    ok: bool
    reason: str = ""
    detail: str = ""
    took_ms: int = 0
    at: datetime | None = None


class Connection(BaseModel):
    """One provider as an admin sees it. Never holds a key."""

    name: ProviderName
    state: State
    key_source: KeySource = ""
    takes_key: bool = False
    can_enter: bool = False
    """A key may be typed in: there is a secret to seal it with, and the environment has none."""
    host: str = ""
    model: str = ""
    retires: str = ""
    """Day (ISO) on which the model shuts down, or "now"; empty when nothing is known."""
    successor: str = ""
    tested: bool = False
    test_ok: bool = False
    test_reason: str = ""
    test_detail: str = ""
    tested_at: datetime | None = None


class ConsentView(BaseModel):
    """What one person chose."""

    allowed: bool
    asked: bool
    """They have chosen at least once."""
    has_provider: bool
    """There is somebody to whom text could be sent."""
    hosts: list[str] = []


class SentRow(BaseModel):
    """One text that was sent, for its owner."""

    id: str
    at: datetime
    task: str
    provider: str
    host: str
    model: str
    masked: dict[str, int]


class SentText(SentRow):
    """The same with what was sent."""

    text: str


class SentPage(BaseModel):
    """The newest ones, and how many there are."""

    rows: list[SentRow]
    total: int
