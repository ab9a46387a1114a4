"""On or off, at once (no "save" needed). In forms that are sent as a whole use `forms.tick`."""

from typing import Any

import reflex as rx

Words = str | rx.Var


class _Part(rx.Component):
    library = "@radix-ui/react-switch@1.4.1"


class SwitchRoot(_Part):
    tag = "Root"
    alias = "SwitchRoot"
    checked: rx.Var[bool]
    default_checked: rx.Var[bool]
    disabled: rx.Var[bool]
    name: rx.Var[str]
    on_checked_change: rx.EventHandler[rx.event.passthrough_event_spec(bool)]


class SwitchThumb(_Part):
    tag = "Thumb"
    alias = "SwitchThumb"


def switch(name: str, label: Words, *, note: Words | None = None, **props: Any) -> rx.Component:
    """A switch with its words beside it; pass `checked` and `on_checked_change` (a handler that takes a bool)."""
    words = [rx.el.label(label, html_for=name, class_name="label")]
    if note is not None:
        words.append(rx.el.p(note, id=f"{name}-note", class_name="tiny"))
    described = {"aria-describedby": f"{name}-note"} if note is not None else {}
    return rx.el.div(
        rx.el.div(*words, class_name="min-w-0"),
        SwitchRoot.create(
            SwitchThumb.create(class_name="switch-thumb"),
            id=name,
            class_name="switch",
            custom_attrs=described,
            **props,
        ),
        class_name="flex items-center justify-between gap-4 min-h-[44px] py-2",
    )
