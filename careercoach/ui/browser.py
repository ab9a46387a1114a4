"""What the browser does or knows by itself, said in Python. Compiled with the page, so nothing of it needs eval."""

from typing import Any

import reflex as rx
from reflex.event import EventSpec, run_script
from reflex_base.vars.function import FunctionStringVar, FunctionVar


def element(name: str) -> rx.vars.ObjectVar[Any]:
    """The element of that id, with all it can do. `name` is a constant of ours."""
    return FunctionStringVar.create("document.getElementById").call(name).to(rx.vars.ObjectVar)


def does(deed: rx.Var, *arguments: Any) -> EventSpec:
    """An event that has the browser do it: `on_click=does(element("palette").showModal)`."""
    return run_script(deed.to(FunctionVar).call(*arguments))


def time_zone() -> rx.Var[str]:
    """Where the browser is, e.g. Asia/Kolkata: `on_mount=SomeState.find_zone(time_zone())`."""
    clock = FunctionStringVar.create("Intl.DateTimeFormat").call().to(rx.vars.ObjectVar)
    return clock.resolvedOptions.to(FunctionVar).call().to(rx.vars.ObjectVar).timeZone.to(str)
