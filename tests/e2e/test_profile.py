"""The profile, as its owner keeps it: by keyboard, over a reload, with a picture, out and in again."""

import json
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import journey

pytestmark = pytest.mark.e2e


def _open(page: Page) -> None:
    page.goto("/profile/")
    expect(page.get_by_test_id("part-work")).to_be_visible()


def test_a_person_keeps_their_record(new_tab, tmp_path):
    page = new_tab(width=390)
    journey.sign_up(page, f"profile-{uuid4().hex[:8]}@example.org")
    _open(page)

    # What is typed is there after a reload, and what is wrong is said at its field.
    page.get_by_test_id("add-work").click()
    page.get_by_test_id("work-name").fill("Lumen Foods")
    expect(page.get_by_test_id("kept")).not_to_be_empty()
    page.reload()
    expect(page.get_by_test_id("work-name")).to_have_value("Lumen Foods")
    page.get_by_test_id("work-startDate").fill("soon")
    page.get_by_test_id("save").click()
    expect(page.locator("#work-position-problem")).not_to_be_empty()
    expect(page.locator("#work-startDate-problem")).not_to_be_empty()
    page.get_by_test_id("work-position").fill("Analyst")
    page.get_by_test_id("work-startDate").fill("1/2022")
    page.get_by_test_id("save").press("Enter")
    expect(page.get_by_test_id("rows-work")).to_contain_text("Jan 2022")
    expect(page.get_by_test_id("edit-work")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("work-name")).to_be_visible()
    page.get_by_test_id("discard").press("Enter")
    expect(page.get_by_test_id("edit-work")).to_be_focused()

    # A skill with a level and its proof; deleted, undone.
    page.get_by_test_id("add-skills").press("Enter")
    page.get_by_test_id("skills-name").fill("SQL")
    page.get_by_test_id("skills-level").select_option("Advanced")
    page.get_by_test_id("proofs").get_by_role("checkbox").first.click()
    expect(page.get_by_test_id("proofs").get_by_role("checkbox").first).to_be_checked()
    page.get_by_test_id("save").press("Enter")
    skills = page.get_by_test_id("rows-skills")
    expect(skills).to_contain_text("Analyst, Lumen Foods")
    expect(page.get_by_test_id("rows-work")).to_contain_text("SQL")
    skills.get_by_role("button").nth(1).press("Enter")
    skills.get_by_test_id("delete-skills").press("Enter")
    expect(page.get_by_test_id("not-counted")).to_contain_text("SQL")
    page.get_by_test_id("undo").click()
    expect(skills).to_contain_text("SQL")

    # Out, changed, and in again: nothing counts before it is chosen.
    with page.expect_download() as download:
        page.get_by_test_id("export").click()
    record = json.loads(download.value.path().read_text(encoding="utf-8"))
    record["work"][0]["position"] = "Analyst II"
    record["languages"] = [{"language": "Marathi"}]
    changed = tmp_path / "resume.json"
    changed.write_text(json.dumps(record), encoding="utf-8")
    page.goto("/profile/import/")
    page.locator("#json-file").set_input_files(changed)
    expect(page.get_by_test_id("differences").get_by_role("listitem")).to_have_count(2)
    page.get_by_test_id("take-found").first.click()
    expect(page.get_by_test_id("take-found").first).to_be_checked()
    page.get_by_test_id("apply").click()
    expect(page.get_by_test_id("rows-work")).to_contain_text("Analyst II")
    expect(page.get_by_test_id("rows-languages")).to_contain_text("Marathi")
