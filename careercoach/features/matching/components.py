"""The parts of the gap report: verdict, three columns with their evidence, the shortest path."""

import reflex as rx

from careercoach.features.matching.rules.gaps import FIT_FROM
from careercoach.features.matching.schemas import GapSkill, Proof, Sentence
from careercoach.features.matching.state import NOTHING, Column, GapState
from careercoach.ui.components.buttons import button, link_button
from careercoach.ui.components.chips import chip, state_count
from careercoach.ui.components.dialogs import undo_toast
from careercoach.ui.components.guides import evidence_quote
from careercoach.ui.components.icons import icon
from careercoach.ui.components.meters import progress_ring
from careercoach.ui.components.states import empty_state, loading, skeleton
from careercoach.ui.components.surfaces import card, card_title, stack
from careercoach.ui.primitives.popover import opens, popover
from careercoach.ui.texts import t, t_n, t_of, t_var

CLOSE_FROM = 50
"""Readiness from which NOT YET is called close."""
LEVELS = [f"matching.level.{level}" for level in ("basic", "working", "strong")]
PLACES = [
    f"matching.page.where.{where}"
    for where in ("work", "project", "education", "certificate", "skills", "summary", "other", "claimed")
]


def report(*, build_href: str = "/plan?build=1") -> rx.Component:
    """The whole report, or what is needed to make one."""
    content = rx.cond(GapState.gap, _report(build_href), nothing())
    return loading(GapState.is_ready, content, waiting=_waiting(), label=t("matching.page.loading"))


def _waiting() -> rx.Component:
    return rx.el.div(
        skeleton("h-[160px] w-full rounded-lg"),
        skeleton("h-[420px] w-full rounded-lg"),
        class_name="flex flex-col gap-5",
    )


def nothing() -> rx.Component:
    """No role or no record yet."""
    add = rx.el.div(
        link_button(t("matching.page.add_resume"), href="/onboarding/resume", icon="upload"),
        link_button(t("matching.page.type_skills"), href="/onboarding/review", variant="secondary"),
        class_name="flex flex-wrap justify-center gap-3",
    )
    choose = link_button(t("matching.page.choose_role"), href="/settings", icon="target")
    no_role = GapState.problem_key == "matching.page.no_role"
    return card(
        empty_state(
            "resume",
            t_of(GapState.problem_key, NOTHING),
            rx.cond(no_role, choose, add),
            hint=t("matching.page.nothing_hint"),
            test_id="no-gap",
        )
    )


def _report(build_href: str) -> rx.Component:
    return stack(_verdict(build_href), _columns(), _foot(), undo_claim(), class_name="gap-5", data_testid="gap-report")


def _verdict(build_href: str) -> rx.Component:
    gap = GapState.gap
    fits = gap.verdict == "FIT"
    rings = [
        progress_ring(
            gap.readiness,
            figure=gap.readiness.to_string(),
            label=t("matching.page.ring", n=gap.readiness, threshold=gap.threshold),
            mark_percent=FIT_FROM,
            size=104,
            tone=tone,  # pyright: ignore[reportArgumentType]
            test_id="readiness",
        )
        for tone in ("accent", "amber")
    ]
    head = rx.cond(
        fits,
        t("matching.page.fit"),
        rx.cond(gap.readiness >= CLOSE_FROM, t("matching.page.not_yet_close"), t("matching.page.not_yet")),
    )
    reasons = rx.el.ul(
        rx.foreach(gap.reasons, lambda reason: rx.el.li(t_var(reason))),
        class_name="muted mt-1.5 max-w-[64ch] flex flex-col gap-0.5",
        data_testid="reasons",
    )
    hours = rx.cond(gap.hours_to_fit > 0, rx.fragment(_hours_to_fit(), " "), rx.fragment())
    sure = rx.el.p(hours, t("matching.page.sure", n=gap.confidence), class_name="small muted mt-2")
    build = link_button(
        t("matching.page.build"),
        href=build_href,
        size="lg",
        icon="route",
        class_name="verdict-action",
        data_testid="build-plan",
    )
    return card(
        rx.cond(fits, *rings),
        rx.el.div(
            rx.el.h2(head, class_name="verdict", data_testid="verdict", custom_attrs={"data-verdict": gap.verdict}),
            reasons,
            sure,
            class_name="min-w-0",
        ),
        build,
        class_name="verdict-card",
    )


def _hours_to_fit() -> rx.Component:
    gap = GapState.gap
    return rx.fragment(
        t_n("matching.page.hours_to_fit", gap.hours_to_fit),
        " ",
        t_n("matching.page.weeks", GapState.weeks, hours=GapState.weekly_hours),
    )


def _columns() -> rx.Component:
    return card(
        rx.el.div(
            _column("have", GapState.had, t("matching.page.have"), t("matching.page.have_none")),
            _column("part", GapState.close, t("matching.page.close"), t("matching.page.close_none")),
            _column("missing", GapState.missing, t("matching.page.missing"), t("matching.page.missing_none")),
            class_name="columns gap-columns",
        ),
        flush=True,
    )


def _column(state: str, column: rx.Var[Column], title: rx.Var, nothing: rx.Var) -> rx.Component:
    def group(skills: rx.Var, words: rx.Var) -> rx.Component:
        rows = rx.el.ul(rx.foreach(skills, lambda skill: _skill(skill, state)), class_name="divided")
        return rx.cond(
            skills.length() > 0, rx.el.div(rx.el.h4(words, class_name="tiny mt-3 mb-0.5"), rows), rx.fragment()
        )

    return rx.el.div(
        rx.el.div(
            rx.el.h3(title, class_name="subtitle"),
            state_count(column.count.to_string(), state),  # pyright: ignore[reportArgumentType]
            class_name="flex items-center justify-between gap-3",
        ),
        group(column.critical, t("matching.page.critical")),
        group(column.preferred, t("matching.page.preferred")),
        rx.cond(column.count == 0, rx.el.p(nothing, class_name="muted text-sm mt-3"), rx.fragment()),
        data_testid=f"column-{state}",
    )


def _skill(skill: rx.Var[GapSkill], state: str) -> rx.Component:
    """A line that opens what it rests on."""
    name = f"why-{skill.slug}"
    note = {"have": _had_note, "part": _close_note, "missing": _missing_note}[state](skill)
    return rx.el.li(
        rx.el.button(
            rx.el.span(t_var(skill.name), class_name="min-w-0 text-left"),
            note,
            type="button",
            class_name="skill-line skill-button",
            custom_attrs=opens(name),
            data_testid="skill",
        ),
        popover(name, _why(skill), label=t_var(skill.name), class_name="evidence"),
    )


def _had_note(skill: rx.Var[GapSkill]) -> rx.Component:
    first = skill.proofs[0]
    place = rx.cond(first.place != "", first.place, t_of("matching.page.where." + first.where.to(str), PLACES))
    year = rx.cond(first.year, f", {first.year}", "")
    words = rx.cond(skill.proofs.length() > 1, t("matching.page.places", n=skill.proofs.length()), f"{place}{year}")
    through = rx.cond(skill.through != "", t("matching.page.through", name=t_var(skill.through_name)), words)
    return rx.el.small(rx.cond(skill.proofs.length() > 0, through, ""), class_name="skill-note")


def _close_note(skill: rx.Var[GapSkill]) -> rx.Component:
    words = rx.cond(
        skill.through != "",
        t("matching.page.through_share", name=t_var(skill.through_name), share=round(skill.share * 100)),
        t(
            "matching.page.level_step",
            level=t_of("matching.level." + skill.level.to(str), LEVELS),
            wanted=t_of("matching.level." + skill.wanted_level.to(str), LEVELS),
        ),
    )
    return rx.el.small(words, class_name="skill-note")


def _missing_note(skill: rx.Var[GapSkill]) -> rx.Component:
    return rx.el.small(t_n("matching.page.hours", skill.hours), class_name="skill-note")


def _why(skill: rx.Var[GapSkill]) -> rx.Component:
    """The role's need, the words of the record, and why it counts as it does."""
    level = t_of("matching.level." + skill.wanted_level.to(str), LEVELS)
    need = rx.cond(
        skill.importance == "critical",
        t("matching.page.need_critical", level=level),
        t("matching.page.need_preferred", level=level),
    )
    quotes = rx.el.div(rx.foreach(skill.proofs, _proof), class_name="flex flex-col gap-2")
    hours = rx.el.p(t_n("matching.page.hours_to_close", skill.hours), class_name="small muted")
    return rx.el.div(
        rx.el.div(
            rx.el.h4(t_var(skill.name), class_name="subtitle"),
            rx.cond(skill.on_path, chip(t("matching.page.on_path"), tone="accent", small=True), rx.fragment()),
            class_name="flex items-start justify-between gap-3",
        ),
        rx.el.p(need, class_name="small muted"),
        rx.el.p(t_var(skill.reason)),
        rx.cond(skill.proofs.length() > 0, quotes, rx.fragment()),
        rx.cond(skill.hours > 0, hours, rx.fragment()),
        rx.cond((skill.status != "had") & ((skill.level == None) | (skill.level == "")), _claim(skill), rx.fragment()),  # noqa: E711
        class_name="flex flex-col gap-2.5",
    )


def _claim(skill: rx.Var[GapSkill]) -> rx.Component:
    """The record is not the whole person: what they can do and did not write down goes in here."""
    return rx.el.div(
        rx.el.p(t("matching.page.claim_why"), class_name="tiny"),
        button(
            t("matching.page.claim"),
            variant="secondary",
            size="sm",
            icon="plus",
            on_click=GapState.claim(skill.slug),
            data_testid="claim",
        ),
        class_name="flex flex-col items-start gap-2 border-t border-line pt-3",
    )


def undo_claim() -> rx.Component:
    """Says what was added to the record, and takes it back."""
    return undo_toast(
        rx.cond(GapState.claimed.en != "", t("matching.page.claimed", name=t_var(GapState.claimed)), ""),  # pyright: ignore[reportArgumentType]
        on_undo=GapState.undo_claim,
        on_close=GapState.close_undo,
    )


def _proof(proof: rx.Var[Proof]) -> rx.Component:
    where = t_of("matching.page.where." + proof.where.to(str), PLACES)
    source = rx.fragment(
        where,
        rx.cond(proof.place != "", f", {proof.place}", ""),
        rx.cond(proof.year, f", {proof.year}", ""),
    )
    return evidence_quote(source, rx.el.span(proof.before), rx.el.mark(proof.mark), rx.el.span(proof.after))  # pyright: ignore[reportArgumentType]


def _foot() -> rx.Component:
    path = card(
        card_title(
            t("matching.page.path"),
            rx.el.span(t_n("matching.page.hours", GapState.gap.hours_to_fit), class_name="tiny whitespace-nowrap"),
        ),
        rx.el.p(t("matching.page.path_why"), class_name="tiny mt-0.5"),
        rx.el.ol(rx.foreach(GapState.path, _path_step), class_name="divided mt-2", data_testid="path"),
    )
    rule = card(
        card_title(t("matching.page.rule")),
        rx.el.p(t_var(GapState.gap.rule), class_name="text-sm muted mt-2"),
        rx.el.p(t_var(GapState.gap.summary), class_name="text-sm muted mt-3"),
    )
    both = rx.el.div(
        path, rule, class_name="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_380px] gap-5 items-start"
    )
    return rx.cond(GapState.path.length() > 0, both, rule)


def _path_step(skill: rx.Var[GapSkill], index: rx.Var[int]) -> rx.Component:
    return rx.el.li(
        rx.el.span((index + 1).to_string(), class_name="avatar", aria_hidden="true"),
        rx.el.span(t_var(skill.name), class_name="flex-1 min-w-0 text-sm"),
        rx.el.span(t_n("matching.page.hours", skill.hours), class_name="tiny whitespace-nowrap"),
        class_name="flex items-center gap-3 py-2.5",
    )


def role_title() -> rx.Var:
    """The role in the person's own words if they gave any, else the catalogue's title."""
    title = rx.cond(GapState.gap, t_var(GapState.gap.title.to(Sentence)), t("matching.page.title"))
    return rx.cond(GapState.role_text != "", GapState.role_text, title)  # pyright: ignore[reportReturnType]


def planned_as() -> rx.Component:
    """When the role was given in own words: which role of the catalogue it is judged as."""
    words = rx.el.p(
        icon("info", 15),
        rx.el.span(t("matching.page.planned_as", title=t_var(GapState.gap.title))),
        class_name="tiny flex gap-1.5 items-center mb-3",
    )
    return rx.cond(GapState.gap & (GapState.role_text != ""), words, rx.fragment())
