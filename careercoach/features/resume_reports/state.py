"""The resume report on the screen."""

from typing import Literal

import reflex as rx

from careercoach.core import db, jobs
from careercoach.core.access import Access, allow
from careercoach.core.clock import local_date
from careercoach.core.dates import day_name
from careercoach.core.errors import CoachError, NotFoundError
from careercoach.core.identity import current_person
from careercoach.core.ids import read_id
from careercoach.core.texts import LANGUAGES
from careercoach.features.profiles import service as profiles
from careercoach.features.resume_reports import flows, service
from careercoach.features.resume_reports.narrating import start_narrating
from careercoach.features.resume_reports.rules import cards
from careercoach.features.resume_reports.rules.cards import Head, NoticeRow, PartRow, Row, Told
from careercoach.features.resume_reports.schemas import Change, Mark, ReportView, Sentence, Shortfall, SuggestionState
from careercoach.features.resumes import service as resumes
from careercoach.features.resumes.schemas import ResumeView

PROBLEMS = ["core.something_went_wrong", "core.not_found", "core.too_many_tries"]
FIRST_SHOWN = 8


class VersionRow(Sentence):
    """Another file that has a report; the words are its day."""

    id: str = ""
    file_name: str = ""


class ResumeReportState(rx.State):
    """Loaded from the database at every visit; made anew when the wanted role has changed."""

    is_ready: bool = False
    found: bool = False
    head: Head = Head()
    day: Sentence = Sentence()
    notices: list[NoticeRow] = []
    parts: list[PartRow] = []
    tab: SuggestionState = "open"
    rows: list[Row] = []
    """The suggestions of the tab that are shown."""
    open_count: int = 0
    fixed_count: int = 0
    dismissed_count: int = 0
    more: int = 0
    """How many of the tab are not shown."""
    told: Told = Told()
    shortfall: Shortfall | None = None
    change: Change | None = None
    step: int = 0
    """Points since the version before."""
    has_role: bool = False
    has_draft: bool = False
    versions: list[VersionRow] = []
    shows_all: bool = False
    is_telling: bool = False
    done_key: str = ""
    """Names the sentence about the last mark, while it can be undone."""
    problem_key: str = ""
    _undo: tuple[str, str] = ("", "")
    """The suggestion last marked, and its mark before."""

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """The report on the file in the address, or on the newest."""
        self.problem_key, self.done_key, self.shows_all, self.tab = "", "", False, "open"
        self.is_telling = False
        parts = self.router.url.path.strip("/").split("/")
        wanted = parts[2] if len(parts) > 2 else ""
        person = current_person()
        try:
            report = await flows.current_report(person.id, read_id(wanted) if wanted else None)
        except NotFoundError:
            self.found, self.is_ready = False, True
            return None
        await self._surround(report)
        self._show(report)
        self.found, self.is_ready = True, True
        return ResumeReportState.tell if await flows.may_be_told_by_a_model(person.id) else None

    async def _surround(self, report: ReportView) -> None:
        """What stands around the report: the day, the other versions, what waits to be checked."""
        user_id = current_person().id
        async with db.reading() as session:
            profile = await profiles.get_profile(session, user_id=user_id)
            files = await resumes.list_resumes(session, user_id=user_id)
            self.has_draft = await resumes.has_draft(session, user_id=user_id)
        zone = profile.time_zone
        self.has_role = bool(profile.role_slug)
        self.versions = [_version(file, zone) for file in files if file.id != report.resume_id]
        self.day = next((_version(file, zone) for file in files if file.id == report.resume_id), Sentence())

    def _show(self, report: ReportView) -> None:
        rows = cards.rows_of(report)
        self.head, self.notices = cards.head_of(report), cards.notices_of(report)
        self.parts = cards.parts_of(report, rows)
        states = [row.state for row in rows]
        self.open_count, self.fixed_count = states.count("open"), states.count("fixed")
        self.dismissed_count = states.count("dismissed")
        listed = [row for row in rows if row.state == self.tab]
        self.rows = listed if self.shows_all or self.tab != "open" else listed[:FIRST_SHOWN]
        self.more = len(listed) - len(self.rows)
        self.shortfall, self.change = report.shortfall, report.change
        self.step, self.told = cards.step_of(report, report.change), cards.told_of(report)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def show_all(self):
        """All open suggestions, also the small ones."""
        self.shows_all = True
        await self._reload()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def choose_tab(self, tab: Literal["open", "fixed", "dismissed"]):
        """Open suggestions, those that are done, or those set aside."""
        self.tab = tab
        await self._reload()

    async def _reload(self) -> None:
        """The kept report again, with another choice of rows."""
        if not self.head.resume_id:
            return
        try:
            async with db.reading() as session:
                report = await service.get_report(
                    session, user_id=current_person().id, resume_id=read_id(self.head.resume_id)
                )
        except CoachError as error:
            self.problem_key = error.text_key
            return
        self._show(report)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def mark(self, suggestion_id: str, mark: Literal["fixed", "dismissed", "open"]):
        """Done, not wanted, or back on the list."""
        before = next((row.state for row in self.rows if row.id == suggestion_id), "open")
        if await self._mark(suggestion_id, mark):
            self._undo = (suggestion_id, before)
            self.done_key = {
                "fixed": "resume_reports.marked", "dismissed": "resume_reports.set_aside", "open": "",
            }[mark]  # fmt: skip

    async def _mark(self, suggestion_id: str, state: str) -> bool:
        wish: dict[str, Mark] = {"fixed": "fixed", "dismissed": "dismissed"}
        self.problem_key = ""
        try:
            async with db.transaction() as session:
                report = await service.mark_suggestion(
                    session,
                    user_id=current_person().id,
                    resume_id=read_id(self.head.resume_id),
                    suggestion_id=suggestion_id,
                    mark=wish.get(state),
                )
        except CoachError as error:
            self.problem_key = error.text_key
            return False
        self._show(report)
        return True

    @rx.event
    @allow(Access.SIGNED_IN)
    async def undo(self):
        """Take the last mark back."""
        suggestion_id, before = self._undo
        self.done_key, self._undo = "", ("", "")
        if suggestion_id:
            await self._mark(suggestion_id, before)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def close_undo(self):
        """The offer to undo goes away."""
        self.done_key = ""

    @rx.event(background=True)
    @allow(Access.SIGNED_IN)
    async def tell(self):
        """Let a model put the report into words; the coach's own stand there until then."""
        person = current_person()
        async with self:
            resume_id, waits = self.head.resume_id, self.is_telling
            self.is_telling = bool(resume_id)
        if not resume_id or waits:
            return
        try:
            async with db.reading() as session:
                report = await service.get_report(session, user_id=person.id, resume_id=read_id(resume_id))
            job = await start_narrating(person.id, report, person.language)
            if job is not None:
                async for _ in jobs.progress(job):
                    pass
            async with db.reading() as session:
                report = await service.get_report(session, user_id=person.id, resume_id=read_id(resume_id))
            async with self:
                if self.head.resume_id == resume_id:
                    self.told = cards.told_of(report)
        except CoachError as error:
            async with self:
                self.problem_key = error.text_key
        finally:
            async with self:
                self.is_telling = False


def _version(file: ResumeView, zone: str) -> VersionRow:
    day = local_date(file.uploaded_at, zone)
    words = {language: day_name(day, language, "full") for language in LANGUAGES}
    return VersionRow(**words, id=file.id, file_name=file.file_name)
