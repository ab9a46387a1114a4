"""One passage before and after, and what to do about it."""

import reflex as rx

from careercoach.features.resume_builder.components.editor import editor
from careercoach.features.resume_builder.schemas import QUESTIONS, REASONS, Passage, Piece, Place
from careercoach.features.resume_builder.state import RewriteState
from careercoach.ui.components.buttons import button, icon_button
from careercoach.ui.components.chips import chip
from careercoach.ui.components.icons import icon
from careercoach.ui.components.surfaces import card, card_title, row
from careercoach.ui.texts import t, t_of

ASKED = [f"resume_builder.ask.{question}" for question in QUESTIONS if question]
WHY = [f"resume_builder.why.{reason}" for reason in REASONS]


def place_card(place: rx.Var[Place]) -> rx.Component:
    """All passages under one heading."""
    title = rx.cond(place.kind == "summary", t("resume_builder.summary"), place.title)
    return card(
        card_title(title),
        rx.el.ul(rx.foreach(place.passages, _passage), class_name="divided mt-2"),
    )


def _passage(passage: rx.Var[Passage]) -> rx.Component:
    changed = (passage.after != "") | (passage.state == "edited")
    decided = passage.state != "open"
    return rx.el.li(
        rx.cond(changed, _both(passage), _one(passage)),
        rx.cond(
            RewriteState.editing == passage.key,
            editor(passage),
            rx.cond(changed | decided, _foot(passage), rx.fragment()),
        ),
        class_name="py-4 flex flex-col gap-3",
        custom_attrs={"data-state": passage.state, "data-key": passage.key},
        data_testid="passage",
        key=passage.key,
    )


def _one(passage: rx.Var[Passage]) -> rx.Component:
    """Nothing better to offer: the line, and what would make it stronger."""
    strong = rx.el.p(
        icon("check", 15), rx.el.span(t("resume_builder.strong")), class_name="tiny flex gap-1.5 items-center mt-1"
    )
    said = rx.cond(passage.question == "", strong, _asked(passage, "mt-1.5"))
    line = rx.el.div(
        rx.el.p(passage.before, class_name="max-w-[72ch]"),
        rx.cond(passage.is_new, rx.fragment(), said),
        class_name="min-w-0 flex-1",
    )
    write = icon_button(
        "pencil", t("resume_builder.edit"), size="sm", on_click=RewriteState.edit(passage.key), data_testid="edit"
    )
    return rx.el.div(line, write, class_name="flex items-start gap-2")


def _asked(passage: rx.Var[Passage], class_name: str = "") -> rx.Component:
    """The fact that would make the line stronger."""
    return rx.el.p(
        icon("circle-help", 15, class_name="shrink-0 mt-[2px]"),
        rx.el.span(t_of("resume_builder.ask." + passage.question.to(str), ASKED)),
        class_name=f"small flex gap-1.5 {class_name}".strip(),
        data_testid="question",
    )


def _both(passage: rx.Var[Passage]) -> rx.Component:
    own = passage.state == "edited"
    new = rx.el.ul(
        rx.foreach(
            passage.after_pieces,
            lambda line: rx.el.li(
                rx.foreach(line.to(list[Piece]), lambda piece: _piece(piece, "strong")), class_name="max-w-[72ch]"
            ),
        ),
        class_name="flex flex-col gap-1",
        data_testid="after",
    )
    reasons = rx.el.ul(
        rx.foreach(
            passage.reasons,
            lambda reason: rx.el.li(
                icon("info", 14, class_name="shrink-0 mt-[3px]"),
                rx.el.span(t_of("resume_builder.why." + reason.to(str), WHY)),
                class_name="flex gap-1.5",
            ),
        ),
        class_name="tiny flex flex-col gap-0.5",
        data_testid="why",
    )
    return rx.el.div(
        rx.el.div(
            rx.el.p(t("resume_builder.before"), class_name="tiny mb-1"),
            rx.el.p(
                rx.foreach(passage.before_pieces, lambda piece: _piece(piece, "weak")), class_name="muted max-w-[72ch]"
            ),
        ),
        rx.el.div(
            rx.el.p(rx.cond(own, t("resume_builder.yours"), t("resume_builder.after")), class_name="tiny mb-1"), new
        ),
        rx.cond(own, rx.fragment(), reasons),
        class_name="flex flex-col gap-3",
    )


def _piece(piece: rx.Var[Piece], tone: str) -> rx.Component:
    marked = rx.el.mark(piece.text, custom_attrs={"data-tone": tone})
    return rx.cond(piece.mark, marked, rx.el.span(piece.text))


def _foot(passage: rx.Var[Passage]) -> rx.Component:
    """What to do about it, or what was decided."""
    write = button(
        t("resume_builder.edit"), variant="ghost", size="sm", icon="pencil",
        on_click=RewriteState.edit(passage.key), data_testid="edit",
    )  # fmt: skip
    offer = rx.fragment(
        button(
            t("resume_builder.accept"), size="sm", icon="check", variant="secondary",
            on_click=RewriteState.accept(passage.key), data_testid="accept",
        ),
        button(
            t("resume_builder.reject"), variant="ghost", size="sm",
            on_click=RewriteState.reject(passage.key), data_testid="reject",
        ),
    )  # fmt: skip
    decided = rx.fragment(
        rx.match(
            passage.state,
            ("accepted", chip(t("resume_builder.accepted"), tone="have", icon="check")),
            ("edited", chip(t("resume_builder.edited"), tone="have", icon="pencil")),
            chip(t("resume_builder.kept")),
        ),
        button(
            t("resume_builder.reopen"), variant="ghost", size="sm",
            on_click=RewriteState.reopen(passage.key), data_testid="reopen",
        ),
    )  # fmt: skip
    actions = rx.cond(passage.state != "open", decided, rx.cond(passage.after != "", offer, rx.fragment()))
    return rx.el.div(
        rx.cond((passage.question != "") & (passage.state != "edited"), _asked(passage), rx.fragment()),
        row(actions, write, class_name="gap-x-2 gap-y-1"),
        class_name="flex flex-col gap-2",
    )
