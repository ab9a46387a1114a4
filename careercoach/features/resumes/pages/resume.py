"""The resume room: the confirmed record, the files, and what a machine reads in them."""

import reflex as rx

from careercoach.features.resumes.components.machine import machine_view
from careercoach.features.resumes.schemas import Post, School, SkillItem
from careercoach.features.resumes.state import FileRow, ResumeState
from careercoach.settings import settings
from careercoach.ui.components.buttons import icon_button, link_button
from careercoach.ui.components.chips import chip
from careercoach.ui.components.dialogs import undo_toast
from careercoach.ui.components.icons import icon
from careercoach.ui.components.states import empty_state, loading
from careercoach.ui.components.surfaces import card, card_title, notice, stack, two_columns
from careercoach.ui.components.uploads import file_drop
from careercoach.ui.page import page
from careercoach.ui.shell import page_frame
from careercoach.ui.texts import t, t_n, t_var


@page("/resume", title="resumes.title", description="resumes.purpose", on_load=ResumeState.load)
def resume_page() -> rx.Component:
    return page_frame(
        loading(ResumeState.is_ready, _content(), label=t("resumes.loading")),
        undo_toast(
            rx.cond(ResumeState.removed_words != "", t("resumes.removed", name=ResumeState.removed_words), ""),
            on_undo=ResumeState.undo,
            on_close=ResumeState.close_undo,
            seconds=12,
        ),
        title=t("resumes.title"),
        purpose=t("resumes.purpose"),
        active="resume",
    )


def _content() -> rx.Component:
    waiting = notice(
        rx.el.span(
            t("resumes.draft_waits"), " ", link_button(t("resumes.check_now"), href="/resume/review", size="sm"),
            class_name="flex flex-wrap items-center gap-3",
        ),
        tone="warning",
        test_id="draft-waits",
    )  # fmt: skip
    return stack(
        rx.cond(ResumeState.has_draft, waiting, rx.fragment()),
        two_columns(
            stack(_record(), rx.cond(ResumeState.machine, _machine(), rx.fragment()), gap="md"),
            stack(_upload(), rx.cond(ResumeState.resumes.length() > 0, _files(), rx.fragment()), gap="md"),
            wide_aside=True,
        ),
    )


def _upload() -> rx.Component:
    has_any = (ResumeState.resumes.length() > 0) | ResumeState.confirmed_on.is_not_none()
    return card(
        card_title(rx.cond(has_any, t("resumes.new_file"), t("resumes.first_file"))),
        rx.el.p(rx.cond(has_any, t("resumes.new_file_why"), t("resumes.first_file_why")), class_name="tiny mt-1 mb-3"),
        file_drop(
            "resume-file",
            action="/api/resumes",
            max_bytes=settings.upload_max_bytes,
            on_done=ResumeState.arrived,
            test_id="resume-drop",
        ),
    )


def _files() -> rx.Component:
    return card(
        card_title(
            t("resumes.files"),
            rx.cond(
                ResumeState.resumes.length() > 1,
                link_button(
                    t("resumes.compare_link"),
                    href="/resume/compare",
                    variant="ghost",
                    size="sm",
                    icon="columns-3",
                    data_testid="compare",
                ),
                rx.fragment(),
            ),
        ),
        rx.el.ul(rx.foreach(ResumeState.resumes, _file), class_name="divided mt-2", data_testid="files"),
    )


def _file(resume: rx.Var[FileRow]) -> rx.Component:
    about = rx.el.p(
        resume.kind.upper(),
        " · ",
        t_var(resume.uploaded),
        " · ",
        t_n("resumes.pages", resume.pages),
        class_name="tiny",
    )
    return rx.el.li(
        rx.el.div(
            rx.el.p(resume.file_name, class_name="label truncate"),
            about,
            class_name="min-w-0 flex-1",
        ),
        link_button(
            icon("clipboard-check"),
            href=f"/resume/report/{resume.id}",
            variant="ghost",
            size="sm",
            class_name="btn-icon",
            aria_label=t("resumes.report_of", name=resume.file_name),
            data_testid="to-report",
        ),
        icon_button("scan-text", t("resumes.machine"), size="sm", on_click=ResumeState.look(resume.id)),
        link_button(
            icon("download"),
            href=f"/api/resumes/{resume.id}/file",
            reload=True,
            variant="ghost",
            size="sm",
            class_name="btn-icon",
            aria_label=t("resumes.download", name=resume.file_name),
            data_testid="download",
        ),
        icon_button(
            "trash-2",
            t("resumes.remove_named", name=resume.file_name),
            size="sm",
            on_click=ResumeState.remove(resume.id),
            data_testid="remove-file",
        ),
        class_name="flex items-center gap-1 py-2.5",
        key=resume.id,
    )


def _machine() -> rx.Component:
    return card(
        card_title(t("resumes.machine")),
        rx.el.p(t("resumes.machine_why"), class_name="tiny mt-1 mb-3"),
        machine_view(ResumeState.machine),
    )


def _record() -> rx.Component:
    change = link_button(
        t("resumes.edit"),
        href="/resume/review",
        variant="secondary",
        size="sm",
        icon="pencil",
        data_testid="edit-record",
    )
    better = link_button(
        t("resumes.better_wording"),
        href="/resume/rewrite",
        variant="secondary",
        size="sm",
        icon="sparkles",
        data_testid="better-wording",
    )
    record = rx.el.div(
        card_title(t("resumes.record"), rx.el.div(better, change, class_name="flex flex-wrap justify-end gap-2")),
        rx.el.p(t("resumes.confirmed_on", date=t_var(ResumeState.confirmed_on)), class_name="tiny mt-0.5"),
        _basics(),
        _lines(t("resumes.part.work"), rx.foreach(ResumeState.record.work, _post), ResumeState.record.work.length()),
        _lines(
            t("resumes.part.education"),
            rx.foreach(ResumeState.record.education, _school),
            ResumeState.record.education.length(),
        ),
        _skills(),
    )
    nothing = empty_state(
        "resume",
        t("resumes.no_record"),
        link_button(t("resumes.no_file"), href="/resume/review", variant="secondary"),
        hint=t("resumes.no_record_hint"),
    )
    return card(rx.cond(ResumeState.confirmed_on, record, nothing), data_testid="record")


def _basics() -> rx.Component:
    basics = ResumeState.record
    contact = [basics.email.value, basics.phone.value, basics.city.value, basics.url.value]
    return rx.el.div(
        rx.el.p(basics.name.value, class_name="text-lg font-[640] tracking-[-.02em]"),
        rx.cond(basics.label.value != "", rx.el.p(basics.label.value, class_name="muted"), rx.fragment()),
        rx.el.p(
            *(rx.cond(words != "", rx.el.span(words), rx.fragment()) for words in contact),
            class_name="small muted flex flex-wrap gap-x-4 gap-y-0.5 mt-1 break-all",
        ),
        class_name="mt-4",
    )


def _lines(title: rx.Var, rows: rx.Component, count: rx.Var[int]) -> rx.Component:
    block = rx.el.div(
        rx.el.h3(title, class_name="label mb-1"), rx.el.ul(rows, class_name="flex flex-col gap-2"), class_name="mt-5"
    )
    return rx.cond(count > 0, block, rx.fragment())


def _line(title: rx.Var, place: rx.Var, dates: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(title, class_name="text-sm font-medium"), rx.el.p(place, class_name="tiny"), class_name="min-w-0"
        ),
        rx.el.span(dates, class_name="tiny whitespace-nowrap"),
        class_name="flex justify-between gap-3",
    )


def _post(row: rx.Var[Post]) -> rx.Component:
    return _line(row.position.value, row.name.value, t_var(row.dates))


def _school(row: rx.Var[School]) -> rx.Component:
    degree = rx.cond(
        (row.studyType.value != "") & (row.area.value != ""),
        f"{row.studyType.value}, {row.area.value}",
        f"{row.studyType.value}{row.area.value}",
    )
    title = rx.cond(degree != "", degree, row.institution.value)
    place = rx.cond(degree != "", row.institution.value, "")
    return _line(title, place, t_var(row.dates))


def _skills() -> rx.Component:
    chips = rx.el.ul(rx.foreach(ResumeState.record.skills, _skill), class_name="flex flex-wrap gap-2")
    block = rx.el.div(rx.el.h3(t("resumes.part.skills"), class_name="label mb-2"), chips, class_name="mt-5")
    return rx.cond(ResumeState.record.skills.length() > 0, block, rx.fragment())


def _skill(item: rx.Var[SkillItem]) -> rx.Component:
    return rx.el.li(chip(item.name))
