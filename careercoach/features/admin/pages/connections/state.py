"""Connections: test each provider, enter or remove its key. What is typed in is never kept on the page."""

import reflex as rx

from careercoach.core.access import Access, allow
from careercoach.core.errors import CoachError
from careercoach.features.connections import flows
from careercoach.features.connections.schemas import Connection, KeyName, ProviderName


class ConnectionsState(rx.State):
    """Every provider as it stands now."""

    models: list[Connection] = []
    mail: list[Connection] = []
    files: list[Connection] = []
    can_keep: bool = True
    is_ready: bool = False
    testing: list[str] = []
    entering: str = ""
    saved: str = ""
    problem_key: str = ""

    async def _list(self) -> None:
        found = {one.name: one for one in await flows.list_connections()}
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
            await flows.check(name)
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
            await flows.save_typed_key(name, key=form.get("key", ""), key_id=form.get("key_id", ""))
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
        await flows.remove_key(name)
        await self._list()
