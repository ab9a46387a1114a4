"""The parts of the page: one passage before and after, the files, and what is still to learn."""

import reflex as rx

from careercoach.features.resume_builder.schemas import (
    QUESTIONS,
    REASONS,
    Learnable,
    Passage,
    Piece,
    Place,
)
from careercoach.features.resume_builder.state import RewriteState
from careercoach.ui.components.buttons import button, icon_button, link_button, text_link
from careercoach.ui.components.chips import chip
from careercoach.ui.components.forms import select_field
from careercoach.ui.components.icons import icon
from careercoach.ui.components.meters import waiting_bar
from careercoach.ui.components.states import empty_state
from careercoach.ui.components.surfaces import card, card_title, notice, row, stack, two_columns
from careercoach.ui.components.writing import autosave_text
from careercoach.ui.texts import t, t_n, t_of, t_var

ASKED = [f"resume_builder.ask.{question}" for question in QUESTIONS if question]
WHY = [f"resume_builder.why.{reason}" for reason in REASONS]
PROBLEMS = [
    "resume_builder.empty",
    "resume_builder.new_numbers",
    "resume_builder.not_in_resume",
    "core.changed_elsewhere",
]
FILES = (("pdf", "PDF"), ("docx", "Word"), ("md", "Markdown"), ("txt", ""), ("json", "JSON Resume"))
EXPORT = "/api/v1/resume-builder/export"


def content() -> rx.Component:
    """Passages beside the files; or what is needed first."""
    view = RewriteState.view
    main = stack(
        rx.cond(RewriteState.busy, waiting_bar(t("resume_builder.thinking")), rx.fragment()),
        rx.cond(view.basis == "resume", notice(_from_resume()), rx.fragment()),
        rx.cond(
            view.places.length() > 0,
            rx.el.div(rx.foreach(view.places, _place), class_name="flex flex-col gap-4", data_testid="places"),
            _no_passages(),
        ),
        gap="md",
    )
    aside = stack(_progress(), _files(), rx.cond(view.missing.length() > 0, _missing(), rx.fragment()), gap="md")
    return rx.cond(view, two_columns(main, aside), _nothing())


def _from_resume() -> rx.Component:
    return rx.el.span(
        t("resume_builder.from_resume"), " ", text_link(t("resume_builder.to_record"), href="/resume/review")
    )


def _nothing() -> rx.Component:
    return card(
        empty_state(
            "resume",
            t("resume_builder.nothing"),
            link_button(t("resume_builder.add_resume"), href="/resume", icon="upload"),
            hint=t("resume_builder.nothing_hint"),
            test_id="nothing-to-rewrite",
        )
    )


def _no_passages() -> rx.Component:
    return card(
        empty_state(
            "resume",
            t("resume_builder.no_passages"),
            link_button(t("resume_builder.add_lines"), href="/resume/review", icon="pencil"),
            hint=t("resume_builder.no_passages_hint"),
        )
    )


def _place(place: rx.Var[Place]) -> rx.Component:
    title = rx.cond(place.kind == "summary", t("resume_builder.summary"), place.title)
    return card(
        card_title(title),
        rx.el.ul(rx.foreach(place.passages, _passage), class_name="divided mt-2"),
    )


def _passage(passage: rx.Var[Passage]) -> rx.Component:
    changed = (passage.after != "") | (passage.state == "edited")
    decided = passage.state != "open"
    return rx.el.li(
        rx.cond(changed, _both(passage), _one(passage)),
        rx.cond(
            RewriteState.editing == passage.key,
            _editor(passage),
            rx.cond(changed | decided, _foot(passage), rx.fragment()),
        ),
        class_name="py-4 flex flex-col gap-3",
        custom_attrs={"data-state": passage.state, "data-key": passage.key},
        data_testid="passage",
        key=passage.key,
    )


def _one(passage: rx.Var[Passage]) -> rx.Component:
    """Nothing better to offer: the line, and what would make it stronger."""
    strong = rx.el.p(
        icon("check", 15), rx.el.span(t("resume_builder.strong")), class_name="tiny flex gap-1.5 items-center mt-1"
    )
    line = rx.el.div(
        rx.el.p(passage.before, class_name="max-w-[72ch]"),
        rx.cond(passage.question == "", strong, _asked(passage, "mt-1.5")),
        class_name="min-w-0 flex-1",
    )
    write = icon_button(
        "pencil", t("resume_builder.edit"), size="sm", on_click=RewriteState.edit(passage.key), data_testid="edit"
    )
    return rx.el.div(line, write, class_name="flex items-start gap-2")


def _asked(passage: rx.Var[Passage], class_name: str = "") -> rx.Component:
    """The fact that would make the line stronger."""
    return rx.el.p(
        icon("circle-help", 15, class_name="shrink-0 mt-[2px]"),
        rx.el.span(t_of("resume_builder.ask." + passage.question.to(str), ASKED)),
        class_name=f"small flex gap-1.5 {class_name}".strip(),
        data_testid="question",
    )


def _both(passage: rx.Var[Passage]) -> rx.Component:
    own = passage.state == "edited"
    new = rx.el.ul(
        rx.foreach(
            passage.after_pieces,
            lambda line: rx.el.li(
                rx.foreach(line.to(list[Piece]), lambda piece: _piece(piece, "strong")), class_name="max-w-[72ch]"
            ),
        ),
        class_name="flex flex-col gap-1",
        data_testid="after",
    )
    reasons = rx.el.ul(
        rx.foreach(
            passage.reasons,
            lambda reason: rx.el.li(
                icon("info", 14, class_name="shrink-0 mt-[3px]"),
                rx.el.span(t_of("resume_builder.why." + reason.to(str), WHY)),
                class_name="flex gap-1.5",
            ),
        ),
        class_name="tiny flex flex-col gap-0.5",
        data_testid="why",
    )
    return rx.el.div(
        rx.el.div(
            rx.el.p(t("resume_builder.before"), class_name="tiny mb-1"),
            rx.el.p(
                rx.foreach(passage.before_pieces, lambda piece: _piece(piece, "weak")), class_name="muted max-w-[72ch]"
            ),
        ),
        rx.el.div(
            rx.el.p(rx.cond(own, t("resume_builder.yours"), t("resume_builder.after")), class_name="tiny mb-1"), new
        ),
        rx.cond(own, rx.fragment(), reasons),
        class_name="flex flex-col gap-3",
    )


def _piece(piece: rx.Var[Piece], tone: str) -> rx.Component:
    marked = rx.el.mark(piece.text, custom_attrs={"data-tone": tone})
    return rx.cond(piece.mark, marked, rx.el.span(piece.text))


def _foot(passage: rx.Var[Passage]) -> rx.Component:
    """What to do about it, or what was decided."""
    write = button(
        t("resume_builder.edit"), variant="ghost", size="sm", icon="pencil",
        on_click=RewriteState.edit(passage.key), data_testid="edit",
    )  # fmt: skip
    offer = rx.fragment(
        button(
            t("resume_builder.accept"), size="sm", icon="check", variant="secondary",
            on_click=RewriteState.accept(passage.key), data_testid="accept",
        ),
        button(
            t("resume_builder.reject"), variant="ghost", size="sm",
            on_click=RewriteState.reject(passage.key), data_testid="reject",
        ),
    )  # fmt: skip
    decided = rx.fragment(
        rx.match(
            passage.state,
            ("accepted", chip(t("resume_builder.accepted"), tone="have", icon="check")),
            ("edited", chip(t("resume_builder.edited"), tone="have", icon="pencil")),
            chip(t("resume_builder.kept")),
        ),
        button(
            t("resume_builder.reopen"), variant="ghost", size="sm",
            on_click=RewriteState.reopen(passage.key), data_testid="reopen",
        ),
    )  # fmt: skip
    actions = rx.cond(passage.state != "open", decided, rx.cond(passage.after != "", offer, rx.fragment()))
    return rx.el.div(
        rx.cond((passage.question != "") & (passage.state != "edited"), _asked(passage), rx.fragment()),
        row(actions, write, class_name="gap-x-2 gap-y-1"),
        class_name="flex flex-col gap-2",
    )


def _editor(passage: rx.Var[Passage]) -> rx.Component:
    numbers = RewriteState.edit_problem == "resume_builder.new_numbers"
    problem = rx.el.div(
        t_of(RewriteState.edit_problem, PROBLEMS, words=RewriteState.edit_words),
        rx.el.div(
            rx.cond(
                numbers,
                button(
                    t("resume_builder.stand_by"), variant="secondary", size="sm",
                    on_click=RewriteState.stand_by_numbers, data_testid="stand-by",
                ),
                rx.cond(
                    RewriteState.edit_problem == "resume_builder.not_in_resume",
                    text_link(t("resume_builder.to_record"), href="/resume/review"),
                    rx.fragment(),
                ),
            ),
            class_name="mt-2",
        ),
    )  # fmt: skip
    return rx.el.div(
        autosave_text(
            "own-words",
            t("resume_builder.edit_label"),
            draft_key="rewrite/" + passage.key,
            saved=RewriteState.saved,
            on_save=RewriteState.keep_draft,
            reset=RewriteState.reset_count,
            max_length=2_000,
            rows=3,
            test_id="own-words",
        ),
        rx.el.p(t("resume_builder.edit_hint"), class_name="tiny"),
        rx.cond(
            RewriteState.edit_problem != "", notice(problem, tone="warning", test_id="edit-problem"), rx.fragment()
        ),
        row(
            button(t("resume_builder.save_own"), size="sm", on_click=RewriteState.save_own, data_testid="save-own"),
            button(t("resume_builder.cancel"), variant="ghost", size="sm", on_click=RewriteState.close_edit),
        ),
        class_name="flex flex-col gap-2.5",
        key=passage.key,
    )


def _progress() -> rx.Component:
    view = RewriteState.view
    source = rx.cond(
        view.source == "embedded", t("resume_builder.by_embedded"), t("resume_builder.by_other", source=view.source)
    )
    return card(
        card_title(t("resume_builder.progress")),
        rx.el.p(t_n("resume_builder.open_left", view.counts.open), class_name="mt-2", data_testid="open-left"),
        rx.el.p(t_n("resume_builder.taken", view.counts.taken), class_name="muted text-sm", data_testid="taken"),
        rx.el.p(source, class_name="tiny mt-3"),
        rx.el.div(
            button(
                t("resume_builder.again"), variant="ghost", size="sm", icon="rotate-cw", busy=RewriteState.busy,
                on_click=RewriteState.ask_again, data_testid="again",
            ),
            class_name="mt-2 -ml-2",
        ),
    )  # fmt: skip


def _files() -> rx.Component:
    links = [
        link_button(
            name or t("resume_builder.text_file"),
            href=f"{EXPORT}/{ending}",
            reload=True,
            variant="primary" if ending == "pdf" else "secondary",
            size="sm",
            icon="download" if ending == "pdf" else None,
            aria_label=t("resume_builder.download_named", name=name or t("resume_builder.text_file")),
            data_testid=f"export-{ending}",
        )
        for ending, name in FILES
    ]
    paper = select_field(
        "paper",
        t("resume_builder.paper_size"),
        [("a4", "A4"), ("letter", "US Letter")],
        value=RewriteState.view.paper,
        on_change=RewriteState.choose_paper,
        data_testid="paper",
    )
    return card(
        card_title(t("resume_builder.download")),
        rx.el.p(t("resume_builder.download_why"), class_name="tiny mt-1 mb-3"),
        row(*links, class_name="gap-2"),
        rx.el.div(paper, class_name="mt-4"),
        data_testid="files",
    )


def _missing() -> rx.Component:
    view = RewriteState.view
    no_plan = notice(
        rx.el.span(
            t("resume_builder.no_plan"), " ", text_link(t("resume_builder.build_plan"), href="/plan?build=1")
        ),
        tone="warning",
    )  # fmt: skip
    return card(
        card_title(t("resume_builder.missing")),
        rx.el.p(t("resume_builder.missing_why", role=t_var(view.role_title)), class_name="tiny mt-1"),
        rx.cond(RewriteState.has_plan, rx.fragment(), rx.el.div(no_plan, class_name="mt-3")),
        rx.el.ul(rx.foreach(view.missing, _learnable), class_name="divided mt-2", data_testid="missing"),
    )


def _learnable(skill: rx.Var[Learnable]) -> rx.Component:
    learn = button(
        t("resume_builder.learn"), variant="secondary", size="sm", icon="graduation-cap",
        on_click=RewriteState.learn(skill.slug), aria_label=t("resume_builder.learn_named", name=t_var(skill.name)),
        data_testid="learn",
    )  # fmt: skip
    return rx.el.li(
        rx.el.div(
            rx.el.p(t_var(skill.name), class_name="text-sm font-medium"),
            rx.el.p(t_n("resume_builder.hours", skill.hours), class_name="tiny"),
            class_name="min-w-0 flex-1",
        ),
        rx.cond(skill.planned, chip(t("resume_builder.planned"), tone="accent", icon="check", small=True), learn),
        class_name="flex items-center gap-3 py-2.5",
        key=skill.slug,
    )
