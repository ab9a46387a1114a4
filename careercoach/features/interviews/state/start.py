"""Choosing an interview, and the list of those before."""

from typing import Literal

import reflex as rx
from pydantic import BaseModel

from careercoach.content.load import roles
from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.errors import CoachError
from careercoach.core.identity import Person, current_person
from careercoach.core.ids import read_id
from careercoach.features.connections import service as connections
from careercoach.features.interviews import flows, service
from careercoach.features.interviews.opinions import JUDGE
from careercoach.features.interviews.rules.cards import NOTHING, LineCard, line_card
from careercoach.features.interviews.schemas import InterviewInput, Level, Trio
from careercoach.features.matching import service as matching
from careercoach.features.profiles import service as profiles
from careercoach.features.usage import flows as usage
from careercoach.features.usage.schemas import Estimate, Expected

PROBLEMS = [
    "core.something_went_wrong", "core.too_many_tries", "core.not_found", "interviews.one_open",
    "interviews.unknown_role", "interviews.unknown_question",
]  # fmt: skip

EXPECTED = Expected(sent=2_500, reply=1_000)
"""An answer of some 200 words with its question and points, and what is said about it."""


class Choice(BaseModel):
    """A role to search for."""

    value: str
    label: str
    keywords: list[str] = []


class InterviewsState(rx.State):
    """The wish on the screen; loaded anew at every visit."""

    is_ready: bool = False
    role: str = ""
    role_title: Trio = NOTHING
    choices: list[Choice] = []
    size: int = 5
    difficulty: str = "medium"
    use_gaps: bool = True
    has_gaps: bool = False
    estimate: Estimate | None = None
    """What judging the answers will take of today; None when no model judges."""
    open_line: LineCard | None = None
    lines: list[LineCard] = []
    starting: bool = False
    problem_key: str = ""

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """The wanted role, what is open, and what was before."""
        person = current_person()
        async with db.reading() as session:
            profile = await profiles.get_profile(session, user_id=person.id)
            gap = await matching.find_latest_gap(session, user_id=person.id)
            lines = await service.list_interviews(session, user_id=person.id)
        if not self.role:
            self.role, self.role_title = profile.role_slug, _title(profile.role_slug)
        self.choices = [
            Choice(value=slug, label=role.title.in_(person.language), keywords=[role.title.en, *role.synonyms[:4]])
            for slug, role in sorted(roles().items(), key=lambda entry: entry[1].title.in_(person.language))
        ]
        cards = [line_card(line, profile.time_zone) for line in lines]
        self.open_line = next((card for card in cards if card.state in ("running", "paused")), None)
        self.lines = [card for card in cards if card.state in ("finished", "scored")]
        self.has_gaps = gap is not None
        self.estimate = await _estimate(person, self.size)
        self.problem_key, self.starting, self.is_ready = "", False, True

    @rx.event
    @allow(Access.SIGNED_IN)
    async def choose_role(self, value: str):
        """Another role, for this interview only."""
        if value in roles():
            self.role, self.role_title = value, _title(value)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def choose_size(self, value: Literal["5", "8", "12"]):
        """How many questions."""
        self.size = int(value)
        self.estimate = await _estimate(current_person(), self.size)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def choose_difficulty(self, value: Level):
        """How hard."""
        self.difficulty = value

    @rx.event
    @allow(Access.SIGNED_IN)
    async def choose_gaps(self, on: bool):
        """Whether to ask about the gaps first."""
        self.use_gaps = on

    @rx.event(background=True)
    @allow(Access.SIGNED_IN)
    async def start(self):
        """Choose the questions and go into the room."""
        person = current_person()
        async with self:
            if self.starting:
                return None
            self.starting, self.problem_key = True, ""
            wish = InterviewInput.model_validate(
                {"role": self.role, "size": self.size, "difficulty": self.difficulty, "use_gaps": self.use_gaps}
            )
        problem = ""
        try:
            view = await flows.start_interview(person.id, wish, language=person.language)
            return rx.redirect(f"/interviews/{view.id}")
        except CoachError as error:
            problem = error.text_key
        finally:
            async with self:
                self.starting, self.problem_key = False, problem

    @rx.event
    @allow(Access.SIGNED_IN)
    async def delete(self, interview: str):
        """Throw an interview away."""
        try:
            async with db.transaction() as session:
                await service.delete_interview(session, user_id=current_person().id, interview_id=read_id(interview))
        except CoachError as error:
            self.problem_key = error.text_key
            return None
        return InterviewsState.load


async def _estimate(person: Person, size: int) -> Estimate | None:
    async with db.reading() as session:
        if not await connections.has_consent(session, user_id=person.id):
            return None
    return await usage.estimate(person.id, JUDGE, [EXPECTED] * size, language=person.language)


def _title(slug: str) -> Trio:
    return Trio.model_validate(roles()[slug].title.model_dump()) if slug in roles() else NOTHING
