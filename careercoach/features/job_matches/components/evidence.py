"""The words that a claim rests on: the posting and the record side by side."""

import reflex as rx

from careercoach.features.job_matches.schemas import Citation
from careercoach.ui.components.guides import evidence_quote
from careercoach.ui.primitives.popover import popover
from careercoach.ui.texts import t, t_of

PLACES = [
    f"matching.page.where.{where}"
    for where in ("work", "project", "education", "certificate", "skills", "summary", "other", "claimed")
]


def quotes(citations: rx.Var[list[Citation]], *, may_be_added: bool = False) -> rx.Component:
    """Both sides; on phones one below the other. Empty when there are none. What the person put on the sheet
    themselves (`may_be_added`) stands in no posting."""
    silent = "nothing_posting" if may_be_added else "posting_is_silent"
    both = rx.el.div(
        _side(citations, t("job_matches.page.in_posting"), "posting", silent),
        _side(citations, t("job_matches.page.in_record"), "record", "nothing_record"),
        class_name="grid grid-cols-[minmax(0,1fr)] sm:grid-cols-2 gap-3",
        data_testid="both-sides",
    )
    return rx.cond(citations.length() > 0, both, rx.fragment())


def _side(citations: rx.Var[list[Citation]], words: rx.Var, side: str, nothing: str) -> rx.Component:
    def one(citation: rx.Var[Citation]) -> rx.Component:
        belongs = citation.side == "posting" if side == "posting" else citation.side != "posting"
        return rx.cond(belongs, _quote(citation), rx.fragment())

    return rx.el.div(
        rx.el.p(words, class_name="tiny mb-1.5"),
        rx.el.div(rx.foreach(citations, one), class_name="peer flex flex-col gap-2"),
        rx.el.p(t(f"job_matches.page.{nothing}"), class_name="hidden peer-empty:block muted text-sm"),
        data_testid=f"side-{side}",
    )


def _quote(citation: rx.Var[Citation]) -> rx.Component:
    where = t_of("matching.page.where." + citation.where.to(str), PLACES)
    own = rx.fragment(
        where,
        rx.cond(citation.place != "", f", {citation.place}", ""),
        rx.cond(citation.year, f", {citation.year}", ""),
    )
    source = rx.cond(citation.side == "posting", t("job_matches.page.as_written"), own)
    words = [rx.el.span(citation.before), rx.el.mark(citation.quote), rx.el.span(citation.after)]
    return evidence_quote(source, *words)  # pyright: ignore[reportArgumentType]


def evidence(name: str | rx.Var, *content: rx.Component, label: rx.Var) -> rx.Component:
    """What a line opens: its explanation and both passages."""
    return popover(
        name,
        rx.el.div(*content, class_name="flex flex-col gap-3"),
        label=label,
        class_name="sm:min-w-[560px]",
    )
