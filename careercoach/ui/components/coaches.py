"""Which coach answered, in small print: nobody should take a model's words for ours, or ours for a model's."""

from typing import Any

import reflex as rx

from careercoach.ui.components.buttons import text_link
from careercoach.ui.components.icons import icon
from careercoach.ui.texts import t, t_n

Words = str | rx.Var

NAMES = {"openai": "OpenAI", "gemini": "Gemini"}
"""Names as their makers write them; "local" is a sentence."""
REASONS = ("over_budget", "unavailable", "unreadable", "shield")
"""Why the built-in coach answered although a model was asked for: worth saying. Without a provider there is nothing to
explain; without consent there is a question to be asked once, where the answer stands."""


def coach_line(
    engine: Words, model: Words = "", why: Words = "", *, cut: bool | rx.Var = False, reads: bool = False
) -> rx.Component:
    """One line from a `Made`: `coach_line(answer.made.engine, answer.made.model, answer.made.why)`. `reads`: nothing
    was written with the model's help, only read."""
    way = "read_" if reads else ""
    by_model = rx.match(
        engine,
        *((name, _by_model(words, model, way)) for name, words in NAMES.items()),
        ("local", t(f"ui.coach.{way}by_local", model=model)),
        t("ui.coach.built_in"),
    )
    notes: list[tuple[str, rx.Component | rx.Var]] = [(reason, t(f"ui.coach.{reason}")) for reason in REASONS]
    notes.append(("no_consent", text_link(t("ui.coach.no_consent"), href="/settings/data")))
    return rx.el.p(
        rx.el.span(icon("bot", 14), class_name="shrink-0 mt-0.5"),
        rx.el.span(
            by_model,
            rx.cond(cut, rx.fragment(" ", t("ui.coach.cut")), rx.fragment()),
            rx.match(why, *((reason, rx.fragment(" ", words)) for reason, words in notes), rx.fragment()),
            class_name="min-w-0",
        ),
        class_name="flex items-start gap-1.5 tiny muted",
        data_testid="coach-line",
    )


def _by_model(name: str, model: Words, way: str) -> rx.Var | rx.Component:
    # Before the name of the model was kept, only its maker's was.
    return rx.cond(
        model == "", t(f"ui.coach.{way}by_maker", name=name), t(f"ui.coach.{way}by_model", name=name, model=model)
    )


def estimate_line(estimate: Any, lead: Words = "") -> rx.Component:
    """What questions to a model will take of today's allowance, before they are asked: from a var with `questions`,
    `left`, `is_enough`, `cost` ("" = not known) and `is_own` (no price). `lead` says what for."""
    takes = rx.cond(
        estimate.is_enough,
        t_n("ui.coach.takes", estimate.questions, left=estimate.left),
        t("ui.coach.takes_more", n=estimate.questions, left=estimate.left),
    )
    cost = rx.cond(estimate.cost != "", t("ui.coach.cost", cost=estimate.cost), t("ui.coach.no_price"))
    words = rx.cond(
        estimate.questions == 0,
        t("ui.coach.takes_nothing"),
        rx.cond(
            estimate.is_enough | (estimate.left > 0),
            rx.fragment(takes, rx.cond(estimate.is_own, "", rx.fragment(" ", cost))),
            t("ui.coach.over_budget"),
        ),
    )
    return rx.el.p(lead, " ", words, class_name="small muted max-w-[68ch]", data_testid="estimate")
