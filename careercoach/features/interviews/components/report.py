"""The report: four figures, the questions, and one answer with its strong and weak passages."""

import reflex as rx

from careercoach.features.interviews.rules.cards import FigureCard, Measure, PieceCard, PointCard, QuestionItem
from careercoach.features.interviews.state.report import PROBLEMS, ReportState
from careercoach.ui.components.buttons import button, link_button, text_link
from careercoach.ui.components.chips import chip
from careercoach.ui.components.coaches import coach_line
from careercoach.ui.components.icons import icon
from careercoach.ui.components.meters import score_line
from careercoach.ui.components.states import empty_state, skeleton
from careercoach.ui.components.surfaces import card, card_title, notice, stack
from careercoach.ui.texts import t, t_of, t_var

FIGURES = ("overall", "technical", "communication", "job_match")
MEASURES = ("coverage", "structure", "specificity", "clarity")


def waiting() -> rx.Component:
    """The shape of the report before it is known."""
    return stack(skeleton("h-[110px] w-full rounded-lg"), skeleton("h-[420px] w-full rounded-lg"), gap="lg")


def header() -> rx.Component:
    """Which interview it was, and the PDF."""
    report = ReportState.report
    return rx.el.header(
        rx.el.div(
            rx.el.div(rx.cond(report, t_var(report.purpose), t("interviews.mock")), class_name="small muted mb-0.5"),
            rx.el.h1(rx.cond(report, t_var(report.title), t("interviews.report.title")), class_name="title"),
            class_name="min-w-0",
        ),
        rx.cond(
            report,
            link_button(
                t("interviews.report.pdf"),
                href=f"/api/interviews/{report.id}/report.pdf",
                variant="secondary",
                icon="download",
                reload=True,
                data_testid="report-pdf",
            ),
            rx.fragment(),
        ),
        class_name="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 mb-[22px]",
    )


def report() -> rx.Component:
    """The whole report, or that there is none."""
    nothing = card(
        empty_state(
            "interview",
            t("interviews.room.missing"),
            link_button(t("interviews.room.to_list"), href="/interviews"),
            test_id="no-report",
        )
    )
    return rx.cond(ReportState.report, _report(), nothing)


def _report() -> rx.Component:
    report = ReportState.report
    return stack(
        rx.cond(report.out_of_time, notice(t("interviews.report.out_of_time"), tone="warning"), rx.fragment()),
        figures(),
        problem(),
        rx.el.div(_questions(), _detail(), class_name="report-grid"),
        rx.cond(report.is_single, rx.fragment(), _summary()),
        class_name="gap-5",
        data_testid="report",
    )


def problem() -> rx.Component:
    """What went wrong, if something did."""
    words = t_of(ReportState.problem_key, PROBLEMS, minutes="60")
    to_open = text_link(t("interviews.report.to_open"), href="/interviews")
    sentence = rx.el.span(
        words, rx.cond(ReportState.problem_key == "interviews.one_open", rx.fragment(" ", to_open), rx.fragment())
    )
    return rx.cond(
        ReportState.problem_key != "", notice(sentence, tone="problem", test_id="report-problem"), rx.fragment()
    )


def figures() -> rx.Component:
    """Overall, technical, communication, job match."""
    return rx.el.dl(
        *(_figure(name, ReportState.report.figures[place]) for place, name in enumerate(FIGURES)),
        class_name="card card-flush columns columns-2-phone",
        data_testid="figures",
    )


def _figure(name: str, figure: rx.Var[FigureCard]) -> rx.Component:
    return rx.el.div(
        rx.el.dt(t(f"interviews.figure.{name}"), class_name="small muted"),
        rx.el.dd(
            figure.value,
            class_name="text-title font-[670] tracking-[-.03em] leading-tight",
            data_testid=f"figure-{name}",
        ),
        rx.el.dd(t_var(figure.note), class_name=rx.cond(figure.good, "tiny !text-have", "tiny")),
    )


def _questions() -> rx.Component:
    return rx.el.nav(
        rx.el.h2(t("interviews.report.questions"), class_name="nav-group !pt-0"),
        rx.el.ul(rx.foreach(ReportState.report.questions, _item), class_name="flex flex-col gap-0.5"),
        aria_label=t("interviews.report.questions"),
    )


def _item(item: rx.Var[QuestionItem]) -> rx.Component:
    sign = rx.cond(item.good, icon("circle-check", 16), icon("circle-alert", 16))
    state = rx.cond(item.good, t("interviews.report.solid"), t("interviews.report.practise"))
    return rx.el.li(
        rx.el.button(
            rx.el.span(sign, class_name=rx.cond(item.good, "text-have", "text-amber")),
            rx.el.span(t_var(item.text), class_name="line-clamp-2 min-w-0 flex-1 text-left"),
            rx.el.span(state, class_name="sr-only"),
            rx.el.b(item.score, class_name="font-semibold"),
            type="button",
            on_click=ReportState.choose(item.number),
            aria_pressed=ReportState.detail.number == item.number,
            class_name="report-item",
            data_testid="report-question",
        )
    )


def _score_chip() -> rx.Component:
    detail = ReportState.detail
    words = detail.score.to_string()
    label = t("interviews.report.score_of", n=words)
    return rx.match(
        detail.tone,
        ("have", chip(words, tone="have", aria_label=label, role="img", data_testid="answer-score")),
        ("part", chip(words, tone="part", aria_label=label, role="img", data_testid="answer-score")),
        chip(words, tone="missing", aria_label=label, role="img", data_testid="answer-score"),
    )


def _detail() -> rx.Component:
    return stack(_answer(), _holds(), _better(), class_name="gap-5", data_testid="answer-detail")


def _answer() -> rx.Component:
    detail = ReportState.detail
    return card(
        rx.el.div(
            rx.el.h2("“", t_var(detail.question), "”", class_name="subtitle min-w-0"),
            _score_chip(),
            class_name="flex items-start justify-between gap-3 mb-3",
        ),
        rx.cond(
            detail.is_empty,
            rx.el.p(t("interviews.report.no_answer"), class_name="muted"),
            rx.el.p(rx.foreach(detail.pieces, _piece), class_name="answer-text", data_testid="answer-text"),
        ),
        rx.el.p(t_var(detail.facts), class_name="small muted mt-3"),
        _marks(),
        rx.cond(
            detail.is_empty,
            rx.fragment(),
            rx.el.div(
                rx.foreach(detail.measures, _measure),
                rx.el.div(coach_line(detail.engine, detail.model, detail.why), class_name="mt-3"),
                class_name="mt-3 max-w-[420px]",
            ),
        ),
    )


def _piece(piece: rx.Var[PieceCard]) -> rx.Component:
    def marked(kind: str) -> rx.Component:
        return rx.el.mark(
            rx.el.span(t(f"interviews.mark.{kind}_begins"), " ", class_name="sr-only"),
            piece.text,
            rx.el.span(" ", t("interviews.mark.ends"), class_name="sr-only"),
            custom_attrs={"data-tone": kind},
        )

    return rx.match(piece.kind, ("strong", marked("strong")), ("weak", marked("weak")), rx.el.span(piece.text))


def _marks() -> rx.Component:
    def one(piece: rx.Var[PieceCard]) -> rx.Component:
        is_strong = piece.kind == "strong"
        line = rx.el.li(
            rx.cond(
                is_strong,
                rx.el.span(icon("thumbs-up", 15), class_name="text-have mt-0.5"),
                rx.el.span(icon("pencil", 15), class_name="text-gap mt-0.5"),
            ),
            rx.el.span(
                rx.el.span("“", piece.text, "”", class_name="line-clamp-1 text-ink-3"),
                rx.el.span(t_var(piece.why), class_name="block"),
                class_name="min-w-0",
            ),
            class_name="flex gap-2.5 text-sm",
        )
        return rx.cond(piece.kind != "", line, rx.fragment())

    return rx.el.ul(
        rx.foreach(ReportState.detail.pieces, one), class_name="flex flex-col gap-2 mt-4", data_testid="marks"
    )


def _measure(measure: rx.Var[Measure]) -> rx.Component:
    name = rx.match(measure.name, *((key, t(f"interviews.measure.{key}")) for key in MEASURES), "")
    return score_line(name, measure.score)


def _holds() -> rx.Component:
    detail = ReportState.detail
    example = rx.el.details(
        rx.el.summary(
            icon("chevron-down", 16),
            rx.cond(detail.is_outline, t("interviews.report.outline"), t("interviews.report.example")),
            class_name="room-hint",
        ),
        rx.el.p(t_var(detail.example), class_name="quote mt-2 max-w-[68ch]"),
        class_name="mt-3",
        data_testid="example",
    )
    return card(
        card_title(t("interviews.report.holds")),
        rx.el.ul(rx.foreach(detail.points, _point), class_name="mt-2", data_testid="points"),
        rx.cond(detail.example, example, rx.fragment()),
        rx.el.div(
            button(
                t("interviews.report.again"), icon="rotate-ccw", on_click=ReportState.try_again,
                data_testid="try-again",
            ),
            _plan(),
            class_name="flex flex-wrap items-center gap-2 mt-4 no-print",
        ),
    )  # fmt: skip


def _point(point: rx.Var[PointCard]) -> rx.Component:
    def line(sign: str, tone: str, state: str) -> rx.Component:
        return rx.el.li(
            rx.el.span(icon(sign), class_name=f"{tone} shrink-0"),
            rx.el.span(t(f"interviews.point.{state}"), " ", class_name="sr-only"),
            rx.el.span(t_var(point.text), class_name="min-w-0"),
            class_name="key-point",
        )

    return rx.match(
        point.state,
        ("have", line("check", "text-have", "have")),
        ("part", line("circle-dot", "text-part", "part")),
        line("x", "text-gap", "missing"),
    )


def _plan() -> rx.Component:
    in_plan = rx.el.span(
        icon("calendar-check", 16),
        t("interviews.report.in_plan"),
        " ",
        text_link(t("interviews.report.to_plan"), href="/plan"),
        class_name="inline-flex flex-wrap items-center gap-1.5 text-sm text-have font-medium px-2",
        role="status",
        data_testid="in-plan",
    )
    add = button(
        t("interviews.report.add"), variant="secondary", icon="plus", on_click=ReportState.add_to_plan,
        data_testid="add-to-plan",
    )  # fmt: skip
    no_plan = rx.el.span(
        t("interviews.report.no_plan"),
        " ",
        text_link(t("interviews.report.make_plan"), href="/plan"),
        class_name="text-sm muted px-2",
        role="status",
        data_testid="no-plan",
    )
    return rx.cond(ReportState.detail.in_plan, in_plan, rx.cond(ReportState.asked_plan, no_plan, add))


def _better() -> rx.Component:
    advice = ReportState.detail.advice
    content = card(
        card_title(t("interviews.report.better")),
        rx.el.ul(
            rx.foreach(
                advice,
                lambda line: rx.el.li(
                    rx.el.span(icon("arrow-right", 16), class_name="text-accent shrink-0 mt-0.5"),
                    rx.el.span(t_var(line), class_name="min-w-0"),
                    class_name="key-point",
                ),
            ),
            class_name="mt-2",
            data_testid="advice",
        ),
    )
    return rx.cond(advice.length() > 0, content, rx.fragment())


def _summary() -> rx.Component:
    report = ReportState.report

    def column(name: str, sign: str, tone: str, lines: rx.Var) -> rx.Component:
        return rx.el.div(
            rx.el.h2(t(f"interviews.report.{name}"), class_name="subtitle"),
            rx.cond(
                lines.length() > 0,
                rx.el.ul(
                    rx.foreach(
                        lines,
                        lambda line: rx.el.li(
                            rx.el.span(icon(sign, 16), class_name=f"{tone} shrink-0 mt-0.5"),
                            rx.el.span(t_var(line), class_name="min-w-0"),
                            class_name="key-point",
                        ),
                    ),
                    class_name="mt-1",
                ),
                rx.el.p(t("interviews.report.none"), class_name="small muted mt-2"),
            ),
            data_testid=name,
        )

    return rx.el.section(
        column("strengths", "check", "text-have", report.strengths),
        column("weaknesses", "circle-dot", "text-part", report.weaknesses),
        column("recommendations", "arrow-right", "text-accent", report.recommendations),
        class_name="card card-flush columns columns-1-phone",
    )
