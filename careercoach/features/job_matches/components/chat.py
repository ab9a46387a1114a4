"""Questions about the analysis, and what the person adds in own words."""

import reflex as rx

from careercoach.features.job_matches.components.evidence import evidence, quotes
from careercoach.features.job_matches.schemas import CONTEXT_MOST, QUESTION_MOST, Message
from careercoach.features.job_matches.state.chat import ChatState
from careercoach.features.job_matches.state.match import PROBLEMS, MatchState
from careercoach.ui.components.buttons import button
from careercoach.ui.components.coaches import coach_line
from careercoach.ui.components.icons import icon
from careercoach.ui.components.surfaces import card, card_title, notice
from careercoach.ui.components.writing import autosave_text
from careercoach.ui.primitives.popover import opens
from careercoach.ui.texts import t, t_of

OFFERED = ("why", "first", "long", "missing", "say")


def chat() -> rx.Component:
    """The talk so far, questions to choose from, and a field for one's own."""
    wrong = notice(t_of(ChatState.problem_key, PROBLEMS), tone="problem")
    shown = card(
        card_title(t("job_matches.page.chat")),
        rx.el.p(t("job_matches.page.chat_why"), class_name="tiny mt-0.5"),
        rx.el.div(
            rx.foreach(ChatState.messages, _message),
            rx.cond(ChatState.asking, _waiting(), rx.fragment()),
            rx.cond(ChatState.corrected, _corrected(), rx.fragment()),
            class_name="flex flex-col gap-3 mt-4 max-h-[560px] overflow-auto",
            aria_live="polite",
            tab_index=0,
            role="log",
            aria_label=t("job_matches.page.chat"),
            data_testid="chat",
        ),
        rx.el.div(*(_offer(name) for name in OFFERED), class_name="flex flex-wrap gap-2 mt-4"),
        rx.cond(ChatState.problem_key != "", rx.el.div(wrong, class_name="mt-3"), rx.fragment()),
        rx.el.div(
            autosave_text(
                "question",
                t("job_matches.page.question"),
                draft_key="cc-match-chat-" + ChatState.id + "-" + ChatState.version.to_string(),
                saved=ChatState.draft,
                version=ChatState.version,
                taken=ChatState.taken,
                on_save=lambda text, version: ChatState.save(ChatState.id, text, version),
                on_next=ChatState.send,
                max_length=QUESTION_MOST,
                rows=3,
                test_id="question",
            ),
            # The same field from question to question: the keyboard stays in it.
            key="question-" + ChatState.id,
            class_name="mt-4",
        ),
        button(
            t("job_matches.page.ask"), icon="send", on_click=ChatState.send, busy=ChatState.asking, class_name="mt-3",
            data_testid="ask",
        ),
        data_testid="chat-card",
    )  # fmt: skip
    return rx.cond(ChatState.id != "", shown, rx.fragment())


def _offer(name: str) -> rx.Component:
    words = t(f"job_matches.page.offer.{name}")
    return rx.el.button(
        words,
        type="button",
        on_click=ChatState.ask(words),
        class_name="chip hover:bg-line",
        data_testid=f"offer-{name}",
    )


def _message(message: rx.Var[Message]) -> rx.Component:
    name, by = "said-" + message.id.to(str), message.answered_by
    cited = rx.fragment(
        rx.el.button(
            icon("quote", 14),
            rx.el.span(t("job_matches.page.evidence")),
            type="button",
            class_name="tap tiny inline-flex items-center gap-1 underline decoration-dotted underline-offset-4 mt-1.5 min-h-[24px]",
            custom_attrs=opens(name),
        ),
        evidence(name, quotes(message.citations), label=t("job_matches.page.evidence")),
    )
    own = rx.el.div(
        rx.el.p(message.text, class_name="whitespace-pre-line text-sm"),
        class_name="self-end max-w-[88%] rounded-lg bg-accent-soft px-3.5 py-2.5",
        data_testid="asked",
    )
    coach = rx.el.div(
        rx.el.p(message.text, class_name="whitespace-pre-line text-sm"),
        rx.cond(message.citations.length() > 0, cited, rx.fragment()),
        rx.el.div(coach_line(by.engine, by.model, by.why, cut=by.cut), class_name="mt-1.5"),
        class_name="self-start max-w-[94%] rounded-lg bg-sunken px-3.5 py-2.5",
        data_testid="answered",
    )
    return rx.cond(message.by == "person", own, coach)


def _corrected() -> rx.Component:
    return rx.el.p(
        icon("shield-check", 14), t("job_matches.page.corrected"), class_name="tiny flex items-center gap-1.5",
        data_testid="corrected",
    )  # fmt: skip


def _waiting() -> rx.Component:
    return rx.fragment(
        rx.el.div(
            rx.el.p(ChatState.waiting, class_name="text-sm"),
            class_name="self-end max-w-[88%] rounded-lg bg-accent-soft px-3.5 py-2.5",
        ),
        rx.cond(
            ChatState.partial != "",
            rx.el.div(
                rx.el.p(ChatState.partial, class_name="whitespace-pre-line text-sm"),
                # The log is polite: read out when whole, not at every word.
                class_name="self-start max-w-[94%] rounded-lg bg-sunken px-3.5 py-2.5",
                aria_live="off",
                data_testid="partial",
            ),
            rx.fragment(),
        ),
        rx.el.div(
            rx.el.span(class_name="spinner", aria_hidden="true"),
            rx.cond(ChatState.partial != "", t("job_matches.page.writing"), t("job_matches.page.thinking")),
            button(
                t("job_matches.page.stop"), variant="ghost", size="sm", icon="square", on_click=ChatState.stop,
                data_testid="stop",
            ),
            class_name="flex items-center gap-2 tiny",
        ),
    )  # fmt: skip


def context() -> rx.Component:
    """What the record does not say, in the person's own words; marked as claimed."""
    return card(
        card_title(t("job_matches.page.context")),
        rx.el.p(t("job_matches.page.context_why"), class_name="tiny mt-0.5 mb-3"),
        autosave_text(
            "context",
            t("job_matches.page.context_label"),
            draft_key="cc-match-context-" + MatchState.head.id,
            saved=MatchState.context,
            on_save=lambda text, version: MatchState.save_context(MatchState.head.id, text, version),
            placeholder=t("job_matches.page.context_example"),
            max_length=CONTEXT_MOST,
            rows=4,
            test_id="context",
        ),
        button(
            t("job_matches.page.again_with"), variant="secondary", icon="rotate-cw", on_click=MatchState.analyse,
            class_name="mt-3", data_testid="again-with",
        ),
    )  # fmt: skip
