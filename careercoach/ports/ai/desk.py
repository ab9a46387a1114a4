"""What every question needs: the seams to the house, the fuses, and the places people ask from."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from uuid import UUID
from weakref import WeakValueDictionary

from careercoach.ports.ai.asking import FoundLink
from careercoach.ports.ai.bookkeeping import Turn
from careercoach.ports.ai.composing import Honest, keep_honest
from careercoach.ports.ai.links import GroundedLink, check_links
from careercoach.ports.ai.models import KnownModels, known_models
from careercoach.ports.ai.patience import FIRST_PAUSE_S, Fuses, Waits
from careercoach.ports.ai.seams import Books, Consent, NewFence, NoteSent, Shield

ListTurns = Callable[[str], Awaitable[list[Turn]]]
"""Who is asked for a task, in order; empty when nobody is set up."""


CheckLinks = Callable[[Iterable[FoundLink]], Awaitable[list[GroundedLink]]]


@dataclass(frozen=True)
class Pace:
    """How long people wait, and how much one of them may ask at the same time."""

    answer_s: float = 28.0
    """For all hosted providers together; a machine of one's own has its own patience."""
    at_once: int = 2
    first_pause_s: float = FIRST_PAUSE_S


@dataclass
class House:
    """Who stands behind each seam."""

    turns: ListTurns
    shield: Shield
    new_fence: NewFence
    books: Books
    consent: Consent
    note_sent: NoteSent
    pace: Pace = field(default_factory=Pace)
    known: KnownModels = field(default_factory=known_models)
    honest: Honest = keep_honest
    check_links: CheckLinks = check_links
    fuses: Fuses = field(default_factory=Fuses)
    waits: Waits = field(default_factory=Waits)
    _flights: WeakValueDictionary[str, asyncio.Lock] = field(default_factory=WeakValueDictionary)
    _desks: WeakValueDictionary[UUID, asyncio.Semaphore] = field(default_factory=WeakValueDictionary)

    def flight(self, name: str) -> asyncio.Lock:
        """The same question asked twice at once waits for the first answer, which is then in the cache."""
        lock = self._flights.get(name)
        if lock is None:
            lock = self._flights[name] = asyncio.Lock()
        return lock

    def desk(self, asker: UUID | None) -> asyncio.Semaphore:
        """One person's places: so many questions at the same time."""
        if asker is None:
            return asyncio.Semaphore()
        desk = self._desks.get(asker)
        if desk is None:
            desk = self._desks[asker] = asyncio.Semaphore(self.pace.at_once)
        return desk
