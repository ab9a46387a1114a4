"""The test mail of the admin: what came of it, in the end and in words."""

import pytest

from careercoach.core import db
from careercoach.features.admin.pages import trial_mail
from careercoach.features.notifications import flows
from careercoach.ports import mail as door
from careercoach.ports.mail import MailUnavailableError
from careercoach.settings import settings
from tests import factories


class Provider:
    def __init__(self, says):
        self.says = says

    async def send(self, message):
        if self.says is not None:
            raise self.says
        return "id"


@pytest.fixture
async def admin(database, monkeypatch):
    monkeypatch.setattr(trial_mail, "LOOK_S", 0.0)
    async with db.transaction() as session:
        return await factories.add_person(session, is_admin=True)


@pytest.mark.parametrize(
    ("says", "service", "outcome"),
    [
        (None, "outbox", ("kept", "")),
        (None, "smtp", ("sent", "")),
        (MailUnavailableError("invalid_api_key", is_final=True), "resend", ("failed", "key")),
        (MailUnavailableError("unreachable"), "smtp", ("delayed", "network")),
    ],
)
async def test_what_came_of_it(admin, monkeypatch, says, service, outcome):
    monkeypatch.setattr(settings, "mail_provider", service)
    monkeypatch.setattr(door, "_mailer", Provider(says))
    mail = await flows.queue_trial(admin.id)
    attempts = await flows.claim_mail(mail.id, "job")
    await flows.save_delivery(mail.id, attempts, await flows.send_mail(mail.id), "job")
    assert await trial_mail._outcome(mail.id) == outcome


async def test_still_waiting_is_said(admin):
    mail = await flows.queue_trial(admin.id)
    assert await trial_mail._outcome(mail.id) == ("waiting", "")
