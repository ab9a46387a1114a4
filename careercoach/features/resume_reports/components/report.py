"""The whole report, or the way to one."""

import reflex as rx

from careercoach.features.resume_reports.components.gap import gap_card
from careercoach.features.resume_reports.components.rubric import rubric
from careercoach.features.resume_reports.components.suggestions import suggestions
from careercoach.features.resume_reports.components.top import coach_card, notices, verdict
from careercoach.features.resume_reports.state import PROBLEMS, ResumeReportState, VersionRow
from careercoach.ui.components.buttons import link_button, text_link
from careercoach.ui.components.dialogs import undo_toast
from careercoach.ui.components.states import empty_state, loading, skeleton
from careercoach.ui.components.surfaces import card, notice, stack, two_columns
from careercoach.ui.shell import page_frame
from careercoach.ui.texts import t, t_of, t_var

MARKED = ["resume_reports.marked", "resume_reports.set_aside"]


def report_frame() -> rx.Component:
    """The page, whichever version it shows."""
    state = ResumeReportState
    about = rx.cond(
        state.found,
        t("resume_reports.about_file", name=state.head.file_name, date=t_var(state.day)),
        t("resume_reports.purpose"),
    )
    return page_frame(
        loading(
            state.is_ready,
            rx.cond(state.found, _report(), _nothing()),
            waiting=_waiting(),
            label=t("resume_reports.loading"),
        ),
        undo_toast(
            rx.cond(state.done_key != "", t_of(state.done_key, MARKED), ""),
            on_undo=state.undo,
            on_close=state.close_undo,
        ),
        title=t("resume_reports.title"),
        purpose=about,
        actions=[rx.cond(~state.is_ready | state.found, action, rx.fragment()) for action in _head_actions()],
        active="resume_report",
    )


def _head_actions() -> list[rx.Component]:
    return [
        link_button(t("resume_reports.machine_link"), href="/resume", variant="ghost", icon="scan-text"),
        link_button(
            t("resume_reports.upload_new"),
            href="/resume",
            variant="secondary",
            icon="upload",
            data_testid="upload-new",
        ),
    ]


def _waiting() -> rx.Component:
    return rx.el.div(
        skeleton("h-[160px] w-full rounded-lg"),
        skeleton("h-[420px] w-full rounded-lg"),
        class_name="flex flex-col gap-5",
    )


def _nothing() -> rx.Component:
    return card(
        empty_state(
            "resume",
            t("resume_reports.nothing"),
            link_button(t("resume_reports.upload"), href="/resume", icon="upload"),
            hint=t("resume_reports.nothing_hint"),
            test_id="no-report",
        )
    )


def _report() -> rx.Component:
    state = ResumeReportState
    problem = notice(t_of(state.problem_key, PROBLEMS), tone="problem", test_id="problem")
    draft = notice(
        rx.el.span(
            t("resumes.draft_waits"),
            link_button(t("resume_reports.check"), href="/resume/review", variant="secondary", size="sm"),
            class_name="flex flex-wrap items-center gap-3",
        ),
        test_id="draft-waits",
    )
    return stack(
        rx.cond(state.problem_key != "", problem, rx.fragment()),
        rx.cond(state.has_draft, draft, rx.fragment()),
        verdict(),
        notices(),
        two_columns(
            stack(suggestions(), coach_card()),
            stack(gap_card(), rubric(), _versions()),
            wide_aside=True,
        ),
        data_testid="resume-report",
    )


def _versions() -> rx.Component:
    listed = card(
        rx.el.h2(t("resume_reports.versions"), class_name="subtitle mb-2"),
        rx.el.ul(rx.foreach(ResumeReportState.versions, _version), class_name="divided"),
        data_testid="versions",
    )
    return rx.cond(ResumeReportState.versions.length() > 0, listed, rx.fragment())


def _version(version: rx.Var[VersionRow]) -> rx.Component:
    return rx.el.li(
        text_link(version.file_name, href=f"/resume/report/{version.id}", class_name="text-sm min-w-0 truncate"),
        rx.el.span(t_var(version), class_name="tiny whitespace-nowrap"),
        class_name="flex items-center justify-between gap-3 py-2.5 min-w-0",
    )
