"""Sealing keys: AES-GCM under a key made from CAREERCOACH_SECRET_KEY, bound to the provider's name."""

import base64
import json
import os
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

LEAST_SECRET = 24
"""Characters: fewer could be guessed by whoever has a copy of the database."""
MOST_KEY = 500
_VERSION = "1"
_NONCE = 12


def can_seal(secret: str) -> bool:
    """Whether a secret of the environment is good enough. One kept beside the database would protect nothing."""
    return len(secret) >= LEAST_SECRET


def seal(values: Mapping[str, str], *, provider: str, secret: str) -> str:
    """The values encrypted. Two times the same gives two different texts."""
    nonce = os.urandom(_NONCE)
    plain = json.dumps(dict(values)).encode()
    sealed = _cipher(secret).encrypt(nonce, plain, _bound_to(provider))
    return f"{_VERSION}.{base64.urlsafe_b64encode(nonce + sealed).decode()}"


def unseal(sealed: str, *, provider: str, secret: str) -> dict[str, str] | None:
    """The values, None when this secret does not open them or somebody changed them."""
    version, _, body = sealed.partition(".")
    if version != _VERSION:
        return None
    try:
        raw = base64.urlsafe_b64decode(body)
        values = json.loads(_cipher(secret).decrypt(raw[:_NONCE], raw[_NONCE:], _bound_to(provider)))
    except (ValueError, InvalidTag):
        return None
    return {str(name): str(value) for name, value in values.items()} if isinstance(values, dict) else None  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]


_WORDS = {
    "slow": "timeout", "unreachable": "network", "bad_answer": "invalid", "httpclienterror": "network",
    "no_key": "unset", "no_host": "unset", "no_bucket_named": "unset", "no_credentials": "unset", "none": "unset",
    "invalid_api_key": "key", "missing_api_key": "key", "restricted_api_key": "key", "bad_key": "key",
    "domain_not_verified": "domain", "no_starttls": "tls", "bad_certificate": "tls", "no_login": "login",
    "rate_limit_exceeded": "rate", "busy": "rate", "daily_quota_exceeded": "quota", "monthly_quota_exceeded": "quota",
    "application_error": "server", "internal_server_error": "server", "no_bucket": "bucket", "refused": "bucket", "wrong_region": "bucket",
}  # fmt: skip
SAID = frozenset({
    "key", "rate", "quota", "missing", "server", "timeout", "network", "request", "invalid", "domain", "tls", "login",
    "bucket", "clock", "disk", "unset", "other",
})  # fmt: skip
"""Reasons there is a sentence for: connections.reason.<one of them>."""


def sentence_of(reason: str) -> str:
    """Which sentence says a provider's technical word."""
    if reason in SAID:
        return reason
    if reason.startswith(("login", "auth")):
        return "login"
    return _WORDS.get(reason, "other")


def clean_key(written: str) -> str:
    """A key as it was pasted, without what cannot belong to one; empty when it can be none."""
    key = "".join(written.split())
    return key if 1 <= len(key) <= MOST_KEY and key.isascii() and key.isprintable() else ""


def _cipher(secret: str) -> AESGCM:
    # The secret signs links, too: the purpose keeps the two apart.
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"careercoach provider keys 1").derive(secret.encode())
    return AESGCM(key)


def _bound_to(provider: str) -> bytes:
    return f"careercoach/{provider}".encode()
