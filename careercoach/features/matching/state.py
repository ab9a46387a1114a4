"""The gap report on the screen."""

from datetime import datetime

import reflex as rx
from pydantic import BaseModel

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.clock import local_date
from careercoach.core.dates import day_name
from careercoach.core.errors import CoachError
from careercoach.core.identity import current_person
from careercoach.core.texts import LANGUAGES
from careercoach.features.matching import flows
from careercoach.features.matching.schemas import GapSkill, GapView, Sentence
from careercoach.features.profiles import service as profiles

NOTHING = ["matching.page.no_role", "matching.page.no_record", "core.something_went_wrong"]


class Column(BaseModel):
    """One of the three columns."""

    critical: list[GapSkill] = []
    preferred: list[GapSkill] = []
    count: int = 0


class GapState(rx.State):
    """Loaded from the database at every visit; analysed again when record or role have changed."""

    is_ready: bool = False
    gap: GapView | None = None
    had: Column = Column()
    close: Column = Column()
    missing: Column = Column()
    path: list[GapSkill] = []
    role_text: str = ""
    problem_key: str = ""
    weeks: int = 0
    weekly_hours: str = ""
    confirmed_on: Sentence = Sentence()
    claimed: Sentence = Sentence()
    """Name of the skill just added to the record, while that can be undone."""
    analysed_again: bool = False
    _claimed_slug: str = ""

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """The report as it stands."""
        await self._load(again=False)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load_step(self):
        """The last step after signup: with it, the beginning is done."""
        await self._load(again=False)
        async with db.transaction() as session:
            await profiles.reach_step(session, user_id=current_person().id, step="done")

    @rx.event
    @allow(Access.SIGNED_IN)
    async def analyse(self):
        """Compare once more, even if nothing has changed."""
        await self._load(again=True)
        self.analysed_again = not self.problem_key

    @rx.event
    @allow(Access.SIGNED_IN)
    async def claim(self, slug: str):
        """The person can do this, the record does not say so yet: add it there."""
        await self._claim(slug, undo=False)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def undo_claim(self):
        """Take it out of the record again."""
        if self._claimed_slug:
            await self._claim(self._claimed_slug, undo=True)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def close_undo(self):
        """The offer to undo goes away."""
        self.claimed, self._claimed_slug = Sentence(), ""

    async def _claim(self, slug: str, *, undo: bool) -> None:
        user_id = current_person().id
        self.claimed, self._claimed_slug = Sentence(), ""
        try:
            gap = await (flows.unclaim_skill if undo else flows.claim_skill)(user_id, slug)
        except CoachError:
            await self._load(again=False)
            return
        async with db.reading() as session:
            profile = await profiles.get_profile(session, user_id=user_id)
        self._show(gap, profile.weekly_minutes)
        if not undo:
            self.claimed = next(skill.name for skill in gap.skills if skill.slug == slug)
            self._claimed_slug = slug

    async def _load(self, *, again: bool) -> None:
        user_id = current_person().id
        self.problem_key, self.analysed_again = "", False
        self.claimed, self._claimed_slug = Sentence(), ""
        async with db.reading() as session:
            profile = await profiles.get_profile(session, user_id=user_id)
        self.role_text = profile.role_text
        self.confirmed_on = _day_words(profile.confirmed_at, profile.time_zone)
        self.weekly_hours = f"{profile.weekly_minutes / 60:g}"
        try:
            gap = await (flows.analyse_gap(user_id) if again else flows.current_gap(user_id))
        except CoachError as error:
            self.gap, self.problem_key, self.is_ready = None, error.text_key, True
            return
        self._show(gap, profile.weekly_minutes)

    def _show(self, gap: GapView, weekly_minutes: int) -> None:
        self.had, self.close, self.missing = (
            _column([skill for skill in gap.skills if skill.status == status]) for status in ("had", "close", "missing")
        )
        by_slug = {skill.slug: skill for skill in gap.skills}
        self.path = [by_slug[slug].model_copy(update={"proofs": [], "reason": Sentence()}) for slug in gap.path]
        self.gap = gap.model_copy(update={"skills": []})
        self.weeks = -(-gap.hours_to_fit * 60 // weekly_minutes)
        self.is_ready = True


def _day_words(moment: datetime | None, zone: str) -> Sentence:
    if moment is None:
        return Sentence()
    day = local_date(moment, zone)
    return Sentence(**{language: day_name(day, language, "full") for language in LANGUAGES})


def _column(skills: list[GapSkill]) -> Column:
    return Column(
        critical=[skill for skill in skills if skill.importance == "critical"],
        preferred=[skill for skill in skills if skill.importance == "preferred"],
        count=len(skills),
    )
