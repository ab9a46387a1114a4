"""Settings, "Your data and the coach": may text go to a model, and what went."""

import reflex as rx

from careercoach.features.connections.state import DataState, Mask, SentShown
from careercoach.ui.components.buttons import button, text_link
from careercoach.ui.components.chips import chip
from careercoach.ui.components.dialogs import confirm_dialog
from careercoach.ui.components.icons import icon
from careercoach.ui.components.moments import when
from careercoach.ui.components.states import empty_state, loading
from careercoach.ui.components.surfaces import card, card_title, notice, stack
from careercoach.ui.page import page
from careercoach.ui.primitives.switch import switch
from careercoach.ui.shell import page_frame
from careercoach.ui.texts import t, t_n

ROOMS = (
    "interviews", "resume_reports", "resume_builder", "job_matches", "matching", "planner", "questions", "catalogue",
    "resumes", "today",
)  # fmt: skip
KINDS = ("name", "email", "phone", "address", "link", "id")


@page("/settings/data", title="connections.data", description="connections.data_purpose", on_load=DataState.load)
def data_page() -> rx.Component:
    return page_frame(
        stack(
            rx.el.p(text_link(t("accounts.all_settings"), href="/settings")),
            loading(DataState.is_ready, stack(_choice(), _log(), gap="lg"), label=t("connections.loading")),
            gap="lg",
            class_name="max-w-[760px]",
        ),
        title=t("connections.data"),
        purpose=t("connections.data_purpose"),
        active="settings",
    )


def _choice() -> rx.Component:
    consent = DataState.consent
    who = rx.cond(
        consent.has_provider,
        rx.el.p(t("connections.goes_to", hosts=consent.hosts.join(", ")), class_name="small", data_testid="goes-to"),
        notice(t("connections.nobody"), test_id="nobody"),
    )
    return card(
        card_title(
            t("connections.choice"),
            rx.cond(
                consent.allowed,
                chip(t("connections.allowed"), tone="have", icon="check"),
                chip(t("connections.not_allowed"), tone="plain", icon="shield-check"),
            ),
        ),
        rx.el.p(t("connections.choice_why"), class_name="text-ink-2 mt-1"),
        rx.el.div(
            switch(
                "allow_models",
                t("connections.allow"),
                note=t("connections.allow_note"),
                checked=consent.allowed,
                on_checked_change=DataState.choose,
                data_testid="allow-models",
            ),
            class_name="mt-5",
        ),
        rx.el.ul(
            *(
                rx.el.li(
                    icon("check", 15, "text-accent mt-1"),
                    rx.el.span(t(f"connections.promise.{point}")),
                    class_name="flex gap-2.5",
                )
                for point in ("masked", "listed", "off", "kept")
            ),
            class_name="flex flex-col gap-1.5 my-5 text-sm text-ink-2",
        ),
        who,
    )


def _log() -> rx.Component:
    forget = confirm_dialog(
        t("connections.forget_title"),
        t("connections.forget_sentence"),
        confirm=t("connections.forget"),
        on_confirm=DataState.forget,
        trigger=button(
            t("connections.forget"), variant="danger-quiet", size="sm", icon="trash-2", data_testid="forget"
        ),
        test_id="forget",
    )
    return card(
        card_title(t("connections.sent"), rx.cond(DataState.total > 0, forget, rx.fragment())),
        rx.el.p(t("connections.sent_why"), class_name="tiny mt-0.5"),
        rx.cond(
            DataState.total > 0,
            stack(
                rx.el.ul(rx.foreach(DataState.rows, _sent), data_testid="sent"),
                rx.cond(
                    DataState.total > DataState.rows.length(),
                    rx.el.div(button(t("connections.more"), variant="secondary", on_click=DataState.more)),
                    rx.fragment(),
                ),
                class_name="mt-3",
            ),
            empty_state(
                "bell", t("connections.nothing_sent"), hint=t("connections.nothing_sent_hint"), test_id="nothing-sent"
            ),
        ),
    )


def _sent(sent: rx.Var[SentShown]) -> rx.Component:
    is_open = DataState.open_id == sent.id
    what = rx.match(sent.room, *((room, t(f"connections.room.{room}")) for room in ROOMS), sent.room)
    return rx.el.li(
        rx.el.div(
            rx.el.div(
                rx.el.div(what, class_name="label"),
                rx.el.div(t("connections.sent_to", host=sent.host, model=sent.model), class_name="tiny break-words"),
                rx.el.div(when(sent.at), class_name="tiny"),
                class_name="flex-1 min-w-0",
            ),
            button(
                rx.cond(is_open, t("connections.hide"), t("connections.show")),
                variant="secondary",
                size="sm",
                aria_expanded=is_open,
                on_click=DataState.open(sent.id),
            ),
            class_name="flex items-start gap-3",
        ),
        rx.el.div(rx.foreach(sent.masks, _mask), class_name="flex flex-wrap gap-1.5 mt-2 empty:hidden"),
        rx.cond(
            is_open,
            rx.el.pre(
                DataState.open_text,
                class_name="whitespace-pre-wrap break-words text-xs bg-sunken rounded-lg p-4 mt-3 max-h-[420px] overflow-y-auto",
                tab_index=0,
                role="region",
                aria_label=t("connections.the_text"),
                data_testid="sent-text",
            ),
            rx.fragment(),
        ),
        class_name="py-4 border-t border-line first:border-0",
    )


def _mask(mask: rx.Var[Mask]) -> rx.Component:
    words = rx.match(mask.kind, *((kind, t_n(f"connections.masked.{kind}", mask.count)) for kind in KINDS), mask.kind)
    return chip(words, tone="outline", icon="eye-off")
