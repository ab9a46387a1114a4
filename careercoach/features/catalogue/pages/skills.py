"""All skills the coach knows, to search and browse."""

import reflex as rx

from careercoach.features.catalogue.components import count_line, search_row
from careercoach.features.catalogue.schemas import SkillRow
from careercoach.features.catalogue.state import SkillsState
from careercoach.ui.components.buttons import button, page_link
from careercoach.ui.components.states import loading, skeleton_lines
from careercoach.ui.page import page
from careercoach.ui.shell import public_frame
from careercoach.ui.texts import t, t_n, t_var


@page("/skills", title="catalogue.skills", description="catalogue.skills_about", on_load=SkillsState.load, public=True)
def skills_page() -> rx.Component:
    return public_frame(
        rx.el.div(
            rx.el.h1(t("catalogue.skills"), class_name="heading"),
            rx.el.p(t("catalogue.skills_about"), class_name="muted text-md mt-2"),
            rx.el.p(page_link(t("catalogue.see_roles"), href="/roles", class_name="link"), class_name="mt-2"),
            search_row(
                label=t("catalogue.search_skills"),
                on_search=SkillsState.search,
                asked=SkillsState.asked,
                picker="catalogue.category_label",
                choices=SkillsState.categories,
                chosen=SkillsState.category,
                on_choose=SkillsState.choose,
            ),
            loading(SkillsState.is_ready, _list(), waiting=skeleton_lines(8), label=t("catalogue.loading")),
            class_name="py-8 md:py-12",
        ),
        palette=True,
    )


def _list() -> rx.Component:
    more = button(
        t("catalogue.more"), variant="secondary", on_click=SkillsState.show_more, class_name="mt-5", data_testid="more"
    )
    return rx.el.div(
        count_line(t_n("catalogue.found_skills", SkillsState.total)),
        rx.el.ul(
            rx.foreach(SkillsState.rows, _row),
            class_name="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3 mt-2",
            data_testid="skills",
        ),
        rx.cond(SkillsState.rows.length() < SkillsState.total, more, rx.fragment()),
        rx.cond(SkillsState.total == 0, rx.el.p(t("catalogue.nothing"), class_name="muted mt-4"), rx.fragment()),
    )


def _row(row: rx.Var[SkillRow]) -> rx.Component:
    also = rx.el.span(t("catalogue.also_called", name=row.found_as), class_name="tiny block")
    return rx.el.li(
        page_link(
            rx.el.span(t_var(row.name), class_name="block text-md font-medium"),
            rx.cond(row.found_as != "", also, rx.el.span(t_var(row.category), class_name="tiny block")),
            href=f"/skills/{row.slug}",
            class_name="block py-2.5 min-h-[44px] border-b border-line hover:text-accent",
        )
    )
