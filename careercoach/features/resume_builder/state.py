"""The page of better wordings: offered, decided, taken back."""

from uuid import UUID

import reflex as rx

from careercoach.core import db, jobs
from careercoach.core.access import Access, allow
from careercoach.core.errors import CoachError, NotFoundError
from careercoach.core.identity import current_person
from careercoach.features.resume_builder import asking, flows, service
from careercoach.features.resume_builder.schemas import Decision, Paper, Passage, RewriteView, Run
from careercoach.features.resume_builder.service import NotInResumeError
from careercoach.features.usage.schemas import Estimate


class RewriteState(rx.State):
    """Loaded from the database at every visit; a record that nobody has looked at yet gets words by our own rules."""

    is_ready: bool = False
    busy: bool = False
    view: RewriteView | None = None
    estimate: Estimate | None = None
    """What asking a model about every passage would take; None when none is asked."""
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
    _following: int = 0
    """The run that is being followed."""

    @rx.event(background=True)
    @allow(Access.SIGNED_IN)
    async def load(self):
        """What is kept at once; a run that is under way is followed."""
        async with self:
            self.editing, self.edit_problem, self.problem_key = "", "", ""
            self.has_plan, self.busy, self._following = True, False, 0
        await self._fetch()
        return RewriteState.follow

    async def _fetch(self) -> None:
        person = current_person()
        async with self:
            view, problem = await _kept(person.id), ""
            if view is not None:
                self.view, self.is_ready = view, True
        try:
            if view is None or view.outdated:
                view = await flows.current_rewrite(person.id)
        except CoachError as error:
            problem = error.text_key
        found = await flows.estimate(person.id, language=person.language)
        async with self:
            # Read under the lock: what was decided on this page meanwhile is in it.
            self.view = await _kept(person.id) or view
            self.estimate, self.problem_key, self.is_ready = found, problem, True

    # Asking a model

    @rx.event(background=True)
    @allow(Access.SIGNED_IN)
    async def ask_again(self):
        """Look at every passage once more. What was decided stays."""
        person = current_person()
        async with self:
            if self.busy:
                return None
            self.busy, self.problem_key = True, ""
        view, problem = None, ""
        try:
            view = await asking.start(person.id, language=person.language)
        except CoachError as error:
            problem = error.text_key
        async with self:
            self.view, self.problem_key, self.busy = view or self.view, problem, False
        return RewriteState.follow

    @rx.event(background=True)
    @allow(Access.SIGNED_IN)
    async def follow(self):
        """Show the answer to each question as it comes, until the run has ended; found again after a reload."""
        person = current_person()
        view = await _kept(person.id)
        run = view.run if view is not None else Run()
        async with self:
            if run.state != "running" or self._following == run.number:
                return
            self.view, self._following = view, run.number
        problem = ""
        try:
            if job := await asking.ensure(person.id, run.number, language=person.language):
                async for _ in jobs.progress(job):
                    async with self:
                        # Read under the lock: what was decided on this page a moment ago is in it.
                        self.view = await _kept(person.id)
                await asking.settle(person.id, run.number)
        except CoachError as error:
            problem = error.text_key
        finally:
            found = await flows.estimate(person.id, language=person.language)
            async with self:
                self.view, self.estimate, self._following = await _kept(person.id), found, 0
                self.problem_key = problem or self.problem_key

    @rx.event
    @allow(Access.SIGNED_IN)
    async def stop(self):
        """No more questions; what is there stays."""
        user_id = current_person().id
        try:
            await asking.stop(user_id)
        except CoachError as error:
            self.problem_key = error.text_key
        self.view = await _kept(user_id)

    # Decisions

    @rx.event
    @allow(Access.SIGNED_IN)
    async def accept(self, key: str):
        """Take the new words."""
        passage = self._passage(key)
        # Only the words that stand on this page: a coach at work may have found others meanwhile.
        await self._decide(key, Decision(state="accepted", text=passage.after if passage else ""))

    @rx.event
    @allow(Access.SIGNED_IN)
    async def reject(self, key: str):
        """Keep the old words."""
        await self._decide(key, Decision(state="rejected"))

    @rx.event
    @allow(Access.SIGNED_IN)
    async def reopen(self, key: str):
        """Not decided after all."""
        await self._decide(key, Decision(state="open"))

    async def _decide(self, key: str, decision: Decision) -> None:
        user_id = current_person().id
        try:
            async with db.transaction() as session:
                await service.decide(session, user_id=user_id, key=key, decision=decision)
                self.view = await service.get_rewrite(session, user_id=user_id)
                self.problem_key = ""
        except CoachError as error:
            self.problem_key = error.text_key
            self.view = await _kept(user_id) or self.view

    def _passage(self, key: str) -> Passage | None:
        places = self.view.places if self.view else []
        return next((one for place in places for one in place.passages if one.key == key), None)

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
        passage = self._passage(key)
        if passage is None:
            return
        self.editing, self.edit_problem, self.edit_words = key, "", ""
        self.draft = self.saved = passage.own or passage.after or passage.before

    @rx.event
    @allow(Access.SIGNED_IN)
    async def keep_draft(self, text: str, version: int):
        """The field sends what is in it at every pause."""
        self.draft = text[:4_000]

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
