"""Text that is written, streamed and shown: autosaved answers, streaming panels, markdown, code, clocks."""

from typing import Any

import reflex as rx

from careercoach.ui.autosave import AutosaveBridge, TypedBridge
from careercoach.ui.bridge import CopyBridge, MarkdownBridge, TimerBridge
from careercoach.ui.components.buttons import button
from careercoach.ui.components.icons import icon
from careercoach.ui.texts import t

Words = str | rx.Var


def autosave_text(
    name: str,
    label: Words,
    *,
    draft_key: str | rx.Var[str],
    saved: rx.Var[str],
    on_save: Any,
    version: rx.Var[int] | int = 0,
    reset: rx.Var[int] | int = 0,
    taken: rx.Var[str] | str | None = None,
    local: bool = False,
    on_next: Any = None,
    placeholder: Words = "",
    max_length: int = 12_000,
    rows: int = 9,
    test_id: str = "answer",
) -> rx.Component:
    """A large text field that never loses a word.

    It sends the text to `on_save` (takes a str and the int `version` of the copy it was written on) 0.8 s after the
    last key and when the field is left. `saved` is the server's copy: set it in the handler once the text is in the
    database, that is what turns the mark to "Saved". `draft_key` names the draft in the browser; make it unique per
    person and question, and give the whole field a `key` with it when one page shows several in turn. Raise `reset`
    to drop the draft for the server's copy. `on_next` is called by Ctrl+Enter. Where the `draft_key` of one and the same
    field changes, `taken` is the text that left it: what was typed since stays in it.
    `local`: only the browser keeps the draft, and `saved` does not change while it is written.
    """
    attributes = {
        "id": name,
        "name": name,
        "rows": rows,
        "maxLength": max_length,
        "placeholder": placeholder,
        "className": "input text-md",
        "data-testid": test_id,
        "data-keeps-itself": "true",
    }
    words = {
        "saved": t("ui.autosave.here" if local else "ui.autosave.saved"),
        "saving": t("ui.autosave.saving"),
        "word": t("ui.autosave.word"),
        "words": t("ui.autosave.words"),
    }
    return rx.el.div(
        rx.el.label(label, html_for=name, class_name="label"),
        AutosaveBridge.create(
            draft_key=draft_key,
            saved=saved,
            version=version,
            reset=reset,
            words=words,
            attributes=attributes,
            on_save=on_save,
            **({"on_next": on_next} if on_next is not None else {}),
            **({"local": True} if local else {}),
            **({"taken": taken} if taken is not None else {}),
        ),
        class_name="field",
    )


def keeps_typed(store: str | rx.Var[str], *, stays: bool = False) -> rx.Component:
    """Put into a form (or a box) of plain fields with ids: what was typed there survives a reload and a cut line.

    `store` names it in the browser; another one, say after saving, begins anew. `stays`: also when the form is left
    by a link; without it a form that closes is done with.
    """
    return TypedBridge.create(store=store, stays=stays)


def timer(
    seconds: rx.Var[int] | int, *, running: rx.Var[bool] | bool = True, up: bool = False, on_end: Any = None
) -> rx.Component:
    """Minutes and seconds left (or gone, with `up`), from what the server said at its last word."""
    return rx.el.span(
        icon("timer", 16),
        TimerBridge.create(
            seconds=seconds, running=running, up=up, **({"on_end": on_end} if on_end is not None else {})
        ),
        class_name="inline-flex items-center gap-1.5 text-ink-2",
    )


def streaming_panel(
    *children: rx.Component, running: rx.Var[bool], label: Words, on_stop: Any = None, test_id: str = "stream"
) -> rx.Component:
    """Results as they arrive, with Stop while more come. `children` may be a `rx.foreach` of finished parts."""
    foot = rx.el.div(
        rx.el.span(
            rx.el.span(class_name="spinner", aria_hidden="true"),
            label,
            class_name="flex items-center gap-2.5 small muted",
            role="status",
        ),
        *(
            [button(t("ui.stop"), variant="secondary", size="sm", icon="square", on_click=on_stop)]
            if on_stop is not None
            else []
        ),
        class_name="flex items-center justify-between gap-3",
    )
    return rx.el.div(
        rx.el.div(*children, class_name="flex flex-col gap-3", aria_live="polite", aria_busy=running),
        rx.cond(running, foot, rx.fragment()),
        class_name="flex flex-col gap-4",
        data_testid=test_id,
    )


def markdown_view(source: rx.Var[str] | str) -> rx.Component:
    """Markdown shown as text and links only: raw HTML and images are left out, links are marked as foreign."""
    return rx.el.div(MarkdownBridge.create(source), class_name="markdown")


def code_block(code: str | rx.Var[str], *, copy: bool = True, label: Words | None = None) -> rx.Component:
    """Commands or code, in one piece, with a button that copies them."""
    words = {"copy": t("ui.copy"), "done": t("ui.copied")}
    name = label if label is not None else t("ui.code")
    return rx.el.div(
        rx.el.pre(rx.el.code(code), class_name="code", tab_index=0, role="region", aria_label=name),
        *(
            [rx.el.div(CopyBridge.create(text=code, words=words), class_name="absolute top-2.5 right-2.5")]
            if copy
            else []
        ),
        class_name="relative",
    )
