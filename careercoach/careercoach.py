"""Puts the house together: features, gate, REST, doors, jobs. No logic of its own. Reflex looks for `app` here."""

import atexit
import gc
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any
from uuid import UUID, uuid4

import reflex as rx
from reflex.event import EventSpec
from reflex.utils.prerequisites import get_web_dir

from careercoach.core import db, jobs
from careercoach.core.errors import CoachError
from careercoach.core.front import App as AsgiApp
from careercoach.core.front import Front
from careercoach.core.identity import Person, resolve_with
from careercoach.core.logs import log, set_up_logging
from careercoach.core.moments import find_zones_with
from careercoach.core.rest import build_rest_api
from careercoach.features import FEATURES
from careercoach.features.accounts import service as accounts
from careercoach.features.connections import flows as connections
from careercoach.features.matching import service as matching
from careercoach.features.profiles import service as profiles
from careercoach.features.resumes import flows as resumes
from careercoach.features.resumes import service as uploads
from careercoach.features.usage.flows import DatabaseBooks
from careercoach.ports.ai import use_coach
from careercoach.ports.ai.desk import Pace
from careercoach.ports.ai.engine import ModelCoach
from careercoach.ports.ai.guard.fencing import new_fence
from careercoach.ports.ai.guard.known import Known, known_of
from careercoach.ports.ai.guard.masking import PersonShield
from careercoach.ports.ai.providers import lineup, models_known
from careercoach.ports.files import use_files
from careercoach.ports.files.choice import chosen_files
from careercoach.ports.mail import MailUnavailableError, use_mailer
from careercoach.ports.mail.choice import chosen_mailer
from careercoach.ports.pdf import use_pdf
from careercoach.ports.pdf.printer import WeasyPrintPdf
from careercoach.settings import settings
from careercoach.ui import theme
from careercoach.ui.gate import Gate
from careercoach.ui.open_pages import keep_lean
from careercoach.ui.replicas import steady
from careercoach.ui.session import ProblemState, keep_with
from careercoach.ui.watch import close_ended_sessions
from careercoach.ui.wraps import app_wraps


def _parts(name: str) -> list[ModuleType]:
    """The `pages`, `api` or `jobs` module of every room that has one."""
    paths = [f"careercoach.features.{feature}.{name}" for feature in FEATURES]
    return [import_module(path) for path in paths if find_spec(path)]


def _named(modules: list[ModuleType], name: str) -> list[Any]:
    return [getattr(module, name) for module in modules if hasattr(module, name)]


async def _find_person(token: str) -> Person | None:
    async with db.reading() as session:
        person = await accounts.find_person(session, token=token)
    if person is not None and person.unseen:
        async with db.transaction() as session:
            await accounts.touch_session(session, session_hash=person.session)
    return person


async def _find_zone(user_id: UUID) -> str:
    async with db.reading() as session:
        return await profiles.get_time_zone(session, user_id=user_id)


def _find_roles(words: str) -> list[tuple[str, float]]:
    return [(guess.slug, guess.score) for guess in matching.find_role(words, "en")]


async def _still_live(hashes: set[str]) -> set[str]:
    async with db.reading() as session:
        return await accounts.live_sessions(session, hashes=hashes)


async def _keep_language(user_id: UUID, language: str) -> None:
    async with db.transaction() as session:
        await accounts.set_language(session, user_id=user_id, language=language)


async def _keep_theme(user_id: UUID, theme: str) -> None:
    async with db.transaction() as session:
        await accounts.set_theme(session, user_id=user_id, theme=theme)


def _stand_in_front(inner: AsgiApp) -> AsgiApp:
    return Front(
        inner,
        origins=settings.origins,
        build=get_web_dir() / "build" / "client",
        https=settings.is_https,
        trusted_hops=settings.trusted_proxy_hops,
        upload_max_bytes=settings.upload_max_bytes,
    )


def _tell(exception: Exception) -> EventSpec:
    """What a handler raised: our own errors in their words; any other by an id that the log knows too."""
    if isinstance(exception, CoachError):
        return ProblemState.tell(exception.text_key)  # pyright: ignore[reportReturnType, reportCallIssue]
    error_id = uuid4().hex[:8]
    log.error("unexpected error %s", error_id, exc_info=exception)
    return ProblemState.show(error_id)  # pyright: ignore[reportReturnType, reportCallIssue]


async def _find_known(user_id: UUID) -> Known:
    """What nobody outside needs to know of a person."""
    async with db.reading() as session:
        user = await accounts.get_user(session, user_id=user_id)
        profile = await profiles.get_profile(session, user_id=user_id)
        known = Known(names=(user.name,), emails=(user.email,)) + known_of(profile.person)
        latest = await uploads.find_latest_resume(session, user_id=user_id)
        if latest is not None:  # its owner may not have confirmed it yet, and may be named otherwise there
            reading = await uploads.get_reading(session, user_id=user_id, resume_id=UUID(latest.id))
            known += known_of(reading.resume)
    return known


def _choose_coach() -> ModelCoach:
    """Models when there is a key and the person agrees; the rules of each task in any case."""
    return ModelCoach(
        turns=lineup(),
        shield=PersonShield(_find_known),
        new_fence=new_fence,
        books=DatabaseBooks(),
        consent=connections.has_consent,
        note_sent=connections.note_sent_with(_find_known),
        pace=Pace(answer_s=settings.ai_answer_s, at_once=settings.ai_at_once),
        known=models_known(),
    )


def _choose_mail_and_files() -> None:
    try:
        use_mailer(*chosen_mailer())
    except MailUnavailableError as error:
        # Its key may be one that an admin typed in: it is put in place when the app runs.
        log.warning("mail waits: %s", error.reason)
    use_files(chosen_files())


def _choose_providers() -> WeasyPrintPdf:
    """Who stands behind each door; without any key everything stays on this machine."""
    use_coach(_choose_coach())
    connections.choose_again_with(_choose_mail_and_files)
    _choose_mail_and_files()
    pdf = WeasyPrintPdf(settings.data_dir / "cache" / "pdf", size=settings.pdf_workers)
    use_pdf(pdf)
    return pdf


@asynccontextmanager
async def _background(pdf: WeasyPrintPdf) -> AsyncGenerator[None]:
    """Jobs for as long as the app runs; after the last one its helpers end too."""
    await connections.apply_keys()
    try:
        async with resumes.readers_at_hand(), jobs.lifespan():
            yield
    finally:
        await pdf.close()


def build_app() -> rx.App:
    """The whole app; imported by the server, the compiler and the tests."""
    set_up_logging(settings.log_level)
    if settings.files_service == "s3" and not settings.s3_bucket:
        raise SystemExit("CAREERCOACH_FILES_PROVIDER is s3, and no bucket is named: set S3_BUCKET, or take disk.")
    if "*" in settings.origins:
        raise SystemExit("CAREERCOACH_EXTRA_ORIGINS must name origins; * would let any site act for your people.")
    resolve_with(_find_person)
    find_zones_with(_find_zone)
    keep_with(language=_keep_language, theme=_keep_theme)
    profiles.find_roles_with(_find_roles)
    apis = _parts("api")
    rest = build_rest_api(_named(apis, "router"), _named(apis, "root_router"))
    app = rx.App(
        html_lang="en",
        toaster=None,
        reset_style=False,
        stylesheets=theme.STYLESHEETS,
        head_components=theme.head_components(),
        extra_app_wraps=app_wraps(),
        api_transformer=[rest, _stand_in_front],
        backend_exception_handler=_tell,
    )
    steady(app)
    keep_lean(app)
    gate = Gate()
    app.add_middleware(gate)
    app.register_lifespan_task(connections.keep_keys_fresh)
    app.register_lifespan_task(close_ended_sessions, app=app, gate=gate, still_live=_still_live)
    _parts("jobs")
    app.register_lifespan_task(_background, pdf=_choose_providers())
    _parts("pages")
    return app


@contextmanager
def _all_of_it_stays() -> Generator[None]:
    """What is made inside lives as long as the process: the collector looks at it neither now nor ever after."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
        atexit.register(gc.unfreeze)  # the end of the process takes things down in their usual order


with _all_of_it_stays():
    app = build_app()
