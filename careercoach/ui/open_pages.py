"""State of open pages in the memory of this process: of each, only the parts that were entered.

Reflex makes every part (one for each page of the app) for every open page, and fills them all with their first values
when the page says hello. Nobody enters forty pages in one tab. Here a part is made when something first asks for it;
the hello carries the same first values as ever, read from one blank copy for all.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, cast

import reflex as rx
from reflex.istate.manager.memory import StateManagerMemory
from reflex.istate.manager.token import BaseStateToken, StateToken
from reflex.state import BaseState


def _make(kind: type[BaseState], parent: BaseState | None = None) -> BaseState:
    state = kind(parent_state=parent, init_substates=False, _reflex_internal_init=True)
    state.substates = EnteredParts(state)
    return state


def _kinds(parent: type[BaseState]) -> dict[str, type[BaseState]]:
    """Parts by name."""
    return _named(parent, len(parent.get_substates()))


@cache
def _named(parent: type[BaseState], _count: int) -> dict[str, type[BaseState]]:
    return {kind.get_name(): kind for kind in parent.get_substates()}


@cache
def _blank(kind: type[BaseState]) -> BaseState:
    """What a part looks like that nobody has entered. Only ever read."""
    return _make(kind)


class EnteredParts(dict[str, BaseState]):
    """The parts of one state. All are found by name; only those asked for take room."""

    __slots__ = ("_parent",)

    def __init__(self, parent: BaseState) -> None:
        super().__init__()
        self._parent = parent

    def __contains__(self, name: object) -> bool:
        return name in _kinds(type(self._parent))

    def __missing__(self, name: str) -> BaseState:
        part = self[name] = _make(_kinds(type(self._parent))[name], self._parent)
        return part

    def values(self) -> Iterator[BaseState]:  # pyright: ignore[reportIncompatibleMethodOverride]
        """All parts, as when a page is told everything."""
        for name, kind in _kinds(type(self._parent)).items():
            yield super().get(name) or _blank(kind)


class LeanMemory(StateManagerMemory):
    """Reflex's manager, whose pages grow with what is entered."""

    def _get_or_create_state(self, token: StateToken[Any]) -> Any:
        if token.cache_key not in self.states and isinstance(token, BaseStateToken):
            self.states[token.cache_key] = _make(cast("type[BaseState]", token.cls).get_root_state())
        return super()._get_or_create_state(token)


def keep_lean(app: rx.App) -> None:
    """Put our manager in the place of Reflex's own, where pages live in this process."""
    ours = app.state_manager
    if isinstance(ours, StateManagerMemory):
        app._state_manager = LeanMemory(token_expiration=ours.token_expiration)
