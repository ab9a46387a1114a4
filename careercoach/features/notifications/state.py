"""One's own mails, and the page behind the unsubscribe link."""

from datetime import datetime

import reflex as rx
from pydantic import BaseModel

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.clock import local_date
from careercoach.core.dates import day_name, time_name
from careercoach.core.errors import CoachError
from careercoach.core.identity import current_person
from careercoach.core.ids import read_id
from careercoach.features.notifications import flows, service
from careercoach.features.notifications.rules import lines_to_read
from careercoach.features.notifications.schemas import MailState, MailView
from careercoach.features.profiles import service as profiles

PAGE_OF_MAILS = 30
REASONS = (
    "limit",
    "too_late",
    "stopped",
    "unsure",
    "no_such_address",
    "bounced",
    "bounced_for_now",
    "complained",
    "suppressed",
)
"""Those we have a sentence of their own for."""
EXPLAINED = (MailState.FAILED, MailState.BOUNCED, MailState.COMPLAINED)


class InWords(BaseModel):
    """The same in each language, so that switching needs no round trip."""

    en: str = ""
    hi: str = ""
    es: str = ""


class MailRow(BaseModel):
    """A line of the history. `when` is in the person's own zone."""

    id: str
    subject: str
    state: str
    reason_key: str
    when: InWords
    files: list[str]


class OpenMail(BaseModel):
    """The mail that is open, its text cut into lines."""

    id: str = ""
    lines: list[str] = []
    is_secret: bool = False


class NotificationState(rx.State):
    """The signed-in person's mails, newest first."""

    mails: list[MailRow] = []
    opened: OpenMail = OpenMail()
    is_ready: bool = False
    has_more: bool = False
    problem_key: str = ""

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """The newest mails."""
        self.opened, self.problem_key = OpenMail(), ""
        await self._list(PAGE_OF_MAILS)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def show_more(self):
        """Older ones too."""
        await self._list(len(self.mails) + PAGE_OF_MAILS)

    async def _list(self, count: int) -> None:
        person = current_person()
        async with db.reading() as session:
            mails = await service.list_mails(session, user_id=person.id, limit=count + 1)
            zone = (await profiles.get_profile(session, user_id=person.id)).time_zone
        self.mails = [_row(mail, zone) for mail in mails[:count]]
        self.has_more, self.is_ready = len(mails) > count, True

    @rx.event
    @allow(Access.SIGNED_IN)
    async def open_mail(self, mail_id: str):
        """Show the text of one of one's own mails; the same again closes it."""
        self.problem_key = ""
        if self.opened.id == mail_id:
            self.opened = OpenMail()
            return
        try:
            async with db.reading() as session:
                mail = await service.get_own_mail(session, user_id=current_person().id, mail_id=read_id(mail_id))
        except CoachError as error:
            self.problem_key = error.text_key
            return
        self.opened = OpenMail(id=str(mail.id), lines=lines_to_read(mail.text), is_secret=mail.is_secret)


def _row(mail: MailView, zone: str) -> MailRow:
    reason = mail.reason if mail.reason in REASONS else "other"
    return MailRow(
        id=str(mail.id),
        subject=mail.subject,
        state=MailState.QUEUED if mail.state == MailState.SENDING else mail.state,
        reason_key=f"notifications.reason.{reason}" if mail.state in EXPLAINED else "",
        when=_when(mail.sent_at or mail.created_at, zone),
        files=[attachment.file_name for attachment in mail.attachments],
    )


def _when(moment: datetime, zone: str) -> InWords:
    day = local_date(moment, zone)
    words = {code: f"{day_name(day, code)}, {time_name(moment, zone, code)}" for code in ("en", "hi", "es")}
    return InWords(**words)


class AddressState(rx.State):
    """Whether the signed-in person's own address gets mail, and why not."""

    address: str = ""
    reason: str = ""
    """`bounced` or `complained`; empty when all is well."""
    since: InWords = InWords()
    is_resumed: bool = False

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """How it stands."""
        self.is_resumed = False
        await self._look()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def resume(self):
        """The mailbox is fine again, or the complaint was a slip: send there again."""
        await flows.resume_address(current_person().id)
        await self._look()
        self.is_resumed = not self.reason

    async def _look(self) -> None:
        person = current_person()
        async with db.reading() as session:
            found = await service.find_stopped(session, user_id=person.id)
            zone = (await profiles.get_profile(session, user_id=person.id)).time_zone if found else ""
        self.address = found.address if found else ""
        self.reason = found.reason if found else ""
        self.since = _when(found.stopped_at, zone) if found else InWords()


class UnsubscribeState(rx.State):
    """A stranger with a signed link: one button, and one to take it back."""

    status: str = ""
    """"on", "off", or "bad" for a link that is not ours; empty before it is known."""
    _user: str = ""
    _signature: str = ""

    @rx.event
    @allow(Access.ANYONE)
    async def load(self):
        """Look at the link; changes nothing."""
        query = self.router.url.query_parameters
        self._user, self._signature = query.get("u", "")[:100], query.get("s", "")[:100]
        try:
            async with db.reading() as session:
                is_on = await service.is_daily_mail_on(session, user=self._user, signature=self._signature)
        except CoachError:
            self.status = "bad"
            return
        self.status = "on" if is_on else "off"

    @rx.event
    @allow(Access.ANYONE)
    async def stop(self):
        """No more daily mails."""
        await self._set(mail_on=False)

    @rx.event
    @allow(Access.ANYONE)
    async def resume(self):
        """It was a mistake."""
        await self._set(mail_on=True)

    async def _set(self, *, mail_on: bool) -> None:
        try:
            async with db.transaction() as session:
                await service.set_daily_mail(session, user=self._user, signature=self._signature, mail_on=mail_on)
        except CoachError:
            self.status = "bad"
            return
        self.status = "on" if mail_on else "off"
