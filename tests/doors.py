"""All ways into the app, as the app itself registered them: event handlers and routes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from fastapi.routing import APIRoute

from careercoach.careercoach import app


@dataclass(frozen=True)
class Door:
    """One route with its full path."""

    path: str
    methods: frozenset[str]
    endpoint: Callable[..., Any]


def _walk(routes: list[Any]) -> Iterator[Door]:
    for route in routes:
        if isinstance(route, APIRoute):
            yield Door(route.path, frozenset(route.methods), route.endpoint)
        elif hasattr(route, "effective_route_contexts"):  # an included router keeps its routes to itself
            for inner in route.effective_route_contexts():
                yield Door(inner.path, frozenset(inner.methods), inner.endpoint)


def all_routes() -> list[Door]:
    """Every route of ours but the last one, which only says that there is nothing."""
    rest = app.api_transformer[0]  # pyright: ignore[reportOptionalSubscript, reportIndexIssue]
    return sorted((door for door in _walk(rest.routes) if "{rest:" not in door.path), key=lambda door: door.path)
