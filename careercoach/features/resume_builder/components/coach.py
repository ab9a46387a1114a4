"""Who wrote the wordings, what asking a model would take, and how far one at work is."""

import reflex as rx

from careercoach.features.resume_builder.state import RewriteState
from careercoach.ui.components.buttons import button
from careercoach.ui.components.coaches import coach_line, estimate_line
from careercoach.ui.components.meters import bar, waiting_bar
from careercoach.ui.components.surfaces import card, card_title, notice
from careercoach.ui.texts import t, t_n


def progress() -> rx.Component:
    """How far the person is, who wrote it, and the way to ask once more."""
    view = RewriteState.view
    made = view.made
    again = rx.fragment(
        _estimate("mt-3"),
        rx.el.div(
            button(
                t("resume_builder.again"), variant="ghost", size="sm", icon="rotate-cw", busy=RewriteState.busy,
                on_click=RewriteState.ask_again, data_testid="again",
            ),
            class_name="mt-2 -ml-2",
        ),
    )  # fmt: skip
    # What waits at the top of the page is not said twice.
    is_at_top = _asks_first() | (view.run.state != "") & (view.run.state != "done")
    return card(
        card_title(t("resume_builder.progress")),
        rx.el.p(t_n("resume_builder.open_left", view.counts.open), class_name="mt-2", data_testid="open-left"),
        rx.el.p(t_n("resume_builder.taken", view.counts.taken), class_name="muted text-sm", data_testid="taken"),
        rx.el.div(coach_line(made.engine, made.model, made.why), class_name="mt-3"),
        rx.el.p(t("resume_builder.checked"), class_name="tiny mt-1"),
        rx.cond(is_at_top, rx.fragment(), again),
    )


def _asks_first() -> rx.Var[bool]:
    """A model could be asked, and none has been."""
    return RewriteState.estimate.is_not_none() & (RewriteState.view.made.engine == "embedded")  # pyright: ignore


def _estimate(class_name: str = "") -> rx.Component:
    line = rx.el.div(estimate_line(RewriteState.estimate, t("resume_builder.model_words")), class_name=class_name)
    return rx.cond(RewriteState.estimate, line, rx.fragment())


def at_work() -> rx.Component:
    """How far a model at work is, with Stop; what came of it when it did not come to its end; else, while none was
    asked, the offer to do it with what it takes."""
    ask = button(
        t("resume_builder.ask_model"), variant="secondary", size="sm", icon="bot", busy=RewriteState.busy,
        on_click=RewriteState.ask_again, data_testid="ask-model",
    )  # fmt: skip
    offer = card(_beside(_estimate(), ask), data_testid="model-offer")
    return rx.match(  # pyright: ignore[reportReturnType]
        RewriteState.view.run.state,
        ("running", _running()),
        ("stopped", notice(_broken_off("stopped"), test_id="stopped")),
        ("failed", notice(_broken_off("failed"), tone="warning", test_id="failed")),
        rx.cond(_asks_first(), offer, rx.fragment()),
    )


def _broken_off(how: str) -> rx.Component:
    words = rx.el.div(rx.el.p(t(f"resume_builder.run.{how}")), _estimate("mt-1 font-normal"))
    again = button(
        t("resume_builder.run.again"), size="sm", variant="secondary", icon="rotate-cw", busy=RewriteState.busy,
        on_click=RewriteState.ask_again, data_testid="try-again",
    )  # fmt: skip
    return _beside(words, again)


def _beside(words: rx.Component, action: rx.Component) -> rx.Component:
    return rx.el.div(
        rx.el.div(words, class_name="min-w-0 flex-1 basis-64"),
        action,
        class_name="flex flex-wrap items-center gap-x-5 gap-y-3",
    )


def _running() -> rx.Component:
    run = RewriteState.view.run
    part = t("resume_builder.run.part", n=rx.cond(run.done < run.parts, run.done + 1, run.parts), of=run.parts)
    told = rx.el.div(
        rx.el.p(
            rx.el.span(class_name="spinner", aria_hidden="true"),
            rx.cond(run.parts > 1, part, t("resume_builder.run.asking")),
            class_name="flex items-center gap-2.5 text-sm font-medium",
            data_testid="run-part",
        ),
        rx.el.p(t("resume_builder.thinking"), class_name="tiny mt-1"),
        class_name="min-w-0",
    )
    stop = button(
        t("ui.stop"), variant="secondary", size="sm", icon="square", on_click=RewriteState.stop, data_testid="stop"
    )
    known = bar(run.percent, label=part, thin=True)
    return card(
        rx.el.div(told, stop, class_name="flex items-start justify-between gap-3"),
        rx.el.div(
            rx.cond(run.parts > 1, known, waiting_bar(t("resume_builder.run.asking"))),
            class_name="mt-3",
        ),
        role="status",
        data_testid="running",
    )
