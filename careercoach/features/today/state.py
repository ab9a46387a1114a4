"""The day on the screen. The database is the truth; a tick sends one short UPDATE there and a few numbers here."""

from datetime import date

import reflex as rx
from pydantic import BaseModel

from careercoach.content.shapes import Words
from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.clock import local_date, local_hour, utc_now
from careercoach.core.errors import CoachError
from careercoach.core.identity import current_person
from careercoach.core.ids import read_id
from careercoach.features.accounts import service as accounts
from careercoach.features.planner import service as planner
from careercoach.features.planner.schemas import Moved, TaskCard
from careercoach.features.today import flows, service
from careercoach.features.today.documents import first_name
from careercoach.features.today.rules import (
    coach_line,
    finished_line,
    greeting_key,
    headline,
    next_line,
    readiness_line,
)
from careercoach.features.today.schemas import InterviewCard, Readiness, TodayView
from careercoach.ui.shapes import HeatDay, month

PROBLEMS = [
    "core.something_went_wrong", "core.too_many_tries", "planner.no_task", "planner.cannot_move",
    "today.nothing_to_send",
    "today.address_stopped",
]  # fmt: skip
NOTES = ["today.toast.skipped", "today.toast.moved", "today.toast.light", "today.toast.light_already", "today.sent"]
GREETINGS = ["today.greeting.morning", "today.greeting.afternoon", "today.greeting.evening"]
NOTHING = Words(en=" ", hi=" ", es=" ")


class Figures(BaseModel):
    """How the day stands: what a tick changes."""

    done: int = 0
    left: int = 0
    minutes: int = 0
    done_minutes: int = 0
    percent: int = 0
    plan_percent: int = 0
    streak: int = 0
    next_id: str = ""
    """The task to do next; it is lit."""
    headline: Words = NOTHING


class Note(BaseModel):
    """What was just done, for the line at the bottom."""

    key: str = ""
    title: Words = NOTHING
    day: Words = NOTHING
    email: str = ""
    token: str = ""
    can_undo: bool = False


class TodayState(rx.State):
    """Only the shown day is here, so that a tick costs the same with a plan of any length."""

    is_ready: bool = False
    has_plan: bool = False
    outdated: bool = False
    is_day_off: bool = False
    greeting: str = GREETINGS[0]
    first_name: str = ""
    day: str = ""
    day_words: Words = NOTHING
    tasks: list[TaskCard] = []
    states: dict[str, str] = {}
    figures: Figures = Figures()
    coach: Words = NOTHING
    coach_done: Words = NOTHING
    """What the coach says once everything is done."""
    has_next: bool = False
    next_words: Words = NOTHING
    """The next day with tasks."""
    readiness: Readiness | None = None
    readiness_words: Words = NOTHING
    month_words: Words = NOTHING
    month: list[HeatDay] = []
    month_days: int = 0
    interview: InterviewCard | None = None
    note: Note = Note()
    problem_key: str = ""
    minutes_to_wait: str = ""
    sending: bool = False
    _zone: str = "UTC"
    _streak_before: int = 0
    _undo: list[Moved] = []
    _undo_skip: str = ""
    _in_plan: tuple[int, int] = (0, 0)
    """Minutes of the plan that are not on this page, and how many of them are done."""
    _notes: int = 0

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """The day as it stands; what was missed has moved on."""
        self.problem_key, self.note, self.sending = "", Note(), False
        await self._load()

    async def _load(self) -> None:
        now = utc_now()
        async with db.transaction() as session:
            view = await service.open_day(session, user_id=current_person().id, now=now)
        self._show(view)
        self.greeting = greeting_key(local_hour(now, view.zone))
        self.is_ready = True

    def _show(self, view: TodayView) -> None:
        today = view.day.day
        self._zone, self._streak_before = view.zone, view.streak_before
        self.has_plan, self.outdated = view.plan is not None, bool(view.plan and view.plan.outdated)
        self.is_day_off, self.day = view.day.is_day_off, today.isoformat()
        self.day_words, self.first_name = planner.day_words(today), first_name(view.name)
        self.tasks = [planner.card_of(task) for task in view.day.tasks]
        self.states = {str(task.id): task.state for task in view.day.tasks}
        self._in_plan = (view.plan.minutes, view.plan.done_minutes) if view.plan else (0, 0)
        self.coach = planner.words_of(lambda language: coach_line(view, language))
        self.coach_done = planner.words_of(lambda language: finished_line(view, language))
        self.has_next = view.next_task is not None
        self.next_words = planner.words_of(lambda language: next_line(view, language)) if self.has_next else NOTHING
        self._show_aside(view, today)
        self._count()
        # What stands on other days, so that a task done here moves the whole without a question to the database.
        self._in_plan = (self._in_plan[0] - self.figures.minutes, self._in_plan[1] - self.figures.done_minutes)
        self._count()

    def _show_aside(self, view: TodayView, today: date) -> None:
        weekly = view.plan.weekly_minutes if view.plan else 300
        self.readiness = readiness = view.readiness
        if readiness is not None:
            self.readiness_words = planner.words_of(
                lambda language: readiness_line(readiness, today=today, weekly_minutes=weekly, language=language)
            )
        goal = max(view.plan.day_minutes) if view.plan else 0
        self.month = month(view.minutes_by_day, first=today, today=today, goal_min=goal or 30)
        self.month_words = planner.day_words(today, "month")
        self.month_days = sum(day.month == today.month and day.year == today.year for day in view.minutes_by_day)
        interview = view.next_interview
        self.interview = (
            InterviewCard(
                title=planner.card_of(interview).title,
                when=planner.day_words(interview.due),
                minutes=interview.minutes,
            )
            if interview
            else None
        )

    def _count(self) -> None:
        """The figures of the day from what is on the page."""
        counted = [(task, self.states.get(task.id, "open")) for task in self.tasks]
        done = [task for task, state in counted if state == "done"]
        left = [task for task, state in counted if state == "open"]
        minutes, done_minutes = sum(task.minutes for task in done + left), sum(task.minutes for task in done)
        self.figures = Figures(
            done=len(done),
            left=len(left),
            minutes=minutes,
            done_minutes=done_minutes,
            percent=_percent(done_minutes, minutes),
            plan_percent=_percent(self._in_plan[1] + done_minutes, self._in_plan[0] + minutes),
            streak=self._streak_before + bool(done),
            next_id=left[0].id if left else "",
            headline=planner.words_of(lambda language: headline(len(done), len(left), language)),
        )

    def _today(self) -> date:
        return local_date(utc_now(), self._zone)

    def _title(self, task_id: str) -> Words:
        return next((task.title for task in self.tasks if task.id == task_id), NOTHING)

    def _say(self, key: str, **said: object) -> None:
        self._notes += 1
        self.note = Note(key=key, token=str(self._notes), **said)  # pyright: ignore[reportArgumentType]

    @rx.event
    @allow(Access.SIGNED_IN)
    async def toggle(self, task_id: str):
        """Done, or open again."""
        user_id, is_done = current_person().id, self.states.get(task_id) == "done"
        self.problem_key = ""
        try:
            task = read_id(task_id)
            async with db.transaction() as session:
                if is_done:
                    await planner.undo_task(session, user_id=user_id, task_id=task)
                else:
                    await planner.complete_task(session, user_id=user_id, task_id=task, today=self._today())
        except CoachError as error:
            return await self._fail(error)
        if task_id in self.states:
            self.states = {**self.states, task_id: "open" if is_done else "done"}
            self._count()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def skip(self, task_id: str):
        """Set aside; the line at the bottom takes it back."""
        try:
            async with db.transaction() as session:
                await planner.skip_task(session, user_id=current_person().id, task_id=read_id(task_id))
        except CoachError as error:
            return await self._fail(error)
        if self.states.get(task_id) == "open":
            self.states = {**self.states, task_id: "skipped"}
            self._count()
            self._undo, self._undo_skip = [], task_id
            self._say("today.toast.skipped", title=self._title(task_id), can_undo=True)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def take_back(self, task_id: str):
        """A skipped task is open again."""
        try:
            async with db.transaction() as session:
                await planner.undo_task(session, user_id=current_person().id, task_id=read_id(task_id))
        except CoachError as error:
            return await self._fail(error)
        if task_id in self.states:
            self.states = {**self.states, task_id: "open"}
            self._count()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def move_on(self, task_id: str):
        """To the next study day."""
        user_id, today, title = current_person().id, self._today(), self._title(task_id)
        try:
            async with db.transaction() as session:
                plan = await planner.get_plan(session, user_id=user_id)
                to = planner.next_study_day(plan.day_minutes, today)
                moved = await planner.move_task(session, user_id=user_id, task_id=read_id(task_id), to=to, today=today)
        except CoachError as error:
            return await self._fail(error)
        await self._load()
        self._undo, self._undo_skip = [moved], ""
        self._say("today.toast.moved", title=title, day=planner.day_words(to), can_undo=True)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def lighten(self):
        """Keep the next task, let the rest move on."""
        async with db.transaction() as session:
            moves = await planner.lighten_day(session, user_id=current_person().id, today=self._today())
        await self._load()
        self._undo, self._undo_skip = moves, ""
        self._say("today.toast.light" if moves else "today.toast.light_already", can_undo=bool(moves))

    @rx.event
    @allow(Access.SIGNED_IN)
    async def undo(self):
        """Take the last skip or move back."""
        user_id = current_person().id
        async with db.transaction() as session:
            if self._undo_skip:
                await planner.undo_task(session, user_id=user_id, task_id=read_id(self._undo_skip))
            await planner.restore_tasks(session, user_id=user_id, moves=self._undo)
        self._undo, self._undo_skip, self.note = [], "", Note()
        await self._load()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def close_note(self):
        """The line goes; undoing is over."""
        self.note, self._undo, self._undo_skip = Note(), [], ""

    @rx.event(background=True)
    @allow(Access.SIGNED_IN)
    async def send_now(self):
        """The letter of the day at once. Its PDF takes a moment, so the page stays free."""
        user_id = current_person().id
        async with self:
            if self.sending:
                return
            self.sending, self.problem_key, self.minutes_to_wait = True, "", ""
        try:
            await flows.send_now(user_id)
            async with db.reading() as session:
                email = (await accounts.get_user(session, user_id=user_id)).email
            async with self:
                self._say("today.sent", email=email)
        except CoachError as error:
            async with self:
                self.problem_key = error.text_key
                self.minutes_to_wait = str(error.values.get("minutes", ""))
        finally:
            async with self:
                self.sending = False

    async def _fail(self, error: CoachError) -> None:
        """Say it, and show what is really there."""
        await self._load()
        self.problem_key = error.text_key


def _percent(done: int, of: int) -> int:
    return round(100 * done / of) if of > 0 else 0
