"""How often to try again, how long to wait, and when to leave a provider alone for a while."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import TypeVar
from uuid import UUID

from careercoach.ports.ai.asking import RETRIED, ProviderFaultError

Given = TypeVar("Given")

TRIES = 3
FIRST_PAUSE_S = 0.5
FAILURES_TO_OPEN = 5
OPEN_S = 60.0
VAIN_S = 30.0
"""Long enough for what is left of a run, which is answered by rules; who asks once more later is heard."""
OPEN_LONG_S = 600.0
"""After a quota that is gone or a key that is refused: nothing will change within a minute."""


@dataclass
class Tries:
    """How many requests one question took; filled while it is asked."""

    count: int = 0


async def with_patience(
    one_try: Callable[[float], Awaitable[Given]],
    *,
    timeout_s: float,
    tries: Tries,
    first_pause_s: float = FIRST_PAUSE_S,
) -> Given:
    """Ask up to three times within `timeout_s` seconds. `one_try` gets the seconds that are left.

    Waits as long as the provider says (Retry-After), else half a second, then one, give or take a half. Raises the
    last ProviderFaultError; one of kind "timeout" when the time is up.
    """
    end = monotonic() + timeout_s
    while True:
        tries.count += 1
        left_s = end - monotonic()
        try:
            # The deadline is ours too: a provider that sends a byte a second never times out by itself.
            return await asyncio.wait_for(one_try(left_s), timeout=left_s)
        except TimeoutError:
            raise ProviderFaultError("timeout", f"no answer within {timeout_s:.0f} s") from None
        except ProviderFaultError as fault:
            if fault.kind not in RETRIED or tries.count >= TRIES:
                raise
            wait_s = pause_s(fault, tries.count, first_pause_s)
            if monotonic() + wait_s >= end:
                raise
        await asyncio.sleep(wait_s)


def pause_s(fault: ProviderFaultError, tried: int, first_pause_s: float) -> float:
    """Seconds before the next try."""
    # What was asked for is kept to; a little more spreads those who were told the same.
    if fault.retry_after_s is not None:
        return fault.retry_after_s + random.uniform(0, first_pause_s / 2)
    return first_pause_s * 2 ** (tried - 1) * random.uniform(0.5, 1.5)


@dataclass
class Breaker:
    """One provider's fuse: after five failures in a row it is left alone for a minute, then tried once."""

    failures: int = 0
    open_until: float = 0.0
    """On the monotonic clock."""
    why: str = ""

    def may_pass(self) -> bool:
        """True when the provider may be asked. After a pause only the first caller passes; it decides for all."""
        if self.open_until == 0.0:
            return True
        if monotonic() < self.open_until:
            return False
        self.open_until = monotonic() + OPEN_S
        return True

    def succeed(self) -> None:
        """An answer came: all is well."""
        self.failures, self.open_until, self.why = 0, 0.0, ""

    def fail(self, fault: ProviderFaultError) -> None:
        """Count a failure, and open when it is the fifth or one that will not pass."""
        self.failures += 1
        self.why = fault.kind
        if fault.kind in ("quota", "key"):
            self.open_until = monotonic() + OPEN_LONG_S
        elif fault.retry_after_s:
            self.open_until = monotonic() + min(fault.retry_after_s, OPEN_LONG_S)
        elif self.failures >= FAILURES_TO_OPEN:
            self.open_until = monotonic() + OPEN_S


@dataclass
class Fuses:
    """The breakers of all providers, by account: a new key starts anew."""

    by_account: dict[str, Breaker] = field(default_factory=dict)

    def of(self, account: str) -> Breaker:
        """The breaker of an account; made at first use."""
        return self.by_account.setdefault(account, Breaker())


@dataclass
class Waits:
    """Who has waited in vain for whom. A run asks many questions, and a provider that keeps silent would cost its
    reader the whole patience of each: who has waited is told by the next one, or by the rules, for half a minute."""

    _vain: dict[tuple[UUID | None, str], tuple[float, float]] = field(default_factory=dict)
    """By person and account: until when (monotonic), and how long was waited (seconds)."""

    def is_worth(self, asker: UUID | None, account: str, patience_s: float) -> bool:
        """False when as much patience as this question has was in vain a moment ago; a longer one may still help."""
        until, waited_s = self._vain.get((asker, account), (0.0, 0.0))
        return monotonic() >= until or patience_s > waited_s

    def in_vain(self, asker: UUID | None, account: str, patience_s: float) -> None:
        """Nothing came of a wait."""
        now = monotonic()
        self._vain = {who: waited for who, waited in self._vain.items() if waited[0] > now}
        self._vain[asker, account] = (now + VAIN_S, patience_s)
