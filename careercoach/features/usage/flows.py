"""The books the AI engine writes: each entry a short transaction of its own, never while a model thinks. And what
questions would take, before they are asked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from careercoach.core import db
from careercoach.core.clock import utc_now
from careercoach.core.ids import new_id
from careercoach.features.usage import rules, service
from careercoach.features.usage.schemas import Estimate, Expected
from careercoach.ports.ai import AiTask
from careercoach.ports.ai.models import find_price
from careercoach.ports.ai.providers import lineup, models_known
from careercoach.ports.ai.seams import CacheKey, CallEntry, Kept, Reserved, Wish


class _UsedUpError(Exception):
    """Rolls a half-taken place back."""


class DatabaseBooks:
    """Ledger, budgets and cache in the database."""

    def __init__(self) -> None:
        # Of a process that dies the places stay taken until the day is over: rather too little is asked than too much.
        self._places: dict[UUID, tuple[Wish, date]] = {}

    async def reserve(self, wish: Wish) -> Reserved | None:
        """A place in today's budgets, or None when they are used up."""
        day = utc_now().date()
        try:
            async with db.transaction() as session:
                if not await service.reserve(session, wish=wish, day=day):
                    raise _UsedUpError
        except _UsedUpError:
            return None
        place = Reserved(new_id())
        self._places[place.id] = (wish, day)
        return place

    async def settle(self, place: Reserved, entries: list[CallEntry]) -> None:
        """Write what the place was used for. The second time nothing happens."""
        taken = self._places.pop(place.id, None)
        if taken is None:
            return
        wish, day = taken
        try:
            async with db.transaction() as session:
                await service.settle(session, wish=wish, day=day, entries=entries)
        except IntegrityError:
            # The person has left while the model was thinking: the cost stays, the name does not.
            nameless = [replace(entry, asker=None) for entry in entries]
            async with db.transaction() as session:
                await service.settle(session, wish=replace(wish, asker=None), day=day, entries=nameless)

    async def find_kept(self, key: CacheKey) -> Kept | None:
        """The answer to the same question, while it is fresh."""
        async with db.reading() as session:
            return await service.find_kept(session, key=key)

    async def keep(self, key: CacheKey, kept: Kept) -> None:
        """Keep an answer for the next time."""
        try:
            async with db.transaction() as session:
                await service.keep(session, key=key, kept=kept)
        except IntegrityError:
            return  # the person has left


async def estimate(user_id: UUID, task: AiTask[Any], expected: Sequence[Expected], *, language: str) -> Estimate | None:
    """What these questions would take of today; None when there is nobody to ask. Whether the person agrees is theirs
    to look up who asks."""
    turns = await lineup()(task.name)
    if not turns:
        return None
    first = turns[0]
    async with db.reading() as session:
        budget = await service.get_budget(session, user_id=user_id, day=utc_now().date())
        fresh: list[Expected] = []
        for one in expected:
            key = CacheKey(user_id, task.name, task.prompt_version, first.model, one.input_hash)
            if not one.input_hash or await service.find_kept(session, key=key) is None:
                fresh.append(one)
    return rules.estimate(
        fresh,
        instructions=len(task.prompt),
        most_out=task.limits.max_output_tokens,
        budget=budget,
        price=find_price(first.model, models_known()),
        is_own=first.provider.is_local,
        language=language,
    )


async def clean_up() -> int:
    """Delete what is too old."""
    async with db.transaction() as session:
        return await service.purge(session, now=utc_now())
