"""What all admin pages share."""

import reflex as rx

from careercoach.ui.components.buttons import page_link
from careercoach.ui.components.chips import chip
from careercoach.ui.shell import page_frame
from careercoach.ui.texts import t

PLACES = (
    ("health", "/admin"), ("people", "/admin/people"), ("outbox", "/admin/outbox"), ("jobs", "/admin/jobs"),
    ("audit", "/admin/audit"), ("connections", "/admin/connections"), ("usage", "/admin/usage"), ("fairness", "/admin/fairness"),
    ("gallery", "/admin/gallery"),
)  # fmt: skip


def admin_frame(name: str, *children: rx.Component) -> rx.Component:
    """The frame of an admin page, with the way to the others."""
    links = [
        page_link(
            t(f"admin.{place}"),
            href=path,
            class_name="tab",
            **({"aria_current": "page", "custom_attrs": {"data-state": "active"}} if place == name else {}),
        )
        for place, path in PLACES
    ]
    return page_frame(
        rx.el.nav(*links, aria_label=t("admin.pages"), class_name="flex flex-wrap gap-1 mb-5"),
        *children,
        title=t(f"admin.{name}"),
        purpose=t("admin.purpose"),
        active="admin",
    )


def table(label: rx.Var[str], heads: list[rx.Var[str]], rows: rx.Component) -> rx.Component:
    """A table; where it is narrow each row is a small list, every value beside the word of its column."""
    # The style sheet writes these words: cells need not know them.
    words = {f"--head-{number}": f'"{head}"' for number, head in enumerate(heads, start=1)}
    return rx.el.div(
        rx.el.table(
            rx.el.caption(label, class_name="sr-only"),
            rx.el.thead(rx.el.tr(*(rx.el.th(head, scope="col") for head in heads))),
            rx.el.tbody(rows),
            class_name="table",
            style=words,
        ),
        class_name="table-frame",
        tab_index=0,
        role="region",
        aria_label=label,
    )


REASONS = [
    "key", "rate", "quota", "missing", "server", "timeout", "network", "request", "invalid", "domain", "tls", "login",
    "bucket", "clock", "disk", "unset", "other",
]  # fmt: skip


def reason_words(reason: rx.Var[str]) -> rx.Component:
    """Why a provider did not do it, in words; `reason` is one that `connections.service.sentence_of` gave."""
    other = t("connections.reason.other")
    return rx.el.span(rx.match(reason, *((name, t(f"connections.reason.{name}")) for name in REASONS), other))


STATE_TONES = {
    "done": "have", "sent": "have", "failed": "missing", "dead": "missing", "running": "accent", "sending": "accent",
}  # fmt: skip


def state_chip(state: rx.Var[str], names: list[str]) -> rx.Component:
    """A state in words and colour."""
    cases = [(name, chip(t(f"admin.state.{name}"), tone=STATE_TONES.get(name, "plain"))) for name in names]
    return rx.match(state, *cases, chip(state, tone="plain"))
