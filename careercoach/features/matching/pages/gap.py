"""The gap report: the confirmed record against the wanted role."""

import reflex as rx

from careercoach.features.matching.components import planned_as, report, role_title
from careercoach.features.matching.state import GapState
from careercoach.ui.components.buttons import button, link_button
from careercoach.ui.page import page
from careercoach.ui.shell import page_frame
from careercoach.ui.texts import t, t_var


@page("/match", title="matching.page.title", description="matching.page.purpose", on_load=GapState.load)
def gap_page() -> rx.Component:
    compared = rx.cond(
        GapState.confirmed_on.en != "",
        t("matching.page.compared", date=t_var(GapState.confirmed_on)),
        t("matching.page.purpose"),
    )
    return page_frame(
        planned_as(),
        report(),
        title=role_title(),
        purpose=compared,
        actions=[
            link_button(t("matching.page.change_role"), href="/settings", variant="ghost", icon="target"),
            rx.cond(
                ~GapState.is_ready | GapState.gap.is_not_none(),
                button(
                    rx.cond(GapState.analysed_again, t("matching.page.analysed"), t("matching.page.again")),
                    variant="secondary",
                    icon="rotate-cw",
                    on_click=GapState.analyse,
                    data_testid="analyse",
                ),
                rx.fragment(),
            ),
        ],
        active="gap",
    )
