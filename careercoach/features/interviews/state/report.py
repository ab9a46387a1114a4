"""The report on the screen: the head, and one question in full."""

import reflex as rx

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.errors import CoachError, NotFoundError
from careercoach.core.identity import current_person
from careercoach.core.ids import read_id
from careercoach.features.interviews import service
from careercoach.features.interviews.rules.cards import Detail, ReportCard, detail_of, report_card
from careercoach.features.interviews.schemas import InterviewInput, ReportView
from careercoach.features.profiles import service as profiles

PROBLEMS = ["core.something_went_wrong", "core.not_found", "core.too_many_tries", "interviews.one_open",
            "interviews.unknown_question"]  # fmt: skip


class ReportState(rx.State):
    """Loaded from the database; the other answers come when they are asked for."""

    is_ready: bool = False
    found: bool = True
    report: ReportCard | None = None
    detail: Detail = Detail()
    asked_plan: bool = False
    problem_key: str = ""

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """The report with its weakest answer open. Without scores yet, back to the room, which waits for them."""
        self.is_ready, self.found, self.problem_key, self.asked_plan = False, True, "", False
        parts = self.router.url.path.strip("/").split("/")
        interview = parts[1] if len(parts) > 1 else ""
        try:
            await self._load(interview)
        except NotFoundError:
            self.report, self.found, self.is_ready = None, False, True
            return await _room_of(interview)
        return None

    async def _load(self, interview: str, number: int | None = None) -> None:
        person = current_person()
        async with db.reading() as session:
            view = await service.get_report(session, user_id=person.id, interview_id=read_id(interview))
            profile = await profiles.get_profile(session, user_id=person.id)
        self.report = report_card(view, profile.time_zone)
        self.detail = _pick(view, number)
        self.is_ready = True

    @rx.event
    @allow(Access.SIGNED_IN)
    async def choose(self, number: int):
        """Another question of this report."""
        self.problem_key, self.asked_plan = "", False
        if self.report is not None:
            await self._load(self.report.id, number)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def try_again(self):
        """A new sitting with just this question."""
        self.problem_key = ""
        if self.report is None:
            return None
        wish = InterviewInput(role=self.report.role, question=self.detail.slug)
        try:
            async with db.transaction() as session:
                view = await service.start_interview(session, user_id=current_person().id, wish=wish)
        except CoachError as error:
            self.problem_key = error.text_key
            return None
        return rx.redirect(f"/interviews/{view.id}")

    @rx.event
    @allow(Access.SIGNED_IN)
    async def add_to_plan(self):
        """Let this question come back in the plan."""
        self.problem_key = ""
        if self.report is None:
            return
        number = self.detail.number
        try:
            async with db.transaction() as session:
                await service.ask_practice(
                    session, user_id=current_person().id, interview_id=read_id(self.report.id), number=number
                )
        except CoachError as error:
            self.problem_key = error.text_key
            return
        await self._load(self.report.id, number)
        self.asked_plan = True


def _pick(view: ReportView, number: int | None) -> Detail:
    """The answer asked for, else the weakest that was given: that is where most can be won."""
    written = [answer for answer in view.answers if answer.answer.strip()] or view.answers
    weakest = min(written, key=lambda answer: (answer.score.overall, answer.question.number))
    chosen = next((answer for answer in view.answers if answer.question.number == number), weakest)
    return detail_of(chosen)


async def _room_of(interview: str):
    try:
        async with db.reading() as session:
            view = await service.get_interview(session, user_id=current_person().id, interview_id=read_id(interview))
    except NotFoundError:
        return None
    return rx.redirect(f"/interviews/{view.id}")
