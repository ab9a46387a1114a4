"""All building blocks in every state on one page: the place to judge them."""

import reflex as rx

from careercoach.ui.components.buttons import button, icon_button, link_button, outside_link, text_link
from careercoach.ui.components.chips import chip, skill_chip, streak_chip
from careercoach.ui.components.forms import choice_group, field, select_field, text_area, tick
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


def gallery() -> rx.Component:
    """The content of the gallery page; put it into `page_frame`."""
    return stack(
        two_columns(
            stack(
                card(
                    rx.el.div(
                        progress_ring(40, figure="20", caption="of 50 min", label="20 of 50 minutes done"),
                        rx.el.div(
                            rx.el.h2("One done, two to go", class_name="subtitle"),
                            rx.el.p(
                                "On Thursday you closed window functions. Today you use them in a real report, as the Northwind posting asks.",
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
                        why=rx.fragment(
                            "Closes ",
                            rx.el.b("SQL window functions"),
                            ", worth about 6 points of technical skills",
                        ),
                        minutes=25,
                        current=True,
                        details=[
                            button("Start", icon="play"),
                            chip("Practice, SQLBolt lesson 12", icon="square-code"),
                            chip("PostgreSQL manual 3.5", icon="file-text"),
                        ],
                    ),
                    task_row(
                        "Answer one interview question aloud",
                        why="“Tell me about a time your analysis changed a decision.” You scored 54 on structure last time",
                        minutes=5,
                    ),
                    label="Tasks of today",
                ),
            ),
            stack(
                card(
                    card_title("Readiness", chip("+8 this month", tone="have", icon="trending-up")),
                    rx.el.div(
                        rx.el.span("71", class_name="figure"),
                        rx.el.span("of 78 needed for FIT", class_name="small muted"),
                        class_name="flex items-baseline gap-1.5 mt-2.5 mb-2",
                    ),
                    bar(71, label="Readiness"),
                    rx.el.p(
                        "At 6 hours a week you get there between 12 and 19 December.",
                        class_name="small muted mt-2.5",
                    ),
                ),
                card(
                    card_title("Scores"),
                    score_line("Skills", 68),
                    score_line("Experience", 74),
                    score_missing("Salary", text_link("Add your range", href="/settings")),
                ),
            ),
        ),
        stat_row(
            stat_tile("Overall", "68", note="+9 since 3 November", good=True),
            stat_tile("Technical", "74", note="SQL strong, testing thin"),
            stat_tile("Communication", "61", note="142 words a minute"),
            stat_tile("Job match", "66", note="5 of 8 needs covered"),
        ),
        card(
            card_title("Buttons"),
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
                icon_button("ellipsis", "More"),
                link_button("Link", href="/today", variant="secondary"),
                outside_link("Outside", href="https://example.org"),
                class_name="mt-3",
            ),
        ),
        card(
            card_title("Chips"),
            row(
                skill_chip("SQL", "have"),
                skill_chip("Power BI", "part", note="0.7"),
                skill_chip("dbt", "missing"),
                chip("Plain"),
                chip("Accent", tone="accent"),
                streak_chip(12),
                streak_chip(12, short=True),
                class_name="mt-3",
            ),
        ),
        card(
            card_title("Fields"),
            rx.el.div(
                field("a", "Name", hint="As on your resume", default_value="Asha Rao"),
                field("b", "Email", problem="That does not look like an address.", type="email"),
                select_field("c", "Format", [("v", "Video"), ("a", "Article")]),
                text_area("d", "Answer", optional="optional"),
                choice_group(
                    "e",
                    "How do you like to learn?",
                    [("p", "By building", "Small projects"), ("t", "By reading", None)],
                    value="p",
                ),
                tick("f", "Send me the morning email", note="At 7:30"),
                class_name="grid sm:grid-cols-2 gap-5 mt-3",
            ),
        ),
        notice("Saved."),
        notice("That went well", tone="good"),
        notice("Careful", tone="warning"),
        notice("It failed", tone="problem"),
        card(
            timeline(
                timeline_entry("Week 1", "SQL", when="3 Nov", state="done"),
                timeline_entry("Week 2", "Dashboards", when="10 Nov", state="now"),
                timeline_entry("Week 3", "Interviews", when="17 Nov"),
            )
        ),
        card(skeleton_lines(), waiting_bar("Reading")),
        *(
            card(
                empty_state(
                    name,
                    "No plan yet. It starts with your gap report.",
                    link_button("Read my resume", href="/resume"),
                )
            )
            for name in ("plan", "resume", "interview", "progress", "bell", "search")
        ),
        locked_state("Voice interviews", "Open after your first text interview"),
    )
