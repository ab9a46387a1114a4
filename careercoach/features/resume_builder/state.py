"""The page of better wordings: offered, decided, taken back."""

from uuid import UUID

import reflex as rx

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.errors import CoachError, NotFoundError
from careercoach.core.identity import current_person
from careercoach.features.resume_builder import flows, service
from careercoach.features.resume_builder.schemas import Decision, Paper, RewriteView, State
from careercoach.features.resume_builder.service import NotInResumeError


class RewriteState(rx.State):
    """Loaded from the database at every visit; a record that nobody has looked at yet is given to the coach."""

    is_ready: bool = False
    busy: bool = False
    view: RewriteView | None = None
    problem_key: str = ""
    editing: str = ""
    """Key of the passage that is being written by hand."""
    draft: str = ""
    saved: str = ""
    """What the field last told us, so that it can say that nothing is lost."""
    reset_count: int = 0
    edit_problem: str = ""
    edit_words: str = ""
    has_plan: bool = True

    @rx.event(background=True)
    @allow(Access.SIGNED_IN)
    async def load(self):
        """What is kept at once; what is missing after the coach was asked."""
        async with self:
            self.editing, self.edit_problem, self.problem_key = "", "", ""
            self.has_plan = True
        await self._fetch(again=False)

    @rx.event(background=True)
    @allow(Access.SIGNED_IN)
    async def ask_again(self):
        """Look at every passage once more. What was decided stays."""
        await self._fetch(again=True)

    async def _fetch(self, *, again: bool) -> None:
        person = current_person()
        async with self:
            self.busy = True
        yielded = await _kept(person.id) if not again else None
        if yielded is not None:
            async with self:
                self.view, self.is_ready = yielded, True
        view, problem = yielded, ""
        try:
            if yielded is None or yielded.outdated:
                make = flows.make_rewrite if again else flows.current_rewrite
                view = await make(person.id, language=person.language)
        except CoachError as error:
            problem = error.text_key
        async with self:
            self.view = view if view is not None or not again else self.view
            self.problem_key, self.busy, self.is_ready = problem, False, True

    @rx.event
    @allow(Access.SIGNED_IN)
    async def accept(self, key: str):
        """Take the new words."""
        await self._decide(key, "accepted")

    @rx.event
    @allow(Access.SIGNED_IN)
    async def reject(self, key: str):
        """Keep the old words."""
        await self._decide(key, "rejected")

    @rx.event
    @allow(Access.SIGNED_IN)
    async def reopen(self, key: str):
        """Not decided after all."""
        await self._decide(key, "open")

    async def _decide(self, key: str, state: State) -> None:
        try:
            async with db.transaction() as session:
                user_id = current_person().id
                await service.decide(session, user_id=user_id, key=key, decision=Decision(state=state))
                self.view = await service.get_rewrite(session, user_id=user_id)
                self.problem_key = ""
        except CoachError as error:
            self.problem_key = error.text_key

    @rx.event
    @allow(Access.SIGNED_IN)
    async def accept_all(self):
        """Take all new words that are still open."""
        user_id = current_person().id
        try:
            async with db.transaction() as session:
                await service.accept_all(session, user_id=user_id)
                self.view = await service.get_rewrite(session, user_id=user_id)
        except CoachError as error:
            self.problem_key = error.text_key

    @rx.event
    @allow(Access.SIGNED_IN)
    async def undo(self):
        """Take back the last decision."""
        user_id = current_person().id
        try:
            async with db.transaction() as session:
                await service.undo(session, user_id=user_id)
                self.view = await service.get_rewrite(session, user_id=user_id)
        except CoachError as error:
            self.problem_key = error.text_key

    # By hand

    @rx.event
    @allow(Access.SIGNED_IN)
    async def edit(self, key: str):
        """Open the field with the words as they stand."""
        places = self.view.places if self.view else []
        passage = next((one for place in places for one in place.passages if one.key == key), None)
        if passage is None:
            return
        self.editing, self.edit_problem, self.edit_words = key, "", ""
        self.draft = self.saved = passage.own or passage.after or passage.before

    @rx.event
    @allow(Access.SIGNED_IN)
    async def keep_draft(self, text: str, version: int):
        """The field sends what is in it at every pause."""
        self.draft = self.saved = text[:4_000]

    @rx.event
    @allow(Access.SIGNED_IN)
    async def close_edit(self):
        """Close the field; the browser keeps what was typed."""
        self.editing, self.edit_problem = "", ""

    @rx.event
    @allow(Access.SIGNED_IN)
    async def save_own(self):
        """Use the person's own words, if the resume bears them out."""
        await self._save_own(numbers_are_true=False)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def stand_by_numbers(self):
        """The new number is true: its owner says so."""
        await self._save_own(numbers_are_true=True)

    async def _save_own(self, *, numbers_are_true: bool) -> None:
        if not self.editing:
            return
        user_id = current_person().id
        decision = Decision(state="edited", text=self.draft[:2_000], numbers_are_true=numbers_are_true)
        try:
            async with db.transaction() as session:
                await service.decide(session, user_id=user_id, key=self.editing, decision=decision)
                self.view = await service.get_rewrite(session, user_id=user_id)
        except NotInResumeError as error:
            self.edit_problem, self.edit_words = error.text_key, str(error.values.get("words", ""))
            return
        except CoachError as error:
            self.edit_problem, self.edit_words = error.text_key, ""
            return
        self.editing, self.edit_problem = "", ""
        self.reset_count += 1

    # Files and learning

    @rx.event
    @allow(Access.SIGNED_IN)
    async def choose_paper(self, paper: Paper):
        """A4 or US Letter."""
        user_id = current_person().id
        try:
            async with db.transaction() as session:
                await service.set_paper(session, user_id=user_id, paper=paper)
                self.view = await service.get_rewrite(session, user_id=user_id)
        except CoachError as error:
            self.problem_key = error.text_key

    @rx.event
    @allow(Access.SIGNED_IN)
    async def learn(self, slug: str):
        """Put a skill into the plan."""
        person = current_person()
        try:
            async with db.transaction() as session:
                self.has_plan = await service.learn_skill(
                    session, user_id=person.id, slug=slug, language=person.language
                )
                self.view = await service.get_rewrite(session, user_id=person.id)
        except CoachError as error:
            self.problem_key = error.text_key


async def _kept(user_id: UUID) -> RewriteView | None:
    """What is in the database already; None before the coach was asked, or with nothing to rewrite."""
    try:
        async with db.reading() as session:
            return await service.get_rewrite(session, user_id=user_id)
    except (NotFoundError, service.NothingToRewriteError):
        return None
