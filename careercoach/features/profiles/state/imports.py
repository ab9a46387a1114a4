"""What was imported and waits: where it differs from the record, and what to take."""

from typing import Literal

import reflex as rx

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.errors import CoachError, ConflictError, NotFoundError
from careercoach.core.identity import current_person
from careercoach.features.profiles import service
from careercoach.features.profiles.schemas import Difference, ImportView

IMPORT_PROBLEMS = ["profiles.import.changed", "core.not_found", "core.invalid_input"]


class ImportState(rx.State):
    """The waiting import. The database holds it, with every choice."""

    is_ready: bool = False
    source: str = ""
    """"json-resume" or "linkedin"; empty when nothing waits."""
    file_name: str = ""
    differences: list[Difference] = []
    version: int = 1
    problem_key: str = ""

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """What waits, if anything."""
        self.problem_key = ""
        await self._refresh()
        self.is_ready = True

    async def _refresh(self) -> None:
        async with db.reading() as session:
            self._show(await service.find_import(session, user_id=current_person().id))

    def _show(self, found: ImportView | None) -> None:
        self.source, self.file_name = (found.source, found.file_name) if found else ("", "")
        self.differences, self.version = (found.differences, found.version) if found else ([], 1)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def arrived(self, import_id: str):
        """A file was read."""
        await self._refresh()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def choose(self, difference_id: str, take: Literal["kept", "found"]):
        """For one difference: the record's words, or those of the file."""
        try:
            async with db.transaction() as session:
                found = await service.choose(session, user_id=current_person().id, choices={difference_id: take})
        except CoachError as error:
            self.problem_key = error.text_key
            await self._refresh()
            return
        self._show(found)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def apply_choices(self):
        """Take over what was chosen. When the record has changed meanwhile, the person looks once more."""
        self.problem_key = ""
        try:
            async with db.transaction() as session:
                await service.apply_import(session, user_id=current_person().id, version=self.version)
        except ConflictError:
            self.problem_key = "profiles.import.changed"
            await self._refresh()
            return None
        except NotFoundError as error:
            self.problem_key = error.text_key
            await self._refresh()
            return None
        return rx.redirect("/profile")

    @rx.event
    @allow(Access.SIGNED_IN)
    async def drop(self):
        """Take nothing of it."""
        async with db.transaction() as session:
            await service.drop_import(session, user_id=current_person().id)
        self._show(None)
