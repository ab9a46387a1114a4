"""What the AI engine asks before it sends, keys put to work, and the list of connections."""

import asyncio
from collections.abc import Callable
from typing import get_args
from urllib.parse import urlsplit
from uuid import UUID

from careercoach.core import db
from careercoach.core.clock import utc_now
from careercoach.core.errors import ForbiddenError, InvalidInputError
from careercoach.core.logs import log
from careercoach.features.accounts import service as accounts
from careercoach.features.accounts.schemas import Facts
from careercoach.features.connections import checking, rules, service
from careercoach.features.connections.schemas import (
    CheckResult,
    Connection,
    ConsentView,
    KeyName,
    KeySource,
    ProviderName,
    State,
)
from careercoach.features.connections.service import FIELDS
from careercoach.ports.ai.gemini import OFFICIAL as GEMINI
from careercoach.ports.ai.guard.masking import FindKnown, still_recognisable
from careercoach.ports.ai.models import find_retired
from careercoach.ports.ai.openai import OFFICIAL as OPENAI
from careercoach.ports.ai.providers import NAMES as AI_NAMES
from careercoach.ports.ai.providers import lineup, models_known
from careercoach.ports.ai.seams import NoteSent, Sent, ShieldError
from careercoach.settings import settings

PROVIDERS: tuple[ProviderName, ...] = get_args(ProviderName)

FRESH_S = 60.0

_ours: set[str] = set()
"""Settings that hold a key of the table, not of the environment."""
_unreadable: set[str] = set()
_choose_again: Callable[[], None] = lambda: None  # noqa: E731


def choose_again_with(choose: Callable[[], None]) -> None:
    """Say how mail and storage are chosen anew once their keys changed (where the house is put together)."""
    global _choose_again
    _choose_again = choose


# For the engine


async def has_consent(user_id: UUID) -> bool:
    """Does this person want their text to go to a model?"""
    async with db.reading() as session:
        return await service.has_consent(session, user_id=user_id)


def note_sent_with(find_known: FindKnown) -> NoteSent:
    """The engine's `NoteSent`: looks once more at the whole text that is about to leave, then writes it down."""

    async def note_sent(sent: Sent) -> None:
        """Raises ShieldError when the person could be recognised: then nothing leaves."""
        if sent.asker is not None:
            found = still_recognisable(sent.text, await find_known(sent.asker), with_pieces=False)
            if found:
                raise ShieldError(f"a value of the kind {found} would have left")
        async with db.transaction() as session:
            await service.note_sent(session, sent=sent)

    return note_sent


# Keys


async def apply_keys() -> None:
    """Put the keys of the table where the environment has none, in this process."""
    async with db.reading() as session:
        kept = await service.read_keys(session)
    _unreadable.clear()
    _unreadable.update(name for name, values in kept.items() if values is None)
    changed: set[str] = set()
    for provider, fields in FIELDS.items():
        values = kept.get(provider) or {}
        for field in fields:
            if getattr(settings, field) and field not in _ours:
                continue  # the environment has the last word
            value = values.get(field, "")
            if getattr(settings, field) != value:
                setattr(settings, field, value)
                changed.add(provider)
            (_ours.add if value else _ours.discard)(field)
    if changed & {"resend", "smtp", "s3"}:
        _choose_again()
    if changed:
        log.info("keys changed: %s", ", ".join(sorted(changed)))


async def keep_keys_fresh() -> None:
    """Each minute the keys that an admin entered in another process reach this one, whether or not it runs jobs."""
    while True:
        await asyncio.sleep(FRESH_S)
        try:
            await apply_keys()
        except Exception as error:  # this must outlive a database that is away for a moment
            log.warning("could not look for changed keys", exc_info=error)


async def save_key(provider: KeyName, values: dict[str, str], *, actor: UUID) -> None:
    """Keep a key and put it to work at once. Raises NoSecretError, InvalidInputError."""
    async with db.transaction() as session:
        await service.save_key(session, provider=provider, values=values)
        await accounts.record_act(
            session, actor=actor, action="key_set", target_kind="connection", target=provider,
            before={"source": _source(provider)}, after={"source": "table"},
        )  # fmt: skip
    await apply_keys()


def key_source(name: KeyName) -> KeySource:
    """Where the key of a provider comes from; empty when there is none."""
    return _source(name)


def can_keep_keys() -> bool:
    """Whether this server may keep keys at all."""
    return rules.can_seal(settings.secret_key)


async def save_typed_key(name: str, *, key: str, key_id: str, actor: UUID) -> None:
    """Keep what an admin typed in. Raises NoSecretError, InvalidInputError; ForbiddenError while the environment
    has a key, which would win anyway."""
    if name not in FIELDS:
        raise InvalidInputError
    provider: KeyName = name  # pyright: ignore[reportAssignmentType]
    if _source(provider) == "environment":
        raise ForbiddenError
    values = dict(zip(FIELDS[provider], (key_id, key)[-len(FIELDS[provider]) :], strict=True))
    await save_key(provider, values, actor=actor)


async def remove_key(provider: KeyName, *, actor: UUID) -> None:
    """Forget a key; whoever stands in for the provider works on. Nothing happens when there is none."""
    async with db.transaction() as session:
        if await service.delete_key(session, provider=provider):
            await accounts.record_act(
                session, actor=actor, action="key_removed", target_kind="connection", target=provider,
                before={"source": _source(provider)},
            )  # fmt: skip
    await apply_keys()


async def clean_up() -> None:
    """Forget what was sent long ago."""
    async with db.transaction() as session:
        await service.purge(session, now=utc_now())


# The list


async def check(name: ProviderName, *, actor: UUID | None) -> CheckResult:
    """Test a provider and keep what came of it. `actor` None: from the command line."""
    await apply_keys()
    result = await checking.check_provider(name)
    async with db.transaction() as session:
        await service.save_test(session, provider=name, result=result)
        outcome: Facts = {"works": result.ok, "reason": result.reason} if result.reason else {"works": result.ok}
        await accounts.record_act(
            session, actor=actor, action="connection_tested", target_kind="connection", target=name, after=outcome
        )
    return result


async def list_connections() -> list[Connection]:
    """Every provider, in use or not, with the keys of this moment: another process may have changed them."""
    await apply_keys()
    async with db.reading() as session:
        tests = await service.list_tests(session)
    found: list[Connection] = []
    asked = [provider.name for provider in await lineup().providers()]
    for name in PROVIDERS:
        connection = _connection(name, asked)
        if test := tests.get(name):
            connection.tested, connection.test_ok = True, test.ok
            connection.test_reason = rules.sentence_of(test.reason) if test.reason else ""
            connection.test_detail = test.detail if test.ok else " ".join(filter(None, (test.reason, test.detail)))
            connection.tested_at = test.at
        found.append(connection)
    return found


def _connection(name: ProviderName, asked: list[str]) -> Connection:
    source = _source(name)
    takes_key = name in FIELDS
    models = {"openai": settings.openai_model, "gemini": settings.gemini_model, "local": settings.ai_local_model}
    model = models.get(name, "")
    retired = find_retired(model, models_known()) if model else None
    return Connection(
        name=name,
        state=_state(name, asked),
        key_source=source,
        takes_key=takes_key,
        can_enter=takes_key and source != "environment" and rules.can_seal(settings.secret_key),
        host=_host(name),
        model=model,
        retires=(str(retired.on) if retired.on else "now") if retired else "",
        successor=retired.instead if retired else "",
    )


def _state(name: ProviderName, asked: list[str]) -> State:
    if name == "embedded":
        return "on"
    if name in AI_NAMES:
        return "on" if name in asked else "off"
    if name in ("outbox", "resend", "smtp"):
        is_ready = {"outbox": True, "resend": bool(settings.resend_api_key), "smtp": bool(settings.smtp_host)}[name]
        return "on" if settings.mail_service == name and is_ready else "ready" if is_ready else "off"
    is_ready = name == "disk" or bool(settings.s3_bucket)
    return "on" if settings.files_service == name else "ready" if is_ready else "off"


def _source(name: str) -> KeySource:
    fields = FIELDS.get(name)  # pyright: ignore[reportArgumentType, reportCallIssue]
    if not fields:
        return ""
    if any(getattr(settings, field) and field not in _ours for field in fields):
        return "environment"
    if name in _unreadable:
        return "unreadable"
    return "table" if any(field in _ours for field in fields) else ""


def _host(name: str) -> str:
    addresses = {
        "openai": settings.openai_base_url or OPENAI,
        "gemini": settings.google_gemini_base_url or GEMINI,
        "local": settings.ai_local_base_url,
        "resend": settings.resend_api_url,
        "s3": settings.s3_endpoint_url
        or (f"https://s3.{settings.s3_region}.amazonaws.com" if settings.s3_bucket else ""),
    }
    if name == "smtp":
        return settings.smtp_host
    return urlsplit(addresses.get(name, "")).hostname or ""


async def get_consent(user_id: UUID) -> ConsentView:
    """What a person chose, and to whom text would go."""
    async with db.reading() as session:
        choice = await service.find_choice(session, user_id=user_id)
    providers = await lineup().providers()
    return ConsentView(
        allowed=choice is True, asked=choice is not None, has_provider=bool(providers),
        hosts=[provider.host for provider in providers],
    )  # fmt: skip
