"""Questions about one analysis."""

from time import monotonic

import reflex as rx

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.errors import CoachError
from careercoach.core.identity import current_person
from careercoach.core.ids import new_id, read_id
from careercoach.features.job_matches import flows, service
from careercoach.features.job_matches.schemas import QUESTION_MOST, Message, QuestionInput

FLUSH_S = 0.1


class ChatState(rx.State):
    """The talk about the analysis that is open."""

    id: str = ""
    messages: list[Message] = []
    draft: str = ""
    version: int = 0
    taken: str = ""
    """What left the field with this version of the draft: what is typed since is the next question."""
    asking: bool = False
    waiting: str = ""
    """The question that is being answered."""
    partial: str = ""
    """What has come of the answer; it is checked when it is whole."""
    corrected: bool = False
    """The check took something out of the newest answer, or put another in its place."""
    problem_key: str = ""
    _stopped: bool = False

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """What was said so far, and what was being typed."""
        self.problem_key, self.asking, self.waiting, self.partial, self.corrected = "", False, "", "", False
        await self._load(self.router.url.path.strip("/").split("/")[-1])

    async def _load(self, analysis: str) -> None:
        user_id = current_person().id
        try:
            async with db.reading() as session:
                view = await service.get_analysis(session, user_id=user_id, analysis_id=read_id(analysis))
                self.messages = await service.list_messages(session, user_id=user_id, analysis_id=read_id(analysis))
        except CoachError:
            self.id, self.messages, self.draft = "", [], ""
            return
        self.id, self.draft, self.version = view.id, view.chat_draft, view.chat_version

    @rx.event
    @allow(Access.SIGNED_IN)
    async def save(self, analysis: str, text: str, version: int):
        """Keep what is being typed, for the analysis it is about."""
        if not analysis:
            return
        async with db.transaction() as session:
            user_id = current_person().id
            kept = await service.save_chat_draft(
                session, user_id=user_id, analysis_id=read_id(analysis), text=text, version=version
            )
        if kept and analysis == self.id:
            self.draft = text[:QUESTION_MOST]

    @rx.event(background=True)
    @allow(Access.SIGNED_IN)
    async def send(self):
        """Ask what was typed."""
        async with self:
            question = self.draft
        await self._ask(question)

    @rx.event(background=True)
    @allow(Access.SIGNED_IN)
    async def ask(self, question: str):
        """Ask one of the questions that are offered."""
        await self._ask(question)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def stop(self):
        """Give up the answer that is being written. The question stays in the field."""
        self._stopped = True

    async def _ask(self, question: str) -> None:
        person = current_person()
        question = question.strip()[:QUESTION_MOST]
        async with self:
            analysis = self.id
            if self.asking or not analysis or not question:
                return
            self.asking, self.waiting, self.problem_key = True, question, ""
            self.partial, self._stopped, self.corrected = "", False, False
        streamed: list[str] = []
        problem, is_typed, is_answered = "", False, False
        try:
            async with self:
                is_typed = await self._turn(analysis, question)
            wish = QuestionInput(question=question, request=str(new_id()))
            is_answered = await flows.ask_about(
                person.id, read_id(analysis), wish, language=person.language, on_words=self._shower(streamed)
            )
        except CoachError as error:
            problem = error.text_key
        finally:
            async with self:
                self.asking, self.waiting, self.partial, self.problem_key = False, "", "", problem
                if self.id == analysis:
                    await self._load(analysis)
                    self.corrected = is_answered and _is_other("".join(streamed), self.messages)
                if self.id == analysis and is_typed and not is_answered:
                    await self._give_back(analysis, question)

    async def _turn(self, analysis: str, question: str) -> bool:
        """A question that was in the field leaves it at once: what is typed while the answer comes is the next one."""
        async with db.transaction() as session:
            version = await service.turn_draft(
                session, user_id=current_person().id, analysis_id=read_id(analysis), question=question
            )
        if version is None:
            return False
        self.draft, self.version, self.taken = "", version, question
        return True

    async def _give_back(self, analysis: str, question: str) -> None:
        """No answer came: the field has its question back, above what was typed meanwhile."""
        async with db.transaction() as session:
            self.draft, self.version = await service.give_back(
                session, user_id=current_person().id, analysis_id=read_id(analysis), question=question
            )
        self.taken = ""

    def _shower(self, text: list[str]) -> flows.OnWords:
        """Shows what comes, ten times a second: each time the whole text goes to the page. `text` gets all of it."""
        shown_at, stopped = 0.0, False

        async def show(words: str) -> bool:
            nonlocal shown_at, stopped
            text.append(words)
            if monotonic() - shown_at >= FLUSH_S:
                shown_at = monotonic()
                async with self:
                    # Only in here is the newest state to be seen.
                    self.partial, stopped = "".join(text), self._stopped
            return not stopped

        return show


def _is_other(streamed: str, messages: list[Message]) -> bool:
    """Whether who read along has read other words than those that stand there now."""
    kept = messages[-1].text if messages else ""
    return bool(streamed.strip()) and [*filter(str.isalnum, streamed)] != [*filter(str.isalnum, kept)]
