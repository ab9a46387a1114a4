"""A record from elsewhere: it waits beside the person's own until they have chosen, field by field."""

from typing import Any, Literal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete

from careercoach.core.clock import utc_now
from careercoach.core.errors import InvalidInputError, NotFoundError
from careercoach.features.profiles.models import ProfileImport
from careercoach.features.profiles.rules.comparison import compare, merge
from careercoach.features.profiles.schemas import ImportView, Json, ProfileView
from careercoach.features.profiles.service.goals import get_profile, save_person

Source = Literal["json-resume", "linkedin"]


async def keep_import(
    session: AsyncSession, *, user_id: UUID, source: Source, found: Json, file_name: str = ""
) -> ImportView:
    """Lay what was found beside the record; an import that waited before goes."""
    waiting = await session.get(ProfileImport, user_id)
    if waiting is None:
        waiting = ProfileImport(user_id=user_id, source=source, found=found)
        session.add(waiting)
    waiting.source, waiting.found, waiting.choices = source, found, {}
    waiting.file_name, waiting.made_at = file_name[:255], utc_now()
    await session.flush()
    return await get_import(session, user_id=user_id)


async def find_import(session: AsyncSession, *, user_id: UUID) -> ImportView | None:
    """What waits and where it differs from the record, with the choices made so far; None when nothing waits."""
    waiting = await session.get(ProfileImport, user_id)
    if waiting is None:
        return None
    profile = await get_profile(session, user_id=user_id)
    return ImportView(
        source=waiting.source,  # pyright: ignore[reportArgumentType]
        file_name=waiting.file_name,
        differences=compare(profile.person, waiting.found, waiting.choices),
        version=profile.version,
    )


async def get_import(session: AsyncSession, *, user_id: UUID) -> ImportView:
    """As `find_import`. Raises NotFoundError when nothing waits."""
    found = await find_import(session, user_id=user_id)
    if found is None:
        raise NotFoundError
    return found


async def choose(session: AsyncSession, *, user_id: UUID, choices: dict[str, str]) -> ImportView:
    """For some differences: keep the record's words ("kept"), or take the others ("found"). Raises NotFoundError for
    a difference that is not there."""
    view = await get_import(session, user_id=user_id)
    known = {difference.id for difference in view.differences}
    if not choices.keys() <= known:
        raise NotFoundError
    if not set(choices.values()) <= {"kept", "found"}:
        raise InvalidInputError
    waiting = await session.get_one(ProfileImport, user_id)
    waiting.choices = {**waiting.choices, **choices}
    return await get_import(session, user_id=user_id)


async def apply_import(session: AsyncSession, *, user_id: UUID, version: int | None = None) -> ProfileView:
    """Take over what was chosen. Raises NotFoundError, ConflictError when the record is not the one that was shown
    (`version`): it is then compared anew."""
    waiting = await session.get(ProfileImport, user_id)
    if waiting is None:
        raise NotFoundError
    profile = await get_profile(session, user_id=user_id)
    record: dict[str, Any] = merge(profile.person, waiting.found, waiting.choices)
    saved = await save_person(session, user_id=user_id, person=record, version=version or profile.version)
    await drop_import(session, user_id=user_id)
    return saved


async def drop_import(session: AsyncSession, *, user_id: UUID) -> None:
    """Take nothing of it."""
    await session.execute(delete(ProfileImport).where(col(ProfileImport.user_id) == user_id))
