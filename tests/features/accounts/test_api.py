"""The forms of the account pages over HTTP: what the page's address says counts even when the page had not read it."""

from pathlib import Path

import httpx
import pytest

from careercoach.core import db
from careercoach.core.front import Front
from careercoach.core.rest import build_rest_api
from careercoach.features.accounts import service
from careercoach.features.accounts.api import router
from careercoach.settings import settings
from tests.factories import PASSWORD

HOME = "http://localhost"
WISH = {"name": "Asha", "email": "asha@example.org", "password": PASSWORD}


@pytest.fixture
async def client(database: Path, tmp_path: Path):
    app = Front(build_rest_api([router]), origins=[HOME], build=tmp_path, upload_max_bytes=settings.upload_max_bytes)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=HOME) as client:
        client.headers["origin"] = HOME
        yield client


async def _setup_token() -> str:
    async with db.transaction() as session:
        token = await service.make_setup_token(session)
    assert token
    return token


async def _is_admin() -> bool:
    async with db.reading() as session:
        (user,) = await service.list_users(session)
    return user.is_admin


@pytest.mark.parametrize("way", ["form", "address"])
async def test_the_first_link_makes_an_admin_however_fast_the_form_is_sent(client: httpx.AsyncClient, way: str):
    token = await _setup_token()
    form = WISH | {"setup": token if way == "form" else ""}
    referer = {"referer": f"{HOME}/signup?setup={token}" if way == "address" else f"{HOME}/signup"}
    answer = await client.post("/api/auth/signup", data=form, headers=referer)
    assert (answer.status_code, answer.headers["location"]) == (303, "/onboarding")
    assert await _is_admin()


async def test_a_refused_form_keeps_the_first_link(client: httpx.AsyncClient):
    token = await _setup_token()
    headers = {"referer": f"{HOME}/signup?setup={token}"}
    answer = await client.post("/api/auth/signup", data=WISH | {"email": "no address"}, headers=headers)
    assert answer.headers["location"] == f"/signup?setup={token}"


@pytest.mark.parametrize("referer", ["", "http://[", f"{HOME}/signup?setup=", "?setup=%FF&&&=;setup", "x" * 3000])
async def test_an_odd_address_makes_an_ordinary_account(client: httpx.AsyncClient, referer: str):
    answer = await client.post("/api/auth/signup", data=WISH, headers={"referer": referer})
    assert answer.status_code == 303
    assert answer.headers["location"] == "/onboarding" or "setup" in referer
    if answer.headers["location"] == "/onboarding":
        assert not await _is_admin()


async def test_after_a_login_the_way_goes_on_where_the_address_said(client: httpx.AsyncClient):
    await client.post("/api/auth/signup", data=WISH)
    form = {"email": WISH["email"], "password": PASSWORD, "next": ""}
    for page, then in (("?next=%2Fplan", "/plan"), ("?next=https%3A%2F%2Fevil.example", "/today"), ("", "/today")):
        answer = await client.post("/api/auth/login", data=form, headers={"referer": f"{HOME}/login{page}"})
        assert answer.headers["location"] == then
