"""The catalogue in the browser's state and over HTTP: open to strangers, unharmed by nonsense."""

import httpx
import pytest
from reflex.istate.data import RouterData
from reflex.state import State

from careercoach.core.rest import build_rest_api
from careercoach.features.catalogue import api
from careercoach.features.catalogue.state import RolesState, SkillsState


def new(kind):
    root = State(_reflex_internal_init=True)  # pyright: ignore[reportCallIssue]
    return root.get_substate(kind.get_full_name().split(".")[1:])


async def test_the_list_of_skills_unfolds_and_narrows() -> None:
    state = new(SkillsState)
    await state.load()
    assert state.is_ready and len(state.rows) == 60 < state.total
    await state.show_more()
    assert len(state.rows) == 120
    await state.choose("databases")
    assert {row.category.en for row in state.rows} == {"Databases"}
    await state.search("postgres")
    assert state.rows[0].slug == "postgresql"
    await state.choose("no-such-category")
    assert state.rows == [] and state.total == 0


async def test_the_list_of_roles_narrows() -> None:
    state = new(RolesState)
    await state.load()
    assert state.total == len(state.rows) > 80
    await state.search("enfermera")
    assert state.rows[0].slug == "registered-nurse"
    await state.choose("software")
    assert state.rows == []


@pytest.mark.parametrize("kind", [RolesState, SkillsState])
async def test_an_address_may_bring_its_words(kind) -> None:
    state = new(kind)
    told = {"pathname": "/any", "asPath": "/any?q=nurs", "headers": {"origin": "http://test"}}
    state._get_root_state().router = RouterData.from_router_data(told)
    await state.load()
    assert state.asked == "nurs" and 0 < state.total < 40
    await state.search("")
    assert state.asked == "nurs" and state.total > 80


@pytest.fixture
async def client():
    transport = httpx.ASGITransport(build_rest_api([api.router]))
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as found:
        yield found


async def test_everybody_reads_the_catalogue(client) -> None:
    found = (await client.get("/api/v1/skills", params={"q": "golang"})).json()
    assert found["total"] >= 1 and found["rows"][0]["slug"] == "go"
    assert (await client.get("/api/v1/skills/django")).json()["implies"][0] == {
        "slug": "python", "name": {"en": "Python", "hi": "Python", "es": "Python"}, "percent": 95,
    }  # fmt: skip
    assert (await client.get("/api/v1/roles", params={"field": "software"})).json()["total"] > 5
    assert (await client.get("/api/v1/roles/backend-developer")).json()["critical"]


@pytest.mark.parametrize("path", ["/skills/nothing", "/roles/nothing"])
async def test_what_is_not_there_is_a_404_in_words(client, path) -> None:
    answer = await client.get(f"/api/v1{path}")
    assert answer.status_code == 404 and answer.headers["content-type"] == "application/problem+json"


async def test_too_much_is_refused(client) -> None:
    assert (await client.get("/api/v1/skills", params={"q": "x" * 81})).status_code == 422
    assert (await client.get("/api/v1/skills", params={"most": 501})).status_code == 422
