"""Every admin handler that changes something leaves exactly one row; the others leave none; no row holds a secret."""

from types import SimpleNamespace

import httpx
import pytest
from reflex_base.registry import RegistrationContext
from sqlalchemy import text

import careercoach.careercoach  # noqa: F401  (registers the handlers)
from careercoach.core import db, identity, jobs
from careercoach.core.access import Access, access_of
from careercoach.core.front import Front
from careercoach.core.jobs import JobRun, JobState
from careercoach.core.rest import build_rest_api
from careercoach.features.accounts import service as accounts
from careercoach.features.admin import flows
from careercoach.features.admin import state as states
from careercoach.features.admin.api import router
from careercoach.features.admin.pages import trial_mail
from careercoach.features.admin.pages.connections.state import ConnectionsState
from careercoach.features.admin.pages.trial_mail import TrialMailState
from careercoach.features.admin.rules import act_row
from careercoach.features.admin.state import AuditState, JobsState, OutboxState, PeopleState, UsageState
from careercoach.features.notifications import api as mails
from careercoach.features.notifications import service as notifications
from careercoach.ports.ai.probe import Probe
from tests import factories
from tests.core.jobs.inline import inline_jobs
from tests.features.connections.test_service import KEY, no_keys
from tests.features.people import Proxy, acting_as, new_state

__all__ = ["no_keys"]

CANARY = "zxcanaryqv"
CHANGES_NOTHING = {
    "load", "more", "find", "close", "choose", "enter",  # lists and forms
    "run",  # the fairness audit: made-up people only, nothing is kept
}  # fmt: skip


@pytest.fixture
async def people(database, monkeypatch):
    monkeypatch.setattr(trial_mail, "LOOK_S", 0.0)
    async with db.transaction() as session:
        asha = await factories.add_person(session)
        root = await factories.add_person(session, email="root@example.org", name="Root", is_admin=True)
    with acting_as(root):
        yield asha, root


async def acts():
    async with db.reading() as session:
        page = await accounts.list_acts(session)
    assert page.is_intact
    return page.entries


async def only_act(total):
    """The newest row, after which there are so many."""
    found = await acts()
    assert len(found) == total
    return found[0]


async def a_mail(person):
    async with db.transaction() as session:
        return await notifications.queue_mail(
            session, user_id=person.id, to="asha@example.org", kind="daily", key="daily/1", subject=f"Day {CANARY}",
            text=f"https://coach/reset?token={CANARY}", html=f"<p>{CANARY}</p>",
        )  # fmt: skip


@jobs.job("tests.fails", queue=jobs.Queue.MAINTENANCE)
async def fails(run: JobRun, ref: str):
    raise RuntimeError(CANARY)


async def lock(asha, monkeypatch):
    await new_state(PeopleState).set_disabled(str(asha.id), True)


async def read_mail(asha, monkeypatch):
    await new_state(OutboxState).open(str((await a_mail(asha)).id))


async def send_test(asha, monkeypatch):
    await TrialMailState.send.fn(Proxy(new_state(TrialMailState)))


async def try_connection(asha, monkeypatch):
    await ConnectionsState.test.fn(Proxy(new_state(ConnectionsState)), "outbox")


async def save_key(asha, monkeypatch):
    state = new_state(ConnectionsState)
    await state.enter("openai")
    await state.save_key({"key": KEY, "key_id": CANARY})
    assert state.saved == "openai"


async def probe(asha, monkeypatch):
    class Chosen:
        async def find(self, name):
            return SimpleNamespace(name=name, host="api.openai.com", model="gpt-6-luna", key=KEY)

    async def found(provider):
        return Probe(name=provider.name, host=provider.host, model=provider.model, problem=CANARY)

    monkeypatch.setattr(states, "lineup", Chosen)
    monkeypatch.setattr(flows, "probe", found)
    await UsageState.probe.fn(Proxy(new_state(UsageState)), "openai")


ACTS = {
    "set_disabled": (lock, "locked_out", "account", None),
    "open": (read_mail, "mail_read", "account", None),
    "send": (send_test, "test_mail", "account", None),
    "test": (try_connection, "connection_tested", "connection", "outbox"),
    "save_key": (save_key, "key_set", "connection", "openai"),
    "probe": (probe, "model_tried", "connection", "openai"),
}
APART = {"remove_key", "retry", "cancel"}
"""Have a test of their own, because something else must come first."""


def test_every_handler_of_admins_is_looked_at():
    found = RegistrationContext.get().event_handlers
    names = {name.rsplit(".", 1)[-1] for name, one in found.items() if access_of(one.handler.fn) is Access.ADMIN}
    assert names == CHANGES_NOTHING | set(ACTS) | APART, "a new handler: does it leave its row?"


@pytest.mark.usefixtures("no_keys")
@pytest.mark.parametrize("name", sorted(ACTS))
async def test_an_act_leaves_one_row_without_secrets(people, monkeypatch, name):
    asha, root = people
    do, action, kind, target = ACTS[name]
    await do(asha, monkeypatch)
    act = await only_act(2)
    assert (act.actor_id, act.action, act.target_kind) == (root.id, action, kind)
    assert act.target == (target or str(root.id if name == "send" else asha.id))
    for secret in (KEY, CANARY, "@", factories.PASSWORD):
        assert secret not in act.model_dump_json()


@pytest.mark.usefixtures("no_keys")
async def test_removing_a_key_and_removing_none(people):
    state = new_state(ConnectionsState)
    await state.remove_key("openai")
    await only_act(1)
    await state.enter("openai")
    await state.save_key({"key": KEY})
    await state.remove_key("openai")
    act = await only_act(3)
    assert (act.action, act.target, act.before) == ("key_removed", "openai", {"source": "table"})
    await state.enter("openai")
    await state.save_key({"key": ""})
    await only_act(3)


async def test_jobs_again_and_stopped(people):
    with inline_jobs() as inline:
        await jobs.submit(fails, "1", key="tests-fails/1")
        await inline.settle()
        state = new_state(JobsState)
        await state.retry("tests-fails/1")
        act = await only_act(2)
        assert (act.action, act.target_kind, act.target) == ("job_retried", "job", "tests-fails/1")
        assert (act.before, act.after) == ({"state": "failed"}, {"kind": "tests.fails"})
        await inline.settle()
        await state.cancel("tests-fails/1")  # has ended: nothing to stop
        await state.retry("tests-fails/none")
        await only_act(2)
        inline.runs["tests-fails/1"].view.state = JobState.WAITING
        await state.cancel("tests-fails/1")
        assert (await only_act(3)).action == "job_stopped"
    assert CANARY not in "".join(one.model_dump_json() for one in await acts())


async def test_looking_leaves_no_row(people):
    for kind in (PeopleState, OutboxState, UsageState, AuditState, TrialMailState, ConnectionsState):
        await new_state(kind).load()
    await new_state(PeopleState).find("asha")
    await only_act(1)


async def test_the_page(people):
    asha, _ = people
    for disabled in (True, False):
        await new_state(PeopleState).set_disabled(str(asha.id), disabled)
    state = new_state(AuditState)
    await state.load()
    assert [row.action for row in state.rows] == ["let_in", "locked_out", "made_admin"] and state.is_intact
    assert (state.rows[0].who, state.rows[0].name, state.rows[0].by_command) == ("Root", "Asha Rao", False)
    assert state.rows[2].by_command and state.rows[0].at.exact.endswith("Z")
    await state.more()
    assert state.total == 3
    async with db.transaction() as session:
        await session.execute(text("delete from audit_entries where seq = 2"))
    await state.load()
    assert not state.is_intact and state.broken_at == 2 and [row.seq for row in state.rows] == [3, 1]


async def test_facts_in_words(people):
    asha, _ = people
    await read_mail(asha, None)
    row = act_row((await acts())[0], "UTC")
    assert row.facts.startswith("mail: ") and row.facts.endswith("kind: daily")


@pytest.mark.slow
async def test_over_rest_for_admins_only(people, tmp_path, monkeypatch):
    asha, root = people
    found = {"asha": asha, "root": root}

    async def who(token):
        return found.get(token)

    monkeypatch.setattr(identity, "_resolver", who)
    mail = await a_mail(asha)
    app = Front(build_rest_api([router, mails.router]), origins=["http://test"], build=tmp_path)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:

        async def get(name, path):
            return await client.get(path, headers={"cookie": f"{identity.cookie_name()}={name}"})

        assert (await get("root", f"/api/admin/outbox/{mail.id}.eml")).status_code == 200
        page = (await get("root", "/api/v1/admin/audit?limit=1")).json()
        assert (page["total"], page["is_intact"], page["broken_at"], len(page["entries"])) == (2, True, None, 1)
        assert page["entries"][0]["action"] == "mail_read" and page["entries"][0]["target"] == str(asha.id)
        assert (await get("root", "/api/v1/admin/audit?limit=0")).status_code == 422
        assert (await get("asha", "/api/v1/admin/audit")).status_code == 404
        assert (await get("nobody", "/api/v1/admin/audit")).status_code == 401
        await fairness_over_rest(client)


async def fairness_over_rest(client):
    def ask(name):
        headers = {"cookie": f"{identity.cookie_name()}={name}", "origin": "http://test"}
        return client.post("/api/v1/admin/fairness", headers=headers)

    answers = {name: await ask(name) for name in ("root", "asha", "nobody")}
    assert {name: answer.status_code for name, answer in answers.items()} == {"root": 200, "asha": 404, "nobody": 401}
    assert [line["moved"] for line in answers["root"].json()["lines"]] == [0] * 6
    assert len(await acts()) == 2  # nothing more than the page has put on record
