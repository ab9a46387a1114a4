"""Small drawings in the two colours of the page, for empty states and the page that was not found."""

import reflex as rx

_LINE = "stroke-ink-3 fill-none"
_SHEET = "fill-surface stroke-line-strong"
_ACCENT = "stroke-accent fill-none"
_SOFT = "fill-accent-soft"


def _path(d: str, look: str, width: float = 2) -> rx.Component:
    return rx.el.path(d=d, class_name=look, stroke_width=f"{width:g}", stroke_linecap="round", stroke_linejoin="round")


def _sheet(x: int, y: int, width: int, height: int, turn: int = 0) -> rx.Component:
    return rx.el.rect(
        x=x, y=y, width=width, height=height, rx=8, class_name=_SHEET, stroke_width="1.5",
        custom_attrs={"transform": f"rotate({turn} {x + width // 2} {y + height // 2})"},
    )  # fmt: skip


def _round(x: int, y: int, radius: int, look: str = _SOFT) -> rx.Component:
    return rx.el.circle(cx=x, cy=y, r=radius, class_name=look, stroke_width="2")


_PICTURES = {
    # A stack of days, the first one ticked.
    "plan": lambda: [
        _round(80, 58, 50),
        _sheet(44, 30, 72, 62, -6),
        _sheet(46, 26, 72, 62, 3),
        _path("M58 44h30M58 58h44M58 72h24", _LINE),
        _round(106, 32, 13, "fill-accent"),
        _path("M100 32l4 4 8-8", "stroke-on-accent fill-none", 2.5),
    ],
    # A page with an arrow going up into it.
    "resume": lambda: [
        _round(80, 60, 50),
        _sheet(52, 18, 56, 76),
        _path("M64 36h20M64 48h32M64 60h32", _LINE),
        _round(80, 84, 15, "fill-accent"),
        _path("M80 91V78m-6 6l6-6 6 6", "stroke-on-accent fill-none", 2.5),
    ],
    # Two speech bubbles.
    "interview": lambda: [
        _round(80, 58, 50),
        _path("M40 28h56a8 8 0 0 1 8 8v22a8 8 0 0 1-8 8H62l-14 12V66h-8a8 8 0 0 1-8-8V36a8 8 0 0 1 8-8z", _SHEET, 1.5),
        _path("M46 42h42M46 52h28", _LINE),
        _path("M84 76h36a7 7 0 0 1 7 7v14a7 7 0 0 1-7 7h-4v9l-11-9H84a7 7 0 0 1-7-7V83a7 7 0 0 1 7-7z", "fill-accent"),
        _path("M89 90h26", "stroke-on-accent fill-none", 2.5),
    ],
    # Hills with a flag: nothing measured yet.
    "progress": lambda: [
        _round(80, 58, 50),
        _path("M26 96l30-34 18 16 34-42 28 60z", _SHEET, 1.5),
        _path("M26 96l30-34 18 16 34-42", _ACCENT, 2.5),
        _path("M108 36V14l18 7-18 7", _ACCENT, 2.5),
    ],
    "bell": lambda: [
        _round(80, 58, 50),
        _path("M80 22c-16 0-24 12-24 28v14l-8 14h64l-8-14V50c0-16-8-28-24-28z", _SHEET, 1.5),
        _path("M72 86a8 8 0 0 0 16 0", _ACCENT, 2.5),
        _path("M66 52c0-10 5-16 12-17", _LINE),
    ],
    # A compass that points nowhere yet.
    "search": lambda: [
        _round(80, 58, 50),
        rx.el.circle(cx=80, cy=58, r=30, class_name=_SHEET, stroke_width="1.5"),
        _path("M91 47l-7 15-15 7 7-15z", "fill-accent-soft stroke-accent", 2.5),
        _path("M80 22v6M80 88v6M44 58h6M110 58h6", _LINE),
    ],
}  # fmt: skip


def picture(name: str) -> rx.Component:
    """One of plan, resume, interview, progress, bell, search. Says nothing to screen readers."""
    return rx.el.svg(
        *_PICTURES[name](),
        view_box="0 0 160 120",
        width=160,
        height=120,
        aria_hidden="true",
        class_name="mx-auto",
    )
