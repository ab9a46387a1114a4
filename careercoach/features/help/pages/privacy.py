"""What is kept, where, for how long, and who can see it. Says only what the code does."""

import reflex as rx

from careercoach.ui.page import page
from careercoach.ui.shell import public_frame
from careercoach.ui.texts import t

SECTIONS = ("kept", "where", "others", "browser", "mail", "gone")


@page("/privacy", title="help.privacy.title", description="help.privacy.description", public=True)
def privacy_page() -> rx.Component:
    sections = [
        rx.el.section(
            rx.el.h2(t(f"help.privacy.{name}.title"), class_name="subtitle text-lg"),
            rx.el.p(t(f"help.privacy.{name}.text"), class_name="muted text-md mt-2 leading-relaxed"),
        )
        for name in SECTIONS
    ]
    return public_frame(
        rx.el.article(
            rx.el.h1(t("help.privacy.title"), class_name="heading"),
            rx.el.p(t("help.privacy.short"), class_name="text-lg leading-normal mt-4"),
            rx.el.div(*sections, class_name="flex flex-col gap-8 mt-10"),
            class_name="prose-width py-8 md:py-12",
        )
    )
