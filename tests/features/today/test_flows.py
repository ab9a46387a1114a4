"""The letter: once a day, never without work, never to who does not want it; and the links in it."""

from datetime import date, timedelta
from email.header import Header
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from sqlmodel import select

from careercoach.core import db
from careercoach.core.errors import ForbiddenError, InvalidInputError, TooManyTriesError
from careercoach.features.accounts import service as accounts
from careercoach.features.notifications import service as notifications
from careercoach.features.notifications.models import Mail
from careercoach.features.planner import service as planner
from careercoach.features.profiles import service as profiles
from careercoach.features.today import flows
from careercoach.ports import mail as mail_door
from careercoach.ports.mail import MailLimits
from careercoach.ports.pdf import PdfUnavailableError
from careercoach.settings import settings
from tests.features.people import MONDAY, MORNING, add_owner, add_plan

pytestmark = pytest.mark.usefixtures("frozen")


async def mails() -> list[Mail]:
    """Those of this room: with all rooms loaded, people are also welcomed."""
    async with db.reading() as session:
        found = await session.execute(select(Mail).where(Mail.kind != "welcome").order_by(Mail.created_at))
        return list(found.scalars())


async def finish(person, first: date = MONDAY) -> None:
    async with db.transaction() as session:
        tasks = await planner.list_tasks(session, user_id=person.id, first=first, last=first + timedelta(days=400))
        for task in tasks:
            await planner.complete_task(session, user_id=person.id, task_id=task.id, today=MONDAY)


class TestDaily:
    async def test_one_letter_a_day(self, planned, paper):
        assert await flows.send_daily(planned.id, MONDAY) == "sent"
        assert await flows.send_daily(planned.id, MONDAY) == "sent before"
        (mail,) = await mails()
        assert mail.key == f"daily/{planned.id}/2026-11-23" and mail.kind == "daily"
        assert mail.subject.startswith("Today: Learn ")
        assert mail.attachments[0]["file_name"] == "careercoach-2026-11-23.pdf"
        assert mail.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert notifications.unsubscribe_url(planned.id) in mail.text
        assert "http://localhost:3000/today" in mail.text
        assert len(paper.printed) == 1

    async def test_subject_is_one_line_a_mail_can_carry(self, planned, paper):
        await flows.send_daily(planned.id, MONDAY)
        subject = (await mails())[0].subject
        assert "\n" not in subject and len(subject) <= 200 and Header(subject, "utf-8").encode()

    async def test_no_letter_without_a_plan(self, owner, paper):
        assert await flows.send_daily(owner.id, MONDAY) == "nothing due"
        assert await mails() == []

    async def test_no_letter_on_a_day_off(self, owner, paper):
        await add_plan(owner, days_off=(0,))
        assert await flows.send_daily(owner.id, MONDAY) == "nothing due"
        assert await mails() == []

    async def test_no_letter_when_the_day_is_over(self, planned, paper):
        assert await flows.send_daily(planned.id, MONDAY - timedelta(days=1)) == "nothing due"

    async def test_no_letter_to_who_switched_it_off(self, planned, paper):
        async with db.transaction() as session:
            await profiles.set_mail(session, user_id=planned.id, mail_on=False)
        assert await flows.send_daily(planned.id, MONDAY) == "not wanted"

    async def test_no_letter_to_a_locked_account(self, planned, paper):
        admin = await add_owner("root@example.org")
        async with db.transaction() as session:
            await accounts.set_disabled(session, admin=admin, user_id=planned.id, disabled=True)
        assert await flows.send_daily(planned.id, MONDAY) == "not wanted"

    async def test_a_finished_plan_says_so_once(self, planned, paper):
        await finish(planned)
        assert await flows.send_daily(planned.id, MONDAY) == "finished"
        with time_machine.travel(MORNING + timedelta(days=1), tick=False):
            await flows.send_daily(planned.id, MONDAY + timedelta(days=1))
        (mail,) = await mails()
        assert mail.kind == "finished" and "/match" in mail.text

    async def test_without_the_engine_it_goes_out_with_a_link(self, planned, paper):
        paper.fails = PdfUnavailableError()
        assert await flows.send_daily(planned.id, MONDAY) == "sent"
        (mail,) = await mails()
        assert mail.attachments == [] and "/api/today/pdf-link?" in mail.text

    @pytest.mark.parametrize(
        ("mode", "batch", "attached"),
        [("link", 1, False), ("auto", 1, True), ("auto", 100, False), ("attach", 100, True), ("link", 100, False)],
    )
    async def test_how_the_pdf_travels(self, planned, paper, monkeypatch, mode, batch, attached):
        monkeypatch.setattr(settings, "mail_pdf", mode)
        monkeypatch.setattr(mail_door, "_limits", MailLimits(batch=batch))
        await flows.send_daily(planned.id, MONDAY)
        (mail,) = await mails()
        assert bool(mail.attachments) is attached
        assert ("/api/today/pdf-link?" in mail.text) is not attached

    async def test_an_address_that_mail_came_back_from_gets_none(self, planned, paper):
        async with db.transaction() as session:
            user = await accounts.get_user(session, user_id=planned.id)
            await notifications.stop_address(session, address=user.email, user_id=planned.id, reason="bounced")
        assert await flows.send_daily(planned.id, MONDAY) == "not wanted"
        with pytest.raises(flows.AddressStoppedError):
            await flows.send_now(planned.id)
        assert list(await mails()) == [] and paper.printed == []

    async def test_in_the_persons_language(self, planned, paper):
        async with db.transaction() as session:
            await accounts.set_language(session, user_id=planned.id, language="hi")
        await flows.send_daily(planned.id, MONDAY)
        (mail,) = await mails()
        assert mail.subject.startswith("आज: ") and "आज के काम खोलें" in mail.html
        assert paper.printed[0][2] == "hi" and "सोमवार, 23 नवंबर" in paper.printed[0][0]


class TestNow:
    async def test_as_often_as_the_limit_lets(self, planned, paper):
        for _ in range(5):
            await flows.send_now(planned.id)
        with pytest.raises(TooManyTriesError):
            await flows.send_now(planned.id)
        found = await mails()
        assert len(found) == 5 and {mail.kind for mail in found} == {"today_now"}
        assert "List-Unsubscribe" not in found[0].headers

    async def test_it_does_not_take_the_place_of_the_morning_letter(self, planned, paper):
        await flows.send_now(planned.id)
        assert await flows.send_daily(planned.id, MONDAY) == "sent"

    async def test_nothing_left_nothing_sent(self, planned, paper):
        await finish(planned)
        with pytest.raises(flows.NothingToSendError):
            await flows.send_now(planned.id)


class TestPdf:
    async def test_of_ones_own_day(self, planned, paper):
        name, data = await flows.make_pdf(planned.id, None)
        assert name == "careercoach-2026-11-23.pdf" and data.startswith(b"%PDF")

    async def test_of_a_day_that_makes_sense(self, planned, paper):
        with pytest.raises(InvalidInputError):
            await flows.make_pdf(planned.id, date(1999, 1, 1))

    async def test_a_day_without_tasks_says_so(self, owner, paper):
        await flows.make_pdf(owner.id, None)
        assert "Nothing is planned for this day." in paper.printed[0][0]


class TestLink:
    def parts(self, person) -> dict[str, str]:
        link = flows.pdf_link(person.id, MONDAY, now=MORNING)
        found = parse_qs(urlsplit(link).query)
        return {
            "user": found["u"][0], "day": found["d"][0], "until": found["t"][0], "signature": found["s"][0],
        }  # fmt: skip

    async def test_opens_for_seven_days(self, planned, paper):
        parts = self.parts(planned)
        assert (await flows.open_pdf_link(**parts))[1].startswith(b"%PDF")
        with time_machine.travel(MORNING + timedelta(days=8), tick=False), pytest.raises(ForbiddenError):
            await flows.open_pdf_link(**parts)

    @pytest.mark.parametrize("part", ["user", "day", "until", "signature"])
    async def test_nothing_of_it_can_be_changed(self, planned, paper, part):
        other = await add_owner("otto@example.org")
        changed = {
            "user": other.id.hex, "day": "2026-11-24", "until": "99999999999", "signature": "0" * 32,
        }  # fmt: skip
        with pytest.raises(ForbiddenError):
            await flows.open_pdf_link(**self.parts(planned) | {part: changed[part]})
