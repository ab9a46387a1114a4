"""Whatever order things happen in, an interview keeps its promises (a state machine against a model in plain Python)."""

import asyncio
import os
from datetime import UTC, datetime, timedelta
from unittest import mock
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.pool import StaticPool

from careercoach.core.db import metadata
from careercoach.core.errors import ConflictError, NotFoundError
from careercoach.features.interviews import service
from careercoach.features.interviews.schemas import AnswerInput, InterviewInput
from careercoach.features.interviews.service import answering, reading, starting
from tests import factories

SEQUENCES = int(os.environ.get("INTERVIEW_SEQUENCES", "15"))
"""The full run takes 1,000 and a few minutes; every run a sample of them."""
SIZE, TABS = 5, ("a", "b")
NUMBERS = st.integers(1, SIZE)


class InterviewMachine(RuleBasedStateMachine):
    """One person with an interview in two tabs, time going by, and a stranger who tries everything too."""

    @initialize()
    def begin(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.now = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
        clocks = [mock.patch.object(module, "utc_now", lambda: self.now) for module in (starting, answering, reading)]
        self.clocks = [clock for clock in clocks if clock.start()]
        self.texts = dict.fromkeys(range(1, SIZE + 1), "")
        self.versions = dict.fromkeys(range(1, SIZE + 1), 0)
        self.known = {tab: dict(self.versions) for tab in TABS}
        self.sent = 0
        self.last: dict[int, str] = {}
        self.newest: dict[int, str] = {}
        self.old: list[tuple[int, str, AnswerInput]] = []
        self.state, self.ran = "running", timedelta()
        self.loop.run_until_complete(self._open())

    async def _open(self) -> None:
        self.engine = create_async_engine(
            "sqlite+aiosqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
        )
        async with self.engine.begin() as connection:
            await connection.run_sync(metadata.create_all)
        self.session = AsyncSession(self.engine, expire_on_commit=False)
        self.person = await factories.add_person(self.session)
        self.stranger = await factories.add_person(self.session, email="otto@example.org")
        wish = InterviewInput(role="data-analyst", size=SIZE)
        made = await service.start_interview(self.session, user_id=self.person.id, wish=wish)
        self.id, self.limit = UUID(str(made.id)), timedelta(seconds=made.limit_s)

    def do(self, name: str, **more: object):
        work = getattr(service, name)(self.session, user_id=self.person.id, interview_id=self.id, **more)
        return self.loop.run_until_complete(work)

    @rule(name=st.sampled_from(["get_interview", "pause_interview", "resume_interview", "finish_interview", "go_to"]))
    def a_stranger_tries(self, name: str) -> None:
        more = {"number": 1} if name == "go_to" else {}
        with pytest.raises(NotFoundError):
            work = getattr(service, name)(self.session, user_id=self.stranger.id, interview_id=self.id, **more)
            self.loop.run_until_complete(work)

    @property
    def is_open(self) -> bool:
        return self.state == "paused" or (self.state == "running" and self.ran <= self.limit + answering.GRACE)

    def save(self, number: int, tab: str, answer: AnswerInput) -> bool:
        try:
            view = self.do("save_answer", number=number, answer=answer)
        except ConflictError:
            return False
        self.known[tab][number] = view.version
        return True

    @rule(number=NUMBERS, tab=st.sampled_from(TABS), words=st.text(max_size=30), names_tab=st.booleans())
    def write(self, number: int, tab: str, words: str, names_tab: bool) -> None:
        self.sent += 1
        request = f"{tab}/{self.sent}" if names_tab else ""
        answer = AnswerInput(text=words, version=self.known[tab][number], request=request)
        is_newest = self.known[tab][number] == self.versions[number]
        is_own = names_tab and self.last.get(number) == tab
        is_saved = self.save(number, tab, answer)
        self.old.append((number, tab, answer))
        if words == self.texts[number]:
            assert is_saved
        elif self.is_open and (is_newest or is_own):
            assert is_saved
            self.texts[number], self.versions[number] = words, self.versions[number] + 1
            self.last[number], self.newest[number] = tab if names_tab else "", request
        else:
            assert not is_saved

    @rule(which=st.integers(0, 100))
    def an_old_request_arrives_once_more(self, which: int) -> None:
        """The network may deliver twice, or late. (Saves that name their tab follow each other on its one socket.)"""
        old = [one for one in self.old if not one[2].request or one[2].request == self.newest.get(one[0])]
        if old:
            number, tab, answer = old[which % len(old)]
            before = dict(self.known[tab])
            self.save(number, tab, answer)
            self.known[tab] = before

    @rule(tab=st.sampled_from(TABS))
    def reload(self, tab: str) -> None:
        view = self.do("get_interview")
        self.known[tab] = {answer.number: answer.version for answer in view.answers}

    @rule(seconds=st.sampled_from([1, 40, 600, 4000]))
    def time_goes_by(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)
        if self.state == "running":
            self.ran += timedelta(seconds=seconds)

    @rule(act=st.sampled_from(["pause_interview", "resume_interview"]))
    def pause_or_go_on(self, act: str) -> None:
        was_open = self.is_open
        try:
            self.do(act)
        except ConflictError:
            assert not was_open
            return
        assert was_open
        self.state = "paused" if act == "pause_interview" else "running"

    @rule(number=NUMBERS)
    def turn_to(self, number: int) -> None:
        was_open = self.is_open
        try:
            self.do("go_to", number=number)
        except ConflictError:
            assert not was_open

    @rule()
    def finish(self) -> None:
        self.do("finish_interview")
        self.state = "finished"

    @invariant()
    def nothing_saved_is_ever_lost_and_the_server_keeps_the_time(self) -> None:
        self.session.expire_all()
        view = self.do("get_interview")
        assert {answer.number: answer.text for answer in view.answers} == self.texts
        assert 0 <= view.used_s <= view.limit_s and sum(answer.seconds for answer in view.answers) <= view.limit_s
        assert (view.state == "finished") == (self.state == "finished") == (view.finished_at is not None)

    def teardown(self) -> None:
        if not hasattr(self, "loop"):
            return
        mock.patch.stopall()

        async def close() -> None:
            await self.session.close()
            await self.engine.dispose()

        self.loop.run_until_complete(close())
        self.loop.close()


InterviewMachine.TestCase.settings = settings(
    max_examples=SEQUENCES, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestInterview = InterviewMachine.TestCase
