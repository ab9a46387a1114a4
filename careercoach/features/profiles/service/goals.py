"""The goal, the preferences, and the record as a whole."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from careercoach.content.load import roles
from careercoach.core.clock import utc_now
from careercoach.core.errors import ConflictError, InvalidInputError
from careercoach.core.events import announce
from careercoach.features.profiles.events import GoalChanged, PersonConfirmed
from careercoach.features.profiles.models import Profile
from careercoach.features.profiles.rules import without_bad_urls
from careercoach.features.profiles.schemas import STEPS, GoalInput, MailHour, ProfileView, Step


async def own_profile(session: AsyncSession, user_id: UUID) -> Profile:
    """The row of this person, made when it is not there yet."""
    profile = await session.get(Profile, user_id)
    if profile is None:
        profile = Profile(user_id=user_id)
        session.add(profile)
        await session.flush()
    return profile


def _view(profile: Profile) -> ProfileView:
    fields = profile.model_dump(exclude={"user_id", "updated_at", "avatar_key"})
    return ProfileView.model_validate(fields | {"has_avatar": bool(profile.avatar_key)})


async def get_profile(session: AsyncSession, *, user_id: UUID) -> ProfileView:
    """The person's profile; defaults before they said anything. Writes nothing."""
    profile = await session.get(Profile, user_id)
    return _view(profile) if profile else ProfileView()


_ZONE = select(Profile.time_zone).where(Profile.user_id == bindparam("of_user"))


async def get_time_zone(session: AsyncSession, *, user_id: UUID) -> str:
    """The person's own zone, UTC before they said anything; without a look at the record beside it."""
    return (await session.execute(_ZONE, {"of_user": user_id})).scalar_one_or_none() or ProfileView().time_zone


async def save_goal(
    session: AsyncSession, *, user_id: UUID, goal: GoalInput, version: int | None = None
) -> ProfileView:
    """Keep the goal. Raises InvalidInputError when no role is given or the slug is unknown, ConflictError when the
    goal has changed since `version` (the `goal_version` that was shown)."""
    if goal.role_slug and goal.role_slug not in roles():
        raise InvalidInputError("profiles.unknown_role")
    if not goal.role_slug and not goal.role_text:
        raise InvalidInputError("profiles.role_needed")
    profile = await own_profile(session, user_id)
    if version is not None and version != profile.goal_version:
        raise ConflictError
    for name, value in goal.model_dump().items():
        setattr(profile, name, value)
    profile.goal_version += 1
    profile.updated_at = utc_now()
    await announce(session, GoalChanged(user_id=user_id))
    return _view(profile)


async def save_person(
    session: AsyncSession, *, user_id: UUID, person: dict[str, Any], version: int | None = None
) -> ProfileView:
    """Keep the record its owner has just confirmed (a JSON Resume). `version`: the one that was shown; when the
    record has changed since, ConflictError and nothing is lost."""
    profile = await own_profile(session, user_id)
    if version is not None and version != profile.version:
        raise ConflictError
    profile.person = without_bad_urls(person)
    profile.confirmed_at = profile.updated_at = utc_now()
    profile.version += 1
    await announce(session, PersonConfirmed(user_id=user_id))
    return _view(profile)


async def reach_step(session: AsyncSession, *, user_id: UUID, step: Step) -> ProfileView:
    """Onboarding has come to this step; it never goes back by itself."""
    profile = await own_profile(session, user_id)
    if STEPS.index(step) > STEPS.index(profile.step):  # pyright: ignore[reportArgumentType]
        profile.step = step
    return _view(profile)


async def set_mail(session: AsyncSession, *, user_id: UUID, mail_on: bool, mail_minute: int | None = None) -> None:
    """Switch the morning mail, and its minute of the local day."""
    profile = await own_profile(session, user_id)
    profile.mail_on = mail_on
    if mail_minute is not None:
        profile.mail_minute = max(0, min(1439, mail_minute))


_WANTS_MAIL = (col(Profile.mail_on), col(Profile.step) == "done")


async def list_mail_hours(session: AsyncSession) -> list[MailHour]:
    """Every time of the morning mail that somebody who has finished onboarding wants it at."""
    rows = await session.execute(select(Profile.time_zone, Profile.mail_minute).where(*_WANTS_MAIL).distinct())
    return [MailHour(time_zone=zone, mail_minute=minute) for zone, minute in rows]


async def list_mail_readers(session: AsyncSession, *, hours: Sequence[MailHour]) -> list[tuple[UUID, MailHour]]:
    """Who wants the morning mail at one of these times, with that time."""
    wanted = {(hour.time_zone, hour.mail_minute): hour for hour in hours}
    time = tuple_(col(Profile.time_zone), col(Profile.mail_minute))
    rows = await session.execute(
        select(Profile.user_id, Profile.time_zone, Profile.mail_minute).where(*_WANTS_MAIL, time.in_(list(wanted)))
    )
    return [(user_id, wanted[zone, minute]) for user_id, zone, minute in rows]
