"""Whatever order things happen in, a plan keeps its promises (a state machine against a model in plain Python)."""

import asyncio
import os
from datetime import date, timedelta
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import StaticPool

from careercoach.core.db import metadata
from careercoach.core.errors import CoachError
from careercoach.features.planner import service
from careercoach.features.planner.schemas import Gap, Moved, PracticeItem, TaskView
from tests import factories

from .conftest import START, draft

GAPS = tuple(
    Gap(skill=skill, importance="critical", want="basic") for skill in ("pivot-tables", "dashboards", "data-cleaning")
)

FAR = START + timedelta(days=1000)
SEQUENCES = int(os.environ.get("PLANNER_SEQUENCES", "8"))
"""The full run takes 1,000 and a few minutes; every run a sample of them."""


class PlanMachine(RuleBasedStateMachine):
    """One person with a plan, days going by, and a stranger with a plan that must never change.

    `own_moves`: the person has filled a day by their own choice. Moving does, and so does bringing back what was
    skipped or done, whose time other tasks may have taken since.
    """

    @initialize(weekly=st.sampled_from([60, 300, 840]), off=st.sets(st.integers(0, 6), max_size=3))
    def begin(self, weekly: int, off: set[int]) -> None:
        self.loop = asyncio.new_event_loop()
        self.today, self.weekly, self.off, self.jobs = START, weekly, tuple(sorted(off)), 0
        self.done: dict[UUID, date] = {}
        self.undoable: list[Moved] = []
        self.own_moves = False
        self.loop.run_until_complete(self._open())
        self.replan()
        self.strangers = self.loop.run_until_complete(self._strangers_plan())

    async def _open(self) -> None:
        self.engine: AsyncEngine = create_async_engine(
            "sqlite+aiosqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
        )
        async with self.engine.begin() as connection:
            await connection.run_sync(metadata.create_all)
        self.session = AsyncSession(self.engine, expire_on_commit=False)
        self.person = await factories.add_person(self.session)
        self.stranger = await factories.add_person(self.session, email="otto@example.org")

    async def _strangers_plan(self) -> list[TaskView]:
        await service.save_plan(self.session, user_id=self.stranger.id, draft=draft(gaps=GAPS), basis={}, job="theirs")
        return await self._all(self.stranger.id)

    async def _all(self, user_id: UUID) -> list[TaskView]:
        self.session.expire_all()
        return await service.list_tasks(self.session, user_id=user_id, first=START - timedelta(days=9), last=FAR)

    def tasks(self) -> list[TaskView]:
        return self.loop.run_until_complete(self._all(self.person.id))

    def pick(self, number: int, *states: str) -> TaskView | None:
        fitting = [task for task in self.tasks() if task.state in states]
        return fitting[number % len(fitting)] if fitting else None

    def do(self, name: str, **more: object):
        return self.loop.run_until_complete(getattr(service, name)(self.session, user_id=self.person.id, **more))

    @rule(number=st.integers(0, 30))
    def complete(self, number: int) -> None:
        task = self.pick(number, "open", "done", "skipped")
        if task:
            self.do("complete_task", task_id=task.id, today=self.today)
            self.own_moves = self.own_moves or task.state == "skipped"
            self.done.setdefault(task.id, self.today)

    @rule(number=st.integers(0, 30))
    def undo(self, number: int) -> None:
        task = self.pick(number, "done", "skipped", "open")
        if task:
            self.do("undo_task", task_id=task.id)
            self.done.pop(task.id, None)
            self.own_moves = True

    @rule(number=st.integers(0, 30))
    def skip(self, number: int) -> None:
        task = self.pick(number, "open", "done")
        if task:
            self.do("skip_task", task_id=task.id)

    @rule(number=st.integers(0, 30), days=st.integers(-3, 20))
    def move(self, number: int, days: int) -> None:
        task = self.pick(number, "open")
        if task is None:
            return
        try:
            moved = self.do("move_task", task_id=task.id, to=task.due + timedelta(days=days), today=self.today)
        except CoachError:
            assert task.due + timedelta(days=days) < self.today
            return
        self.undoable, self.own_moves = [moved], True

    @rule()
    def lighten(self) -> None:
        self.undoable = self.do("lighten_day", today=self.today)

    @rule()
    def take_moves_back(self) -> None:
        self.do("restore_tasks", moves=self.undoable)
        self.undoable, self.own_moves = [], True

    @rule(days=st.integers(1, 12))
    def days_go_by(self, days: int) -> None:
        self.today += timedelta(days=days)
        self.undoable = []
        self.do("roll_forward", today=self.today)

    @rule(question=st.integers(0, 3), score=st.integers(0, 60))
    def practise(self, question: int, score: int) -> None:
        item = PracticeItem(key=f"i{self.jobs}/q{question}", question=f"q{question}", score=score)
        self.do("add_practice_tasks", source="interview", items=[item], today=self.today)

    @rule()
    def replan(self) -> None:
        self.jobs += 1
        made = draft(start=self.today, gaps=GAPS, weekly_minutes=self.weekly, days_off=self.off)
        self.do("save_plan", draft=made, basis={}, job=f"job-{self.jobs}")
        self.undoable, self.own_moves = [], False

    @invariant()
    def what_was_done_is_never_lost(self) -> None:
        done = {task.id for task in self.tasks() if task.state == "done"}
        assert done == self.done.keys()
        minutes = self.do("list_done_minutes", since=START)
        by_id = {task.id: task.minutes for task in self.tasks()}
        expected: dict[date, int] = {}
        for task, day in self.done.items():
            expected[day] = expected.get(day, 0) + by_id[task]
        assert minutes == expected

    @invariant()
    def no_day_is_overdrawn_unless_the_person_chose_it(self) -> None:
        plan = self.do("get_plan")
        if self.own_moves:
            return
        for day in self.do("list_days"):
            if day.day >= self.today and day.done_count < day.task_count:
                assert day.minutes <= max(plan.day_minutes[day.day.weekday()], day.done_minutes)

    @invariant()
    def the_streak_never_exceeds_the_days_worked(self) -> None:
        assert 0 <= self.do("progress", today=self.today).streak_days <= len(set(self.done.values()))

    @invariant()
    def a_strangers_plan_is_untouched(self) -> None:
        assert self.loop.run_until_complete(self._all(self.stranger.id)) == self.strangers

    def teardown(self) -> None:
        async def close() -> None:
            await self.session.close()
            await self.engine.dispose()

        if hasattr(self, "loop"):
            self.loop.run_until_complete(close())
            self.loop.close()


PlanMachine.TestCase.settings = settings(
    max_examples=SEQUENCES, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
)
TestPlanMachine = PlanMachine.TestCase
