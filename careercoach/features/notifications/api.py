"""One-click unsubscribing, own attachments, the provider's news, and mails as .eml files for the admin."""

from dataclasses import asdict
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.downloads import LINK_HEADERS, attachment_header
from careercoach.core.errors import NotFoundError
from careercoach.core.ids import read_id
from careercoach.core.rest import SignedIn
from careercoach.features.notifications import flows, service
from careercoach.features.notifications.schemas import MailNews
from careercoach.ports.mail.eml import build_eml
from careercoach.ports.mail.resend_events import read_event, signed_id
from careercoach.settings import settings

router = APIRouter(tags=["notifications"])


@router.post("/unsubscribe", status_code=200, include_in_schema=False)
@allow(Access.ANYONE)
async def unsubscribe(u: str, s: str) -> Response:
    """RFC 8058: mail programs post here, without a cookie; the signed link is the whole permission."""
    async with db.transaction() as session:
        await service.set_daily_mail(session, user=u, signature=s, mail_on=False)
    return Response(status_code=200)


@router.get("/unsubscribe", include_in_schema=False)
@allow(Access.ANYONE)
async def show_unsubscribe(u: str, s: str) -> RedirectResponse:
    """Only shows the page with the button: virus scanners follow every link of a mail."""
    return RedirectResponse(f"/unsubscribe?{urlencode({'u': u, 's': s})}", status_code=303)


@router.get("/notifications/{mail_id}/attachments/{number}")
@allow(Access.SIGNED_IN)
async def get_attachment(mail_id: str, number: int, person: SignedIn) -> Response:
    """A file that came with one of one's own mails; `number` counts from 0."""
    async with db.reading() as session:
        mail = await service.get_own_mail(session, user_id=person.id, mail_id=read_id(mail_id))
    if not 0 <= number < len(mail.attachments):
        raise NotFoundError
    found = mail.attachments[number]
    if link := await flows.find_attachment_link(found):
        return RedirectResponse(link, 303, headers=LINK_HEADERS)
    return _file(await flows.read_attachment(found), found.file_name, found.content_type)


@router.get("/admin/outbox/{mail_id}.eml")
@allow(Access.ADMIN)
async def get_eml(mail_id: str, person: SignedIn) -> Response:
    """A mail exactly as it goes out, to be opened in a mail program."""
    message = await flows.get_message(read_id(mail_id), actor=person.id)
    return _file(build_eml(message, sender=settings.mail_from), f"{mail_id}.eml", "message/rfc822")


@router.post("/webhooks/resend", status_code=204, include_in_schema=False)
@allow(Access.ANYONE)
async def hear_resend(request: Request) -> Response:
    """News of mails, signed by Resend. Without a secret set there is no such address."""
    if not settings.resend_webhook_secret:
        raise NotFoundError
    body = await request.body()  # as it came: the signature is over these bytes
    event_id = signed_id(request.headers, body, secrets=settings.resend_webhook_secret)
    if not event_id:
        return Response(status_code=401)
    event = read_event(body)
    if event is not None:
        news = MailNews(id=event_id, **asdict(event))
        async with db.transaction() as session:
            await service.keep_news(session, news=news)
    return Response(status_code=204)


def _file(data: bytes, name: str, content_type: str) -> Response:
    headers = {
        "content-disposition": attachment_header(name),
        "content-security-policy": "sandbox; default-src 'none'",
        "cache-control": "private, no-store",
    }
    return Response(data, media_type=content_type, headers=headers)
