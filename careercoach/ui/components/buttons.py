"""Buttons and links that look like buttons."""

from typing import Any, Literal

import reflex as rx
from reflex_components_core.react_router import ReactRouterLink

from careercoach.ui.components.icons import icon as draw_icon
from careercoach.ui.theme import class_names

Variant = Literal["primary", "secondary", "ghost", "danger", "danger-quiet"]
Size = Literal["sm", "md", "lg"]
Words = str | rx.Var

_ICON_PX = {"sm": 15, "md": 16, "lg": 18}


def _look(variant: Variant, size: Size, class_name: str | rx.Var) -> str | rx.Var:
    return class_names("btn", f"btn-{variant}", "" if size == "md" else f"btn-{size}", class_name)


def _spinner() -> rx.Component:
    return rx.el.span(class_name="spinner", aria_hidden="true")


def button(
    *words: Words | rx.Component,
    variant: Variant = "primary",
    size: Size = "md",
    icon: str | None = None,
    icon_end: str | None = None,
    busy: rx.Var[bool] | None = None,
    class_name: str | rx.Var = "",
    **props: Any,
) -> rx.Component:
    """A button. While `busy` it turns a wheel and cannot be pressed again. `type="submit"` sends its form."""
    before: list[rx.Component] = [draw_icon(icon, _ICON_PX[size])] if icon else []
    if busy is not None:
        before = [rx.cond(busy, _spinner(), before[0] if before else rx.fragment())]
        props["aria_busy"] = busy
        props["disabled"] = busy | props["disabled"] if "disabled" in props else busy
    after = [draw_icon(icon_end, _ICON_PX[size])] if icon_end else []
    props.setdefault("type", "button")
    return rx.el.button(*before, *words, *after, class_name=_look(variant, size, class_name), **props)


def icon_button(
    icon: str,
    label: Words,
    *,
    variant: Variant = "ghost",
    size: Size = "md",
    class_name: str = "",
    **props: Any,
) -> rx.Component:
    """A square button with only an icon; `label` is its name for screen readers and its tooltip."""
    props.setdefault("type", "button")
    return rx.el.button(
        draw_icon(icon),
        class_name=_look(variant, size, class_names("btn-icon", class_name)),
        aria_label=label,
        title=label,
        **props,
    )


def page_link(
    *words: Words | rx.Component, href: str | rx.Var, class_name: str | rx.Var = "", **props: Any
) -> rx.Component:
    """A bare link to one of our pages: changes the page without a reload."""
    return ReactRouterLink.create(*words, to=href, class_name=class_name, **props)


def link_button(
    *words: Words | rx.Component,
    href: str | rx.Var,
    variant: Variant = "primary",
    size: Size = "md",
    icon: str | None = None,
    icon_end: str | None = None,
    reload: bool = False,
    class_name: str | rx.Var = "",
    **props: Any,
) -> rx.Component:
    """A link drawn as a button. `reload=True` for downloads from our /api."""
    parts = [
        *([draw_icon(icon, _ICON_PX[size])] if icon else []),
        *words,
        *([draw_icon(icon_end, _ICON_PX[size])] if icon_end else []),
    ]
    look = _look(variant, size, class_name)
    if reload:
        # Even a plain `a` is routed inside the pages here, unless it says that the browser shall ask the server; and
        # unless it says that this is a download, the page takes itself for left and drops its connection.
        attributes = {"download": True, **props.pop("custom_attrs", {})}
        return ReactRouterLink.create(
            *parts, to=href, reload_document=True, class_name=look, custom_attrs=attributes, **props
        )
    return page_link(*parts, href=href, class_name=look, **props)


def text_link(*words: Words | rx.Component, href: str | rx.Var, class_name: str = "", **props: Any) -> rx.Component:
    """A link inside running text, to one of our pages."""
    return page_link(*words, href=href, class_name=class_names("link", class_name), **props)


def outside_link(
    *words: Words | rx.Component, href: str | rx.Var, class_name: str | None = None, **props: Any
) -> rx.Component:
    """A link to another site, in a new tab, which learns nothing about us."""
    return rx.el.a(
        *words,
        href=href,
        target="_blank",
        rel="noopener noreferrer nofollow",
        class_name="link" if class_name is None else class_name,
        **props,
    )
