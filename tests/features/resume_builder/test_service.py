"""What is offered, what is decided, what stays."""

import pytest

from careercoach.core import db
from careercoach.core.errors import ConflictError, InvalidInputError, NotFoundError
from careercoach.features.matching import flows as matching_flows
from careercoach.features.planner import service as planner
from careercoach.features.profiles import service as profiles
from careercoach.features.resume_builder import flows, service
from careercoach.features.resume_builder.schemas import Decision
from careercoach.features.resume_builder.service import NotInResumeError
from careercoach.features.resume_builder.service.learning import _today
from careercoach.features.resume_builder.service.rows import needed_row
from tests.features.people import add_plan
from tests.features.resume_builder.conftest import add_owner
from tests.features.resume_builder.records import ASHA

WEEKLY = "Responsible for preparing weekly sales reports in Excel for 14 store managers"


async def view_of(person):
    async with db.reading() as session:
        return await service.get_rewrite(session, user_id=person.id)


def passage(view, before):
    return next(one for place in view.places for one in place.passages if one.before == before)


async def decide(person, before, state, **more):
    async with db.transaction() as session:
        found = await service.get_rewrite(session, user_id=person.id)
        key = passage(found, before).key
        await service.decide(session, user_id=person.id, key=key, decision=Decision(state=state, **more))


async def points(person):
    async with db.reading() as session:
        base, texts, theirs, _ = await service.get_accepted(session, user_id=person.id)
    return service.accepted_record(base, texts, theirs)["work"][0]["highlights"]


async def test_nothing_to_rewrite_says_so(database):
    person = await add_owner({})
    with pytest.raises(service.NothingToRewriteError):
        await flows.current_rewrite(person.id)


async def test_before_the_coach_was_asked_there_is_nothing(owner):
    with pytest.raises(NotFoundError):
        await view_of(owner)


async def test_accept_reject_reopen_and_undo(owner):
    view = await flows.make_rewrite(owner.id, language="en")
    offered = passage(view, WEEKLY)
    assert offered.after == "Prepare weekly sales reports in Excel for 14 store managers"
    assert [piece.text for piece in offered.before_pieces if piece.mark] == ["Responsible for preparing"]
    assert [piece.text for piece in offered.after_pieces[0] if piece.mark] == ["Prepare"]
    assert (await points(owner))[0] == WEEKLY
    await decide(owner, WEEKLY, "accepted")
    assert (await points(owner))[0] == offered.after
    await decide(owner, WEEKLY, "rejected")
    assert (await points(owner))[0] == WEEKLY
    async with db.transaction() as session:
        assert await service.undo(session, user_id=owner.id)
    assert (await points(owner))[0] == offered.after and (await view_of(owner)).can_undo
    async with db.transaction() as session:
        assert await service.undo(session, user_id=owner.id) and not await service.undo(session, user_id=owner.id)
    assert (await points(owner))[0] == WEEKLY


async def test_accept_all_is_one_step_and_leaves_decisions_alone(owner):
    view = await flows.make_rewrite(owner.id, language="en")
    assert view.counts.open >= 3
    await decide(owner, WEEKLY, "rejected")
    async with db.transaction() as session:
        assert await service.accept_all(session, user_id=owner.id) == view.counts.open - 1
    assert (await points(owner))[0] == WEEKLY and (await view_of(owner)).counts.open == 0
    async with db.transaction() as session:
        await service.undo(session, user_id=owner.id)
    assert (await view_of(owner)).counts.open == view.counts.open - 1


async def test_the_record_itself_is_never_changed(owner):
    await flows.make_rewrite(owner.id, language="en")
    async with db.transaction() as session:
        await service.accept_all(session, user_id=owner.id)
        assert (await profiles.get_profile(session, user_id=owner.id)).person == ASHA


async def test_choices_survive_a_record_that_changes_around_them(owner):
    await flows.make_rewrite(owner.id, language="en")
    await decide(owner, WEEKLY, "accepted")
    async with db.transaction() as session:
        changed = ASHA | {"work": [{"name": "New Ltd", "position": "Lead", "highlights": ["Responsible for managing the shop"]},
                                   *ASHA["work"]]}  # fmt: skip
        await profiles.save_person(session, user_id=owner.id, person=changed)
    assert (await view_of(owner)).outdated
    view = await flows.current_rewrite(owner.id)
    assert not view.outdated and passage(view, WEEKLY).state == "accepted"
    assert passage(view, "Responsible for managing the shop").after == "Managed the shop"


async def test_an_accepted_wording_that_the_record_no_longer_bears_out_is_left_out(owner):
    await flows.make_rewrite(owner.id, language="en")
    await decide(owner, WEEKLY, "accepted")
    async with db.transaction() as session:
        row = await needed_row(session, owner.id)
        key = next(key for key, one in row.passages.items() if one["text"].startswith("Prepare weekly"))
        row.passages = {**row.passages, key: {**row.passages[key], "text": "Prepared reports at Google"}}
    assert (await points(owner))[0] == WEEKLY


async def test_own_words_need_a_record_behind_them(owner):
    await flows.make_rewrite(owner.id, language="en")
    with pytest.raises(NotInResumeError) as refused:
        await decide(owner, "Write SQL queries", "edited", text="Write SQL queries in Snowflake")
    assert refused.value.text_key == "resume_builder.not_in_resume"
    with pytest.raises(NotInResumeError) as refused:
        await decide(owner, "Write SQL queries", "edited", text="Write 60 SQL queries a week")
    assert refused.value.text_key == "resume_builder.new_numbers" and refused.value.values["words"] == "60"
    with pytest.raises(InvalidInputError):
        await decide(owner, "Write SQL queries", "edited", text="  ")
    await decide(owner, "Write SQL queries", "edited", text="Write 60 SQL queries\na week", numbers_are_true=True)
    assert (await points(owner))[1:3] == ["Write 60 SQL queries", "a week"]


async def test_nothing_offered_cannot_be_accepted(owner):
    await flows.make_rewrite(owner.id, language="en")
    with pytest.raises(ConflictError):
        await decide(owner, "Answered 40 calls a day", "accepted")


async def test_a_stranger_has_no_rewrite_and_cannot_decide(owner):
    await flows.make_rewrite(owner.id, language="en")
    stranger = await add_owner({"work": []}, email="otto@example.org")
    key = passage(await view_of(owner), WEEKLY).key
    for action in (
        lambda session: service.decide(session, user_id=stranger.id, key=key, decision=Decision(state="accepted")),
        lambda session: service.undo(session, user_id=stranger.id),
        lambda session: service.get_rewrite(session, user_id=stranger.id),
        lambda session: service.set_paper(session, user_id=stranger.id, paper="letter"),
        lambda session: service.learn_skill(session, user_id=stranger.id, slug="sql", language="en"),
    ):
        async with db.transaction() as session:
            with pytest.raises((NotFoundError, service.NothingToRewriteError)):
                await action(session)
    assert passage(await view_of(owner), WEEKLY).state == "open"


async def test_a_missing_skill_is_something_to_learn_and_never_text(owner):
    await matching_flows.analyse_gap(owner.id)
    await add_plan(owner)
    view = await flows.make_rewrite(owner.id, language="en")
    missing = {skill.slug for skill in view.missing}
    assert missing and view.role_title is not None
    wanted = next(skill for skill in view.missing if not skill.planned) if not all(
        skill.planned for skill in view.missing) else view.missing[0]  # fmt: skip
    async with db.transaction() as session:
        assert await service.learn_skill(session, user_id=owner.id, slug=wanted.slug, language="en")
        with pytest.raises(NotFoundError):
            await service.learn_skill(session, user_id=owner.id, slug="sql-is-there-already", language="en")
    assert next(skill for skill in (await view_of(owner)).missing if skill.slug == wanted.slug).planned
    async with db.reading() as session:
        from datetime import timedelta

        today = await _today(session, owner.id)
        tasks = await planner.list_tasks(session, user_id=owner.id, first=today, last=today + timedelta(days=400))
    assert any(task.skill == wanted.slug for task in tasks)


async def test_without_a_plan_learning_says_so(owner):
    await matching_flows.analyse_gap(owner.id)
    view = await flows.make_rewrite(owner.id, language="en")
    async with db.transaction() as session:
        assert not await service.learn_skill(session, user_id=owner.id, slug=view.missing[0].slug, language="en")
