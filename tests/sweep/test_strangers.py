"""Every handler over a real socket and every route over real HTTP, called by those who may not.

Nobody but the owner changes or sees what is the owner's: the database is compared row by row before and after.
"""

import asyncio
import inspect
import itertools
import json
import re
import typing

import httpx
import pytest
from reflex_base.registry import RegistrationContext

from careercoach.core.access import Access, access_of
from careercoach.ui.gate import access_to, is_framework
from tests.doors import Door, all_routes
from tests.socket_client import Tab
from tests.sweep.conftest import changes

SECRETS_OF_THE_OWNER = ("asha@example.org", "Asha Rao", "Lumen Foods")


def handlers(access: Access | None = None) -> list[str]:
    found = RegistrationContext.get().event_handlers
    ours = [name for name, one in found.items() if not is_framework(one.handler)]
    return sorted(name for name in ours if access is None or access_to(name) is access)


def signature(name: str) -> dict[str, object]:
    function = RegistrationContext.get().event_handlers[name].handler.fn
    hints = typing.get_type_hints(function)
    return {one: hints.get(one, str) for one in list(inspect.signature(function).parameters)[1:]}


def plausible(kind: object, owner_id: str) -> object:
    """A value the gate lets through, with the owner's id wherever text is taken."""
    if typing.get_origin(kind) is typing.Literal:
        return typing.get_args(kind)[0]
    if kind is bool:
        return True
    if kind is int:
        return 1
    if kind is float:
        return 1.0
    if typing.get_origin(kind) is dict or kind is dict:
        return {"id": owner_id}
    if typing.get_origin(kind) is list or kind is list:
        return [owner_id]
    return owner_id


async def call_all(tab: Tab, names: list[str], owner_ids: list[str]) -> None:
    for name in names:
        kinds = signature(name)
        takes_text = any(kind is str for kind in kinds.values())
        for one in owner_ids if takes_text else owner_ids[:1] or [""]:
            await tab.send(name, {argument: plausible(kind, one) for argument, kind in kinds.items()})
    await tab.settle(quiet_s=0.4, at_most_s=30)


def seen(tab: Tab) -> str:
    return json.dumps(tab.updates)


async def test_anonymous_event_behind_the_door_is_sent_to_the_login_page(scene):
    async with Tab(scene.server.url) as tab:
        for name in handlers(Access.SIGNED_IN) + handlers(Access.ADMIN):
            tab.updates.clear()
            kinds = signature(name)
            await tab.send(name, {argument: plausible(kind, "x") for argument, kind in kinds.items()}, path="/plan")
            assert await tab.wait_for("/login"), name


async def test_another_person_with_my_ids_changes_and_sees_nothing_of_mine(scene):
    before = scene.snapshot()
    async with Tab(scene.server.url, cookie=scene.cookie("stranger")) as tab:
        await call_all(tab, handlers(Access.SIGNED_IN), scene.owner_ids())
        assert not any(secret in seen(tab) for secret in SECRETS_OF_THE_OWNER)
    mine_before, mine_after = (only_mine(rows, scene) for rows in (before, scene.snapshot()))
    assert not changes(mine_before, mine_after)


def only_mine(rows, scene):
    mine = scene.people.owner_id.hex
    return {table: [row for row in found if mine in row] for table, found in rows.items()}


async def test_stolen_state_token_shows_nothing(scene):
    name = next(name for name in handlers() if name.endswith("security_state.load"))
    async with Tab(scene.server.url, cookie=scene.cookie("owner")) as victim:
        await victim.send(name)
        await victim.settle()
        assert "Chrome" in seen(victim)
    hydrate = next(one for one in RegistrationContext.get().event_handlers if one.endswith("state.hydrate"))
    for cookie in ("", scene.cookie("stranger")):
        async with Tab(scene.server.url, cookie=cookie, token=victim.token) as thief:
            await thief.send(hydrate)
            await thief.send(name)
            await thief.settle(quiet_s=0.4)
            assert "Asha" not in seen(thief)
            assert scene.people.owner_id.hex not in seen(thief)


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://localhost.evil.example", "http://localhost:1"]
)
async def test_websocket_of_another_origin_is_refused(scene, origin):
    with pytest.raises(Exception) as refused:
        async with Tab(scene.server.url, cookie=scene.cookie("owner"), origin=origin):
            pass
    assert "403" in str(refused.value) or "1008" in str(refused.value) or "rejected" in str(refused.value)


ODD = [
    None, True, -1, 0, 10**30, 1.5, "", "x", "x" * 100_000, "\x00", "<script>alert(1)</script>", "' OR 1=1 --", [], [[]],
    {}, {"a": {"b": {}}}, "../../etc/passwd", "🦊" * 50, "{}", "NaN",
]  # fmt: skip


async def test_odd_arguments_break_nothing(scene):
    before, mark = scene.snapshot(), len(scene.server.log.read_text())
    async with Tab(scene.server.url, cookie=scene.cookie("stranger")) as tab:
        for name in handlers():
            arguments = list(signature(name)) or ["surprise"]
            for value in ODD:
                await tab.send(name, dict.fromkeys(arguments, value))
            await tab.send(name, {"surprise": 1})
            await tab.send(name, {})
            await tab.settle(quiet_s=0.02)
        await tab.settle(quiet_s=0.5, at_most_s=30)
    assert httpx.get(f"{scene.server.url}/ping").status_code == 200
    log = scene.server.log.read_text()[mark:]
    assert "Traceback" not in log, log[log.index("Traceback") - 300 :][:3000]
    mine_before, mine_after = (only_mine(rows, scene) for rows in (before, scene.snapshot()))
    assert not changes(mine_before, mine_after)


def _paths(route: Door, ids: list[str]) -> list[str]:
    if "{" not in route.path:
        return [route.path]
    return [re.sub(r"\{[^}]+\}", one, route.path) for one in ids[:40] or ["x"]]


async def call_routes(scene, cookie: str, wanted: set[Access]):
    headers = {"Cookie": cookie, "Origin": scene.server.url} if cookie else {"Origin": scene.server.url}
    async with httpx.AsyncClient(base_url=scene.server.url, headers=headers) as client:
        for route in all_routes():
            if access_of(route.endpoint) not in wanted:
                continue
            for method, path in itertools.product(sorted(route.methods), _paths(route, scene.owner_ids())):
                yield route, await client.request(method, path, json={} if method in ("POST", "PUT", "PATCH") else None)


async def test_another_person_over_http_gets_not_found_and_changes_nothing_of_mine(scene):
    before = scene.snapshot()
    async for route, answer in call_routes(scene, scene.cookie("stranger"), {Access.SIGNED_IN, Access.ADMIN}):
        assert answer.status_code < 500, f"{route.path}: {answer.status_code} {answer.text[:300]}"
        assert not any(secret in answer.text for secret in SECRETS_OF_THE_OWNER), route.path
        if access_of(route.endpoint) is Access.ADMIN:
            assert answer.status_code == 404, route.path
    mine_before, mine_after = (only_mine(rows, scene) for rows in (before, scene.snapshot()))
    assert not changes(mine_before, mine_after)


async def test_writes_from_another_origin_are_refused(scene):
    async with httpx.AsyncClient(base_url=scene.server.url, headers={"Cookie": scene.cookie("owner")}) as client:
        for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {}):
            answer = await client.post("/api/auth/logout", headers=headers)
            assert answer.status_code == 403
        preflight = await client.options(
            "/api/auth/logout",
            headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"},
        )
        assert "access-control-allow-origin" not in preflight.headers


async def test_every_answer_carries_the_security_headers(scene):
    async with httpx.AsyncClient(base_url=scene.server.url) as client:
        for path in ("/ping", "/api/nothing", "/_upload/x", "/api/auth/logout", "/nowhere"):
            answer = await client.get(path)
            for header in (
                "content-security-policy",
                "x-content-type-options",
                "referrer-policy",
                "permissions-policy",
            ):
                assert header in answer.headers, f"{path} {header}"
            assert "unsafe-eval" not in answer.headers["content-security-policy"]
            assert "'unsafe-inline'" not in answer.headers["content-security-policy"].split("style-src")[0]
    assert (await asyncio.to_thread(httpx.get, f"{scene.server.url}/_upload/x")).status_code == 404


async def test_oversized_bodies_are_refused(scene):
    answer = httpx.post(
        f"{scene.server.url}/api/auth/login", content=b"x" * 1_100_000, headers={"Origin": scene.server.url}
    )
    assert answer.status_code == 413
