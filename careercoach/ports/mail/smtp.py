"""Mail by any SMTP server. One connection a message; blocking, so in a thread.

A server says that it took a message, never that it arrived. Nobody there knows our keys: the Message-ID, always the
same for a key, is all a reader can tell a doubled message by.
"""

import asyncio
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path
from typing import Literal, TypeVar

from careercoach.core.logs import log
from careercoach.ports.mail import CONFIG_WAIT_S, MailMessage, MailUnavailableError
from careercoach.ports.mail.eml import build_eml

T = TypeVar("T")

TIMEOUT_S = 20
USUAL_PORTS = {"starttls": 587, "tls": 465, "none": 25}
NO_SUCH_ADDRESS = "no_such_address"
"""The server knows that nobody has this address: as good as a bounce."""


@dataclass(frozen=True)
class SmtpServer:
    """Where to hand mail over. `none` speaks in clear, the password too. `ca_file`: trust these certificates only."""

    host: str
    port: int = 0
    user: str = ""
    password: str = ""
    security: Literal["starttls", "tls", "none"] = "starttls"
    ca_file: Path | None = None

    def __repr__(self) -> str:
        return f"SmtpServer({self.host!r})"


class SmtpMailer:
    """`sender` is the From line; its address is also where the server sends what it cannot deliver."""

    def __init__(self, server: SmtpServer, *, sender: str) -> None:
        self._server = server
        self._sender = sender

    async def send(self, message: MailMessage) -> str:
        """Hand the message over; its Message-ID. Raises MailUnavailableError."""
        return await asyncio.to_thread(self._with_server, lambda smtp: self._deliver(smtp, message))

    async def check(self) -> str:
        """Greet, encrypt and log in; nothing is sent. Raises MailUnavailableError with the reason."""
        return await asyncio.to_thread(self._with_server, lambda smtp: "ready" if smtp.noop()[0] == 250 else "greeted")

    def _with_server(self, action: Callable[[smtplib.SMTP], T]) -> T:
        try:
            smtp = self._connect()
        except smtplib.SMTPNotSupportedError:
            # No encryption, no password over the line: whoever is in between may have cut the offer out.
            raise MailUnavailableError("no_starttls", holds_all=True, retry_after_s=CONFIG_WAIT_S) from None
        except smtplib.SMTPAuthenticationError as error:
            raise _not_let_in(error.smtp_code, "login_refused") from None
        except ssl.SSLError:
            raise MailUnavailableError("bad_certificate", holds_all=True, retry_after_s=CONFIG_WAIT_S) from None
        except smtplib.SMTPResponseException as error:
            raise _not_let_in(error.smtp_code, "refused") from None
        except (OSError, smtplib.SMTPException) as error:
            raise _unreachable(error) from None
        try:
            return action(smtp)
        finally:
            _say_goodbye(smtp)

    def _connect(self) -> smtplib.SMTP:
        server = self._server
        port = server.port or USUAL_PORTS[server.security]
        context = ssl.create_default_context(cafile=str(server.ca_file) if server.ca_file else None)
        if server.security == "tls":
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(server.host, port, timeout=TIMEOUT_S, context=context)
        else:
            smtp = smtplib.SMTP(server.host, port, timeout=TIMEOUT_S)
        try:
            if server.security == "starttls":
                smtp.starttls(context=context)
            if server.user:
                _log_in(smtp, server)
        except BaseException:
            smtp.close()
            raise
        return smtp

    def _deliver(self, smtp: smtplib.SMTP, message: MailMessage) -> str:
        data = build_eml(message, sender=self._sender)
        try:
            smtp.ehlo_or_helo_if_needed()
            wants_utf8 = not message.to.isascii()
            if wants_utf8 and not smtp.has_extn("smtputf8"):
                raise MailUnavailableError("no_smtputf8", is_final=True)
            options = ["smtputf8", "body=8bitmime"] if wants_utf8 else []
            _expect(smtp.mail(parseaddr(self._sender)[1], options), "sender_refused")
            _expect(smtp.rcpt(message.to), "recipient_refused")
        except (OSError, smtplib.SMTPException) as error:
            raise _unreachable(error) from None
        try:
            answer = smtp.data(data)
        except smtplib.SMTPDataError as error:  # refused before the text was sent
            raise _refusal(error.smtp_code, "refused") from None
        except (OSError, smtplib.SMTPException) as error:
            # The text was on its way when the line went dead: it may have been taken.
            raise MailUnavailableError(_unreachable(error).reason, in_doubt=True) from None
        _expect(answer, "message_refused")
        return message.message_id or message.key


def _log_in(smtp: smtplib.SMTP, server: SmtpServer) -> None:
    smtp.ehlo_or_helo_if_needed()
    if not smtp.has_extn("auth"):
        raise MailUnavailableError("no_login", holds_all=True, retry_after_s=CONFIG_WAIT_S)
    smtp.login(server.user, server.password)


def _expect(answer: tuple[int, bytes], word: str) -> None:
    code, words = answer
    if code in (250, 251):
        return
    enhanced = words.split(b" ", 1)[0]
    if word == "recipient_refused" and code >= 500 and enhanced.startswith(b"5.1."):
        raise MailUnavailableError(NO_SUCH_ADDRESS, is_final=True)
    raise _refusal(code, word)


def _refusal(code: int, word: str) -> MailUnavailableError:
    """4xx: later perhaps. 5xx: never."""
    log.warning("the mail server answered %d (%s)", code, word)
    return MailUnavailableError(f"{word}_{code}", is_final=code >= 500)


def _not_let_in(code: int, word: str) -> MailUnavailableError:
    """The server wants nothing to do with us: that says nothing about a message."""
    refusal = _refusal(code, word)
    if not refusal.is_final:
        return refusal
    return MailUnavailableError(refusal.reason, holds_all=True, retry_after_s=CONFIG_WAIT_S)


def _unreachable(error: Exception) -> MailUnavailableError:
    slow = isinstance(error, TimeoutError)
    return MailUnavailableError("slow" if slow else "unreachable")


def _say_goodbye(smtp: smtplib.SMTP) -> None:
    try:
        smtp.quit()
    except (OSError, smtplib.SMTPException):
        smtp.close()  # what was said before counts


async def check() -> str:
    """One cheap real call to the server that is set. Raises MailUnavailableError with the reason."""
    from careercoach.ports.mail.choice import smtp_mailer

    return await smtp_mailer().check()
