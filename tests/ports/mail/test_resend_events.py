"""Only what Resend signed, lately, over these very bytes."""

import json
import time

import pytest
import resend  # noqa: TID251  (its own check, to compare ours with)
from hypothesis import given
from hypothesis import strategies as st

from careercoach.ports.mail.resend_events import read_event, signed_id
from tests.standins.resend_server import WEBHOOK_SECRET, ResendServer, event, new_event_id

SERVER = ResendServer()
BODY = event("email.delivered", "49a3", tags={"kind": "daily", "mail": "0f" * 16})
OTHER = "whsec_b3RoZXI="


def by_sdk(headers, body, secret=WEBHOOK_SECRET):
    named = {name: headers[f"svix-{name}"] for name in ("id", "timestamp", "signature")}
    try:
        resend.Webhooks.verify({"payload": body.decode(), "headers": named, "webhook_secret": secret})
    except ValueError:
        return False
    return True


def test_what_resend_signed_is_believed():
    headers = SERVER.sign("msg_1", BODY)
    assert signed_id(headers, BODY, secrets=WEBHOOK_SECRET) == "msg_1" and by_sdk(headers, BODY)


@pytest.mark.parametrize("seconds", [-290, 290])
def test_clocks_may_differ_a_little(seconds):
    assert signed_id(SERVER.sign("msg_1", BODY, at=time.time() + seconds), BODY, secrets=WEBHOOK_SECRET)


@pytest.mark.parametrize("seconds", [-302, 302, -86400])
def test_old_and_future_ones_are_not_believed(seconds):
    headers = SERVER.sign("msg_1", BODY, at=time.time() + seconds)
    assert not signed_id(headers, BODY, secrets=WEBHOOK_SECRET) and not by_sdk(headers, BODY)


def test_while_the_secret_is_changed_both_are_good():
    for secret in (WEBHOOK_SECRET, OTHER):
        headers = SERVER.sign("m", BODY, secret=secret)
        assert signed_id(headers, BODY, secrets=f"{WEBHOOK_SECRET} {OTHER}")
        assert signed_id(headers, BODY, secrets=f"{OTHER},{WEBHOOK_SECRET}")
    assert not signed_id(SERVER.sign("m", BODY, secret=OTHER), BODY, secrets=WEBHOOK_SECRET)


def test_one_of_several_signatures_is_enough():
    headers = SERVER.sign("m", BODY)
    for around in ("v1,AAAA {}", "{} v1,AAAA", "v1a,xyz {} v2,zzz"):
        told = headers | {"svix-signature": around.format(headers["svix-signature"])}
        assert signed_id(told, BODY, secrets=WEBHOOK_SECRET) == "m"


SPOILT = {
    "another body": ({}, BODY + b" "),
    "another id": ({"svix-id": "msg_2"}, BODY),
    "another time": ({"svix-timestamp": str(int(time.time()) - 1)}, BODY),
    "another version": ({"svix-signature": "v2,AAAA"}, BODY),
    "no version": ({"svix-signature": "AAAA"}, BODY),
    "empty": ({"svix-signature": "v1,"}, BODY),
    "letters of others": ({"svix-signature": "v1,é\udcff"}, BODY),
    "a time in words": ({"svix-timestamp": "now"}, BODY),
    "a time with a sign": ({"svix-timestamp": f"+{int(time.time())}"}, BODY),
    "a time in other digits": ({"svix-timestamp": "١" * 10}, BODY),
    "no id": ({"svix-id": ""}, BODY),
    "a long id": ({"svix-id": "m" * 101}, BODY),
}


@pytest.mark.parametrize("change", SPOILT)
def test_anything_else_is_not_believed(change):
    headers, body = SPOILT[change]
    assert signed_id(SERVER.sign("msg_1", BODY) | headers, body, secrets=WEBHOOK_SECRET) == ""


@pytest.mark.parametrize("missing", ["svix-id", "svix-timestamp", "svix-signature"])
def test_every_header_is_needed(missing):
    headers = {name: value for name, value in SERVER.sign("m", BODY).items() if name != missing}
    assert signed_id(headers, BODY, secrets=WEBHOOK_SECRET) == ""


@pytest.mark.parametrize("secrets", ["", " ", "whsec_", "whsec_%%%", "plain"])
def test_a_secret_that_is_none_lets_nobody_in(secrets):
    empty = SERVER.sign("m", BODY, secret="whsec_")
    assert signed_id(empty, BODY, secrets=secrets) == ""


@given(st.binary(max_size=200), st.text(max_size=20), st.text(max_size=80))
def test_nothing_breaks_it(body, stamp, signature):
    headers = {"svix-id": "m", "svix-timestamp": stamp, "svix-signature": signature}
    assert signed_id(headers, body, secrets=WEBHOOK_SECRET) == ""
    read_event(body)


def test_what_it_tells():
    read = read_event(BODY)
    assert (read.provider_id, read.state, read.stops, read.mail_id.hex) == ("49a3", "delivered", False, "0f" * 16)
    assert read.told_at.isoformat() == "2026-11-20T07:00:05+00:00"


@pytest.mark.parametrize(
    ("kind", "data", "state", "reason", "stops"),
    [
        ("email.bounced", {"bounce": {"type": "Permanent", "subType": "General"}}, "bounced", "bounced", True),
        ("email.bounced", {}, "bounced", "bounced", True),
        ("email.bounced", {"bounce": {"type": "Transient"}}, "bounced", "bounced_for_now", False),
        ("email.bounced", {"bounce": {"type": "Undetermined"}}, "bounced", "bounced_for_now", False),
        ("email.complained", {}, "complained", "complained", True),
        ("email.suppressed", {}, "bounced", "suppressed", True),
        ("email.failed", {"failed": {"reason": "reached_daily_quota"}}, "failed", "reached_daily_quota", False),
        ("email.failed", {"failed": "<b>"}, "failed", "failed", False),
    ],
)
def test_what_each_kind_means(kind, data, state, reason, stops):
    found = read_event(event(kind, "1", **data))
    assert (found.state, found.reason, found.stops) == (state, reason, stops)


@pytest.mark.parametrize(
    "body",
    [
        b"", b"null", b"[]", b"{}", b'{"type": "email.bounced"}', b'{"type": "email.bounced", "data": null}',
        b'{"type": "email.bounced", "data": {"email_id": ""}}', b"[" * 50_000,
        event("email.opened", "1"), event("email.clicked", "1"), event("email.sent", "1"),
        event("email.delivery_delayed", "1"), event("contact.created", "1"), event("email.bounced", "x" * 201),
        json.dumps({"type": "domain.updated", "data": {"id": "1"}}).encode(),
    ],
)  # fmt: skip
def test_other_news_and_nonsense_are_nothing(body):
    assert read_event(body) is None


def test_event_ids_differ():
    assert new_event_id() != new_event_id()


def test_our_own_id_is_found_in_either_form():
    mail_id = "5f0c7f8e5d1a4b0e9a3f1c2d3e4f5a6b"
    for tags in (
        {"mail": mail_id, "kind": "daily"},
        [{"name": "kind", "value": "daily"}, {"name": "mail", "value": mail_id}],
    ):
        event = read_event(json.dumps({"type": "email.delivered", "data": {"email_id": "e", "tags": tags}}).encode())
        assert event is not None and event.mail_id is not None and event.mail_id.hex == mail_id
