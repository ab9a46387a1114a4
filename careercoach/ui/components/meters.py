"""Progress ring, bars and score lines."""

import math
from typing import Any, Literal

import reflex as rx

from careercoach.ui.theme import class_names

Words = str | rx.Var
Number = float | int | rx.Var
Part = Literal["accent", "amber"]


def _circles(percent: Number, size: int, tone: Part, mark_percent: float | None) -> rx.Component:
    stroke = round(size * 0.105)
    middle, radius = size / 2, size / 2 - stroke / 2 - 1
    around = 2 * math.pi * radius
    filled = rx.Var.create(percent).to(float)
    place: dict[str, Any] = {"cx": f"{middle:g}", "cy": f"{middle:g}", "r": f"{radius:g}", "fill": "none"}

    def turned(degrees: float) -> dict[str, str]:
        return {"transform": f"rotate({degrees:.1f} {middle:g} {middle:g})"}

    parts = [
        rx.el.circle(**place, stroke_width=f"{stroke}", class_name="stroke-line"),
        rx.el.circle(
            **place,
            stroke_width=f"{stroke}",
            stroke_linecap="round",
            stroke_dasharray=f"{around:.1f}",
            stroke_dashoffset=rx.Var.create(around) * (1 - filled / 100),
            visibility=rx.cond(filled > 0, "visible", "hidden"),
            custom_attrs=turned(-90),
            class_name=class_names(
                "transition-[stroke-dashoffset] duration-500",
                "stroke-accent" if tone == "accent" else "stroke-amber-fill",
            ),
        ),
    ]
    if mark_percent is not None:
        line = {"x1": f"{middle:g}", "x2": f"{middle:g}", "y1": "0", "y2": f"{stroke + 4}", "stroke_width": "2.5"}
        parts.append(rx.el.line(**line, class_name="stroke-ink", custom_attrs=turned(mark_percent * 3.6)))
    return rx.el.svg(*parts, width=size, height=size, view_box=f"0 0 {size} {size}", aria_hidden="true")


def progress_ring(
    percent: Number,
    *,
    figure: Words | rx.Var[int],
    label: Words,
    caption: Words | None = None,
    mark_percent: float | None = None,
    size: int = 84,
    tone: Part = "accent",
    test_id: str = "",
) -> rx.Component:
    """A ring filled to `percent` (0-100) around a figure and a small caption.

    `label` says the whole thing in words for screen readers. `mark_percent` draws the goal as a tick.
    """
    words = [rx.el.span(figure, class_name=class_names("ring-figure", "text-title" if size > 95 else "text-lg"))]
    if caption is not None:
        words.append(rx.el.span(caption, class_name="ring-caption"))
    return rx.el.div(
        _circles(percent, size, tone, mark_percent),
        rx.el.span(*words, class_name="absolute inset-0 flex flex-col items-center justify-center", aria_hidden="true"),
        role="img",
        aria_label=label,
        class_name="relative shrink-0",
        style={"width": f"{size}px", "height": f"{size}px"},
        **({"data_testid": test_id} if test_id else {}),
    )


def bar(percent: Number, *, label: Words, thin: bool = False, tone: Part = "accent") -> rx.Component:
    """A bar filled to `percent` (0-100); `label` names it for screen readers."""
    value = rx.Var.create(percent)
    return rx.el.div(
        rx.el.i(custom_attrs={"style": rx.Var.create({"width": value.to_string() + "%"})}),
        aria_label=label,
        aria_valuemin=0,
        aria_valuemax=100,
        aria_valuenow=value,
        class_name=class_names("bar", "bar-thin" if thin else ""),
        custom_attrs={"data-tone": tone, "role": "meter"},
    )


def waiting_bar(label: Words) -> rx.Component:
    """Something is being worked on and nobody knows how long."""
    return rx.el.div(rx.el.i(), role="progressbar", aria_label=label, class_name="bar bar-waiting")


def score_line(name: Words, score: Number, *, figure: Words | None = None) -> rx.Component:
    """Name, bar and figure of one score (0-100) in a line."""
    value = rx.Var.create(score)
    return rx.el.div(
        rx.el.span(name),
        bar(score, label=name, thin=True),
        rx.el.b(value.to_string() if figure is None else figure),
        class_name="score-line",
    )


def score_missing(name: Words, *action: rx.Component) -> rx.Component:
    """A score that cannot be given yet, with the link that would make it possible."""
    return rx.el.div(
        rx.el.span(name, class_name="text-ink-3"),
        rx.el.span(*action, class_name="col-span-2"),
        class_name="score-line",
    )
