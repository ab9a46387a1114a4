"""People: find an account, lock it out, let it in."""

import reflex as rx

from careercoach.features.admin.components import admin_frame, table
from careercoach.features.admin.schemas import PersonRow
from careercoach.features.admin.state import PeopleState
from careercoach.ui.components.buttons import button
from careercoach.ui.components.chips import chip
from careercoach.ui.components.dialogs import confirm_dialog
from careercoach.ui.components.forms import field
from careercoach.ui.components.moments import when
from careercoach.ui.components.surfaces import card, notice, stack
from careercoach.ui.page import page
from careercoach.ui.texts import t, t_of


@page("/admin/people", title="admin.people", description="admin.purpose", on_load=PeopleState.load)
def people_page() -> rx.Component:
    heads = [
        t("admin.head.name"),
        t("admin.head.mail"),
        t("admin.head.joined"),
        t("admin.head.state"),
        t("admin.head.act"),
    ]
    return admin_frame(
        "people",
        stack(
            field(
                "search",
                t("admin.search_people"),
                type="search",
                on_change=PeopleState.find.debounce(300),
                max_length=100,
            ),
            rx.cond(
                PeopleState.problem_key != "",
                notice(t_of(PeopleState.problem_key, ["accounts.not_yourself", "core.not_found"]), tone="problem"),
                rx.fragment(),
            ),
            card(table(t("admin.people"), heads, rx.foreach(PeopleState.rows, _row)), flush=True),
        ),
    )


def _row(person: rx.Var[PersonRow]) -> rx.Component:
    return rx.el.tr(
        rx.el.td(person.name),
        rx.el.td(person.email),
        rx.el.td(when(person.joined)),
        rx.el.td(
            rx.cond(
                person.disabled,
                chip(t("admin.locked"), tone="missing"),
                rx.cond(person.is_admin, chip(t("admin.admin"), tone="accent"), chip(t("admin.active"), tone="plain")),
            )
        ),
        rx.el.td(
            rx.cond(
                person.disabled,
                button(
                    t("admin.let_in"),
                    variant="secondary",
                    size="sm",
                    on_click=PeopleState.set_disabled(person.id, False),
                ),
                confirm_dialog(
                    t("admin.lock_out"),
                    t("admin.lock_out_means", name=person.name),
                    confirm=t("admin.lock_out"),
                    on_confirm=PeopleState.set_disabled(person.id, True),
                    trigger=button(t("admin.lock_out"), variant="danger-quiet", size="sm"),
                ),
            )
        ),
    )
