"""A record from elsewhere: the file, then each place where it differs from the profile."""

import reflex as rx

from careercoach.features.profiles.rules.json_resume import MAX_BYTES
from careercoach.features.profiles.schemas import FIELD_KEYS, PART_KEYS, Difference
from careercoach.features.profiles.state import IMPORT_PROBLEMS, ImportState
from careercoach.settings import settings
from careercoach.ui.components.buttons import button, link_button
from careercoach.ui.components.differences import difference_name, difference_row
from careercoach.ui.components.states import loading
from careercoach.ui.components.surfaces import card, card_title, notice, stack
from careercoach.ui.components.uploads import file_drop
from careercoach.ui.page import page
from careercoach.ui.shell import page_frame
from careercoach.ui.texts import t, t_n, t_of


@page("/profile/import", title="profiles.import.title", description="profiles.import.purpose", on_load=ImportState.load)
def import_page() -> rx.Component:
    return page_frame(
        loading(ImportState.is_ready, _content(), label=t("profiles.import.loading")),
        title=t("profiles.import.title"),
        purpose=t("profiles.import.purpose"),
        actions=[link_button(t("profiles.profile"), href="/profile", variant="secondary", icon="arrow-left")],
        active="profile",
    )


def _content() -> rx.Component:
    problem = notice(t_of(ImportState.problem_key, IMPORT_PROBLEMS), tone="problem", test_id="problem")
    return stack(
        rx.cond(ImportState.problem_key != "", problem, rx.fragment()),
        rx.cond(ImportState.source != "", _review(), rx.fragment()),
        _sources(),
        class_name="max-w-[960px]",
    )


def _sources() -> rx.Component:
    json_file = card(
        card_title(t("profiles.import.json")),
        rx.el.p(t("profiles.import.json_why"), class_name="tiny mt-1 mb-3"),
        file_drop(
            "json-file",
            action="/api/v1/profile/json-resume",
            endings=(".json",),
            max_bytes=MAX_BYTES,
            on_done=ImportState.arrived,
            test_id="json-drop",
        ),
    )
    linkedin = card(
        card_title(t("profiles.import.linkedin")),
        rx.el.p(t("profiles.import.linkedin_why"), class_name="tiny mt-1 mb-3"),
        file_drop(
            "linkedin-file",
            action="/api/v1/profile/linkedin",
            endings=(".zip",),
            max_bytes=settings.upload_max_bytes,
            on_done=ImportState.arrived,
            test_id="linkedin-drop",
        ),
    )
    resume = card(
        card_title(t("profiles.record.from_resume")),
        rx.el.p(t("profiles.record.from_resume_why"), class_name="tiny mt-1 mb-3"),
        link_button(t("profiles.record.upload"), href="/resume", variant="secondary", icon="file-text"),
    )
    return rx.el.div(
        json_file, linkedin, resume, class_name="grid grid-cols-[minmax(0,1fr)] gap-4 md:grid-cols-2 items-start"
    )


def _review() -> rx.Component:
    count = ImportState.differences.length()
    choices = rx.fragment(
        card_title(t_n("profiles.import.differs", count)),
        rx.el.p(ImportState.file_name, class_name="tiny mt-0.5 truncate"),
        rx.el.p(t("profiles.import.differs_why"), class_name="muted text-sm mt-1"),
        rx.el.ul(
            rx.foreach(ImportState.differences, _difference), class_name="divided mt-3", data_testid="differences"
        ),
    )
    same = rx.el.p(t("profiles.import.same"), class_name="muted py-2", data_testid="same")
    apply_them = button(
        t("profiles.import.apply"), icon="check", on_click=ImportState.apply_choices, data_testid="apply"
    )
    return card(
        rx.cond(count > 0, choices, same),
        rx.el.div(
            button(t("profiles.import.drop"), variant="ghost", on_click=ImportState.drop, data_testid="drop"),
            rx.cond(count > 0, apply_them, rx.fragment()),
            class_name="flex flex-wrap justify-end gap-2 pt-4 border-t border-line",
        ),
        data_testid="import-review",
    )


def _difference(difference: rx.Var[Difference]) -> rx.Component:
    return difference_row(
        difference,
        name=difference_name(difference, parts=PART_KEYS, fields=FIELD_KEYS, room="profiles"),
        left=t("profiles.import.yours"),
        right=t("profiles.import.theirs"),
        nothing=t("profiles.import.leave_out"),
        on_choose=ImportState.choose,
    )
