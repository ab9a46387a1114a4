"""My analyses: found, compared, removed, run again."""

import reflex as rx
from pydantic import BaseModel

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.clock import local_date
from careercoach.core.dates import day_name
from careercoach.core.errors import CoachError
from careercoach.core.identity import current_person
from careercoach.core.ids import read_id
from careercoach.core.texts import LANGUAGES
from careercoach.features.job_matches import analysing, service
from careercoach.features.job_matches.schemas import AnalysisLine, Comparison
from careercoach.features.matching.schemas import Sentence
from careercoach.features.profiles import service as profiles

PROBLEMS = [
    "job_matches.not_found",
    "job_matches.no_record",
    "core.too_many_tries",
    "core.not_found",
    "core.something_went_wrong",
]


class Row(BaseModel):
    """One analysis with its day in words."""

    line: AnalysisLine
    day: Sentence
    is_chosen: bool = False


class MatchesState(rx.State):
    """The list; two of it at most are side by side."""

    is_ready: bool = False
    rows: list[Row] = []
    search: str = ""
    chosen: list[str] = []
    comparison: Comparison | None = None
    removed_title: str = ""
    problem_key: str = ""
    has_any: bool = False
    _removed: str = ""
    _zone: str = "UTC"

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """The newest first."""
        self.search, self.chosen, self.comparison, self.problem_key = "", [], None, ""
        self.removed_title = self._removed = ""
        async with db.reading() as session:
            self._zone = await profiles.get_time_zone(session, user_id=current_person().id)
        await self._list()
        self.has_any = bool(self.rows)
        self.is_ready = True

    async def _list(self) -> None:
        async with db.reading() as session:
            lines = await service.list_analyses(session, user_id=current_person().id, search=self.search)
        self.rows = [Row(line=line, day=self._day(line), is_chosen=line.id in self.chosen) for line in lines]

    def _day(self, line: AnalysisLine) -> Sentence:
        day = local_date(line.created_at, self._zone)
        return Sentence(**{language: day_name(day, language, "full") for language in LANGUAGES})

    @rx.event
    @allow(Access.SIGNED_IN)
    async def find(self, words: str):
        """Only those with these words."""
        self.search = words[:200]
        await self._list()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def choose(self, analysis: str):
        """Put an analysis beside another, or take it away; a third one takes the place of the first."""
        others = [one for one in self.chosen if one != analysis]
        self.chosen = others if analysis in self.chosen else [*others, analysis][-2:]
        self.comparison, self.problem_key = None, ""
        if len(self.chosen) == 2:
            try:
                async with db.reading() as session:
                    left, right = map(read_id, self.chosen)
                    self.comparison = await service.compare_analyses(
                        session, user_id=current_person().id, left=left, right=right
                    )
            except CoachError as error:
                self.problem_key, self.chosen = error.text_key, []
        await self._list()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def again(self, analysis: str):
        """Compare once more with the record as it is now, and see what has changed."""
        self.problem_key = ""
        try:
            view = await analysing.start(current_person().id, read_id(analysis))
        except CoachError as error:
            self.problem_key = error.text_key
            return None
        return rx.redirect(f"/jobs/match/{view.id}")

    @rx.event
    @allow(Access.SIGNED_IN)
    async def remove(self, analysis: str):
        """Take an analysis out of sight; it can be put back."""
        self.problem_key = ""
        try:
            async with db.transaction() as session:
                user_id = current_person().id
                line = await service.remove_analysis(session, user_id=user_id, analysis_id=read_id(analysis))
        except CoachError as error:
            self.problem_key = error.text_key
            return
        self._removed, self.removed_title = line.id, line.title or "-"
        self.chosen = [one for one in self.chosen if one != line.id]
        self.comparison = None
        await self._list()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def undo_remove(self):
        """Put the last one back."""
        if self._removed:
            async with db.transaction() as session:
                await service.restore_analysis(session, user_id=current_person().id, analysis_id=read_id(self._removed))
        await self.close_undo()
        await self._list()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def close_undo(self):
        """The offer to undo goes away."""
        self._removed = self.removed_title = ""
