"""Connections: what each outside provider adds, whether it works, and its key."""

import reflex as rx

from careercoach.features.admin.components import admin_frame, reason_words
from careercoach.features.admin.pages.connections.state import ConnectionsState
from careercoach.features.admin.schemas import ConnectionRow
from careercoach.ui.components.buttons import button, outside_link
from careercoach.ui.components.chips import chip
from careercoach.ui.components.dialogs import confirm_dialog
from careercoach.ui.components.forms import field
from careercoach.ui.components.states import loading
from careercoach.ui.components.surfaces import card, card_title, notice, row, stack
from careercoach.ui.page import page
from careercoach.ui.texts import t, t_of, t_var

NAMES = ["openai", "gemini", "local", "embedded", "resend", "smtp", "outbox", "s3", "disk"]
ALWAYS_THERE = rx.Var.create(["embedded", "outbox", "disk"])
KEY_PAGES = {
    "openai": "https://platform.openai.com/api-keys",
    "gemini": "https://aistudio.google.com/apikey",
    "resend": "https://resend.com/api-keys",
}
PROBLEMS = ["connections.no_secret", "connections.bad_key", "core.invalid_input"]


@page(
    "/admin/connections", title="connections.connections", description="connections.why", on_load=ConnectionsState.load
)
def connections_page() -> rx.Component:
    return admin_frame(
        "connections",
        loading(
            ConnectionsState.is_ready,
            stack(
                rx.el.p(t("connections.why"), class_name="text-ink-2 max-w-[72ch]"),
                rx.el.p(t("connections.test_hint"), class_name="tiny"),
                rx.cond(
                    ConnectionsState.can_keep, rx.fragment(), notice(t("connections.no_secret"), test_id="no-secret")
                ),
                _group("models", ConnectionsState.models),
                _group("mail", ConnectionsState.mail),
                _group("files", ConnectionsState.files),
                gap="lg",
            ),
            label=t("connections.connections"),
        ),
    )


def _group(name: str, connections: rx.Var[list[ConnectionRow]]) -> rx.Component:
    return card(
        card_title(t(f"connections.group.{name}")),
        rx.el.ul(rx.foreach(connections, _connection), class_name="mt-2", data_testid=f"connections-{name}"),
    )


def _said(one: rx.Var[ConnectionRow], what: str) -> rx.Var:
    names = [name for name in NAMES if what != "how" or name not in ("embedded", "outbox", "disk")]
    return rx.match(one.name, *((name, t(f"connections.{name}.{what}")) for name in names), one.name)


def _connection(one: rx.Var[ConnectionRow]) -> rx.Component:
    place = rx.el.p(
        rx.el.span(one.host),
        rx.cond(one.model != "", rx.el.span(one.model), rx.fragment()),
        class_name="tiny flex flex-wrap gap-x-3 break-all",
    )
    return rx.el.li(
        rx.el.div(
            rx.el.h3(_said(one, "name"), class_name="label"),
            _state(one),
            class_name="flex flex-wrap items-center gap-x-3 gap-y-1",
        ),
        rx.el.p(_said(one, "adds"), class_name="small text-ink-2 mt-0.5"),
        rx.cond((one.host != "") & (one.state != "off"), place, rx.fragment()),
        _retires(one),
        _last_test(one),
        rx.cond(ALWAYS_THERE.contains(one.name), rx.fragment(), _how(one)),
        rx.cond(one.key_source == "unreadable", notice(t("connections.key.unreadable"), tone="warning"), rx.fragment()),
        row(_test(one), _key_buttons(one), class_name="mt-3"),
        rx.cond(ConnectionsState.entering == one.name, _key_form(one), rx.fragment()),
        rx.cond(
            ConnectionsState.saved == one.name,
            rx.el.p(
                t("connections.key.saved"), class_name="small text-have mt-2", role="status", data_testid="key-saved"
            ),
            rx.fragment(),
        ),
        class_name="py-5 border-t border-line first:border-0",
        custom_attrs={"data-name": one.name},
    )


def _how(one: rx.Var[ConnectionRow]) -> rx.Component:
    links = [
        (name, outside_link(t("connections.get_key"), href=href, class_name="link small mt-1.5 inline-block"))
        for name, href in KEY_PAGES.items()
    ]
    return rx.el.details(
        rx.el.summary(t("connections.how"), class_name="small link cursor-pointer w-fit py-1"),
        rx.el.p(_said(one, "how"), class_name="small mt-1 max-w-[72ch]"),
        rx.match(one.name, *links, rx.fragment()),
        class_name="mt-1.5",
    )


def _state(one: rx.Var[ConnectionRow]) -> rx.Component:
    state = rx.match(
        one.state,
        ("on", chip(t("connections.state.on"), tone="have", icon="check")),
        ("ready", chip(t("connections.state.ready"), tone="outline")),
        chip(t("connections.state.off"), tone="plain"),
    )
    failing = (one.state == "on") & one.tested & ~one.test_ok
    source = rx.match(
        one.key_source,
        ("environment", chip(t("connections.key.environment"), tone="outline", icon="key")),
        ("table", chip(t("connections.key.table"), tone="outline", icon="key")),
        rx.fragment(),
    )
    return rx.fragment(
        rx.cond(failing, chip(t("connections.failing"), tone="missing", icon="circle-alert"), state), source
    )


def _retires(one: rx.Var[ConnectionRow]) -> rx.Component:
    words = rx.el.span(
        rx.cond(one.retires == "now", t("connections.retired"), t("connections.retires", day=one.retires)),
        rx.cond(one.successor != "", rx.el.span(t("connections.successor", model=one.successor)), rx.fragment()),
        class_name="flex flex-wrap gap-x-1.5",
    )
    return rx.cond(
        (one.retires != "") & (one.state != "off"),
        rx.el.div(notice(words, tone="warning"), class_name="mt-2"),
        rx.fragment(),
    )


def _last_test(one: rx.Var[ConnectionRow]) -> rx.Component:
    failed = rx.fragment(
        rx.el.span(t("connections.failed_at", at=t_var(one.when)), class_name="text-gap font-medium"),
        reason_words(one.test_reason),
        rx.cond(one.test_detail != "", rx.el.span(one.test_detail, class_name="tiny"), rx.fragment()),
    )
    worked = rx.fragment(
        rx.el.span(t("connections.works", at=t_var(one.when)), class_name="text-have font-medium"),
        rx.cond(one.test_detail != "", rx.el.span(one.test_detail, class_name="tiny"), rx.fragment()),
    )
    shown = rx.cond(one.test_ok, worked, failed)
    untested = rx.cond(
        (one.state == "off") | (one.name == "embedded"),
        rx.fragment(),
        rx.el.span(t("connections.never_tested"), class_name="muted"),
    )
    return rx.el.p(
        rx.cond(one.tested, shown, untested),
        class_name="small flex flex-wrap gap-x-2 mt-1",
        title=one.when.exact,
        role="status",
    )


def _test(one: rx.Var[ConnectionRow]) -> rx.Component:
    test = button(
        t("connections.test"),
        variant="secondary",
        size="sm",
        busy=ConnectionsState.testing.contains(one.name),
        aria_label=rx.Var.create(f"{t('connections.test')}: {_said(one, 'name')}"),
        on_click=ConnectionsState.test(one.name),
        custom_attrs={"data-testid": f"test-{one.name}"},
    )
    return rx.cond((one.state == "off") | (one.name == "embedded"), rx.fragment(), test)


def _key_buttons(one: rx.Var[ConnectionRow]) -> rx.Component:
    remove = confirm_dialog(
        t("connections.key.remove"),
        t("connections.key.remove_sentence"),
        confirm=t("connections.key.remove"),
        on_confirm=ConnectionsState.remove_key(one.name),
        trigger=button(t("connections.key.remove"), variant="danger-quiet", size="sm"),
        test_id="remove-key",
    )
    words = rx.cond(one.key_source == "", t("connections.key.enter"), t("connections.key.replace"))
    return rx.fragment(
        rx.cond(
            one.can_enter,
            button(
                words,
                variant="secondary",
                size="sm",
                icon="key",
                aria_expanded=ConnectionsState.entering == one.name,
                on_click=ConnectionsState.enter(one.name),
                custom_attrs={"data-testid": f"enter-{one.name}"},
            ),
            rx.fragment(),
        ),
        rx.cond((one.key_source == "table") | (one.key_source == "unreadable"), remove, rx.fragment()),
    )


def _key_form(one: rx.Var[ConnectionRow]) -> rx.Component:
    # An id that is a var is left to the form itself: by a fixed one, inside a list, its value would be looked up in vain.
    own_id, own_key = rx.Var.create("key_id"), rx.Var.create("key")
    hidden = {
        "id": own_key,
        "type": "password",
        "auto_complete": "off",
        "spell_check": False,
        "max_length": 500,
        "required": True,
    }
    problem = rx.cond(ConnectionsState.problem_key != "", t_of(ConnectionsState.problem_key, PROBLEMS), "")
    return rx.el.form(
        rx.cond(
            one.name == "s3",
            field("key_id", t("connections.key.id"), id=own_id, auto_complete="off", max_length=500, required=True),
            rx.fragment(),
        ),
        field("key", t("connections.key.label"), hint=t("connections.key.never_shown"), problem=problem, **hidden),
        rx.el.div(button(t("connections.key.save"), type="submit", size="sm", data_testid="save-key")),
        on_submit=ConnectionsState.save_key,
        reset_on_submit=True,
        class_name="flex flex-col gap-3 mt-4 max-w-[440px]",
    )
