"""The parts of the plan page."""

import reflex as rx

from careercoach.features.planner.schemas import DayCard, DayCell, TaskCard, WeekCard
from careercoach.features.planner.state import PROBLEMS, STEPS, FoundPage, MaterialState, PlanState
from careercoach.ui.components.buttons import button, icon_button, link_button, outside_link, text_link
from careercoach.ui.components.chips import chip
from careercoach.ui.components.coaches import coach_line
from careercoach.ui.components.dialogs import undo_toast
from careercoach.ui.components.icons import icon
from careercoach.ui.components.material import material_chip
from careercoach.ui.components.meters import bar, progress_ring
from careercoach.ui.components.states import empty_state, skeleton
from careercoach.ui.components.surfaces import card, notice, stack
from careercoach.ui.components.tasks import task_list, task_row
from careercoach.ui.primitives.menu import action_menu, menu_item
from careercoach.ui.texts import t, t_of, t_var

WEEK_CHOICE = (
    "flex flex-col items-start text-left min-w-[152px] px-3 py-2 rounded-md border transition-colors snap-start"
)
DAY_CELL = "flex flex-col items-center gap-0.5 min-w-0 rounded-md border py-2"


def build_panel() -> rx.Component:
    """A plan in the making: how far, what is happening, and a way to stop it."""
    words = t_of(PlanState.build_key, STEPS, STEPS[0], n=PlanState.build_number, tasks=PlanState.build_number)
    panel = card(
        rx.el.div(
            rx.el.div(
                rx.el.h2(t("planner.build.title"), class_name="subtitle"),
                rx.el.p(words, class_name="muted text-sm mt-1", role="status", data_testid="build-step"),
                class_name="min-w-0",
            ),
            button(
                t("ui.stop"),
                variant="secondary",
                size="sm",
                icon="square",
                on_click=PlanState.cancel_build,
                data_testid="build-stop",
            ),
            class_name="flex items-start justify-between gap-4",
        ),
        rx.el.div(bar(PlanState.build_percent, label=t("planner.build.title")), class_name="mt-4"),
        class_name="mb-4",
        data_testid="build",
    )
    done = rx.el.div(
        notice(
            rx.el.span(
                t("planner.page.built"),
                " ",
                text_link(t("planner.page.to_today"), href="/today", data_testid="to-today"),
            ),
            tone="good",
            test_id="built",
        ),
        class_name="mb-4",
    )
    return rx.cond(PlanState.building, panel, rx.cond(PlanState.is_built, done, rx.fragment()))


def notices() -> rx.Component:
    """A plan that no longer fits, a second plan asked for, and what could not be done."""
    again = rx.el.div(
        button(t("planner.page.replan"), size="sm", on_click=PlanState.build, data_testid="replan-now"),
        button(t("planner.page.keep"), variant="ghost", size="sm", on_click=PlanState.keep_plan),
        class_name="flex flex-wrap gap-2 mt-2",
    )
    return rx.fragment(
        rx.cond(
            PlanState.problem_key != "",
            rx.el.div(
                notice(t_of(PlanState.problem_key, PROBLEMS), tone="problem", test_id="problem"), class_name="mb-4"
            ),
            rx.fragment(),
        ),
        rx.cond(
            PlanState.asked_again & ~PlanState.building,
            rx.el.div(
                notice(rx.el.div(t("planner.page.asked_again"), again), test_id="asked-again"), class_name="mb-4"
            ),
            rx.cond(
                PlanState.outdated & ~PlanState.building,
                rx.el.div(
                    notice(
                        rx.el.div(
                            t("planner.page.outdated"),
                            rx.el.div(
                                button(
                                    t("planner.page.replan"),
                                    size="sm",
                                    on_click=PlanState.build,
                                    data_testid="replan-now",
                                ),
                                class_name="mt-2",
                            ),
                        ),
                        tone="warning",
                        test_id="outdated",
                    ),
                    class_name="mb-4",
                ),
                rx.fragment(),
            ),
        ),
    )


def summary() -> rx.Component:
    """How far the plan is, where it leads, and what does not fit."""
    facts = rx.el.div(
        rx.el.h2(t_var(PlanState.title), class_name="subtitle"),
        rx.el.p(t_var(PlanState.span), class_name="small muted mt-0.5"),
        rx.el.p(
            t(
                "planner.page.figures",
                done=PlanState.done_count,
                count=PlanState.task_count,
                done_hours=PlanState.done_hours,
                hours=PlanState.hours,
            ),
            class_name="text-sm mt-2",
            data_testid="figures",
        ),
        rx.cond(
            PlanState.critical_words,
            rx.el.p(
                icon("flag", 15), t_var(PlanState.critical_words), class_name="text-sm mt-1 flex items-center gap-2"
            ),
            rx.fragment(),
        ),
        class_name="min-w-0",
    )
    ring = progress_ring(
        PlanState.percent,
        figure=PlanState.percent.to_string() + "%",
        label=t("planner.page.percent", percent=PlanState.percent),
        test_id="plan-ring",
    )
    note = rx.cond(
        PlanState.note,
        rx.el.p(
            t_var(PlanState.note),
            class_name="small muted mt-4 pt-4 border-t border-line prose-width",
            data_testid="note",
        ),
        rx.fragment(),
    )
    teller = PlanState.teller
    worded = rx.cond(
        teller,
        rx.el.div(coach_line(teller.engine, teller.model, teller.why), class_name="mt-2"),
        rx.fragment(),
    )
    return card(rx.el.div(ring, facts, class_name="flex items-center gap-[18px]"), note, worded)


def week_strip() -> rx.Component:
    """Weeks side by side; the chosen one is shown below. Finished ones fold away."""
    strip = rx.el.div(
        rx.foreach(PlanState.weeks, _week_button),
        role="group",
        aria_label=t("planner.page.weeks"),
        class_name="relative flex gap-2 overflow-x-auto pb-1 -mx-1 px-1 py-1 snap-x",
        data_testid="weeks",
    )
    folded = rx.cond(
        PlanState.finished.length() > 0,
        rx.el.details(
            rx.el.summary(
                t("planner.page.finished", n=PlanState.finished.length()),
                class_name="link text-sm cursor-pointer w-fit py-1",
            ),
            rx.el.div(rx.foreach(PlanState.finished, _week_button), class_name="flex flex-wrap gap-2 mt-2"),
        ),
        rx.fragment(),
    )
    return stack(folded, strip, gap="sm")


def _week_button(week: rx.Var[WeekCard]) -> rx.Component:
    return rx.el.button(
        rx.el.span(
            t_var(week.title),
            rx.cond(week.is_now, rx.el.span(" · ", t("planner.page.now"), class_name="text-accent"), rx.fragment()),
            class_name="label whitespace-nowrap",
        ),
        rx.el.span(t_var(week.days), class_name="tiny whitespace-nowrap"),
        rx.el.span(
            rx.el.i(style={"width": week.percent.to_string() + "%"}),
            class_name="bar bar-thin mt-1.5 w-full",
            aria_hidden="true",
        ),
        rx.el.span(t("planner.page.percent", percent=week.percent), class_name="sr-only"),
        type="button",
        aria_pressed=PlanState.selected == week.number,
        on_click=PlanState.choose_week(week.number),
        class_name=rx.cond(
            PlanState.selected == week.number,
            f"{WEEK_CHOICE} bg-accent-soft border-accent",
            f"{WEEK_CHOICE} bg-surface border-line hover:border-line-strong",
        ),
        data_testid="week",
    )


def days() -> rx.Component:
    """The chosen week, day by day; what is finished of the present week folds away."""
    folded = rx.el.details(
        rx.el.summary(t("planner.page.earlier_days"), class_name="link text-sm cursor-pointer w-fit py-1"),
        rx.el.div(rx.foreach(PlanState.folded_days, _day), class_name="flex flex-col gap-5 mt-2"),
    )
    return rx.el.div(
        rx.el.ol(
            rx.foreach(PlanState.all_days, _day_cell),
            class_name="grid grid-cols-7 gap-1.5 text-center",
            aria_hidden="true",
        ),
        rx.cond(PlanState.folded_days.length() > 0, folded, rx.fragment()),
        rx.foreach(PlanState.days, _day),
        class_name="flex flex-col gap-5",
    )


def _day_cell(day: rx.Var[DayCell]) -> rx.Component:
    return rx.el.li(
        rx.el.span(t_var(day.short), class_name="tiny"),
        rx.el.span(day.number.to_string(), class_name="label"),
        rx.el.span(
            rx.cond(day.minutes > 0, t("ui.minutes", n=day.minutes), "·"), class_name="tiny max-sm:text-[.6875rem]"
        ),
        class_name=rx.cond(
            day.is_today, f"{DAY_CELL} bg-accent-soft border-accent", f"{DAY_CELL} bg-surface border-line"
        ),
    )


def _day(day: rx.Var[DayCard]) -> rx.Component:
    head = rx.el.div(
        rx.el.h2(t_var(day.name), class_name="label first-letter:uppercase"),
        rx.cond(day.is_today, chip(t("ui.nav.today"), tone="accent", small=True), rx.fragment()),
        rx.el.span(t("ui.minutes", n=day.minutes), class_name="tiny ml-auto"),
        class_name="flex items-center gap-2 mb-2 px-1",
    )
    section = rx.el.section(
        head,
        task_list(rx.foreach(day.tasks, lambda task: _task(task, day)), label=t_var(day.name)),
        data_testid="day",
    )
    return rx.cond(day.tasks.length() > 0, section, rx.fragment())


def _task(task: rx.Var[TaskCard], day: rx.Var[DayCard]) -> rx.Component:
    state = PlanState.states[task.id]
    more = rx.el.details(
        rx.el.summary(
            t("planner.page.how"),
            class_name="tiny font-medium cursor-pointer select-none hover:text-ink w-fit py-1 -my-1",
        ),
        rx.el.p(t_var(task.how), class_name="text-sm text-ink-2 max-w-[68ch] mt-2"),
        rx.el.div(rx.foreach(task.resources, material_chip), class_name="flex flex-wrap gap-2 mt-3 empty:hidden"),
        rx.cond(MaterialState.can_search, _found(task), rx.fragment()),
        class_name="min-w-0 -mt-1.5",
    )
    return task_row(
        t_var(task.title),
        why=t_var(task.why),
        minutes=task.minutes.to_string(),
        done=state == "done",
        current=PlanState.next_id == task.id,
        on_toggle=PlanState.toggle(task.id),
        details=[
            rx.cond(
                state == "skipped", chip(t("planner.page.skipped"), small=True, icon="skip-forward"), rx.fragment()
            ),
            rx.cond(state == "open", more, rx.fragment()),
        ],
        menu=_menu(task, state, day),
        test_id="task",
    )


def _found(task: rx.Var[TaskCard]) -> rx.Component:
    """Pages of the web for a task, each seen by us before it is shown."""

    def one(found: rx.Var[FoundPage]) -> rx.Component:
        return outside_link(
            icon("globe", 15),
            rx.el.span(
                rx.el.span(found.title, class_name="text-ink font-medium"),
                rx.el.span(" · ", found.site),
                class_name="min-w-0",
            ),
            href=found.url,
            class_name="chip",
            data_testid="found-page",
        )

    shown = rx.el.div(
        rx.el.p(
            rx.cond(MaterialState.pages.length() > 0, t("planner.page.found"), t("planner.page.found_nothing")),
            class_name="small muted",
        ),
        rx.el.div(rx.foreach(MaterialState.pages, one), class_name="flex flex-wrap gap-2 mt-2 empty:hidden"),
        rx.cond(
            MaterialState.pages.length() > 0,
            rx.el.div(coach_line(MaterialState.engine, MaterialState.model, MaterialState.why), class_name="mt-2"),
            rx.fragment(),
        ),
        role="status",
        data_testid="found",
    )
    look = button(
        t("planner.page.find_more"), variant="ghost", size="sm", icon="search", on_click=MaterialState.find(task.id),
        busy=MaterialState.busy_with == task.id, data_testid="find-more",
    )  # fmt: skip
    return rx.el.div(rx.cond(MaterialState.task_id == task.id, shown, look), class_name="mt-3")


def _menu(task: rx.Var[TaskCard], state: rx.Var[str], day: rx.Var[DayCard]) -> rx.Component:
    name = "plan-menu-" + task.id
    earlier = menu_item(
        t("planner.page.earlier"),
        menu=name,
        icon="arrow-up",
        on_click=PlanState.move(task.id, False),
        test_id="earlier",
    )
    choices = action_menu(
        name,
        t("planner.page.menu", title=t_var(task.title)),
        menu_item(
            t("planner.page.later"),
            menu=name,
            icon="arrow-down",
            on_click=PlanState.move(task.id, True),
            test_id="later",
        ),
        rx.cond(day.is_today | day.is_past, rx.fragment(), earlier),
        menu_item(
            t("planner.page.skip"), menu=name, icon="skip-forward", on_click=PlanState.skip(task.id), test_id="skip"
        ),
    )
    back = icon_button("undo-2", t("planner.page.take_back"), size="sm", on_click=PlanState.toggle(task.id))
    return rx.match(state, ("open", choices), ("skipped", back), rx.fragment())


def empty() -> rx.Component:
    """Before the first plan."""
    action = rx.el.div(
        button(
            t("planner.page.build"),
            icon="sparkles",
            on_click=PlanState.build,
            busy=PlanState.building,
            data_testid="build-now",
        ),
        link_button(t("planner.page.see_gap"), href="/match", variant="secondary"),
        class_name="flex flex-wrap justify-center gap-2",
    )
    return card(empty_state("plan", t("planner.page.empty"), action, hint=t("planner.page.empty_hint")))


def waiting() -> rx.Component:
    """The shape of the page while it loads."""
    return stack(
        skeleton("h-[126px] w-full rounded-lg"),
        skeleton("h-[64px] w-full rounded-lg"),
        skeleton("h-[360px] w-full rounded-lg"),
    )


def toast() -> rx.Component:
    """What was moved or skipped, and the way back."""
    words = rx.cond(
        PlanState.moved_title,
        t("planner.page.toast", title=t_var(PlanState.moved_title), what=t_var(PlanState.moved_day)),
        "",
    )
    return undo_toast(words, on_undo=PlanState.undo, on_close=PlanState.close_note, token=PlanState.moved_token)
