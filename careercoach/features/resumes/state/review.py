"""The check of the record. Every change is in the database before the page says "saved"."""

from collections.abc import Callable
from typing import Literal

import reflex as rx
from pydantic import BaseModel

from careercoach.content.load import roles, skills
from careercoach.content.scan import find_skills
from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.errors import CoachError, NotFoundError
from careercoach.core.identity import current_person
from careercoach.core.ids import read_id
from careercoach.features.profiles import service as profiles
from careercoach.features.resumes import service
from careercoach.features.resumes.rules import records
from careercoach.features.resumes.schemas import (
    Difference,
    DraftView,
    MachineView,
    OtherItem,
    Post,
    RecordForm,
    ResumeView,
    School,
    SkillItem,
)

PROBLEMS = [
    "resumes.nothing_to_confirm", "resumes.wrong_dates", "resumes.too_many_rows", "core.changed_elsewhere",
    "core.not_found", "core.too_many_tries",
]  # fmt: skip
SUGGESTED = 14


class Suggestion(BaseModel):
    """A skill that people in the wanted role use, in three languages; `name` is what is added."""

    name: str
    en: str
    hi: str
    es: str


class ReviewState(rx.State):
    """The record on the table. The draft in the database is the truth; this is its picture."""

    is_ready: bool = False
    basics: RecordForm = RecordForm()
    work: list[Post] = []
    education: list[School] = []
    skills: list[SkillItem] = []
    others: list[OtherItem] = []
    suggestions: list[Suggestion] = []
    resume: ResumeView | None = None
    comparing: str = ""
    """With what: "file", "draft", or nothing."""
    differences: list[Difference] = []
    machine: MachineView | None = None
    revision: int = 0
    """Counts up when all fields are filled anew."""
    turn: int = 0
    """Counts up when what was typed was given up."""
    opened: str = ""
    """Id of the row that was just added."""
    saved: bool = False
    confirmed: bool = False
    removed_words: str = ""
    bad_rows: list[str] = []
    problem_key: str = ""
    _known: str = ""
    """The draft as this page last saw it: a new line to the server fills no field anew."""

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """The draft, or the confirmed record when nothing is on the table."""
        user_id = current_person().id
        async with db.reading() as session:
            draft = await service.get_draft(session, user_id=user_id)
            profile = await profiles.get_profile(session, user_id=user_id)
            self.machine = None
            if draft.resume is not None:
                resume_id = read_id(draft.resume.id)
                self.machine = await service.get_machine_view(session, user_id=user_id, resume_id=resume_id)
        self.confirmed, self.saved, self.problem_key, self.removed_words, self.opened = False, False, "", "", ""
        self.bad_rows = []
        self.suggestions = _suggestions(profile.role_slug, draft.form)
        self._show(draft)
        self.is_ready = True

    def _show(self, draft: DraftView) -> None:
        self._show_form(draft.form)
        self.resume, self.comparing, self.differences = draft.resume, draft.comparing, draft.differences
        known = draft.form.model_dump_json()
        if known != self._known:
            self.revision += 1
        self._known = known

    def _show_form(self, form: RecordForm) -> None:
        picture = records.shown(form)
        self.work, self.education, self.skills = picture.work, picture.education, picture.skills
        self.others = picture.others
        self.basics = picture.model_copy(
            update={"work": [], "education": [], "skills": [], "others": [], "removed": None}
        )
        self.removed_words = form.removed.words or "…" if form.removed else ""

    async def _change(self, change: Callable[[RecordForm], object]) -> RecordForm | None:
        """Do it in the database first. None when it could not be done."""
        user_id = current_person().id
        self.problem_key = ""
        try:
            async with db.transaction() as session:
                form = (await service.get_draft(session, user_id=user_id)).form
                change(form)
                await service.save_draft(session, user_id=user_id, form=form)
        except CoachError as error:
            self.problem_key = error.text_key
            return None
        self.saved, self._known = True, form.model_dump_json()
        return form

    @rx.event
    @allow(Access.SIGNED_IN)
    async def edit(self, part: Literal["basics", "work", "education"], item_id: str, field: str, value: str):
        """Keep one field; called when typing pauses and when the field is left."""
        form = await self._change(lambda form: records.edit(form, part, item_id, field, value))
        if form is not None and part == "work":
            self.work = records.shown(form).work
        elif form is not None and part == "education":
            self.education = records.shown(form).education
        if self.bad_rows and form is not None:
            self.bad_rows = records.wrong_dates(form)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def add_entry(self, part: Literal["work", "education"]):
        """A new row on top, open."""
        added: list[str] = []
        form = await self._change(lambda form: added.append(records.add_entry(form, part)))
        if form is not None:
            self._show_form(form)
            self.opened = added[0]

    @rx.event
    @allow(Access.SIGNED_IN)
    async def add_skills(self, form_data: dict[str, str]):
        """One or several, separated by commas."""
        await self._add(str(form_data.get("new_skill") or ""))

    @rx.event
    @allow(Access.SIGNED_IN)
    async def add_suggestion(self, name: str):
        """A skill of the wanted role that the person says they have."""
        await self._add(name)

    async def _add(self, words: str) -> None:
        form = await self._change(lambda form: records.add_skills(form, words[:2000]))
        if form is not None:
            self._show_form(form)
            self.suggestions = [skill for skill in self.suggestions if skill.name != words]

    @rx.event
    @allow(Access.SIGNED_IN)
    async def remove(self, part: Literal["work", "education", "skills", "others"], item_id: str):
        """Take a row out; it can be put back."""
        form = await self._change(lambda form: records.remove(form, part, item_id))
        if form is not None:
            self._show_form(form)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def undo(self):
        """Put the row back."""
        form = await self._change(records.undo)
        if form is not None:
            self._show_form(form)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def close_undo(self):
        """The line that offers it goes; the draft still knows the row until the next removal."""
        self.removed_words = ""

    @rx.event
    @allow(Access.SIGNED_IN)
    async def choose(self, difference_id: str, take: Literal["kept", "found"]):
        """For one difference: what is confirmed, or what the new file says."""
        try:
            async with db.transaction() as session:
                draft = await service.choose_difference(
                    session, user_id=current_person().id, difference_id=difference_id, take_found=take == "found"
                )
            self.differences = draft.differences
        except CoachError as error:
            self.problem_key = error.text_key

    @rx.event
    @allow(Access.SIGNED_IN)
    async def use_choices(self):
        """Put the record together; it is shown once more before it counts."""
        try:
            async with db.transaction() as session:
                draft = await service.apply_choices(session, user_id=current_person().id)
        except NotFoundError as error:
            self.problem_key = error.text_key
            return
        self._show(draft)
        self.turn += 1

    @rx.event
    @allow(Access.SIGNED_IN)
    async def keep_record(self):
        """Take nothing of the other side."""
        try:
            async with db.transaction() as session:
                draft = await service.keep_record(session, user_id=current_person().id)
        except NotFoundError as error:
            self.problem_key = error.text_key
            return
        self._show(draft)
        self.turn += 1

    @rx.event
    @allow(Access.SIGNED_IN)
    async def drop_changes(self):
        """Back to the confirmed record."""
        async with db.transaction() as session:
            draft = await service.drop_draft(session, user_id=current_person().id)
        self._show(draft)
        self.turn += 1
        self.machine, self.saved = None, False

    @rx.event
    @allow(Access.SIGNED_IN)
    async def confirm(self):
        """In the resume room: the record counts from now on."""
        self.confirmed = await self._confirm()
        if self.confirmed:
            return rx.redirect("/resume")
        return None

    @rx.event
    @allow(Access.SIGNED_IN)
    async def confirm_step(self):
        """After signup: the record counts, and the first gap report follows."""
        if not await self._confirm():
            return None
        async with db.transaction() as session:
            await profiles.reach_step(session, user_id=current_person().id, step="gap")
        return rx.redirect("/onboarding/gap")

    async def _confirm(self) -> bool:
        self.problem_key = ""
        user_id = current_person().id
        try:
            async with db.transaction() as session:
                form = (await service.get_draft(session, user_id=user_id)).form
                self.bad_rows = records.wrong_dates(form)
                if self.bad_rows:
                    raise CoachError("resumes.wrong_dates")
                if not (form.work or form.skills or form.education):
                    raise CoachError("resumes.nothing_to_confirm")
                await service.confirm_record(session, user_id=user_id)
        except CoachError as error:
            self.problem_key = error.text_key
            return False
        return True


def _suggestions(role_slug: str, form: RecordForm) -> list[Suggestion]:
    """What people in the wanted role use and the record does not name yet."""
    role = roles().get(role_slug)
    if role is None:
        return []
    known = {found.slug for found in find_skills(records.text_of(form))}
    needs = [need for need in [*role.critical, *role.preferred] if need.skill not in known]
    wanted = [skills()[need.skill] for need in needs]
    return [
        Suggestion(
            name=skill.name, en=skill.name, hi=skill.names.get("hi", skill.name), es=skill.names.get("es", skill.name)
        )
        for skill in wanted[:SUGGESTED]
    ]
