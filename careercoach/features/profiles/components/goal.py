"""The parts of the goal form, the same after signup and in the settings."""

import reflex as rx

from careercoach.features.profiles.schemas import RoleOption
from careercoach.features.profiles.state import GOAL_PROBLEMS, GoalState
from careercoach.ui.browser import time_zone
from careercoach.ui.components.buttons import button
from careercoach.ui.components.forms import choice_group, field
from careercoach.ui.components.surfaces import notice
from careercoach.ui.primitives.combobox import combobox
from careercoach.ui.primitives.switch import switch
from careercoach.ui.shell import language_select
from careercoach.ui.texts import t, t_of, t_var

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FORMATS = ("any", "video", "article", "interactive")
LEARNING_TYPES = ("project", "theory", "mixed")


def role_field() -> rx.Component:
    """The desired role: searched in the catalogue, or in own words with the role we take it for."""
    title = rx.cond(GoalState.role, t_var(GoalState.role.title), "")
    shown = rx.cond(GoalState.role_text != "", GoalState.role_text, title)
    summary = rx.el.p(t_var(GoalState.role.summary), class_name="tiny", data_testid="role-summary")
    return rx.el.div(
        combobox(
            "role",
            t("profiles.role"),
            GoalState.role_choices,
            shown=shown,
            on_choose=GoalState.choose_role,
            on_search=GoalState.search_role,
            found_for=GoalState.role_words,
            placeholder=t("profiles.role_search"),
            hint=t("profiles.role_hint"),
        ),
        rx.cond(GoalState.role_text != "", _plan_as(), rx.cond(GoalState.role, summary, rx.fragment())),
        class_name="flex flex-col gap-2.5",
        data_testid="role-field",
    )


def _plan_as() -> rx.Component:
    words = rx.el.p(t("profiles.plan_as"), " ", rx.el.b(t_var(GoalState.role.title), class_name="font-semibold"))
    others = rx.el.div(
        rx.foreach(GoalState.guesses, _guess),
        role="group",
        aria_label=t("profiles.plan_as_other"),
        class_name="flex flex-wrap gap-2 mt-2",
    )
    known = rx.el.div(words, rx.cond(GoalState.guesses.length() > 1, others, rx.fragment()), class_name="quote")
    unknown = notice(t("profiles.no_guess"), tone="warning")
    return rx.el.div(rx.cond(GoalState.role, known, unknown), role="status", data_testid="plan-as")


def _guess(option: rx.Var[RoleOption]) -> rx.Component:
    return rx.el.button(
        t_var(option.title),
        type="button",
        on_click=GoalState.choose_guess(option.slug),
        aria_pressed=GoalState.role.slug == option.slug,
        class_name=rx.cond(GoalState.role.slug == option.slug, "chip chip-accent", "chip chip-outline"),
    )


def hours_field() -> rx.Component:
    """Hours a week."""
    return field(
        "hours",
        t("profiles.hours"),
        hint=t("profiles.hours_hint"),
        type="number",
        min="0.5",
        max="60",
        step="0.5",
        input_mode="decimal",
        default_value=GoalState.hours,
        class_name="max-w-[140px]",
        data_testid="hours",
    )


def days_field() -> rx.Component:
    """The days without tasks."""
    return rx.el.fieldset(
        rx.el.legend(t("profiles.days_off"), class_name="label mb-1"),
        rx.el.p(t("profiles.days_off_hint"), class_name="tiny mb-2"),
        rx.el.div(*(_day(number, name) for number, name in enumerate(WEEKDAYS)), class_name="flex flex-wrap gap-2"),
        class_name="min-w-0",
    )


def _day(number: int, name: str) -> rx.Component:
    off = GoalState.days_off.contains(number)
    return rx.el.button(
        rx.el.span(t(f"profiles.day.{name}")),
        type="button",
        aria_pressed=off,
        on_click=GoalState.toggle_day(number),
        class_name=rx.cond(
            off, "chip chip-accent min-w-[52px] justify-center", "chip chip-outline min-w-[52px] justify-center"
        ),
        data_testid=f"day-{name}",
    )


def zone_field() -> rx.Component:
    """The time zone: found by the browser, changeable."""
    differs = (GoalState.browser_zone != "") & (GoalState.browser_zone != GoalState.zone)
    offer = button(
        t("profiles.zone_use", zone=GoalState.browser_zone),
        variant="ghost",
        size="sm",
        icon="locate-fixed",
        on_click=GoalState.choose_zone(GoalState.browser_zone, ""),
        class_name="self-start -ml-2.5",
    )
    return rx.el.div(
        rx.fragment(on_mount=GoalState.find_zone(time_zone())),
        combobox(
            "zone",
            t("profiles.zone"),
            GoalState.zone_choices,
            shown=GoalState.zone,
            on_choose=GoalState.choose_zone,
            on_search=GoalState.search_zone,
            found_for=GoalState.zone_words,
            placeholder=t("profiles.zone_search"),
            hint=t("profiles.zone_hint"),
        ),
        rx.cond(differs, offer, rx.fragment()),
        class_name="flex flex-col gap-1.5",
        data_testid="zone-field",
    )


def format_field() -> rx.Component:
    """What they like to learn from."""
    return choice_group(
        "format",
        t("profiles.format_legend"),
        [(name, t(f"profiles.format.{name}"), None) for name in FORMATS],
        value=GoalState.format,
        on_choose=GoalState.choose_format,
    )


def learning_field() -> rx.Component:
    """How they like to learn."""
    return choice_group(
        "learning",
        t("profiles.learning_legend"),
        [(name, t(f"profiles.learning.{name}"), t(f"profiles.learning.{name}_note")) for name in LEARNING_TYPES],
        value=GoalState.learning_type,
        on_choose=GoalState.choose_learning,
    )


def mail_field() -> rx.Component:
    """The morning mail and its hour."""
    hour = field(
        "mail_time",
        t("profiles.mail_time"),
        type="time",
        default_value=GoalState.mail_time,
        class_name="max-w-[140px]",
        data_testid="mail-time",
    )
    return rx.el.div(
        switch(
            "mail_on",
            t("profiles.mail"),
            note=t("profiles.mail_note"),
            checked=GoalState.mail_on,
            on_checked_change=GoalState.switch_mail,
        ),
        rx.cond(GoalState.mail_on, hour, rx.fragment()),
        class_name="flex flex-col gap-2",
    )


def language_field(name: str) -> rx.Component:
    """The language of pages, mails and PDFs."""
    return rx.el.div(
        rx.el.label(t("profiles.language"), html_for=name, class_name="label"),
        rx.el.p(t("profiles.language_hint"), class_name="tiny"),
        rx.el.div(language_select(name), class_name="[&>select]:border-ink-3 [&>select]:min-h-[var(--control)] flex"),
        class_name="field",
    )


def goal_problem() -> rx.Component:
    """What keeps the form from being saved."""
    return rx.cond(
        GoalState.problem_key != "",
        notice(t_of(GoalState.problem_key, GOAL_PROBLEMS), tone="problem", test_id="problem"),
        rx.fragment(),
    )
