"""Every handler and every route says who may call it, and takes only arguments that can be checked."""

import inspect

from reflex.state import BaseState
from reflex_base.registry import RegistrationContext
from sqlmodel import SQLModel

from careercoach.core.access import access_of
from careercoach.ui.gate import FRAMEWORK, access_to, is_framework
from tests.doors import all_routes


def _our_handlers():
    handlers = RegistrationContext.get().event_handlers
    return {name: found.handler for name, found in handlers.items() if not is_framework(found.handler)}


def test_there_are_doors_to_check():
    assert len(_our_handlers()) > 5 and len(all_routes()) > 20


def test_every_handler_says_who_may_call_it():
    ours = _our_handlers()
    assert not [name for name in ours if not name.endswith(".setvar") and access_of(ours[name].fn) is None]
    assert not [name for name in ours if name.endswith(".setvar") and access_to(name) is not None]


def test_handler_arguments_are_annotated_values():
    said_badly: list[str] = []
    for name, handler in _our_handlers().items():
        for parameter in list(inspect.signature(handler.fn).parameters.values())[1:]:
            if name.endswith(".setvar"):
                continue
            kind = parameter.annotation
            is_row = inspect.isclass(kind) and issubclass(kind, SQLModel)
            if kind is inspect.Parameter.empty or is_row:
                said_badly.append(f"{name}({parameter.name})")
    assert not said_badly, "each says what kind of value it takes, and no table row"


def test_every_route_says_who_may_call_it():
    assert not [f"{route.methods} {route.path}" for route in all_routes() if access_of(route.endpoint) is None]


def test_only_the_listed_handlers_of_the_framework_are_open():
    handlers = RegistrationContext.get().event_handlers
    theirs = [name for name, found in handlers.items() if is_framework(found.handler)]
    opened = {name.rsplit(".", 1)[-1] for name in theirs if access_to(name) is not None}
    assert opened <= FRAMEWORK
    assert not any(name.endswith(".setvar") and access_to(name) for name in handlers)


def _states(state=BaseState):
    return [state, *(inner for child in state.get_substates() for inner in _states(child))]


def test_states_keep_no_rows_and_no_secrets():
    import reflex as rx

    for state in _states(rx.State):
        if not state.__module__.startswith("careercoach"):
            continue
        for name, found in state.__fields__.items():
            kind = getattr(found, "outer_type_", None)
            assert not (inspect.isclass(kind) and issubclass(kind, SQLModel)), f"{state.__name__}.{name} is a table row"
            assert not any(word in name for word in ("password", "secret")), f"{state.__name__}.{name}"
