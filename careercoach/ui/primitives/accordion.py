"""Questions that fold open. With the same `group` only one is open at a time; find-in-page opens them too."""

import reflex as rx

from careercoach.ui.components.icons import icon

Words = str | rx.Var


def accordion(*items: rx.Component) -> rx.Component:
    """Build the items with `accordion_item`."""
    return rx.el.div(*items, class_name="divided border-y border-line")


def accordion_item(title: Words, *content: rx.Component, group: str = "", open: bool = False) -> rx.Component:
    """One heading that shows its content when pressed."""
    attributes: dict[str, object] = {"open": True} if open else {}
    if group:
        attributes["name"] = group
    return rx.el.details(
        rx.el.summary(rx.el.span(title, class_name="min-w-0"), icon("chevron-down"), class_name="accordion-trigger"),
        rx.el.div(*content, class_name="pb-5 muted prose-width"),
        custom_attrs=attributes,
    )
