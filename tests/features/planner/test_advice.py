"""What a model may add to a plan, and that nothing is missing without one."""

from uuid import UUID

import pytest

from careercoach.core import db
from careercoach.core.errors import NotFoundError
from careercoach.core.ids import new_id
from careercoach.features.planner import flows, service
from careercoach.features.profiles import service as profiles
from careercoach.ports import ai
from careercoach.ports.ai.composing import keep_honest
from careercoach.ports.ai.links import GroundedLink
from tests.factories import add_person
from tests.ports.ai.house import TestHouse, gemini_at, openai_at
from tests.seed import PERSON
from tests.standins.gemini_server import GeminiServer
from tests.standins.openai_server import OpenAiServer

pytestmark = pytest.mark.usefixtures("frozen")


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch):
    """Put a coach in charge for one test."""

    def choose(house: TestHouse) -> TestHouse:
        house.coach.honest = keep_honest
        monkeypatch.setattr(ai, "_coach", house.coach)
        return house

    return choose


@pytest.fixture
async def learner(owner) -> UUID:
    """Somebody with a goal and a record."""
    async with db.transaction() as session:
        await profiles.save_person(session, user_id=owner.id, person=PERSON)
    return owner.id


async def test_a_model_words_the_head_of_a_plan(learner: UUID, use):
    async with OpenAiServer() as server:
        server.answer = {
            "note": "You begin with what the role cannot do without. You will earn 90000 a year at Google."
        }
        use(TestHouse([openai_at(server.url)]))
        plan = await flows.create_plan(learner, job="plan/x/1")
        sent = server.asked[0].body["messages"][1]["content"]
    assert plan.words == {"en": "You begin with what the role cannot do without."}
    assert plan.made is not None and plan.made.engine == "openai"
    assert service.note_of(plan, "en") == "You begin with what the role cannot do without."
    assert service.note_of(plan, "hi") != service.note_of(plan, "en"), "other languages have our own words"
    assert "example.org" not in sent


async def test_without_a_model_our_own_words_stand(learner: UUID):
    plan = await flows.create_plan(learner, job="plan/x/1")
    assert plan.words is None
    async with db.reading() as session:
        kept = await service.get_plan(session, user_id=learner)
    assert service.note_of(kept, "en") == service.note_of(plan, "en") != ""
    assert service.teller_of(kept, "en") is None, "nothing to explain"


async def test_a_provider_that_fails_in_the_middle_leaves_a_plan(learner: UUID, use):
    async with OpenAiServer() as server:
        server.steady = "500"
        use(TestHouse([openai_at(server.url)]))
        plan = await flows.create_plan(learner, job="plan/x/1")
    assert plan.task_count > 0 and plan.words is None
    teller = service.teller_of(plan, "en")
    assert teller is not None and (teller.engine, teller.why) == ("embedded", "unavailable"), "it is said who answered"


async def _some_task(learner: UUID) -> UUID:
    plan = await flows.create_plan(learner, job="plan/x/1")
    async with db.reading() as session:
        tasks = await service.list_tasks(session, user_id=learner, first=plan.starts_on, last=plan.ends_on)
    return next(task.id for task in tasks if task.skill)


async def test_material_of_our_own_list_without_a_search(learner: UUID):
    found = await flows.find_material(learner, await _some_task(learner), "en")
    assert found.cards and found.links == [] and found.source == "embedded"


async def test_pages_of_a_search(learner: UUID, use):
    task = await _some_task(learner)
    async with GeminiServer() as server:
        server.answer = "There is a good course."
        server.grounding = {
            "groundingChunks": [{"web": {"uri": "https://vertexaisearch.cloud.google.com/x", "title": "t"}}]
        }
        house = use(TestHouse([gemini_at(server.origin)]))

        async def check(links: object) -> list[GroundedLink]:
            return [GroundedLink.model_validate(PAGE)]

        house.coach.check_links = check
        found = await flows.find_material(learner, task, "en")
        asked = str(server.asked[0].body)
    assert [link.url for link in found.links] == [PAGE["url"]] and found.source == "gemini"
    assert "Asha" not in asked and "example.org" not in asked, "a skill and a level, nothing of the person"
    assert [wish.asker for wish in house.books.wishes] == [learner], "a search is paid from the budget of who asks"


PAGE = {
    "url": "https://learn.example.org/sql",
    "title": "SQL",
    "site": "learn.example.org",
    "checked_at": "2026-11-21T00:00:00Z",
}


async def test_another_persons_task_is_not_there(learner: UUID):
    task = await _some_task(learner)
    async with db.transaction() as session:
        stranger = await add_person(session, email="otto@example.org")
    for who, which in ((stranger.id, task), (learner, new_id())):
        with pytest.raises(NotFoundError):
            await flows.find_material(who, which, "en")
