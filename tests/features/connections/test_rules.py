"""Keys are sealed well: another secret, another provider or a changed letter opens nothing."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercoach.features.connections.rules import SAID, can_seal, clean_key, seal, sentence_of, unseal

SECRET = "a secret that is long enough"
VALUES = {"openai_api_key": "sk-not-a-real-one"}


def test_a_sealed_key_opens_for_its_provider_and_secret_only():
    sealed = seal(VALUES, provider="openai", secret=SECRET)
    assert unseal(sealed, provider="openai", secret=SECRET) == VALUES
    assert unseal(sealed, provider="gemini", secret=SECRET) is None
    assert unseal(sealed, provider="openai", secret=SECRET + "x") is None
    assert "sk-not" not in sealed and "sk-not" not in str(base64.urlsafe_b64decode(sealed.partition(".")[2]))


def test_the_same_key_is_sealed_differently_each_time():
    assert seal(VALUES, provider="openai", secret=SECRET) != seal(VALUES, provider="openai", secret=SECRET)


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_a_changed_letter_opens_nothing(place, change):
    version, _, body = seal(VALUES, provider="openai", secret=SECRET).partition(".")
    raw = bytearray(base64.urlsafe_b64decode(body))
    raw[place % len(raw)] ^= change
    changed = f"{version}.{base64.urlsafe_b64encode(bytes(raw)).decode()}"
    assert unseal(changed, provider="openai", secret=SECRET) is None


@pytest.mark.parametrize("sealed", ["", "1.", "2.AAAA", "1.not base64!", "1." + "A" * 100])
def test_what_is_no_seal_opens_nothing(sealed):
    assert unseal(sealed, provider="openai", secret=SECRET) is None


def test_a_short_secret_seals_nothing():
    assert not can_seal("") and not can_seal("short") and can_seal(SECRET)


@pytest.mark.parametrize(
    ("written", "key"),
    [(" sk-1\n", "sk-1"), ("sk-\u200b1", ""), ("", ""), ("x" * 501, ""), ("s k", "sk"), ("sk-\x00", ""), ("ключ", "")],
)
def test_a_pasted_key_is_cleaned(written, key):
    assert clean_key(written) == key


@pytest.mark.parametrize(
    ("reason", "word"),
    [
        ("key", "key"),
        ("slow", "timeout"),
        ("domain_not_verified", "domain"),
        ("login_refused_535", "login"),
        ("odd", "other"),
        ("", "other"),
    ],
)
def test_every_reason_has_a_sentence(reason, word):
    assert sentence_of(reason) == word and word in SAID
