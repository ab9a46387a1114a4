"""Panels of which one shows; arrow keys move between their tabs."""

from collections.abc import Sequence
from typing import Any

import reflex as rx

Words = str | rx.Var


class _Part(rx.Component):
    library = "@radix-ui/react-tabs@1.2.1"


class TabsRoot(_Part):
    tag = "Root"
    alias = "TabsRoot"
    value: rx.Var[str]
    default_value: rx.Var[str]
    on_value_change: rx.EventHandler[rx.event.passthrough_event_spec(str)]


class TabsList(_Part):
    tag = "List"
    alias = "TabsList"


class TabsTrigger(_Part):
    tag = "Trigger"
    alias = "TabsTrigger"
    value: rx.Var[str]


class TabsContent(_Part):
    tag = "Content"
    alias = "TabsContent"
    value: rx.Var[str]


def tabs(
    label: Words,
    panels: Sequence[tuple[str, Words, rx.Component]],
    *,
    value: rx.Var[str] | None = None,
    on_change: Any = None,
) -> rx.Component:
    """`panels` are (name, words of the tab, content). Works by itself, or follows `value` with `on_change`."""
    control: dict[str, Any] = {"default_value": panels[0][0]} if value is None else {"value": value}
    if on_change is not None:
        control["on_value_change"] = on_change
    return TabsRoot.create(
        TabsList.create(
            *(TabsTrigger.create(words, value=name, class_name="tab") for name, words, _ in panels),
            class_name="tabs",
            custom_attrs={"aria-label": label},
        ),
        *(TabsContent.create(content, value=name, class_name="pt-5") for name, _, content in panels),
        **control,
    )
