"""What a person must be able to rely on between signup and the first report: nothing typed is lost, nothing counts
unasked, and every refusal says what to do."""

from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import journey

pytestmark = pytest.mark.e2e


def _choose(page: Page, words: str, title: str) -> None:
    """Search for a role, take it by its title, go on."""
    page.get_by_test_id("role-field").get_by_role("button").first.click()
    page.keyboard.type(words)
    # The list that answers these words ends with them; before it is there, entries still come and go.
    expect(page.locator("#role-list [role=option]").last).to_contain_text(words)
    page.get_by_role("option", name=title).click()
    expect(page.get_by_test_id("role-summary")).to_be_visible()
    page.get_by_test_id("go-on").click()
    page.wait_for_url(lambda url: "/onboarding/resume" in url)


def _at_the_check(page: Page) -> None:
    journey.sign_up(page, f"check-{uuid4().hex[:8]}@example.org")
    _choose(page, "frontend", "Frontend developer")
    journey.upload(page, journey.SAMPLES / "jane-flat.pdf")
    expect(page.get_by_test_id("part-skills")).to_be_visible()


def test_a_bad_file_is_refused_in_words_and_the_next_one_works(new_tab, tmp_path: Path):
    page = new_tab()
    journey.sign_up(page, f"bad-{uuid4().hex[:8]}@example.org")
    _choose(page, "frontend", "Frontend developer")
    program = tmp_path / "resume.pdf"
    program.write_bytes(b"MZ" + b"\0" * 400)
    page.locator("input[type=file]").set_input_files(program)
    expect(page.get_by_test_id("resume-drop").get_by_role("status")).to_contain_text("not a PDF, DOCX or TXT")
    journey.upload(page, journey.SAMPLES / "jane-plain.docx")
    expect(page.get_by_test_id("basics-name")).to_have_value("Jane Q. Fullstacker")


def test_what_was_typed_is_there_after_a_reload_and_after_a_cut_connection(new_tab):
    page = new_tab(width=390)
    _at_the_check(page)
    page.get_by_test_id("basics-city").fill("Mountain View")
    expect(page.get_by_test_id("draft-state")).to_contain_text("saved")
    page.reload()
    expect(page.get_by_test_id("basics-city")).to_have_value("Mountain View")
    page.context.set_offline(True)
    page.get_by_test_id("basics-phone").fill("+1 650 000")
    page.wait_for_timeout(1500)
    page.context.set_offline(False)
    page.get_by_test_id("basics-phone").press("End")
    page.get_by_test_id("basics-phone").type("0")
    expect(page.get_by_test_id("draft-state")).to_contain_text("saved")
    page.wait_for_timeout(1500)
    page.reload()
    expect(page.get_by_test_id("basics-phone")).to_have_value("+1 650 0000")
    page.get_by_test_id("basics-city").fill("Menlo Park")
    page.reload()  # before anything could be sent
    expect(page.get_by_test_id("basics-city")).to_have_value("Menlo Park")
    expect(page.get_by_test_id("draft-state")).to_contain_text("saved")
    page.goto("/settings/")
    page.get_by_test_id("hours").fill("7.5")
    page.reload()
    expect(page.get_by_test_id("hours")).to_have_value("7.5")


def test_rows_go_and_come_back_and_dates_that_cannot_be_are_marked(new_tab):
    page = new_tab()
    _at_the_check(page)
    chips = page.get_by_test_id("skills").get_by_role("listitem")
    before = chips.count()
    chips.first.get_by_role("button").click()
    expect(chips).to_have_count(before - 1)
    page.get_by_test_id("undo").click()
    expect(chips).to_have_count(before)
    page.get_by_test_id("open-work").first.click()
    page.get_by_test_id("work-endDate").first.fill("1999")
    page.get_by_test_id("confirm").click()
    expect(page.get_by_test_id("problem")).to_be_visible()
    page.get_by_test_id("work-endDate").first.fill("")
    journey.confirm(page)


def test_a_newer_file_changes_nothing_before_the_person_has_chosen(new_tab):
    page = new_tab()
    _at_the_check(page)
    journey.confirm(page)
    page.goto("/resume/")
    page.locator("input[type=file]").set_input_files(journey.SAMPLES / "rich-plain.docx")
    expect(page.get_by_test_id("resume-report")).to_be_visible()
    page.get_by_test_id("draft-waits").get_by_role("link").click()
    expect(page.get_by_test_id("differences")).to_be_visible()
    page.goto("/resume/")
    expect(page.get_by_test_id("record")).to_contain_text("Jane Q. Fullstacker")
    page.get_by_test_id("draft-waits").get_by_role("link").click()
    page.get_by_test_id("take-found").first.click()
    expect(page.get_by_test_id("take-found").first).to_be_checked()
    page.get_by_test_id("use-choices").click()
    expect(page.get_by_test_id("basics-name")).to_have_value("Richard Hendriks")
    page.get_by_test_id("confirm").click()
    expect(page.get_by_test_id("record")).to_contain_text("Richard Hendriks")
    with page.expect_download() as download:
        page.get_by_test_id("download").first.click()
    assert download.value.suggested_filename == "rich-plain.docx"


def test_each_claim_opens_its_words_and_what_is_missing_can_be_added(new_tab):
    page = new_tab()
    _at_the_check(page)
    journey.confirm(page)
    page.goto("/match/")
    page.get_by_test_id("column-have").get_by_test_id("skill").first.press("Enter")
    expect(page.locator("[popover]:popover-open mark").first).to_be_visible()
    page.keyboard.press("Escape")
    missing = page.get_by_test_id("column-missing").get_by_test_id("skill")
    before = missing.count()
    missing.first.click()
    page.locator("[popover]:popover-open").get_by_test_id("claim").click()
    expect(missing).to_have_count(before - 1)
    page.get_by_test_id("undo").click()
    expect(missing).to_have_count(before)


def test_without_a_resume_skills_are_typed_by_keyboard_alone(new_tab):
    page = new_tab(language="es")
    journey.sign_up(page, f"keys-{uuid4().hex[:8]}@example.org")
    _choose(page, "enfermer", "Enfermero/a")
    page.get_by_test_id("type-it").press("Enter")
    expect(page.get_by_test_id("new-skill")).to_be_visible()
    page.get_by_test_id("new-skill").focus()
    page.keyboard.type("Cuidado de heridas, Excel")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("skills").get_by_role("listitem")).to_have_count(2)
    page.get_by_test_id("confirm").press("Enter")
    page.wait_for_url(lambda url: "/onboarding/gap" in url)
    expect(page.get_by_test_id("verdict")).to_be_visible()
