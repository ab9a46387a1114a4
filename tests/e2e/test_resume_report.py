"""The resume report in a browser: from the upload to a suggestion that is done, and what a better version changed."""

from uuid import uuid4

from playwright.sync_api import expect

from tests.e2e.journey import SAMPLES, choose_goal, sign_up
from tests.e2e.test_axe import faults
from tests.features.resume_reports.conftest import RESUME


def test_from_the_upload_to_a_better_version(new_tab, tmp_path):
    page = new_tab()
    sign_up(page, f"report-{uuid4().hex[:8]}@example.org")
    choose_goal(page, "data analyst")
    page.goto("/resume/report/")
    expect(page.get_by_test_id("no-report")).to_be_visible()
    page.goto("/resume/")
    page.locator("input[type=file]").set_input_files(SAMPLES / "jane-onepage.pdf")
    expect(page.get_by_test_id("resume-report")).to_be_visible(timeout=20_000)
    expect(page.get_by_test_id("part")).to_have_count(10)
    expect(page.get_by_test_id("shortfall")).to_contain_text("Data analyst")
    suggestion = page.get_by_test_id("suggestion").first
    kind = suggestion.get_attribute("data-kind") or ""
    expect(suggestion.get_by_test_id("mark-fixed")).to_be_visible()
    assert faults(page) == []
    suggestion.get_by_test_id("mark-fixed").click()
    expect(page.get_by_test_id("done-of")).to_contain_text("1 ")
    page.get_by_test_id("tab-fixed").click()
    expect(page.locator(f"[data-testid=suggestion][data-kind={kind}]")).to_have_count(1)
    page.reload()
    expect(page.get_by_test_id("done-of")).to_contain_text("1 ")

    worse, better = tmp_path / "asha-rao.txt", tmp_path / "asha-rao-2.txt"
    worse.write_text(RESUME)
    better.write_text(RESUME.replace("Responsible for managing", "Managed"))
    for file in (worse, better):
        page.goto("/resume/")
        expect(page.get_by_test_id("resume-drop")).to_be_visible()
        page.locator("input[type=file]").set_input_files(file)
        expect(page.get_by_role("main")).to_contain_text(f"{file.name} ·", timeout=20_000)
    page.get_by_test_id("fixed-since").click()
    expect(page.get_by_test_id("change")).to_contain_text("Responsible for")


def test_on_a_phone_in_the_dark(new_tab):
    page = new_tab(width=390, mode="dark")
    sign_up(page, f"phone-{uuid4().hex[:8]}@example.org")
    page.goto("/resume/")
    page.locator("input[type=file]").set_input_files(SAMPLES / "cafrich-flat.pdf")
    expect(page.get_by_test_id("resume-report")).to_be_visible(timeout=20_000)
    page.get_by_test_id("part").first.locator("summary").click()
    page.get_by_test_id("suggestion").nth(1).locator("summary").press("Enter")
    expect(page.get_by_test_id("suggestion").nth(1).get_by_test_id("dismiss")).to_be_visible()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
