"""A message with everything a message can have."""

from datetime import UTC, datetime
from typing import Any

from careercoach.ports.mail import MailAttachment, MailMessage, message_id_of

SENDER = "CareerCoach <coach@mail.example.org>"


def message(**changes: Any) -> MailMessage:
    """One like it, changed where wished."""
    key = changes.get("key", "daily/1/2026-03-29")
    given: dict[str, Any] = {
        "key": key,
        "to": "asha@example.org",
        "subject": "दिन 12: SQL — joins",
        "text": "नमस्ते\nline\n.\n..dots",
        "html": "<p>नमस्ते</p>",
        "attachments": (MailAttachment("plan ñ.pdf", "application/pdf", b"%PDF-1.7 \x00\xff"),),
        "headers": {
            "List-Unsubscribe": "<https://h.example/api/unsubscribe?u=1&s=2>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
        "message_id": message_id_of(key, SENDER),
        "written_at": datetime(2026, 3, 29, 7, 0, tzinfo=UTC),
        "tags": {"kind": "daily", "mail": "0f" * 16},
    }
    return MailMessage(**(given | changes))
