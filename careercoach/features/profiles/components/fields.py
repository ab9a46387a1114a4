"""The form of one entry: it keeps what is typed at every pause, and says at each field what is wrong."""

from typing import Any

import reflex as rx

from careercoach.features.profiles.rules.sections import FIELDS, LEVELS, Field
from careercoach.features.profiles.schemas import Proof, Section, label_key
from careercoach.features.profiles.state import FIELD_PROBLEMS, RECORD_PROBLEMS, ProfileState
from careercoach.ui.components.buttons import button
from careercoach.ui.components.forms import field_problem
from careercoach.ui.components.icons import icon
from careercoach.ui.components.surfaces import notice
from careercoach.ui.texts import t, t_of

TYPING_PAUSE_MS = 600
FIELD_MAX = 4_000
_WIDE = ("text", "lines", "words", "refs")
_COMPLETE = {
    "name": "name", "email": "email", "phone": "tel", "city": "address-level2", "region": "address-level1",
    "countryCode": "country-name",
}  # fmt: skip


def entry_form(section: Section) -> rx.Component:
    """The fields of a section with save and discard. Only one form is open at a time."""
    fields = [_field(section, field, is_first=place == 0) for place, field in enumerate(FIELDS[section])]
    problem = notice(t_of(ProfileState.problem_key, RECORD_PROBLEMS), tone="problem", test_id="problem")
    state = rx.cond(
        ProfileState.kept,
        rx.el.span(icon("check", 14), t("profiles.record.kept"), class_name="inline-flex items-center gap-1"),
        "",
    )
    return rx.el.form(
        rx.cond(ProfileState.in_conflict, _conflict(), rx.fragment()),
        rx.el.div(*fields, class_name="grid grid-cols-[minmax(0,1fr)] gap-x-5 gap-y-4 sm:grid-cols-2"),
        rx.cond(ProfileState.problem_key != "", problem, rx.fragment()),
        rx.el.div(
            rx.el.span(state, class_name="tiny mr-auto", role="status", data_testid="kept"),
            button(
                t("profiles.record.cancel"),
                variant="ghost",
                on_click=ProfileState.close_form,
                data_testid="discard",
            ),
            button(t("profiles.record.save"), type="submit", data_testid="save"),
            class_name="flex flex-wrap items-center justify-end gap-2",
        ),
        on_submit=ProfileState.save,
        no_validate=True,
        class_name="flex flex-col gap-4 rounded-lg bg-sunken p-4 my-2",
        key=f"{section}-{ProfileState.revision}",
        data_testid=f"form-{section}",
    )


def _conflict() -> rx.Component:
    now = rx.cond(
        ProfileState.words_now != "",
        t("profiles.record.conflict_now", words=ProfileState.words_now),
        t("profiles.record.conflict_gone"),
    )
    return rx.el.div(
        notice(rx.el.span(t("profiles.record.conflict"), " ", now), tone="warning", test_id="conflict"),
        rx.el.div(
            button(
                t("profiles.record.keep_mine"),
                size="sm",
                on_click=ProfileState.save_mine,
                data_testid="save-mine",
            ),
            button(
                t("profiles.record.take_theirs"),
                variant="secondary",
                size="sm",
                on_click=ProfileState.close_form,
            ),
            class_name="flex flex-wrap gap-2",
        ),
        class_name="flex flex-col gap-3",
    )


def _field(section: Section, field: Field, *, is_first: bool) -> rx.Component:
    name = field.name
    if field.kind == "refs":
        return rx.el.div(_proofs(), class_name="sm:col-span-2")
    field_id = f"{section}-{name}"
    problem = ProfileState.problems[name].to(str)
    hint = _hint(section, field)
    described = f"{field_id}-problem {field_id}-hint" if hint is not None else f"{field_id}-problem"
    return rx.el.div(
        rx.el.label(t(label_key(section, name)), html_for=field_id, class_name="label"),
        *([rx.el.p(hint, id=f"{field_id}-hint", class_name="tiny")] if hint is not None else []),
        _control(
            section,
            field,
            field_id,
            is_first,
            aria_describedby=described,
            aria_invalid=ProfileState.problems.contains(name),
        ),
        field_problem(
            field_id, rx.cond(ProfileState.problems.contains(name), t_of(problem, FIELD_PROBLEMS), "").to(str)
        ),
        class_name="field sm:col-span-2" if field.kind in _WIDE else "field",
    )


def _hint(section: Section, field: Field) -> rx.Var | None:
    if field.kind == "lines":
        return t("profiles.record.one_a_line")
    if field.kind == "words":
        return t("profiles.record.commas")
    if field.kind == "level":
        return t("profiles.record.level_hint")
    return t("profiles.record.end_hint") if field.name == "endDate" and section == "work" else None


def _control(section: Section, field: Field, field_id: str, is_first: bool, **aria: Any) -> rx.Component:
    name = field.name
    keep = lambda value: ProfileState.keep(section, name, value)  # noqa: E731
    common: dict[str, Any] = {
        "id": field_id,
        "name": name,
        "class_name": "input",
        "data_testid": field_id,
        "default_value": ProfileState.form[name],
        **aria,
    }
    if field.kind == "level":
        options = [rx.el.option(t("profiles.level.none"), value="")]
        options += [rx.el.option(t(f"profiles.level.{level}"), value=level) for level in LEVELS]
        return rx.el.select(*options, on_change=keep, **common)
    common |= {
        "on_change": lambda value: keep(value).debounce(TYPING_PAUSE_MS),
        "on_blur": keep,
        "max_length": FIELD_MAX,
    }
    if field.kind in ("text", "lines"):
        return rx.el.textarea(rows=4, **common)
    if section == "basics":
        common["auto_complete"] = _COMPLETE.get(name, "off")
    else:
        common["auto_complete"] = "off"
    if field.kind == "date":
        common["placeholder"] = t("profiles.record.date_example")
    types = {"mail": "email", "url": "url"}
    kind = "tel" if name == "phone" else types.get(field.kind, "text")
    return rx.el.input(type=kind, auto_focus=is_first, **common)


def _proofs() -> rx.Component:
    """What proves the skill: tick boxes of posts, projects, schools and certificates."""
    boxes = rx.el.div(
        rx.foreach(ProfileState.proofs, _proof), class_name="grid grid-cols-[minmax(0,1fr)] gap-2 sm:grid-cols-2"
    )
    none = rx.el.p(t("profiles.record.evidence_none"), class_name="tiny")
    return rx.el.fieldset(
        rx.el.legend(t(label_key("skills", "evidence")), class_name="label mb-2"),
        rx.cond(ProfileState.proofs.length() > 0, boxes, none),
        class_name="min-w-0",
        data_testid="proofs",
    )


def _proof(proof: rx.Var[Proof]) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="checkbox",
            checked=ProfileState.chosen_proofs.contains(proof.ref),
            on_change=lambda _checked: ProfileState.toggle_proof(proof.ref),
            class_name="tickbox mt-0.5",
        ),
        rx.el.span(proof.label, class_name="text-sm min-w-0 break-words"),
        class_name="flex gap-3 items-start min-h-[44px] py-2",
        key=proof.ref,
    )
