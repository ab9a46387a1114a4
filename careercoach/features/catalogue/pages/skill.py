"""One skill: how long it takes, what it is tied to, who asks for it, where to learn it."""

import reflex as rx

from careercoach.features.catalogue.components import fact, level_word, missing, tie_card
from careercoach.features.catalogue.schemas import ResourceRow, RoleTie
from careercoach.features.catalogue.state import SkillState
from careercoach.ui.components.buttons import outside_link, page_link
from careercoach.ui.components.chips import chip
from careercoach.ui.components.states import loading, skeleton_lines
from careercoach.ui.components.surfaces import card, card_title, stack, two_columns
from careercoach.ui.page import page
from careercoach.ui.shell import public_frame
from careercoach.ui.texts import t, t_of, t_var

KINDS = [f"catalogue.kind.{kind}" for kind in ("technical", "tool", "domain", "soft", "language", "certificate")]
PRICES = [f"catalogue.price.{price}" for price in ("free", "freemium", "paid")]


@page("/skills/[skill]", title="catalogue.skill", description="catalogue.skills_about", on_load=SkillState.load)
def skill_page() -> rx.Component:
    shown = rx.cond(SkillState.skill, _skill(), missing("/skills"))
    content = loading(SkillState.is_ready, shown, waiting=skeleton_lines(10), label=t("catalogue.loading"))
    return public_frame(content, palette=True)


def _skill() -> rx.Component:
    skill = SkillState.skill
    return rx.el.article(
        page_link(t("catalogue.all_skills"), href="/skills", class_name="link small"),
        rx.el.h1(t_var(skill.name), class_name="heading mt-3"),
        rx.el.div(
            chip(t_var(skill.category), tone="accent"),
            chip(t_of("catalogue.kind." + skill.kind.to(str), KINDS), tone="outline"),
            class_name="flex flex-wrap gap-2 mt-3",
        ),
        rx.el.div(two_columns(_main(), _aside()), class_name="mt-6"),
        class_name="py-8 md:py-10",
        data_testid="skill",
    )


def _main() -> rx.Component:
    skill = SkillState.skill
    ties = (
        ("first", skill.first), ("implies", skill.implies), ("related", skill.related), ("parents", skill.parents),
        ("children", skill.children), ("opens", skill.opens),
    )  # fmt: skip
    return stack(
        *(tie_card(t(f"catalogue.{name}"), t(f"catalogue.{name}_note"), found, test_id=name) for name, found in ties),
        _resources(),
    )


def _resources() -> rx.Component:
    return rx.cond(
        SkillState.skill.resources.length() > 0,
        card(
            card_title(t("catalogue.resources")),
            rx.el.ul(rx.foreach(SkillState.skill.resources, _resource), class_name="mt-2", data_testid="resources"),
        ),
        rx.fragment(),
    )


def _resource(row: rx.Var[ResourceRow]) -> rx.Component:
    return rx.el.li(
        outside_link(row.title, href=row.url, class_name="link"),
        rx.el.p(
            f"{row.provider} · ",
            level_word(row.level.to(str)),
            " · ",
            t_of("catalogue.price." + row.price.to(str), PRICES),
            " · ",
            rx.cond(row.hours > 0, t("catalogue.n_hours", n=row.hours), t("catalogue.minutes", n=row.minutes)),
            class_name="tiny mt-0.5",
        ),
        class_name="py-2.5 border-b border-line last:border-0",
    )


def _aside() -> rx.Component:
    skill = SkillState.skill
    hours = ((name, getattr(skill, f"{name}_hours")) for name in ("basic", "working", "strong"))
    return stack(
        card(
            card_title(t("catalogue.hours")),
            rx.el.p(t("catalogue.hours_note"), class_name="tiny mt-1"),
            rx.el.dl(
                *(fact(t(f"catalogue.level.{name}"), t("catalogue.n_hours", n=count)) for name, count in hours),
                class_name="mt-2",
            ),
        ),
        _names(),
        _roles(),
    )


def _names() -> rx.Component:
    skill = SkillState.skill
    hint = rx.el.p(t("catalogue.context_note"), class_name="tiny mt-2")
    return rx.cond(
        skill.aliases.length() > 0,
        card(
            card_title(t("catalogue.aliases")),
            rx.el.p(skill.aliases.join(", "), class_name="small mt-2 break-words"),
            rx.cond(skill.needs_context, hint, rx.fragment()),
        ),
        rx.fragment(),
    )


def _roles() -> rx.Component:
    return rx.cond(
        SkillState.skill.roles.length() > 0,
        card(
            card_title(t("catalogue.wanted_by")),
            rx.el.ul(rx.foreach(SkillState.skill.roles, _role), class_name="mt-2", data_testid="wanted-by"),
        ),
        rx.fragment(),
    )


def _role(tie: rx.Var[RoleTie]) -> rx.Component:
    must = rx.cond(tie.is_critical, t("catalogue.critical"), t("catalogue.preferred"))
    return rx.el.li(
        page_link(t_var(tie.title), href=f"/roles/{tie.slug}", class_name="link"),
        rx.el.p(must, " · ", level_word(tie.level.to(str)), class_name="tiny"),
        class_name="py-2 border-b border-line last:border-0",
    )
