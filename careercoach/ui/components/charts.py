"""Charts drawn by ourselves: shapes in SVG, words in HTML so that they keep their size on a phone.

Each has its meaning in a sentence and its figures in a table for screen readers.
"""

import math
from collections.abc import Sequence

import reflex as rx

from careercoach.ui.shapes import HeatDay, Series
from careercoach.ui.texts import t
from careercoach.ui.theme import class_names

Words = str | rx.Var


def _hidden_table(series: rx.Var[Series], label: Words, name: Words, value: Words) -> rx.Component:
    head = rx.el.tr(rx.el.th(name, scope="col"), rx.el.th(value, scope="col"))
    rows = rx.foreach(series.spots, lambda spot: rx.el.tr(rx.el.th(spot.label, scope="row"), rx.el.td(spot.value)))
    table = rx.el.table(rx.el.caption(label), rx.el.thead(head), rx.el.tbody(rows))
    return rx.el.div(table, class_name="sr-only")


def _axes(series: rx.Var[Series], plot: rx.Component, *, edges: str = "") -> rx.Component:
    grid = rx.foreach(
        series.ticks,
        lambda tick: rx.el.div(
            rx.el.span(tick.label, class_name="absolute right-full mr-2 -translate-y-1/2 whitespace-nowrap"),
            class_name="absolute inset-x-0 border-t border-line",
            style={"bottom": f"{tick.at}%"},
        ),
    )
    names = rx.foreach(
        series.names,
        lambda name: rx.el.span(
            name.label,
            class_name=class_names("absolute top-2 -translate-x-1/2 whitespace-nowrap", edges),
            style={"left": f"{name.at}%"},
        ),
    )
    return rx.el.div(
        rx.el.div(grid, plot, class_name="relative h-[180px] ml-9 mr-2"),
        rx.el.div(names, class_name="axis-names relative h-7 ml-9 mr-2"),
        class_name="tiny pt-4",
        aria_hidden="true",
    )


def _goal(series: rx.Var[Series], words: Words | None) -> rx.Component:
    if words is None:
        return rx.fragment()
    line = rx.el.div(
        rx.el.span(words, class_name="absolute right-0 bottom-1 px-1 rounded-xs bg-surface text-amber font-medium"),
        class_name="absolute inset-x-0 border-t-2 border-dashed border-amber-fill",
        style={"bottom": f"{series.goal}%"},
    )
    return rx.cond(series.goal >= 0, line, rx.fragment())


def _figure(summary: Words, *parts: rx.Component) -> rx.Component:
    return rx.el.figure(*parts, rx.el.figcaption(summary, class_name="small muted mt-3"))


def line_chart(
    series: rx.Var[Series],
    *,
    label: Words,
    summary: Words,
    name: Words,
    value: Words,
    goal: Words | None = None,
) -> rx.Component:
    """A line over time from a `shapes.series`. `summary` says in a sentence what it shows.

    `name` and `value` head the columns of the hidden table; `goal` names the dashed line.
    """
    lines = rx.el.svg(
        rx.el.path(d=series.area, class_name="fill-accent opacity-10"),
        rx.el.path(
            d=series.path,
            class_name="stroke-accent fill-none",
            stroke_width="2.5",
            stroke_linejoin="round",
            stroke_linecap="round",
            vector_effect="non-scaling-stroke",
        ),
        view_box="0 0 100 100",
        preserve_aspect_ratio="none",
        class_name="absolute inset-0 w-full h-full overflow-visible",
    )
    dots = rx.foreach(
        series.spots,
        lambda spot: rx.el.span(
            class_name="absolute w-2.5 h-2.5 -ml-[5px] -mb-[5px] rounded-full bg-surface border-2 border-accent",
            style={"left": f"{spot.x}%", "bottom": f"{spot.y}%"},
            title=f"{spot.label}: {spot.value}",
        ),
    )
    plot = rx.fragment(lines, _goal(series, goal), dots)
    # The outer names stay inside the drawing.
    edges = "first:translate-x-0 last:-translate-x-full"
    return _figure(summary, _axes(series, plot, edges=edges), _hidden_table(series, label, name, value))


def bar_chart(
    series: rx.Var[Series],
    *,
    label: Words,
    summary: Words,
    name: Words,
    value: Words,
    goal: Words | None = None,
) -> rx.Component:
    """Columns from a `shapes.series(columns=True)`; see `line_chart`."""
    columns = rx.foreach(
        series.spots,
        lambda spot: rx.el.span(
            rx.el.i(class_name="block w-full bg-accent rounded-t-xs min-h-0.5", style={"height": f"{spot.y}%"}),
            class_name="flex-1 max-w-10 h-full flex items-end",
            title=f"{spot.label}: {spot.value}",
        ),
    )
    plot = rx.fragment(rx.el.div(columns, class_name="absolute inset-0 flex justify-around gap-1"), _goal(series, goal))
    return _figure(summary, _axes(series, plot), _hidden_table(series, label, name, value))


def radar(axes: Sequence[tuple[Words, rx.Var | float]], *, label: Words, summary: Words) -> rx.Component:
    """Scores of 0-100 on as many axes as given, the first one upwards."""
    middle_x, middle_y, radius = 190.0, 150.0, 104.0
    count = len(axes)
    turns = [(math.sin(2 * math.pi * i / count), -math.cos(2 * math.pi * i / count)) for i in range(count)]

    def ring(share: float) -> str:
        return " ".join(
            f"{middle_x + dx * radius * share:.1f},{middle_y + dy * radius * share:.1f}" for dx, dy in turns
        )

    scores = [rx.Var.create(score).to(float) for _, score in axes]
    corners = " ".join(
        f"{middle_x + score * (dx * radius / 100)},{middle_y + score * (dy * radius / 100)}"
        for score, (dx, dy) in zip(scores, turns, strict=True)
    )
    words = [
        rx.el.text(
            name,
            x=f"{middle_x + dx * (radius + 12):.1f}",
            y=f"{middle_y + dy * (radius + 14) + 4:.1f}",
            text_anchor="middle" if abs(dx) < 0.2 else "start" if dx > 0 else "end",
            class_name="fill-ink-2 text-[12px]",
        )
        for (name, _), (dx, dy) in zip(axes, turns, strict=True)
    ]
    drawing = rx.el.svg(
        *(rx.el.polygon(points=ring(share), class_name="fill-none stroke-line") for share in (0.25, 0.5, 0.75, 1.0)),
        rx.el.polygon(
            points=rx.Var.create(corners),
            class_name="fill-accent/15 stroke-accent",
            stroke_width="2",
            stroke_linejoin="round",
        ),
        *words,
        view_box="0 0 380 300",
        class_name="w-full h-auto max-w-[440px] mx-auto",
        aria_hidden="true",
    )
    rows = [rx.el.tr(rx.el.th(name, scope="row"), rx.el.td(score)) for name, score in axes]
    table = rx.el.div(rx.el.table(rx.el.caption(label), rx.el.tbody(*rows)), class_name="sr-only")
    return _figure(summary, drawing, table)


def heat_map(days: rx.Var[list[HeatDay]], *, label: Words) -> rx.Component:
    """A month of days from `shapes.month`; `label` says in words what it shows (days worked, streak)."""

    def one(day: rx.Var[HeatDay]) -> rx.Component:
        level = rx.cond(day.level < 0, "", day.level.to_string())
        today = rx.cond(day.today, "true", "false")
        return rx.el.span(
            title=day.label, class_name="heat-day", custom_attrs={"data-level": level, "data-today": today}
        )

    levels = [rx.el.span(class_name="heat-day", custom_attrs={"data-level": str(level)}) for level in range(4)]
    return rx.el.div(
        rx.el.div(rx.foreach(days, one), class_name="heat", role="img", aria_label=label),
        rx.el.div(
            rx.el.span(t("ui.heat.less")),
            *levels,
            rx.el.span(t("ui.heat.more")),
            class_name="heat-legend tiny",
            aria_hidden="true",
        ),
    )
