"""Which passwords are refused, what to call a browser, and how acts of admins hang together."""

import hashlib
import json
from functools import cache
from pathlib import Path

from careercoach.core.errors import CoachError
from careercoach.core.security import normal_password
from careercoach.features.accounts.models import AuditEntry
from careercoach.features.accounts.schemas import PASSWORD_MAX, PASSWORD_MIN, Facts


@cache
def common_passwords() -> frozenset[str]:
    """More than ten thousand that guessers try first."""
    return frozenset(Path(__file__).with_name("common_passwords.txt").read_text(encoding="utf-8").split())


def check_new_password(password: str, *, email: str, name: str) -> None:
    """Length, common ones, ones made of the person's own name. Raises CoachError that says which."""
    password = normal_password(password)
    if not PASSWORD_MIN <= len(password) <= PASSWORD_MAX:
        raise CoachError("accounts.password_length", status=422, least=PASSWORD_MIN, most=PASSWORD_MAX)
    plain = password.casefold()
    if plain in common_passwords() or len(set(plain)) < 4:
        raise CoachError("accounts.password_common", status=422)
    own_words = {"careercoach", email.split("@")[0].casefold(), name.casefold().replace(" ", "")}
    if any(len(word) >= 4 and word in plain and len(plain) - len(word) < 6 for word in own_words):
        raise CoachError("accounts.password_own_words", status=422)


_BROWSERS = (("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
_SYSTEMS = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
    ("Mac OS", "macOS"), ("Linux", "Linux"),
)  # fmt: skip


def name_browser(user_agent: str) -> str:
    """ "Chrome, Windows": enough to recognise one's own, nothing more is kept."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), "")
    return ", ".join(part for part in (browser, system) if part)


def letters_of(token: str) -> str:
    """A token out of a link, without anything that tokens never hold."""
    return "".join(letter for letter in token[:100] if letter.isascii() and (letter.isalnum() or letter in "-_"))


_UNSAID = ("password", "secret", "token", "key", "text", "mail_address")
_LONGEST_FACT = 200


def safe_facts(facts: Facts | None) -> Facts:
    """Short values under harmless names. Raises ValueError for a name that promises a secret."""
    found = facts or {}
    if any(word in name for name in found for word in _UNSAID):
        raise ValueError(f"not for the list of acts: {', '.join(found)}")
    return {name: value[:_LONGEST_FACT] if isinstance(value, str) else value for name, value in found.items()}


def chain_hash(previous: str, entry: AuditEntry) -> str:
    """SHA-256 over the hash of the entry before (empty for the first) and every field of this one."""
    fields = [
        previous, entry.seq, entry.at.isoformat(), entry.actor_id.hex if entry.actor_id else "", entry.action,
        entry.target_kind, entry.target, entry.before, entry.after,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
