"""What every page knows of its reader: language, theme and whether they are signed in. Never an authority.

The gate fills it from the cookie; nothing here opens a door (see `ui.gate`).
"""

from collections.abc import Awaitable, Callable
from typing import Literal
from uuid import UUID

import reflex as rx

from careercoach.core.access import Access, allow
from careercoach.core.identity import Person, current
from careercoach.core.texts import known_language

Keeper = Callable[[UUID, str], Awaitable[None]]
_keepers: dict[str, Keeper] = {}


def keep_with(*, language: Keeper, theme: Keeper) -> None:
    """Say how a choice is kept on the account (the accounts room does, at start)."""
    _keepers.update(language=language, theme=theme)


class SessionState(rx.State):
    """The reader. `language` lives in the browser too, so that a stranger's choice is kept."""

    language: str = rx.LocalStorage("en", name="cc_language", sync=True)
    theme: str = rx.LocalStorage("system", name="cc_theme", sync=True)
    name: str = ""
    is_signed_in: bool = False
    is_admin: bool = False
    _owner: str = ""

    @rx.event
    @allow(Access.ANYONE)
    async def choose_language(self, code: Literal["en", "hi", "es"]):
        """Switch the words of all pages, and of this person's mails and PDFs."""
        self.language = known_language(code)
        await _keep("language", self.language)

    @rx.event
    @allow(Access.ANYONE)
    async def choose_theme(self, mode: Literal["light", "dark", "system"]):
        """Remember the theme; the browser has already changed it."""
        self.theme = mode
        await _keep("theme", mode)

    def _welcome(self, person: Person | None) -> None:
        """Show who is signed in."""
        self.name = person.name if person else ""
        self.is_signed_in = person is not None
        self.is_admin = bool(person and person.is_admin)
        self._owner = person.session if person else ""

    def _prefer(self, person: Person) -> None:
        """An account's own language and theme win over the browser's: every choice made here is kept there too."""
        self.language, self.theme = person.language, person.theme


async def _keep(what: str, value: str) -> None:
    person = current.get()
    if person is not None and what in _keepers:
        await _keepers[what](person.id, value)


GENERAL_PROBLEMS = [
    "core.something_went_wrong", "core.not_found", "core.forbidden", "core.sign_in_needed", "core.changed_elsewhere",
    "core.too_large", "core.invalid_input", "core.too_hard",
]  # fmt: skip


class ProblemState(rx.State):
    """The sentence shown when something unexpected happened, with the number the log knows it by."""

    error_id: str = ""
    text_key: str = ""

    @rx.event
    @allow(Access.ANYONE)
    async def tell(self, text_key: str):
        """One of the general sentences; what else goes wrong is said by the page it happened on."""
        self.text_key = text_key if text_key in GENERAL_PROBLEMS else GENERAL_PROBLEMS[0]

    @rx.event
    @allow(Access.ANYONE)
    async def show(self, error_id: str):
        """Only ever a number of ours: eight letters and digits."""
        self.error_id = error_id[:8] if error_id[:8].isalnum() else ""

    @rx.event
    @allow(Access.ANYONE)
    async def dismiss(self):
        """Read and understood."""
        self.error_id = self.text_key = ""
