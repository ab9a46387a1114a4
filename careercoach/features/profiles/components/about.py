"""The person at the top of their profile: picture, name, contact, bio."""

import reflex as rx

from careercoach.features.profiles.components.fields import entry_form
from careercoach.features.profiles.rules.pictures import MAX_BYTES
from careercoach.features.profiles.state import ProfileState
from careercoach.ui.components.buttons import button
from careercoach.ui.components.dialogs import confirm_dialog
from careercoach.ui.components.icons import icon
from careercoach.ui.components.surfaces import card
from careercoach.ui.components.uploads import file_drop
from careercoach.ui.primitives.popover import opens, popover
from careercoach.ui.texts import t

CHANGE = "change-picture"


def about_card() -> rx.Component:
    """Who they are, and the form to change it."""
    edit = button(
        t("profiles.change"),
        variant="ghost",
        size="sm",
        icon="pencil",
        on_click=ProfileState.open_form("basics", 0),
        id="edit-basics-0",
        aria_label=t("profiles.record.edit", name=t("profiles.part.basics")),
        data_testid="edit-basics",
    )
    return card(
        rx.el.div(
            rx.el.h2(
                icon("user", 18, "text-ink-3"),
                rx.el.span(t("profiles.part.basics")),
                class_name="subtitle flex items-center gap-2.5",
            ),
            edit,
            class_name="flex items-center justify-between gap-3 min-h-[40px]",
        ),
        rx.el.div(
            _picture(),
            rx.el.div(_words(), class_name="min-w-0 flex-1"),
            class_name="flex flex-col sm:flex-row gap-5 mt-3",
        ),
        rx.cond(ProfileState.editing == "basics", entry_form(), rx.fragment()),
        data_testid="part-basics",
    )


def _words() -> rx.Component:
    basics = ProfileState.basics
    contact = [basics["email"], basics["phone"], basics["url"], ProfileState.place]
    return rx.el.div(
        rx.el.p(
            rx.cond(basics["name"] != "", basics["name"], t("profiles.record.untitled")),
            class_name="text-lg font-[640] tracking-[-.02em] break-words",
            data_testid="person-name",
        ),
        rx.cond(basics["label"] != "", rx.el.p(basics["label"], class_name="muted"), rx.fragment()),
        rx.el.p(
            *(rx.cond(words != "", rx.el.span(words), rx.fragment()) for words in contact),
            class_name="small muted flex flex-wrap gap-x-4 gap-y-0.5 mt-1 break-all",
        ),
        rx.cond(
            basics["summary"] != "",
            rx.el.p(basics["summary"], class_name="text-sm text-ink-2 mt-3 max-w-[72ch] whitespace-pre-line"),
            rx.fragment(),
        ),
    )


def _picture() -> rx.Component:
    # While the picture cannot be fetched the figure below it shows; an image without words of its own leaves no gap.
    drawn = rx.el.img(
        src=f"/api/v1/profile/avatar?turn={ProfileState.avatar_turn}",
        alt="",
        width="88",
        height="88",
        class_name="col-start-1 row-start-1 w-[88px] h-[88px] rounded-full object-cover",
        data_testid="picture",
    )
    shown = rx.el.span(
        rx.el.span(icon("user", 34), class_name="col-start-1 row-start-1", aria_hidden="true"),
        rx.cond(ProfileState.has_avatar, drawn, rx.fragment()),
        class_name="grid place-items-center w-[88px] h-[88px] rounded-full bg-sunken text-ink-3",
        role="img",
        aria_label=rx.cond(ProfileState.has_avatar, t("profiles.record.picture"), t("profiles.record.no_picture")),
    )
    change = button(
        rx.cond(ProfileState.has_avatar, t("profiles.record.picture_change"), t("profiles.record.picture_add")),
        variant="ghost",
        size="sm",
        custom_attrs=opens(CHANGE),
        data_testid="change-picture",
    )
    return rx.el.div(shown, change, _change(), class_name="flex sm:flex-col items-center gap-3 sm:gap-1.5 shrink-0")


def _change() -> rx.Component:
    remove = confirm_dialog(
        t("profiles.record.picture_remove"),
        t("profiles.record.picture_gone"),
        confirm=t("profiles.record.delete"),
        on_confirm=ProfileState.remove_picture,
        trigger=button(
            t("profiles.record.picture_remove"),
            variant="danger-quiet",
            size="sm",
            icon="trash-2",
            data_testid="remove-picture",
        ),
        test_id="remove-picture",
    )
    return popover(
        CHANGE,
        rx.el.p(t("profiles.record.picture_why"), class_name="tiny mb-3"),
        file_drop(
            "picture-file",
            action="/api/v1/profile/avatar",
            endings=(".png", ".jpg", ".jpeg", ".webp"),
            max_bytes=MAX_BYTES,
            on_done=ProfileState.picture_arrived,
            test_id="picture-drop",
        ),
        rx.cond(ProfileState.has_avatar, rx.el.div(remove, class_name="flex justify-end mt-2"), rx.fragment()),
        label=t("profiles.record.picture"),
        class_name="w-[min(340px,calc(100vw-32px))]",
    )
