"""The mails of the accounts: subject, letter and whether they hold a secret."""

from dataclasses import dataclass

from careercoach.core.documents import Button, Letter, Notice, Paragraph, letter, one_line
from careercoach.core.texts import text
from careercoach.settings import settings


@dataclass(frozen=True)
class Written:
    """A subject and its letter."""

    subject: str
    letter: Letter


def password_reset(*, name: str, link: str, language: str) -> Written:
    """The one-time link for a new password."""
    title = text("notifications.reset.title", language)
    blocks = [
        _hello(name, language),
        Paragraph(text("notifications.reset.asked", language)),
        Button(text("notifications.reset.button", language), link),
        Paragraph(text("notifications.reset.once", language), quiet=True),
        Paragraph(text("notifications.reset.not_you", language), quiet=True),
    ]
    return _written(title, blocks, language, preview=text("notifications.reset.once", language))


def password_changed(*, name: str, language: str) -> Written:
    """The warning that the password is another one now."""
    title = text("notifications.changed.title", language)
    blocks = [
        _hello(name, language),
        Paragraph(text("notifications.changed.done", language)),
        Notice(text("notifications.changed.not_you", language)),
        Button(text("notifications.changed.button", language), f"{settings.base_url}/forgot"),
    ]
    return _written(title, blocks, language, preview=text("notifications.changed.done", language))


def welcome(*, name: str, language: str) -> Written:
    """The first mail: what comes next, with one button."""
    title = text("notifications.welcome.title", language)
    blocks = [
        _hello(name, language),
        Paragraph(text("notifications.welcome.next", language)),
        Button(text("notifications.welcome.button", language), f"{settings.base_url}/onboarding"),
        Paragraph(text("notifications.welcome.calm", language), quiet=True),
    ]
    return _written(title, blocks, language, preview=text("notifications.welcome.next", language))


def trial(*, name: str, language: str) -> Written:
    """The mail by which an admin sees that mail arrives."""
    title = text("notifications.trial.title", language)
    blocks = [
        _hello(name, language),
        Paragraph(text("notifications.trial.arrived", language)),
        Button(text("notifications.trial.button", language), f"{settings.base_url}/admin/outbox"),
    ]
    return _written(title, blocks, language, preview=text("notifications.trial.arrived", language))


def _hello(name: str, language: str) -> Paragraph:
    return Paragraph(text("notifications.hello", language, name=one_line(name, 80)))


def _written(title: str, blocks: list[Paragraph | Button | Notice], language: str, *, preview: str) -> Written:
    why = text("notifications.why_account", language, address=settings.base_url.partition("://")[2])
    return Written(title, letter(title=title, language=language, blocks=blocks, why=why, preview=preview))
