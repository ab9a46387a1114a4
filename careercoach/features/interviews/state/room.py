"""The interview room on the screen: one question at a time, its text saved as it is typed."""

import hashlib

import reflex as rx

from careercoach.core import db, jobs
from careercoach.core.access import Access, allow
from careercoach.core.errors import CoachError, NotFoundError
from careercoach.core.identity import current_person
from careercoach.core.ids import read_id
from careercoach.core.jobs import JobState, ProgressEvent
from careercoach.features.interviews import flows, judging, service
from careercoach.features.interviews.rules.cards import NOTHING
from careercoach.features.interviews.schemas import AnswerInput, InterviewView, QuestionView, Trio

PROBLEMS = [
    "core.something_went_wrong", "core.not_found", "core.too_large", "interviews.is_over", "interviews.time_is_up",
    "interviews.changed_in_other_tab",
]  # fmt: skip
STEPS = ["interviews.scoring.question", "interviews.scoring.report", "interviews.scoring.done"]
EARLY_S = 3
"""A tab's clock may be this far ahead of ours when it says that the time is up."""


class RoomState(rx.State):
    """Only the question at hand is here, and nothing of what a good answer to it holds."""

    is_ready: bool = False
    found: bool = True
    interview: str = ""
    title: Trio = NOTHING
    state: str = ""
    number: int = 1
    size: int = 0
    question: QuestionView | None = None
    saved: str = ""
    version: int = 0
    reset_count: int = 0
    answered: list[bool] = []
    empty_count: int = 0
    left_s: int = 0
    question_s: int = 0
    clock: int = 0
    in_conflict: bool = False
    theirs: str = ""
    scoring_percent: int = 0
    scoring_key: str = STEPS[0]
    scoring_n: int = 1
    problem_key: str = ""
    _refused: str = ""
    _following: bool = False

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """The interview where it stands; a finished one waits for its scores, a scored one has its report."""
        self.is_ready, self.problem_key, self.in_conflict, self.found = False, "", False, True
        self._following = False
        parts = self.router.url.path.strip("/").split("/")
        try:
            view = await self._read(parts[1] if len(parts) > 1 else "")
        except NotFoundError:
            self.found, self.is_ready = False, True
            return None
        self._show(view)
        self.is_ready = True
        return _onward(view)

    async def _read(self, interview: str) -> InterviewView:
        async with db.reading() as session:
            return await service.get_interview(session, user_id=current_person().id, interview_id=read_id(interview))

    def _show(self, view: InterviewView) -> None:
        answer = view.answers[view.at_number - 1]
        self.interview, self.title, self.state = str(view.id), view.role_title, view.state
        self.number, self.size, self.question = view.at_number, view.size, view.questions[view.at_number - 1]
        self.saved, self.version = answer.text, answer.version
        self.answered = [bool(row.text.strip()) for row in view.answers]
        self.empty_count = self.answered.count(False)
        self.left_s, self.question_s = view.left_s, answer.seconds
        self.clock += 1

    @rx.event
    @allow(Access.SIGNED_IN)
    async def save(self, interview: str, number: int, text: str, version: int):
        """Keep what was typed. The browser says which answer it belongs to and which copy it was written on."""
        tab = self.router.session.client_token[:18].replace("/", "-")
        mark = hashlib.sha256(text.encode()).hexdigest()[:12]
        wish = AnswerInput(text=text[:12_000], version=max(0, version), request=f"{tab}/{mark}-{version % 1000}")
        try:
            async with db.transaction() as session:
                answer = await service.save_answer(
                    session, user_id=current_person().id, interview_id=read_id(interview), number=number, answer=wish
                )
        except CoachError as error:
            return await self._refuse(error, interview, number, text)
        self.problem_key = ""
        if interview == self.interview and number == self.number:
            self.saved, self.version, self.in_conflict = answer.text, answer.version, False
        if interview == self.interview and 0 < number <= len(self.answered):
            self.answered[number - 1] = bool(answer.text.strip())
            self.empty_count = self.answered.count(False)
        return None

    async def _refuse(self, error: CoachError, interview: str, number: int, text: str):
        self.problem_key = error.text_key
        if error.text_key == "interviews.changed_in_other_tab":
            view = await self._read(interview)
            self.theirs, self._refused = view.answers[number - 1].text, text
            self.in_conflict = number == self.number
            return None
        return RoomState.load if error.text_key == "interviews.is_over" else None

    @rx.event
    @allow(Access.SIGNED_IN)
    async def keep_mine(self):
        """The text of this tab wins."""
        view = await self._read(self.interview)
        return RoomState.save(self.interview, self.number, self._refused, view.answers[self.number - 1].version)  # pyright: ignore[reportCallIssue]

    @rx.event
    @allow(Access.SIGNED_IN)
    async def take_theirs(self):
        """The text of the other tab wins."""
        self._show(await self._read(self.interview))
        self.in_conflict, self.problem_key = False, ""
        self.reset_count += 1

    @rx.event
    @allow(Access.SIGNED_IN)
    async def go(self, number: int):
        """Another question."""
        await self._do("go_to", number=max(1, min(self.size, number)))

    @rx.event
    @allow(Access.SIGNED_IN)
    async def go_on(self):
        """The next question; on the last one, stay."""
        if self.number < self.size:
            await self._do("go_to", number=self.number + 1)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def pause(self):
        """Stop the clock."""
        await self._do("pause_interview")

    @rx.event
    @allow(Access.SIGNED_IN)
    async def resume(self):
        """Let the clock run on."""
        await self._do("resume_interview")

    async def _do(self, what: str, **values: int) -> None:
        self.problem_key, self.in_conflict = "", False
        try:
            async with db.transaction() as session:
                view = await getattr(service, what)(
                    session, user_id=current_person().id, interview_id=read_id(self.interview), **values
                )
        except CoachError as error:
            self.problem_key = error.text_key
            view = await self._read(self.interview)
        self._show(view)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def finish(self):
        """No more writing; score."""
        await self._do("finish_interview")
        return RoomState.follow if self.state == "finished" else RoomState.load

    @rx.event
    @allow(Access.SIGNED_IN)
    async def time_up(self):
        """The tab's clock came to its end; ours decides."""
        view = await self._read(self.interview)
        if view.state == "running" and view.left_s > EARLY_S:
            self.left_s, self.clock = view.left_s, self.clock + 1
            return None
        await self._do("finish_interview")
        return RoomState.follow if self.state == "finished" else RoomState.load

    @rx.event(background=True)
    @allow(Access.SIGNED_IN)
    async def follow(self):
        """See the scoring through to the report; found again after a reload."""
        async with self:
            if self._following or not self.interview:
                return None
            view = await self._read(self.interview)
            if view.state != "finished":
                return _onward(view)
            self._following, self.state = True, "finished"
        try:
            await self._watch(str(view.id))
        finally:
            async with self:
                self._following = False
        async with self:
            view = await self._read(str(view.id))
            self._show(view)
            if view.state != "scored":
                self.problem_key = "core.something_went_wrong"
        return rx.redirect(f"/interviews/{view.id}/report") if view.state == "scored" else None

    async def _watch(self, interview: str) -> None:
        interview_id = read_id(interview)
        try:
            job = await judging.start_scoring(interview_id)
            async for event in jobs.progress(job):
                async with self:
                    self._show_step(event)
            state = (await jobs.status(job)).state
        except jobs.JobsNotRunningError:
            state = JobState.FAILED
        if state is not JobState.DONE:
            await flows.score_interview(interview_id)

    def _show_step(self, event: ProgressEvent) -> None:
        self.scoring_percent, self.scoring_key = event.percent, event.text_key
        self.scoring_n = int(event.values.get("n", self.size))


def _onward(view: InterviewView):
    """Where a finished interview leads to."""
    if view.state == "finished":
        return RoomState.follow
    return rx.redirect(f"/interviews/{view.id}/report") if view.state == "scored" else None
