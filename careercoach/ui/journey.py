"""The frame of a short path of steps: where one is, what this step asks and why, and nothing beside it."""

from collections.abc import Sequence

import reflex as rx

from careercoach.ui.bridge import preference_follower
from careercoach.ui.components.buttons import page_link
from careercoach.ui.components.guides import stepper
from careercoach.ui.components.icons import icon
from careercoach.ui.palette.window import palette
from careercoach.ui.shell import brand, language_select
from careercoach.ui.texts import t

Words = str | rx.Var


def journey_frame(
    *children: rx.Component,
    steps: Sequence[Words],
    current: int,
    label: Words,
    title: Words,
    why: Words,
    back: str | None = None,
    wide: bool = False,
) -> rx.Component:
    """One step (`current` counts from 0) with its title and the reason why it asks. `back`: path of the step before."""
    head = [
        *([_back(back)] if back else []),
        rx.el.h1(title, class_name="title"),
        rx.el.p(why, class_name="muted mt-2 prose-width"),
    ]
    return rx.el.div(
        preference_follower(),
        rx.el.a(t("ui.skip"), href="#content", class_name="skip-link"),
        rx.el.header(
            brand("/today"),
            language_select("journey-language"),
            class_name="wide flex items-center justify-between min-h-[64px] gap-3",
        ),
        rx.el.nav(stepper(steps, current, label=label), aria_label=label, class_name="journey pt-1"),
        rx.el.main(
            rx.el.header(*head, class_name="mb-6"),
            *children,
            id="content",
            tab_index=-1,
            class_name="journey journey-wide pt-7 pb-16 flex-1" if wide else "journey pt-7 pb-16 flex-1",
        ),
        palette(),
        class_name="public",
    )


def _back(path: str) -> rx.Component:
    return page_link(
        icon("arrow-left", 16),
        t("ui.back"),
        href=path,
        class_name="btn btn-ghost btn-sm -ml-2.5 mb-2",
        data_testid="back",
    )
