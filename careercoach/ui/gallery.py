"""All building blocks in every state on one page: the place to judge them, in both modes and all languages.

Its sample sentences are not translated: they are specimens. The words of the blocks themselves are.
"""

from datetime import date

import reflex as rx

from careercoach.ui.components.buttons import button, icon_button, link_button, outside_link, text_link
from careercoach.ui.components.charts import bar_chart, heat_map, line_chart, radar
from careercoach.ui.components.chips import chip, skill_chip, state_count, streak_chip
from careercoach.ui.components.dialogs import confirm_dialog
from careercoach.ui.components.forms import choice_group, field, select_field, text_area, tick
from careercoach.ui.components.guides import evidence_quote, key_point, score_button, stepper
from careercoach.ui.components.meters import bar, progress_ring, score_line, score_missing, waiting_bar
from careercoach.ui.components.states import empty_state, locked_state, skeleton_lines
from careercoach.ui.components.surfaces import (
    card,
    card_title,
    notice,
    row,
    stack,
    stat_row,
    stat_tile,
    two_columns,
)
from careercoach.ui.components.tasks import task_list, task_row, timeline, timeline_entry
from careercoach.ui.components.uploads import file_drop
from careercoach.ui.components.writing import autosave_text, code_block, markdown_view, streaming_panel, timer
from careercoach.ui.primitives.accordion import accordion, accordion_item
from careercoach.ui.primitives.combobox import combobox
from careercoach.ui.primitives.dialog import dialog
from careercoach.ui.primitives.menu import action_menu, menu_item
from careercoach.ui.primitives.slider import slider
from careercoach.ui.primitives.switch import switch
from careercoach.ui.primitives.tabs import tabs
from careercoach.ui.primitives.tooltip import tooltip
from careercoach.ui.shapes import month, series

WEEKS = [("3 Nov", 58.0), ("10 Nov", 61.0), ("17 Nov", 59.0), ("24 Nov", 68.0), ("1 Dec", 71.0)]
MINUTES = [
    ("Mon", 20.0),
    ("Tue", 45.0),
    ("Wed", 0.0),
    ("Thu", 60.0),
    ("Fri", 30.0),
    ("Sat", 50.0),
    ("Sun", 15.0),
]
SCORES = [
    ("Skills", 68),
    ("Experience", 74),
    ("Education", 90),
    ("Technical", 63),
    ("Soft skills", 82),
    ("Domain", 45),
]
NOTE = (
    "**Retention**: the share of people who come back. See [the manual](https://www.postgresql.org/docs/).\n\n- `code`"
)


def gallery() -> rx.Component:
    """The content of the gallery page; put it into `page_frame`."""
    return stack(
        two_columns(_day(), _figures()),
        stat_row(
            stat_tile("Overall", "68", note="+9 since 3 November", good=True),
            stat_tile("Technical", "74", note="SQL strong, testing thin"),
            stat_tile("Communication", "61", note="142 words a minute"),
            stat_tile("Job match", "66", note="5 of 8 needs covered"),
        ),
        _controls(),
        _form(),
        _charts(),
        _evidence(),
        _writing(),
        _waiting(),
        _nothing(),
    )


def _day() -> rx.Component:
    why = rx.fragment("Closes ", rx.el.b("SQL window functions"), ", worth about 6 points of technical skills")
    menu = action_menu(
        "task-menu",
        "More for this task",
        menu_item("Move to tomorrow", menu="task-menu", icon="calendar-arrow-down"),
        menu_item("Swap for another", menu="task-menu", icon="shuffle"),
        menu_item("Skip", menu="task-menu", icon="skip-forward", danger=True),
    )
    return stack(
        card(
            rx.el.div(
                progress_ring(40, figure="20", caption="of 50 min", label="20 of 50 minutes done"),
                rx.el.div(
                    rx.el.h2("One done, two to go", class_name="subtitle"),
                    rx.el.p(
                        "On Thursday you closed window functions. Today you use them in a real report.",
                        class_name="muted mt-1 max-w-[52ch]",
                    ),
                ),
                class_name="flex gap-[18px] items-center",
            )
        ),
        task_list(
            task_row(
                "Review: joins and grouping",
                why="10 cards from last week, 9 remembered",
                minutes=20,
                done=True,
            ),
            task_row(
                "Build a cohort retention query",
                why=why,
                minutes=25,
                current=True,
                details=[
                    button("Start", icon="play"),
                    chip("Practice, SQLBolt lesson 12", icon="square-code"),
                    chip("PostgreSQL manual 3.5", icon="file-text"),
                ],
                menu=menu,
            ),
            task_row("Answer one interview question aloud", why="You scored 54 on structure last time", minutes=5),
            label="Tasks of today",
        ),
    )


def _figures() -> rx.Component:
    today = date(2026, 11, 21)
    minutes = {date(2026, 11, day): (day * 37) % 70 for day in range(1, 22)}
    return stack(
        card(
            card_title("Readiness", chip("+8 this month", tone="have", icon="trending-up")),
            rx.el.div(
                rx.el.span("71", class_name="figure"),
                rx.el.span("of 78 needed for FIT", class_name="small muted"),
                class_name="flex items-baseline gap-1.5 mt-2.5 mb-2",
            ),
            bar(71, label="Readiness"),
        ),
        card(
            card_title("November"),
            rx.el.div(class_name="h-3"),
            heat_map(rx.Var.create(month(minutes, first=today, today=today, goal_min=50)), label="18 of 21 days"),
        ),
        card(
            rx.el.div(
                progress_ring(71, figure="71", label="71 of 100, FIT from 78", size=104, tone="amber", mark_percent=78),
                rx.el.div("Not yet, but close", class_name="verdict"),
                class_name="flex items-center gap-4",
            )
        ),
    )


def _controls() -> rx.Component:
    return card(
        card_title("Buttons, chips, menus"),
        row(
            button("Primary"),
            button("Secondary", variant="secondary", icon="download"),
            button("Ghost", variant="ghost"),
            button("Danger", variant="danger", icon="trash-2"),
            button("Quiet", variant="danger-quiet"),
            button("Disabled", disabled=True),
            button("Busy", busy=rx.Var.create(True)),
            button("Small", size="sm"),
            button("Large", size="lg", icon_end="arrow-right"),
            link_button("Link", href="/today", variant="secondary"),
            outside_link("Outside", href="https://example.org"),
            tooltip(icon_button("info", "What is this?"), "A remark on hover and focus"),
            class_name="mt-3",
        ),
        row(
            skill_chip("SQL joins", "have"),
            skill_chip("Power BI", "part", note="0.7"),
            skill_chip("Window functions", "missing"),
            state_count(9, "have"),
            chip("Plain"),
            chip("Accent", tone="accent", small=True),
            streak_chip(12),
            streak_chip(12, short=True),
            class_name="mt-4",
        ),
        row(
            dialog(
                "A dialog",
                rx.el.p("Escape closes it."),
                trigger=button("Open a dialog", variant="secondary"),
                test_id="sample",
            ),
            confirm_dialog(
                "Delete this resume?",
                "The file and its report will be gone. Your plan stays.",
                confirm="Delete",
                on_confirm=rx.noop(),
                trigger=button("Ask before", variant="danger-quiet"),
            ),
            timer(754),
            class_name="mt-4",
        ),
    )


def _form() -> rx.Component:
    return card(
        card_title("Fields"),
        rx.el.div(
            field("g-name", "Name", hint="As on your resume", default_value="Asha Rao", auto_complete="name"),
            field("g-mail", "Email", problem="That does not look like an address.", type="email"),
            select_field("g-format", "Format", [("v", "Video"), ("a", "Article")]),
            combobox(
                "g-zone",
                "Time zone",
                [("a", "Kolkata"), ("b", "Madrid"), ("c", "Lima")],
                shown="Kolkata",
                on_choose=lambda _value: rx.noop(),
                placeholder="Search a city",
            ),
            choice_group(
                "g-learn",
                "How do you learn?",
                [("p", "By building", "Projects"), ("t", "By reading", None)],
                value="p",
            ),
            slider("g-hours", "Hours a week", minimum=1, maximum=40, shown="6 hours", default_value=[6]),
            switch("g-mail-on", "Morning email", note="At 7:30 in your time zone", default_checked=True),
            tick("g-tick", "I read what will happen with my data"),
            text_area("g-text", "Anything else?", optional="optional", rows=3),
            field("g-off", "Not open", disabled=True, default_value="Locked"),
            class_name="grid md:grid-cols-2 gap-5 mt-3",
        ),
        rx.el.div(file_drop("g-file", action="/api/resumes", max_bytes=10 * 1024 * 1024), class_name="mt-5"),
        rx.el.div(stepper(["Goal", "Resume", "Review", "Gap report"], 1, label="Steps"), class_name="mt-6"),
    )


def _charts() -> rx.Component:
    scores = rx.Var.create(series(WEEKS, top=100, goal=78))
    minutes = rx.Var.create(series(MINUTES, goal=40, columns=True, names=7))
    return rx.el.div(
        card(
            card_title("Interview scores"),
            line_chart(
                scores,
                label="Interview scores",
                summary="From 58 to 71 in five weeks.",
                name="Week",
                value="Score",
                goal="FIT from 78",
            ),
        ),
        card(
            card_title("Minutes a day"),
            bar_chart(
                minutes,
                label="Minutes a day",
                summary="220 minutes this week.",
                name="Day",
                value="Minutes",
                goal="40 a day",
            ),
        ),
        card(
            card_title("Scores"),
            radar(SCORES, label="Scores", summary="Strongest in education, weakest in domain knowledge."),
        ),
        card(
            card_title("Scores as lines", rx.el.span("FIT from 78", class_name="tiny")),
            *(score_line(name, score) for name, score in SCORES),
            score_missing("Salary", text_link("Add your range", href="/settings")),
        ),
        class_name="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-2 gap-4",
    )


def _evidence() -> rx.Component:
    posting = evidence_quote(
        "The posting, requirements, line 4",
        "“Confident with ",
        rx.el.mark("Power BI"),
        " or a comparable BI tool.”",
    )
    resume = evidence_quote(
        "Your resume, page 1",
        "“Built the weekly view in ",
        rx.el.mark("Looker Studio"),
        " for 14 store managers.”",
    )
    answer = rx.el.p(
        "At Lumen we had, um, a lot of returns. ",
        rx.el.mark("I compared return rates by supplier over eighteen months.", custom_attrs={"data-tone": "strong"}),
        " So I told my manager. ",
        rx.el.mark("It got better.", custom_attrs={"data-tone": "weak"}),
        class_name="prose-width leading-relaxed",
    )
    points = rx.el.ul(key_point("A concrete finding with a number", True), key_point("The result, measured", False))
    return card(
        card_title("Evidence"),
        rx.el.div(posting, resume, class_name="grid sm:grid-cols-2 gap-3 mt-3"),
        rx.el.div(score_button("g-why", "Technical skills", 63, posting), class_name="max-w-[420px] my-3"),
        answer,
        points,
    )


def _writing() -> rx.Component:
    return card(
        tabs(
            "Ways of writing",
            [
                (
                    "answer",
                    "Answer",
                    autosave_text(
                        "g-answer",
                        "Your answer",
                        draft_key="gallery",
                        saved=rx.Var.create("").to(str),
                        on_save=lambda _text, _version: rx.noop(),
                    ),
                ),
                ("note", "Markdown", markdown_view(NOTE)),
                ("code", "Code", code_block("git clone … careercoach\ncd careercoach\nmake run")),
                (
                    "stream",
                    "Stream",
                    streaming_panel(
                        rx.el.p("Reading your resume: 3 jobs, 14 skills."),
                        running=rx.Var.create(True),
                        label="Comparing with the role",
                        on_stop=rx.noop(),
                    ),
                ),
            ],
        ),
        accordion(
            accordion_item("What does it cost?", "Nothing.", group="faq"),
            accordion_item("Where is my resume?", "On this server only.", group="faq"),
        ),
    )


def _waiting() -> rx.Component:
    return rx.el.div(
        card(card_title("Loading"), rx.el.div(skeleton_lines(), class_name="my-3"), waiting_bar("Reading")),
        stack(
            notice("Saved."),
            notice("That went well.", tone="good"),
            notice("Your plan is older than your resume.", tone="warning"),
            notice("The file is damaged. Export it again and send that.", tone="problem"),
            gap="sm",
        ),
        card(
            timeline(
                timeline_entry("Joins and grouping", "4 tasks", when="3 Nov", state="done"),
                timeline_entry("Window functions", "6 tasks", when="10 Nov", state="now"),
                timeline_entry("Dashboards", "5 tasks", when="17 Nov"),
            )
        ),
        locked_state("Voice interviews", "They open after your first text interview."),
        class_name="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-2 gap-4 items-start",
    )


def _nothing() -> rx.Component:
    action = link_button("Read my resume", href="/resume")
    names = ("plan", "resume", "interview", "progress", "bell", "search")
    return rx.el.div(
        *(card(empty_state(name, "No plan yet. It starts with your gap report.", action)) for name in names),
        class_name="grid grid-cols-[minmax(0,1fr)] md:grid-cols-2 lg:grid-cols-3 gap-4",
    )
