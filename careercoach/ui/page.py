"""`@page("/plan", title="planner.title", ...)`: a route with its own title and description in all languages."""

from collections.abc import Callable
from typing import Any

import reflex as rx
from reflex_base.registry import RegistrationContext

from careercoach.core.texts import text
from careercoach.ui.texts import t

ROUTES: list[str] = []
"""Every page there is, by route, once the rooms are imported."""
TITLES: dict[str, str] = {}
"""The sentence key of each page's title, by route."""

View = Callable[[], rx.Component]


def page(
    route: str, *, title: str, description: str, on_load: Any = None, public: bool = False
) -> Callable[[View], View]:
    """Register a page. `title` and `description` are sentence keys; only public pages are in the sitemap."""

    def register(view: View) -> View:
        about: dict[str, Any] = {
            "route": route,
            "title": rx.Var.create(f"{t(title)} | CareerCoach"),
            "description": text(description, "en"),
        }
        if on_load is not None:
            about["on_load"] = on_load
        if public:
            about["image"] = "/og.png"
        else:
            about["context"] = {"sitemap": None}
        # What rx.page does, with the one argument of add_page that it does not pass on.
        ROUTES.append(route)
        TITLES[route] = title
        RegistrationContext.ensure_context().decorated_pages.append((view, about))
        return view

    return register
