"""One analysis on the screen: its parts as they come, the what-if, answers in place, the way into the plan."""

import reflex as rx

from careercoach.core import db, jobs
from careercoach.core.access import Access, allow
from careercoach.core.clock import local_date, utc_now
from careercoach.core.errors import CoachError, NotFoundError
from careercoach.core.identity import current_person
from careercoach.core.ids import read_id
from careercoach.features.job_matches import analysing, flows, service
from careercoach.features.job_matches.rules.answering import read_answer
from careercoach.features.job_matches.schemas import (
    AgainInput,
    AnalysisView,
    Ask,
    Change,
    Claim,
    CoachNote,
    ExperienceGap,
    LearningLine,
    PathLine,
    Report,
    ScoreLine,
    SkillLine,
    VerdictPart,
)
from careercoach.features.job_matches.state.head import Head, day_in_words, head_of
from careercoach.features.job_matches.state.sheet import SheetState
from careercoach.features.matching.schemas import Sentence
from careercoach.features.profiles import service as profiles

PROBLEMS = [
    "job_matches.not_found", "job_matches.no_record", "job_matches.answer.needed", "job_matches.answer.number",
    "job_matches.answer.no_skill", "core.too_many_tries", "core.invalid_input", "core.something_went_wrong",
]  # fmt: skip
STEPS = [f"job_matches.run.{part}" for part in ("scores", "skills", "path", "advice", "learning", "done")]
DEADLINE_WEEKS = 12


class MatchState(rx.State):
    """Everything is loaded from the database; the parts of a running analysis come one by one."""

    is_ready: bool = False
    found: bool = True
    head: Head = Head()
    parts: list[str] = []
    verdict: VerdictPart | None = None
    scores: list[ScoreLine] = []
    had: list[SkillLine] = []
    close: list[SkillLine] = []
    missing: list[SkillLine] = []
    gaps: list[SkillLine] = []
    experience: ExperienceGap | None = None
    path: list[PathLine] = []
    needs_more: bool = False
    """A step of the path, a degree for example, is no matter of hours."""
    hours_to_fit: int = 0
    strengths: list[Claim] = []
    priorities: list[Claim] = []
    recommendations: list[Claim] = []
    next_steps: list[Claim] = []
    adviser: CoachNote = CoachNote()
    learning: list[LearningLine] = []
    changes: list[Change] = []
    context: str = ""
    weekly_hours: int = 5
    deadline_weeks: int = DEADLINE_WEEKS
    pace: service.Pace = service.Pace()
    done_on: Sentence = Sentence()
    percent: int = 0
    step_key: str = STEPS[0]
    problem_key: str = ""
    answer_problem: str = ""
    answered_metric: str = ""
    planned: int = 0
    planned_key: str = ""
    is_removed: bool = False
    _following: str = ""
    _zone: str = "UTC"

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """The analysis as it stands; a run that is under way is followed."""
        self.is_ready, self.problem_key, self.planned_key, self.is_removed = False, "", "", False
        self.answer_problem = self.answered_metric = self._following = ""
        parts = self.router.url.path.strip("/").split("/")
        person = current_person()
        try:
            async with db.reading() as session:
                profile = await profiles.get_profile(session, user_id=person.id)
                view = await service.get_analysis(session, user_id=person.id, analysis_id=read_id(parts[-1]))
        except NotFoundError:
            self.found, self.is_ready = False, True
            return None
        self.found, self._zone = True, profile.time_zone
        self.weekly_hours = max(1, round(profile.weekly_minutes / 60))
        self._show(view)
        self.is_ready = True
        return MatchState.follow if view.state == "running" else None

    def _show(self, view: AnalysisView) -> None:
        self.head = head_of(view, self._zone)
        self.context = view.context
        self.changes = view.changes
        self.problem_key = view.problem_key if view.state == "failed" else ""
        self._show_report(view.report)

    def _show_report(self, report: Report) -> None:
        self.parts = list(report.parts)
        self.verdict, self.scores, self.experience = report.verdict, report.scores, report.experience
        self.had, self.close, self.missing = (
            [line for line in report.skills if line.status == status] for status in ("had", "close", "missing")
        )
        self.gaps = report.gaps()
        self.close.sort(key=lambda line: line.priority)
        self.missing.sort(key=lambda line: line.priority)
        self.path, self.hours_to_fit = report.path, report.hours_to_fit
        self.needs_more = any(not step.hours for step in report.path)
        self.strengths, self.priorities = report.strengths, report.priorities
        self.recommendations, self.next_steps = report.recommendations, report.next_steps
        self.adviser, self.learning = report.adviser(), report.learning
        self._repace()

    def _repace(self) -> None:
        today = local_date(utc_now(), self._zone)
        self.pace = service.pace(
            self.path, weekly_hours=self.weekly_hours, deadline_weeks=self.deadline_weeks, today=today
        )
        self.done_on = day_in_words(self.pace.done_on)

    async def _read(self) -> AnalysisView:
        async with db.reading() as session:
            user_id = current_person().id
            return await service.get_analysis(session, user_id=user_id, analysis_id=read_id(self.head.id))

    async def _reload(self) -> None:
        self._show(await self._read())

    # Running

    @rx.event
    @allow(Access.SIGNED_IN)
    async def analyse(self):
        """Compare, or compare once more with the record and the corrections as they are now."""
        return await self._run(None)

    async def _run(self, again: AgainInput | None):
        self.problem_key, self.planned_key = "", ""
        try:
            view = await analysing.start(current_person().id, read_id(self.head.id), again)
        except CoachError as error:
            self.problem_key = error.text_key
            return None
        self._show(view)
        return [MatchState.follow, SheetState.load]

    @rx.event(background=True)
    @allow(Access.SIGNED_IN)
    async def follow(self):
        """Show each part as it is ready, until the run has ended; found again after a reload."""
        user_id = current_person().id
        async with self:
            analysis = self.head.id
            if not analysis:
                return
            async with db.reading() as session:
                view = await service.get_analysis(session, user_id=user_id, analysis_id=read_id(analysis))
            job = analysing.job_of(view.id, view.run)
            if view.state != "running" or self._following == job:
                self._show(view)
                return
            self._following, self.percent, self.step_key = job, 0, STEPS[0]
        try:
            if await analysing.ensure(view):
                async for event in jobs.progress(job):
                    async with self:
                        if self.head.id != analysis:
                            return
                        self.percent, self.step_key = event.percent, event.text_key
                        await self._reload()
                await analysing.settle(view)
        except CoachError as error:
            async with self:
                self.problem_key = error.text_key
        finally:
            async with self:
                self._following = ""
                if self.head.id == analysis:
                    await self._reload()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def stop(self):
        """No more parts; what is there stays."""
        if self.head.id:
            await analysing.stop(current_person().id, read_id(self.head.id))
            await self._reload()

    # What the person adds

    @rx.event
    @allow(Access.SIGNED_IN)
    async def answer(self, form: dict[str, str]):
        """The answer to the question of one score, then all scores anew."""
        self.answer_problem, self.answered_metric = "", form.get("metric", "")
        ask: Ask | str = next((line.ask for line in self.scores if line.metric == self.answered_metric), "")
        if not ask:
            return None
        view = await self._read()
        try:
            again = read_answer(ask, form, view.answers, view.edits)  # pyright: ignore[reportArgumentType]
        except CoachError as error:
            self.answer_problem = error.text_key
            return None
        return await self._run(again)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def save_context(self, analysis: str, text: str, version: int):
        """Keep what the person adds in own words; `version` counts nothing here."""
        if not analysis:
            return
        async with db.transaction() as session:
            await service.save_corrections(
                session, user_id=current_person().id, analysis_id=read_id(analysis), context=text
            )
        if analysis == self.head.id:
            # As it stands in the field: another text there than here would be sent again for ever.
            self.context = text

    # What if

    @rx.event
    @allow(Access.SIGNED_IN)
    async def set_weekly(self, hours: list[int]):
        """Another number of hours a week."""
        self.weekly_hours = max(1, min(60, hours[0] if hours else 1))
        self._repace()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def set_deadline(self, weeks: list[int]):
        """Another deadline, in weeks."""
        self.deadline_weeks = max(1, min(104, weeks[0] if weeks else 1))
        self._repace()

    # Into the plan, and out of sight

    @rx.event
    @allow(Access.SIGNED_IN)
    async def learn(self, key: str):
        """One gap becomes tasks of the coming days."""
        await self._plan([key])

    @rx.event
    @allow(Access.SIGNED_IN)
    async def learn_all(self):
        """The gaps that count most become tasks."""
        await self._plan([])

    async def _plan(self, keys: list[str]) -> None:
        if not self.head.id:
            return
        person = current_person()
        done = await flows.plan_gaps(person.id, read_id(self.head.id), keys=keys, language=person.language)
        self.planned = done.added
        self.planned_key = "added" if done.added else "known" if done.has_plan else "no_plan"

    @rx.event
    @allow(Access.SIGNED_IN)
    async def close_planned(self):
        """The note about the plan goes away."""
        self.planned_key = ""

    @rx.event
    @allow(Access.SIGNED_IN)
    async def remove(self):
        """Take this analysis out of sight."""
        if self.head.id:
            async with db.transaction() as session:
                await service.remove_analysis(session, user_id=current_person().id, analysis_id=read_id(self.head.id))
            self.is_removed = True

    @rx.event
    @allow(Access.SIGNED_IN)
    async def restore(self):
        """Put it back."""
        if self.head.id and self.is_removed:
            async with db.transaction() as session:
                await service.restore_analysis(session, user_id=current_person().id, analysis_id=read_id(self.head.id))
            self.is_removed = False
