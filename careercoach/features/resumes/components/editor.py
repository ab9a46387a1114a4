"""The record on the table: contact, work, education, skills, and what else was read. All of it can be changed."""

from typing import Any

import reflex as rx

from careercoach.features.resumes.components.fields import record_field
from careercoach.features.resumes.schemas import OtherItem, Post, School, SkillItem
from careercoach.features.resumes.state import ReviewState, Suggestion
from careercoach.ui.components.buttons import button, icon_button
from careercoach.ui.components.chips import chip
from careercoach.ui.components.icons import icon
from careercoach.ui.components.surfaces import card, stack
from careercoach.ui.components.writing import keeps_typed
from careercoach.ui.texts import t, t_of, t_var

SECTIONS = [
    f"resumes.section.{name}"
    for name in (
        "profiles", "projects", "volunteer", "certificates", "awards", "publications", "languages", "interests",
        "references",
    )
]  # fmt: skip


def editor() -> rx.Component:
    """All cards of the record."""
    return stack(
        keeps_typed(f"review-{ReviewState.turn}"),
        _contact(),
        _part("work", "briefcase", rx.foreach(ReviewState.work, _post), ReviewState.work.length()),
        _part(
            "education", "graduation-cap", rx.foreach(ReviewState.education, _school), ReviewState.education.length()
        ),
        _skills(),
        rx.cond(ReviewState.others.length() > 0, _others(), rx.fragment()),
        gap="md",
    )


def _head(sign: str, words: rx.Var, *aside: rx.Component) -> rx.Component:
    return rx.el.div(
        rx.el.h2(icon(sign, 18, "text-ink-3"), rx.el.span(words), class_name="subtitle flex items-center gap-2.5"),
        *aside,
        class_name="flex flex-wrap items-center justify-between gap-x-3 min-h-[40px]",
    )


def _contact() -> rx.Component:
    lines = ReviewState.basics
    fields = [
        record_field("basics", "", "name", lines.name, auto_complete="name"),
        record_field("basics", "", "label", lines.label),
        record_field("basics", "", "email", lines.email, type="email", auto_complete="email"),
        record_field("basics", "", "phone", lines.phone, type="tel", auto_complete="tel"),
        record_field("basics", "", "city", lines.city),
        record_field("basics", "", "url", lines.url, type="url"),
    ]
    return card(
        _head("user", t("resumes.part.basics")),
        rx.el.div(*fields, class_name="grid grid-cols-[minmax(0,1fr)] gap-x-5 gap-y-4 sm:grid-cols-2 mt-3"),
        rx.el.div(record_field("basics", "", "summary", lines.summary, rows=4), class_name="mt-4"),
        data_testid="part-basics",
    )


def _part(part: str, sign: str, rows: Any, count: rx.Var[int]) -> rx.Component:
    add = button(
        t(f"resumes.add.{part}"),
        variant="ghost",
        size="sm",
        icon="plus",
        on_click=ReviewState.add_entry(part),
        data_testid=f"add-{part}",
    )
    empty = rx.el.p(t(f"resumes.none.{part}"), class_name="muted text-sm py-2")
    return card(
        _head(sign, t(f"resumes.part.{part}"), add),
        rx.cond(count > 0, rx.el.ul(rows, class_name="divided mt-1"), empty),
        data_testid=f"part-{part}",
    )


def _row(part: str, row: rx.Var, title: rx.Var, place: rx.Var, *fields: rx.Component, unsure: rx.Var) -> rx.Component:
    """One entry: what it says in a line, and its fields below when opened."""
    bad = ReviewState.bad_rows.contains(row.id)
    dates = t_var(row.dates)
    words = rx.el.span(
        rx.el.span(rx.cond(title != "", title, t("resumes.untitled")), class_name="label block"),
        rx.el.span(place, rx.cond((place != "") & (dates != ""), " · ", ""), dates, class_name="tiny block"),
        class_name="min-w-0 flex-1",
    )
    marks = rx.cond(
        bad,
        chip(t("resumes.check_dates"), tone="missing", icon="calendar-x", small=True),
        rx.cond(unsure, chip(t("resumes.please_check"), tone="part", icon="circle-alert", small=True), rx.fragment()),
    )
    summary = rx.el.summary(
        words,
        marks,
        icon("chevron-down", 18, "text-ink-3"),
        class_name="flex items-center gap-3 py-3 min-h-[44px]",
        data_testid=f"open-{part}",
    )
    delete = button(
        t("resumes.remove"),
        variant="danger-quiet",
        size="sm",
        icon="trash-2",
        on_click=ReviewState.remove(part, row.id),
        data_testid=f"remove-{part}",
    )
    return rx.el.li(
        rx.el.details(
            summary,
            rx.el.div(
                rx.el.div(*fields, class_name="grid grid-cols-[minmax(0,1fr)] gap-x-5 gap-y-4 sm:grid-cols-2"),
                rx.el.div(delete, class_name="flex justify-end mt-2"),
                class_name="pb-4 pt-1",
            ),
            custom_attrs={"open": (ReviewState.opened == row.id) | bad},
        ),
        key=row.id,
    )


def _wide(field: rx.Component) -> rx.Component:
    return rx.el.div(field, class_name="sm:col-span-2")


def _post(row: rx.Var[Post]) -> rx.Component:
    fields = [
        record_field("work", row.id, "position", row.position),
        record_field("work", row.id, "name", row.name, label="resumes.employer"),
        record_field("work", row.id, "startDate", row.startDate, placeholder=t("resumes.date_example")),
        record_field("work", row.id, "endDate", row.endDate, placeholder=t("resumes.date_end_example")),
        _wide(record_field("work", row.id, "summary", row.summary, rows=3)),
        _wide(record_field("work", row.id, "highlights", row.highlights, rows=4, hint=t("resumes.one_a_line"))),
    ]
    unsure = row.position.unsure | row.name.unsure | row.startDate.unsure | row.endDate.unsure
    return _row("work", row, row.position.value, row.name.value, *fields, unsure=unsure)


def _school(row: rx.Var[School]) -> rx.Component:
    fields = [
        record_field("education", row.id, "studyType", row.studyType),
        record_field("education", row.id, "area", row.area),
        _wide(record_field("education", row.id, "institution", row.institution)),
        record_field("education", row.id, "startDate", row.startDate, placeholder=t("resumes.date_example")),
        record_field("education", row.id, "endDate", row.endDate, placeholder=t("resumes.date_end_example")),
    ]
    degree = rx.cond(
        (row.studyType.value != "") & (row.area.value != ""),
        f"{row.studyType.value}, {row.area.value}",
        f"{row.studyType.value}{row.area.value}",
    )
    unsure = row.studyType.unsure | row.institution.unsure
    title = rx.cond(degree != "", degree, row.institution.value)
    return _row("education", row, title, rx.cond(degree != "", row.institution.value, ""), *fields, unsure=unsure)


def _skills() -> rx.Component:
    add = rx.el.form(
        rx.el.label(t("resumes.add_skill"), html_for="new_skill", class_name="sr-only"),
        rx.el.input(
            id="new_skill",
            name="new_skill",
            placeholder=t("resumes.add_skill_example"),
            max_length=1000,
            auto_complete="off",
            enter_key_hint="done",
            class_name="input flex-1 min-w-[200px]",
            data_testid="new-skill",
        ),
        button(t("resumes.add_skill"), variant="secondary", type="submit", icon="plus", data_testid="add-skill"),
        on_submit=ReviewState.add_skills,
        reset_on_submit=True,
        class_name="flex flex-wrap gap-2",
    )
    count = rx.el.span(ReviewState.skills.length().to_string(), class_name="tiny", data_testid="skill-count")
    chips = rx.el.ul(rx.foreach(ReviewState.skills, _skill), class_name="flex flex-wrap gap-2", data_testid="skills")
    return card(
        _head("wrench", t("resumes.part.skills"), rx.cond(ReviewState.skills.length() > 0, count, rx.fragment())),
        rx.el.div(
            rx.cond(
                ReviewState.skills.length() > 0, chips, rx.el.p(t("resumes.none.skills"), class_name="muted text-sm")
            ),
            add,
            rx.cond(ReviewState.suggestions.length() > 0, _suggestions(), rx.fragment()),
            class_name="flex flex-col gap-4 mt-2",
        ),
        data_testid="part-skills",
    )


def _skill(item: rx.Var[SkillItem]) -> rx.Component:
    return rx.el.li(
        rx.el.span(item.name, class_name="min-w-0"),
        rx.el.button(
            icon("x", 14),
            type="button",
            aria_label=t("resumes.remove_named", name=item.name),
            on_click=ReviewState.remove("skills", item.id),
            class_name="chip-remove",
        ),
        class_name="chip",
        key=item.id,
        custom_attrs={"title": item.group},
    )


def _suggestions() -> rx.Component:
    return rx.el.div(
        rx.el.p(t("resumes.suggested"), class_name="tiny mb-2"),
        rx.el.div(rx.foreach(ReviewState.suggestions, _suggestion), class_name="flex flex-wrap gap-2"),
        class_name="border-t border-line pt-4",
        data_testid="suggested",
    )


def _suggestion(skill: rx.Var[Suggestion]) -> rx.Component:
    return rx.el.button(
        icon("plus", 14),
        rx.el.span(t_var(skill)),
        type="button",
        on_click=ReviewState.add_suggestion(skill.name),
        class_name="chip chip-outline",
    )


def _others() -> rx.Component:
    return card(
        _head("layers", t("resumes.part.others")),
        rx.el.p(t("resumes.others_why"), class_name="tiny"),
        rx.el.ul(
            rx.foreach(ReviewState.others, _other),
            class_name="grid grid-cols-[minmax(0,1fr)] sm:grid-cols-2 gap-x-6 mt-2",
        ),
        data_testid="part-others",
    )


def _other(item: rx.Var[OtherItem]) -> rx.Component:
    section = t_of("resumes.section." + item.section.to(str), SECTIONS)
    return rx.el.li(
        rx.el.div(
            rx.el.p(item.title, class_name="label truncate"),
            rx.el.p(section, rx.cond(item.detail != "", " · ", ""), item.detail, class_name="tiny truncate"),
            class_name="min-w-0 flex-1",
        ),
        icon_button(
            "x", t("resumes.remove_named", name=item.title), size="sm", on_click=ReviewState.remove("others", item.id)
        ),
        class_name="flex items-center gap-3 py-2.5 min-w-0 border-t border-line",
        key=item.id,
    )
