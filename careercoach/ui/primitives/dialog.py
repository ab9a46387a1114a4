"""A window over the page, with a title and a way out. On phones it rises from the bottom."""

from typing import Any

import reflex as rx

from careercoach.ui.components.buttons import icon_button
from careercoach.ui.texts import t

Words = str | rx.Var


class _Part(rx.Component):
    library = "@radix-ui/react-dialog@1.3.1"


class DialogRoot(_Part):
    tag = "Root"
    alias = "DialogRoot"
    open: rx.Var[bool]
    default_open: rx.Var[bool]
    on_open_change: rx.EventHandler[rx.event.passthrough_event_spec(bool)]


class DialogTrigger(_Part):
    tag = "Trigger"
    alias = "DialogTrigger"
    as_child: rx.Var[bool]


class DialogPortal(_Part):
    tag = "Portal"
    alias = "DialogPortal"


class DialogOverlay(_Part):
    tag = "Overlay"
    alias = "DialogOverlay"


class DialogContent(_Part):
    tag = "Content"
    alias = "DialogContent"


class DialogTitle(_Part):
    tag = "Title"
    alias = "DialogTitle"


class DialogDescription(_Part):
    tag = "Description"
    alias = "DialogDescription"


class DialogClose(_Part):
    tag = "Close"
    alias = "DialogClose"
    as_child: rx.Var[bool]


def dialog(
    title: Words,
    *children: rx.Component,
    description: Words | None = None,
    trigger: rx.Component | None = None,
    open: rx.Var[bool] | None = None,
    on_open_change: Any = None,
    footer: list[rx.Component] | None = None,
    test_id: str = "dialog",
) -> rx.Component:
    """Give it a `trigger` (then it opens by itself) or `open` with `on_open_change`.

    Wrap a button of the footer in `dialog_close` to let it close the window.
    """
    control: dict[str, Any] = {} if open is None else {"open": open}
    if on_open_change is not None:
        control["on_open_change"] = on_open_change
    text = [] if description is None else [DialogDescription.create(description, class_name="muted text-sm mt-1.5")]
    # Radix asks for a description or an explicit "there is none".
    bare = {"aria_describedby": rx.Var("undefined")} if description is None else {}
    content = DialogContent.create(
        rx.el.div(
            DialogTitle.create(title, class_name="subtitle text-lg pr-10"),
            DialogClose.create(icon_button("x", t("ui.close"), size="sm"), as_child=True),
            class_name="flex items-start justify-between gap-3 [&>button]:-mt-1 [&>button]:-mr-2",
        ),
        *text,
        *([rx.el.div(*children, class_name="mt-4")] if children else []),
        *([rx.el.div(*footer, class_name="flex flex-wrap justify-end gap-2 mt-6")] if footer else []),
        class_name="dialog float",
        custom_attrs={"data-testid": test_id, **bare},
    )
    return DialogRoot.create(
        *([DialogTrigger.create(trigger, as_child=True)] if trigger is not None else []),
        DialogPortal.create(DialogOverlay.create(class_name="overlay"), content),
        **control,
    )


def dialog_close(button: rx.Component) -> rx.Component:
    """A button that also closes the dialog it is in."""
    return DialogClose.create(button, as_child=True)
