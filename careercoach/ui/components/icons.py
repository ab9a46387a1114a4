"""Lucide icons in our two sizes, silent for screen readers: the word beside them speaks."""

import reflex as rx


def icon(name: str, size: int = 18, class_name: str = "") -> rx.Component:
    """A line icon, `size` in pixels (18 in text, 15 in chips). Name every control that holds nothing else."""
    return rx.icon(name, size=size, stroke_width=1.8, class_name=f"shrink-0 {class_name}".strip(), aria_hidden="true")
