"""One posting against the record: verdict, scores, evidence, path, advice, chat."""

import reflex as rx

from careercoach.features.job_matches.components.advice import blocks, experience, learning
from careercoach.features.job_matches.components.chat import chat, context
from careercoach.features.job_matches.components.path import path
from careercoach.features.job_matches.components.scores import scores
from careercoach.features.job_matches.components.sheet import folded, review
from careercoach.features.job_matches.components.skills import columns, gaps, planned
from careercoach.features.job_matches.components.verdict import changes, problem, running, verdict
from careercoach.features.job_matches.state.chat import ChatState
from careercoach.features.job_matches.state.match import MatchState
from careercoach.features.job_matches.state.sheet import SheetState
from careercoach.ui.components.buttons import button, link_button, outside_link
from careercoach.ui.components.states import empty_state, loading
from careercoach.ui.components.surfaces import card, notice, stack
from careercoach.ui.page import page
from careercoach.ui.shell import page_frame
from careercoach.ui.texts import t, t_var


@page(
    "/jobs/match/[analysis_id]",
    title="job_matches.page.title",
    description="job_matches.page.purpose",
    on_load=[MatchState.load, SheetState.load, ChatState.load],
)
def analysis_page() -> rx.Component:
    head = MatchState.head
    title = rx.cond(head.title != "", head.title, t("job_matches.page.untitled"))
    made = rx.cond(
        head.made_on.en != "",
        t("job_matches.page.compared_on", date=t_var(head.made_on)),
        t("job_matches.page.purpose"),
    )
    link = rx.cond(head.link != "", outside_link(t("job_matches.page.original"), href=head.link), rx.fragment())
    remove = button(
        t("job_matches.page.delete"), variant="ghost", icon="trash-2", on_click=MatchState.remove, data_testid="delete"
    )
    return page_frame(
        loading(MatchState.is_ready, rx.cond(MatchState.found, _body(), _gone()), label=t("job_matches.page.loading")),
        planned(),
        title=rx.cond(MatchState.found, title, t("job_matches.page.title")),
        purpose=rx.el.span(made, " ", link),
        actions=[
            link_button(t("job_matches.page.all"), href="/jobs/matches", variant="ghost", icon="list"),
            rx.cond(MatchState.found & ~MatchState.is_removed, remove, rx.fragment()),
        ],
        active="job_match",
    )


def _body() -> rx.Component:
    undo = rx.el.div(
        rx.el.span(t("job_matches.page.deleted", title=MatchState.head.title)),
        button(t("ui.undo"), variant="secondary", size="sm", on_click=MatchState.restore, data_testid="undo"),
        class_name="flex flex-wrap items-center gap-3",
    )
    content = rx.cond(MatchState.head.state == "read", review(), _analysis())
    return rx.cond(MatchState.is_removed, notice(undo), stack(problem(), content, class_name="gap-5"))


def _analysis() -> rx.Component:
    aside = rx.el.div(chat(), context(), class_name="flex flex-col gap-5 min-w-0")
    advice = rx.el.div(gaps(), experience(), class_name="flex flex-col gap-5 min-w-0")
    return stack(
        running(),
        verdict(),
        changes(),
        scores(),
        columns(),
        path(),
        rx.el.div(
            advice,
            aside,
            class_name="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_420px] gap-5 items-start",
        ),
        blocks(),
        learning(),
        folded(),
        class_name="gap-5",
        data_testid="analysis",
    )


def _gone() -> rx.Component:
    return card(
        empty_state(
            "search",
            t("job_matches.not_found"),
            link_button(t("job_matches.page.new"), href="/jobs/match", icon="plus"),
            test_id="no-analysis",
        )
    )
