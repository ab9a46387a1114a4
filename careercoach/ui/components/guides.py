"""Where one is in a row of steps, and what a score rests on."""

from collections.abc import Sequence

import reflex as rx

from careercoach.ui.components.icons import icon
from careercoach.ui.components.meters import Number, bar
from careercoach.ui.primitives.popover import opens, popover
from careercoach.ui.texts import t

Words = str | rx.Var


def stepper(steps: Sequence[Words], current: rx.Var[int] | int, *, label: Words) -> rx.Component:
    """Steps of a short path; `current` counts from 0. On phones only the current one shows its words."""
    now = rx.Var.create(current).to(int)

    def one(index: int, words: Words) -> rx.Component:
        state = rx.cond(now > index, "done", rx.cond(now == index, "now", "next"))
        return rx.el.li(
            rx.el.span(
                rx.el.span(f"{index + 1}. ", aria_hidden="true"),
                words,
                class_name=rx.cond(now == index, "", "max-sm:sr-only"),
            ),
            rx.cond(now > index, rx.el.span(t("ui.step.done"), class_name="sr-only"), rx.fragment()),
            custom_attrs={"data-state": state, "aria-current": rx.cond(now == index, "step", "false")},
        )

    return rx.el.ol(*(one(index, words) for index, words in enumerate(steps)), class_name="steps", aria_label=label)


def score_button(name: str | rx.Var, words: Words, score: Number, *evidence: rx.Component) -> rx.Component:
    """A score line that opens what it rests on. `name` is the id of the popover, unique on the page."""
    value = rx.Var.create(score)
    line = rx.el.button(
        rx.el.span(words, class_name="underline decoration-line-strong decoration-dotted underline-offset-4"),
        bar(score, label=words, thin=True),
        rx.el.b(value.to_string()),
        type="button",
        class_name="score-line",
        custom_attrs=opens(name),
    )
    return rx.el.div(line, popover(name, rx.el.h3(words, class_name="subtitle mb-2"), *evidence, label=words))


def evidence_quote(source: Words, *words: Words | rx.Component) -> rx.Component:
    """The sentence a judgement rests on, with where it stands. Mark the words that count with rx.el.mark."""
    return rx.el.blockquote(rx.el.p(source, class_name="tiny mb-1.5"), rx.el.p(*words), class_name="quote")


def key_point(words: Words, met: bool | rx.Var[bool]) -> rx.Component:
    """A point of a strong answer: there or not, by sign, word and colour."""
    yes = rx.el.span(
        icon("check"),
        rx.el.span(t("ui.point.met"), class_name="sr-only"),
        class_name="text-have shrink-0 mt-px",
    )
    no = rx.el.span(
        icon("x"),
        rx.el.span(t("ui.point.missed"), class_name="sr-only"),
        class_name="text-gap shrink-0 mt-px",
    )
    return rx.el.li(rx.cond(met, yes, no), rx.el.span(words, class_name="min-w-0"), class_name="key-point")
