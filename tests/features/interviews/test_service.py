"""Starting, answering and finishing: texts are never lost or overwritten, and the server keeps the time."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from careercoach.core.clock import utc_now
from careercoach.core.errors import ConflictError, InvalidInputError, NotFoundError, TooManyTriesError
from careercoach.core.identity import Person
from careercoach.features.interviews import service
from careercoach.features.interviews.schemas import AnswerInput, InterviewInput, InterviewView
from careercoach.features.interviews.service import answering, reading, starting

START = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
WISH = InterviewInput(role="backend-developer", size=5)


class Clock:
    """A clock the test moves."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def pass_s(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    moved = Clock()
    for module in (starting, answering, reading):
        monkeypatch.setattr(module, "utc_now", moved)
    return moved


@pytest.fixture
async def interview(session: AsyncSession, person: Person, clock: Clock) -> InterviewView:
    return await service.start_interview(session, user_id=person.id, wish=WISH)


def text(words: str, version: int = 0, request: str = "") -> AnswerInput:
    return AnswerInput(text=words, version=version, request=request)


async def _save(session: AsyncSession, person: Person, interview: InterviewView, answer: AnswerInput, number: int = 1):
    return await service.save_answer(
        session, user_id=person.id, interview_id=interview.id, number=number, answer=answer
    )


class TestStart:
    async def test_questions_come_without_their_solutions(self, interview: InterviewView):
        assert len(interview.questions) == 5
        assert set(type(interview.questions[0]).model_fields) == {
            "number", "slug", "text", "kind", "difficulty", "minutes",
        }  # fmt: skip

    async def test_only_one_at_a_time(self, session: AsyncSession, person: Person, interview: InterviewView):
        with pytest.raises(ConflictError):
            await service.start_interview(session, user_id=person.id, wish=WISH)

    async def test_role_of_the_profile_or_none(self, session: AsyncSession, person: Person, clock: Clock):
        view = await service.start_interview(session, user_id=person.id, wish=InterviewInput(size=5))
        assert view.role == ""
        assert len(view.questions) == 5

    async def test_unknown_role_and_question(self, session: AsyncSession, person: Person):
        for wish in (InterviewInput(role="wizard"), InterviewInput(question="no-such-question")):
            with pytest.raises(InvalidInputError):
                await service.start_interview(session, user_id=person.id, wish=wish)

    async def test_one_question_again(self, session: AsyncSession, person: Person, clock: Clock):
        wish = InterviewInput(role="backend-developer", question="backend-index-slow-query")
        view = await service.start_interview(session, user_id=person.id, wish=wish)
        assert [question.slug for question in view.questions] == ["backend-index-slow-query"]

    async def test_twenty_a_day(self, session: AsyncSession, person: Person):
        for _ in range(20):
            view = await service.start_interview(session, user_id=person.id, wish=WISH)
            await service.delete_interview(session, user_id=person.id, interview_id=view.id)
        with pytest.raises(TooManyTriesError):
            await service.start_interview(session, user_id=person.id, wish=WISH)

    async def test_the_same_questions_do_not_come_at_once_again(
        self, session: AsyncSession, person: Person, interview: InterviewView
    ):
        await service.finish_interview(session, user_id=person.id, interview_id=interview.id)
        again = await service.start_interview(session, user_id=person.id, wish=WISH)
        assert not {q.slug for q in interview.questions} & {q.slug for q in again.questions}


class TestSaveAnswer:
    async def test_saved_and_found_again(self, session: AsyncSession, person: Person, interview: InterviewView):
        saved = await _save(session, person, interview, text("I measure first."))
        assert saved.version == 1
        found = await service.get_interview(session, user_id=person.id, interview_id=interview.id)
        assert found.answers[0].text == "I measure first."

    async def test_same_request_twice_is_one(self, session: AsyncSession, person: Person, interview: InterviewView):
        first = await _save(session, person, interview, text("One", 0, "a"))
        again = await _save(session, person, interview, text("One", 0, "a"))
        assert (first.version, again.version) == (1, 1)

    async def test_older_version_overwrites_nothing(
        self, session: AsyncSession, person: Person, interview: InterviewView
    ):
        await _save(session, person, interview, text("From this tab"))
        with pytest.raises(ConflictError) as refused:
            await _save(session, person, interview, text("From the other tab"))
        assert refused.value.text_key == "interviews.changed_in_other_tab"
        found = await service.get_interview(session, user_id=person.id, interview_id=interview.id)
        assert found.answers[0].text == "From this tab"

    async def test_the_same_text_is_no_conflict(self, session: AsyncSession, person: Person, interview: InterviewView):
        await _save(session, person, interview, text("Alike"))
        assert (await _save(session, person, interview, text("Alike"))).version == 1

    async def test_stranger_and_made_up_ids(
        self, session: AsyncSession, person: Person, stranger: Person, interview: InterviewView
    ):
        with pytest.raises(NotFoundError):
            await _save(session, stranger, interview, text("Mine"))
        with pytest.raises(NotFoundError):
            await _save(session, person, interview, text("Mine"), number=99)
        with pytest.raises(NotFoundError):
            await service.save_answer(session, user_id=person.id, interview_id=uuid4(), number=1, answer=text("Mine"))

    async def test_nothing_after_the_end(
        self, session: AsyncSession, person: Person, interview: InterviewView, clock: Clock
    ):
        clock.pass_s(interview.limit_s + 20)
        await _save(session, person, interview, text("A moment late is in time"))
        clock.pass_s(60)
        with pytest.raises(ConflictError):
            await _save(session, person, interview, text("Too late", 1))
        await service.finish_interview(session, user_id=person.id, interview_id=interview.id)
        with pytest.raises(ConflictError):
            await _save(session, person, interview, text("Too late", 1))


class TestTime:
    async def test_pauses_do_not_count(
        self, session: AsyncSession, person: Person, interview: InterviewView, clock: Clock
    ):
        clock.pass_s(60)
        paused = await service.pause_interview(session, user_id=person.id, interview_id=interview.id)
        assert (paused.state, paused.used_s) == ("paused", 60)
        clock.pass_s(100_000)
        resumed = await service.resume_interview(session, user_id=person.id, interview_id=interview.id)
        assert (resumed.state, resumed.used_s) == ("running", 60)
        clock.pass_s(30)
        found = await service.get_interview(session, user_id=person.id, interview_id=interview.id)
        assert found.used_s == 90
        assert found.left_s == interview.limit_s - 90

    async def test_each_question_has_its_own_seconds(
        self, session: AsyncSession, person: Person, interview: InterviewView, clock: Clock
    ):
        clock.pass_s(40)
        await service.go_to(session, user_id=person.id, interview_id=interview.id, number=3)
        clock.pass_s(25)
        await service.go_to(session, user_id=person.id, interview_id=interview.id, number=1)
        clock.pass_s(5)
        done = await service.finish_interview(session, user_id=person.id, interview_id=interview.id)
        assert [answer.seconds for answer in done.answers] == [45, 0, 25, 0, 0]
        assert done.used_s == 70

    async def test_runs_out_though_nobody_looks(
        self, session: AsyncSession, person: Person, interview: InterviewView, clock: Clock
    ):
        assert await service.list_late(session, now=clock.now) == []
        clock.pass_s(interview.limit_s + 1)
        assert await service.list_late(session, now=clock.now) == [(person.id, interview.id)]
        done = await service.finish_interview(session, user_id=person.id, interview_id=interview.id)
        assert (done.out_of_time, done.used_s, done.state) == (True, interview.limit_s, "finished")
        assert await service.list_late(session, now=clock.now) == []

    async def test_a_paused_one_never_runs_out(
        self, session: AsyncSession, person: Person, interview: InterviewView, clock: Clock
    ):
        await service.pause_interview(session, user_id=person.id, interview_id=interview.id)
        clock.pass_s(10 * interview.limit_s)
        assert await service.list_late(session, now=clock.now) == []

    async def test_finishing_twice_is_once(
        self, session: AsyncSession, person: Person, interview: InterviewView, clock: Clock
    ):
        first = await service.finish_interview(session, user_id=person.id, interview_id=interview.id)
        clock.pass_s(500)
        again = await service.finish_interview(session, user_id=person.id, interview_id=interview.id)
        assert again.finished_at == first.finished_at

    async def test_a_clock_set_back_takes_nothing_away(
        self, session: AsyncSession, person: Person, interview: InterviewView, clock: Clock
    ):
        clock.pass_s(60)
        await service.go_to(session, user_id=person.id, interview_id=interview.id, number=2)
        clock.pass_s(-3600)
        view = await service.go_to(session, user_id=person.id, interview_id=interview.id, number=3)
        assert view.used_s == 60


@pytest.mark.parametrize("act", ["get_interview", "pause_interview", "resume_interview", "finish_interview",
                                 "delete_interview", "get_report"])  # fmt: skip
async def test_stranger_gets_nothing(act: str, session: AsyncSession, stranger: Person, interview: InterviewView):
    with pytest.raises(NotFoundError):
        await getattr(service, act)(session, user_id=stranger.id, interview_id=interview.id)
    with pytest.raises(NotFoundError):
        await service.go_to(session, user_id=stranger.id, interview_id=interview.id, number=1)
    with pytest.raises(NotFoundError):
        await service.ask_practice(session, user_id=stranger.id, interview_id=interview.id, number=1)
    assert await service.list_interviews(session, user_id=stranger.id) == []
    assert await service.latest_scores(session, user_id=stranger.id) == []
    assert await service.find_open(session, user_id=stranger.id) is None


async def test_list_shows_what_was_answered(session: AsyncSession, person: Person, interview: InterviewView):
    await _save(session, person, interview, text("Something"))
    (line,) = await service.list_interviews(session, user_id=person.id)
    assert (line.id, line.answered, line.size, line.state) == (interview.id, 1, 5, "running")
    assert isinstance(line.id, UUID)
    assert line.started_at <= utc_now() + timedelta(days=1)
