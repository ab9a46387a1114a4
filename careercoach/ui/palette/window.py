"""The palette itself: a dialog of the browser's own with a field and the list of what was found."""

from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex.event import EventSpec
from reflex_components_core.el.elements.forms import Input
from reflex_components_core.el.elements.other import Dialog
from reflex_components_core.react_router import ReactRouterLink

from careercoach.ui.bridge import HotKeyBridge
from careercoach.ui.browser import does, element
from careercoach.ui.components.forms import NativeForm
from careercoach.ui.components.icons import icon
from careercoach.ui.palette.rows import Group, Row
from careercoach.ui.palette.state import LONGEST, PaletteState
from careercoach.ui.texts import t

NAME, FIELD, LEAVE = "palette", "palette-field", "palette-leave"
KEYS = ["ArrowUp", "ArrowDown", "Home", "End", "Enter"]


@dataclass(frozen=True)
class _Writing:
    isComposing: bool = False


@dataclass(frozen=True)
class _KeyDown:
    """What the browser tells of a pressed key, as far as it is asked here."""

    key: str = ""
    ctrlKey: bool = False
    metaKey: bool = False
    shiftKey: bool = False
    nativeEvent: _Writing = _Writing()


def _pressed(event: rx.vars.ObjectVar[_KeyDown]) -> tuple[rx.Var[str], rx.Var[bool], rx.Var[bool]]:
    """The key, whether with Ctrl or ⌘, and whether it is one of ours: not while a word is still being composed."""
    is_ours = rx.Var.create(KEYS).contains(event.key) & ~event.shiftKey & ~event.nativeEvent.isComposing
    return event.key.to(str), event.ctrlKey | event.metaKey, is_ours


class PaletteField(Input):
    """A field that tells its keys in our way."""

    on_key_down: rx.EventHandler[_pressed]


@dataclass(frozen=True)
class _Place:
    id: str = ""


@dataclass(frozen=True)
class _Click:
    target: _Place = _Place()


def _clicked(event: rx.vars.ObjectVar[_Click]) -> tuple[rx.Var[bool]]:
    """Whether it was beside the window: there is nothing but the dialog itself."""
    return (event.target.id == NAME,)


class PaletteDialog(Dialog):
    """A dialog that tells when it was closed, however that happened, and which clicks were beside it."""

    on_click: rx.EventHandler[_clicked]
    on_close: rx.EventHandler[rx.event.no_args_event_spec]


def show_palette() -> EventSpec:
    """Open it, in the browser."""
    return does(element(NAME).showModal)


@rx.memo
def closing() -> rx.Component:
    """Closes the palette when this appears."""
    return rx.fragment(on_mount=does(element(NAME).close))


@rx.memo
def in_sight(row: rx.Var[str]) -> rx.Component:
    """Scrolls a row to where it can be seen, when this appears."""
    return rx.fragment(on_mount=rx.scroll_to(row, rx.Var.create({"block": "nearest"})))


@rx.memo
def palette() -> rx.Component:
    """Everything that can be reached, to be found by typing. Once per frame; seen when it is opened."""
    return rx.fragment(
        HotKeyBridge.create(dialog=NAME, on_leave=PaletteState.close),
        rx.cond(PaletteState.step == "done", closing(), rx.fragment()),
        rx.fragment(in_sight(row=f"palette-{PaletteState.now}"), key=f"{PaletteState.now} {PaletteState.said}"),
        NativeForm.create(id=LEAVE, action="/api/auth/logout", method="post"),
        PaletteDialog.create(
            rx.el.div(_head(), _status(), _list(), _keys(), class_name="palette-frame"),
            id=NAME,
            aria_label=t("palette.label"),
            on_click=lambda is_beside: rx.cond(is_beside, does(element(NAME).close), rx.noop()),
            on_close=[rx.set_value(FIELD, ""), PaletteState.close],
            class_name="palette float",
        ),
    )


def _head() -> rx.Component:
    close = rx.el.button(icon("x"), type="submit", aria_label=t("ui.close"), class_name="btn btn-ghost btn-icon btn-sm")
    return rx.el.div(
        icon("search", 20),
        PaletteField.create(
            id=FIELD,
            type="text",
            role="combobox",
            aria_label=t("palette.label"),
            aria_expanded=True,
            aria_controls="palette-list",
            aria_autocomplete="list",
            aria_activedescendant=f"palette-{PaletteState.now}",
            placeholder=t("palette.placeholder"),
            max_length=LONGEST,
            auto_complete="off",
            auto_capitalize="none",
            spell_check=False,
            enter_key_hint="go",
            on_focus=PaletteState.find,
            on_change=PaletteState.find,
            on_key_down=lambda key, aside, is_ours: rx.cond(
                is_ours, PaletteState.press(key, aside).prevent_default, rx.noop()
            ),
        ),
        NativeForm.create(close, method="dialog"),
        class_name="palette-head",
    )


def _status() -> rx.Component:
    is_sure = PaletteState.step == "sure"
    return rx.el.p(
        rx.cond(is_sure, t("palette.sure"), PaletteState.said),
        role="status",
        class_name=rx.cond(is_sure | PaletteState.is_nothing, "palette-none", "sr-only"),
    )


def _list() -> rx.Component:
    return rx.el.div(
        rx.foreach(PaletteState.groups, _group),
        id="palette-list",
        role="listbox",
        aria_label=t("palette.results"),
        class_name="palette-list",
    )


def _group(group: rx.Var[Group]) -> rx.Component:
    titled = rx.el.div(group.words, class_name="nav-group", aria_hidden="true")
    return rx.el.div(
        rx.cond(group.words != "", titled, rx.fragment()),
        rx.foreach(group.rows, _row),
        role="group",
        aria_label=rx.cond(group.words != "", group.words, t("palette.results")),
    )


def _row(row: rx.Var[Row]) -> rx.Component:
    inside = (
        rx.el.svg(
            rx.el.path(d=row.icon), width=18, height=18, view_box="0 0 24 24", class_name="icon", aria_hidden="true"
        ),
        # A language is written in its own letters, which spare the reader a font download.
        rx.el.span(
            row.words, class_name=rx.cond(row.kind == "language", "flex-1 min-w-0 font-[system-ui]", "flex-1 min-w-0")
        ),
        rx.cond(row.group != "", rx.el.span(row.group, class_name="tiny"), rx.fragment()),
    )
    is_file, is_form = row.kind == "file", row.kind == "form"
    about: dict[str, Any] = {
        "id": rx.Var.create("palette-") + row.name,
        "role": "option",
        "tab_index": -1,
        "aria_selected": row.name == PaletteState.now,
        "class_name": "palette-row",
    }
    is_sure = is_form & (PaletteState.step == "sure")
    return rx.cond(
        is_file | (row.kind == "to"),
        ReactRouterLink.create(
            *inside,
            to=row.target,
            reload_document=is_file,
            custom_attrs={"download": is_file},
            on_click=lambda mouse: rx.cond(
                mouse.ctrl_key | mouse.meta_key | mouse.shift_key, rx.noop(), PaletteState.choose(row.name)
            ),
            **about,
        ),
        rx.el.button(
            *inside,
            key=rx.cond(is_sure, "sure", "row"),
            type=rx.cond(is_form, "submit", "button"),
            form=rx.cond(is_form, LEAVE, ""),
            auto_focus=is_sure,
            on_click=rx.cond(is_form, rx.noop(), PaletteState.choose(row.name)),
            **about,
        ),
    )


def _keys() -> rx.Component:
    def key(sign: str, word: str) -> rx.Component:
        return rx.el.span(rx.el.kbd(sign), t(f"palette.keys.{word}"), class_name="flex items-center gap-1.5")

    return rx.el.div(
        key("↑ ↓", "choose"), key("↵", "open"), key("Esc", "close"), class_name="palette-keys", aria_hidden="true"
    )
