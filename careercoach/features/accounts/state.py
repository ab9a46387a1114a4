"""The account pages. Forms post over real HTTP (see api.py); the state shows what came of it."""

import reflex as rx

from careercoach.core import db, flash
from careercoach.core.access import Access, allow
from careercoach.core.errors import CoachError
from careercoach.core.identity import current, current_person
from careercoach.core.ids import read_id
from careercoach.core.moments import moment, own_zone
from careercoach.features.accounts import service
from careercoach.features.accounts.rules import letters_of
from careercoach.features.accounts.schemas import SessionRow

PROBLEMS = [
    "accounts.wrong", "accounts.wrong_current", "accounts.password_length", "accounts.password_common",
    "accounts.password_own_words", "accounts.cannot_sign_up", "accounts.signup_closed", "accounts.link_used",
    "accounts.bad_email", "accounts.bad_name", "accounts.reset_sent", "accounts.reset_done",
    "accounts.password_changed", "core.too_many_tries", "core.invalid_input",
]  # fmt: skip
"""Every sentence a form may come back with: they ship with the page."""


class AccountState(rx.State):
    """One form at a time: what went wrong, what was typed, where to go on."""

    problem_key: str = ""
    note_key: str = ""
    minutes: str = ""
    email: str = ""
    name: str = ""
    next: str = ""
    setup: str = ""
    token: str = ""
    insecure: bool = False

    @rx.event
    @allow(Access.ANYONE)
    async def load_public(self):
        """Log in, sign up, forgot, reset: signed-in people have no business here."""
        self._read_flash()
        if current.get() is not None and not self.problem_key:
            return rx.redirect("/today")

    @rx.event
    @allow(Access.ANYONE)
    async def load_reset(self):
        """A reset link works for signed-in people too."""
        self._read_flash()

    def _read_flash(self) -> None:
        note = flash.unpack(self.router.headers.cookie)
        page = self.router.url.path.strip("/").split("/")[-1]
        mine = note.form.split("-")[0] in (page, "password" if page == "security" else page)
        is_note = mine and "-" in note.form
        self.problem_key = note.text_key if mine and not is_note else ""
        self.note_key = note.text_key if is_note else ""
        self.minutes = note.values.get("minutes", "") if mine else ""
        self.email = note.fields.get("email", "") if mine else ""
        self.name = note.fields.get("name", "") if mine else ""
        self.next = self.router.url.query_parameters.get("next", "") or note.fields.get("next", "")
        self.setup = letters_of(self.router.url.query_parameters.get("setup", ""))
        self.token = letters_of(self.router.url.query_parameters.get("token", ""))
        self.insecure = "insecure" in self.router.url.query_parameters


class SecurityState(rx.State):
    """Own sessions."""

    sessions: list[SessionRow] = []
    problem_key: str = ""

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """List the browsers that are logged in."""
        account = await self.get_state(AccountState)
        account._read_flash()
        await self._list()

    async def _list(self) -> None:
        async with db.reading() as session:
            found = await service.list_sessions(session, person=current_person())
        zone = await own_zone()
        self.sessions = [
            SessionRow(id=one.id, browser=one.browser, seen=moment(one.seen_at, zone), is_this=one.is_this)
            for one in found
        ]

    @rx.event
    @allow(Access.SIGNED_IN)
    async def end_session(self, session_id: str):
        """Log one of one's own browsers out."""
        self.problem_key = ""
        try:
            async with db.transaction() as session:
                await service.end_session(session, person=current_person(), session_id=read_id(session_id))
        except CoachError as error:
            self.problem_key = error.text_key
        await self._list()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def end_others(self):
        """Log all other browsers out."""
        person = current_person()
        async with db.transaction() as session:
            await service.end_sessions(session, user_id=person.id, except_hash=person.session)
        await self._list()
