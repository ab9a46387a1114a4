"""The form of one entry: it keeps what is typed at every pause, and says at each field what is wrong.

Drawn once for all sections: the state says which fields there are.
"""

import reflex as rx

from careercoach.features.profiles.rules.sections import LEVELS
from careercoach.features.profiles.schemas import FormField, Proof, label_key
from careercoach.features.profiles.state import FIELD_PROBLEMS, RECORD_PROBLEMS, ProfileState
from careercoach.ui.components.buttons import button
from careercoach.ui.components.icons import icon
from careercoach.ui.components.surfaces import notice
from careercoach.ui.components.writing import keeps_typed
from careercoach.ui.texts import t, t_of, t_var

TYPING_PAUSE_MS = 600
FIELD_MAX = 4_000


@rx.memo
def entry_form() -> rx.Component:
    """The fields with save and discard. Only one form is open at a time."""
    problem = notice(t_of(ProfileState.problem_key, RECORD_PROBLEMS), tone="problem", test_id="problem")
    kept = rx.el.span(icon("check", 14), t("profiles.record.kept"), class_name="inline-flex items-center gap-1")
    return rx.el.form(
        keeps_typed(f"entry-{ProfileState.editing}-{ProfileState.at}"),
        rx.cond(ProfileState.in_conflict, _conflict(), rx.fragment()),
        rx.el.div(
            rx.foreach(ProfileState.fields, _field),
            class_name="grid grid-cols-[minmax(0,1fr)] gap-x-5 gap-y-4 sm:grid-cols-2",
        ),
        rx.cond(ProfileState.editing == "skills", _proofs(), rx.fragment()),
        rx.cond(ProfileState.problem_key != "", problem, rx.fragment()),
        rx.el.div(
            rx.el.span(
                rx.cond(ProfileState.kept, kept, ""), class_name="tiny mr-auto", role="status", data_testid="kept"
            ),
            button(
                t("profiles.record.cancel"), variant="ghost", on_click=ProfileState.close_form, data_testid="discard"
            ),
            button(t("profiles.record.save"), type="submit", data_testid="save"),
            class_name="flex flex-wrap items-center justify-end gap-2",
        ),
        on_submit=ProfileState.save,
        no_validate=True,
        class_name="flex flex-col gap-4 rounded-lg bg-sunken p-4 my-2",
        data_testid="entry-form",
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
            button(t("profiles.record.keep_mine"), size="sm", on_click=ProfileState.save_mine, data_testid="save-mine"),
            button(t("profiles.record.take_theirs"), variant="secondary", size="sm", on_click=ProfileState.close_form),
            class_name="flex flex-wrap gap-2",
        ),
        class_name="flex flex-col gap-3",
    )


def _field(field: rx.Var[FormField]) -> rx.Component:
    wrong = rx.el.p(icon("circle-alert", 15), rx.el.span(t_of(field.problem, FIELD_PROBLEMS)), class_name="problem")
    wide = rx.Var.create(["text", "lines", "words", "level"]).contains(field.kind) | (field.id == "skills-name")
    return rx.el.div(
        rx.el.label(t_var(field.label), html_for=field.id, class_name="label"),
        rx.match(
            field.kind,
            ("level", _levels(field)),
            ("text", _typed(rx.el.textarea, field, rows=4)),
            ("lines", _typed(rx.el.textarea, field, rows=4)),
            ("date", _typed(rx.el.input, field, placeholder=t("profiles.record.date_example"))),
            _typed(rx.el.input, field, type=field.type, auto_focus=field.is_first),
        ),
        rx.cond(field.hint, rx.el.p(t_var(field.hint), id=f"{field.id}-hint", class_name="tiny"), rx.fragment()),
        rx.el.div(rx.cond(field.problem != "", wrong, rx.fragment()), id=f"{field.id}-problem", aria_live="polite"),
        class_name=rx.cond(wide, "field sm:col-span-2", "field"),
        key=f"{field.id}-{ProfileState.revision}",
    )


def _common(field: rx.Var[FormField]) -> dict:
    described = rx.cond(field.hint, f"{field.id}-problem {field.id}-hint", f"{field.id}-problem")
    return {
        "id": field.id,
        "name": field.name,
        "class_name": "input",
        "default_value": field.value,
        "data_testid": field.id,
        "aria_describedby": described,
        "aria_invalid": field.problem != "",
    }


def _typed(control, field: rx.Var[FormField], **props) -> rx.Component:
    keep = lambda value: ProfileState.keep(ProfileState.editing, field.name, value)  # noqa: E731
    return control(
        on_change=lambda value: keep(value).debounce(TYPING_PAUSE_MS),
        on_blur=keep,
        max_length=FIELD_MAX,
        auto_complete=field.complete,
        **_common(field),
        **props,
    )


def _levels(field: rx.Var[FormField]) -> rx.Component:
    options = [rx.el.option(t("profiles.level.none"), value="")]
    options += [rx.el.option(t(f"profiles.level.{level}"), value=level) for level in LEVELS]
    return rx.el.select(
        *options,
        on_change=lambda value: ProfileState.keep(ProfileState.editing, field.name, value),
        **_common(field),
    )


def _proofs() -> rx.Component:
    """What proves the skill: tick boxes of posts, projects, schools and certificates."""
    boxes = rx.el.div(
        rx.foreach(ProfileState.proofs, _proof),
        class_name="grid grid-cols-[minmax(0,1fr)] gap-x-4 sm:grid-cols-2 lg:grid-cols-1",
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
