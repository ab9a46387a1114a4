"""Ends open pages of sessions that were ended elsewhere: another tab, another replica, an admin."""

import asyncio
from collections.abc import Awaitable, Callable

import reflex as rx

from careercoach.core.logs import log
from careercoach.ui.gate import Gate

EVERY_S = 3.0
StillLive = Callable[[set[str]], Awaitable[set[str]]]
"""From session fingerprints to those that still exist."""


async def close_ended_sessions(app: rx.App, gate: Gate, still_live: StillLive) -> None:
    """Every three seconds, disconnect sockets whose session is gone. The browser then reconnects, and its first
    event sends it to the login page."""
    while True:
        await asyncio.sleep(EVERY_S)
        try:
            await _close_once(app, gate, still_live)
        except Exception as error:  # the watch must outlive a database that is away for a moment
            log.warning("could not look for ended sessions", exc_info=error)


async def _close_once(app: rx.App, gate: Gate, still_live: StillLive) -> None:
    known = set(gate.sockets)
    if not known or app.sio is None:
        return
    open_now = set(app.event_namespace.sid_to_token) if app.event_namespace else set()
    for session in known:
        gate.sockets[session] &= open_now
        if not gate.sockets[session]:
            del gate.sockets[session]
    for session in set(gate.sockets) - await still_live(set(gate.sockets)):
        for socket in gate.sockets.pop(session):
            await app.sio.disconnect(socket, namespace="/_event")
