"""What the machine reads: the plain text in reading order, and text that hides in the file."""

import reflex as rx

from careercoach.features.resumes.schemas import HiddenText, MachineLine, MachineView
from careercoach.ui.components.surfaces import notice
from careercoach.ui.texts import t, t_n, t_of

REASONS = [f"resumes.hidden.{name}" for name in ("invisible", "background", "tiny", "outside")]


def machine_view(view: rx.Var[MachineView], *, tall: bool = False) -> rx.Component:
    """Hidden text first: it is what may cost the person an interview."""
    sheet = rx.el.div(
        rx.foreach(view.lines, _line),
        rx.cond(view.shortened, rx.el.p(t("resumes.machine_shortened"), class_name="tiny mt-2"), rx.fragment()),
        tab_index=0,
        role="region",
        aria_label=t("resumes.machine"),
        class_name=f"machine {'max-h-[70vh]' if tall else 'max-h-[420px]'}",
        data_testid="machine-text",
    )
    return rx.el.div(
        rx.cond(view.hidden.length() > 0, _hidden(view), rx.fragment()),
        rx.cond(
            view.unmapped > 0,
            notice(t_n("resumes.unmapped", view.unmapped), tone="warning"),
            rx.fragment(),
        ),
        sheet,
        class_name="flex flex-col gap-3",
    )


def _line(line: rx.Var[MachineLine]) -> rx.Component:
    return rx.el.p(line.text, class_name=rx.cond(line.heading, "machine-heading", ""))


def _hidden(view: rx.Var[MachineView]) -> rx.Component:
    return notice(
        rx.el.div(
            rx.el.p(t("resumes.hidden_found")),
            rx.el.ul(rx.foreach(view.hidden, _hidden_note), class_name="mt-1.5 flex flex-col gap-1.5 font-normal"),
        ),
        tone="warning",
        test_id="hidden-text",
    )


def _hidden_note(note: rx.Var[HiddenText]) -> rx.Component:
    reason = t_of("resumes.hidden." + note.reason.to(str), REASONS, "resumes.hidden.invisible")
    return rx.el.li(rx.el.q(note.text), " – ", reason, ", ", t("resumes.page_n", page=note.page))
