"""All roles the coach knows, to search and browse."""

import reflex as rx

from careercoach.features.catalogue.components import count_line, search_row
from careercoach.features.catalogue.schemas import RoleRow
from careercoach.features.catalogue.state import RolesState
from careercoach.ui.components.buttons import page_link
from careercoach.ui.components.states import loading, skeleton_lines
from careercoach.ui.page import page
from careercoach.ui.shell import public_frame
from careercoach.ui.texts import t, t_n, t_var


@page("/roles", title="catalogue.roles", description="catalogue.roles_about", on_load=RolesState.load, public=True)
def roles_page() -> rx.Component:
    return public_frame(
        rx.el.div(
            rx.el.h1(t("catalogue.roles"), class_name="heading"),
            rx.el.p(t("catalogue.roles_about"), class_name="muted text-md mt-2"),
            rx.el.p(page_link(t("catalogue.see_skills"), href="/skills", class_name="link"), class_name="mt-2"),
            search_row(
                label=t("catalogue.search_roles"),
                on_search=RolesState.search,
                asked=RolesState.asked,
                picker="catalogue.field_label",
                choices=RolesState.fields,
                chosen=RolesState.field,
                on_choose=RolesState.choose,
            ),
            loading(RolesState.is_ready, _list(), waiting=skeleton_lines(8), label=t("catalogue.loading")),
            class_name="py-8 md:py-12",
        ),
        palette=True,
    )


def _list() -> rx.Component:
    return rx.el.div(
        count_line(t_n("catalogue.found_roles", RolesState.total)),
        rx.el.ul(
            rx.foreach(RolesState.rows, _row),
            class_name="grid gap-x-8 md:grid-cols-2 mt-2",
            data_testid="roles",
        ),
        rx.cond(RolesState.total == 0, rx.el.p(t("catalogue.nothing"), class_name="muted mt-4"), rx.fragment()),
    )


def _row(row: rx.Var[RoleRow]) -> rx.Component:
    return rx.el.li(
        page_link(
            rx.el.span(t_var(row.title), class_name="block text-md font-medium"),
            rx.el.span(t_var(row.summary), class_name="tiny block mt-0.5"),
            href=f"/roles/{row.slug}",
            class_name="block py-3 border-b border-line hover:text-accent",
        )
    )
