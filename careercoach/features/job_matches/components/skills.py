"""Requirements in three columns, each opening its evidence; and the gaps in the order in which to close them."""

import reflex as rx

from careercoach.features.job_matches.components.evidence import evidence, quotes
from careercoach.features.job_matches.schemas import SkillLine
from careercoach.features.job_matches.state.match import MatchState
from careercoach.ui.components.buttons import button, icon_button
from careercoach.ui.components.chips import chip, state_count
from careercoach.ui.components.surfaces import card, card_title
from careercoach.ui.primitives.popover import opens
from careercoach.ui.texts import t, t_n, t_of, t_var

STRENGTHS = [f"job_matches.strength.{one}" for one in ("must", "duty", "nice")]
SEVERITIES = [f"job_matches.severity.{one}" for one in ("critical", "major", "minor")]


def columns() -> rx.Component:
    """Have, close, missing."""
    shown = card(
        rx.el.div(
            _column("have", MatchState.had, t("matching.page.have")),
            _column("part", MatchState.close, t("matching.page.close")),
            _column("missing", MatchState.missing, t("matching.page.missing")),
            class_name="columns gap-columns",
        ),
        flush=True,
    )
    return rx.cond(MatchState.parts.contains("skills"), shown, rx.fragment())


def _column(state: str, lines: rx.Var[list[SkillLine]], title: rx.Var) -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.h3(title, class_name="subtitle"),
            state_count(lines.length().to_string(), state),  # pyright: ignore[reportArgumentType]
            class_name="flex items-center justify-between gap-3",
        ),
        rx.el.ul(rx.foreach(lines, lambda line: _skill(line, state)), class_name="divided mt-2"),
        rx.cond(
            lines.length() == 0,
            rx.el.p(t("job_matches.page.nothing_here"), class_name="muted text-sm mt-2"),
            rx.fragment(),
        ),
        data_testid=f"column-{state}",
    )


def _skill(line: rx.Var[SkillLine], state: str) -> rx.Component:
    """A line that opens both passages."""
    name = "why-" + line.key.to(str)
    how = rx.cond(
        line.status == "close",
        t("job_matches.page.counts", share=line.share.to_string()),
        rx.cond(
            line.is_claimed,
            t("job_matches.page.claimed"),
            t_of("job_matches.strength." + line.strength.to(str), STRENGTHS),
        ),
    )
    return rx.el.li(
        rx.el.button(
            rx.el.span(t_var(line.name), class_name="min-w-0 text-left"),
            rx.el.small(how, class_name="skill-note"),
            type="button",
            class_name="skill-line skill-button",
            custom_attrs=opens(name),
            data_testid="skill",
        ),
        evidence(name, _why(line), quotes(line.citations, may_be_added=True), label=t_var(line.name)),
        custom_attrs={"data-key": line.key, "data-state": state},
    )


def _why(line: rx.Var[SkillLine]) -> rx.Component:
    others = rx.el.p(t("job_matches.page.others", names=t_var(line.others)), class_name="small muted")
    hours = rx.el.p(t_n("matching.page.hours_to_close", line.hours), class_name="small muted")
    return rx.el.div(
        rx.el.div(
            rx.el.h4(t_var(line.name), class_name="subtitle"),
            rx.cond(line.is_claimed, chip(t("job_matches.page.claimed"), tone="amber", small=True), rx.fragment()),
            class_name="flex items-start justify-between gap-3",
        ),
        rx.el.p(t_of("job_matches.strength_long." + line.strength.to(str), LONG), class_name="small muted"),
        rx.el.p(t_var(line.reason)),
        rx.cond(line.others.en != "", others, rx.fragment()),
        rx.cond(line.hours > 0, hours, rx.fragment()),
        class_name="flex flex-col gap-2",
    )


LONG = [f"job_matches.strength_long.{one}" for one in ("must", "duty", "nice")]


def gaps() -> rx.Component:
    """Every gap with its severity, what it takes, and the way into the plan."""
    shown = card(
        card_title(t("job_matches.page.gaps"), rx.el.span(MatchState.gaps.length().to_string(), class_name="tiny")),
        rx.el.p(t("job_matches.page.gaps_why"), class_name="tiny mt-0.5"),
        rx.el.ol(rx.foreach(MatchState.gaps, _gap), class_name="divided mt-2", data_testid="gaps"),
    )
    return rx.cond(MatchState.gaps.length() > 0, shown, rx.fragment())


def _gap(line: rx.Var[SkillLine]) -> rx.Component:
    words = t_of("job_matches.severity." + line.severity.to(str), SEVERITIES)
    mark = rx.match(
        line.severity,
        ("critical", chip(words, tone="missing", icon="circle-alert", small=True)),
        ("major", chip(words, tone="amber", icon="circle-dot", small=True)),
        chip(words, tone="outline", small=True),
    )
    learn = button(
        t("job_matches.page.learn"),
        rx.el.span(t_var(line.name), class_name="sr-only"),
        variant="ghost",
        size="sm",
        icon="plus",
        on_click=MatchState.learn(line.key),
        data_testid="learn",
    )
    hours = rx.el.span(t_n("matching.page.hours", line.hours), class_name="tiny whitespace-nowrap")
    on_path = rx.el.span(t("matching.page.on_path"), class_name="tiny text-accent whitespace-nowrap")
    return rx.el.li(
        rx.el.span(line.priority.to_string(), class_name="avatar", aria_hidden="true"),
        rx.el.div(
            rx.el.span(t_var(line.name), class_name="text-sm min-w-0"),
            rx.el.span(
                rx.cond(line.on_path, on_path, rx.fragment()),
                mark,
                rx.cond(line.hours > 0, hours, rx.fragment()),
                class_name="flex flex-wrap items-center gap-x-3 gap-y-1",
            ),
            class_name="flex flex-1 min-w-[7rem] max-sm:flex-col gap-1 sm:gap-3 sm:items-center sm:justify-between",
        ),
        rx.cond(line.slug != "", learn, rx.fragment()),
        class_name="flex flex-wrap items-center justify-end gap-x-3 py-2",
    )


def planned() -> rx.Component:
    """What became of the wish to learn something, said at the bottom of the screen."""
    words = rx.match(
        MatchState.planned_key,
        ("added", t_n("job_matches.page.planned", MatchState.planned)),
        ("known", t("job_matches.page.planned_before")),
        t("job_matches.page.no_plan"),
    )
    link = rx.cond(
        MatchState.planned_key == "no_plan",
        rx.el.a(t("job_matches.page.make_plan"), href="/plan?build=1", class_name="underline font-semibold"),
        rx.el.a(t("job_matches.page.see_plan"), href="/plan", class_name="underline font-semibold"),
    )
    toast = rx.el.div(
        rx.el.span(words, " ", link, class_name="flex-1 min-w-0"),
        icon_button("x", t("ui.close"), size="sm", on_click=MatchState.close_planned),
        class_name="toast",
    )
    return rx.el.div(
        rx.cond(MatchState.planned_key != "", toast, rx.fragment()),
        class_name="toasts",
        role="status",
        data_testid="planned",
    )
