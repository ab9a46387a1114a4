"""What was read from the posting, field by field; each correction is kept at once."""

from collections.abc import Awaitable, Callable
from uuid import UUID

import reflex as rx
from sqlalchemy.ext.asyncio import AsyncSession

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.errors import CoachError
from careercoach.core.identity import current_person
from careercoach.core.ids import read_id
from careercoach.features.job_matches import service
from careercoach.features.job_matches.rules.correcting import with_culture, with_field
from careercoach.features.job_matches.schemas import AnalysisView, PostingEdits, Sheet

Write = Callable[[AsyncSession, UUID, UUID], Awaitable[AnalysisView]]


class SheetState(rx.State):
    """The sheet of the analysis that is open."""

    is_ready: bool = False
    id: str = ""
    sheet: Sheet = Sheet()
    seniority: str = ""
    education: str = ""
    place: str = ""
    years_least: str = ""
    pay_least: str = ""
    pay_most: str = ""
    problem_key: str = ""
    saved: bool = False
    count: int = 0
    """Grows with each skill that was added, so that the field is empty again."""

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """The sheet as it stands."""
        self.is_ready, self.problem_key, self.saved = False, "", False
        parts = self.router.url.path.strip("/").split("/")
        try:
            async with db.reading() as session:
                user_id = current_person().id
                view = await service.get_analysis(session, user_id=user_id, analysis_id=read_id(parts[-1]))
        except CoachError:
            self.id = ""
            return
        self._show(view)
        self.is_ready = True

    def _show(self, view: AnalysisView) -> None:
        self.id, self.sheet = view.id, view.sheet
        sheet = view.sheet
        self.seniority = "" if sheet.seniority is None else str(sheet.seniority)
        self.years_least = "" if sheet.years_least is None else f"{sheet.years_least:g}"
        self.education, self.place = sheet.education or "", sheet.place or ""
        self.pay_least = str(sheet.pay_least or "")
        self.pay_most = str(sheet.pay_most or "")

    @rx.event
    @allow(Access.SIGNED_IN)
    async def correct(self, name: str, value: str):
        """One field has another value."""
        await self._keep(lambda view: with_field(view.edits, name, value))

    @rx.event
    @allow(Access.SIGNED_IN)
    async def toggle_culture(self, name: str):
        """A trait of the firm, there or not."""
        await self._keep(lambda view: with_culture(view.edits, list(view.sheet.cultures), name))

    @rx.event
    @allow(Access.SIGNED_IN)
    async def add_skills(self, form: dict[str, str]):
        """Skills the posting did not name."""
        await self._keep(lambda view: with_field(view.edits, "add", form.get("skills", "")))
        if not self.problem_key:
            self.count += 1

    @rx.event
    @allow(Access.SIGNED_IN)
    async def add_suggested(self, key: str):
        """Something that a model read belongs to the posting."""
        await self._write(
            lambda session, user_id, analysis: service.add_suggestion(
                session, user_id=user_id, analysis_id=analysis, key=key
            )
        )

    @rx.event
    @allow(Access.SIGNED_IN)
    async def ignore_suggested(self, key: str):
        """It does not."""
        await self._write(
            lambda session, user_id, analysis: service.ignore_suggestion(
                session, user_id=user_id, analysis_id=analysis, key=key
            )
        )
        self.saved = False

    async def _keep(self, change: Callable[[AnalysisView], PostingEdits]) -> None:
        async def write(session: AsyncSession, user_id: UUID, analysis: UUID) -> AnalysisView:
            # As it is kept now: an answer among the scores may have corrected something meanwhile.
            view = await service.get_analysis(session, user_id=user_id, analysis_id=analysis)
            return await service.save_corrections(session, user_id=user_id, analysis_id=analysis, edits=change(view))

        await self._write(write)

    async def _write(self, write: Write) -> None:
        self.problem_key, self.saved = "", False
        if not self.id:
            return
        try:
            async with db.transaction() as session:
                view = await write(session, current_person().id, read_id(self.id))
        except CoachError as error:
            self.problem_key = error.text_key
            return
        self._show(view)
        self.saved = True
