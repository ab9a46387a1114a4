"""Two uploads side by side."""

import reflex as rx

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.errors import CoachError
from careercoach.core.identity import current_person
from careercoach.core.ids import read_id
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.schemas import Difference
from careercoach.features.resumes import service
from careercoach.features.resumes.state.files import FileRow, file_row


class CompareState(rx.State):
    """Which two files, and what they say differently. Nothing is changed here."""

    is_ready: bool = False
    files: list[FileRow] = []
    first_id: str = ""
    second_id: str = ""
    differences: list[Difference] = []

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """The newest file beside the one before it."""
        user_id = current_person().id
        async with db.reading() as session:
            resumes = await service.list_resumes(session, user_id=user_id)
            zone = (await profiles.get_profile(session, user_id=user_id)).time_zone
        self.files = [file_row(resume, zone) for resume in resumes]
        self.first_id, self.second_id, self.differences = "", "", []
        if len(self.files) > 1:
            self.first_id, self.second_id = self.files[1].id, self.files[0].id
            await self._contrast()
        self.is_ready = True

    @rx.event
    @allow(Access.SIGNED_IN)
    async def choose_first(self, resume_id: str):
        """Another file on the left."""
        self.first_id = resume_id
        await self._contrast()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def choose_second(self, resume_id: str):
        """Another file on the right."""
        self.second_id = resume_id
        await self._contrast()

    async def _contrast(self) -> None:
        try:
            async with db.reading() as session:
                found = await service.contrast_resumes(
                    session,
                    user_id=current_person().id,
                    first_id=read_id(self.first_id),
                    second_id=read_id(self.second_id),
                )
        except CoachError:  # a file that is gone, or never was theirs: there is nothing to lay beside the other
            self.first_id, self.second_id, self.differences = "", "", []
            return
        self.differences = found.differences
