"""The settings: goal, learning, morning mail, name and look; and what is kept where."""

import reflex as rx

from careercoach.features.profiles.components import goal as parts
from careercoach.features.profiles.state import NAME_MAX, GoalState
from careercoach.ui.components.buttons import button, page_link, text_link
from careercoach.ui.components.forms import field
from careercoach.ui.components.icons import icon
from careercoach.ui.components.states import loading, skeleton
from careercoach.ui.components.surfaces import card, card_title, stack
from careercoach.ui.components.writing import keeps_typed
from careercoach.ui.page import page
from careercoach.ui.places import place
from careercoach.ui.shell import page_frame, theme_choice
from careercoach.ui.texts import t


@page("/settings", title="profiles.settings", description="profiles.settings_purpose", on_load=GoalState.load)
def settings_page() -> rx.Component:
    return page_frame(
        loading(GoalState.is_ready, _form(), waiting=_waiting(), label=t("profiles.loading")),
        title=t("profiles.settings"),
        purpose=t("profiles.settings_purpose"),
        active="settings",
    )


def _form() -> rx.Component:
    goal = _section(
        t("profiles.section.goal"),
        t("profiles.section.goal_why"),
        parts.role_field(),
        parts.hours_field(),
        parts.days_field(),
        parts.zone_field(),
    )
    learning = _section(
        t("profiles.section.learning"), t("profiles.section.learning_why"), parts.format_field(), parts.learning_field()
    )
    you = _section(
        t("profiles.section.you"),
        t("profiles.section.you_why"),
        _name(),
        parts.language_field("settings_language"),
        rx.el.div(
            rx.el.span(t("ui.theme.label"), class_name="label"),
            rx.el.div(theme_choice(), class_name="max-w-[320px]"),
            class_name="field",
        ),
    )
    form = rx.el.form(
        keeps_typed(f"goal-{GoalState.version}", stays=True),
        goal,
        learning,
        _section(
            t("profiles.section.mail"), t("profiles.section.mail_why"), place("settings.mail"), parts.mail_field()
        ),
        you,
        parts.goal_problem(),
        _save_bar(),
        on_submit=GoalState.save,
        class_name="flex flex-col gap-5",
    )
    return stack(form, _more(), class_name="gap-5 max-w-[760px]")


def _section(title: rx.Var, why: rx.Var, *fields: rx.Component) -> rx.Component:
    return card(
        card_title(title),
        rx.el.p(why, class_name="tiny mt-0.5"),
        rx.el.div(*fields, class_name="flex flex-col gap-6 mt-5"),
    )


def _name() -> rx.Component:
    return field(
        "name",
        t("profiles.name"),
        hint=t("profiles.name_hint"),
        default_value=GoalState.name,
        max_length=NAME_MAX,
        auto_complete="name",
        class_name="max-w-[320px]",
        data_testid="name",
    )


def _save_bar() -> rx.Component:
    saved = rx.el.span(
        icon("circle-check", 16),
        rx.el.span(t("profiles.saved")),
        text_link(t("profiles.see_gap"), href="/match"),
        class_name="small text-have inline-flex flex-wrap items-center gap-x-2",
    )
    return rx.el.div(
        rx.el.div(rx.cond(GoalState.saved, saved, rx.fragment()), role="status", data_testid="saved"),
        button(t("profiles.save"), type="submit", data_testid="save"),
        class_name="confirm-bar",
    )


def _more() -> rx.Component:
    return rx.el.div(
        _door("shield-check", t("accounts.security"), t("profiles.security_why"), "/settings/security"),
        _door("eye-off", t("connections.data"), t("connections.data_door"), "/settings/data"),
        _kept(),
        class_name="card divided",
    )


def _door(sign: str, title: rx.Var, why: rx.Var, path: str) -> rx.Component:
    return page_link(
        icon(sign, 20, "text-ink-3"),
        rx.el.span(
            rx.el.span(title, class_name="label block"),
            rx.el.span(why, class_name="tiny block"),
            class_name="flex-1 min-w-0",
        ),
        icon("chevron-right", 18, "text-ink-3"),
        href=path,
        class_name="flex items-center gap-3.5 py-4 first:pt-0 rounded-sm hover:text-accent",
    )


def _kept() -> rx.Component:
    """What is kept where, in plain words."""
    points = ("account", "record", "files", "outside", "delete")
    return rx.el.div(
        rx.el.h2(
            icon("database", 18, "text-ink-3"),
            t("profiles.kept_title"),
            class_name="subtitle flex items-center gap-2.5",
        ),
        rx.el.ul(
            *(
                rx.el.li(
                    icon("check", 15, "text-accent mt-1"),
                    rx.el.span(t(f"profiles.kept.{point}")),
                    class_name="flex gap-2.5",
                )
                for point in points
            ),
            class_name="flex flex-col gap-1.5 mt-3 text-sm text-ink-2",
        ),
        rx.el.p(text_link(t("ui.privacy"), href="/privacy"), class_name="mt-3 text-sm"),
        class_name="pt-4",
    )


def _waiting() -> rx.Component:
    return rx.el.div(
        *(skeleton("h-[220px] w-full rounded-lg") for _ in range(3)), class_name="flex flex-col gap-5 max-w-[760px]"
    )
