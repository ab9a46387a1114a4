"""The lists and the two kinds of pages on the screen. Everybody may look; nothing is kept."""

from urllib.parse import unquote

import reflex as rx

from careercoach.core.access import Access, allow
from careercoach.core.errors import NotFoundError
from careercoach.features.catalogue import service
from careercoach.features.catalogue.schemas import Choice, RolePage, RoleRow, SkillPage, SkillRow

MOST = 2500


class SkillsState(rx.State):
    """The list of skills, as far as it is unfolded."""

    is_ready: bool = False
    asked: str = ""
    category: str = ""
    categories: list[Choice] = []
    rows: list[SkillRow] = []
    total: int = 0
    _words: str = ""

    @rx.event
    @allow(Access.ANYONE)
    async def load(self):
        """The list from the start; `?q=` searches at once."""
        self.asked = self._words = self.router.url.query_parameters.get("q", "")[:80]
        self.category = ""
        self.categories = list(service.categories())
        self._find(service.PAGE)
        self.is_ready = True

    @rx.event
    @allow(Access.ANYONE)
    async def search(self, words: str):
        """Skills that fit the typed words."""
        self._words = words[:80]
        self._find(service.PAGE)

    @rx.event
    @allow(Access.ANYONE)
    async def choose(self, category: str):
        """Only one category, or all of them with ""."""
        self.category = category[:60]
        self._find(service.PAGE)

    @rx.event
    @allow(Access.ANYONE)
    async def show_more(self):
        """The next rows."""
        self._find(min(MOST, len(self.rows) + service.PAGE))

    def _find(self, most: int) -> None:
        found = service.list_skills(words=self._words, category=self.category, most=most)
        self.rows, self.total = found.rows, found.total


class SkillState(rx.State):
    """One skill."""

    is_ready: bool = False
    skill: SkillPage | None = None

    @rx.event
    @allow(Access.ANYONE)
    async def load(self):
        """The skill of the address; None when there is none."""
        try:
            self.skill = service.get_skill(_last_part(self.router.url.path))
        except NotFoundError:
            self.skill = None
        self.is_ready = True


class RolesState(rx.State):
    """The list of roles."""

    is_ready: bool = False
    asked: str = ""
    field: str = ""
    fields: list[Choice] = []
    rows: list[RoleRow] = []
    total: int = 0
    _words: str = ""

    @rx.event
    @allow(Access.ANYONE)
    async def load(self):
        """All roles; `?q=` searches at once."""
        self.asked = self._words = self.router.url.query_parameters.get("q", "")[:80]
        self.field, self.fields = "", list(service.fields())
        self._find()
        self.is_ready = True

    @rx.event
    @allow(Access.ANYONE)
    async def search(self, words: str):
        """Roles that fit the typed words."""
        self._words = words[:80]
        self._find()

    @rx.event
    @allow(Access.ANYONE)
    async def choose(self, field: str):
        """Only one field of work, or all of them with ""."""
        self.field = field[:60]
        self._find()

    def _find(self) -> None:
        found = service.list_roles(words=self._words, field=self.field)
        self.rows, self.total = found.rows, found.total


class RoleState(rx.State):
    """One role."""

    is_ready: bool = False
    role: RolePage | None = None

    @rx.event
    @allow(Access.ANYONE)
    async def load(self):
        """The role of the address; None when there is none."""
        try:
            self.role = service.get_role(_last_part(self.router.url.path))
        except NotFoundError:
            self.role = None
        self.is_ready = True


def _last_part(path: str) -> str:
    return unquote(path.strip("/").rpartition("/")[2])
