"""What a client may write: its own fields and nothing that decides about rights, owners or scores."""

import json
import sqlite3
import uuid

import httpx
import pytest

from careercoach.core.access import Access, access_of
from tests.doors import Door, all_routes
from tests.factories import PASSWORD
from tests.sweep.conftest import changes
from tests.sweep.test_strangers import only_mine

NOT_THE_CLIENTS = {
    "id": str(uuid.uuid4()), "user_id": str(uuid.uuid4()), "owner": "x", "role": "admin", "is_admin": True,
    "disabled_at": None, "password_hash": "x", "state": "scored", "status": "done", "score": 100, "overall": 100,
    "figures": {"overall": 100}, "step": "done", "confirmed_at": "2020-01-01T00:00:00Z", "done_at": "2020-01-01",
    "created_at": "2020-01-01T00:00:00Z", "goal_version": 99, "xp": 9999, "streak": 99, "plan_id": str(uuid.uuid4()),
}  # fmt: skip
WRITES = [route for route in all_routes() if route.methods & {"POST", "PUT", "PATCH"}]
GOAL = {"role_slug": "data-analyst", "weekly_minutes": 300}
VALID: dict[str, dict[str, object]] = {
    "/api/v1/profile": {"goal": GOAL},
    "/api/v1/matches": {"source": "role", "role": "data-analyst"},
    "/api/v1/interviews": {"role": "data-analyst", "size": 5},
}


def name_of(route: Door) -> str:
    return f"{sorted(route.methods)[0]} {route.path}"


def users(scene) -> dict[str, tuple[object, ...]]:
    with sqlite3.connect(scene.server.data_dir / "app.db", timeout=10) as connection:
        connection.row_factory = sqlite3.Row
        rows = connection.execute("select email, id, is_admin, password_hash, created_at, disabled_at from users")
        found = {row["email"]: tuple(row) for row in rows}
    connection.close()
    return found


def client(scene, who: str) -> httpx.Client:
    headers = {"Origin": scene.server.url, "Cookie": scene.cookie(who)} if who else {"Origin": scene.server.url}
    # A connection each: one that the server closes after a refused body must not be met by the next call.
    alone = httpx.Limits(max_keepalive_connections=0)
    return httpx.Client(base_url=scene.server.url, headers=headers, timeout=30, limits=alone)


@pytest.mark.parametrize("route", WRITES, ids=name_of)
def test_fields_that_decide_are_not_the_clients_to_write(scene, route):
    before, users_before = scene.snapshot(), users(scene)
    path = route.path.replace("{", "").replace("}", "")
    method = sorted(route.methods & {"POST", "PUT", "PATCH"})[0]
    who = "" if access_of(route.endpoint) is Access.ANYONE else "stranger"
    bodies = [{**VALID.get(path, {}), **NOT_THE_CLIENTS}, {"goal": {**GOAL, **NOT_THE_CLIENTS}}]
    with client(scene, who) as caller:
        for body in bodies:
            answer = caller.request(method, path, json=body)
            assert answer.status_code < 500, f"{answer.status_code} {answer.text[:300]}"
            if route.path in VALID:
                assert answer.status_code == 422
        form = {name: json.dumps(value).strip('"') for name, value in NOT_THE_CLIENTS.items()}
        assert caller.request(method, path, data=form).status_code < 500
    assert users(scene) == users_before
    assert not changes(only_mine(before, scene), only_mine(scene.snapshot(), scene))


def test_nobody_signs_up_as_an_admin(scene):
    form = {"name": "Eve", "email": "eve@example.org", "password": PASSWORD, "is_admin": "true", "role": "admin"}
    wish = {**form, "id": str(scene.people.owner_id), "disabled_at": "", "created_at": "2020-01-01"}
    with client(scene, "") as caller:
        assert caller.post("/api/auth/signup", data=wish).headers["location"] == "/onboarding"
    _, found_id, is_admin, *_ = users(scene)["eve@example.org"]
    assert not is_admin and found_id != scene.people.owner_id.hex


def test_the_profile_of_another_cannot_be_named(scene):
    with client(scene, "stranger") as caller:
        for extra in ({"user_id": str(scene.people.owner_id)}, {"id": str(scene.people.owner_id)}):
            assert caller.put("/api/v1/profile", json={"goal": GOAL, **extra}).status_code == 422
            assert caller.put("/api/v1/profile", json={"goal": {**GOAL, **extra}}).status_code == 422


def test_public_ids_cannot_be_counted_up(scene):
    """All ids that leave the house are random, and no route takes a row number."""
    for one in scene.owner_ids():
        assert uuid.UUID(one).version == 4
    with client(scene, "owner") as caller:
        for route in all_routes():
            if "GET" in route.methods and "_id}" in route.path:
                for number in ("1", "2", "0", "-1"):
                    path = route.path.replace("{number}", "0")
                    start, _, rest = path.partition("{")
                    answer = caller.get(start + number + rest.partition("}")[2])
                    assert answer.status_code in (404, 422), f"{route.path}: {answer.status_code}"


ODD_RECORDS = [
    {"work": "x", "skills": 1, "basics": []},
    {"basics": {"name": ["x"], "email": {}, "url": 5, "location": "x", "profiles": {}}, "work": [None, 1, "x", []]},
    {"skills": [{"name": None, "keywords": "SQL"}, {"keywords": [1, None, {}]}], "education": [{"courses": "x"}]},
    {
        "work": [
            {"startDate": 2020, "endDate": "never", "highlights": "x"},
            {"startDate": "9999-99", "highlights": [{}]},
        ]
    },
    {"basics": {"name": "\x00\u202e\ud7ff", "summary": "x" * 400_000}},
    {"work": [{"name": "x", "highlights": ["SQL"] * 5000}] * 5},
    {str(number): number for number in range(20_000)},
    {"deep": True},
]


@pytest.mark.parametrize("record", ODD_RECORDS, ids=range(len(ODD_RECORDS)))
def test_an_odd_record_is_refused_or_lived_with(scene, record):
    mark = len(scene.server.log.read_text())
    reads = [route.path for route in all_routes() if "GET" in route.methods and "{" not in route.path]
    with client(scene, "stranger") as caller:
        body = json.dumps({"goal": GOAL, "person": record}) if record is not ODD_RECORDS[-1] else deep_body()
        answer = caller.put("/api/v1/profile", content=body, headers={"Content-Type": "application/json"})
        assert answer.status_code in (200, 400, 413, 422), answer.text[:300]
        for route in WRITES:
            if access_of(route.endpoint) is Access.SIGNED_IN and "{" not in route.path and "auth" not in route.path:
                assert caller.post(route.path, json={}).status_code < 500, f"{route.path} after {str(record)[:100]}"
        for path in reads:
            assert caller.get(path).status_code != 500, f"{path} after {str(record)[:100]}"
        caller.put("/api/v1/profile", json={"goal": GOAL, "person": {}})
    log = scene.server.log.read_text()[mark:]
    assert "Traceback" not in log, log[log.index("Traceback") - 300 :][:3000]


def deep_body() -> str:
    return '{"person": {"basics": {"name": ' + "[" * 3000 + "]" * 3000 + "}}}"
