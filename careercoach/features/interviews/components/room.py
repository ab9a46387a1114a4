"""The interview room: the question large, the answer below, the clock beside it."""

import reflex as rx

from careercoach.features.interviews.state.room import PROBLEMS, STEPS, RoomState
from careercoach.ui.components.buttons import button, link_button
from careercoach.ui.components.chips import chip
from careercoach.ui.components.dialogs import confirm_dialog
from careercoach.ui.components.icons import icon
from careercoach.ui.components.meters import bar
from careercoach.ui.components.states import empty_state, skeleton
from careercoach.ui.components.surfaces import card, notice, stack
from careercoach.ui.components.writing import autosave_text, timer
from careercoach.ui.texts import t, t_n, t_of, t_var

KINDS = ("technical", "situational", "behavioural")


def waiting() -> rx.Component:
    """The shape of the room before it is known."""
    return stack(skeleton("h-10 w-full"), skeleton("h-[420px] w-full rounded-lg"), gap="lg")


def room() -> rx.Component:
    """The right view of the interview: question, pause, scoring, or nothing here."""
    missing = card(
        _hidden_title(),
        empty_state(
            "interview",
            t("interviews.room.missing"),
            link_button(t("interviews.room.to_list"), href="/interviews"),
            test_id="no-interview",
        ),
    )
    at = rx.match(RoomState.state, ("running", _sitting()), ("paused", _paused()), _scoring())
    return rx.cond(RoomState.found, at, missing)


def _hidden_title() -> rx.Component:
    return rx.el.h1(t("interviews.room.title"), class_name="sr-only")


def _sitting() -> rx.Component:
    return stack(
        _head(),
        _problem(),
        card(_question(), _answer(), _foot(), class_name="flex flex-col gap-5 room-card"),
        _hint(),
        class_name="gap-5 room",
        data_testid="room",
    )


def _head() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.div(t_var(RoomState.title), class_name="small muted truncate"),
            rx.el.h1(t("interviews.room.place", n=RoomState.number, of=RoomState.size), class_name="subtitle"),
            class_name="min-w-[6.5rem] flex-1",
        ),
        rx.el.div(
            rx.el.span(t("interviews.room.left"), class_name="sr-only"),
            timer(RoomState.left_s, on_end=RoomState.time_up),
            key=f"left-{RoomState.clock}",
            title=t("interviews.room.left"),
            class_name="flex items-center min-h-[40px] px-1",
            data_testid="time-left",
        ),
        button(
            rx.el.span(t("interviews.room.pause"), class_name="max-sm:sr-only"),
            variant="secondary",
            icon="pause",
            on_click=RoomState.pause,
            data_testid="pause",
        ),
        _finish_dialog(button(t("interviews.room.finish"), variant="secondary", data_testid="finish")),
        _steps(),
        class_name="flex flex-wrap items-center gap-x-3 gap-y-3",
    )


def _steps() -> rx.Component:
    def one(is_answered: rx.Var[bool], place: rx.Var[int]) -> rx.Component:
        number = place + 1
        state = rx.cond(is_answered, t("interviews.room.answered"), t("interviews.room.unanswered"))
        return rx.el.li(
            rx.el.button(
                rx.el.span(t("interviews.room.place", n=number, of=RoomState.size), ", ", state, class_name="sr-only"),
                type="button",
                on_click=RoomState.go(number),
                aria_current=rx.cond(RoomState.number == number, "step", "false"),
                class_name="room-step",
                custom_attrs={"data-done": rx.cond(is_answered, "true", "false")},
                data_testid="step",
            ),
            class_name="flex-1",
        )

    return rx.el.ol(
        rx.foreach(RoomState.answered, one), class_name="flex gap-1.5 w-full", aria_label=t("interviews.room.steps")
    )


def _question() -> rx.Component:
    question = RoomState.question
    kind = rx.match(question.kind, *((name, t(f"interviews.kind.{name}")) for name in KINDS), "")
    return rx.el.div(
        rx.el.div(
            chip(kind),
            rx.el.span(
                t("interviews.room.this_question"),
                " ",
                rx.el.span(timer(RoomState.question_s, up=True), key=f"question-{RoomState.clock}"),
                " ",
                t("interviews.room.about", n=question.minutes),
                class_name="tiny inline-flex flex-wrap items-center gap-1.5",
            ),
            class_name="flex flex-wrap items-center justify-between gap-2 mb-3",
        ),
        rx.el.h2(
            t_var(question.text),
            id="question",
            class_name="room-question",
            data_testid="question",
            custom_attrs={"aria-live": "polite", "data-slug": question.slug},
        ),
    )


def _answer() -> rx.Component:
    key = f"answer-{RoomState.interview}-{RoomState.number}"
    field = autosave_text(
        "answer",
        t("interviews.room.your_answer"),
        draft_key=key,
        saved=RoomState.saved,
        version=RoomState.version,
        reset=RoomState.reset_count,
        on_save=lambda text, version: RoomState.save(RoomState.interview, RoomState.number, text, version),
        on_next=RoomState.go_on,
        placeholder=t("interviews.room.placeholder"),
        rows=10,
    )
    return rx.el.div(
        rx.cond(RoomState.in_conflict, _conflict(), rx.fragment()),
        rx.el.div(field, key=key),
        class_name="flex flex-col gap-3",
    )


def _conflict() -> rx.Component:
    return rx.el.div(
        rx.el.p(icon("triangle-alert"), t("interviews.changed_in_other_tab"), class_name="flex gap-2 label text-amber"),
        rx.el.p(t("interviews.room.theirs"), class_name="tiny mt-2"),
        rx.el.p(RoomState.theirs, class_name="text-sm max-h-[140px] overflow-auto whitespace-pre-wrap"),
        rx.el.div(
            button(t("interviews.room.keep_mine"), size="sm", on_click=RoomState.keep_mine, data_testid="keep-mine"),
            button(
                t("interviews.room.take_theirs"),
                size="sm",
                variant="secondary",
                on_click=RoomState.take_theirs,
                data_testid="take-theirs",
            ),
            class_name="flex flex-wrap gap-2 mt-3",
        ),
        class_name="quote",
        role="alert",
        data_testid="conflict",
    )


def _foot() -> rx.Component:
    is_last = RoomState.number == RoomState.size
    finish = _finish_dialog(button(t("interviews.room.finish"), icon_end="check", data_testid="finish-last"))
    go_on = button(t("interviews.room.next"), icon_end="arrow-right", on_click=RoomState.go_on, data_testid="next")
    return rx.el.div(
        button(
            t("interviews.room.previous"),
            variant="ghost",
            icon="arrow-left",
            on_click=RoomState.go(RoomState.number - 1),
            disabled=RoomState.number <= 1,
            data_testid="previous",
        ),
        rx.el.div(
            rx.el.span(t("interviews.room.keys"), class_name="tiny max-md:hidden"),
            rx.cond(is_last, finish, go_on),
            class_name="flex items-center gap-4",
        ),
        class_name="flex items-center justify-between gap-3",
    )


def _finish_dialog(trigger: rx.Component) -> rx.Component:
    sentence = rx.cond(
        RoomState.empty_count > 0,
        t_n("interviews.room.finish_empty", RoomState.empty_count),
        t("interviews.room.finish_all"),
    )
    return confirm_dialog(
        t("interviews.room.finish_title"),
        sentence,
        confirm=t("interviews.room.finish_yes"),
        on_confirm=RoomState.finish,
        trigger=trigger,
        danger=False,
        test_id="finish-dialog",
    )


def _hint() -> rx.Component:
    parts = ("situation", "task", "action", "result")
    star = rx.el.dl(
        *(
            rx.el.div(
                rx.el.dt(t(f"interviews.star.{part}"), class_name="label"),
                rx.el.dd(t(f"interviews.star.{part}_note"), class_name="small muted"),
            )
            for part in parts
        ),
        class_name="grid gap-3 sm:grid-cols-2 lg:grid-cols-4 mt-3",
    )
    plain = rx.el.p(t("interviews.star.technical"), class_name="small muted mt-2 max-w-[72ch]")
    is_story = RoomState.question.kind == "behavioural"
    case = rx.el.p(t("interviews.star.situational"), class_name="small muted mt-2 max-w-[72ch]")
    return rx.el.details(
        rx.el.summary(icon("chevron-down", 16), t("interviews.star.title"), class_name="room-hint"),
        rx.cond(is_story, star, rx.cond(RoomState.question.kind == "situational", case, plain)),
        data_testid="hint",
    )


def _problem() -> rx.Component:
    is_shown = (RoomState.problem_key != "") & ~RoomState.in_conflict
    return rx.cond(
        is_shown,
        notice(t_of(RoomState.problem_key, PROBLEMS), tone="warning", test_id="room-problem"),
        rx.fragment(),
    )


def _paused() -> rx.Component:
    return card(
        _hidden_title(),
        empty_state(
            "interview",
            t("interviews.room.is_paused"),
            rx.el.div(
                button(t("interviews.room.resume"), size="lg", icon="play", on_click=RoomState.resume,
                       data_testid="resume"),
                _finish_dialog(button(t("interviews.room.finish"), variant="secondary", size="lg")),
                class_name="flex flex-wrap justify-center gap-3",
            ),
            hint=t("interviews.room.paused_hint"),
            test_id="paused",
        )
    )  # fmt: skip


def _scoring() -> rx.Component:
    step = t_of(RoomState.scoring_key, STEPS, STEPS[0], n=RoomState.scoring_n, of=RoomState.size)
    return card(
        rx.el.h1(t("interviews.room.scoring"), class_name="title"),
        rx.el.p(step, class_name="muted", role="status", data_testid="scoring-step"),
        bar(RoomState.scoring_percent, label=t("interviews.room.scoring")),
        rx.el.p(t("interviews.room.scoring_hint"), class_name="small muted"),
        _problem(),
        class_name="flex flex-col gap-4 max-w-[640px] mx-auto my-8",
        data_testid="scoring",
    )
