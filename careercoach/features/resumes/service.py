"""The uploaded files of a person, and the record they are checking."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, select

from careercoach.core.clock import utc_now
from careercoach.core.errors import CoachError, NotFoundError
from careercoach.core.events import announce
from careercoach.core.limits import Limit, take
from careercoach.features.profiles import service as profiles
from careercoach.features.resumes.events import ResumeRead
from careercoach.features.resumes.models import RecordDraft, Resume
from careercoach.features.resumes.rules.machine import as_machine_reads
from careercoach.features.resumes.rules.packed import keep, restore
from careercoach.features.resumes.rules.records import to_form, to_record
from careercoach.features.resumes.schemas import (
    DraftView,
    FieldPlace,
    Json,
    MachineView,
    ParsedResume,
    ReadingView,
    RecordForm,
    ResumeView,
    UploadContrast,
)
from careercoach.settings import settings

UNDO_LIVES = timedelta(hours=1)
LIST_MAX = 50


def _view(resume: Resume) -> ResumeView:
    fields = resume.model_dump(exclude={"user_id", "file_key", "reading", "removed_at"})
    return ResumeView(**{**fields, "id": str(resume.id)}, is_removed=resume.removed_at is not None)


async def count_upload(session: AsyncSession, *, user_id: UUID) -> None:
    """Use one of the uploads of this hour. Raises TooManyTriesError."""
    await take(session, Limit("uploads", settings.uploads_per_hour, timedelta(hours=1)), str(user_id))


async def check_room(session: AsyncSession, *, user_id: UUID, size_bytes: int) -> None:
    """Whether one more file fits. Raises CoachError when the person keeps too many or too much."""
    kept = select(func.count(), func.coalesce(func.sum(Resume.size_bytes), 0)).where(Resume.user_id == user_id)  # pyright: ignore[reportArgumentType]
    count, used = (await session.execute(kept)).one()
    if count >= settings.files_per_person or used + size_bytes > settings.files_max_bytes_per_person:
        raise CoachError("resumes.storage_full", status=409, n=settings.files_per_person)


async def add_resume(
    session: AsyncSession,
    *,
    user_id: UUID,
    file_name: str,
    size_bytes: int,
    file_key: str,
    parsed: ParsedResume,
) -> ResumeView:
    """Keep a file that was read, and put what it says on the table for its owner to check."""
    await check_room(session, user_id=user_id, size_bytes=size_bytes)
    resume = Resume(
        user_id=user_id,
        file_name=file_name,
        kind=parsed.kind,
        size_bytes=size_bytes,
        pages=parsed.pages,
        file_key=file_key,
        reading=keep(parsed),
    )
    session.add(resume)
    await session.flush()
    await _start_draft(session, user_id=user_id, resume=resume)
    await announce(session, ResumeRead(user_id=user_id, resume_id=resume.id))
    return _view(resume)


async def list_resumes(session: AsyncSession, *, user_id: UUID) -> list[ResumeView]:
    """The person's files, newest first."""
    rows = await session.execute(_own(user_id).limit(LIST_MAX))
    return [_view(resume) for resume in rows.scalars()]


async def find_latest_resume(session: AsyncSession, *, user_id: UUID) -> ResumeView | None:
    """The newest file, or None before the first."""
    resume = (await session.execute(_own(user_id).limit(1))).scalar_one_or_none()
    return _view(resume) if resume else None


def _own(user_id: UUID) -> Any:
    mine = select(Resume).where(Resume.user_id == user_id, col(Resume.removed_at).is_(None))
    return mine.order_by(col(Resume.uploaded_at).desc(), col(Resume.id))


async def _resume(session: AsyncSession, user_id: UUID, resume_id: UUID) -> Resume:
    found = select(Resume).where(Resume.id == resume_id, Resume.user_id == user_id)
    resume = (await session.execute(found)).scalar_one_or_none()
    if resume is None:
        raise NotFoundError
    return resume


async def get_resume(session: AsyncSession, *, user_id: UUID, resume_id: UUID) -> ResumeView:
    """One file of this person. Raises NotFoundError."""
    resume = await _resume(session, user_id, resume_id)
    if resume.removed_at is not None:
        raise NotFoundError
    return _view(resume)


async def get_reading(session: AsyncSession, *, user_id: UUID, resume_id: UUID) -> ParsedResume:
    """All that was read from one file of this person. Raises NotFoundError."""
    return restore((await _resume(session, user_id, resume_id)).reading)


async def get_reading_view(session: AsyncSession, *, user_id: UUID, resume_id: UUID) -> ReadingView:
    """What was read with confidence and places, for programs. Raises NotFoundError."""
    read = await get_reading(session, user_id=user_id, resume_id=resume_id)
    fields = [FieldPlace.model_validate(source) for source in read.sources]
    return ReadingView(resume=read.as_json_resume(), text=read.text, fields=fields, hidden=read.hidden)


async def get_machine_view(session: AsyncSession, *, user_id: UUID, resume_id: UUID) -> MachineView:
    """The file as a machine reads it. Raises NotFoundError."""
    return as_machine_reads(await get_reading(session, user_id=user_id, resume_id=resume_id))


async def contrast_resumes(session: AsyncSession, *, user_id: UUID, first_id: UUID, second_id: UUID) -> UploadContrast:
    """What two files of this person say differently, field by field. Raises NotFoundError."""
    first, second = [await get_resume(session, user_id=user_id, resume_id=one) for one in (first_id, second_id)]
    sides = [(await get_reading(session, user_id=user_id, resume_id=one)).resume for one in (first_id, second_id)]
    return UploadContrast(first=first, second=second, differences=profiles.contrast(*sides))


async def get_file_place(
    session: AsyncSession, *, resume_id: UUID, user_id: UUID, is_admin: bool = False
) -> tuple[ResumeView, str]:
    """The file and the key of its bytes, for its owner or an admin. Raises NotFoundError."""
    resume = await session.get(Resume, resume_id)
    if resume is None or resume.removed_at is not None or not (is_admin or resume.user_id == user_id):
        raise NotFoundError
    return _view(resume), resume.file_key


async def list_file_keys(session: AsyncSession) -> set[str]:
    """The keys of all files that a row still names, of everybody."""
    return set((await session.execute(select(Resume.file_key))).scalars())


async def remove_resume(session: AsyncSession, *, user_id: UUID, resume_id: UUID) -> ResumeView:
    """Take a file out of sight; it is deleted for good an hour later. Raises NotFoundError."""
    resume = await _resume(session, user_id, resume_id)
    if resume.removed_at is None:
        resume.removed_at = utc_now()
    draft = await session.get(RecordDraft, user_id)
    if draft is not None and draft.resume_id == resume_id and draft.comparing:
        # The choices on the table are about a file that is no longer wanted.
        await session.delete(draft)
    return _view(resume)


async def restore_resume(session: AsyncSession, *, user_id: UUID, resume_id: UUID) -> ResumeView:
    """Undo the removal. Raises NotFoundError when it is too late."""
    resume = await _resume(session, user_id, resume_id)
    resume.removed_at = None
    return _view(resume)


async def list_expired(session: AsyncSession, *, now: datetime) -> list[tuple[UUID, str]]:
    """Files whose undo time is over: id and key of the bytes."""
    gone = select(Resume.id, Resume.file_key).where(col(Resume.removed_at) < now - UNDO_LIVES)
    return [(resume_id, key) for resume_id, key in await session.execute(gone)]


async def forget_resume(session: AsyncSession, *, resume_id: UUID, now: datetime) -> None:
    """Delete the row of a file whose undo time is over."""
    await session.execute(delete(Resume).where(col(Resume.id) == resume_id, col(Resume.removed_at) < now - UNDO_LIVES))


# The draft


async def _start_draft(session: AsyncSession, *, user_id: UUID, resume: Resume) -> None:
    """A first file fills the form. A later one is laid beside what is there: the person chooses."""
    profile = await profiles.get_profile(session, user_id=user_id)
    found = restore(resume.reading)
    draft = await session.get(RecordDraft, user_id)
    form = await _worked_on(session, draft) if draft else None
    if form is None and profile.confirmed_at is not None:
        form = to_form(profile.person)
    if draft is None:
        draft = RecordDraft(user_id=user_id, form={}, base_version=profile.version)
        session.add(draft)
    draft.resume_id, draft.choices, draft.updated_at = resume.id, {}, utc_now()
    draft.form = (form or to_form(found.resume, found)).model_dump()
    draft.comparing = form is not None and bool(profiles.compare(to_record(form), found.resume))


async def _worked_on(session: AsyncSession, draft: RecordDraft) -> RecordForm | None:
    """The form of a draft that holds something of the person's own; None when it is just as a file was read."""
    form = RecordForm.model_validate(draft.form)
    resume = await session.get(Resume, draft.resume_id) if draft.resume_id and not draft.comparing else None
    untouched = resume is not None and to_record(form) == to_record(to_form(restore(resume.reading).resume))
    return None if untouched else form


async def get_draft(session: AsyncSession, *, user_id: UUID) -> DraftView:
    """What is on the table; before anything was typed or read, the confirmed record. Writes nothing."""
    profile = await profiles.get_profile(session, user_id=user_id)
    draft = await session.get(RecordDraft, user_id)
    if draft is None:
        return DraftView(form=to_form(profile.person), base_version=profile.version)
    form = RecordForm.model_validate(draft.form)
    resume = await _kept_file(session, draft)
    view = DraftView(form=form, resume=_view(resume) if resume else None, base_version=draft.base_version)
    if draft.comparing and resume is not None:
        view.comparing = "file"
        view.differences = profiles.compare(to_record(form), restore(resume.reading).resume, draft.choices)
    elif draft.base_version != profile.version:
        # Confirmed in another tab or device meanwhile: neither side is thrown away unasked.
        view.differences = profiles.compare(profile.person, to_record(form), draft.choices)
        view.comparing = "draft" if view.differences else ""
    return view


async def _kept_file(session: AsyncSession, draft: RecordDraft) -> Resume | None:
    resume = await session.get(Resume, draft.resume_id) if draft.resume_id else None
    return resume if resume is not None and resume.removed_at is None else None


async def save_draft(session: AsyncSession, *, user_id: UUID, form: RecordForm) -> None:
    """Keep the form as it is now."""
    draft = await session.get(RecordDraft, user_id)
    if draft is None:
        profile = await profiles.get_profile(session, user_id=user_id)
        draft = RecordDraft(user_id=user_id, form={}, base_version=profile.version)
        session.add(draft)
    draft.form, draft.updated_at = form.model_dump(), utc_now()


async def choose_difference(session: AsyncSession, *, user_id: UUID, difference_id: str, take_found: bool) -> DraftView:
    """For one difference: keep the record's words, or take the others."""
    draft = await _draft(session, user_id)
    known = {difference.id for difference in (await get_draft(session, user_id=user_id)).differences}
    if difference_id not in known:
        raise NotFoundError
    draft.choices = {**draft.choices, difference_id: "found" if take_found else "kept"}
    return await get_draft(session, user_id=user_id)


async def apply_choices(session: AsyncSession, *, user_id: UUID) -> DraftView:
    """Put the record together as chosen; the person still looks at it and confirms."""
    draft = await _draft(session, user_id)
    view = await get_draft(session, user_id=user_id)
    profile = await profiles.get_profile(session, user_id=user_id)
    resume = await _kept_file(session, draft)
    if view.comparing == "file" and resume is not None:
        record = profiles.merge(to_record(view.form), restore(resume.reading).resume, draft.choices)
    else:
        record = profiles.merge(profile.person, to_record(view.form), draft.choices)
        draft.base_version = profile.version
    draft.form, draft.choices, draft.comparing = to_form(record).model_dump(), {}, False
    draft.updated_at = utc_now()
    return await get_draft(session, user_id=user_id)


async def keep_record(session: AsyncSession, *, user_id: UUID) -> DraftView:
    """Take nothing of the other side. Beside a file: what is on the table stays; beside a newer record: that stays."""
    draft = await _draft(session, user_id)
    view = await get_draft(session, user_id=user_id)
    profile = await profiles.get_profile(session, user_id=user_id)
    unchanged = profile.confirmed_at is not None and to_record(view.form) == to_record(to_form(profile.person))
    if view.comparing == "draft" or unchanged:
        return await drop_draft(session, user_id=user_id)
    draft.choices, draft.comparing = {}, False
    return await get_draft(session, user_id=user_id)


async def drop_draft(session: AsyncSession, *, user_id: UUID) -> DraftView:
    """Forget what was typed since the last confirmation."""
    await session.execute(delete(RecordDraft).where(col(RecordDraft.user_id) == user_id))
    session.expire_all()
    return await get_draft(session, user_id=user_id)


async def confirm_record(session: AsyncSession, *, user_id: UUID) -> Json:
    """Make the record on the table a fact. Raises ConflictError when it was confirmed elsewhere meanwhile."""
    draft = await get_draft(session, user_id=user_id)
    record = to_record(draft.form)
    await profiles.save_person(session, user_id=user_id, person=record, version=draft.base_version)
    await session.execute(delete(RecordDraft).where(col(RecordDraft.user_id) == user_id))
    return record


async def _draft(session: AsyncSession, user_id: UUID) -> RecordDraft:
    draft = await session.get(RecordDraft, user_id)
    if draft is None:
        raise NotFoundError
    return draft


async def has_draft(session: AsyncSession, *, user_id: UUID) -> bool:
    """Whether something waits to be checked."""
    return await session.get(RecordDraft, user_id) is not None
