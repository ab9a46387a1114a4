"""Passages beside the files; or what is needed first."""

import reflex as rx

from careercoach.features.resume_builder.components.coach import at_work, progress
from careercoach.features.resume_builder.components.files import files
from careercoach.features.resume_builder.components.missing import missing
from careercoach.features.resume_builder.components.passages import place_card
from careercoach.features.resume_builder.state import RewriteState
from careercoach.ui.components.buttons import link_button, text_link
from careercoach.ui.components.states import empty_state
from careercoach.ui.components.surfaces import card, notice, stack, two_columns
from careercoach.ui.texts import t, t_of

PROBLEMS = ["resume_builder.other_words", "core.changed_elsewhere", "core.not_found", "core.something_went_wrong"]


def content() -> rx.Component:
    """The whole page under its head."""
    view = RewriteState.view
    main = stack(
        _problem(),
        at_work(),
        rx.cond(view.basis == "resume", notice(_from_resume()), rx.fragment()),
        rx.cond(
            view.places.length() > 0,
            rx.el.div(rx.foreach(view.places, place_card), class_name="flex flex-col gap-4", data_testid="places"),
            _no_passages(),
        ),
        gap="md",
    )
    aside = stack(progress(), files(), rx.cond(view.missing.length() > 0, missing(), rx.fragment()), gap="md")
    return rx.cond(view, two_columns(main, aside), _nothing())


def _problem() -> rx.Component:
    """What went wrong with the last thing that was pressed."""
    words = t_of(RewriteState.problem_key, PROBLEMS)
    return rx.cond(
        RewriteState.problem_key != "", notice(words, tone="problem", test_id="rewrite-problem"), rx.fragment()
    )


def _from_resume() -> rx.Component:
    return rx.el.span(
        t("resume_builder.from_resume"), " ", text_link(t("resume_builder.to_record"), href="/resume/review")
    )


def _nothing() -> rx.Component:
    return card(
        empty_state(
            "resume",
            t("resume_builder.nothing"),
            link_button(t("resume_builder.add_resume"), href="/resume", icon="upload"),
            hint=t("resume_builder.nothing_hint"),
            test_id="nothing-to-rewrite",
        )
    )


def _no_passages() -> rx.Component:
    return card(
        empty_state(
            "resume",
            t("resume_builder.no_passages"),
            link_button(t("resume_builder.add_lines"), href="/resume/review", icon="pencil"),
            hint=t("resume_builder.no_passages_hint"),
        )
    )
