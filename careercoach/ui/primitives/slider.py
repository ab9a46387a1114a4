"""A number chosen by dragging or by arrow keys."""

from typing import Any

import reflex as rx

Words = str | rx.Var


class _Part(rx.Component):
    library = "@radix-ui/react-slider@1.6.1"


class SliderRoot(_Part):
    tag = "Root"
    alias = "SliderRoot"
    value: rx.Var[list[int]]
    default_value: rx.Var[list[int]]
    min: rx.Var[int]
    max: rx.Var[int]
    step: rx.Var[int]
    name: rx.Var[str]
    on_value_change: rx.EventHandler[rx.event.passthrough_event_spec(list[int])]
    on_value_commit: rx.EventHandler[rx.event.passthrough_event_spec(list[int])]


class SliderTrack(_Part):
    tag = "Track"
    alias = "SliderTrack"


class SliderRange(_Part):
    tag = "Range"
    alias = "SliderRange"


class SliderThumb(_Part):
    tag = "Thumb"
    alias = "SliderThumb"


def slider(
    name: str,
    label: Words,
    *,
    minimum: int,
    maximum: int,
    step: int = 1,
    shown: Words | None = None,
    **props: Any,
) -> rx.Component:
    """`shown` is the value in words at the end of the label ("6 hours a week").

    Use `on_value_commit` (a handler that takes a list of one int): once per move, not per pixel.
    """
    head = [rx.el.span(label, class_name="label")]
    if shown is not None:
        head.append(rx.el.span(shown, class_name="text-sm text-accent font-semibold", aria_live="polite"))
    return rx.el.div(
        rx.el.div(*head, class_name="flex items-baseline justify-between gap-3"),
        SliderRoot.create(
            SliderTrack.create(SliderRange.create(class_name="slider-range"), class_name="slider-track"),
            SliderThumb.create(class_name="slider-thumb", custom_attrs={"aria-label": label}),
            min=minimum, max=maximum, step=step, name=name, class_name="slider", **props,
        ),
        class_name="field",
    )  # fmt: skip
