"""The gap report on the screen."""

import reflex as rx
from pydantic import BaseModel

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.errors import CoachError
from careercoach.core.identity import current_person
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
    confirmed_on: str = ""
    analysed_again: bool = False

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

    async def _load(self, *, again: bool) -> None:
        user_id = current_person().id
        self.problem_key, self.analysed_again = "", False
        async with db.reading() as session:
            profile = await profiles.get_profile(session, user_id=user_id)
        self.role_text = profile.role_text
        self.confirmed_on = profile.confirmed_at.date().isoformat() if profile.confirmed_at else ""
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


def _column(skills: list[GapSkill]) -> Column:
    return Column(
        critical=[skill for skill in skills if skill.importance == "critical"],
        preferred=[skill for skill in skills if skill.importance == "preferred"],
        count=len(skills),
    )
