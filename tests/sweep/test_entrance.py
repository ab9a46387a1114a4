"""The entrance over real HTTP: who has an account, how often one may try, whom a header can fool."""

import asyncio
import re
import sqlite3
import statistics
import time
from collections.abc import Iterator

import httpx
import pytest

from careercoach.migrations import migrate
from tests.factories import PASSWORD
from tests.live import LiveServer
from tests.timing import stretched

KNOWN, UNKNOWN = "mia@example.org", "nia@example.org"
WITHOUT_LIMITS = "create trigger without_limits after insert on rate_buckets begin delete from rate_buckets; end"
ROUNDS = 3


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    folder = tmp_path_factory.mktemp("entrance")
    migrate(f"sqlite:///{folder / 'app.db'}")
    live = LiveServer(folder).start()
    form = {"name": "Mia", "email": KNOWN, "password": PASSWORD}
    post(live, "signup", form)
    yield live
    live.stop()


def post(server: LiveServer, form_name: str, form: dict[str, str], **headers: str) -> httpx.Response:
    headers = {"Origin": server.url, **headers}
    return httpx.post(f"{server.url}/api/auth/{form_name}", data=form, headers=headers)


def in_database(server: LiveServer, statement: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(server.data_dir / "app.db", timeout=10) as connection:
        found = connection.execute(statement).fetchall()
    connection.close()
    return found


@pytest.fixture
def without_limits(server: LiveServer) -> Iterator[None]:
    """As many tries as a measurement needs."""
    in_database(server, WITHOUT_LIMITS)
    yield
    in_database(server, "drop trigger without_limits")


@pytest.fixture(autouse=True)
def fresh_limits(server: LiveServer) -> None:
    in_database(server, "delete from rate_buckets")


def words_of(answer: httpx.Response, email: str) -> tuple[object, ...]:
    """Everything a caller can tell apart, but for the address they typed themselves."""
    shown = dict(answer.cookies)
    headers = {name: value for name, value in answer.headers.items() if name not in ("date", "set-cookie")}
    packed = {name: unpacked(value).replace(email, "<mail>") for name, value in shown.items()}
    return answer.status_code, answer.text, headers, packed


def unpacked(cookie: str) -> str:
    from careercoach.core import flash

    return repr(flash.unpack(f"{flash.COOKIE}={cookie}"))


def medians(server: LiveServer, form_name: str, tries: int) -> tuple[float, float]:
    """Seconds for the known and the unknown address, taken in turns so that both see the same machine."""
    took: dict[str, list[float]] = {KNOWN: [], UNKNOWN: []}
    with httpx.Client(headers={"Origin": server.url}) as client:
        for number in range(2 * tries):
            email = (KNOWN, UNKNOWN)[(number + number // 2) % 2]
            began = time.perf_counter()
            client.post(f"{server.url}/api/auth/{form_name}", data={"email": email, "password": "not this one"})
            took[email].append(time.perf_counter() - began)
    return statistics.median(took[KNOWN]), statistics.median(took[UNKNOWN])


@pytest.mark.parametrize(("form_name", "tries"), [("login", 20), ("forgot", 6)])
def test_nobody_learns_who_has_an_account(server, without_limits, form_name, tries):
    answers = []
    for email in (KNOWN, UNKNOWN):
        answers.append(words_of(post(server, form_name, {"email": email, "password": "not this one"}), email))
    assert answers[0] == answers[1]
    # A busy machine can make one round differ by chance; a tell-tale branch makes every round differ.
    differences = []
    for _ in range(ROUNDS):
        known, unknown = medians(server, form_name, tries)
        differences.append(abs(known - unknown) / max(known, unknown))
        if differences[-1] < 0.1:
            return
    pytest.fail(f"times differ by {differences}")


async def test_everyone_else_is_answered_while_twenty_log_in(server, without_limits):
    async with httpx.AsyncClient(headers={"Origin": server.url}, timeout=30) as client:
        form = {"email": KNOWN, "password": PASSWORD}
        logins = [asyncio.create_task(client.post(f"{server.url}/api/auth/login", data=form)) for _ in range(20)]
        took = []
        while not all(login.done() for login in logins):
            began = time.perf_counter()
            assert (await client.get(f"{server.url}/ping")).status_code == 200
            took.append(time.perf_counter() - began)
            await asyncio.sleep(0.01)
        assert {login.result().headers["location"] for login in logins} == {"/today"}
    assert statistics.median(took) < stretched(0.1), (
        f"median of {len(took)} pings: {statistics.median(took) * 1000:.0f} ms"
    )


def is_refused(answer: httpx.Response) -> bool:
    return any("too_many_tries" in unpacked(value) for value in answer.cookies.values())


def tries_until_refused(server: LiveServer, **headers: str) -> int:
    for number in range(40):
        form = {"email": f"guess{number}@example.org", "password": "not this one"}
        if is_refused(post(server, "login", form, **headers)):
            return number
    return 40


def no_refill(server: LiveServer) -> None:
    """A try comes back every twenty seconds, which a busy machine needs for a restart: not until this test is over."""
    in_database(server, "update rate_buckets set updated_at = '2999-01-01 00:00:00.000000'")


def test_a_forged_header_gives_no_new_tries_and_neither_does_a_restart(server):
    assert tries_until_refused(server) in (30, 31)
    no_refill(server)
    for forged in ("203.0.113.9", "127.0.0.1, 203.0.113.9", "::1"):
        form = {"email": UNKNOWN, "password": "not this one"}
        answer = post(
            server, "login", form, **{"X-Forwarded-For": forged, "X-Real-IP": forged, "Forwarded": f"for={forged}"}
        )
        assert is_refused(answer), forged
    server.stop()
    server.start()
    assert is_refused(post(server, "login", {"email": UNKNOWN, "password": "not this one"}))


def test_behind_one_proxy_only_what_the_proxy_wrote_counts(server):
    server.stop()
    server.settings["CAREERCOACH_TRUSTED_PROXY_HOPS"] = "1"
    server.start()
    assert tries_until_refused(server, **{"X-Forwarded-For": "198.51.100.1"}) in (30, 31)
    no_refill(server)
    form = {"email": UNKNOWN, "password": "not this one"}
    # The visitor forges a first address; the proxy adds the true one behind it.
    assert is_refused(post(server, "login", form, **{"X-Forwarded-For": "8.8.8.8, 198.51.100.1"}))
    assert not is_refused(post(server, "login", form, **{"X-Forwarded-For": "198.51.100.1, 198.51.100.2"}))
    server.stop()
    del server.settings["CAREERCOACH_TRUSTED_PROXY_HOPS"]
    server.start()


def test_the_mailed_link_leads_home_whatever_host_was_asked(server):
    in_database(server, "delete from mails")
    for name in ("Host", "X-Forwarded-Host", "X-Original-Host", "Forwarded"):
        value = "host=evil.example" if name == "Forwarded" else "evil.example"
        # As a browser behind an https proxy would send it, so that nothing but the link itself can refuse.
        headers = {name: value, "Origin": "https://evil.example" if name == "Host" else server.url}
        answer = httpx.post(f"{server.url}/api/auth/forgot", data={"email": KNOWN}, headers=headers)
        assert answer.status_code == 303 and "evil.example" not in answer.headers["location"]
        in_database(server, "delete from rate_buckets")
    mails = in_database(server, "select text || html from mails where text like '%reset?token=%'")
    assert len(mails) == 4
    for (mail,) in mails:
        links = re.findall(r"https?://[^\s\"<>]*reset\?token=[^\s\"<>]+", str(mail))
        assert links and all(link.startswith(f"{server.url}/") for link in links)
        assert "evil.example" not in str(mail)
