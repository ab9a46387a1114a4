"""One-click unsubscribing, own attachments, and mails as .eml files for the admin."""

from urllib.parse import quote, urlencode

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.errors import NotFoundError
from careercoach.core.ids import read_id
from careercoach.core.rest import SignedIn
from careercoach.features.notifications import flows, service
from careercoach.ports.mail.eml import build_eml
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
    return _file(await flows.read_attachment(found), found.file_name, found.content_type)


@router.get("/admin/outbox/{mail_id}.eml")
@allow(Access.ADMIN)
async def get_eml(mail_id: str) -> Response:
    """A mail exactly as it goes out, to be opened in a mail program."""
    message = await flows.get_message(read_id(mail_id))
    return _file(build_eml(message, sender=settings.mail_from), f"{mail_id}.eml", "message/rfc822")


def _file(data: bytes, name: str, content_type: str) -> Response:
    plain = "".join(letter if letter.isascii() and (letter.isalnum() or letter in " ._-") else "_" for letter in name)
    headers = {
        "content-disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}",
        "content-security-policy": "sandbox; default-src 'none'",
        "cache-control": "private, no-store",
    }
    return Response(data, media_type=content_type, headers=headers)
