"""A long list with a search field: roles, time zones. Arrow keys, Enter and Escape work; on phones it is a sheet."""

from typing import Any

import reflex as rx

from careercoach.ui.components.icons import icon
from careercoach.ui.primitives.popover import close_popover, opens
from careercoach.ui.texts import t

Words = str | rx.Var


class _Part(rx.Component):
    library = "cmdk@1.1.1"


class CommandRoot(_Part):
    tag = "Command"
    label: rx.Var[str]
    should_filter: rx.Var[bool]
    loop: rx.Var[bool]


class CommandInput(_Part):
    tag = "CommandInput"
    placeholder: rx.Var[str]
    value: rx.Var[str]
    on_value_change: rx.EventHandler[rx.event.passthrough_event_spec(str)]


class CommandList(_Part):
    tag = "CommandList"
    label: rx.Var[str]


class CommandEmpty(_Part):
    tag = "CommandEmpty"


class CommandItem(_Part):
    tag = "CommandItem"
    value: rx.Var[str]
    keywords: rx.Var[list[str]]
    on_select: rx.EventHandler[rx.event.no_args_event_spec]


def combobox(
    name: str,
    label: Words,
    options: rx.Var | list[tuple[str, Words]],
    *,
    shown: Words,
    on_choose: Any,
    placeholder: Words,
    hint: Words | None = None,
    nothing_found: Words | rx.Component | None = None,
    on_search: Any = None,
    found_for: rx.Var | None = None,
) -> rx.Component:
    """A field that opens a searchable list.

    `options`: a list var of objects with `value`, `label` and `keywords` (list of str: other names to find it by),
    or fixed (value, words) pairs. `shown` is the chosen one in words, "" when none. `on_choose` takes the value.
    `on_search` (takes the typed text) is for lists the server filters; else the browser does. Such a list says with
    `found_for` which words it answers; somebody quick can choose from it while the answer to their last letters is on
    its way, so `on_choose` then takes the value and those last words too ("" when the list was up to date).
    Put "use what I typed" into `nothing_found`.
    """
    sheet = f"{name}-list"
    search = CommandRoot.create(
        _search_field(label, placeholder, on_search),
        CommandList.create(
            CommandEmpty.create(nothing_found or t("ui.nothing_found"), class_name="px-3 py-4 text-sm text-ink-2"),
            _items(options, sheet, on_choose, found_for),
            label=label,
            class_name="p-1.5 overflow-auto max-h-[min(320px,50vh)]",
        ),
        label=label,
        loop=True,
        should_filter=on_search is None,
    )
    return rx.el.div(
        rx.el.span(label, id=f"{name}-label", class_name="label"),
        *([rx.el.p(hint, class_name="tiny")] if hint is not None else []),
        _opener(name, sheet, shown, placeholder),
        rx.el.div(
            search,
            id=sheet,
            role="dialog",
            aria_label=label,
            custom_attrs={"popover": "auto"},
            class_name="anchored anchored-wide float p-0 overflow-hidden",
        ),
        class_name="field",
    )


def _items(
    options: rx.Var | list[tuple[str, Words]], sheet: str, on_choose: Any, found_for: rx.Var | None
) -> rx.Component:
    """The entries. A list from the server names its entries by place, so that the highlight stays on the first one
    when the list changes under it."""

    def item(value: str | rx.Var, words: Words, keywords: Any, name: Any = None) -> rx.Component:
        chosen = on_choose(value) if found_for is None else on_choose(value, _missed(sheet, found_for))
        return CommandItem.create(
            words,
            value=value if name is None else name,
            keywords=keywords,
            on_select=[chosen, close_popover(sheet)],
            class_name="menu-item",
        )

    if not isinstance(options, rx.Var):
        return rx.fragment(*(item(value, words, [words]) for value, words in options))
    if found_for is not None:
        return rx.foreach(options, lambda o, place: item(o.value, o.label, o.keywords, place.to_string()))  # pyright: ignore[reportReturnType]
    return rx.foreach(  # pyright: ignore[reportReturnType]
        options, lambda o: item(o.value, o.label, rx.Var.create([o.label]).to(list[str]) + o.keywords)
    )


def _missed(sheet: str, found_for: rx.Var) -> rx.Var[str]:
    typed = f"(document.querySelector('#{sheet} input')?.value ?? '')"
    script = f"({typed} === {found_for} ? '' : {typed})"
    return rx.Var(script, _var_type=str, _var_data=found_for._get_all_var_data())


def _search_field(label: Words, placeholder: Words, on_search: Any) -> rx.Component:
    asks = {"on_value_change": on_search.debounce(80)} if on_search is not None else {}
    return rx.el.div(
        icon("search", 16, "text-ink-3"),
        CommandInput.create(
            placeholder=placeholder,
            class_name="flex-1 min-w-0 bg-transparent outline-none min-h-[44px] text-body",
            custom_attrs={"autofocus": "true", "aria-label": label},
            **asks,
        ),
        class_name="flex items-center gap-2 px-3 border-b border-line sticky top-0 bg-surface",
    )


def _opener(name: str, sheet: str, shown: Words, placeholder: Words) -> rx.Component:
    return rx.el.button(
        rx.el.span(
            rx.cond(shown != "", shown, placeholder),
            class_name=rx.cond(shown != "", "truncate", "truncate text-ink-3"),
            id=f"{name}-shown",
        ),
        icon("chevrons-up-down", 16, "text-ink-3"),
        id=name,
        type="button",
        aria_haspopup="dialog",
        aria_labelledby=f"{name}-label {name}-shown",
        class_name="input flex items-center justify-between gap-2 text-left",
        custom_attrs=opens(sheet),
    )
