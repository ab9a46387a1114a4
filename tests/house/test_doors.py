"""Every handler and every route says who may call it, and takes only arguments that can be checked."""

import inspect

import pytest
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


@pytest.mark.parametrize("name", sorted(_our_handlers()))
def test_handler_says_who_may_call_it(name):
    handler = _our_handlers()[name]
    if name.endswith(".setvar"):
        assert access_to(name) is None
        return
    assert access_of(handler.fn) is not None, f"{name} has no @allow mark"


@pytest.mark.parametrize("name", sorted(_our_handlers()))
def test_handler_arguments_are_annotated_values(name):
    for parameter in list(inspect.signature(_our_handlers()[name].fn).parameters.values())[1:]:
        if name.endswith(".setvar"):
            continue
        assert parameter.annotation is not inspect.Parameter.empty, f"{name}({parameter.name}) says nothing of its kind"
        kind = parameter.annotation
        assert not (inspect.isclass(kind) and issubclass(kind, SQLModel)), f"{name} takes a table row"


@pytest.mark.parametrize("route", all_routes(), ids=lambda route: f"{sorted(route.methods)} {route.path}")
def test_route_says_who_may_call_it(route):
    assert access_of(route.endpoint) is not None


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
