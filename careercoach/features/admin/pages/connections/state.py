"""Connections: test each provider, enter or remove its key. What is typed in is never kept on the page."""

import reflex as rx

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.errors import CoachError
from careercoach.core.identity import current_person
from careercoach.features.admin.rules import connection_row
from careercoach.features.admin.schemas import ConnectionRow
from careercoach.features.admin.state import own_zone
from careercoach.features.connections import flows
from careercoach.features.connections.schemas import KeyName, ProviderName


class ConnectionsState(rx.State):
    """Every provider as it stands now."""

    models: list[ConnectionRow] = []
    mail: list[ConnectionRow] = []
    files: list[ConnectionRow] = []
    can_keep: bool = True
    is_ready: bool = False
    testing: list[str] = []
    entering: str = ""
    saved: str = ""
    problem_key: str = ""

    async def _list(self) -> None:
        async with db.reading() as session:
            zone = await own_zone(session)
        found = {one.name: connection_row(one, zone) for one in await flows.list_connections()}
        self.models = [found["openai"], found["gemini"], found["local"], found["embedded"]]
        self.mail = [found["resend"], found["smtp"], found["outbox"]]
        self.files = [found["s3"], found["disk"]]
        self.can_keep = flows.can_keep_keys()
        self.is_ready = True

    @rx.event
    @allow(Access.ADMIN)
    async def load(self):
        """All of them, with their last tests."""
        self.testing, self.entering, self.saved, self.problem_key = [], "", "", ""
        await self._list()

    @rx.event(background=True)
    @allow(Access.ADMIN)
    async def test(self, name: ProviderName):
        """One cheap real call."""
        async with self:
            if name in self.testing:
                return
            self.testing = [*self.testing, name]
        try:
            await flows.check(name, actor=current_person().id)
        finally:
            async with self:
                self.testing = [one for one in self.testing if one != name]
                await self._list()

    @rx.event
    @allow(Access.ADMIN)
    async def enter(self, name: KeyName):
        """Open the field for a key, or close it."""
        self.entering = "" if self.entering == name else name
        self.saved, self.problem_key = "", ""

    @rx.event
    @allow(Access.ADMIN)
    async def save_key(self, form: dict[str, str]):
        """Keep the key that was typed in and put it to work."""
        name, self.saved, self.problem_key = self.entering, "", ""
        try:
            key, key_id = form.get("key", ""), form.get("key_id", "")
            await flows.save_typed_key(name, key=key, key_id=key_id, actor=current_person().id)
        except CoachError as error:
            self.problem_key = error.text_key
            return
        self.entering, self.saved = "", name
        await self._list()

    @rx.event
    @allow(Access.ADMIN)
    async def remove_key(self, name: KeyName):
        """Forget a key; the app goes on without it."""
        self.entering, self.saved, self.problem_key = "", "", ""
        await flows.remove_key(name, actor=current_person().id)
        await self._list()
