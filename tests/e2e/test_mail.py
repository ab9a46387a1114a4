"""Mail over a real SMTP server: an admin tries it out, somebody asks for their day, complains, and gets no more."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.e2e import journey
from tests.live import LiveServer
from tests.seed import People
from tests.standins.resend_server import WEBHOOK_SECRET, ResendServer, event
from tests.standins.smtp_server import PASSWORD, USER, SmtpSink, Taken, smtp_server


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mail")


@pytest.fixture(scope="module")
def people(folder: Path) -> People:
    return journey.furnish(folder)


@pytest.fixture(scope="module")
def sink(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmtpSink]:
    with smtp_server(tmp_path_factory.mktemp("smtp")) as sink:
        yield sink


@pytest.fixture(scope="module")
def server(built: Path, folder: Path, people: People, sink: SmtpSink) -> Iterator[LiveServer]:
    """A house whose mail goes by STARTTLS to a server with a login."""
    mail = {
        "SMTP_HOST": "127.0.0.1",
        "SMTP_PORT": str(sink.port),
        "SMTP_USER": USER,
        "SMTP_PASSWORD": PASSWORD,
        "SMTP_CA_FILE": str(sink.ca_file),
        "CAREERCOACH_MAIL_FROM": "CareerCoach <coach@mail.example.org>",
        "CAREERCOACH_MAIL_PER_SECOND": "50",
        "RESEND_WEBHOOK_SECRET": WEBHOOK_SECRET,
    }
    live = LiveServer(folder, with_pages=True, settings=mail).start()
    yield live
    live.stop()


def arrived(page: Page, sink: SmtpSink, subject: str) -> Taken:
    """The one mail that somebody asked for whose subject begins so, once it is there."""
    for _ in range(150):
        asked = [one for one in list(sink.taken) if "List-Unsubscribe" not in one.mail]
        found = [one for one in asked if str(one.mail["Subject"]).startswith(subject)]
        if found:
            assert len(found) == 1 and found[0].is_encrypted and found[0].user == USER
            return found[0]
        page.wait_for_timeout(100)
    raise AssertionError(f"{subject!r} is not among {[str(one.mail['Subject']) for one in sink.taken]}")


def tell(server: LiveServer, body: bytes) -> int:
    """News of a mail, signed as Resend signs them."""
    headers = ResendServer().sign("msg_browser_1", body)
    return httpx.post(f"{server.url}/api/webhooks/resend", content=body, headers=headers).status_code


def test_a_trial_a_day_on_demand_and_a_complaint(new_tab, people, server, sink):
    page: Page = new_tab(token=people.admin)
    page.goto("/admin/outbox/")
    page.get_by_test_id("trial-mail").click()
    expect(page.get_by_test_id("trial-done")).to_be_visible(timeout=20_000)
    trial = arrived(page, sink, "A test email")
    assert trial.recipients == ["root@example.org"]
    expect(page.get_by_role("row").filter(has_text=str(trial.mail["Subject"]))).to_contain_text("Sent")
    page.goto("/admin/audit/")
    expect(page.get_by_test_id("chain-intact")).to_be_visible()
    act = page.get_by_test_id("acts").get_by_role("row").filter(has_text="Sent a test email")
    expect(act).to_have_count(1)
    expect(act.locator("time")).to_have_attribute("datetime", re.compile(r"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$"))

    page = new_tab(token=people.owner)
    page.goto("/today/")
    page.get_by_test_id("send-now").click()
    expect(page.get_by_text("On its way to asha@example.org")).to_be_visible(timeout=20_000)
    letter = arrived(page, sink, "Today: ")
    assert letter.recipients == ["asha@example.org"]
    [plan] = letter.mail.iter_attachments()
    assert plan.get_content_type() == "application/pdf" and plan.get_content().startswith(b"%PDF-")
    page.goto("/notifications/")
    mine = page.get_by_test_id("mail").filter(has_text=str(letter.mail["Subject"]))
    expect(mine).to_contain_text("Sent")

    assert tell(server, event("email.complained", str(letter.mail["Message-ID"]))) == 204
    page.reload()
    expect(mine).to_contain_text("spam")
    page.goto("/settings/")
    stopped = page.get_by_test_id("mail-stopped")
    expect(stopped).to_contain_text("asha@example.org")
    page.get_by_test_id("resume-mail").click()
    expect(page.get_by_test_id("mail-resumed")).to_be_visible()
