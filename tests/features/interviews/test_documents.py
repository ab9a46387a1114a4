"""The report as PDF: readable in every language, and an answer is only ever text in it."""

import re
from pathlib import Path

import pytest

from careercoach.core import db
from careercoach.core.clock import utc_now
from careercoach.core.identity import Person
from careercoach.features.interviews import flows
from careercoach.features.interviews.documents import report_document
from tests import factories
from tests.features.interviews.sittings import report_of, sit

HOSTILE = "<script>alert(1)</script> I used <b>an index</b> & an <img src=x onerror=alert(1)> in 2 ms."


@pytest.fixture
async def owner(database: Path) -> Person:
    async with db.transaction() as session:
        return await factories.add_person(session)


@pytest.mark.parametrize("language", ["en", "hi", "es"])
async def test_everything_is_in_it(owner: Person, language: str):
    view = await sit(owner, {2: ""}, language=language)
    await flows.score_interview(view.id)
    report = await report_of(owner, view.id)
    title, html = report_document(report, day=utc_now().date(), person="Asha Rao", language=language)
    assert title == report.role_title.in_(language)
    words = re.sub(r"<[^>]+>", "", html)
    for answer in report.answers:
        assert answer.question.text.in_(language)[:20] in words.replace("&quot;", '"').replace("&#x27;", "'")
    assert f"{report.report.figures.overall}" in html
    assert '<mark class="strong">' in html
    assert "{" not in words


async def test_an_answer_is_text(owner: Person):
    view = await sit(owner, {1: HOSTILE})
    await flows.score_interview(view.id)
    _, html = report_document(await report_of(owner, view.id), day=utc_now().date(), person="<b>x</b>", language="en")
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html


async def test_twelve_thousand_letters_fit(owner: Person):
    view = await sit(owner, {1: "I measured the query again and it took 20 ms. " * 250})
    await flows.score_interview(view.id)
    _, html = report_document(await report_of(owner, view.id), day=utc_now().date(), person="", language="en")
    assert len(html) < 60_000
