"""What a model read beyond our rules, each with its words in the posting: added or ignored by hand."""

import reflex as rx

from careercoach.features.job_matches.schemas import Suggestion
from careercoach.features.job_matches.state.sheet import SheetState
from careercoach.ui.components.buttons import button
from careercoach.ui.components.chips import chip
from careercoach.ui.components.coaches import coach_line
from careercoach.ui.components.surfaces import card, card_title
from careercoach.ui.texts import t, t_of, t_var

WANTED = [f"job_matches.strength.{one}" for one in ("must", "nice")]
FIELDS = [f"job_matches.sheet.{one}" for one in ("title", "location", "contract", "education")]


def suggested() -> rx.Component:
    """Nothing, when there is nothing to decide."""
    by = SheetState.sheet.suggested_by
    shown = card(
        card_title(t("job_matches.page.also_read")),
        rx.el.p(t("job_matches.page.also_read_why"), class_name="tiny mt-0.5"),
        rx.el.ul(rx.foreach(SheetState.sheet.suggested, _one), class_name="divided mt-2"),
        rx.el.div(coach_line(by.engine, by.model, reads=True), class_name="mt-3"),
        data_testid="suggested",
    )
    return rx.cond(SheetState.sheet.suggested.length() > 0, shown, rx.fragment())


def _one(line: rx.Var[Suggestion]) -> rx.Component:
    name = t_var(line.name)
    kind = rx.cond(
        line.field == "skill",
        t_of("job_matches.strength." + line.strength.to(str), WANTED),
        t_of("job_matches.sheet." + line.field.to(str), FIELDS),
    )
    return rx.el.li(
        rx.el.div(
            rx.el.p(rx.el.span(name, class_name="label mr-2"), chip(kind), class_name="flex flex-wrap items-center"),
            rx.el.q(line.quote, class_name="tiny block mt-1 break-words"),
            class_name="flex-1 min-w-[200px]",
        ),
        rx.el.div(
            button(
                t("job_matches.page.add"), rx.el.span(name, class_name="sr-only"), variant="secondary", size="sm",
                icon="plus", on_click=SheetState.add_suggested(line.key), data_testid="take",
            ),
            button(
                t("job_matches.page.ignore"), rx.el.span(name, class_name="sr-only"), variant="ghost", size="sm",
                on_click=SheetState.ignore_suggested(line.key), data_testid="ignore",
            ),
            class_name="flex items-center gap-1",
        ),
        class_name="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5",
        custom_attrs={"data-key": line.key},
    )  # fmt: skip
