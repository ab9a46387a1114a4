"""Lays portions out over weeks and days: the plan itself.

The rules, in the order in which a day is filled:

1. A day takes only the minutes of its weekday (`days.day_minutes`); days off take none.
2. On the last study day of each week an interview task is kept free, about a seventh of the week's time.
3. At most one review of what was learnt about 3 and about 10 days ago.
4. Then the portions in their order (`portions.order_portions`), cut into sittings of 20-60 minutes.

The plan ends when every gap is closed, but not before four weeks (then it keeps what is there in shape), and after
twelve weeks at the latest; what is still open then is said in `left`.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from careercoach.features.planner.rules.days import SITTING_LEAST, STEP, day_minutes, sitting
from careercoach.features.planner.rules.portions import Portion, is_soft, order_portions
from careercoach.features.planner.rules.sittings import Material, Sitting, Work
from careercoach.features.planner.schemas import Leftover, PlanDraft, PlanWish, TaskDraft, Value

WEEKS_MOST, WEEKS_LEAST = 12, 4
INTERVIEW_SHARE = 0.15
INTERVIEW_MOST = 30
REVIEW_MINUTES = 20
REVIEW_AFTER = (3, 10)
"""Days after a portion at which it comes back."""
REVIEW_DAY_LEAST = 40
"""On shorter days a review takes the whole day, at most `INTERVIEW_MOST` minutes of it."""
SHARP_MINUTES = 30
SHARP_A_WEEK = 3
SHARP = ("sharp_answer", "sharp_portfolio", "sharp_apply", "sharp_story")


def plan_weeks(wish: PlanWish) -> PlanDraft:
    """The plan for a wish. Deterministic."""
    return _Builder(wish).build()


class _Builder:
    """Fills one day after the other; keeps what is still to come."""

    def __init__(self, wish: PlanWish) -> None:
        self.wish = wish
        self.budget = day_minutes(wish.weekly_minutes, wish.days_off, wish.start.weekday())
        self.portions = order_portions(wish, wish.weekly_minutes * WEEKS_MOST)
        self.material = Material(wish)
        self.todo = iter(self.portions)
        self.work: Work | None = self._next_work()
        self.tasks: list[TaskDraft] = []
        self.reviews: list[tuple[date, date, Portion]] = []
        """When it is due, when it was learnt, what."""
        self.allowance = 0.0
        self.closed_on: dict[tuple[str, int], date] = {}
        self.this_week: list[Portion] = []
        self.sharp_count = self.sharp_this_week = 0

    def _next_work(self) -> Work | None:
        portion = next(self.todo, None)
        return Work(portion, self.wish.learning_type, self.material) if portion else None

    def build(self) -> PlanDraft:
        for week in range(WEEKS_MOST):
            if self._is_over(week):
                break
            self._fill_week([self.wish.start + timedelta(days=7 * week + day) for day in range(7)], week)
        tasks = tuple(number_parts(self.tasks))
        return PlanDraft(
            role=self.wish.role,
            starts_on=self.wish.start,
            ends_on=tasks[-1].due if tasks else self.wish.start,
            weekly_minutes=self.wish.weekly_minutes,
            day_minutes=self.budget,
            tasks=tasks,
            critical_done_on=self._critical_done_on(),
            left=tuple(self._left()),
        )

    def _is_over(self, week: int) -> bool:
        return self.work is None and not self.reviews and week >= WEEKS_LEAST

    def _fill_week(self, days: list[date], week: int) -> None:
        study_days = [day for day in days if self.budget[day.weekday()]]
        self.this_week, self.sharp_this_week = [], 0
        self.allowance += self.wish.weekly_minutes * INTERVIEW_SHARE
        for day in study_days:
            left = self.budget[day.weekday()]
            kept = self._interview_minutes(left) if day == study_days[-1] else 0
            position = self._fill_day(day, left - kept)
            if kept:
                self._add_interview(day, position, kept)

    def _fill_day(self, day: date, left: int) -> int:
        """Place reviews and work; returns the next free position."""
        position = 0
        for sitting_, reason in self._sittings(day, left):
            self._add(day, position, sitting_, reason)
            position += 1
        return position

    def _sittings(self, day: date, left: int) -> Iterator[tuple[Sitting, str]]:
        review = self._due_review(day, left)
        if review is not None:
            yield review, "review"
            left -= review.minutes
        while left >= SITTING_LEAST and self.work is not None:
            done = self.work.sit(sitting(left))
            left -= done.minutes
            yield done, self._reason(done)
            self.this_week.append(done.portion)
            if self.work.left == 0:
                self._close(day, done.portion)
        if self.work is None and review is None and left >= SITTING_LEAST and self.sharp_this_week < SHARP_A_WEEK:
            yield self._sharp(left), "sharp"

    def _due_review(self, day: date, left: int) -> Sitting | None:
        due = next((entry for entry in self.reviews if entry[0] <= day), None)
        if due is None or left < SITTING_LEAST:
            return None
        self.reviews.remove(due)
        minutes = REVIEW_MINUTES if left >= REVIEW_DAY_LEAST else min(left, INTERVIEW_MOST)
        portion = due[2]
        values: dict[str, Value] = {"skill": portion.skill, "learnt": due[1].isoformat()}
        return Sitting("review", "review", minutes, portion, self._shown(portion), values)

    def _shown(self, portion: Portion) -> tuple[str, ...]:
        return tuple(resource.slug for resource in self.material.learn(portion.skill, portion.level)[:1])

    def _close(self, day: date, portion: Portion) -> None:
        self.closed_on[portion.skill, portion.number] = day
        if not is_soft(portion.skill):
            self.reviews += [(day + timedelta(days=after), day, portion) for after in REVIEW_AFTER]
            self.reviews.sort(key=lambda entry: (entry[0], entry[2].skill))
        self.work = self._next_work()

    def _interview_minutes(self, left: int) -> int:
        minutes = int(min(self.allowance, INTERVIEW_MOST, left)) // STEP * STEP
        if minutes < SITTING_LEAST:
            return 0
        self.allowance -= minutes
        return minutes

    def _add_interview(self, day: date, position: int, minutes: int) -> None:
        hard = [portion for portion in self.this_week if not is_soft(portion.skill)]
        if hard:
            portion = hard[-1]
            done = Sitting("interview", "interview_skill", minutes, portion, (), {"skill": portion.skill})
            self._add(day, position, done, "interview_skill")
        else:
            self._add_plain(day, position, "interview_role", "interview_role", minutes)

    def _sharp(self, left: int) -> Sitting:
        form = SHARP[self.sharp_count % len(SHARP)]
        self.sharp_count += 1
        self.sharp_this_week += 1
        kind = "interview" if form == "sharp_answer" else "project" if form == "sharp_portfolio" else "practise"
        nothing = Portion("", "basic", 0, "preferred", 0, True, None)
        return Sitting(kind, form, min(left, SHARP_MINUTES), nothing, (), {"role": self.wish.role})

    def _add(self, day: date, position: int, done: Sitting, reason: str) -> None:
        values = {**done.values, "role": self.wish.role, **_reason_values(done.portion, reason)}
        self.tasks.append(
            TaskDraft(
                due=day,
                position=position,
                kind=done.kind,
                form=done.form,
                reason=reason,
                skill=done.portion.skill,
                level=done.portion.level if done.portion.skill else None,
                minutes=done.minutes,
                values=values,
                resources=done.resources,
            )
        )

    def _add_plain(self, day: date, position: int, form: str, reason: str, minutes: int) -> None:
        values: dict[str, Value] = {"role": self.wish.role}
        task = TaskDraft(
            due=day, position=position, kind="interview", form=form, reason=reason, minutes=minutes, values=values
        )
        self.tasks.append(task)

    def _reason(self, done: Sitting) -> str:
        portion = done.portion
        if portion.gap is None:
            return "foundation"
        if done.kind == "project":
            return "project"
        if is_soft(portion.skill):
            return "soft"
        if portion.gap.have is not None:
            return "level"
        if portion.gap.through and portion.gap.share:
            return "close"
        return portion.rank

    def _critical_done_on(self) -> date | None:
        critical = [(portion.skill, portion.number) for portion in self.portions if portion.rank == "critical"]
        if not critical or any(key not in self.closed_on for key in critical):
            return None
        return max(self.closed_on[key] for key in critical)

    def _left(self) -> list[Leftover]:
        """Per skill, what is still open when the plan ends, in the order it would come."""
        started = self.work
        left: dict[str, Leftover] = {}
        for portion in self.portions:
            if (portion.skill, portion.number) in self.closed_on:
                continue
            minutes = started.left if started and started.portion == portion else portion.minutes
            before = left[portion.skill].minutes if portion.skill in left else 0
            left[portion.skill] = Leftover(
                skill=portion.skill,
                level=portion.level,
                minutes=before + minutes,
                importance="preferred" if portion.rank == "preferred" else "critical",
                decides=self._decides(portion),
            )
        return list(left.values())

    def _decides(self, portion: Portion) -> bool:
        """Whether FIT depends on it. Where no set of skills alone leads there, every critical one counts."""
        path = self.wish.path
        return not self.wish.is_fit and (not path or portion.skill in path or portion.needed_for in path)


def _reason_values(portion: Portion, reason: str) -> dict[str, Value]:
    """What the why of a task names besides skill and role."""
    gap = portion.gap
    if reason == "foundation":
        return {"next": portion.needed_for}
    if gap is None:
        return {}
    if reason == "level" and gap.have is not None:
        return {"have": gap.have, "want": gap.want}
    return {"through": gap.through} if reason == "close" else {}


def number_parts(tasks: list[TaskDraft]) -> list[TaskDraft]:
    """Sittings with the same material, or on the same project, get "part 2 of 4"."""
    keys = _series_of(tasks)
    totals = Counter(key for key in keys if key)
    seen: Counter[Series] = Counter()
    numbered: list[TaskDraft] = []
    for task, key in zip(tasks, keys, strict=True):
        if key and totals[key] > 1:
            seen[key] += 1
            values = {**task.values, "part": seen[key], "parts": totals[key]}
            task = task.model_copy(update={"form": f"{task.form}_part", "values": values})
        numbered.append(task)
    return numbered


Series = tuple[str, str, int]
"""What belongs together: skill, material or "project", and which project of the skill."""


def _series_of(tasks: list[TaskDraft]) -> list[Series | None]:
    projects: Counter[str] = Counter()
    keys: list[Series | None] = []
    for task in tasks:
        projects[task.skill] += task.form == "project_sketch"
        if task.form == "learn":
            keys.append((task.skill, str(task.values["resource"]), 0))
        elif task.form == "project_build":
            keys.append((task.skill, "project", projects[task.skill]))
        else:
            keys.append(None)
    return keys
