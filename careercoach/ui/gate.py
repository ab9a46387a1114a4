"""The one door in front of every event: foreground, background, framework's own. Deny by default.

The websocket is a public interface: any client can call any handler with any arguments. So each event is
identified anew by the cookie of its own connection, its handler's access mark is checked, and its arguments are
checked against the handler's signature before a line of ours runs.
"""

import inspect
from collections import defaultdict
from functools import cache
from typing import Any

import reflex as rx
from pydantic import ConfigDict, Field, TypeAdapter, ValidationError, create_model
from reflex.middleware.middleware import Middleware
from reflex.state import BaseState, StateUpdate
from reflex_base.event import Event, EventHandler
from reflex_base.registry import RegistrationContext
from reflex_base.utils.form import FORM_DATA_ENTRIES_KEY

from careercoach.core.access import Access, access_of
from careercoach.core.identity import Person, current, identify
from careercoach.core.logs import log
from careercoach.core.urls import safe_path
from careercoach.ui.session import SessionState

# Handlers of the framework that every page needs. They are listed one by one; a new one is refused.
FRAMEWORK = frozenset(
    {
        "hydrate", "hydrate_and_load", "set_is_hydrated", "on_load_internal", "update_vars_internal",
        "handle_frontend_exception",
    }
)  # fmt: skip
MAX_TEXT = 50_000
PUBLIC_PATHS = ("/", "/login", "/signup", "/forgot", "/reset", "/privacy", "/faq", "/404")


def is_framework(handler: EventHandler) -> bool:
    """Whether Reflex itself wrote it."""
    return handler.fn.__module__.split(".")[0] in ("reflex", "reflex_base")


def access_to(name: str) -> Access | None:
    """The mark of a registered handler by its full name; None: nobody may call it."""
    registered = RegistrationContext.get().event_handlers.get(name)
    if registered is None:
        return None
    if is_framework(registered.handler):
        return Access.ANYONE if name.rsplit(".", 1)[-1] in FRAMEWORK else None
    return access_of(registered.handler.fn)


@cache
def _arguments(function: Any) -> TypeAdapter[Any]:
    """The handler's signature as a closed, strict shape. Uploaded files never come this way."""
    fields: dict[str, Any] = {}
    for name, parameter in list(inspect.signature(function).parameters.items())[1:]:
        kind = Any if parameter.annotation is inspect.Parameter.empty else parameter.annotation
        default = ... if parameter.default is inspect.Parameter.empty else parameter.default
        fields[name] = (kind, Field(default, max_length=MAX_TEXT) if kind is str else Field(default))
    model = create_model(function.__qualname__, __config__=ConfigDict(extra="forbid", strict=True), **fields)
    return TypeAdapter(model)


def arguments_fit(function: Any, payload: dict[str, Any]) -> bool:
    """Whether a payload has just the arguments that the handler takes, each of its kind and size."""
    if len(repr(payload)) > 4 * MAX_TEXT:
        return False
    try:
        _arguments(function).validate_python({name: _as_handed(value) for name, value in payload.items()})
    except (ValidationError, RecursionError, TypeError, ValueError):
        return False
    return True


def _as_handed(value: Any) -> Any:
    """A submitted form travels as a list of pairs; the handler gets a dict, later values winning."""
    return dict(value[FORM_DATA_ENTRIES_KEY]) if isinstance(value, dict) and FORM_DATA_ENTRIES_KEY in value else value


class Gate(Middleware):
    """Runs before every event. Returning an update refuses the event."""

    def __init__(self) -> None:
        self.sockets: defaultdict[str, set[str]] = defaultdict(set)
        """Session fingerprint -> ids of the sockets it is in use on (this process only)."""

    async def preprocess(self, app: rx.App, state: BaseState, event: Event) -> StateUpdate | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        data = state.router_data or {}
        person = await identify(str(data.get("headers", {}).get("cookie", "")))
        current.set(person)
        await self._own(state, person, event.name.rsplit(".", 1)[-1])
        if person is not None:
            self.sockets[person.session].add(str(data.get("sid", "")))
        access = access_to(event.name)
        if access is None:
            log.warning("refused an event without an access mark")
            return StateUpdate()
        if access is Access.ANYONE or (person and (access is Access.SIGNED_IN or person.is_admin)):
            return self._check_arguments(event)
        if person is None:
            path = safe_path(str(data.get("pathname", "")), otherwise="")
            target = f"/login?next={path.rstrip('/')}" if path and path.rstrip("/") not in PUBLIC_PATHS else "/login"
            return StateUpdate(events=Event.from_event_type([rx.redirect(target)]))
        return StateUpdate(events=Event.from_event_type([rx.redirect("/404")]))

    def _check_arguments(self, event: Event) -> StateUpdate | None:
        handler = RegistrationContext.get().event_handlers[event.name].handler
        if is_framework(handler) or arguments_fit(handler.fn, event.payload):
            return None
        log.warning("refused arguments of %s", event.name.rsplit(".", 1)[-1])
        return StateUpdate()

    async def _own(self, state: BaseState, person: Person | None, event: str) -> None:
        """A state belongs to one session. Whoever comes with another one finds an empty state."""
        root = state._get_root_state()
        session = await root.get_state(SessionState)
        who = person.session if person else ""
        if session._owner != who:
            if session._owner:
                await _forget_everything(root)
            session._welcome(person)
        if person and event == "on_load_internal":
            # After the browser has told its own stored choices, before the page's own loading.
            session._prefer(person)


async def _forget_everything(root: BaseState) -> None:
    for part in _all_parts(type(root)):
        await root.get_state(part)  # a state kept in Redis is loaded piece by piece; reset only clears what is here
    root.reset()


def _all_parts(part: type[BaseState]) -> list[type[BaseState]]:
    return [part, *(inner for child in part.get_substates() for inner in _all_parts(child))]
