"""Four ways to say what to compare with."""

import reflex as rx

from careercoach.features.job_matches.schemas import POSTING_MOST, AnalysisLine
from careercoach.features.job_matches.state.start import PROBLEMS, StartState
from careercoach.settings import settings
from careercoach.ui.components.buttons import button, link_button, page_link
from careercoach.ui.components.chips import chip
from careercoach.ui.components.forms import field, native_form
from careercoach.ui.components.icons import icon
from careercoach.ui.components.states import loading, skeleton_lines
from careercoach.ui.components.surfaces import card, card_title, notice, stack, two_columns
from careercoach.ui.components.uploads import file_drop
from careercoach.ui.components.writing import autosave_text, keeps_typed
from careercoach.ui.primitives.combobox import combobox
from careercoach.ui.primitives.tabs import tabs
from careercoach.ui.texts import t, t_of

FORM = "/api/v1/matches/form"


def start() -> rx.Component:
    """The whole page below its title."""
    # Only once the draft is here: what is typed before it comes would give way to it.
    ways = loading(
        StartState.is_ready,
        two_columns(card(_ways()), _recent(), wide_aside=True),
        waiting=rx.el.div(skeleton_lines(8), class_name="card min-h-[420px]"),
        label=t("job_matches.page.loading"),
    )
    return stack(_record_needed(), _problem(), ways, gap="md")


def _record_needed() -> rx.Component:
    words = rx.el.div(
        rx.el.span(t("job_matches.page.no_record")),
        link_button(t("job_matches.page.add_resume"), href="/onboarding/resume", size="sm", icon="upload"),
        class_name="flex flex-wrap items-center gap-3",
    )
    return rx.cond(StartState.is_ready & ~StartState.has_record, notice(words, tone="warning"), rx.fragment())


def _problem() -> rx.Component:
    shown = notice(t_of(StartState.problem_key, PROBLEMS, n=500), tone="problem", test_id="match-problem")
    return rx.cond(StartState.problem_key != "", shown, rx.fragment())


def _ways() -> rx.Component:
    return tabs(
        t("job_matches.page.ways"),
        [
            ("paste", t("job_matches.page.way.paste"), _paste()),
            ("file", t("job_matches.page.way.file"), _file()),
            ("role", t("job_matches.page.way.role"), _role()),
            ("dream", t("job_matches.page.way.dream"), _dream()),
        ],
    )


def _paste() -> rx.Component:
    return native_form(
        keeps_typed("posting-" + StartState.owner + "-" + StartState.recent[0].id.to(str), stays=True),
        autosave_text(
            "posting",
            t("job_matches.page.posting"),
            draft_key="cc-match-posting-" + StartState.owner + "-" + StartState.version.to_string(),
            saved=StartState.posting,
            version=StartState.version,
            taken="",
            on_save=StartState.save_posting,
            placeholder=t("job_matches.page.posting_example"),
            max_length=POSTING_MOST,
            rows=12,
            test_id="posting",
        ),
        field(
            "link",
            t("job_matches.page.link"),
            type="url",
            hint=t("job_matches.page.link_hint"),
            optional=t("job_matches.page.optional"),
            max_length=2000,
            auto_complete="off",
        ),
        rx.el.div(button(t("job_matches.page.read"), type="submit", icon="scan-text", data_testid="read-posting")),
        action=FORM,
    )


def _file() -> rx.Component:
    return stack(
        rx.el.p(t("job_matches.page.file_why"), class_name="muted text-sm"),
        file_drop(
            "posting-file",
            action="/api/v1/matches/file",
            max_bytes=settings.upload_max_bytes,
            label=t("job_matches.page.file_drop"),
            on_done=StartState.arrived,
            test_id="posting-drop",
        ),
        gap="sm",
    )


def _role() -> rx.Component:
    return stack(
        combobox(
            "match-role",
            t("job_matches.page.role"),
            StartState.choices,
            shown="",
            on_choose=StartState.choose_role,
            placeholder=t("job_matches.page.role_search"),
            hint=t("job_matches.page.role_hint"),
        ),
        class_name="max-w-[440px]",
    )


def _dream() -> rx.Component:
    return native_form(
        autosave_text(
            "dream",
            t("job_matches.page.dream"),
            draft_key="cc-match-dream-" + StartState.owner + "-" + StartState.version.to_string(),
            saved=StartState.dream,
            version=StartState.version,
            taken="",
            on_save=StartState.save_dream,
            placeholder=t("job_matches.page.dream_example"),
            max_length=2_000,
            rows=5,
            test_id="dream",
        ),
        rx.el.div(button(t("job_matches.page.find"), type="submit", icon="sparkles", data_testid="find-dream")),
        action=FORM,
    )


def _recent() -> rx.Component:
    rows = rx.el.ul(rx.foreach(StartState.recent, _line), class_name="divided mt-1", data_testid="recent")
    more = page_link(t("job_matches.page.all"), href="/jobs/matches", class_name="link text-sm mt-3 inline-block")
    nothing = rx.el.p(t("job_matches.page.none_yet"), class_name="muted text-sm mt-2")
    return card(
        card_title(t("job_matches.page.recent")),
        rx.cond(StartState.recent.length() > 0, rx.el.div(rows, more), nothing),
    )


def _line(line: rx.Var[AnalysisLine]) -> rx.Component:
    return rx.el.li(
        page_link(
            rx.el.span(rx.cond(line.title != "", line.title, t("job_matches.page.untitled")), class_name="truncate"),
            verdict_chip(line),
            href="/jobs/match/" + line.id,
            class_name="skill-line skill-button",
        )
    )


def verdict_chip(line: rx.Var[AnalysisLine]) -> rx.Component:
    """FIT, not yet, or that it is only read so far."""
    overall = line.overall.to_string()
    return rx.match(  # pyright: ignore[reportReturnType]
        line.verdict,
        ("FIT", chip(t("job_matches.page.fit_short", n=overall), tone="have", icon="check", small=True)),
        ("UNFIT", chip(t("job_matches.page.not_yet_short", n=overall), tone="amber", icon="circle-dot", small=True)),
        chip(t("job_matches.page.only_read"), tone="outline", small=True),
    )


def how_it_reads() -> rx.Component:
    """What happens to a posting, in one line."""
    return rx.el.p(icon("lock", 15), rx.el.span(t("job_matches.page.private")), class_name="tiny flex gap-1.5 mt-3")
