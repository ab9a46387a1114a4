"""What Resend tells us by webhook, and proof that it was Resend: an HMAC over the raw body (Svix, "v1")."""

import base64
import binascii
import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, cast
from uuid import UUID

from careercoach.core.clock import utc_now
from careercoach.core.errors import CoachError
from careercoach.core.ids import read_id

TOLERANCE = timedelta(minutes=5)
"""How far the clocks may differ; an older message is a replay."""
LONGEST_ID = 100
_NOT_IN_REASONS = re.compile(r"[^a-z0-9]+")

State = Literal["delivered", "failed", "bounced", "complained"]


@dataclass(frozen=True)
class ResendEvent:
    """News of one mail. `stops`: nothing more is to be sent to its address."""

    provider_id: str
    state: State
    reason: str
    stops: bool
    told_at: datetime
    mail_id: UUID | None
    """Our own id, which we had sent along as a tag."""


def signed_id(headers: Mapping[str, str], body: bytes, *, secrets: str) -> str:
    """The id of a message that Resend signed within the last minutes; empty for any other.

    `secrets`: one, or two with a blank between while it is being changed.
    """
    event_id, sent_at = headers.get("svix-id", ""), headers.get("svix-timestamp", "")
    if not (0 < len(event_id) <= LONGEST_ID and event_id.isascii() and event_id.isprintable()):
        return ""
    # Digits only: int() would also read blanks, signs and letters of other scripts, which were not signed so.
    if not re.fullmatch(r"[0-9]{1,12}", sent_at, re.ASCII):
        return ""
    if abs(utc_now().timestamp() - int(sent_at)) > TOLERANCE.total_seconds():
        return ""
    content = b".".join([event_id.encode(), sent_at.encode(), body])
    given = [part[3:] for part in headers.get("svix-signature", "").split(" ") if part.startswith("v1,")]
    # Every pair is compared: how long that takes says nothing about which one was nearly right.
    fits = [_same(_signature(key, content), one) for key in _keys(secrets) for one in given]
    return event_id if any(fits) else ""


def _keys(secrets: str) -> list[bytes]:
    keys: list[bytes] = []
    for secret in secrets.replace(",", " ").split():
        try:
            keys.append(base64.b64decode(secret.removeprefix("whsec_"), validate=True))
        except (binascii.Error, ValueError):
            continue
    return [key for key in keys if key]


def _signature(key: bytes, content: bytes) -> bytes:
    return base64.b64encode(hmac.new(key, content, hashlib.sha256).digest())


def _same(ours: bytes, theirs: str) -> bool:
    return hmac.compare_digest(ours, theirs.encode("utf-8", "replace"))


def read_event(body: bytes) -> ResendEvent | None:
    """News that concern a mail of ours; None for all other kinds and for what cannot be understood."""
    try:
        event = json.loads(body)
        kind, data = str(event["type"]), cast("dict[str, Any]", event["data"])
        provider_id = str(data["email_id"])
        told_at = _when(event.get("created_at"))
        mail_id = _own_id(data.get("tags"))
        found = _meaning(kind, data)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if found is None or not provider_id or len(provider_id) > 200:
        return None
    state, reason, stops = found
    return ResendEvent(provider_id, state, reason, stops, told_at, mail_id)


def _meaning(kind: str, data: dict[str, Any]) -> tuple[State, str, bool] | None:
    """State, reason and whether to stop."""
    if kind == "email.delivered":
        return "delivered", "", False
    if kind == "email.complained":
        return "complained", "complained", True
    if kind == "email.suppressed":
        return "bounced", "suppressed", True
    if kind == "email.failed":
        return "failed", _word(data.get("failed"), "reason") or "failed", False
    if kind == "email.bounced":
        lasting = _word(data.get("bounce"), "type") in ("", "permanent")
        return "bounced", "bounced" if lasting else "bounced_for_now", lasting
    return None


def _word(part: Any, name: str) -> str:
    given = part.get(name, "") if isinstance(part, dict) else ""
    return _NOT_IN_REASONS.sub("_", str(given).lower()).strip("_")[:40]


def _when(given: Any) -> datetime:
    try:
        told_at = datetime.fromisoformat(str(given).replace("Z", "+00:00"))
    except ValueError:
        return utc_now()
    return told_at if told_at.tzinfo else utc_now()


def _own_id(tags: Any) -> UUID | None:
    if isinstance(tags, list):  # as they were sent, and not by name
        tags = {tag.get("name"): tag.get("value") for tag in tags if isinstance(tag, dict)}  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
    given = tags.get("mail", "") if isinstance(tags, dict) else ""  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
    try:
        return read_id(str(given))
    except CoachError:
        return None
