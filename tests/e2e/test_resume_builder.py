"""Better wording in a browser: accept, reload, take back, write by hand, download what our own reader reads back."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import expect

from careercoach.core import db
from careercoach.features.matching import flows as matching_flows
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.schemas import GoalInput
from careercoach.features.resumes.rules.apart import read
from careercoach.features.resumes.rules.packed import unpack
from careercoach.settings import settings
from tests import factories
from tests.features.resume_builder.records import ASHA
from tests.live import LiveServer

BEFORE = "Responsible for preparing weekly sales reports in Excel for 14 store managers"
AFTER = "Prepare weekly sales reports in Excel for 14 store managers"


@pytest.fixture
def token(server: LiveServer) -> str:
    """Somebody with a record to be said better, in the house that the browser sees."""

    async def prepare() -> str:
        await db.dispose()
        async with db.transaction() as session:
            wish = factories.SignUp(name="Asha Rao", email="words@example.org", password=factories.PASSWORD)
            user = await factories.service.sign_up(session, wish=wish, password_hash=factories.NO_HASH)
            found = await factories.service.start_session(session, user_id=user.id, browser="Chrome, Linux")
            goal = GoalInput(role_slug="data-analyst", weekly_minutes=300, time_zone="Asia/Kolkata")
            await profiles.save_goal(session, user_id=user.id, goal=goal)
            await profiles.save_person(session, user_id=user.id, person=json.loads(json.dumps(ASHA)))
            await profiles.reach_step(session, user_id=user.id, step="done")
        await matching_flows.analyse_gap(user.id)
        await db.dispose()
        return found

    before, settings.data_dir = settings.data_dir, server.data_dir
    try:
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, prepare()).result()
    finally:
        settings.data_dir = before


def test_from_the_first_suggestion_to_a_file_that_is_read_back(new_tab, token, tmp_path):
    page = new_tab(token=token)
    page.goto("/resume/rewrite/")
    passages = page.get_by_test_id("passage")
    line = passages.filter(has_text="weekly sales reports")
    expect(line.get_by_test_id("after")).to_have_text(AFTER)
    expect(line.locator("mark").first).to_have_text("Responsible for preparing")
    line.get_by_test_id("accept").click()
    expect(line).to_have_attribute("data-state", "accepted")
    page.reload()
    expect(line).to_have_attribute("data-state", "accepted")
    page.get_by_test_id("undo-choice").click()
    expect(line).to_have_attribute("data-state", "open")
    page.get_by_test_id("accept-all").click()
    expect(line).to_have_attribute("data-state", "accepted")
    expect(page.get_by_test_id("accept-all")).to_have_count(0)

    own = passages.filter(has_text="SQL queries")
    own.get_by_test_id("edit").click()
    field = page.get_by_test_id("own-words")
    expect(field).to_have_value("Write SQL queries")
    field.fill("Write SQL queries in Snowflake")
    page.get_by_test_id("save-own").click()
    expect(page.get_by_test_id("edit-problem")).to_contain_text("snowflake")
    field.fill("Write 60 SQL queries a week")
    page.get_by_test_id("save-own").click()
    expect(page.get_by_test_id("edit-problem")).to_contain_text("60")
    page.get_by_test_id("stand-by").click()
    expect(own).to_have_attribute("data-state", "edited")

    page.get_by_test_id("learn").first.click()
    expect(page.get_by_role("link", name="Build my plan")).to_be_visible()
    for kind in ("pdf", "docx"):
        with page.expect_download() as started:
            page.get_by_test_id(f"export-{kind}").click()
        path = Path(tmp_path / f"resume.{kind}")
        started.value.save_as(path)
        assert started.value.suggested_filename == f"Asha-Rao-resume.{kind}"
        found = unpack(read({"name": path.name}, path.read_bytes())[1]).resume
        assert found["work"][0]["highlights"][:2] == [AFTER, "Write 60 SQL queries a week"]
        assert [one["name"] for one in found["work"]] == ["Lumen Foods", "Nordwind"]
