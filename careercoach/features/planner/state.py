"""The plan on the screen: one week at a time, and the making of a plan as it goes."""

from datetime import date, timedelta

import reflex as rx
from pydantic import BaseModel

from careercoach.content.shapes import Words
from careercoach.core import db, jobs
from careercoach.core.access import Access, allow
from careercoach.core.clock import local_date, utc_now
from careercoach.core.dates import weekday_name
from careercoach.core.errors import CoachError
from careercoach.core.identity import current_person
from careercoach.core.ids import read_id
from careercoach.core.jobs import JobState, ProgressEvent
from careercoach.features.planner import building, flows, service
from careercoach.features.planner.advice import FIND_MATERIAL
from careercoach.features.planner.rules.weeks_shown import first_day, week_number, weeks_of
from careercoach.features.planner.schemas import DayCard, DayCell, Moved, PlanView, TaskCard, TaskView, WeekCard
from careercoach.features.profiles import service as profiles
from careercoach.ports.ai import Made
from careercoach.ports.ai.providers import lineup

PROBLEMS = [
    "core.something_went_wrong", "core.too_many_tries", "planner.no_task", "planner.cannot_move",
    "planner.build.cancelled", "matching.page.no_role", "matching.page.no_record",
]  # fmt: skip
STEPS = ["planner.build.reading", "planner.build.ordering", "planner.build.sharpening", "planner.build.done"]
NO_WEEK = -100_000
"""No week is chosen: the one of today is shown. (Weeks before the plan have numbers of 0 and below.)"""
NOTHING = Words(en=" ", hi=" ", es=" ")


class PlanState(rx.State):
    """Only the shown week is here."""

    is_ready: bool = False
    has_plan: bool = False
    outdated: bool = False
    asked_again: bool = False
    """The person came to build a plan although there is one."""
    title: Words = NOTHING
    span: Words = NOTHING
    note: Words | None = None
    critical_words: Words | None = None
    teller: Made | None = None
    """Who worded the note, where that is worth saying."""
    percent: int = 0
    done_count: int = 0
    task_count: int = 0
    done_hours: str = "0"
    hours: str = "0"
    weeks: list[WeekCard] = []
    finished: list[WeekCard] = []
    selected: int = 1
    all_days: list[DayCell] = []
    days: list[DayCard] = []
    folded_days: list[DayCard] = []
    """Finished days of the present week."""
    states: dict[str, str] = {}
    next_id: str = ""
    building: bool = False
    build_percent: int = 0
    build_key: str = STEPS[0]
    build_number: int = 0
    is_built: bool = False
    problem_key: str = ""
    moved_title: Words | None = None
    moved_day: Words = NOTHING
    moved_token: str = ""
    _starts_on: str = ""
    _zone: str = "UTC"
    _day_minutes: list[int] = []
    _undo: Moved | None = None
    _skipped: str = ""
    _moves: int = 0
    _job: str = ""

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """The plan, and the week of today. A build that is on its way is found again."""
        self.problem_key, self.moved_title, self.is_built, self.selected = "", None, False, NO_WEEK
        self.building = False  # whoever followed may have ended with its process
        await self._load()
        running = await building.find_build(current_person().id)
        wants = "build" in self.router.url.query_parameters
        self.asked_again = wants and self.has_plan and not running
        if running or (wants and not self.has_plan):
            return PlanState.build

    async def _load(self) -> None:
        user_id = current_person().id
        async with db.transaction() as session:
            self._zone = await profiles.get_time_zone(session, user_id=user_id)
            await service.roll_forward(session, user_id=user_id, today=self._today())
            plan = await service.find_plan(session, user_id=user_id)
            sums = await service.list_days(session, user_id=user_id)
        self.has_plan, self.is_ready = plan is not None, True
        if plan is None:
            return
        self._show(plan)
        weeks = weeks_of(sums, starts_on=plan.starts_on, today=self._today())
        self.finished = [week for week in weeks if week.is_finished]
        self.weeks = [week for week in weeks if not week.is_finished]
        numbers = [week.number for week in weeks]
        if self.selected not in numbers:
            now = week_number(self._today(), plan.starts_on)
            coming = [number for number in numbers if number >= now]
            self.selected = coming[0] if coming else (numbers[-1] if numbers else 1)
        await self._load_week()

    def _show(self, plan: PlanView) -> None:
        self.outdated, self._starts_on, self._day_minutes = plan.outdated, plan.starts_on.isoformat(), plan.day_minutes
        self.title = service.words_of(lambda language: service.role_title(plan.role, language))
        self.span = service.text_words(
            "planner.page.days",
            first=service.day_words(plan.starts_on, "day"),
            last=service.day_words(plan.ends_on, "day"),
        )
        is_said = bool(service.note_of(plan, "en"))
        self.note = service.words_of(lambda language: service.note_of(plan, language)) if is_said else None
        self.teller = service.teller_of(plan, current_person().language)
        done_on = plan.critical_done_on
        self.critical_words = (
            service.text_words("planner.page.critical_by", day=service.day_words(done_on, "day")) if done_on else None
        )
        self.percent, self.done_count, self.task_count = plan.percent, plan.done_count, plan.task_count
        self.done_hours, self.hours = _hours(plan.done_minutes), _hours(plan.minutes)

    async def _load_week(self) -> None:
        first = first_day(self.selected, date.fromisoformat(self._starts_on))
        async with db.reading() as session:
            tasks = await service.list_tasks(
                session, user_id=current_person().id, first=first, last=first + timedelta(days=6)
            )
        self.states = {str(task.id): task.state for task in tasks}
        today = self._today()
        week = [_day_card(first + timedelta(days=ahead), tasks, today) for ahead in range(7)]
        self.all_days = [_day_cell(day) for day in week]
        is_present = any(day.is_today for day in week)
        folded = {day.day for day in week if is_present and day.is_past and self._is_finished(day)}
        self.days = [day for day in week if day.day not in folded]
        self.folded_days = [day for day in week if day.day in folded and day.tasks]
        self._light_next()

    def _is_finished(self, day: DayCard) -> bool:
        return all(self.states.get(task.id) != "open" for task in day.tasks)

    def _light_next(self) -> None:
        """Mark what to do next, when today is in the shown week."""
        today = [task for day in self.days if day.is_today for task in day.tasks]
        self.next_id = next((task.id for task in today if self.states.get(task.id) == "open"), "")

    def _today(self) -> date:
        return local_date(utc_now(), self._zone)

    def _task(self, task_id: str) -> tuple[TaskCard, date] | None:
        for day in (*self.days, *self.folded_days):
            for task in day.tasks:
                if task.id == task_id:
                    return task, date.fromisoformat(day.day)
        return None

    @rx.event
    @allow(Access.SIGNED_IN)
    async def choose_week(self, number: int):
        """Show another week of the plan."""
        known = [week.number for week in (*self.weeks, *self.finished)]
        if number in known:
            self.selected = number
            await self._load_week()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def toggle(self, task_id: str):
        """Done, or open again."""
        user_id, is_done = current_person().id, self.states.get(task_id) == "done"
        self.problem_key = ""
        try:
            async with db.transaction() as session:
                if is_done or self.states.get(task_id) == "skipped":
                    await service.undo_task(session, user_id=user_id, task_id=read_id(task_id))
                else:
                    await service.complete_task(session, user_id=user_id, task_id=read_id(task_id), today=self._today())
        except CoachError as error:
            return await self._fail(error)
        await self._load()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def skip(self, task_id: str):
        """Set aside, with the way back."""
        try:
            async with db.transaction() as session:
                await service.skip_task(session, user_id=current_person().id, task_id=read_id(task_id))
        except CoachError as error:
            return await self._fail(error)
        found = self._task(task_id)
        await self._load()
        if found:
            self._say(found[0].title, service.text_words("planner.page.skipped"))
            self._undo, self._skipped = None, task_id

    @rx.event
    @allow(Access.SIGNED_IN)
    async def move(self, task_id: str, later: bool):
        """To the study day after the one it stands on, or before it."""
        found = self._task(task_id)
        if found is None:
            return
        task, day = found
        today = self._today()
        to = service.next_study_day(self._day_minutes, day) if later else _day_before(self._day_minutes, day)
        try:
            async with db.transaction() as session:
                self._undo = await service.move_task(
                    session, user_id=current_person().id, task_id=read_id(task_id), to=max(to, today), today=today
                )
        except CoachError as error:
            return await self._fail(error)
        self._skipped = ""
        await self._load()
        self._say(task.title, service.text_words("planner.page.moved", day=service.day_words(max(to, today))))

    def _say(self, title: Words, what: Words) -> None:
        self._moves += 1
        self.moved_title, self.moved_day, self.moved_token = title, what, str(self._moves)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def undo(self):
        """Take the last move or skip back."""
        user_id = current_person().id
        async with db.transaction() as session:
            if self._undo is not None:
                await service.restore_tasks(session, user_id=user_id, moves=[self._undo])
            if self._skipped:
                await service.undo_task(session, user_id=user_id, task_id=read_id(self._skipped))
        self._forget()
        await self._load()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def close_note(self):
        """The line goes; undoing is over."""
        self._forget()

    def _forget(self) -> None:
        self.moved_title, self._undo, self._skipped = None, None, ""

    async def _fail(self, error: CoachError) -> None:
        await self._load()
        self.problem_key = error.text_key

    @rx.event
    @allow(Access.SIGNED_IN)
    async def keep_plan(self):
        """No new plan after all."""
        self.asked_again = False

    @rx.event(background=True)
    @allow(Access.SIGNED_IN)
    async def build(self):
        """Make a plan, or follow the one that is being made. It goes on when this page is closed."""
        user_id = current_person().id
        async with self:
            if self.building:
                return
            self.building, self.asked_again, self.is_built = True, False, False
            self.build_percent, self.build_key, self.problem_key = 0, STEPS[0], ""
        try:
            job = await building.start_build(user_id)
            async with self:
                self._job = job
            async for event in jobs.progress(job):
                async with self:
                    self._show_step(event)
            status = await jobs.status(job)
            async with self:
                self.problem_key = _problem_of(status.state, status.text_key)
                self.is_built, self.selected = status.state is JobState.DONE, NO_WEEK
                await self._load()
        except CoachError as error:
            async with self:
                self.problem_key = error.text_key
        finally:
            async with self:
                self.building = False

    def _show_step(self, event: ProgressEvent) -> None:
        self.build_percent, self.build_key = event.percent, event.text_key
        self.build_number = int(event.values.get("n", event.values.get("tasks", 0)))

    @rx.event
    @allow(Access.SIGNED_IN)
    async def cancel_build(self):
        """Stop making a plan; the old one stays."""
        if self._job.startswith(f"plan/{current_person().id}/"):
            await jobs.cancel(self._job)


class FoundPage(BaseModel):
    """A page a search found, and that we have seen."""

    title: str
    site: str
    url: str


class MaterialState(rx.State):
    """Looking for more material on the web, for one task at a time."""

    can_search: bool = False
    busy_with: str = ""
    """Id of the task that is looked for."""
    task_id: str = ""
    """Id of the task the pages belong to."""
    pages: list[FoundPage] = []
    engine: str = ""
    model: str = ""
    why: str = ""

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """Whether anybody who can search is set up."""
        self.can_search = any(turn.provider.can_search for turn in await lineup()(FIND_MATERIAL.name))
        self.busy_with = self.task_id = ""
        self.pages = []

    @rx.event(background=True)
    @allow(Access.SIGNED_IN)
    async def find(self, task_id: str):
        """Look for pages that teach the skill of a task."""
        person = current_person()
        async with self:
            if self.busy_with:
                return
            self.busy_with, self.task_id, self.pages = task_id, "", []
        try:
            found = await flows.find_material(person.id, read_id(task_id), person.language)
        except CoachError:
            return
        finally:
            async with self:
                self.busy_with = ""
        async with self:
            self.task_id = task_id
            self.pages = [FoundPage(title=link.title, site=link.site, url=link.url) for link in found.links]
            self.engine, self.model, self.why = found.made.engine, found.made.model, found.made.why


def _problem_of(state: JobState, text_key: str) -> str:
    if state is JobState.DONE:
        return ""
    if state is JobState.CANCELLED:
        return "planner.build.cancelled"
    return text_key or "core.something_went_wrong"


def _day_card(day: date, tasks: list[TaskView], today: date) -> DayCard:
    own = [task for task in tasks if task.due == day]
    return DayCard(
        day=day.isoformat(),
        name=service.day_words(day),
        minutes=sum(task.minutes for task in own if task.state != "skipped"),
        is_today=day == today,
        is_past=day < today,
        tasks=[service.card_of(task) for task in own],
    )


def _day_cell(card: DayCard) -> DayCell:
    day = date.fromisoformat(card.day)
    return DayCell(
        short=service.words_of(lambda language: weekday_name(day, language, short=True)),
        number=day.day,
        minutes=card.minutes,
        is_today=card.is_today,
    )


def _day_before(day_minutes: list[int], day: date) -> date:
    """The study day before, or simply the day before."""
    for back in range(1, 8):
        before = day - timedelta(days=back)
        if day_minutes[before.weekday()]:
            return before
    return day - timedelta(days=1)


def _hours(minutes: int) -> str:
    return f"{minutes / 60:.0f}"
