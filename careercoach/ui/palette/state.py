"""The open palette: what was found, which row is meant, and where it leads. Nothing of it outlives the palette."""

from typing import Literal

import reflex as rx
from reflex.event import EventSpec

from careercoach.core.access import Access, allow
from careercoach.ui.palette.rows import Group, Row, act_of, look_up
from careercoach.ui.session import SessionState

LONGEST = 80
OVER = ("done", "gone")
Key = Literal["ArrowUp", "ArrowDown", "Home", "End", "Enter"]


class PaletteState(rx.State):
    """What is done is always a row of the words typed last, for the events of a page are handled one by one."""

    groups: list[Group] = []
    now: str = ""
    said: str = ""
    is_nothing: bool = False
    step: str = ""
    """`done`: the palette closes. `gone`: another page takes its place. `sure`: the button that logs out takes the
    keyboard."""
    _words: str = ""

    @rx.event
    @allow(Access.SIGNED_IN)
    async def find(self, words: str):
        """What fits the typed words; also asked whenever the field gets the keyboard, with what stands in it."""
        words = words[:LONGEST]
        is_known = bool(self.groups) and words == self._words and self.step not in OVER
        self.step = ""
        if is_known:
            return
        session = await self.get_state(SessionState)
        found = look_up(words, language=session.language, theme=session.theme, is_admin=session.is_admin)
        self.groups, self.said, self.is_nothing = found.groups, found.said, found.is_nothing
        self.now, self._words = found.groups[0].rows[0].name, words

    @rx.event
    @allow(Access.SIGNED_IN)
    async def press(self, key: Key, aside: bool):
        """The keys that go through the rows, round and round, and Enter; `aside`: in a tab of its own, if a page."""
        rows = self._rows()
        if not rows or self.step in OVER:
            return None
        self.step = ""
        place = next((place for place, row in enumerate(rows) if row.name == self.now), 0)
        if key == "Enter":
            return self._do(rows[place], aside=aside)
        places = {"ArrowUp": place - 1, "ArrowDown": place + 1, "Home": 0, "End": -1}
        self.now = rows[places[key] % len(rows)].name
        return None

    @rx.event
    @allow(Access.SIGNED_IN)
    async def choose(self, name: str):
        """A row was clicked, perhaps before newer ones came: what was seen is done. A link leads away by itself."""
        acts = {row.name: (row.kind, row.target) for row in self._rows()}
        kind, target = acts.get(name) or act_of(name)
        self.step = self._after(kind, target)
        return self._set(kind, target)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def close(self):
        """The palette is gone, and with it what it held."""
        self.groups, self.is_nothing = [], False
        self.now = self.said = self.step = self._words = ""

    def _rows(self) -> list[Row]:
        return [row for group in self.groups for row in group.rows]

    def _do(self, row: Row, *, aside: bool) -> EventSpec | None:
        if aside and row.kind == "to":
            return rx.redirect(row.target, is_external=True)
        if row.kind == "form":
            # What ends something is not done by one key too many: its own button is handed the keyboard.
            self.step = "sure"
            return None
        self.step = self._after(row.kind, row.target)
        if row.kind == "to":
            return rx.redirect(row.target)
        return rx.download(url=row.target) if row.kind == "file" else self._set(row.kind, row.target)

    def _after(self, kind: str, target: str) -> str:
        here = self.router.url.path.rstrip("/") or "/"
        return "gone" if kind == "to" and target.partition("?")[0] != here else "done"

    def _set(self, kind: str, target: str) -> EventSpec | None:
        if kind == "language":
            return SessionState.choose_language(target)  # pyright: ignore[reportArgumentType, reportReturnType]
        if kind == "theme":
            return SessionState.choose_theme(target)  # pyright: ignore[reportArgumentType, reportReturnType]
        return None
