"""A real SMTP server on this machine: plain, STARTTLS or TLS from the start, with a login and with bad moods."""

import datetime as dt
import ssl
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.servers import free_port

USER, PASSWORD = "coach", "a password of the tests only"


@dataclass
class Taken:
    """One message as it came over the line."""

    sender: str
    recipients: list[str]
    data: bytes
    is_encrypted: bool
    user: str

    @property
    def mail(self) -> EmailMessage:
        found = message_from_bytes(self.data, policy=policy.default)
        assert isinstance(found, EmailMessage)
        return found


@dataclass
class SmtpSink:
    """What it took, and what it answers instead when told so."""

    port: int = 0
    ca_file: Path | None = None
    taken: list[Taken] = field(default_factory=list)
    on_sender: str = ""
    on_recipient: dict[str, str] = field(default_factory=dict)
    on_text: str = ""
    drop_after_text: bool = False

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        if self.on_sender:
            return self.on_sender
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 ok"

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        if address in self.on_recipient:
            return self.on_recipient[address]
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.on_text:
            return self.on_text
        user = session.auth_data.decode() if session.auth_data else ""
        encrypted = server.transport.get_extra_info("ssl_object") is not None
        self.taken.append(Taken(envelope.mail_from, envelope.rcpt_tos, envelope.content, encrypted, user))
        if self.drop_after_text:
            server.transport.abort()
        return "250 2.0.0 taken"


def _let_in(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
    fits = isinstance(data, LoginPassword) and (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=fits, handled=False, auth_data=data.login if fits else None)


@contextmanager
def smtp_server(folder: Path, *, security: str = "starttls", login: bool = True) -> Generator[SmtpSink]:
    """One server for as long as the block runs. `security` is what it offers: none, starttls or tls."""
    sink = SmtpSink(ca_file=None if security == "none" else _certificate(folder))
    context = None
    if sink.ca_file is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sink.ca_file, folder / "key.pem")
    options: dict[str, Any] = {"enable_SMTPUTF8": True}
    if login:
        options |= {"authenticator": _let_in, "auth_required": True, "auth_require_tls": security == "starttls"}
    if security == "starttls":
        options |= {"tls_context": context, "require_starttls": True}
    sink.port = free_port()
    own = context if security == "tls" else None
    controller = Controller(sink, hostname="127.0.0.1", port=sink.port, ssl_context=own, **options)
    controller.start()
    try:
        yield sink
    finally:
        controller.stop()


def _certificate(folder: Path) -> Path:
    """A certificate of its own making for 127.0.0.1, good for a day."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "tests")])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(hours=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem, none = serialization.Encoding.PEM, serialization.NoEncryption()
    (folder / "key.pem").write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, none))
    path = folder / "certificate.pem"
    path.write_bytes(certificate.public_bytes(pem))
    return path
