"""Which mail provider the settings name, and what it can bear."""

from careercoach.ports.mail import Mailer, MailLimits, MailUnavailableError
from careercoach.ports.mail.outbox import OutboxMailer
from careercoach.ports.mail.resend import BATCH, ResendMailer
from careercoach.ports.mail.smtp import SmtpMailer, SmtpServer
from careercoach.settings import settings


def outbox_mailer() -> OutboxMailer:
    """The folder in the data folder, wherever that is at the time."""
    return OutboxMailer(lambda: settings.data_dir / "outbox", sender=settings.mail_from)


def resend_mailer() -> ResendMailer:
    """Resend with the key of the settings. Raises MailUnavailableError without one."""
    if not settings.resend_api_key:
        raise MailUnavailableError("no_key", is_final=True)
    return ResendMailer(api_key=settings.resend_api_key, api_url=settings.resend_api_url, sender=settings.mail_from)


def smtp_mailer() -> SmtpMailer:
    """The server of the settings. Raises MailUnavailableError without one."""
    if not settings.smtp_host:
        raise MailUnavailableError("no_host", is_final=True)
    server = SmtpServer(
        host=settings.smtp_host,
        port=settings.smtp_port,
        user=settings.smtp_user,
        password=settings.smtp_password,
        security=settings.smtp_security,
        ca_file=settings.smtp_ca_file,
    )
    return SmtpMailer(server, sender=settings.mail_from)


def chosen_mailer() -> tuple[Mailer, MailLimits]:
    """The one in use. Raises MailUnavailableError when it lacks its key or host."""
    if settings.mail_service == "resend":
        return resend_mailer(), MailLimits(per_second=settings.mail_per_second, batch=BATCH)
    if settings.mail_service == "smtp":
        return smtp_mailer(), MailLimits(per_second=settings.mail_per_second, remembers_keys=False)
    return outbox_mailer(), MailLimits()
