"""Analysing a gap: read, think beside the event loop, write."""

import asyncio
from collections.abc import Callable
from typing import Any
from uuid import UUID

from careercoach.content.load import roles, skills
from careercoach.core import db
from careercoach.core.clock import local_date, utc_now
from careercoach.core.errors import CoachError, NotFoundError
from careercoach.features.matching import service
from careercoach.features.matching.rules.claims import with_skill, without_skill
from careercoach.features.matching.rules.reports import report_gap
from careercoach.features.matching.schemas import GapView
from careercoach.features.profiles import service as profiles


class NothingToCompareError(CoachError):
    """No role, or no confirmed record: the sentence says which."""

    status = 409


async def analyse_gap(user_id: UUID, language: str = "en") -> GapView:
    """Compare the confirmed record with the wanted role and keep the report, which holds all languages (`language`
    is taken for callers that have one). Raises NothingToCompareError."""
    async with db.reading() as session:
        profile = await profiles.get_profile(session, user_id=user_id)
    if not profile.role_slug:
        raise NothingToCompareError("matching.page.no_role")
    if profile.confirmed_at is None:
        raise NothingToCompareError("matching.page.no_record")
    gap = await asyncio.to_thread(
        report_gap,
        profile.person,
        role_slug=profile.role_slug,
        profile_version=profile.version,
        today=local_date(utc_now(), profile.time_zone),
    )
    async with db.transaction() as session:
        return await service.save_gap(session, user_id=user_id, gap=gap)


async def current_gap(user_id: UUID) -> GapView:
    """The kept report when it still fits record and role, else a new one. Raises NothingToCompareError."""
    async with db.reading() as session:
        profile = await profiles.get_profile(session, user_id=user_id)
        gap = await service.find_latest_gap(session, user_id=user_id)
    if gap and profile.confirmed_at and (gap.role, gap.profile_version) == (profile.role_slug, profile.version):
        return gap
    return await analyse_gap(user_id)


async def claim_skill(user_id: UUID, slug: str) -> GapView:
    """Add a skill of the wanted role to the confirmed record, because its owner says so; the new report.

    Raises NotFoundError for a skill the role does not ask for, NothingToCompareError before there is a record.
    """
    return await _change_record(user_id, slug, with_skill)


async def unclaim_skill(user_id: UUID, slug: str) -> GapView:
    """Take it out again."""
    return await _change_record(user_id, slug, without_skill)


async def _change_record(user_id: UUID, slug: str, change: Callable[[dict[str, Any], str], dict[str, Any]]) -> GapView:
    async with db.transaction() as session:
        profile = await profiles.get_profile(session, user_id=user_id)
        if profile.confirmed_at is None:
            raise NothingToCompareError("matching.page.no_record")
        role = roles().get(profile.role_slug)
        if role is None or slug not in {need.skill for need in (*role.critical, *role.preferred)}:
            raise NotFoundError
        record = change(profile.person, skills()[slug].name)
        await profiles.save_person(session, user_id=user_id, person=record, version=profile.version)
    return await analyse_gap(user_id)
