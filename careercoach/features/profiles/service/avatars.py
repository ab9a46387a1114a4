"""Where the picture of a person lies."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from careercoach.core.errors import NotFoundError
from careercoach.features.profiles.models import Profile
from careercoach.features.profiles.service.goals import own_profile


async def get_avatar_key(session: AsyncSession, *, user_id: UUID) -> str:
    """The key of the bytes. Raises NotFoundError without a picture."""
    profile = await session.get(Profile, user_id)
    if profile is None or not profile.avatar_key:
        raise NotFoundError
    return profile.avatar_key


async def set_avatar_key(session: AsyncSession, *, user_id: UUID, key: str) -> str:
    """Point to other bytes, or with an empty key to none. The key before, whose bytes are to be forgotten."""
    profile = await own_profile(session, user_id)
    before, profile.avatar_key = profile.avatar_key, key
    return before


async def list_file_keys(session: AsyncSession) -> set[str]:
    """The keys of all pictures that a row still names, of everybody."""
    named = select(Profile.avatar_key).where(col(Profile.avatar_key) != "")
    return set((await session.execute(named)).scalars())
