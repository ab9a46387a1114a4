"""Hostile text in every field a person can fill, on every page that shows it: it is shown as text and does nothing."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from uuid import UUID

import pytest
from playwright.sync_api import Error, Page

import careercoach.careercoach  # noqa: F401  (registers the pages)
from careercoach.core import db
from careercoach.features.accounts import service as accounts
from careercoach.features.accounts.schemas import SignUp
from careercoach.features.interviews import flows as interview_flows
from careercoach.features.interviews import service as interviews
from careercoach.features.interviews.schemas import AnswerInput, InterviewInput
from careercoach.features.matching import flows as matching_flows
from careercoach.features.notifications import service as notifications
from careercoach.features.planner import flows as planner_flows
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.schemas import GoalInput
from careercoach.features.resumes import flows as resume_flows
from careercoach.settings import settings
from careercoach.ui.page import ROUTES
from tests.factories import NO_HASH

MARK = "qzmark"
PAYLOADS = [
    f"{MARK}<script>window.pwned=1;document.title='pwned'</script>",
    f"{MARK}<img src=x onerror=\"window.pwned=1;document.title='pwned'\">",
    f"{MARK}<iframe srcdoc=\"<script>parent.document.title='pwned'</script>\"></iframe>",
    f"{MARK}<svg/onload=alert(1)><a href='javascript:alert(1)'>go</a>",
    f"[{MARK}](javascript:alert(1)) ![x](https://evil.example/beacon.png)",
    f"{MARK}\"'><form action=https://evil.example><input autofocus onfocus=alert(1)>",
    f"{MARK}{{{{constructor.constructor('alert(1)')()}}}} ${{alert(1)}} <%= 1 %>",
    f"{MARK}<style>body{{display:none}}</style><meta http-equiv=refresh content='0;url=https://evil.example'>",
    f"{MARK}</script></title></textarea><script src=https://evil.example/x.js></script>",
    f"{MARK}\u202e<b>bold</b>\u2066 https://evil.example/login",
]
OPEN_PAGES = [route for route in ROUTES if "[" not in route]
ADMINS = [route for route in OPEN_PAGES if route.startswith("/admin")]
OWN = [route for route in OPEN_PAGES if not route.startswith("/admin") and route not in ("/", "/404", "/privacy")]
SHOWN_AT_LEAST = 8


def hostile_person() -> dict[str, object]:
    p = PAYLOADS
    work = {
        "name": p[2],
        "position": p[3],
        "startDate": "2020-01",
        "highlights": [*p, "Wrote SQL queries"],
        "summary": p[0],
    }
    return {
        "basics": {"name": p[0], "label": p[1], "email": "x@example.org", "phone": p[2], "summary": p[4], "url": "javascript:alert(1)",
                   "location": {"city": p[5]}, "profiles": [{"network": p[6], "url": "javascript:alert(1)"}]},
        "work": [work, {**work, "url": "javascript:alert(1)"}],
        "education": [{"institution": p[7], "area": p[8], "studyType": p[9], "courses": p}],
        "skills": [{"name": p[0], "keywords": ["SQL", *p]}],
        "projects": [{"name": p[1], "description": p[2], "url": "javascript:alert(1)"}],
        "languages": [{"language": p[3], "fluency": p[4]}],
    }  # fmt: skip


async def move_in(email: str) -> tuple[str, UUID, UUID]:
    """An account that wrote payloads wherever it could: its session, a scored interview, an open one."""
    async with db.transaction() as session:
        wish = SignUp(name=PAYLOADS[1][:120], email=email, password="violet tram cactus")
        user_id = (await accounts.sign_up(session, wish=wish, password_hash=NO_HASH)).id
        token = await accounts.start_session(session, user_id=user_id, browser=PAYLOADS[0])
        goal = GoalInput(role_slug="data-analyst", role_text=PAYLOADS[3][:120], weekly_minutes=300)
        await profiles.save_goal(session, user_id=user_id, goal=goal)
        await profiles.save_person(session, user_id=user_id, person=hostile_person())
        await profiles.reach_step(session, user_id=user_id, step="done")
    resume = "\n".join(["Asha Rao", *PAYLOADS, "Skills: SQL, Excel", *PAYLOADS])
    await resume_flows.add_resume(user_id=user_id, file_name=f"{PAYLOADS[1][:80]}.txt", data=resume.encode())
    await resume_flows.close()
    await matching_flows.analyse_gap(user_id)
    await planner_flows.create_plan(user_id, job="payloads")
    async with db.transaction() as session:
        scored = await interviews.start_interview(session, user_id=user_id, wish=InterviewInput(size=5))
        for number in range(1, 6):
            text = f"{PAYLOADS[number]} In my team I rewrote the query and it took four minutes. {PAYLOADS[number + 1]}"
            answer = AnswerInput(text=text, version=0)
            await interviews.save_answer(session, user_id=user_id, interview_id=scored.id, number=number, answer=answer)
        await interviews.finish_interview(session, user_id=user_id, interview_id=scored.id)
    await interview_flows.score_interview(scored.id)
    async with db.transaction() as session:
        started = await interviews.start_interview(session, user_id=user_id, wish=InterviewInput(size=5))
        answer = AnswerInput(text=PAYLOADS[0], version=0)
        await interviews.save_answer(session, user_id=user_id, interview_id=started.id, number=1, answer=answer)
        await notifications.queue_mail(
            session, user_id=user_id, to=email, kind="test", key=f"payload/{user_id}", subject=PAYLOADS[1][:150],
            text="\n".join(PAYLOADS), html="<p>x</p>",
        )  # fmt: skip
    return token, scored.id, started.id


@pytest.fixture(scope="module")
def hostile(server) -> tuple[str, UUID, UUID]:
    async def prepare() -> tuple[str, UUID, UUID]:
        await db.dispose()
        found = await move_in("payloads@example.org")
        await db.dispose()
        return found

    before, settings.data_dir = settings.data_dir, server.data_dir
    try:
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, prepare()).result()
    finally:
        settings.data_dir = before


def harmless(page: Page, path: str) -> bool:
    """Look at a page; whether it shows what the person wrote."""
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(path)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.querySelectorAll('main details').forEach(details => { details.open = true })")
    page.wait_for_timeout(150)
    assert dialogs == [] and page.title().endswith("CareerCoach"), f"{path}: {dialogs} {page.title()}"
    assert page.evaluate("window.pwned") is None, path
    bad = "a[href^='javascript:' i], a[href*='evil.example'], iframe, img[src*='evil'], form[action*='evil'], [onerror], [onload]"
    assert page.locator(bad).count() == 0, path
    values = page.evaluate("[...document.querySelectorAll('input, textarea')].map(field => field.value).join(' ')")
    return MARK in page.inner_text("body") or MARK in values


def test_payloads_are_shown_as_text_on_every_page(new_tab, hostile, people):
    token, scored, started = hostile
    page, shown = new_tab(width=1280, token=token), []
    for path in [*OWN, f"/interviews/{scored}/report", f"/interviews/{started}"]:
        if harmless(page, f"{path}/"):
            shown.append(path)
    page.context.close()
    page = new_tab(width=1280, token=people.admin)
    shown += [path for path in ADMINS if harmless(page, f"{path}/")]
    page.goto("/admin/outbox/")
    page.get_by_role("row").filter(has_text=MARK).get_by_role("button").first.click()
    assert MARK in page.get_by_test_id("letter").inner_text()
    # Else the test would prove nothing: the words do reach the pages.
    assert len(shown) >= SHOWN_AT_LEAST, shown


CLICKS, CLICKED_AT_LEAST = 8, 40


def test_clicking_everything_breaks_no_rule_of_the_content_policy(new_tab, people):
    """The tab itself fails on any violation, page error or request to elsewhere."""
    page, clicked = new_tab(width=1280, token=people.owner), 0
    for path in OWN:
        page.goto(f"{path}/")
        page.wait_for_load_state("networkidle")
        for number in range(min(CLICKS, page.locator("main button:visible:enabled").count())):
            buttons = page.locator("main button:visible:enabled")
            with suppress(Error):  # a button may go while the mouse is on its way, as the offer to undo does
                if number < buttons.count() and buttons.nth(number).get_attribute("type", timeout=3000) != "submit":
                    buttons.nth(number).click(timeout=3000, force=True)
                    clicked += 1
            page.wait_for_timeout(60)
            page.keyboard.press("Escape")
            if not page.url.rstrip("/").endswith(path):
                page.goto(f"{path}/")
                page.wait_for_load_state("networkidle")
        assert page.title().endswith("CareerCoach"), path
    assert clicked >= CLICKED_AT_LEAST
