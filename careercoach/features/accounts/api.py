"""The forms of the account pages. Real HTTP, so that the session cookie can be HttpOnly."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, ValidationError

from careercoach.core import db, flash
from careercoach.core.access import Access, allow
from careercoach.core.errors import CoachError
from careercoach.core.identity import cookie_name, current
from careercoach.core.rest import SignedIn, client_address
from careercoach.core.urls import safe_path
from careercoach.features.accounts import flows, service
from careercoach.features.accounts.rules import letters_of, name_browser
from careercoach.features.accounts.schemas import (
    PASSWORD_MAX,
    LogIn,
    Mail,
    Password,
    SignUp,
    fields_of,
)
from careercoach.settings import settings

router = APIRouter(prefix="/auth", tags=["accounts"], include_in_schema=False)

LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")
COOKIE_DAYS = 30


class _Forgot(BaseModel):
    email: Mail


class _Reset(BaseModel):
    token: str
    password: Password


class _NewPassword(BaseModel):
    current: Password
    new: Password


def _cookies_can_work(request: Request) -> bool:
    """A Secure cookie needs https, or a host that browsers trust without it."""
    origin = urlsplit(request.headers.get("origin", ""))
    host = origin.hostname or request.url.hostname or ""
    return settings.insecure_cookies or origin.scheme == "https" or settings.is_https or host in LOCAL_HOSTS


def _logged_in(token: str, path: str) -> Response:
    answer = RedirectResponse(path, 303)
    answer.set_cookie(
        cookie_name(),
        token,
        max_age=COOKIE_DAYS * 86400,
        httponly=True,
        secure=not settings.insecure_cookies,
        samesite="lax",
        path="/",
    )
    answer.delete_cookie(flash.COOKIE)
    return answer


def _flashed(path: str, note: flash.Flash) -> Response:
    answer = RedirectResponse(path, 303)
    answer.set_cookie(
        flash.COOKIE,
        flash.pack(note),
        max_age=flash.LIVES_S,
        httponly=True,
        samesite="lax",
        secure=not settings.insecure_cookies,
    )
    return answer


async def _form(request: Request) -> dict[str, Any]:
    form = await request.form(max_files=0, max_fields=20)
    return {name: value for name, value in form.items() if isinstance(value, str)}


def _in_address(request: Request, name: str) -> str:
    """What the page's own address says. A form that is sent before its page has read it counts all the same."""
    page = request.headers.get("referer", "").partition("?")[2]
    return request.query_params.get(name, "") or parse_qs(page).get(name, [""])[0]


def _why(error: ValidationError) -> str:
    names = {str(problem["loc"][0]) for problem in error.errors() if problem["loc"]}
    for name in ("email", "name"):
        if name in names:
            return f"accounts.bad_{name}"
    return "core.invalid_input"


async def _answer(
    request: Request, form_name: str, back: str, act: Callable[[Mapping[str, Any]], Awaitable[Response]]
) -> Response:
    """Do what the form asks, or go back to it with the reason and everything but the passwords."""
    form = await _form(request)
    if not _cookies_can_work(request):
        return RedirectResponse(f"{back}?insecure=1", 303)
    try:
        return await act(form)
    except ValidationError as error:
        reason = CoachError(_why(error))
    except CoachError as error:
        reason = error
    kept = {name: str(value)[:300] for name, value in form.items() if name in ("email", "name", "next")}
    values = {name: str(value) for name, value in reason.values.items()}
    return _flashed(back, flash.Flash(form_name, reason.text_key, values, kept))


@router.post("/signup")
@allow(Access.ANYONE)
async def sign_up(request: Request) -> Response:
    """Make an account and log in."""
    setup = letters_of(_in_address(request, "setup"))

    async def act(form: Mapping[str, Any]) -> Response:
        wish = SignUp(**fields_of(SignUp, {**form, "setup": form.get("setup") or setup}))
        browser = name_browser(request.headers.get("user-agent", ""))
        token = await flows.sign_up(wish, address=client_address(request), browser=browser)
        return _logged_in(token, "/onboarding")

    return await _answer(request, "signup", f"/signup?setup={setup}" if setup else "/signup", act)


@router.post("/login")
@allow(Access.ANYONE)
async def log_in(request: Request) -> Response:
    """Start a session; a session this browser already had ends."""

    async def act(form: Mapping[str, Any]) -> Response:
        wish = LogIn(**fields_of(LogIn, dict(form)))
        before = current.get()
        token = await flows.log_in(
            wish,
            address=client_address(request),
            browser=name_browser(request.headers.get("user-agent", "")),
            replaces=before.session if before else "",
        )
        return _logged_in(token, safe_path(form.get("next") or _in_address(request, "next")))

    return await _answer(request, "login", "/login", act)


@router.post("/logout")
@allow(Access.ANYONE)
async def log_out(request: Request) -> Response:
    """End this session, here and in every open tab of it."""
    if (person := current.get()) is not None:
        async with db.transaction() as session:
            await service.log_out(session, session_hash=person.session)
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(cookie_name(), path="/", secure=not settings.insecure_cookies, httponly=True)
    return answer


@router.post("/forgot")
@allow(Access.ANYONE)
async def ask_reset(request: Request) -> Response:
    """Always the same answer, whether there is such an account or not."""

    async def act(form: Mapping[str, Any]) -> Response:
        wish = _Forgot(email=form.get("email", ""))
        await flows.ask_reset(email=wish.email, address=client_address(request))
        return _flashed("/forgot", flash.Flash("forgot-sent", "accounts.reset_sent", {}, {"email": wish.email}))

    return await _answer(request, "forgot", "/forgot", act)


@router.post("/reset")
@allow(Access.ANYONE)
async def reset_password(request: Request) -> Response:
    """Set a new password by the mailed link."""
    token = letters_of(_in_address(request, "token"))

    async def act(form: Mapping[str, Any]) -> Response:
        wish = _Reset(token=token, password=form.get("password", ""))
        await flows.reset_password(token=wish.token, new=wish.password, address=client_address(request))
        return _flashed("/login", flash.Flash("login-note", "accounts.reset_done"))

    return await _answer(request, "reset", f"/reset?token={token}", act)


@router.post("/password")
@allow(Access.SIGNED_IN)
async def change_password(request: Request, person: SignedIn) -> Response:
    """Change one's own password; other browsers are logged out."""

    async def act(form: Mapping[str, Any]) -> Response:
        wish = _NewPassword(current=form.get("current", ""), new=form.get("new", "")[: PASSWORD_MAX + 1])
        await flows.change_password(user_id=person.id, session_hash=person.session, current=wish.current, new=wish.new)
        return _flashed("/settings/security", flash.Flash("password-note", "accounts.password_changed"))

    return await _answer(request, "password", "/settings/security", act)
