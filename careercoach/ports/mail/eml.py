"""A message as RFC 5322 bytes: what the outbox keeps, what SMTP would send, what an admin downloads."""

import hashlib
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime

from careercoach.ports.mail import MailMessage


def build_eml(message: MailMessage, *, sender: str) -> bytes:
    """The whole message with CRLF line ends. The same message gives the same bytes."""
    # Names outside ASCII need the newer form of mail; for all others the old one is understood by more servers.
    mail = EmailMessage(policy=SMTP if message.to.isascii() else SMTPUTF8)
    mail["From"] = sender
    mail["To"] = message.to
    mail["Subject"] = message.subject
    mail["Date"] = format_datetime(message.written_at)
    if message.message_id:
        mail["Message-ID"] = message.message_id
    for name, value in message.headers.items():
        mail[name] = value
    mail.set_content(message.text, cte="quoted-printable")
    if message.html:
        mail.add_alternative(message.html, subtype="html", cte="quoted-printable")
    for attachment in message.attachments:
        kind, _, subkind = attachment.content_type.partition("/")
        mail.add_attachment(attachment.data, maintype=kind, subtype=subkind, filename=attachment.file_name)
    _name_boundaries(mail, message.key)
    return mail.as_bytes()


def _name_boundaries(mail: EmailMessage, key: str) -> None:
    """Python makes up a boundary at each writing; ours follow from the key: a repeat is the same message."""
    for number, part in enumerate(part for part in mail.walk() if part.is_multipart()):
        digest = hashlib.sha256(f"{number}/{key}".encode()).hexdigest()[:32]
        part.set_boundary(f"=_{digest}")
