"""The page that takes what is to be compared with."""

import reflex as rx
from pydantic import BaseModel

from careercoach.content import load
from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.errors import CoachError
from careercoach.core.identity import current_person
from careercoach.features.job_matches import flows, service
from careercoach.features.job_matches.schemas import AnalysisLine, MatchInput
from careercoach.features.profiles import service as profiles

PROBLEMS = [
    "job_matches.too_short", "job_matches.bad_link", "job_matches.unknown_dream", "job_matches.unknown_role",
    "job_matches.too_many", "core.too_many_tries", "core.invalid_input", "core.something_went_wrong",
]  # fmt: skip
RECENT_MOST = 4


class RoleChoice(BaseModel):
    """A role in the list."""

    value: str
    label: str
    keywords: list[str] = []


class StartState(rx.State):
    """Drafts are kept on the server as they are typed."""

    is_ready: bool = False
    posting: str = ""
    dream: str = ""
    version: int = 0
    owner: str = ""
    """Whose drafts these are: a browser may be shared."""
    choices: list[RoleChoice] = []
    recent: list[AnalysisLine] = []
    has_record: bool = True
    problem_key: str = ""

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """What was typed so far, the roles, and the newest analyses."""
        person = current_person()
        async with db.reading() as session:
            self.posting, self.dream, self.version = await service.find_draft(session, user_id=person.id)
            self.recent = (await service.list_analyses(session, user_id=person.id))[:RECENT_MOST]
            profile = await profiles.get_profile(session, user_id=person.id)
        self.owner = str(person.id)
        self.has_record = profile.confirmed_at is not None
        roles = load.roles().values()
        self.choices = [
            RoleChoice(value=role.slug, label=role.title.in_(person.language), keywords=role.synonyms[:6])
            for role in sorted(roles, key=lambda role: role.title.in_(person.language))
        ]
        problem = str(self.router.url.query_parameters.get("problem", ""))
        self.problem_key = problem if problem in PROBLEMS else ""
        self.is_ready = True

    @rx.event
    @allow(Access.SIGNED_IN)
    async def save_posting(self, text: str, version: int):
        """Keep what was pasted so far."""
        async with db.transaction() as session:
            user_id = current_person().id
            kept = await service.save_draft(session, user_id=user_id, part="posting", text=text, version=version)
        if kept:
            self.posting = text

    @rx.event
    @allow(Access.SIGNED_IN)
    async def save_dream(self, text: str, version: int):
        """Keep what was described so far."""
        async with db.transaction() as session:
            user_id = current_person().id
            kept = await service.save_draft(session, user_id=user_id, part="dream", text=text, version=version)
        if kept:
            self.dream = text

    @rx.event
    @allow(Access.SIGNED_IN)
    async def choose_role(self, role: str):
        """A job of the catalogue."""
        person = current_person()
        self.problem_key = ""
        try:
            view = await flows.add_match(person.id, MatchInput(source="role", role=role[:60]), language=person.language)
        except CoachError as error:
            self.problem_key = error.text_key
            return None
        return rx.redirect(f"/jobs/match/{view.id}")

    @rx.event
    @allow(Access.SIGNED_IN)
    async def arrived(self, match_id: str):
        """A file was read."""
        return rx.redirect(f"/jobs/match/{match_id}") if len(match_id) == 36 and "/" not in match_id else None
