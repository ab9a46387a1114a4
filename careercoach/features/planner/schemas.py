"""What crosses the border of the planner: the wish a plan is made from, the plan, its days and its tasks.

Tasks say what they are in keys and slugs (`form`, `reason`, `values`), never in sentences: the words are chosen when
somebody looks, so they follow the language of the moment (`rules.words`).
"""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from careercoach.content.shapes import Level, Words
from careercoach.ports.ai import Made

Kind = Literal["learn", "practise", "project", "review", "interview"]
TaskState = Literal["open", "done", "skipped"]
Source = Literal["plan", "interview", "match"]
Importance = Literal["critical", "preferred"]
Value = str | int


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Gap(Frozen):
    """A skill the role asks for and the person has not, or not at the level asked for."""

    skill: str
    importance: Importance
    want: Level
    have: Level | None = None
    share: float = 0.0
    """Credit through other skills, 0-1."""
    through: str = ""
    """Slug of the skill that earns the credit."""
    weight: int = 3
    """How much the role cares, 1-5."""


class PlanWish(Frozen):
    """Everything a plan is made from. The same wish gives the same plan."""

    role: str
    """Slug of the role, or its name in the person's own words."""
    gaps: tuple[Gap, ...]
    had: tuple[str, ...] = ()
    """Slugs of the skills the person has: what need not be learnt first."""
    path: tuple[str, ...] = ()
    """Skills of the shortest path to FIT: they come before all others."""
    is_fit: bool = False
    """The person is FIT already: what is left to learn decides nothing any more."""
    weekly_minutes: int
    days_off: tuple[int, ...] = ()
    """0 is Monday."""
    format: Literal["any", "video", "article", "interactive"] = "any"
    learning_type: Literal["project", "theory", "mixed"] = "mixed"
    language: str = "en"
    """Language of the learning material the person prefers."""
    start: date
    done_minutes: dict[str, int] = {}
    """Minutes already worked on each skill in earlier plans."""
    used_minutes: dict[str, int] = {}
    """Minutes already spent with each resource, by "skill/resource"."""


class TaskDraft(Frozen):
    """One task of a plan."""

    due: date
    position: int
    kind: Kind
    form: str
    """Which title and instructions: `planner.task.<form>`, `planner.how.<form>`."""
    reason: str
    """Which why: `planner.why.<reason>`."""
    skill: str = ""
    level: Level | None = None
    minutes: int
    values: dict[str, Value] = {}
    """Fill the sentences: slugs, numbers, ISO dates."""
    resources: tuple[str, ...] = ()


class Leftover(Frozen):
    """What does not fit the plan: minutes still missing until a skill reaches a level."""

    skill: str
    level: Level
    minutes: int
    importance: Importance
    decides: bool = True
    """The way to FIT leads through it."""


class PlanDraft(Frozen):
    """A plan as the rules make it."""

    role: str
    starts_on: date
    ends_on: date
    weekly_minutes: int
    day_minutes: tuple[int, ...]
    """Budget of each weekday from Monday; 0 on days without study."""
    tasks: tuple[TaskDraft, ...]
    critical_done_on: date | None = None
    """Day on which the last critical gap is closed; None when it is not closed within the plan or none was open."""
    left: tuple[Leftover, ...] = ()


class TaskView(BaseModel):
    """One task as its owner sees it, in the language asked for."""

    id: UUID
    due: date
    position: int
    kind: Kind
    form: str
    reason: str
    skill: str = ""
    level: Level | None = None
    minutes: int
    values: dict[str, Value] = {}
    resources: list[str] = []
    state: TaskState = "open"
    done_at: datetime | None = None
    source: Source = "plan"


class ResourceCard(BaseModel):
    """Learning material as it is shown beside a task."""

    title: str
    provider: str
    url: str
    format: str
    level: Level
    price: str
    language: str
    minutes: int


class TaskCard(BaseModel):
    """A task on a page, its words in all languages. Its state is kept beside it, so that a tick sends little."""

    id: str
    kind: Kind
    minutes: int
    title: Words
    why: Words
    how: Words
    resources: list[ResourceCard] = []
    is_extra: bool = False
    """It came in between, from an interview."""


class TaskAnswer(BaseModel):
    """A task as a client gets it, in the caller's language."""

    id: UUID
    due: date
    kind: Kind
    title: str
    why: str
    how: str
    minutes: int
    skill: str
    level: Level | None
    state: TaskState
    done_at: datetime | None
    source: Source
    resources: list[ResourceCard]


class DayView(BaseModel):
    """One day: its tasks in order and how far it is."""

    day: date
    tasks: list[TaskView] = []
    minutes: int = 0
    """Minutes of all tasks that are not skipped."""
    done_minutes: int = 0
    is_day_off: bool = False
    """A weekday without study in this plan."""

    @property
    def is_finished(self) -> bool:
        """There was something to do and all of it is done or set aside."""
        return bool(self.tasks) and all(task.state != "open" for task in self.tasks)


class DayAnswer(BaseModel):
    """A day as a client gets it, in the caller's language."""

    day: date
    minutes: int
    done_minutes: int
    is_day_off: bool
    tasks: list[TaskAnswer]


class PlanView(BaseModel):
    """The plan in use, without its tasks."""

    id: UUID
    role: str
    starts_on: date
    ends_on: date
    """Day of the last task as things stand."""
    weekly_minutes: int
    day_minutes: list[int]
    left: list[Leftover] = []
    critical_done_on: date | None = None
    made_at: datetime
    outdated: bool = False
    """Goal or record changed since: the plan may no longer fit."""
    task_count: int = 0
    done_count: int = 0
    minutes: int = 0
    done_minutes: int = 0
    words: dict[str, str] | None = None
    """By language: a model's words at the head of the plan."""
    made: Made | None = None

    @property
    def percent(self) -> int:
        """Share of the plan's minutes that is done, 0-100; skipped tasks count for nothing."""
        return round(100 * self.done_minutes / self.minutes) if self.minutes else 0


class PlanAnswer(BaseModel):
    """A plan as a client gets it, in the caller's language."""

    role: str
    title: str
    starts_on: date
    ends_on: date
    weekly_minutes: int
    critical_done_on: date | None
    percent: int
    task_count: int
    done_count: int
    outdated: bool
    note: str
    """What does not fit, honestly."""
    left: list[Leftover]


class DaySum(BaseModel):
    """One day of the plan in figures."""

    day: date
    task_count: int = 0
    done_count: int = 0
    minutes: int = 0
    done_minutes: int = 0


class WeekCard(BaseModel):
    """One week of the plan on a page."""

    number: int
    title: Words
    days: Words
    minutes: int
    done_minutes: int
    percent: int
    is_finished: bool
    """Over, and everything in it is done: it folds away."""
    is_now: bool


class DayCell(BaseModel):
    """One day of the shown week in the strip above it."""

    short: Words
    """Name of its weekday."""
    number: int
    """Of the month."""
    minutes: int
    is_today: bool


class DayCard(BaseModel):
    """One day of the shown week on a page."""

    day: str
    """ISO."""
    name: Words
    minutes: int
    is_today: bool
    is_past: bool
    tasks: list[TaskCard] = []


class Moved(BaseModel):
    """Where a task was before it was moved: what undoing needs."""

    task_id: UUID
    due: date
    position: int


class Progress(BaseModel):
    """The figures other rooms show."""

    task_count: int = 0
    done_count: int = 0
    minutes: int = 0
    done_minutes: int = 0
    percent: int = 0
    """Of the present plan, by minutes, 0-100."""
    streak_days: int = 0
    """Days with work in a row until today; days without study do not break it, and today may still be empty."""
    minutes_by_day: dict[date, int] = {}
    """Minutes done on each local day of the last 90 that has any."""


class LearningItem(Frozen):
    """A skill somebody wants to learn, for a posting or for their role."""

    skill: str
    title: str = ""
    """Of the posting, which the reason names; empty when the role asks for it."""


class PracticeItem(Frozen):
    """Something to practise again soon. `key` makes it appear once."""

    key: str
    question: str
    score: int
    skill: str = ""
