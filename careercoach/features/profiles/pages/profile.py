"""The person's own record, section by section."""

import reflex as rx

from careercoach.features.profiles.components.about import about_card
from careercoach.features.profiles.components.record import section_card
from careercoach.features.profiles.schemas import ListSection
from careercoach.features.profiles.state import MORE_OPENER, RECORD_PROBLEMS, ProfileState
from careercoach.ui.bridge import FocusBridge
from careercoach.ui.components.buttons import link_button
from careercoach.ui.components.dialogs import undo_toast
from careercoach.ui.components.icons import icon
from careercoach.ui.components.states import empty_state, loading, skeleton
from careercoach.ui.components.surfaces import card, notice, stack, two_columns
from careercoach.ui.page import page
from careercoach.ui.primitives.menu import action_menu, menu_item
from careercoach.ui.shell import page_frame
from careercoach.ui.texts import t, t_of

MORE: tuple[tuple[ListSection, str], ...] = (
    ("volunteer", "heart-pulse"),
    ("awards", "award"),
    ("publications", "book-open"),
    ("interests", "smile"),
    ("references", "quote"),
)


@page("/profile", title="profiles.profile", description="profiles.profile_purpose", on_load=ProfileState.load)
def profile_page() -> rx.Component:
    words = rx.cond(
        ProfileState.discarded,
        t("profiles.record.discarded"),
        rx.cond(ProfileState.removed_words != "", t("profiles.record.deleted", name=ProfileState.removed_words), ""),
    )
    return page_frame(
        loading(ProfileState.is_ready, _content(), waiting=_waiting(), label=t("profiles.record.loading")),
        undo_toast(words, on_undo=ProfileState.undo, on_close=ProfileState.close_undo, seconds=12),
        title=t("profiles.profile"),
        purpose=t("profiles.profile_purpose"),
        actions=[
            link_button(
                t("profiles.record.import"),
                href="/profile/import",
                variant="secondary",
                icon="upload",
                data_testid="import",
            ),
            link_button(
                t("profiles.record.export"),
                href="/api/v1/profile/json-resume",
                reload=True,
                variant="secondary",
                icon="download",
                data_testid="export",
            ),
        ],
        active="profile",
    )


def _content() -> rx.Component:
    problem = notice(t_of(ProfileState.problem_key, RECORD_PROBLEMS), tone="problem", test_id="page-problem")
    return stack(
        FocusBridge.create(targets=ProfileState.focus_on, turn=ProfileState.focus_turn),
        rx.cond((ProfileState.problem_key != "") & (ProfileState.editing == ""), problem, rx.fragment()),
        rx.cond(ProfileState.has_import, _import_waits(), rx.fragment()),
        rx.cond(ProfileState.is_empty & (ProfileState.editing == ""), _start(), rx.fragment()),
        about_card(),
        two_columns(
            stack(
                section_card("work", "briefcase"),
                section_card("education", "graduation-cap"),
                section_card("projects", "folder"),
                *(section_card(name, sign, hint=False) for name, sign in MORE),
                _more_sections(),
            ),
            stack(
                section_card("skills", "wrench"),
                section_card("certificates", "badge-check"),
                section_card("languages", "languages"),
                section_card("profiles", "link"),
            ),
            wide_aside=True,
        ),
        rx.el.div(
            rx.cond(
                ProfileState.saved,
                rx.el.span(icon("circle-check", 16), t("profiles.record.saved"), class_name="small text-have sr-only"),
                "",
            ),
            role="status",
            data_testid="saved",
        ),
    )


def _import_waits() -> rx.Component:
    return notice(
        rx.el.span(
            t("profiles.record.import_waits"),
            link_button(t("profiles.record.look"), href="/profile/import", size="sm"),
            class_name="flex flex-wrap items-center gap-3",
        ),
        tone="warning",
        test_id="import-waits",
    )


def _start() -> rx.Component:
    return card(
        empty_state(
            "resume",
            t("profiles.record.empty"),
            link_button(t("profiles.record.upload"), href="/resume", icon="upload"),
            hint=t("profiles.record.empty_hint"),
        )
    )


def _more_sections() -> rx.Component:
    """Sections that not everybody has."""
    opener = rx.el.button(
        icon("plus", 16),
        t("profiles.record.other_parts"),
        type="button",
        id=MORE_OPENER,
        class_name="btn btn-ghost btn-sm self-start",
        custom_attrs={"popoverTarget": "more-sections"},
        data_testid="more-sections",
    )
    items = [
        menu_item(
            t(f"profiles.part.{name}"),
            menu="more-sections",
            icon=sign,
            on_click=ProfileState.open_form(name, -1),
            test_id=f"new-{name}",
        )
        for name, sign in MORE
    ]
    return action_menu("more-sections", t("profiles.record.other_parts"), *items, opener=opener)


def _waiting() -> rx.Component:
    return rx.el.div(*(skeleton("h-[180px] w-full rounded-lg") for _ in range(3)), class_name="flex flex-col gap-4")
