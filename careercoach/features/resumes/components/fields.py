"""One field of the record: its words, whether we are sure, and where they were read."""

from typing import Any

import reflex as rx

from careercoach.features.resumes.schemas import Line
from careercoach.features.resumes.state import ReviewState
from careercoach.ui.components.guides import evidence_quote
from careercoach.ui.components.icons import icon
from careercoach.ui.primitives.popover import opens, popover
from careercoach.ui.texts import t

TYPING_PAUSE_MS = 600


def record_field(
    part: str,
    item_id: rx.Var[str] | str,
    name: str,
    line: rx.Var[Line],
    *,
    rows: int = 0,
    hint: rx.Var | None = None,
    label: str = "",
    **props: Any,
) -> rx.Component:
    """A labelled input that keeps itself. `rows` makes it a text of several lines."""
    field_id = f"{part}-{item_id}-{name}"
    keep = lambda value: ReviewState.edit(part, item_id, name, value)  # noqa: E731
    control = rx.el.textarea if rows else rx.el.input
    about = {"aria_describedby": f"{field_id}-hint"} if hint is not None else {}
    return rx.el.div(
        rx.el.div(
            rx.el.label(t(label or f"resumes.field.{name}"), html_for=field_id, class_name="label"),
            _source(field_id, line),
            class_name="flex items-center justify-between gap-2 min-h-[24px]",
        ),
        *([rx.el.p(hint, id=f"{field_id}-hint", class_name="tiny")] if hint is not None else []),
        control(
            id=field_id,
            default_value=line.value,
            key=f"{field_id}-{ReviewState.revision}",
            on_change=lambda value: keep(value).debounce(TYPING_PAUSE_MS),
            on_blur=keep,
            class_name=rx.cond(line.unsure, "input border-part", "input"),
            max_length=4000,
            data_testid=f"{part}-{name}",
            **({"rows": rows} if rows else {"type": props.pop("type", "text")}),
            **about,
            **props,
        ),
        class_name="field",
    )


def _source(field_id: str, line: rx.Var[Line]) -> rx.Component:
    """A small mark that opens the words of the file; nothing when the person typed them."""
    name = f"{field_id}-source"
    sure = rx.el.span(icon("file-search", 14), t("resumes.source"), class_name="inline-flex items-center gap-1")
    unsure = rx.el.span(
        icon("circle-alert", 14), t("resumes.unsure"), class_name="inline-flex items-center gap-1 text-part"
    )
    mark = rx.fragment(
        rx.el.button(
            rx.cond(line.unsure, unsure, sure),
            type="button",
            class_name="tiny rounded-xs px-1 min-h-[24px] hover:text-ink",
            custom_attrs=opens(name),
        ),
        popover(name, evidence_quote(t("resumes.source_page", page=line.page), line.quote), label=t("resumes.source")),
    )
    return rx.cond(line.quote != "", mark, rx.fragment())
