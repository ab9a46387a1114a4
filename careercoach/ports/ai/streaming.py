"""Running text as it comes: shown while it is written, checked when it is whole, paid for only until it is stopped."""

import asyncio
import re
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from time import monotonic
from typing import Any

from careercoach.core.letters import plain_text
from careercoach.core.logs import log
from careercoach.ports.ai.asking import RETRIED, ProviderFaultError, Question, Reply
from careercoach.ports.ai.bookkeeping import Turn
from careercoach.ports.ai.case import TOO_SHORT_S, Case
from careercoach.ports.ai.composing import Found, compose, ruled
from careercoach.ports.ai.contract import Why, Words, in_pieces
from careercoach.ports.ai.patience import TRIES, pause_s
from careercoach.ports.ai.preparing import Prepared
from careercoach.ports.ai.seams import Kept, Masked, ShieldError


async def stream_answer(case: Case) -> AsyncGenerator[Any]:
    """Pieces of text, then the answer. The last thing that comes is always a whole answer, whatever happens before."""
    told = _Told()
    try:
        async with aclosing(_from_models(case, told)) as pieces:
            async for piece in pieces:
                yield piece
    except GeneratorExit:
        raise
    except Exception as error:
        log.error("streaming %s failed: %s", case.task.name, type(error).__name__, exc_info=error)
        told.why = "unavailable"
    by_rules = await case.by_rules
    if told.found is None:
        answer = ruled(by_rules, told.why, case.seconds)
        for piece in in_pieces(str(getattr(answer, case.task.words, ""))):
            yield Words(piece)
        yield answer
        return
    answer = await compose(case.task, by_rules, told.found, case.basis)
    yield answer


class _Told:
    """What the stream came to."""

    found: Found | None = None
    why: Why = "unavailable"


async def _from_models(case: Case, told: _Told) -> AsyncGenerator[Words]:
    turns = await case.find_turns()
    if isinstance(turns, str):
        told.why = turns
        return
    kept = await case.find_kept(turns)
    if kept is not None:
        told.found = kept
        for piece in in_pieces(str(kept.values.get(case.task.words, ""))):
            yield Words(piece)
        return
    try:
        prepared = await case.prepare()
    except ShieldError as error:
        log.warning("nothing was sent for %s: %s", case.task.name, error)
        told.why = "shield"
        return
    desk = case.house.desk(case.asker)
    try:
        # Whoever holds the places, nobody waits longer than for an answer.
        async with asyncio.timeout(max(0.0, case.left_s)):
            await desk.acquire()
    except TimeoutError:
        return
    try:
        async with aclosing(_paid(case, turns, prepared, told)) as pieces:
            async for piece in pieces:
                yield piece
    finally:
        desk.release()


async def _paid(case: Case, turns: list[Turn], prepared: Prepared, told: _Told) -> AsyncGenerator[Words]:
    """One provider after the other, within the budget."""
    if not await case.reserve(prepared, turns[0]):
        told.why = "over_budget"
        return
    try:
        for turn in turns:
            async with aclosing(_from_turn(case, turn, prepared, told)) as pieces:
                async for piece in pieces:
                    yield piece
            if told.found is not None:
                return
    except ShieldError as error:
        log.warning("nothing was sent for %s: %s", case.task.name, error)
        told.why = "shield"
    finally:
        await asyncio.shield(case.settle())


async def _from_turn(case: Case, turn: Turn, prepared: Prepared, told: _Told) -> AsyncGenerator[Words]:
    """One provider's words. Before its first word it is asked again like any; after it, what came is kept."""
    fuse = case.house.fuses.of(turn.provider.account)
    question = replace(prepared.question, model=turn.model)
    limit_s = case.limit_s(turn)
    end = monotonic() + limit_s
    if not limit_s:
        return
    for tries in range(1, TRIES + 1):
        if not await case.may_send(turn, question, prepared):
            return
        heard = _Heard(prepared.masked)
        began = monotonic()
        try:
            async with aclosing(_timed(turn, question, end)) as pieces:
                async for piece in pieces:
                    if isinstance(piece, Reply):
                        heard.reply = piece
                    elif text := heard.take(piece):
                        yield Words(text)
        except ProviderFaultError as fault:
            case.fault(turn, question, fault, began=began, tries=tries, text=heard.raw)
            if heard.whole.strip():
                if text := heard.rest():
                    yield Words(text)
                told.found = _found(case, turn, heard, cut=True)
                return
            if await _give_up(case, fault, tries, end):
                case.note_wait(turn, limit_s, end)
                return
            continue
        except (GeneratorExit, asyncio.CancelledError):
            # Stopped by the person: the connection is closed already, what came is paid.
            case.sheet.write(
                turn, question, outcome="stopped", began=began, text=heard.raw, tries=tries, first_word=heard.first_at
            )
            raise
        fuse.succeed()
        rest = heard.rest()
        # Written down first: who leaves at the last word has been told all of it.
        await _finish(case, turn, question, heard, told, began=began, tries=tries)
        if rest:
            yield Words(rest)
        return


async def _timed(turn: Turn, question: Question, end: float) -> AsyncGenerator[str | Reply]:
    """The provider's pieces until the time is up; a provider that drips does not hold anybody for ever."""
    async with aclosing(turn.provider.stream(question, timeout_s=end - monotonic())) as pieces:
        while True:
            try:
                async with asyncio.timeout(max(0.001, end - monotonic())):
                    piece = await anext(pieces)
            except StopAsyncIteration:
                return
            except TimeoutError:
                raise ProviderFaultError("timeout", "the text did not end in time") from None
            yield piece


async def _give_up(case: Case, fault: ProviderFaultError, tries: int, end: float) -> bool:
    """True when this provider is not asked again; else waits first."""
    if fault.kind not in RETRIED or tries >= TRIES:
        return True
    wait_s = pause_s(fault, tries, case.house.pace.first_pause_s)
    if monotonic() + wait_s >= end - TOO_SHORT_S:
        return True
    await asyncio.sleep(wait_s)
    return False


async def _finish(
    case: Case, turn: Turn, question: Question, heard: "_Heard", told: _Told, *, began: float, tries: int
) -> None:
    reply = heard.reply
    finish = reply.finish if reply else "stop"
    case.sheet.write(
        turn, question, outcome="ok" if finish == "stop" else finish, began=began, reply=reply, text=heard.raw,
        tries=tries, first_word=heard.first_at,
    )  # fmt: skip
    if finish in ("refused", "filtered") or not heard.whole.strip():
        return
    told.found = _found(case, turn, heard, cut=finish == "cut")
    if finish == "stop":
        kept = Kept(turn.provider.name, told.found.made.model, {case.task.words: heard.whole})
        await case.house.books.keep(case.key(turn), kept)


def _found(case: Case, turn: Turn, heard: "_Heard", *, cut: bool) -> Found:
    model = (heard.reply.model if heard.reply else "") or turn.model
    made = case.made(model, {}, engine=turn.provider.name).model_copy(update={"cut": cut})
    return Found(turn.provider.name, made, {case.task.words: heard.whole})


LINKISH = re.compile(r"\S*(?:://|www\.|\]\(|!\[|<[a-z/!])\S*", re.IGNORECASE)
"""Words that lead somewhere. The whole text is checked at its end; until then nothing of the kind is on the page."""


class _Heard:
    """Text as it comes, word by word, with the masked values put back: half a placeholder waits for its other half."""

    def __init__(self, masked: Masked) -> None:
        self._masked = masked
        self._waiting = ""
        self.raw = ""
        self.whole = ""
        """Everything that came, with the values back."""
        self.first_at: float | None = None
        self.reply: Reply | None = None

    def take(self, text: str) -> str:
        """What can be shown now: whole words."""
        if self.first_at is None:
            self.first_at = monotonic()
        self.raw += text
        self._waiting += text
        end = len(self._waiting.rstrip()) if self._waiting[-1:].isspace() else self._waiting.rfind(" ")
        end = max(end, self._waiting.rfind("\n"))
        ready = self._waiting[: end + 1] if end >= 0 else ""
        self._waiting = self._waiting[len(ready) :]
        return self._shown(ready)

    def rest(self) -> str:
        """What was still waiting."""
        ready, self._waiting = self._waiting, ""
        return self._shown(ready)

    def _shown(self, ready: str) -> str:
        back = self._masked.restore(plain_text(ready)) if ready else ""
        self.whole += back
        return LINKISH.sub("", back)
