"""Messages that nobody can bend, kept as files that any mail program opens."""

import stat
from datetime import UTC, datetime
from email import policy
from email.parser import BytesParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercoach.ports.mail import (
    MailAttachment,
    MailMessage,
    MailUnavailableError,
    UnsafeMailError,
    check_address,
    check_header,
    message_id_of,
)
from careercoach.ports.mail.eml import build_eml
from careercoach.ports.mail.outbox import OutboxMailer

SENDER = "CareerCoach <coach@mail.example.org>"


def message(**changes):
    given = {
        "key": "daily/1/2026-03-29",
        "to": "asha@example.org",
        "subject": "दिन 12: SQL — joins",
        "text": "नमस्ते\nline",
        "html": "<p>नमस्ते</p>",
        "attachments": (MailAttachment('plan ñ "x".pdf', "application/pdf", b"%PDF-1.7 \x00\xff"),),
        "headers": {
            "List-Unsubscribe": "<https://h.example/api/unsubscribe?u=1&s=2>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
        "message_id": message_id_of("daily/1/2026-03-29", SENDER),
        "written_at": datetime(2026, 3, 29, 7, 0, tzinfo=UTC),
    }
    return MailMessage(**(given | changes))


def parsed(data):
    return BytesParser(policy=policy.default).parsebytes(data)


async def test_everything_comes_back_as_it_was(tmp_path):
    name = await OutboxMailer(tmp_path / "outbox", sender=SENDER).send(message())
    path = tmp_path / "outbox" / name
    assert stat.S_IMODE(path.stat().st_mode) == 0o600 and stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    mail = parsed(path.read_bytes())
    assert (mail["To"], mail["From"], mail["Subject"]) == ("asha@example.org", SENDER, "दिन 12: SQL — joins")
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["Message-ID"].startswith("<") and mail["Message-ID"].endswith("@mail.example.org>")
    assert mail.get_body(("plain",)).get_content().splitlines() == ["नमस्ते", "line"]
    assert mail.get_body(("html",)).get_content().strip() == "<p>नमस्ते</p>"
    [file] = mail.iter_attachments()
    assert (file.get_filename(), file.get_content()) == ('plan ñ "x".pdf', b"%PDF-1.7 \x00\xff")


async def test_lines_end_as_the_standard_says_and_are_short(tmp_path):
    data = build_eml(message(text="x" * 5000 + "\n.\nFrom me", html="<p>" + "é" * 5000), sender=SENDER)
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(len(line) for line in data.split(b"\r\n")) <= 998
    data.decode("ascii")


async def test_one_key_is_one_file_however_often_it_is_sent(tmp_path):
    mailer = OutboxMailer(tmp_path, sender=SENDER)
    names = {await mailer.send(message()) for _ in range(3)}
    assert len(names) == 1 and len(list(tmp_path.iterdir())) == 1
    assert build_eml(message(), sender=SENDER) == build_eml(message(), sender=SENDER)
    await mailer.send(message(key="daily/1/2026-03-30"))
    assert len(list(tmp_path.iterdir())) == 2


async def test_a_full_disk_is_said_in_one_word(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(MailUnavailableError) as error:
        await OutboxMailer(blocked, sender=SENDER).send(message())
    assert error.value.reason == "disk" and not error.value.is_final


@pytest.mark.parametrize(
    "bad", ["a\r\nBcc: x@y.z", "a\nb", "a\rb", "a\x00b", "a\u2028b", "a\u2029b", "a\x85b", "x" * 999]
)
def test_headers_cannot_be_smuggled(bad):
    with pytest.raises(UnsafeMailError):
        message(subject=bad)
    with pytest.raises(UnsafeMailError):
        message(headers={"X-Note": bad})
    with pytest.raises(UnsafeMailError):
        message(attachments=(MailAttachment(bad, "text/plain", b""),))


@pytest.mark.parametrize("name", ["", "X Y", "X:Y", "X\r\nBcc", "Ü"])
def test_header_names_are_names(name):
    with pytest.raises(UnsafeMailError):
        check_header(name, "x")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "asha",
        "@example.org",
        "asha@",
        "a@b.c, d@e.f",
        "a@b.c;d@e.f",
        "Asha <a@b.c>",
        "a@b.c\r\nBcc: x@y.z",
        "a b@c.d",
        '"a b"@c.d',
        "a@b@c",
    ],
)
def test_a_message_goes_to_exactly_one_person(address):
    with pytest.raises(UnsafeMailError):
        check_address(address)


@pytest.mark.parametrize(
    "address", ["asha@example.org", "o'hara+jobs@mail.example.co.uk", "ñandú@example.org", "a@xn--bcher-kva.example"]
)
def test_ordinary_addresses_pass_and_can_be_written(address):
    assert parsed(build_eml(message(to=address), sender=SENDER))["To"].addresses[0].domain


@given(st.text(max_size=120))
def test_no_subject_adds_a_header(subject):
    try:
        data = build_eml(message(subject=subject, attachments=(), html=""), sender=SENDER)
    except UnsafeMailError:
        return
    found = parsed(data)
    assert sorted(name.lower() for name in found) == sorted(
        [
            "from",
            "to",
            "subject",
            "date",
            "message-id",
            "list-unsubscribe",
            "list-unsubscribe-post",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
        ]
    )


def test_message_ids_follow_from_the_key():
    assert message_id_of("a", SENDER) == message_id_of("a", SENDER) != message_id_of("b", SENDER)
    assert message_id_of("a", "nonsense").endswith("@localhost>")
