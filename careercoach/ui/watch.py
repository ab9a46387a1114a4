"""Ends open pages of sessions that were ended elsewhere: another tab, another replica, an admin."""

import asyncio
from collections.abc import Awaitable, Callable

import reflex as rx
from reflex.state import StateUpdate
from reflex_base.event import Event

from careercoach.core.logs import log
from careercoach.ui.gate import Gate

EVERY_S = 3.0
StillLive = Callable[[set[str]], Awaitable[set[str]]]
"""From session fingerprints to those that still exist."""


async def close_ended_sessions(app: rx.App, gate: Gate, still_live: StillLive) -> None:
    """Every three seconds, send the pages of sessions that are gone to the login page. (The gate refuses their
    events at once; this is for pages nobody touches.)"""
    while True:
        await asyncio.sleep(EVERY_S)
        try:
            await _close_once(app, gate, still_live)
        except Exception as error:  # the watch must outlive a database that is away for a moment
            log.warning("could not look for ended sessions", exc_info=error)


async def _close_once(app: rx.App, gate: Gate, still_live: StillLive) -> None:
    namespace = app.event_namespace
    if namespace is None or not gate.sockets:
        return
    for session in list(gate.sockets):
        gate.sockets[session] &= namespace.sid_to_token.keys()
        if not gate.sockets[session]:
            del gate.sockets[session]
    to_login = StateUpdate(events=Event.from_event_type([rx.redirect("/login")]))
    for session in gate.sockets.keys() - await still_live(set(gate.sockets)):
        for socket in gate.sockets.pop(session):
            await namespace.emit_update(to_login, namespace.sid_to_token[socket])
