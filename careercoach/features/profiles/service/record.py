"""The record section by section: read, change, move, take out and put back; and what was typed and not saved."""

import json
from hashlib import sha1
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, select

from careercoach.core.clock import utc_now
from careercoach.core.errors import ConflictError, InvalidInputError, NotFoundError
from careercoach.features.profiles.models import SectionDraft
from careercoach.features.profiles.rules.comparison import find_twin
from careercoach.features.profiles.rules.said import not_mine, with_not_mine
from careercoach.features.profiles.rules.sections import (
    ENTRIES_MAX,
    FIELDS,
    NEWEST_FIRST,
    entries_of,
    entry_from,
    fields_of,
    with_entries,
)
from careercoach.features.profiles.schemas import DraftView, Json, ListSection, ProfileView, Section
from careercoach.features.profiles.service.goals import get_profile, save_person

NEW = -1


async def save_entry(
    session: AsyncSession, *, user_id: UUID, section: Section, at: int, base: Json, form: dict[str, str]
) -> ProfileView:
    """Keep what a form says, at its place (`NEW` for one more). `base` is the entry that was shown.

    Raises FieldsInvalidError, ConflictError when the entry is no longer what was shown; other entries may have
    changed meanwhile. The draft of the section goes.
    """
    profile = await get_profile(session, user_id=user_id)
    entries = entries_of(profile.person, section)
    if at == NEW and not base:
        if len(entries) >= ENTRIES_MAX:
            raise InvalidInputError("profiles.record.too_many", n=ENTRIES_MAX)
        place = 0 if section in NEWEST_FIRST else len(entries)
        entries.insert(place, entry_from(section, form, {}))
    else:
        place = _place_of(entries, at, base)
        entries[place] = entry_from(section, form, entries[place])
    _check_skill_once(section, entries, place)
    record = with_entries(profile.person, section, entries)
    if section == "skills":
        record = with_not_mine(record, without=[entries[place]["name"]])
    await drop_draft(session, user_id=user_id, section=section, base=base)
    return await save_person(session, user_id=user_id, person=record, version=profile.version)


def _place_of(entries: list[Json], at: int, base: Json) -> int:
    """Where the entry stands that was shown; others may have been added before it. Raises ConflictError."""
    if 0 <= at < len(entries) and entries[at] == base:
        return at
    if base in entries:
        return entries.index(base)
    raise ConflictError


def _check_skill_once(section: Section, entries: list[Json], place: int) -> None:
    if section != "skills":
        return
    names = [entry["name"].casefold() for entry in entries]
    if names.count(names[place]) > 1:
        raise InvalidInputError("profiles.record.skill_twice", name=entries[place]["name"])


async def find_entry_now(session: AsyncSession, *, user_id: UUID, section: Section, base: Json) -> tuple[int, Json]:
    """Where an entry stands that was changed elsewhere, and what it says now; (`NEW`, {}) when it is gone."""
    profile = await get_profile(session, user_id=user_id)
    entries = entries_of(profile.person, section)
    place = find_twin(entries, base, section) if base else None
    return (NEW, {}) if place is None else (place, entries[place])


async def remove_entry(
    session: AsyncSession, *, user_id: UUID, section: ListSection, at: int, version: int
) -> tuple[ProfileView, Json]:
    """Take an entry out; also returned, so that it can be put back. Raises ConflictError, NotFoundError.

    A skill that is taken out does not count for matching either, whatever the texts of the record mention.
    """
    profile, entries = await _shown(session, user_id, section, version)
    gone = _at(entries, at)
    del entries[at]
    record = with_entries(profile.person, section, entries)
    if section == "skills":
        record = with_not_mine(record, also=[gone["name"]])
    return await save_person(session, user_id=user_id, person=record, version=version), gone


async def restore_entry(
    session: AsyncSession, *, user_id: UUID, section: ListSection, at: int, entry: Json
) -> ProfileView:
    """Put back what was taken out, where it was."""
    profile = await get_profile(session, user_id=user_id)
    entries = entries_of(profile.person, section)
    if section == "skills" and entry["name"].casefold() in {one["name"].casefold() for one in entries}:
        return profile
    entries.insert(max(0, min(at, len(entries))), entry)
    record = with_entries(profile.person, section, entries)
    if section == "skills":
        record = with_not_mine(record, without=[entry["name"]])
    return await save_person(session, user_id=user_id, person=record, version=profile.version)


async def move_entry(
    session: AsyncSession, *, user_id: UUID, section: ListSection, at: int, step: int, version: int
) -> ProfileView:
    """Move an entry one place up (-1) or down (1); at the end nothing happens. Raises ConflictError, NotFoundError."""
    profile, entries = await _shown(session, user_id, section, version)
    _at(entries, at)
    there = at + (1 if step > 0 else -1)
    while 0 <= there < len(entries):
        moved = [entry for place, entry in enumerate(entries) if place != at]
        moved.insert(there, entries[at])
        record = with_entries(profile.person, section, moved)
        if record != profile.person:
            return await save_person(session, user_id=user_id, person=record, version=version)
        there += 1 if step > 0 else -1  # skills of one heading stand together: go past all of them
    return profile


async def count_skill_again(session: AsyncSession, *, user_id: UUID, name: str) -> ProfileView:
    """A skill that was taken out may count again where texts mention it. Raises NotFoundError."""
    profile = await get_profile(session, user_id=user_id)
    if name not in not_mine(profile.person):
        raise NotFoundError
    record = with_not_mine(profile.person, without=[name])
    return await save_person(session, user_id=user_id, person=record, version=profile.version)


async def _shown(
    session: AsyncSession, user_id: UUID, section: Section, version: int
) -> tuple[ProfileView, list[Json]]:
    profile = await get_profile(session, user_id=user_id)
    if profile.version != version:
        raise ConflictError
    return profile, entries_of(profile.person, section)


def _at(entries: list[Json], at: int) -> Json:
    if not 0 <= at < len(entries):
        raise NotFoundError
    return entries[at]


# What was typed and not saved


def _key(section: Section, base: Json) -> str:
    """One draft for each entry, by what it said when its form was opened."""
    told = json.dumps(base, sort_keys=True).encode()
    return f"{section}:{sha1(told, usedforsecurity=False).hexdigest()[:7] if base else 'new'}"


async def open_entry(session: AsyncSession, *, user_id: UUID, section: Section, at: int) -> DraftView:
    """The form of an entry: as it was typed last, else as the record has it. Raises NotFoundError. Writes nothing."""
    profile = await get_profile(session, user_id=user_id)
    entries = entries_of(profile.person, section)
    base: Json = {} if at == NEW else _at(entries, at)
    draft = await session.get(SectionDraft, (user_id, _key(section, base)))
    if draft is not None and draft.base == base:
        return _view(draft, profile)
    return DraftView(section=section, at=at, base=base, form=fields_of(section, base))


def _view(draft: SectionDraft, profile: ProfileView) -> DraftView:
    """Where the entry stands by now; at `NEW` when it is not there any more as it was."""
    section: Section = draft.section.partition(":")[0]  # pyright: ignore[reportAssignmentType]
    entries = entries_of(profile.person, section)
    at = entries.index(draft.base) if draft.base and draft.base in entries else NEW
    return DraftView(section=section, at=at, base=draft.base, form=draft.form)


async def keep_draft(session: AsyncSession, *, user_id: UUID, draft: DraftView) -> None:
    """Keep what is typed into a form. Fields the form does not have are left out."""
    key = _key(draft.section, draft.base)
    kept = await session.get(SectionDraft, (user_id, key))
    if kept is None:
        kept = SectionDraft(user_id=user_id, section=key, at=draft.at)
        session.add(kept)
    names = {field.name for field in FIELDS[draft.section]}
    kept.at, kept.base, kept.updated_at = draft.at, draft.base, utc_now()
    kept.form = {name: words.replace("\x00", "") for name, words in draft.form.items() if name in names}


async def list_drafts(session: AsyncSession, *, user_id: UUID) -> list[DraftView]:
    """All that is typed and not saved, newest first."""
    own = select(SectionDraft).where(SectionDraft.user_id == user_id).order_by(col(SectionDraft.updated_at).desc())
    drafts = list((await session.execute(own)).scalars())
    profile = await get_profile(session, user_id=user_id)
    return [_view(draft, profile) for draft in drafts]


async def drop_draft(session: AsyncSession, *, user_id: UUID, section: Section, base: Json) -> None:
    """Forget what was typed into the form of an entry (`base`: as it was shown; empty for a new one)."""
    own = col(SectionDraft.user_id) == user_id
    await session.execute(delete(SectionDraft).where(own, col(SectionDraft.section) == _key(section, base)))
