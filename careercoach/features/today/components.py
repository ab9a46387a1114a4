"""The parts of the Today page."""

import reflex as rx

from careercoach.features.planner.schemas import TaskCard
from careercoach.features.today.state import GREETINGS, NOTES, PROBLEMS, TodayState
from careercoach.ui.components.buttons import button, icon_button, link_button, outside_link, text_link
from careercoach.ui.components.charts import heat_map
from careercoach.ui.components.chips import chip, streak_chip
from careercoach.ui.components.dialogs import undo_toast
from careercoach.ui.components.icons import icon
from careercoach.ui.components.material import material_chip
from careercoach.ui.components.meters import bar, progress_ring
from careercoach.ui.components.states import empty_state, skeleton
from careercoach.ui.components.surfaces import card, card_title, notice, stack, two_columns
from careercoach.ui.components.tasks import task_list, task_row
from careercoach.ui.primitives.menu import action_menu, menu_item
from careercoach.ui.texts import t, t_of, t_var


def header() -> rx.Component:
    """Date, greeting, streak, the day on paper."""
    figures = TodayState.figures
    streak = rx.cond(
        figures.streak > 0,
        rx.fragment(
            rx.el.span(streak_chip(figures.streak, short=True), class_name="sm:hidden"),
            rx.el.span(streak_chip(figures.streak), class_name="max-sm:hidden", data_testid="streak"),
        ),
        rx.fragment(),
    )
    return rx.el.header(
        rx.el.div(
            rx.el.p(t_var(TodayState.day_words), class_name="small muted mb-0.5 first-letter:uppercase min-h-[20px]"),
            rx.el.h1(
                t_of(TodayState.greeting, GREETINGS, GREETINGS[0], name=TodayState.first_name),
                class_name="title min-w-0",
            ),
            class_name="min-w-0",
        ),
        rx.el.div(
            streak,
            rx.el.span(_pdf_button(), class_name="max-sm:hidden"),
            class_name="flex items-center gap-3 shrink-0 pt-1",
        ),
        class_name="flex items-start justify-between gap-x-6 gap-y-3 mb-[22px]",
    )


def _pdf_button() -> rx.Component:
    return link_button(
        t("today.pdf"),
        href="/api/today/pdf?day=" + TodayState.day,
        variant="secondary",
        icon="download",
        reload=True,
        download=True,
        data_testid="pdf",
    )


def ring_card() -> rx.Component:
    """The ring of minutes and the coach's line."""
    figures = TodayState.figures
    is_over = (figures.left == 0) & (figures.done > 0)
    label = t("today.ring", done=figures.done_minutes, total=figures.minutes)
    ring = progress_ring(
        figures.percent,
        figure=figures.done_minutes.to_string(),
        caption=t("today.ring_of", total=figures.minutes),
        label=label,
        test_id="ring",
    )
    return card(
        rx.cond(figures.minutes > 0, ring, rx.el.span(icon("coffee", 28), class_name="text-accent")),
        rx.el.div(
            rx.el.h2(t_var(figures.headline), class_name="subtitle", data_testid="headline"),
            rx.el.p(
                rx.cond(is_over, t_var(TodayState.coach_done), t_var(TodayState.coach)),
                class_name="muted mt-1 max-w-[56ch] text-sm sm:text-body",
                data_testid="coach",
            ),
            class_name="min-w-0",
        ),
        class_name="flex items-center gap-[18px]",
        aria_live="polite",
    )


def tasks() -> rx.Component:
    """The tasks in order; the next one is lit and open."""
    return rx.cond(
        TodayState.tasks.length() > 0,
        task_list(rx.foreach(TodayState.tasks, _task), label=t("today.tasks")),
        rx.fragment(),
    )


def _task(task: rx.Var[TaskCard]) -> rx.Component:
    state = TodayState.states[task.id]
    is_next = TodayState.figures.next_id == task.id
    title = t_var(task.title)
    details = [
        rx.cond(state == "skipped", chip(t("today.skipped"), small=True, icon="skip-forward"), rx.fragment()),
        rx.cond(is_next, _next_details(task), rx.cond(state == "open", _folded(task), rx.fragment())),
    ]
    return task_row(
        title,
        why=t_var(task.why),
        minutes=task.minutes.to_string(),
        done=state == "done",
        current=is_next,
        on_toggle=TodayState.toggle(task.id),
        details=details,
        menu=_menu(task, state),
        test_id="task",
    )


def _next_details(task: rx.Var[TaskCard]) -> rx.Component:
    start = rx.cond(
        task.kind == "interview",
        link_button(t("today.to_interviews"), href="/interviews", icon="mic", data_testid="start"),
        rx.cond(
            task.resources.length() > 0,
            outside_link(
                icon("play", 16),
                t("today.start"),
                href=task.resources[0].url,
                class_name="btn btn-primary",
                data_testid="start",
            ),
            rx.fragment(),
        ),
    )
    return rx.el.div(
        rx.el.p(t_var(task.how), class_name="text-sm text-ink-2 max-w-[68ch] mb-3"),
        rx.el.div(start, rx.foreach(task.resources, material_chip), class_name="flex flex-wrap items-center gap-2"),
        class_name="w-full min-w-0",
    )


def _folded(task: rx.Var[TaskCard]) -> rx.Component:
    return rx.el.details(
        rx.el.summary(
            t("today.how"), class_name="tiny font-medium cursor-pointer select-none hover:text-ink w-fit py-1 -my-1"
        ),
        rx.el.p(t_var(task.how), class_name="text-sm text-ink-2 max-w-[68ch] mt-2"),
        rx.el.div(rx.foreach(task.resources, material_chip), class_name="flex flex-wrap gap-2 mt-3 empty:hidden"),
        class_name="min-w-0 -mt-1.5",
    )


def _menu(task: rx.Var[TaskCard], state: rx.Var[str]) -> rx.Component:
    name = "menu-" + task.id
    choices = action_menu(
        name,
        t("today.menu", title=t_var(task.title)),
        menu_item(
            t("today.to_next_day"), menu=name, icon="arrow-right", on_click=TodayState.move_on(task.id), test_id="move"
        ),
        menu_item(t("today.skip"), menu=name, icon="skip-forward", on_click=TodayState.skip(task.id), test_id="skip"),
    )
    back = icon_button(
        "undo-2", t("today.take_back"), size="sm", on_click=TodayState.take_back(task.id), data_testid="take-back"
    )
    return rx.match(state, ("open", choices), ("skipped", back), rx.fragment())


def foot() -> rx.Component:
    """Less time, and what comes next."""
    light = rx.cond(
        TodayState.figures.left > 1,
        rx.el.div(
            t("today.light_question"),
            " ",
            rx.el.button(
                t("today.light"),
                type="button",
                on_click=TodayState.lighten,
                class_name="link min-h-6",
                data_testid="light",
            ),
        ),
        rx.fragment(),
    )
    following = rx.cond(
        (TodayState.figures.left > 0) & (TodayState.has_next),
        rx.el.span(t_var(TodayState.next_words), class_name="max-sm:hidden text-right", data_testid="next-day"),
        rx.fragment(),
    )
    mail = button(
        t("today.send_now"),
        variant="ghost",
        size="sm",
        icon="mail",
        class_name="-ml-2.5",
        busy=TodayState.sending,
        on_click=TodayState.send_now,
        data_testid="send-now",
    )
    return rx.el.div(
        light,
        rx.el.div(
            rx.cond(TodayState.figures.left > 0, mail, rx.fragment()),
            following,
            rx.el.span(_pdf_button(), class_name="sm:hidden"),
            class_name="flex flex-wrap items-center justify-between gap-2",
        ),
        class_name="flex flex-col gap-2 px-1 small muted",
    )


def readiness_card() -> rx.Component:
    """How near the role is."""
    readiness = TodayState.readiness
    change = rx.cond(
        readiness.change > 0,
        chip(t("today.readiness_up", n=readiness.change), tone="have", icon="trending-up"),
        rx.fragment(),
    )
    figure = rx.el.div(
        rx.el.span(readiness.score.to_string(), class_name="figure"),
        rx.cond(
            readiness.is_fit,
            chip("FIT", tone="have", icon="check"),
            rx.el.span(
                rx.cond(
                    readiness.score < readiness.threshold,
                    t("today.readiness_needed", threshold=readiness.threshold),
                    t("today.readiness_blocked"),
                ),
                class_name="small muted",
            ),
        ),
        class_name="flex items-baseline gap-2 mt-2.5",
    )
    content = card(
        card_title(t("today.readiness"), change),
        figure,
        rx.el.div(bar(readiness.score, label=t("today.readiness")), class_name="mt-2"),
        rx.el.p(t_var(TodayState.readiness_words), class_name="small muted mt-2.5"),
        rx.el.p(text_link(t("today.readiness_link"), href="/match"), class_name="small mt-2"),
        data_testid="readiness",
    )
    return rx.cond(readiness, content, rx.fragment())


def month_card() -> rx.Component:
    """The month in minutes."""
    label = t("today.month_label", month=t_var(TodayState.month_words), days=TodayState.month_days)
    return card(
        card_title(t_var(TodayState.month_words)),
        rx.el.div(heat_map(TodayState.month, label=label), class_name="mt-3"),
    )


def interview_card() -> rx.Component:
    """The next interview of the plan."""
    interview = TodayState.interview
    content = card(
        card_title(t("today.next_interview"), icon("mic")),
        rx.el.p(
            t("today.interview_minutes", title=t_var(interview.title), minutes=interview.minutes),
            class_name="mt-2 font-medium text-sm",
        ),
        rx.el.p(t_var(interview.when), class_name="small muted first-letter:uppercase"),
        data_testid="next-interview",
    )
    return rx.cond(interview, content, rx.fragment())


def plan_card() -> rx.Component:
    """How far the whole plan is."""
    return card(
        card_title(t("ui.nav.plan"), text_link(t("today.to_plan"), href="/plan", class_name="small")),
        rx.el.div(bar(TodayState.figures.plan_percent, label=t("ui.nav.plan")), class_name="mt-3"),
        rx.el.p(
            t("today.progress", percent=TodayState.figures.plan_percent),
            class_name="small muted mt-2",
            data_testid="plan-percent",
        ),
    )


def day() -> rx.Component:
    """Everything about a day with a plan."""
    main = stack(
        rx.cond(
            TodayState.outdated,
            notice(rx.el.span(t("today.outdated"), " ", text_link(t("today.see_plan"), href="/plan")), tone="warning"),
            rx.fragment(),
        ),
        ring_card(),
        tasks(),
        foot(),
    )
    aside = stack(readiness_card(), month_card(), interview_card(), plan_card())
    return two_columns(main, aside)


def no_plan() -> rx.Component:
    """Before there is a plan: one sentence, one action. Practice of the past keeps its streak in the header."""
    return card(
        empty_state("plan", t("today.empty"), link_button(t("today.empty_action"), href="/match", icon="target"))
    )


def waiting() -> rx.Component:
    """The shape of the day while it loads."""
    return two_columns(
        stack(skeleton("h-[126px] w-full rounded-lg"), skeleton("h-[300px] w-full rounded-lg")),
        stack(skeleton("h-[190px] w-full rounded-lg"), skeleton("h-[260px] w-full rounded-lg")),
    )


def problem() -> rx.Component:
    """What could not be done, at the top of the page."""
    words = t_of(TodayState.problem_key, PROBLEMS, minutes=TodayState.minutes_to_wait)
    return rx.cond(
        TodayState.problem_key != "",
        rx.el.div(notice(words, tone="problem", test_id="problem"), class_name="mb-4"),
        rx.fragment(),
    )


def toast() -> rx.Component:
    """What was done, and the way back."""
    note = TodayState.note
    words = rx.cond(
        note.key == "",
        "",
        t_of(note.key, NOTES, NOTES[0], title=t_var(note.title), day=t_var(note.day), email=note.email),
    )
    undoable = undo_toast(words, on_undo=TodayState.undo, on_close=TodayState.close_note, token=note.token)
    plain = undo_toast(words, on_close=TodayState.close_note, token=note.token)
    return rx.cond(note.can_undo, undoable, plain)
