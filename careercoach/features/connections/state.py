"""The page "Your data and the coach": what one person chose, and what was sent for them."""

import reflex as rx
from pydantic import BaseModel

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.identity import current_person
from careercoach.core.ids import read_id
from careercoach.core.moments import Moment, moment, own_zone
from careercoach.features.connections import flows, service
from careercoach.features.connections.schemas import ConsentView, SentRow

PAGE = 20
MOST = 500


class Mask(BaseModel):
    """How many values of one kind were masked."""

    kind: str
    count: int


class SentShown(BaseModel):
    """One line of the list."""

    id: str
    at: Moment
    room: str
    provider: str
    host: str
    model: str
    masks: list[Mask]


class DataState(rx.State):
    """Own choice and own log."""

    is_ready: bool = False
    consent: ConsentView = ConsentView(allowed=False, asked=False, has_provider=False)
    rows: list[SentShown] = []
    total: int = 0
    shown: int = PAGE
    open_id: str = ""
    open_text: str = ""

    async def _list(self) -> None:
        async with db.reading() as session:
            page = await service.list_sent(session, user_id=current_person().id, limit=self.shown)
        zone = await own_zone()
        self.rows, self.total = [_line(row, zone) for row in page.rows], page.total

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """The choice and the newest texts."""
        self.shown, self.open_id, self.open_text = PAGE, "", ""
        self.consent = await flows.get_consent(current_person().id)
        await self._list()
        self.is_ready = True

    @rx.event
    @allow(Access.SIGNED_IN)
    async def choose(self, allowed: bool):
        """Yes or no, from the next question on."""
        async with db.transaction() as session:
            await service.save_choice(session, user_id=current_person().id, allowed=allowed)
        self.consent = await flows.get_consent(current_person().id)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def more(self):
        """Twenty more."""
        self.shown = min(self.shown + PAGE, MOST)
        await self._list()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def open(self, sent_id: str):
        """Show one text as it left, or close it again."""
        if sent_id == self.open_id:
            self.open_id = self.open_text = ""
            return
        async with db.reading() as session:
            sent = await service.get_sent(session, user_id=current_person().id, sent_id=read_id(sent_id))
        self.open_id, self.open_text = sent.id, sent.text

    @rx.event
    @allow(Access.SIGNED_IN)
    async def forget(self):
        """Delete the list of what was sent."""
        async with db.transaction() as session:
            await service.delete_sent(session, user_id=current_person().id)
        self.shown, self.open_id, self.open_text = PAGE, "", ""
        await self._list()


def _line(row: SentRow, zone: str) -> SentShown:
    return SentShown(
        id=row.id,
        at=moment(row.at, zone),
        room=row.task.partition(".")[0],
        provider=row.provider,
        host=row.host,
        model=row.model,
        masks=[Mask(kind=kind, count=count) for kind, count in sorted(row.masked.items())],
    )
