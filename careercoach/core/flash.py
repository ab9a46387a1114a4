"""What a form must remember over one redirect: the error and what was typed (never a password)."""

import base64
import json
from dataclasses import dataclass, field

from careercoach.core.identity import read_cookie
from careercoach.core.security import sign, signed_by_us

COOKIE, LIVES_S = "flash", 120


@dataclass(frozen=True)
class Flash:
    """`form`: which form it belongs to; `text_key`: what to say; `fields`: what was typed."""

    form: str = ""
    text_key: str = ""
    values: dict[str, str] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)


def pack(flash: Flash) -> str:
    """A signed cookie value."""
    body = base64.urlsafe_b64encode(json.dumps(flash.__dict__).encode()).decode().rstrip("=")
    return f"{body}.{sign('flash', body)}"


def unpack(cookie_header: str) -> Flash:
    """The flash of a Cookie header; an empty one when there is none or it is not ours."""
    body, _, signature = read_cookie(cookie_header, COOKIE).partition(".")
    if not body or not signed_by_us("flash", body, signature):
        return Flash()
    return Flash(**json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))))
