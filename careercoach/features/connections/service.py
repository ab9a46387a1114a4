"""Consent, the log of what was sent, sealed keys and the last tests."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, func
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import defer
from sqlmodel import col, select

from careercoach.core.clock import utc_now
from careercoach.core.errors import CoachError, InvalidInputError, NotFoundError
from careercoach.features.connections import rules
from careercoach.features.connections.models import ConsentChoice, ProviderTest, SealedKey
from careercoach.features.connections.models import SentText as SentRowTable
from careercoach.features.connections.schemas import CheckResult, KeyName, SentPage, SentRow, SentText
from careercoach.ports.ai.seams import Sent
from careercoach.settings import settings

sentence_of = rules.sentence_of
KEPT = timedelta(days=90)
MOST_CHARACTERS = 60_000
FIELDS: dict[KeyName, tuple[str, ...]] = {
    "openai": ("openai_api_key",),
    "gemini": ("gemini_api_key",),
    "local": ("ai_local_api_key",),
    "resend": ("resend_api_key",),
    "smtp": ("smtp_password",),
    "s3": ("s3_access_key_id", "s3_secret_access_key"),
}
"""The settings that a provider's key fills."""


class NoSecretError(CoachError):
    """There is nothing to seal a key with."""

    text_key = "connections.no_secret"
    status = 409


# Consent


async def find_choice(session: AsyncSession, *, user_id: UUID) -> bool | None:
    """Whether this person lets text go to models; None when they were never asked."""
    row = await session.get(ConsentChoice, user_id)
    return row.allowed if row else None


async def has_consent(session: AsyncSession, *, user_id: UUID) -> bool:
    """Only a clear yes counts."""
    return await find_choice(session, user_id=user_id) is True


async def save_choice(session: AsyncSession, *, user_id: UUID, allowed: bool) -> None:
    """Yes or no, from now on."""
    row = await session.get(ConsentChoice, user_id)
    if row is None:
        session.add(ConsentChoice(user_id=user_id, allowed=allowed))
    else:
        row.allowed, row.chosen_at = allowed, utc_now()


# What was sent


async def note_sent(session: AsyncSession, *, sent: Sent) -> None:
    """Write down what is about to leave; texts about nobody are nobody's to look up."""
    if sent.asker is None:
        return
    session.add(
        SentRowTable(
            user_id=sent.asker,
            task=sent.task[:80],
            provider=sent.provider[:20],
            host=sent.host[:255],
            model=sent.model[:120],
            text=sent.text[:MOST_CHARACTERS],
            masked=dict(sent.masked),
        )
    )


async def list_sent(session: AsyncSession, *, user_id: UUID, limit: int) -> SentPage:
    """The newest first, without the texts."""
    mine = col(SentRowTable.user_id) == user_id
    without_text = defer(SentRowTable.text)  # pyright: ignore[reportArgumentType]
    newest = select(SentRowTable).where(mine).order_by(col(SentRowTable.at).desc()).limit(limit).options(without_text)
    rows = [
        SentRow(
            id=str(row.id), at=row.at, task=row.task, provider=row.provider, host=row.host, model=row.model,
            masked=row.masked,
        )
        for row in (await session.execute(newest)).scalars()
    ]  # fmt: skip
    total = (await session.execute(select(func.count()).select_from(SentRowTable).where(mine))).scalar_one()
    return SentPage(rows=rows, total=total)


async def get_sent(session: AsyncSession, *, user_id: UUID, sent_id: UUID) -> SentText:
    """One text as it left. Raises NotFoundError."""
    row = await session.get(SentRowTable, sent_id)
    if row is None or row.user_id != user_id:
        raise NotFoundError
    return SentText(
        id=str(row.id), at=row.at, task=row.task, provider=row.provider, host=row.host, model=row.model,
        masked=row.masked, text=row.text,
    )  # fmt: skip


async def delete_sent(session: AsyncSession, *, user_id: UUID) -> None:
    """Forget what was sent for a person. What a provider keeps is not ours to delete."""
    await session.execute(delete(SentRowTable).where(col(SentRowTable.user_id) == user_id))


async def purge(session: AsyncSession, *, now: datetime) -> None:
    """Forget what is older than 90 days."""
    await session.execute(delete(SentRowTable).where(col(SentRowTable.at) < now - KEPT))


# Keys


async def save_key(session: AsyncSession, *, provider: KeyName, values: dict[str, str]) -> None:
    """Seal and keep the key of a provider, in place of the one before. Raises NoSecretError, InvalidInputError."""
    if not rules.can_seal(settings.secret_key):
        raise NoSecretError
    cleaned = {name: rules.clean_key(values.get(name, "")) for name in FIELDS[provider]}
    if not all(cleaned.values()):
        raise InvalidInputError("connections.bad_key")
    sealed = rules.seal(cleaned, provider=provider, secret=settings.secret_key)
    row = await session.get(SealedKey, provider)
    if row is None:
        session.add(SealedKey(provider=provider, sealed=sealed))
    else:
        row.sealed, row.set_at = sealed, utc_now()


async def delete_key(session: AsyncSession, *, provider: KeyName) -> bool:
    """Forget a key; whether there was one."""
    gone = delete(SealedKey).where(col(SealedKey.provider) == provider).returning(col(SealedKey.provider))
    return (await session.execute(gone)).first() is not None


async def read_keys(session: AsyncSession) -> dict[str, dict[str, str] | None]:
    """Every kept key in clear, None where it cannot be opened. Never show or log what this returns."""
    rows = (await session.execute(select(SealedKey))).scalars().all()
    secret = settings.secret_key
    return {
        row.provider: rules.unseal(row.sealed, provider=row.provider, secret=secret) if secret else None for row in rows
    }


# Tests


async def save_test(session: AsyncSession, *, provider: str, result: CheckResult) -> None:
    """Keep how a test went, in place of the one before."""
    row = await session.get(ProviderTest, provider)
    if row is None:
        row = ProviderTest(provider=provider, ok=result.ok, took_ms=result.took_ms)
        session.add(row)
    row.ok, row.reason, row.detail = result.ok, result.reason[:60], result.detail[:200]
    row.took_ms, row.at = result.took_ms, utc_now()


async def list_tests(session: AsyncSession) -> dict[str, CheckResult]:
    """The last test of each provider that was tested."""
    rows = (await session.execute(select(ProviderTest))).scalars().all()
    return {
        row.provider: CheckResult(ok=row.ok, reason=row.reason, detail=row.detail, took_ms=row.took_ms, at=row.at)
        for row in rows
    }
