"""One role: what it is, what it asks for, where it leads."""

import reflex as rx

from careercoach.features.catalogue.components import fact, level_word, missing
from careercoach.features.catalogue.schemas import NeedRow, Rung
from careercoach.features.catalogue.state import RoleState
from careercoach.ui.components.buttons import link_button, page_link
from careercoach.ui.components.chips import chip
from careercoach.ui.components.states import loading, skeleton_lines
from careercoach.ui.components.surfaces import card, card_title, stack, two_columns
from careercoach.ui.page import page
from careercoach.ui.session import SessionState
from careercoach.ui.shell import public_frame
from careercoach.ui.texts import t, t_n, t_of, t_var

EDUCATION = [
    f"catalogue.education.{name}" for name in ("none", "secondary", "vocational", "bachelor", "master", "doctorate")
]


@page("/roles/[role]", title="catalogue.role", description="catalogue.roles_about", on_load=RoleState.load)
def role_page() -> rx.Component:
    shown = rx.cond(RoleState.role, _role(), missing("/roles"))
    content = loading(RoleState.is_ready, shown, waiting=skeleton_lines(10), label=t("catalogue.loading"))
    return public_frame(content, palette=True)


def _role() -> rx.Component:
    role = RoleState.role
    return rx.el.article(
        page_link(t("catalogue.all_roles"), href="/roles", class_name="link small"),
        rx.el.h1(t_var(role.title), class_name="heading mt-3"),
        rx.el.div(chip(t_var(role.field), tone="accent"), class_name="flex flex-wrap gap-2 mt-3"),
        rx.el.p(t_var(role.summary), class_name="text-lg leading-normal mt-4 max-w-[70ch]"),
        rx.el.div(two_columns(_needs(), _facts()), class_name="mt-6"),
        class_name="py-8 md:py-10",
        data_testid="role",
    )


def _needs() -> rx.Component:
    role = RoleState.role
    start = rx.cond(
        SessionState.is_signed_in,
        link_button(t("catalogue.my_gap"), href="/match", icon="target"),
        link_button(t("catalogue.sign_up"), href="/signup", icon="target"),
    )
    return stack(
        _need_card(t("catalogue.critical_skills"), role.critical, "critical"),
        _need_card(t("catalogue.preferred_skills"), role.preferred, "preferred"),
        rx.el.div(start),
    )


def _need_card(title: rx.Var[str], needs: rx.Var[list[NeedRow]], test_id: str) -> rx.Component:
    return card(card_title(title), rx.el.ul(rx.foreach(needs, _need), class_name="mt-2"), data_testid=test_id)


def _need(need: rx.Var[NeedRow]) -> rx.Component:
    return rx.el.li(
        page_link(t_var(need.name), href=f"/skills/{need.slug}", class_name="link min-w-0"),
        rx.el.span(level_word(need.level.to(str)), class_name="small muted shrink-0"),
        class_name="flex items-baseline justify-between gap-4 py-2 border-b border-line last:border-0",
    )


def _facts() -> rx.Component:
    role = RoleState.role
    return stack(
        card(
            card_title(t("catalogue.ladder")),
            rx.el.dl(rx.foreach(role.ladder, _rung), class_name="mt-2"),
        ),
        card(
            card_title(t("catalogue.asked_for")),
            rx.el.dl(
                fact(t("catalogue.education_label"), t_of("catalogue.education." + role.education.to(str), EDUCATION)),
                fact(
                    t("catalogue.years_label"),
                    rx.cond(role.min_years > 0, role.min_years.to_string(), t("catalogue.no_years")),
                ),
                class_name="mt-2",
            ),
        ),
        _words_card(t("catalogue.certificates"), role.certificates),
        _words_card(t("catalogue.synonyms"), role.synonyms),
    )


def _rung(rung: rx.Var[Rung]) -> rx.Component:
    return fact(rung.title, rx.cond(rung.years > 0, t_n("catalogue.from_years", rung.years), t("catalogue.from_start")))


def _words_card(title: rx.Var[str], words: rx.Var[list[str]]) -> rx.Component:
    return rx.cond(
        words.length() > 0,
        card(card_title(title), rx.el.p(words.join(", "), class_name="small mt-2 break-words")),
        rx.fragment(),
    )
