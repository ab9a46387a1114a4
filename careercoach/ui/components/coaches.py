"""Which coach answered, in small print: nobody should take a model's words for ours, or ours for a model's."""

import reflex as rx

from careercoach.ui.components.buttons import text_link
from careercoach.ui.components.icons import icon
from careercoach.ui.texts import t

Words = str | rx.Var

NAMES = {"openai": "OpenAI", "gemini": "Gemini"}
"""Names as their makers write them; "local" is a sentence."""
REASONS = ("over_budget", "unavailable", "unreadable", "shield")
"""Why the built-in coach answered although a model was asked for: worth saying. Without a provider there is nothing to
explain; without consent there is a question to be asked once, where the answer stands."""


def coach_line(engine: Words, model: Words = "", why: Words = "", *, cut: bool | rx.Var = False) -> rx.Component:
    """One line from a `Made`: `coach_line(answer.made.engine, answer.made.model, answer.made.why)`."""
    by_model = rx.match(
        engine,
        *((name, t("ui.coach.by_model", name=words, model=model)) for name, words in NAMES.items()),
        ("local", t("ui.coach.by_local", model=model)),
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
