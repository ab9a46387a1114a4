"""Analysing: from the confirmed record only, kept, fresh when something changed, one's own."""

import time

import pytest

from careercoach.core import db
from careercoach.core.errors import NotFoundError
from careercoach.features.matching import flows, service
from careercoach.features.matching.flows import NothingToCompareError
from careercoach.features.matching.state import GapState
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.schemas import GoalInput
from tests import factories
from tests.features.matching.test_reports import RECORD
from tests.features.people import acting_as, new_state
from tests.timing import stretched


@pytest.fixture
async def asha(database):
    async with db.transaction() as session:
        person = await factories.add_person(session)
        goal = GoalInput(role_slug="data-analyst", weekly_minutes=300, time_zone="Asia/Kolkata")
        await profiles.save_goal(session, user_id=person.id, goal=goal)
        await profiles.save_person(session, user_id=person.id, person=RECORD)
    return person


@pytest.fixture
async def otto(database):
    async with db.transaction() as session:
        return await factories.add_person(session, email="otto@example.org", name="Otto")


async def _latest(person):
    async with db.reading() as session:
        return await service.find_latest_gap(session, user_id=person.id)


async def _save(person, record):
    async with db.transaction() as session:
        await profiles.save_person(session, user_id=person.id, person=record)


async def test_without_role_or_record_it_says_what_is_needed(asha, otto):
    with pytest.raises(NothingToCompareError, match="no_role"):
        await flows.analyse_gap(otto.id)
    async with db.transaction() as session:
        await profiles.save_goal(session, user_id=otto.id, goal=GoalInput(role_slug="accountant", weekly_minutes=60))
    with pytest.raises(NothingToCompareError, match="no_record"):
        await flows.analyse_gap(otto.id)


async def test_it_is_kept_and_is_nobody_elses(asha, otto):
    gap = await flows.analyse_gap(asha.id)
    assert await _latest(asha) == gap and gap.id and gap.made_at
    assert await _latest(otto) is None


async def test_the_same_input_is_not_thought_over_twice(asha, monkeypatch):
    gap = await flows.current_gap(asha.id)

    def never(*_args, **_kwargs):
        raise AssertionError("thought again")

    monkeypatch.setattr(flows, "report_gap", never)
    assert await flows.current_gap(asha.id) == gap


async def test_a_changed_record_makes_a_new_report_and_keeps_the_old_one_as_history(asha):
    first = await flows.current_gap(asha.id)
    await _save(asha, RECORD | {"skills": [{"name": "Power BI"}]})
    second = await flows.current_gap(asha.id)
    assert second.id != first.id and second.profile_version == first.profile_version + 1
    async with db.reading() as session:
        history = await service.list_readiness(session, user_id=asha.id, role_slug="data-analyst")
    assert [ready for _, ready in history] == [first.readiness, second.readiness]


async def test_analysing_again_without_a_change_replaces_the_report(asha):
    first = await flows.analyse_gap(asha.id)
    second = await flows.analyse_gap(asha.id)
    assert second.id == first.id and second.made_at >= first.made_at


async def test_only_so_many_reports_are_kept(asha, monkeypatch):
    monkeypatch.setattr(service, "REPORTS_KEPT", 2)
    for name in ("Power BI", "Tableau", "Python", "R"):
        await _save(asha, RECORD | {"skills": [{"name": name}]})
        gap = await flows.analyse_gap(asha.id)
    async with db.reading() as session:
        assert len(await service.list_readiness(session, user_id=asha.id, role_slug="data-analyst")) == 2
    assert (await _latest(asha)).id == gap.id


class TestClaims:
    async def test_a_claim_goes_into_the_record_and_back(self, asha):
        before = await flows.current_gap(asha.id)
        gap = await flows.claim_skill(asha.id, "power-bi")
        assert next(skill for skill in gap.skills if skill.slug == "power-bi").status == "had"
        back = await flows.unclaim_skill(asha.id, "power-bi")
        assert back.readiness == before.readiness
        async with db.reading() as session:
            assert (await profiles.get_profile(session, user_id=asha.id)).person == RECORD

    @pytest.mark.parametrize("slug", ["nursing", "", "../x"])
    async def test_only_skills_the_role_asks_for(self, asha, slug):
        with pytest.raises(NotFoundError):
            await flows.claim_skill(asha.id, slug)

    async def test_not_before_there_is_a_record(self, otto):
        with pytest.raises(NothingToCompareError):
            await flows.claim_skill(otto.id, "sql")


class TestPage:
    async def test_it_is_complete_and_small(self, asha):
        state = new_state(GapState)
        with acting_as(asha):
            await state.load()
        assert state.gap is not None and state.gap.skills == []
        assert state.had.count + state.close.count + state.missing.count > 7
        assert state.weeks == -(-state.gap.hours_to_fit // 5)
        assert "2026" in state.confirmed_on.en or state.confirmed_on.en

    async def test_empty_when_there_is_nothing_to_compare(self, otto):
        state = new_state(GapState)
        with acting_as(otto):
            await state.load()
        assert state.gap is None and state.problem_key == "matching.page.no_role"

    async def test_a_claim_can_be_undone(self, asha):
        state = new_state(GapState)
        with acting_as(asha):
            await state.load()
            await state.claim("power-bi")
            assert state.claimed.en == "Power BI"
            await state.undo_claim()
            assert state.claimed.en == "" and any(
                s.slug == "power-bi" for s in [*state.close.preferred, *state.missing.preferred]
            )
            await state.claim("nursing")
            assert state.claimed.en == ""

    async def test_the_last_step_ends_the_path(self, asha):
        state = new_state(GapState)
        with acting_as(asha):
            await state.load_step()
        async with db.reading() as session:
            assert (await profiles.get_profile(session, user_id=asha.id)).step == "done"


async def test_it_is_quick(asha):
    await flows.analyse_gap(asha.id)
    took = []
    for _ in range(5):
        begun = time.perf_counter()
        await flows.analyse_gap(asha.id)
        took.append(time.perf_counter() - begun)
    assert min(took) < stretched(0.3)
