"""SMTP against a real server: encrypted unless told otherwise, and what each refusal means."""

import socket
import threading

import pytest

from careercoach.ports.mail import MailUnavailableError
from careercoach.ports.mail import smtp as module
from careercoach.ports.mail.smtp import SmtpMailer, SmtpServer
from tests.ports.mail.messages import SENDER, message
from tests.servers import free_port
from tests.standins.smtp_server import PASSWORD, USER, smtp_server


def mailer(sink, security, **changes):
    given = {"host": "127.0.0.1", "port": sink.port, "user": USER, "password": PASSWORD, "security": security,
             "ca_file": sink.ca_file}  # fmt: skip
    return SmtpMailer(SmtpServer(**(given | changes)), sender=SENDER)


@pytest.fixture
def sink(tmp_path):
    with smtp_server(tmp_path) as sink:
        yield sink


async def refused(action):
    with pytest.raises(MailUnavailableError) as error:
        await action
    return error.value


@pytest.mark.parametrize("security", ["starttls", "tls", "none"])
async def test_the_whole_message_arrives(tmp_path, security):
    with smtp_server(tmp_path, security=security) as sink:
        sent = message()
        assert await mailer(sink, security).send(sent) == sent.message_id
    [taken] = sink.taken
    assert (taken.sender, taken.recipients) == ("coach@mail.example.org", ["asha@example.org"])
    assert taken.is_encrypted is (security != "none") and taken.user == USER
    mail = taken.mail
    assert (mail["To"], mail["From"], mail["Subject"]) == ("asha@example.org", SENDER, sent.subject)
    assert mail["Message-ID"] == sent.message_id and mail["List-Unsubscribe"] == sent.headers["List-Unsubscribe"]
    assert mail.get_body(("plain",)).get_content().splitlines() == ["नमस्ते", "line", ".", "..dots"]
    [file] = mail.iter_attachments()
    assert (file.get_filename(), file.get_content()) == ("plan ñ.pdf", b"%PDF-1.7 \x00\xff")


async def test_names_in_other_letters(sink):
    await mailer(sink, "starttls").send(message(to="ñandú@example.org"))
    assert sink.taken[0].recipients == ["ñandú@example.org"]


async def test_a_server_without_a_login_gets_no_password(tmp_path):
    with smtp_server(tmp_path, security="none", login=False) as sink:
        await mailer(sink, "none", user="", password="").send(message())
        assert (await refused(mailer(sink, "none").send(message()))).reason == "no_login"
    assert len(sink.taken) == 1


async def test_without_encryption_neither_password_nor_mail_leaves(tmp_path):
    """A server, or somebody in between, that offers no STARTTLS."""
    with smtp_server(tmp_path, security="none") as sink:
        error = await refused(mailer(sink, "starttls").send(message()))
    assert (error.reason, error.is_final, error.holds_all, sink.taken) == ("no_starttls", False, True, [])


@pytest.mark.parametrize("security", ["starttls", "tls"])
async def test_a_certificate_nobody_vouches_for_is_refused(tmp_path, security):
    with smtp_server(tmp_path, security=security) as sink:
        error = await refused(mailer(sink, security, ca_file=None).send(message()))
    assert error.reason == "bad_certificate" and sink.taken == []


async def test_a_wrong_password_is_told(sink):
    error = await refused(mailer(sink, "starttls", password="wrong").send(message()))
    assert error.reason == "login_refused_535" and sink.taken == []
    assert not error.is_final and error.holds_all, "no mail is lost because somebody mistyped a password"


@pytest.mark.parametrize(
    ("mood", "answer", "reason", "final"),
    [
        ("on_sender", "451 4.3.0 later", "sender_refused_451", False),
        ("on_sender", "553 5.1.8 not you", "sender_refused_553", True),
        ("recipient", "450 4.2.1 greylisted", "recipient_refused_450", False),
        ("recipient", "550 5.7.1 policy", "recipient_refused_550", True),
        ("recipient", "550 5.1.1 no such user", "no_such_address", True),
        ("on_text", "452 4.3.1 disk full", "message_refused_452", False),
        ("on_text", "554 5.7.1 looks like spam", "message_refused_554", True),
    ],
)
async def test_what_each_refusal_means(sink, mood, answer, reason, final):
    if mood == "recipient":
        sink.on_recipient["asha@example.org"] = answer
    else:
        setattr(sink, mood, answer)
    error = await refused(mailer(sink, "starttls").send(message()))
    assert (error.reason, error.is_final, error.in_doubt) == (reason, final, False)


async def test_a_line_that_dies_after_the_text_leaves_a_doubt(sink):
    sink.drop_after_text = True
    error = await refused(mailer(sink, "starttls").send(message()))
    assert error.in_doubt and not error.is_final and len(sink.taken) == 1


async def test_nobody_there_and_a_server_that_says_nothing(monkeypatch):
    away = SmtpMailer(SmtpServer("127.0.0.1", free_port(), security="none"), sender=SENDER)
    error = await refused(away.send(message()))
    assert (error.reason, error.in_doubt) == ("unreachable", False)
    monkeypatch.setattr(module, "TIMEOUT_S", 0.3)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        for security in ("none", "tls"):
            mute = SmtpMailer(SmtpServer("127.0.0.1", silent.getsockname()[1], security=security), sender=SENDER)
            error = await refused(mute.send(message()))
            assert error.reason in ("slow", "unreachable") and not error.in_doubt


@pytest.mark.parametrize(("greeting", "holds_all"), [("554 no service here", True), ("421 too busy", False)])
async def test_a_server_that_does_not_let_us_in_says_nothing_about_a_mail(greeting, holds_all):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        closed.listen()

        def talk():
            line, _ = closed.accept()
            line.sendall(f"{greeting}\r\n".encode())
            line.close()

        threading.Thread(target=talk, daemon=True).start()
        mailer = SmtpMailer(SmtpServer("127.0.0.1", closed.getsockname()[1], security="none"), sender=SENDER)
        error = await refused(mailer.send(message()))
    assert (error.reason, error.is_final, error.holds_all) == (f"refused_{greeting[:3]}", False, holds_all)


async def test_a_server_that_talks_nonsense():
    with socket.socket() as odd:
        odd.bind(("127.0.0.1", 0))
        odd.listen()

        def talk():
            line, _ = odd.accept()
            line.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            line.close()

        threading.Thread(target=talk, daemon=True).start()
        mailer = SmtpMailer(SmtpServer("127.0.0.1", odd.getsockname()[1], security="none"), sender=SENDER)
        error = await refused(mailer.send(message()))
    assert not error.in_doubt


async def test_a_check_logs_in_and_sends_nothing(sink):
    assert await mailer(sink, "starttls").check() == "ready"
    assert (await refused(mailer(sink, "starttls", password="x").check())).reason == "login_refused_535"
    assert sink.taken == []


def test_no_password_shows_itself():
    assert "secret" not in repr(SmtpServer("h", password="secret", user="secret"))
