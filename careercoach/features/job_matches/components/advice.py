"""What follows from an analysis: strengths, improvements, recommendations, next steps, experience, material."""

import reflex as rx

from careercoach.features.job_matches.components.evidence import evidence, quotes
from careercoach.features.job_matches.schemas import Claim, LearningLine, ResourceLine
from careercoach.features.job_matches.state.match import MatchState
from careercoach.ui.components.buttons import button, outside_link, page_link
from careercoach.ui.components.coaches import coach_line
from careercoach.ui.components.icons import icon
from careercoach.ui.components.surfaces import card, card_title
from careercoach.ui.primitives.popover import opens
from careercoach.ui.texts import t, t_n, t_of, t_var

LONG_MIN = 120
"""From here on hours say more than minutes."""
FORMATS = [
    f"job_matches.format.{one}"
    for one in ("video", "article", "interactive", "course", "book", "documentation", "practice")
]


def blocks() -> rx.Component:
    """The four lists side by side, each as soon as it is there, and who advised."""
    by = MatchState.adviser
    listed = rx.el.div(
        _block("priorities", MatchState.priorities, "flame", ordered=True),
        _block("next_steps", MatchState.next_steps, "list-checks", ordered=True),
        _block("strengths", MatchState.strengths, "badge-check"),
        _block("recommendations", MatchState.recommendations, "lightbulb"),
        class_name="grid grid-cols-[minmax(0,1fr)] md:grid-cols-2 gap-5 items-start",
    )
    told = rx.cond(MatchState.parts.contains("advice"), coach_line(by.engine, by.model, by.why), rx.fragment())
    return rx.el.div(listed, told, class_name="flex flex-col gap-3", data_testid="advice")


def _block(name: str, claims: rx.Var[list[Claim]], sign: str, *, ordered: bool = False) -> rx.Component:
    listed = rx.el.ol if ordered else rx.el.ul
    shown = card(
        rx.el.h2(
            icon(sign, 18, "text-ink-3"),
            rx.el.span(t(f"job_matches.page.{name}")),
            class_name="subtitle flex items-center gap-2.5",
        ),
        listed(rx.foreach(claims, lambda claim, place: _claim(claim, place, name)), class_name="divided mt-2"),
        data_testid=f"block-{name}",
    )
    return rx.cond(claims.length() > 0, shown, rx.fragment())


def _claim(claim: rx.Var[Claim], place: rx.Var[int], block: str) -> rx.Component:
    name = f"{block}-" + place.to_string()
    why = rx.el.button(
        icon("quote", 14),
        rx.el.span(t("job_matches.page.evidence")),
        type="button",
        class_name="tap tiny inline-flex items-center gap-1 underline decoration-dotted underline-offset-4 min-h-[24px]",
        custom_attrs=opens(name),
        data_testid="evidence",
    )
    cited = rx.fragment(
        why,
        evidence(name, rx.el.p(t_var(claim.sentence)), quotes(claim.citations), label=t("job_matches.page.evidence")),
    )
    go = page_link(t("job_matches.page.go"), href=claim.href, class_name="link text-xs")
    return rx.el.li(
        rx.el.p(t_var(claim.sentence), class_name="text-sm"),
        rx.el.div(
            rx.cond(claim.citations.length() > 0, cited, rx.fragment()),
            rx.cond(claim.href != "", go, rx.fragment()),
            class_name="flex items-center gap-4 mt-1 empty:hidden",
        ),
        class_name="py-2.5",
    )


def experience() -> rx.Component:
    """Years against those asked for."""
    gap = MatchState.experience
    shown = card(
        rx.el.h2(
            icon("briefcase", 18, "text-ink-3"),
            rx.el.span(t("job_matches.page.experience")),
            class_name="subtitle flex items-center gap-2.5",
        ),
        rx.el.p(t_var(gap.sentence), class_name="text-sm mt-2 mb-3"),
        quotes(gap.citations),
        data_testid="block-experience",
    )
    return rx.cond(MatchState.experience, shown, rx.fragment())


def learning() -> rx.Component:
    """Material for the gaps that count most."""
    shown = card(
        card_title(t("job_matches.page.learning")),
        rx.el.div(
            rx.foreach(MatchState.learning, _skill),
            class_name="grid grid-cols-[minmax(0,1fr)] md:grid-cols-2 gap-x-8 gap-y-5 mt-3",
        ),
        data_testid="block-learning",
    )
    return rx.cond(MatchState.learning.length() > 0, shown, rx.fragment())


def _skill(line: rx.Var[LearningLine]) -> rx.Component:
    add = button(
        t("job_matches.page.learn"),
        rx.el.span(t_var(line.name), class_name="sr-only"),
        variant="ghost",
        size="sm",
        icon="plus",
        on_click=MatchState.learn(line.key),
    )
    return rx.el.div(
        rx.el.div(
            rx.el.h3(t_var(line.name), class_name="label"),
            rx.el.span(t_n("matching.page.hours", line.hours), class_name="tiny flex-1"),
            add,
            class_name="flex items-center gap-3",
        ),
        rx.el.ul(rx.foreach(line.resources, _resource), class_name="divided"),
        class_name="min-w-0",
    )


def _resource(line: rx.Var[ResourceLine]) -> rx.Component:
    minutes = rx.cond(
        line.minutes >= LONG_MIN,
        t_n("matching.page.hours", (line.minutes + 30) // 60),
        t_n("job_matches.page.minutes", line.minutes),
    )
    return rx.el.li(
        outside_link(line.title, href=line.url, class_name="link text-sm min-w-0"),
        rx.el.span(
            line.provider, " · ", t_of("job_matches.format." + line.format.to(str), FORMATS), " · ", minutes,
            class_name="tiny block",
        ),
        class_name="py-2",
    )  # fmt: skip
