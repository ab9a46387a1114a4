"""The resume room: files, confirmed record, the machine's view."""

from datetime import datetime

import reflex as rx
from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncSession

from careercoach.content.shapes import Words
from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.clock import local_date
from careercoach.core.dates import day_name
from careercoach.core.errors import CoachError
from careercoach.core.identity import current_person
from careercoach.core.ids import read_id
from careercoach.core.texts import LANGUAGES
from careercoach.features.profiles import service as profiles
from careercoach.features.resumes import flows, service
from careercoach.features.resumes.rules import records
from careercoach.features.resumes.schemas import MachineView, RecordForm, ResumeView


class FileRow(BaseModel):
    """One file in the list; `uploaded` in the person's zone and every language."""

    id: str
    file_name: str
    kind: str
    pages: int
    uploaded: Words


class ResumeState(rx.State):
    """The files of the person and the record they have confirmed."""

    is_ready: bool = False
    resumes: list[FileRow] = []
    record: RecordForm = RecordForm()
    confirmed_on: Words | None = None
    has_draft: bool = False
    machine: MachineView | None = None
    machine_of: str = ""
    removed_id: str = ""
    removed_words: str = ""
    problem_key: str = ""

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """Files, record, and the machine's view of the newest file."""
        flows.expect_file()
        self.removed_id, self.removed_words, self.problem_key = "", "", ""
        await self._list()
        self.is_ready = True

    async def _list(self) -> None:
        user_id = current_person().id
        async with db.reading() as session:
            resumes = await service.list_resumes(session, user_id=user_id)
            profile = await profiles.get_profile(session, user_id=user_id)
            self.has_draft = await service.has_draft(session, user_id=user_id)
            self.machine, self.machine_of = None, ""
            if resumes:
                await self._look(session, resumes[0].id)
        self.resumes = [file_row(resume, profile.time_zone) for resume in resumes]
        self.record = records.shown(records.to_form(profile.person))
        self.confirmed_on = _day_words(profile.confirmed_at, profile.time_zone) if profile.confirmed_at else None

    async def _look(self, session: AsyncSession, resume_id: str) -> None:
        self.machine = await service.get_machine_view(
            session, user_id=current_person().id, resume_id=read_id(resume_id)
        )
        self.machine_of = resume_id

    @rx.event
    @allow(Access.SIGNED_IN)
    async def look(self, resume_id: str):
        """What the machine reads in another file."""
        try:
            async with db.reading() as session:
                await self._look(session, resume_id)
        except CoachError as error:
            self.problem_key = error.text_key

    @rx.event
    @allow(Access.SIGNED_IN)
    async def arrived(self, resume_id: str):
        """A new file was read: here is how it reads, and from there the person checks what was read."""
        return rx.redirect(f"/resume/report/{read_id(resume_id)}")

    @rx.event
    @allow(Access.SIGNED_IN)
    async def remove(self, resume_id: str):
        """Take a file out of sight; for an hour it can be put back."""
        try:
            async with db.transaction() as session:
                gone = await service.remove_resume(session, user_id=current_person().id, resume_id=read_id(resume_id))
        except CoachError as error:
            self.problem_key = error.text_key
            return
        self.removed_id, self.removed_words = gone.id, gone.file_name
        await self._list()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def undo(self):
        """Put the file back."""
        if not self.removed_id:
            return
        try:
            async with db.transaction() as session:
                await service.restore_resume(session, user_id=current_person().id, resume_id=read_id(self.removed_id))
        except CoachError as error:
            self.problem_key = error.text_key
        self.removed_id, self.removed_words = "", ""
        await self._list()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def close_undo(self):
        """The offer to undo goes away."""
        self.removed_id, self.removed_words = "", ""


def _day_words(moment: datetime, zone: str) -> Words:
    day = local_date(moment, zone)
    return Words(**{language: day_name(day, language, "full") for language in LANGUAGES})


def file_row(resume: ResumeView, zone: str) -> FileRow:
    """A file as lists show it, its day in the person's zone."""
    kept = resume.model_dump(include={"id", "file_name", "kind", "pages"})
    return FileRow(**kept, uploaded=_day_words(resume.uploaded_at, zone))
