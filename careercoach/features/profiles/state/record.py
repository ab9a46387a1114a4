"""The profile page: the record section by section, one form open at a time."""

from typing import Literal

import reflex as rx

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.clock import local_date, utc_now
from careercoach.core.errors import CoachError, ConflictError, InvalidInputError, NotFoundError
from careercoach.core.identity import current_person
from careercoach.features.profiles import flows, service
from careercoach.features.profiles.rules.forms import form_fields
from careercoach.features.profiles.rules.rows import proofs_of, rows_of, title_of
from careercoach.features.profiles.rules.sections import (
    FIELDS,
    NEWEST_FIRST,
    PLACE_FIELDS,
    FieldsInvalidError,
    entries_of,
    fields_of,
)
from careercoach.features.profiles.schemas import (
    DraftView,
    EntryRow,
    FormField,
    Json,
    ListSection,
    ProfileView,
    Proof,
    Section,
)

RECORD_PROBLEMS = [
    "profiles.record.check_fields", "profiles.record.twice", "profiles.record.full", "core.changed_elsewhere",
    "core.not_found", "core.invalid_input",
]  # fmt: skip
FIELD_PROBLEMS = [
    f"profiles.record.{name}" for name in ("needed", "bad_date", "bad_url", "bad_mail", "bad_level", "ends_before")
]
MORE_OPENER = "more-sections-opener"
"""The button under which the sections are that not everybody has."""
_SHORT = {"profiles.record.skill_twice": "profiles.record.twice", "profiles.record.too_many": "profiles.record.full"}
"""Sentences with values in them, and those that say the same without."""


class ProfileState(rx.State):
    """The record on the screen. The database holds the truth, also of what is typed and not saved."""

    is_ready: bool = False
    version: int = 1
    is_empty: bool = True
    basics: dict[str, str] = {}
    place: str = ""
    rows: dict[str, list[EntryRow]] = {}
    not_counted: list[str] = []
    has_avatar: bool = False
    avatar_turn: int = 0
    """Counts up when the picture is another one."""
    has_import: bool = False
    waiting: list[str] = []
    """Sections with something typed and not saved."""
    editing: str = ""
    """The section whose form is open."""
    at: int = -1
    fields: list[FormField] = []
    revision: int = 0
    """Counts up when all fields are filled anew."""
    proofs: list[Proof] = []
    chosen_proofs: list[str] = []
    problem_key: str = ""
    kept: bool = False
    saved: bool = False
    in_conflict: bool = False
    focus_on: list[str] = []
    """Where the keyboard goes on when a form closes: the first of these that is there."""
    focus_turn: int = 0
    words_now: str = ""
    """In a conflict: what the entry is called now; empty when it is gone."""
    removed_words: str = ""
    discarded: bool = False
    _form: dict[str, str] = {}
    _base: Json = {}
    _removed: tuple[ListSection, int, Json] | None = None
    _dropped: DraftView | None = None

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """The record, and the form that was open when something was typed last. After a cut line the form is open
        still, and what is being typed in it is left alone."""
        self.problem_key, self.saved = "", False
        self._forget_undo()
        user_id = current_person().id
        async with db.reading() as session:
            drafts = await service.list_drafts(session, user_id=user_id)
            self.has_import = await service.find_import(session, user_id=user_id) is not None
        await self._refresh()
        mine = next((draft for draft in drafts if (draft.section, draft.base) == (self.editing, self._base)), None)
        if self.editing and (mine is None or mine.form == self._form):
            self._draw({})
        elif drafts:
            self._open(mine or drafts[0], kept=True)
        self.is_ready = True

    async def _refresh(self, profile: ProfileView | None = None) -> None:
        async with db.reading() as session:
            profile = profile or await service.get_profile(session, user_id=current_person().id)
            drafts = await service.list_drafts(session, user_id=current_person().id)
        self.waiting = list(dict.fromkeys(draft.section for draft in drafts))
        self.version, self.has_avatar = profile.version, profile.has_avatar
        self.basics = fields_of("basics", dict(profile.person.get("basics") or {}))
        self.place = ", ".join(filter(None, (self.basics[name] for name in PLACE_FIELDS)))
        self.rows = rows_of(profile.person, local_date(utc_now(), profile.time_zone))
        self.proofs = proofs_of(profile.person)
        self.not_counted = service.not_mine(profile.person)
        self.is_empty = not any(profile.person.values())

    def _open(self, draft: DraftView, *, kept: bool = False) -> None:
        self.editing, self.at, self._base = draft.section, draft.at, draft.base
        self._form = {field.name: draft.form.get(field.name, "") for field in FIELDS[draft.section]}
        self.chosen_proofs = [ref for ref in self._form.get("evidence", "").splitlines() if ref]
        self.problem_key, self.in_conflict = "", False
        self.kept, self.saved = kept, False
        self.revision += 1
        self._draw({})

    def _draw(self, problems: dict[str, str]) -> None:
        self.fields = form_fields(self._section(), self._form, problems)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def open_form(self, section: Section, at: int):
        """The form of an entry; -1 for a new one. What is typed in another form waits there."""
        try:
            async with db.reading() as session:
                draft = await service.open_entry(session, user_id=current_person().id, section=section, at=at)
        except NotFoundError:
            await self._late()
            return
        self._open(draft)
        await self._refresh()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def go_on(self, section: Section):
        """The form of a section in which something waits."""
        async with db.reading() as session:
            drafts = await service.list_drafts(session, user_id=current_person().id)
        draft = next((draft for draft in drafts if draft.section == section), None)
        if draft is not None:
            self._open(draft, kept=True)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def keep(self, section: Section, name: str, value: str):
        """Keep one field as a draft; called when typing pauses and when the field is left."""
        if section == self.editing and name in self._form and self._form[name] != value:
            await self._keep({**self._form, name: value[:4000]})

    async def _keep(self, form: dict[str, str]) -> None:
        self._form, self.saved = form, False
        draft = DraftView(section=self._section(), at=self.at, base=self._base, form=form)
        async with db.transaction() as session:
            await service.keep_draft(session, user_id=current_person().id, draft=draft)
        self.kept = True

    def _section(self) -> Section:
        return self.editing  # pyright: ignore[reportReturnType]

    @rx.event
    @allow(Access.SIGNED_IN)
    async def toggle_proof(self, ref: str):
        """A post or project proves the skill in the form, or no longer."""
        if self.editing == "skills" and ref in {proof.ref for proof in self.proofs}:
            chosen = [proof.ref for proof in self.proofs if (proof.ref in self.chosen_proofs) != (proof.ref == ref)]
            self.chosen_proofs = chosen
            await self._keep({**self._form, "evidence": "\n".join(chosen)})

    @rx.event
    @allow(Access.SIGNED_IN)
    async def save(self, form: dict[str, str]):
        """The open form becomes part of the record."""
        if self.editing:
            typed = {name: words for name, words in form.items() if name in self._form and name != "evidence"}
            self._form = {**self._form, **typed}
            await self._save()

    async def _save(self) -> None:
        section = self._section()
        self.problem_key = ""
        try:
            async with db.transaction() as session:
                profile = await service.save_entry(
                    session, user_id=current_person().id, section=section, at=self.at, base=self._base, form=self._form
                )
        except FieldsInvalidError as error:
            self.problem_key = error.text_key
            self._draw(error.problems)
            return
        except ConflictError:
            await self._meet_conflict()
            return
        except InvalidInputError as error:
            self.problem_key = _SHORT.get(error.text_key, error.text_key)
            return
        self.editing, self.kept, self.saved, self.in_conflict = "", False, True, False
        first = 0 if section in NEWEST_FIRST else len(entries_of(profile.person, section)) - 1
        self._hand_back(section, self.at if self.at >= 0 else first)
        await self._refresh(profile)

    def _hand_back(self, section: Section, at: int) -> None:
        """The keyboard goes to the button that opens the entry's form, else to where one is added."""
        self.focus_on = [f"edit-{section}-{at}", f"add-{section}", MORE_OPENER]
        self.focus_turn += 1

    async def _meet_conflict(self) -> None:
        """Nothing typed is lost: it is kept as a draft, and the person decides."""
        await self._keep(self._form)
        async with db.reading() as session:
            place, entry = await service.find_entry_now(
                session, user_id=current_person().id, section=self._section(), base=self._base
            )
        self.words_now = title_of(self._section(), entry) if place != service.NEW else ""
        self.in_conflict = True
        await self._refresh()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def save_mine(self):
        """In a conflict: what is typed here goes over what is there now, or becomes a new entry."""
        if not self.editing or not self.in_conflict:
            return
        async with db.reading() as session:
            self.at, self._base = await service.find_entry_now(
                session, user_id=current_person().id, section=self._section(), base=self._base
            )
        await self._save()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def close_form(self):
        """Discard what is typed; it can be brought back."""
        if not self.editing:
            return
        section = self._section()
        dropped = DraftView(section=section, at=self.at, base=self._base, form=self._form) if self.kept else None
        async with db.transaction() as session:
            await service.drop_draft(session, user_id=current_person().id, section=section, base=self._base)
        self._dropped, self.discarded = dropped, dropped is not None
        self._removed, self.removed_words = None, ""
        self.editing, self.in_conflict, self.problem_key = "", False, ""
        self._hand_back(section, self.at)
        await self._refresh()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def move(self, section: ListSection, at: int, step: Literal[-1, 1]):
        """One place up or down."""
        await self._leave(section)
        try:
            async with db.transaction() as session:
                profile = await service.move_entry(
                    session, user_id=current_person().id, section=section, at=at, step=step, version=self.version
                )
        except CoachError:
            await self._late()
            return
        await self._refresh(profile)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def remove(self, section: ListSection, at: int):
        """Take an entry out; it can be put back."""
        await self._leave(section)
        try:
            async with db.transaction() as session:
                profile, gone = await service.remove_entry(
                    session, user_id=current_person().id, section=section, at=at, version=self.version
                )
        except CoachError:
            await self._late()
            return
        self._removed, self._dropped, self.discarded = (section, at, gone), None, False
        self.removed_words = title_of(section, gone) or "…"
        await self._refresh(profile)

    async def _leave(self, section: ListSection) -> None:
        """Places change under an open form of the section: what was typed waits, the form closes."""
        self.problem_key, self.saved = "", False
        if self.editing == section:
            self.editing = ""

    async def _late(self) -> None:
        """The record is not the one that was shown: show it as it is now."""
        self.problem_key = "core.changed_elsewhere"
        await self._refresh()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def undo(self):
        """Put back what was taken out or discarded last."""
        removed, dropped = self._removed, self._dropped
        self._forget_undo()
        async with db.transaction() as session:
            if removed is not None:
                section, at, entry = removed
                await service.restore_entry(session, user_id=current_person().id, section=section, at=at, entry=entry)
            elif dropped is not None:
                await service.keep_draft(session, user_id=current_person().id, draft=dropped)
        await self._refresh()
        if dropped is not None:
            self._open(dropped, kept=True)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def close_undo(self):
        """The offer to undo goes away."""
        self._forget_undo()

    def _forget_undo(self) -> None:
        self.removed_words, self.discarded, self._removed, self._dropped = "", False, None, None

    @rx.event
    @allow(Access.SIGNED_IN)
    async def count_again(self, name: str):
        """A skill that was taken out may count again."""
        try:
            async with db.transaction() as session:
                profile = await service.count_skill_again(session, user_id=current_person().id, name=name)
        except CoachError:
            await self._late()
            return
        await self._refresh(profile)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def picture_arrived(self, picture_id: str):
        """A new picture was uploaded."""
        self.avatar_turn += 1
        await self._refresh()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def remove_picture(self):
        """Delete the picture."""
        await flows.remove_avatar(user_id=current_person().id)
        await self._refresh()
