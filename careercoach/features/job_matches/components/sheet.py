"""What was read from the posting, for correction. Each change is kept at once and counts at the next comparison."""

from typing import Any

import reflex as rx

from careercoach.features.job_matches.components.suggested import suggested
from careercoach.features.job_matches.schemas import CULTURES, SheetSkill
from careercoach.features.job_matches.state.match import PROBLEMS, MatchState
from careercoach.features.job_matches.state.sheet import SheetState
from careercoach.features.matching.schemas import EDUCATION
from careercoach.ui.components.buttons import button
from careercoach.ui.components.surfaces import card, card_title, notice, stack
from careercoach.ui.components.writing import keeps_typed
from careercoach.ui.texts import t, t_of, t_var

Option = tuple[str, rx.Var]
CONTRACTS = ("full-time", "part-time", "temporary", "freelance", "internship")


def review() -> rx.Component:
    """Before the first comparison: look, correct, go on."""
    go = button(
        t("job_matches.page.compare"), size="lg", icon="scale", on_click=MatchState.analyse, data_testid="compare"
    )
    head = card(
        rx.el.div(
            rx.el.div(
                rx.el.h2(t("job_matches.page.review"), class_name="subtitle"),
                rx.el.p(t("job_matches.page.review_why"), class_name="muted text-sm mt-1 max-w-[62ch]"),
                class_name="min-w-0",
            ),
            go,
            class_name="flex flex-wrap items-center justify-between gap-4",
        )
    )
    return stack(head, sheet(), data_testid="review")


def folded() -> rx.Component:
    """After it: folded away, with the way to compare again."""
    again = button(
        t("job_matches.page.again"), icon="rotate-cw", on_click=MatchState.analyse, data_testid="compare-again"
    )
    return rx.el.details(
        rx.el.summary(
            rx.el.span(t("job_matches.page.was_read"), class_name="subtitle"),
            class_name="card cursor-pointer",
            data_testid="was-read",
        ),
        rx.el.div(sheet(), rx.el.div(again), class_name="flex flex-col gap-4 mt-4"),
    )


def sheet() -> rx.Component:
    """All fields."""
    wrong = notice(t_of(SheetState.problem_key, PROBLEMS), tone="problem", test_id="sheet-problem")
    kept = rx.el.span(
        rx.cond(SheetState.saved, t("job_matches.page.kept"), ""), class_name="tiny", role="status", data_testid="kept"
    )
    content = stack(
        rx.cond(SheetState.problem_key != "", wrong, rx.fragment()),
        keeps_typed("sheet-" + SheetState.id + "-" + SheetState.count.to_string()),
        suggested(),
        card(card_title(t("job_matches.page.facts"), kept), _facts()),
        card(
            card_title(t("job_matches.page.wanted")),
            rx.el.p(t("job_matches.page.wanted_why"), class_name="tiny mt-0.5"),
            _skills(),
            _add(),
        ),
    )
    return rx.cond(SheetState.is_ready, content, rx.fragment())


def _facts() -> rx.Component:
    sheet = SheetState.sheet
    unknown: Option = ("", t("job_matches.page.not_said"))
    levels = [unknown, *((str(n), t(f"job_matches.seniority.{n}")) for n in range(6))]
    degrees = [unknown, *((level, t(f"job_matches.education.{level}")) for level in EDUCATION)]
    places = [unknown, *((one, t(f"job_matches.place.{one}")) for one in ("onsite", "hybrid", "remote"))]
    contracts = [unknown, *((one, t(f"job_matches.contract.{one}")) for one in CONTRACTS)]
    return rx.el.div(
        _text("title", sheet.title),
        _choice("field", sheet.field, None),
        _choice("seniority", SheetState.seniority, levels),
        _text("years_least", SheetState.years_least, input_mode="decimal"),
        _choice("education", SheetState.education, degrees),
        _choice("contract", sheet.contract, contracts),
        _choice("place", SheetState.place, places),
        _text("location", sheet.location),
        _text("pay_least", SheetState.pay_least, input_mode="numeric"),
        _text("pay_most", SheetState.pay_most, input_mode="numeric"),
        _text("currency", sheet.currency),
        _certificates(),
        _cultures(),
        class_name="grid grid-cols-[minmax(0,1fr)] sm:grid-cols-2 gap-x-5 gap-y-4 mt-3",
    )


def _label(name: str) -> rx.Component:
    return rx.el.label(t(f"job_matches.sheet.{name}"), html_for=f"sheet-{name}", class_name="label")


def _text(name: str, value: Any, **props: Any) -> rx.Component:
    typed = rx.el.input(
        id=f"sheet-{name}",
        name=name,
        default_value=value,
        key=f"{name}-" + rx.Var.create(value).to_string(),
        max_length=200,
        auto_complete="off",
        on_blur=lambda text: SheetState.correct(name, text),
        class_name="input",
        **props,
    )
    return rx.el.div(_label(name), typed, class_name="field")


def _choice(name: str, value: Any, options: list[Option] | None) -> rx.Component:
    if options is None:
        listed: list[rx.Component] = [
            rx.foreach(SheetState.sheet.fields, lambda one: rx.el.option(t_var(one.name), value=one.slug))  # pyright: ignore[reportAssignmentType]
        ]
    else:
        listed = [rx.el.option(words, value=key) for key, words in options]
    chosen = rx.el.select(
        *listed,
        id=f"sheet-{name}",
        value=value,
        on_change=lambda picked: SheetState.correct(name, picked),
        class_name="input",
    )
    return rx.el.div(_label(name), chosen, class_name="field")


def _certificates() -> rx.Component:
    rows = rx.foreach(
        SheetState.sheet.certificates,
        lambda one: rx.el.li(
            rx.el.span(one, class_name="flex-1 min-w-0"),
            button(
                t("job_matches.page.strike"), rx.el.span(one, class_name="sr-only"), variant="ghost", size="sm", icon="x",
                on_click=SheetState.correct("certificate:" + one.to(str), ""),
            ),
            class_name="flex items-center gap-2 text-sm",
        ),
    )  # fmt: skip
    listed = rx.el.div(
        rx.el.span(t("job_matches.sheet.certificates"), class_name="label"),
        rx.el.ul(rows),
        class_name="field sm:col-span-2",
    )
    return rx.cond(SheetState.sheet.certificates.length() > 0, listed, rx.fragment())


def _cultures() -> rx.Component:
    def one(name: str) -> rx.Component:
        return rx.el.button(
            t(f"job_matches.culture.{name}"),
            type="button",
            aria_pressed=SheetState.sheet.cultures.contains(name),
            on_click=SheetState.toggle_culture(name),
            class_name="chip aria-pressed:bg-accent-soft aria-pressed:text-accent",
        )

    return rx.el.fieldset(
        rx.el.legend(t("job_matches.sheet.cultures"), class_name="label mb-2"),
        rx.el.div(*(one(name) for name in CULTURES), class_name="flex flex-wrap gap-2"),
        class_name="sm:col-span-2 min-w-0",
    )


def _skills() -> rx.Component:
    return rx.el.ul(rx.foreach(SheetState.sheet.skills, _skill), class_name="divided mt-2", data_testid="sheet-skills")


def _skill(line: rx.Var[SheetSkill]) -> rx.Component:
    name = t_var(line.name)
    options = [rx.el.option(t(f"job_matches.strength.{one}"), value=one) for one in ("must", "duty", "nice", "removed")]
    return rx.el.li(
        rx.el.span(
            rx.el.span(name, class_name=rx.cond(line.strength == "removed", "line-through text-ink-3", "")),
            rx.cond(
                line.quote != "", rx.el.span("“", line.quote, "”", class_name="tiny block truncate"), rx.fragment()
            ),
            class_name="flex-1 min-w-0 text-sm max-sm:basis-full",
        ),
        rx.el.input(
            id="years-" + line.key.to(str),
            default_value=rx.cond(line.years, line.years.to_string(), ""),
            placeholder=t("job_matches.sheet.years"),
            aria_label=t("job_matches.page.years_of", name=name),
            max_length=4,
            input_mode="decimal",
            on_blur=lambda text: SheetState.correct("years:" + line.key.to(str), text),
            class_name="input w-[76px] max-sm:w-[96px]",
        ),
        rx.el.select(
            *options,
            value=line.strength,
            on_change=lambda picked: SheetState.correct("strength:" + line.key.to(str), picked),
            aria_label=t("job_matches.page.how_wanted", name=name),
            class_name="input w-auto max-sm:flex-1",
        ),
        class_name="flex max-sm:flex-wrap items-center gap-x-3 gap-y-2 py-2.5",
        custom_attrs={"data-key": line.key},
    )


def _add() -> rx.Component:
    return rx.el.form(
        rx.el.label(t("job_matches.page.add_skills"), html_for="sheet-add", class_name="label"),
        rx.el.div(
            rx.el.input(
                id="sheet-add", name="skills", key="add-" + SheetState.count.to_string(), max_length=200,
                placeholder=t("job_matches.page.add_example"), auto_complete="off", class_name="input flex-1 min-w-0",
            ),
            button(t("job_matches.page.add"), type="submit", variant="secondary", icon="plus", data_testid="add-skill"),
            class_name="flex gap-2",
        ),
        on_submit=SheetState.add_skills,
        class_name="field mt-4",
    )  # fmt: skip
