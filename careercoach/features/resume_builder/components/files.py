"""The accepted version as a file."""

import reflex as rx

from careercoach.features.resume_builder.state import RewriteState
from careercoach.ui.components.buttons import link_button
from careercoach.ui.components.forms import select_field
from careercoach.ui.components.surfaces import card, card_title, row
from careercoach.ui.texts import t

FILES = (("pdf", "PDF"), ("docx", "Word"), ("md", "Markdown"), ("txt", ""), ("json", "JSON Resume"))
EXPORT = "/api/v1/resume-builder/export"


def files() -> rx.Component:
    """One link for each format, and the paper."""
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
