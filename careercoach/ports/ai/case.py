"""One question on its way through the providers."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from time import monotonic
from typing import Any
from uuid import UUID

from pydantic_core import to_jsonable_python

from careercoach.core.letters import plain_text
from careercoach.core.logs import log
from careercoach.ports.ai.asking import ProviderFaultError, Question, Reply, Usage
from careercoach.ports.ai.bookkeeping import Sheet, Turn, outcome_of
from careercoach.ports.ai.composing import Basis, Found
from careercoach.ports.ai.contract import AiTask, Made, Why, answer_by_rules
from careercoach.ports.ai.desk import House
from careercoach.ports.ai.models import cost_of, find_price
from careercoach.ports.ai.patience import Tries, with_patience
from careercoach.ports.ai.preparing import Prepared, hash_inputs, most_input_tokens, prepare, render_inputs
from careercoach.ports.ai.reading import Fit, UnreadableError, find_object, fit_parts, map_texts
from careercoach.ports.ai.seams import CacheKey, Kept, Reserved, Sent, ShieldError, Wish

TOO_SHORT_S = 0.5
"""With less time than this left nobody is asked."""
REPAIR = """Your reply could not be used: {problem}. Send the whole corrected JSON object again, and nothing else."""


class Case:
    """One question on its way."""

    def __init__(
        self,
        house: House,
        task: AiTask[Any],
        language: str,
        asker: UUID | None,
        inputs: Mapping[str, Any],
        *,
        as_words: bool = False,
    ) -> None:
        self.house, self.task, self.language, self.asker, self.inputs = house, task, language, asker, inputs
        # A search answers in running text; what counts of it are the pages it found.
        self.as_words = as_words or task.grounded
        self.parts = (task.links,) if task.grounded else (task.words,) if as_words else task.asked_parts
        self.began = monotonic()
        self.patience_s = house.pace.answer_s
        self.place: Reserved | None = None
        # The rules think while the model is asked: their answer is needed in any case.
        self.by_rules = asyncio.ensure_future(answer_by_rules(task, language=language, inputs=inputs))

    @cached_property
    def texts(self) -> dict[str, str]:
        """The inputs a model gets to see. Not made before somebody is there to see them."""
        return render_inputs(self.task, self.inputs)

    @cached_property
    def input_hash(self) -> str:
        """Fingerprint of the texts and the language."""
        return hash_inputs(self.texts, self.language)

    @cached_property
    def sheet(self) -> Sheet:
        """The lines for the ledger."""
        return Sheet(self.asker, self.task.name, self.task.prompt_version, self.input_hash, self.house.known)

    @property
    def seconds(self) -> float:
        """Since the question was put."""
        return round(monotonic() - self.began, 3)

    @property
    def basis(self) -> Basis:
        """What the answer is checked against."""
        return Basis({"language": self.language, **self.inputs}, self.texts, self.house.honest)

    @property
    def left_s(self) -> float:
        """Of everybody's patience."""
        return self.began + self.patience_s - monotonic()

    async def ask(self) -> Found | Why:
        """What a model says, or why none was asked."""
        turns = await self.find_turns()
        if isinstance(turns, str):
            return turns
        try:
            async with asyncio.timeout(self.left_s):
                lock, desk = self.house.flight(f"{self.asker}/{self.input_hash}/{self.task.name}"), self._desk
                await lock.acquire()
                try:
                    await desk.acquire()
                except BaseException:
                    lock.release()
                    raise
        except TimeoutError:
            return "unavailable"
        try:
            return await self.find_kept(turns) or await self._pay(turns)
        finally:
            desk.release()
            lock.release()

    async def find_turns(self) -> list[Turn] | Why:
        """Who may be asked, or why nobody."""
        turns = await self.house.turns(self.task.name)
        turns = [turn for turn in turns if turn.provider.can_search or not self.task.grounded]
        if not turns:
            return "no_provider"
        if self.task.personal and (self.asker is None or not await self.house.consent(self.asker)):
            return "no_consent"
        if turns[0].provider.is_local:
            # Who put a machine of their own first knows how slow it is.
            self.patience_s = max(self.patience_s, turns[0].provider.timeout_s)
        return turns

    @property
    def _desk(self) -> asyncio.Semaphore:
        return self.house.desk(self.asker)

    def key(self, turn: Turn) -> CacheKey:
        """Where the answer of a model to this question is kept."""
        asker = self.asker if self.task.personal else None
        version = self.task.prompt_version + ("-words" if self.as_words else "")
        return CacheKey(asker, self.task.name, version, turn.model, self.input_hash)

    async def find_kept(self, turns: list[Turn]) -> Found | None:
        """The same question was answered before: nothing is sent, nothing is paid."""
        for turn in turns:
            kept = await self.house.books.find_kept(self.key(turn))
            if kept is not None:
                fit = fit_parts(self.task.answer, self.parts, kept.parts, await self.by_rules)
                if fit.values:
                    made = self.made(kept.model, fit.problems, cached=True, engine=kept.provider)
                    return Found(kept.provider, made, fit.values)
        return None

    async def prepare(self) -> Prepared:
        """The masked question. Raises ShieldError."""
        return await prepare(
            self.task,
            language=self.language,
            texts=self.texts,
            asker=self.asker,
            shield=self.house.shield,
            new_fence=self.house.new_fence,
            as_words=self.as_words,
        )

    def wish(self, question: Question, turn: Turn) -> Wish:
        """The most that asking this once may cost."""
        usage = Usage(
            input_tokens=most_input_tokens(question),
            output_tokens=question.max_output_tokens + turn.provider.thinking_tokens,
        )
        cost = cost_of(usage, find_price(turn.model, self.house.known))
        return Wish(self.asker, self.task.name, usage.input_tokens + usage.output_tokens, cost)

    async def reserve(self, prepared: Prepared, turn: Turn) -> bool:
        """Take a place in the budgets. False: they are used up."""
        self.place = await self.house.books.reserve(self.wish(prepared.question, turn))
        return self.place is not None

    async def settle(self) -> None:
        """What was used takes the place of what was reserved."""
        if self.place is not None:
            await self.house.books.settle(self.place, self.sheet.entries)

    async def may_send(self, turn: Turn, question: Question, prepared: Prepared) -> bool:
        """Tell the log of what was sent, before it is sent. False: the budget does not bear asking once more.

        Raises ShieldError when somebody could be recognised.
        """
        is_first = not any(entry.input_tokens for entry in self.sheet.entries)
        if not is_first and (
            self.place is None or not await self.house.books.extend(self.place, self.wish(question, turn))
        ):
            return False
        provider = turn.provider
        sent = Sent(
            self.asker, self.task.name, provider.name, provider.host, turn.model, question.words,
            prepared.masked.counts,
        )  # fmt: skip
        await self.house.note_sent(sent)
        return True

    async def _pay(self, turns: list[Turn]) -> Found | Why:
        try:
            prepared = await self.prepare()
        except ShieldError as error:
            log.warning("nothing was sent for %s: %s", self.task.name, error)
            return "shield"
        if not await self.reserve(prepared, turns[0]):
            return "over_budget"
        try:
            for turn in turns:
                if found := await self._ask_turn(turn, prepared):
                    return found
            return "unavailable"
        except ShieldError as error:  # whoever notes what is sent looks at it once more
            log.warning("nothing was sent for %s: %s", self.task.name, error)
            return "shield"
        finally:
            # Also when the person has gone: what was used is written down.
            await asyncio.shield(self.settle())

    def own_s(self, turn: Turn) -> float:
        """How long this question is worth waiting for this provider."""
        own_s = self.task.limits.timeout_s or turn.provider.timeout_s
        return max(own_s, turn.provider.timeout_s) if turn.provider.is_local else own_s

    def limit_s(self, turn: Turn) -> float:
        """How long this provider may take; 0 when it is not asked at all."""
        limit_s, account = min(self.own_s(turn), self.left_s), turn.provider.account
        if limit_s < TOO_SHORT_S or not self.house.waits.is_worth(self.asker, account, self.own_s(turn)):
            return 0.0
        return limit_s if self.house.fuses.of(account).may_pass() else 0.0

    def note_wait(self, turn: Turn, limit_s: float, end: float) -> None:
        """Nothing came of asking until now. A quick refusal is the fuse's business, a long wait is this person's."""
        if end - monotonic() < limit_s / 2:
            self.house.waits.in_vain(self.asker, turn.provider.account, self.own_s(turn))

    async def _ask_turn(self, turn: Turn, prepared: Prepared) -> Found | None:
        limit_s = self.limit_s(turn)
        if not limit_s:
            return None
        end = monotonic() + limit_s
        question = replace(prepared.question, model=turn.model)
        best = Fit()
        model = turn.model
        for is_repair in (False, True):
            reply = await self._call(turn, question, prepared, end - monotonic())
            if reply is None or reply.finish in ("refused", "filtered"):
                break
            model = reply.model or turn.model
            if self.task.grounded:
                best = await self._look_at_links(reply)
                break
            fit, problem = await self._read(reply, prepared)
            if len(fit.values) >= len(best.values):
                best = fit
            if not problem:
                if is_repair:
                    self.sheet.amend("repaired")
                break
            self.sheet.amend("cut" if reply.finish == "cut" else "invalid")
            if end - monotonic() < TOO_SHORT_S:
                break
            question = _asked_again(question, reply, problem)
        if best.values:
            return await self._found(turn, model, best)
        self.note_wait(turn, limit_s, end)
        return None

    async def _look_at_links(self, reply: Reply) -> Fit:
        """The pages that are really there, as the task's only part; nothing when there is none."""
        try:
            async with asyncio.timeout(max(0.0, self.left_s)):
                links = await self.house.check_links(reply.links)
        except TimeoutError:
            links = []
        return Fit({self.task.links: links} if links else {})

    async def _found(self, turn: Turn, model: str, fit: Fit) -> Found:
        problems = {name: fit.problems.get(name, "") for name in self.parts if name not in fit.values}
        kept = Kept(turn.provider.name, model, to_jsonable_python(fit.values))
        await self.house.books.keep(self.key(turn), kept)
        return Found(turn.provider.name, self.made(model, problems, engine=turn.provider.name), fit.values)

    async def _read(self, reply: Reply, prepared: Prepared) -> tuple[Fit, str]:
        """What fits of a reply, and what is wrong with it ("" when nothing is)."""
        try:
            raw = map_texts(find_object(reply.text), lambda text: prepared.masked.restore(plain_text(text)))
        except UnreadableError as error:
            return Fit(), str(error)
        fit = fit_parts(self.task.answer, self.parts, raw, await self.by_rules)
        told = "; ".join(f"{name}: {problem}" for name, problem in fit.problems.items())
        return fit, told[:600]

    async def _call(self, turn: Turn, question: Question, prepared: Prepared, timeout_s: float) -> Reply | None:
        if not await self.may_send(turn, question, prepared):
            return None
        fuse = self.house.fuses.of(turn.provider.account)
        tries, began = Tries(), monotonic()
        try:
            reply = await with_patience(
                lambda left_s: turn.provider.ask(question, timeout_s=left_s),
                timeout_s=timeout_s,
                tries=tries,
                first_pause_s=self.house.pace.first_pause_s,
            )
        except ProviderFaultError as fault:
            self.fault(turn, question, fault, began=began, tries=tries.count)
            return None
        except asyncio.CancelledError:
            self.sheet.write(turn, question, outcome="stopped", began=began, tries=tries.count)
            raise
        fuse.succeed()
        finish = reply.finish if reply.finish != "stop" else "ok"
        self.sheet.write(turn, question, outcome=finish, began=began, reply=reply, tries=tries.count)
        return reply

    def fault(
        self, turn: Turn, question: Question, fault: ProviderFaultError, *, began: float, tries: int, text: str = ""
    ) -> None:
        """A provider failed: into the ledger, and to its fuse."""
        log.warning("%s did not answer %s: %s", turn.provider.name, self.task.name, fault)
        if fault.kind not in ("request", "missing"):
            self.house.fuses.of(turn.provider.account).fail(fault)
        self.sheet.write(
            turn, question, outcome=outcome_of(fault), began=began, tries=tries, text=text, request_id=fault.request_id
        )

    def made(self, model: str, problems: Mapping[str, str], *, engine: str, cached: bool = False) -> Made:
        """How the answer came about."""
        entries = self.sheet.entries
        return Made(
            engine=engine,
            model=model,
            prompt_version=self.task.prompt_version,
            input_hash=self.input_hash,
            input_tokens=sum(entry.input_tokens for entry in entries),
            output_tokens=sum(entry.output_tokens for entry in entries),
            cost_micro_usd=self.sheet.cost_micro_usd,
            seconds=self.seconds,
            cached=cached,
            by_rules=list(problems),
        )


def _asked_again(question: Question, reply: Reply, problem: str) -> Question:
    if reply.finish == "cut":
        return replace(question, max_output_tokens=question.max_output_tokens * 2)
    return question.again(reply.text[:20_000], REPAIR.format(problem=problem))
