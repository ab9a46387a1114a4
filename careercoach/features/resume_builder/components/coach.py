"""Who wrote the wordings, what asking a model would take, and how far one at work is."""

import reflex as rx

from careercoach.features.resume_builder.state import RewriteState
from careercoach.ui.components.buttons import button
from careercoach.ui.components.coaches import coach_line, estimate_line
from careercoach.ui.components.meters import bar, waiting_bar
from careercoach.ui.components.surfaces import card, card_title, notice, row
from careercoach.ui.texts import t, t_n


def progress() -> rx.Component:
    """How far the person is, who wrote it, and the way to ask once more."""
    view = RewriteState.view
    made = view.made
    asks_first = (made.engine == "embedded") & RewriteState.estimate.is_not_none()
    ask = rx.fragment(
        rx.cond(
            RewriteState.estimate,
            rx.el.div(estimate_line(RewriteState.estimate, t("resume_builder.model_words")), class_name="mt-3"),
            rx.fragment(),
        ),
        rx.el.div(
            button(
                rx.cond(asks_first, t("resume_builder.ask_model"), t("resume_builder.again")),
                variant="ghost", size="sm", icon="rotate-cw", busy=RewriteState.busy,
                on_click=RewriteState.ask_again, data_testid="again",
            ),
            class_name="mt-2 -ml-2",
        ),
    )  # fmt: skip
    return card(
        card_title(t("resume_builder.progress")),
        rx.el.p(t_n("resume_builder.open_left", view.counts.open), class_name="mt-2", data_testid="open-left"),
        rx.el.p(t_n("resume_builder.taken", view.counts.taken), class_name="muted text-sm", data_testid="taken"),
        rx.el.div(coach_line(made.engine, made.model, made.why), class_name="mt-3"),
        rx.el.p(t("resume_builder.checked"), class_name="tiny mt-1"),
        rx.cond(view.run.state == "running", rx.fragment(), ask),
    )


def running() -> rx.Component:
    """How far a model at work is, with Stop; what came of it when it did not come to its end."""
    run = RewriteState.view.run
    part = t("resume_builder.run.part", n=rx.cond(run.done < run.parts, run.done + 1, run.parts), of=run.parts)
    at_work = card(
        rx.el.div(
            rx.el.div(
                rx.el.p(
                    rx.el.span(class_name="spinner", aria_hidden="true"),
                    rx.cond(run.parts > 1, part, t("resume_builder.run.asking")),
                    class_name="flex items-center gap-2.5 text-sm font-medium",
                    data_testid="run-part",
                ),
                rx.el.p(t("resume_builder.thinking"), class_name="tiny mt-1"),
                class_name="min-w-0",
            ),
            button(
                t("ui.stop"), variant="secondary", size="sm", icon="square", on_click=RewriteState.stop,
                data_testid="stop",
            ),
            class_name="flex items-start justify-between gap-3",
        ),
        rx.el.div(
            rx.cond(
                run.parts > 1,
                bar(run.percent, label=part, thin=True),
                waiting_bar(t("resume_builder.run.asking")),
            ),
            class_name="mt-3",
        ),
        role="status",
        data_testid="running",
    )  # fmt: skip
    again = button(
        t("resume_builder.run.again"), size="sm", variant="secondary", icon="rotate-cw", busy=RewriteState.busy,
        on_click=RewriteState.ask_again, data_testid="try-again",
    )  # fmt: skip
    return rx.match(  # pyright: ignore[reportReturnType]
        run.state,
        ("running", at_work),
        ("stopped", notice(row(rx.el.span(t("resume_builder.run.stopped")), again), test_id="stopped")),
        ("failed", notice(row(rx.el.span(t("resume_builder.run.failed")), again), tone="warning", test_id="failed")),
        rx.fragment(),
    )
