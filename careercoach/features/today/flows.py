"""Sending the day by mail and making its PDF: what asks the PDF engine never holds a transaction open."""

from datetime import date, datetime
from uuid import UUID

from careercoach.core import db
from careercoach.core.clock import utc_now
from careercoach.core.errors import CoachError, ForbiddenError, NotFoundError
from careercoach.core.ids import new_id
from careercoach.core.logs import log
from careercoach.core.security import sign, signed_by_us
from careercoach.core.workers import WorkerFailedError
from careercoach.features.accounts import service as accounts
from careercoach.features.notifications import service as notifications
from careercoach.features.notifications.schemas import Attachment, MailView
from careercoach.features.profiles import service as profiles
from careercoach.features.today import service
from careercoach.features.today.documents import Written, daily_letter, day_document, finished_letter
from careercoach.features.today.schemas import TodayView
from careercoach.ports.files import FilesUnavailableError
from careercoach.ports.mail import mail_limits
from careercoach.ports.pdf import PdfTooLongError, PdfUnavailableError, render_pdf
from careercoach.settings import settings

LINK_DAYS = 7
PURPOSE = "today-pdf"
PDF_TYPE = "application/pdf"


class NothingToSendError(CoachError):
    """Nothing is left to do on that day."""

    text_key = "today.nothing_to_send"
    status = 409


class AddressStoppedError(CoachError):
    """Mail to this person came back, or they complained; the settings say which and how to go on."""

    text_key = "today.address_stopped"
    status = 409


async def send_daily(user_id: UUID, day: date) -> str:
    """The morning letter of one person and local date, once whatever happens. Returns what came of it.

    No letter goes out on a day without open tasks; when the whole plan is finished, one last letter says so.
    """
    key = f"daily/{user_id}/{day.isoformat()}"
    async with db.transaction() as session:
        if await notifications.is_queued(session, key=key):
            return "sent before"
        user = await accounts.get_user(session, user_id=user_id)
        is_wanted = not user.disabled and (await profiles.get_profile(session, user_id=user_id)).mail_on
        if not is_wanted or await notifications.is_stopped(session, address=user.email):
            return "not wanted"
        view = await service.open_day(session, user_id=user_id, now=utc_now(), whole=False)
    if view.day.day != day or not service.has_work(view):
        return await _send_finished(view, user.email)
    await _send(view, to=user.email, key=key, kind="daily", asked=False)
    return "sent"


async def _send_finished(view: TodayView, email: str) -> str:
    """The last letter of a plan, at most once for each plan."""
    if not service.is_plan_finished(view.plan, view.day, view.next_task) or view.plan is None:
        return "nothing due"
    written = finished_letter(view, unsubscribe_url=notifications.unsubscribe_url(view.user_id))
    key = f"plan-finished/{view.user_id}/{view.plan.made_at:%Y%m%dT%H%M%S}"
    await _queue(view, written, to=email, key=key, kind="finished", headers=notifications.list_headers(view.user_id))
    return "finished"


async def send_now(user_id: UUID) -> MailView:
    """The day as it stands, because its owner asked.

    Raises TooManyTriesError, NothingToSendError, AddressStoppedError.
    """
    now = utc_now()
    async with db.transaction() as session:
        await service.count_letter(session, user_id=user_id)
    async with db.transaction() as session:
        view = await service.open_day(session, user_id=user_id, now=now, whole=False)
        user = await accounts.get_user(session, user_id=user_id)
        is_stopped = await notifications.is_stopped(session, address=user.email)
    if is_stopped:
        raise AddressStoppedError
    if not service.has_work(view):
        raise NothingToSendError
    return await _send(view, to=user.email, key=f"today-now/{user_id}/{new_id()}", kind="today_now", asked=True)


async def _send(view: TodayView, *, to: str, key: str, kind: str, asked: bool) -> MailView:
    user_id, day = view.user_id, view.day.day
    attachment = await _attach(view) if pdf_is_attached() else None
    pdf_url = "" if attachment else pdf_link(user_id, day, now=utc_now())
    unsubscribe = "" if asked else notifications.unsubscribe_url(user_id)
    written = daily_letter(view, asked=asked, unsubscribe_url=unsubscribe, pdf_url=pdf_url)
    headers = {} if asked else notifications.list_headers(user_id)
    return await _queue(view, written, to=to, key=key, kind=kind, headers=headers, attachment=attachment)


async def _queue(
    view: TodayView,
    written: Written,
    *,
    to: str,
    key: str,
    kind: str,
    headers: dict[str, str],
    attachment: Attachment | None = None,
) -> MailView:
    async with db.transaction() as session:
        return await notifications.queue_mail(
            session,
            user_id=view.user_id,
            to=to,
            kind=kind,
            key=key,
            subject=written.subject,
            text=written.letter.text,
            html=written.letter.html,
            attachments=[attachment] if attachment else [],
            headers=headers,
        )


async def _attach(view: TodayView) -> Attachment | None:
    """The PDF in the private storage. Without the engine the letter goes out all the same, with a link."""
    try:
        data = await render_day(view)
        name = file_name(view.day.day)
        return await notifications.keep_attachment(file_name=name, content_type=PDF_TYPE, data=data)
    except (PdfUnavailableError, PdfTooLongError, WorkerFailedError, FilesUnavailableError) as error:
        log.warning("the letter of the day goes out without its PDF: %s", type(error).__name__)
        return None


def pdf_is_attached() -> bool:
    """Whether the PDF goes along. Providers that send in batches take no attachments, so "auto" links there."""
    return settings.mail_pdf == "attach" or (settings.mail_pdf == "auto" and mail_limits().batch == 1)


def file_name(day: date) -> str:
    """What the PDF of a day is called."""
    return f"careercoach-{day.isoformat()}.pdf"


async def render_day(view: TodayView) -> bytes:
    """The PDF of a day. Raises PdfUnavailableError."""
    title, html = day_document(view)
    return await render_pdf(html, title=title, language=view.language)


async def make_pdf(user_id: UUID, day: date | None) -> tuple[str, bytes]:
    """File name and bytes of a day's PDF, of today when no day is given."""
    async with db.reading() as session:
        today = await service.local_today(session, user_id=user_id, now=utc_now())
        wanted = service.checked_day(day or today, today)
        view = await service.get_day(session, user_id=user_id, day=wanted, today=today, whole=False)
    return file_name(wanted), await render_day(view)


def pdf_link(user_id: UUID, day: date, *, now: datetime) -> str:
    """An address that shows the PDF of this day to whoever holds it, for seven days."""
    until = int(now.timestamp()) + LINK_DAYS * 86400
    signature = sign(PURPOSE, f"{user_id.hex}/{day.isoformat()}/{until}")
    return f"{settings.base_url}/api/today/pdf-link?u={user_id.hex}&d={day.isoformat()}&t={until}&s={signature}"


async def open_pdf_link(*, user: str, day: str, until: str, signature: str) -> tuple[str, bytes]:
    """The PDF behind a mailed link. Raises ForbiddenError unless we signed it and it is still valid."""
    if not signed_by_us(PURPOSE, f"{user}/{day}/{until}", signature) or int(until) < utc_now().timestamp():
        raise ForbiddenError("today.bad_link")
    try:
        return await make_pdf(UUID(hex=user), date.fromisoformat(day))
    except NotFoundError as error:  # the account is gone
        raise ForbiddenError("today.bad_link") from error
