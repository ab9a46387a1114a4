"""How a lower room tells a higher one: facts, handled inside the announcer's transaction."""

from collections import defaultdict
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

Fact = TypeVar("Fact")
Reaction = Callable[[AsyncSession, Any], Awaitable[None]]
_reactions: dict[type, list[Reaction]] = defaultdict(list)


def react_to(fact: type[Fact]) -> Callable[[Reaction], Reaction]:
    """Register an async function(session, fact); it shares the announcer's transaction and its fate."""

    def register(reaction: Reaction) -> Reaction:
        if reaction not in _reactions[fact]:
            _reactions[fact].append(reaction)
        return reaction

    return register


async def announce(session: AsyncSession, fact: object) -> None:
    """Tell all who react to this kind of fact, in the order they registered."""
    for reaction in _reactions[type(fact)]:
        await reaction(session, fact)
