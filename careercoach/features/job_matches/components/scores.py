"""The eleven scores: a radar for the whole, a line each with what it rests on, and the question where one is open."""

import reflex as rx

from careercoach.features.job_matches.components.evidence import quotes
from careercoach.features.job_matches.schemas import CULTURES, ScoreLine
from careercoach.features.job_matches.state.match import PROBLEMS, MatchState
from careercoach.features.matching.schemas import EDUCATION, METRICS
from careercoach.ui.components.buttons import button
from careercoach.ui.components.charts import radar
from careercoach.ui.components.forms import field_problem, tick
from careercoach.ui.components.guides import score_button
from careercoach.ui.components.meters import score_missing
from careercoach.ui.components.surfaces import card, card_title
from careercoach.ui.components.writing import keeps_typed
from careercoach.ui.texts import t, t_of, t_var

NAMES = [f"job_matches.metric.{metric}" for metric in METRICS]


def scores() -> rx.Component:
    """All eleven."""
    lines = rx.el.div(
        rx.foreach(MatchState.scores, _line), class_name="flex flex-col gap-1 min-w-0", data_testid="scores"
    )
    shown = card(
        card_title(t("job_matches.page.scores")),
        rx.el.p(t("job_matches.page.scores_why"), class_name="tiny mt-0.5"),
        rx.el.div(
            lines,
            rx.el.div(_radar(), class_name="max-lg:hidden px-10 [&_svg]:overflow-visible"),
            class_name="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_440px] gap-6 items-center mt-3",
        ),
    )
    return rx.cond(MatchState.scores.length() == len(METRICS), shown, rx.fragment())


def _radar() -> rx.Component:
    axes = [
        (t(f"job_matches.metric.{metric}"), rx.cond(MatchState.scores[place].value, MatchState.scores[place].value, 0))
        for place, metric in enumerate(METRICS)
    ]
    return radar(axes, label=t("job_matches.page.scores"), summary=t("job_matches.page.radar_note"))  # pyright: ignore[reportArgumentType]


def _line(line: rx.Var[ScoreLine]) -> rx.Component:
    name = t_of("job_matches.metric." + line.metric.to(str), NAMES)
    known = rx.el.div(
        score_button(
            "score-" + line.metric.to(str),  # pyright: ignore[reportArgumentType]
            name,
            line.value.to(int),
            rx.el.p(t_var(line.reason), class_name="text-sm mb-3"),
            quotes(line.citations),
        ),
        custom_attrs={"data-metric": line.metric, "data-value": line.value.to_string()},
        data_testid="score",
    )
    return rx.cond((line.ask == "") | (line.ask == None), known, _open(line, name))  # noqa: E711


def _open(line: rx.Var[ScoreLine], name: rx.Var) -> rx.Component:
    """No figure: the question, answered on the spot."""
    wrong = (MatchState.answered_metric == line.metric) & (MatchState.answer_problem != "")
    form = rx.el.form(
        keeps_typed("answer-" + MatchState.head.id + "-" + line.metric.to(str)),
        rx.el.input(type="hidden", name="metric", value=line.metric),
        rx.el.p(t_var(line.question), class_name="text-sm"),
        _control(line, name),
        rx.cond(
            wrong,
            field_problem("answer-" + line.metric.to(str), t_of(MatchState.answer_problem, PROBLEMS)),
            rx.fragment(),
        ),  # pyright: ignore[reportArgumentType]
        rx.el.div(button(t("job_matches.page.answer"), type="submit", size="sm", data_testid="answer-send")),
        on_submit=MatchState.answer,
        class_name="flex flex-col gap-3 pb-4 pt-1",
    )
    return rx.el.details(
        rx.el.summary(
            score_missing(
                name,
                rx.el.span(
                    t("job_matches.page.not_enough"), class_name="tiny underline decoration-dotted underline-offset-4"
                ),
            ),
            class_name="cursor-pointer list-none rounded-sm",
        ),
        form,
        custom_attrs={"data-metric": line.metric, "data-ask": line.ask, "open": wrong},
        data_testid="score-open",
    )


def _control(line: rx.Var[ScoreLine], name: rx.Var) -> rx.Component:
    words = rx.el.input(name="value", class_name="input", max_length=200, aria_label=name, auto_complete="off")
    number = rx.el.input(
        name="value", class_name="input", max_length=40, aria_label=name, auto_complete="off", input_mode="decimal"
    )
    degree = rx.el.select(
        *(rx.el.option(t(f"job_matches.education.{level}"), value=level) for level in EDUCATION),
        name="value",
        aria_label=name,
        class_name="input",
    )
    place = rx.el.div(
        rx.el.input(
            name="value", class_name="input", max_length=120, aria_label=name,
            placeholder=t("job_matches.page.town"), auto_complete="off",
        ),
        rx.el.div(
            *(_tick(f"place-{one}", t(f"job_matches.place.{one}")) for one in ("onsite", "hybrid", "remote")),
            class_name="flex flex-wrap gap-x-5",
        ),
        class_name="flex flex-col gap-1",
    )  # fmt: skip
    culture = rx.el.div(
        *(_tick(f"culture-{one}", t(f"job_matches.culture.{one}")) for one in CULTURES),
        class_name="flex flex-wrap gap-x-5",
    )
    return rx.match(  # pyright: ignore[reportReturnType]
        line.ask,
        ("own_education", degree),
        ("own_place", place),
        ("posting_place", place),
        ("own_culture", culture),
        ("posting_culture", culture),
        ("posting_skills", words),
        ("posting_soft", words),
        number,
    )


def _tick(name: str, words: rx.Var) -> rx.Component:
    return tick(name, words)
