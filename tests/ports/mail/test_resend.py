"""Resend by its own SDK against a stand-in that speaks the protocol: what is sent, and what each refusal means."""

import base64
import json

import pytest

from careercoach.ports.mail import MailUnavailableError
from careercoach.ports.mail import resend as module
from careercoach.ports.mail.resend import TAKEN_EARLIER, ResendMailer
from tests.ports.mail.messages import SENDER, message
from tests.servers import free_port
from tests.standins.resend_server import KEY, SENDING_KEY, Fault, resend_server


@pytest.fixture
def server():
    with resend_server() as server:
        yield server


def mailer(server, key=KEY, sender=SENDER):
    return ResendMailer(api_key=key, api_url=server.url, sender=sender)


async def refused(action):
    with pytest.raises(MailUnavailableError) as error:
        await action
    return error.value


class TestSending:
    async def test_everything_arrives_as_the_protocol_says(self, server):
        sent = message()
        provider_id = await mailer(server).send(sent)
        [mail] = server.accepted
        assert provider_id == mail["id"] and mail["to"] == ["asha@example.org"] and mail["from"] == SENDER
        assert (mail["subject"], mail["text"], mail["html"]) == (sent.subject, sent.text, sent.html)
        assert mail["headers"]["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert mail["headers"]["X-Entity-Ref-ID"] == sent.key
        [file] = mail["attachments"]
        assert base64.b64decode(file["content"]) == b"%PDF-1.7 \x00\xff"
        assert (file["filename"], file["content_type"]) == ("plan ñ.pdf", "application/pdf")
        assert mail["tags"] == [{"name": "kind", "value": "daily"}, {"name": "mail", "value": "0f" * 16}]
        [asked] = server.requests
        assert asked["headers"]["idempotency-key"] == sent.key and asked["headers"]["user-agent"].startswith("resend")

    async def test_the_same_key_is_one_mail(self, server):
        ids = {await mailer(server).send(message()) for _ in range(3)}
        assert len(ids) == 1 and len(server.accepted) == 1

    async def test_the_same_key_with_another_text_was_taken_before(self, server):
        await mailer(server).send(message())
        assert await mailer(server).send(message(text="another")) == TAKEN_EARLIER
        assert len(server.accepted) == 1

    async def test_a_lost_answer_is_no_lost_mail(self, server):
        server.faults.append(Fault(drop=True, after=True))
        error = await refused(mailer(server).send(message()))
        assert (error.reason, error.is_final, error.holds_all) == ("unreachable", False, False)
        assert await mailer(server).send(message()) == server.accepted[0]["id"] and len(server.accepted) == 1

    async def test_no_html_and_no_files_are_left_out(self, server):
        await mailer(server).send(message(html="", attachments=()))
        assert not {"html", "attachments"} & set(server.accepted[0])


class TestBatches:
    async def test_many_in_one_call(self, server):
        sent = [message(key=f"k{n}", to=f"p{n}@example.org", attachments=()) for n in range(100)]
        ids = await mailer(server).send_many(sent, key="batch-1")
        assert ids == [mail["id"] for mail in server.accepted] and len(server.requests) == 1
        assert ids == await mailer(server).send_many(sent, key="batch-1") and len(server.accepted) == 100
        assert server.requests[0]["headers"]["x-batch-validation"] == "permissive"

    async def test_one_bad_address_costs_only_itself(self, server):
        sent = [
            message(key=f"k{n}", to="x@invalid.example" if n == 1 else "a@b.example", attachments=()) for n in range(4)
        ]
        answers = await mailer(server).send_many(sent, key="b")
        assert [isinstance(one, str) for one in answers] == [True, False, True, True]
        assert answers[1].is_final and [answers[0], *answers[2:]] == [mail["id"] for mail in server.accepted]

    async def test_answers_that_keep_a_place_for_refused_ones(self, server):
        body = {"data": [{"id": "1"}, {"id": ""}], "errors": [{"index": 1, "message": "no"}]}
        server.faults.append(Fault(200, body=json.dumps(body).encode()))
        first, second = await mailer(server).send_many([message(attachments=())] * 2, key="b")
        assert first == "1" and isinstance(second, MailUnavailableError)

    async def test_an_answer_that_does_not_add_up_is_no_success(self, server):
        server.faults.append(Fault(200, body=b'{"data": [{"id": "1"}]}'))
        assert (await refused(mailer(server).send_many([message(attachments=())] * 2, key="b"))).reason == "bad_answer"

    async def test_files_in_a_batch_are_refused_by_the_protocol(self, server):
        [answer] = await mailer(server).send_many([message()], key="b")
        assert isinstance(answer, MailUnavailableError)

    async def test_the_same_key_with_other_members_was_taken_before(self, server):
        sent = [message(key=f"k{n}", attachments=()) for n in range(3)]
        await mailer(server).send_many(sent, key="b")
        assert await mailer(server).send_many(sent[:2], key="b") == [TAKEN_EARLIER, TAKEN_EARLIER]


FAULTS = [
    # fault, reason, final, holds all, retry after (None: any)
    (Fault(429, "rate_limit_exceeded", {"Retry-After": "7"}), "rate_limit_exceeded", False, True, 7),
    (Fault(429, "rate_limit_exceeded", {"ratelimit-reset": "3"}), "rate_limit_exceeded", False, True, 3),
    (Fault(429, "rate_limit_exceeded"), "rate_limit_exceeded", False, True, 1),
    (Fault(429, "rate_limit_exceeded", {"Retry-After": "soon"}), "rate_limit_exceeded", False, True, 1),
    (Fault(429, body=b"<html>", content_type="text/html"), "rate_limit_exceeded", False, True, 1),
    (Fault(429, "daily_quota_exceeded"), "daily_quota_exceeded", False, True, None),
    (Fault(429, "monthly_quota_exceeded"), "monthly_quota_exceeded", False, True, None),
    (Fault(500, "application_error"), "application_error", False, False, 0),
    (Fault(503, "application_error", {"Retry-After": "30"}), "application_error", False, False, 30),
    (Fault(502, body=b"<html>Bad gateway</html>", content_type="text/html"), "application_error", False, False, 0),
    (Fault(200, body=b"<html>ok?</html>", content_type="text/html"), "application_error", False, False, 0),
    (Fault(200, body=b'{"id": "49', content_type="application/json"), "application_error", False, False, 0),
    (Fault(200, body=b"{}"), "bad_answer", False, False, 0),
    (Fault(409, "concurrent_idempotent_requests"), "concurrent_idempotent_requests", False, False, 0),
    (Fault(422, "validation_error"), "validation_error", True, False, 0),
    (Fault(422, "missing_required_field"), "missing_required_field", True, False, 0),
    (Fault(401, "missing_api_key"), "missing_api_key", False, True, 300),
    (Fault(403, "invalid_api_key"), "invalid_api_key", False, True, 300),
    (Fault(401, "restricted_api_key"), "restricted_api_key", False, True, 300),
    (Fault(403, "validation_error"), "validation_error", True, False, 0),
    (Fault(400, "invalid_idempotency_key"), "invalid_idempotency_key", True, False, 0),
    (Fault(404, "not_found"), "not_found", True, False, 0),
    (Fault(405, "method_not_allowed"), "method_not_allowed", True, False, 0),
    (Fault(403, "Evil\r\nname <a@b.c>"), None, True, False, 0),
]


@pytest.mark.parametrize(("fault", "reason", "final", "holds_all", "retry_after_s"), FAULTS)
async def test_what_each_refusal_means(server, fault, reason, final, holds_all, retry_after_s):
    server.faults.append(fault)
    error = await refused(mailer(server).send(message()))
    assert (error.is_final, error.holds_all) == (final, holds_all)
    assert reason is None or error.reason == reason
    assert error.reason.replace("_", "").isalnum() and len(error.reason) <= 40
    if retry_after_s is not None:
        assert error.retry_after_s == retry_after_s
    else:
        assert 0 < error.retry_after_s <= 86_460
    assert len(server.requests) == 1, "the SDK tries nothing twice, and neither does the provider"
    assert server.accepted == [] and error.__cause__ is None and "example.org" not in str(error)


async def test_a_wrong_key_costs_no_mail(server):
    error = await refused(mailer(server, key="re_wrong").send(message()))
    assert (error.reason, error.is_final, error.holds_all) == ("invalid_api_key", False, True)


async def test_nobody_there_and_a_hanging_server(server, monkeypatch):
    away = ResendMailer(api_key=KEY, api_url=f"http://127.0.0.1:{free_port()}", sender=SENDER)
    assert (await refused(away.send(message()))).reason == "unreachable"
    monkeypatch.setattr(module, "TIMEOUT_S", 0.3)
    server.faults.append(Fault(wait_s=1.0))
    assert (await refused(mailer(server).send(message()))).reason == "unreachable"


class TestCheck:
    async def test_a_verified_domain_is_fine(self, server):
        assert await mailer(server).check() == "verified"
        assert await mailer(server, sender="Coach <coach@news.mail.example.org>").check() == "verified"

    async def test_a_key_that_may_only_send_is_fine(self, server):
        assert await mailer(server, key=SENDING_KEY).check() == "sending_only"

    @pytest.mark.parametrize("states", [[], [{"id": "1", "name": "mail.example.org", "status": "pending"}]])
    async def test_a_domain_that_is_not_ready_is_told(self, server, states):
        server.domains = states
        assert (await refused(mailer(server).check())).reason == "domain_not_verified"

    async def test_a_wrong_key_is_told(self, server):
        assert (await refused(mailer(server, key="re_wrong").check())).reason == "invalid_api_key"


async def test_an_address_is_taken_off_their_list_too(server):
    server.suppressed.add("asha+x@example.org")
    await mailer(server).allow_again("asha+x@example.org")
    assert server.suppressed == set()
    await mailer(server).allow_again("asha+x@example.org")
