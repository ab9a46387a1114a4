"""From a pasted posting to the plan: read, corrected, compared, asked about, kept through a reload, set beside another."""

from contextlib import contextmanager

from playwright.sync_api import Page, WebSocketRoute, expect

from tests.e2e.test_axe import faults
from tests.seed import POSTING

REWORDED = POSTING.replace("Data analyst at Lumen Foods, Ambegaon", "Reporting analyst").replace(
    "Salary", "- Django\n- Teamwork\nSalary"
)


class Line:
    """The line between the page and the server; what the server says can be held back."""

    def __init__(self, page: Page) -> None:
        self._held: list[str | bytes] | None = None
        page.route_web_socket(lambda url: "/_event" in url, self._connect)

    def _connect(self, route: WebSocketRoute) -> None:
        self._route, server = route, route.connect_to_server()
        route.on_message(server.send)
        server.on_message(lambda said: route.send(said) if self._held is None else self._held.append(said))

    @contextmanager
    def held(self):
        self._held = []
        yield
        said, self._held = self._held, None
        for one in said:
            self._route.send(one)


def compare(page: Page) -> None:
    page.goto("/jobs/match/")
    page.get_by_test_id("posting").fill(REWORDED)
    expect(page.locator("[data-testid=autosave][data-saved=true]").first).to_have_text("Saved", timeout=20_000)
    page.get_by_test_id("read-posting").click()
    page.wait_for_url(lambda url: "/jobs/match/" in url and not url.rstrip("/").endswith("/match"))
    expect(page.get_by_test_id("review")).to_be_visible()
    page.locator("#sheet-location").fill("Pune")
    page.locator("#sheet-location").blur()
    expect(page.get_by_test_id("kept")).not_to_be_empty()
    page.get_by_test_id("compare").click()
    expect(page.get_by_test_id("verdict")).to_be_visible()
    expect(page.get_by_test_id("block-next_steps")).to_be_visible()


def test_a_posting_from_paste_to_plan(new_tab, people):
    page = new_tab(token=people.owner)
    line = Line(page)
    compare(page)
    expect(page.get_by_test_id("score").or_(page.get_by_test_id("score-open"))).to_have_count(11)
    page.locator("[data-testid=column-have] [data-key=sql] [data-testid=skill]").click()
    sides = page.locator("[data-key=sql] [data-testid=both-sides]")
    expect(sides.get_by_test_id("side-posting")).to_contain_text("Strong SQL")
    expect(sides.get_by_test_id("side-record")).to_contain_text("SQL queries for 14 store managers")
    page.keyboard.press("Escape")
    salary = page.locator("[data-testid=score-open][data-metric=salary_match]")
    salary.locator("summary").click()
    salary.locator("input[name=value]").fill("10 lakh")
    salary.get_by_test_id("answer-send").click()
    expect(page.locator("[data-testid=score][data-metric=salary_match]")).to_have_attribute("data-value", "100")
    page.reload()
    expect(page.locator("[data-testid=score][data-metric=salary_match]")).to_have_attribute("data-value", "100")
    page.get_by_test_id("offer-missing").click()
    expect(page.get_by_test_id("answered").last).to_contain_text("Django")
    page.get_by_test_id("question").fill("What do I say about Django?")
    with line.held():
        page.get_by_test_id("question").press("Control+Enter")
        page.keyboard.type(" And then?")
    expect(page.get_by_test_id("asked")).to_have_count(2)
    expect(page.get_by_test_id("question")).to_have_value("And then?")
    page.get_by_test_id("learn").first.click()
    expect(page.get_by_test_id("planned")).not_to_be_empty()
    assert faults(page) == []


def test_my_analyses_side_by_side_and_undo(new_tab, people):
    page = new_tab(token=people.owner, width=390, mode="dark")
    page.goto("/jobs/matches/")
    rows = page.get_by_test_id("matches").locator("li")
    expect(page.get_by_test_id("choose").first).to_be_visible()
    count = rows.count()
    assert count >= 2
    for number in (0, 1):
        page.get_by_test_id("choose").nth(number).click()
        expect(page.get_by_test_id("choose").nth(number)).to_be_checked()
    expect(page.get_by_test_id("comparison")).to_be_visible()
    assert faults(page) == []
    page.get_by_test_id("delete").first.press("Enter")
    expect(rows).to_have_count(count - 1)
    expect(page.locator(":focus")).to_have_count(1)
    page.get_by_test_id("undo").press("Enter")
    expect(rows).to_have_count(count)
    expect(page.locator("#content")).to_be_focused()
    decide_what_a_model_read(page)


def decide_what_a_model_read(page: Page) -> None:
    views = [
        page.request.get(f"/api/v1/matches/{one['id']}").json() for one in page.request.get("/api/v1/matches").json()
    ]
    mine = next(view for view in views if view["sheet"]["suggested"])
    page.goto(f"/jobs/match/{mine['id']}/")
    page.get_by_test_id("was-read").click()
    expect(page.get_by_test_id("suggested")).to_contain_text("Lumen Foods, Ambegaon")
    assert faults(page) == []
    page.get_by_test_id("take").click()
    expect(page.locator("#sheet-location")).to_have_value("Ambegaon")
    expect(page.get_by_test_id("suggested")).to_have_count(0)
