"""Password hashing, random tokens and their fingerprints, signed links."""

import asyncio
import base64
import hashlib
import hmac
import os
import secrets
import sys
import threading
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from careercoach.settings import settings

# OWASP's floor for argon2id: 19 MiB, two passes. About 25 ms on a small core.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
AT_ONCE = max(1, min(4, (os.cpu_count() or 2) - 1))
"""Hashes at a time: each takes a core and 19 MiB. One core is left to everybody's clicks: with all of them hashing,
a click during a storm of logins took five times as long as in calm, with one left free one and a half times."""


def _step_back() -> None:
    # On a machine that is busy anyway these threads take what the event loop leaves.
    if sys.platform == "linux":  # elsewhere a priority belongs to the whole process
        with suppress(OSError):  # a container may forbid it; then logins are no slower, only less polite
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 10)


_threads = ThreadPoolExecutor(AT_ONCE, "hashing", initializer=_step_back)
_NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$" + "$".join(
    base64.b64encode(secrets.token_bytes(size)).decode().rstrip("=") for size in (16, 32)
)
"""The hash of no password at all, with the parameters above: checking one against it takes just as long."""


def new_token() -> str:
    """256 random bits for cookies and links."""
    return secrets.token_urlsafe(32)


def fingerprint(token: str) -> str:
    """What the database keeps of a token: its SHA-256 in hex."""
    return hashlib.sha256(token.encode()).hexdigest()


def normal_password(password: str) -> str:
    """The same password typed on another keyboard: NFC."""
    return unicodedata.normalize("NFC", password)


async def hash_password(password: str) -> str:
    """argon2id in a thread, `AT_ONCE` at a time."""
    return await asyncio.get_running_loop().run_in_executor(_threads, _hasher.hash, normal_password(password))


async def check_password(password: str, hashed: str | None) -> bool:
    """Whether it fits. An unknown person (None) costs the same time as a wrong password."""
    loop = asyncio.get_running_loop()
    fits = await loop.run_in_executor(_threads, _fits, normal_password(password), hashed or _NOBODY)
    return fits and hashed is not None


def _fits(password: str, hashed: str) -> bool:
    try:
        return _hasher.verify(hashed, password)
    except (Argon2Error, InvalidHashError):
        return False


def needs_new_hash(hashed: str) -> bool:
    """True when the parameters have been raised since it was made."""
    return _hasher.check_needs_rehash(hashed)


def sign(purpose: str, value: str) -> str:
    """A signature that binds a value to a purpose ("unsubscribe", "today-pdf"), 32 characters."""
    return hmac.new(settings.secret, f"{purpose}\0{value}".encode("utf-8", "replace"), hashlib.sha256).hexdigest()[:32]


def signed_by_us(purpose: str, value: str, signature: str) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(sign(purpose, value).encode(), signature.encode("utf-8", "replace"))
