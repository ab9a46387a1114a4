"""The plan itself, against any wish: budgets, days off, order, words, sameness."""

from collections import Counter, defaultdict
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from careercoach.content import load
from careercoach.content.graph import graph
from careercoach.content.shapes import LEVELS
from careercoach.core.texts import LANGUAGES
from careercoach.features.planner.rules.rolling import Slot, roll
from careercoach.features.planner.rules.weeks import WEEKS_MOST, plan_weeks
from careercoach.features.planner.rules.words import note_of, task_how, task_title, task_why
from careercoach.features.planner.schemas import Gap, PlanDraft, PlanWish

START = date(2026, 11, 21)


@st.composite
def gaps_of_a_role(draw: st.DrawFn) -> tuple[str, tuple[Gap, ...]]:
    slug = draw(st.sampled_from(sorted(load.roles())))
    role = load.roles()[slug]
    found: list[Gap] = []
    for importance, needs in (("critical", role.critical), ("preferred", role.preferred)):
        for need in needs:
            if not draw(st.booleans()):
                continue
            lower = LEVELS[: LEVELS.index(need.level)]
            have = draw(st.sampled_from([None, *lower]))
            share = 0.0 if have else draw(st.sampled_from([0.0, 0.4, 0.7]))
            found.append(
                Gap(
                    skill=need.skill,
                    importance="critical" if importance == "critical" else "preferred",
                    want=need.level,
                    have=have,
                    share=share,
                    through="communication" if share else "",
                    weight=need.weight,
                )
            )
    return slug, tuple(found)


@st.composite
def wishes(draw: st.DrawFn) -> PlanWish:
    role, gaps = draw(gaps_of_a_role())
    return PlanWish(
        role=role,
        gaps=gaps,
        weekly_minutes=draw(st.integers(30, 3600)),
        days_off=tuple(draw(st.sets(st.integers(0, 6), max_size=6))),
        format=draw(st.sampled_from(["any", "video", "article", "interactive"])),
        learning_type=draw(st.sampled_from(["project", "theory", "mixed"])),
        language=draw(st.sampled_from(LANGUAGES)),
        start=draw(st.dates(date(2026, 1, 1), date(2028, 12, 31))),
    )


def wish(**changes: object) -> PlanWish:
    role = load.roles()["data-analyst"]
    gaps = tuple(
        Gap(skill=need.skill, importance="critical", want=need.level, weight=need.weight) for need in role.critical
    )
    fields = {"role": "data-analyst", "gaps": gaps, "weekly_minutes": 300, "start": START}
    return PlanWish.model_validate(fields | changes)


def minutes_by_day(plan: PlanDraft) -> Counter[date]:
    total: Counter[date] = Counter()
    for task in plan.tasks:
        total[task.due] += task.minutes
    return total


@settings(max_examples=150, deadline=None)
@given(wishes())
def test_time_is_never_overdrawn(given_wish: PlanWish) -> None:
    plan = plan_weeks(given_wish)
    by_day = minutes_by_day(plan)
    for day, minutes in by_day.items():
        assert minutes <= plan.day_minutes[day.weekday()]
        assert day.weekday() not in given_wish.days_off
        # Any seven days in a row, not only those that begin on a Monday.
        assert sum(by_day[day + timedelta(days=ahead)] for ahead in range(7)) <= given_wish.weekly_minutes
        assert given_wish.start <= day < given_wish.start + timedelta(days=7 * WEEKS_MOST)
    assert all(20 <= task.minutes <= 60 for task in plan.tasks)


@settings(max_examples=100, deadline=None)
@given(wishes())
def test_a_new_plan_has_nothing_to_move(given_wish: PlanWish) -> None:
    """So saving one need not look, as long as the person has no other tasks."""
    plan = plan_weeks(given_wish)
    slots = [Slot(str(number), task.due, task.minutes) for number, task in enumerate(plan.tasks)]
    assert roll(slots, first=plan.starts_on, day_minutes=plan.day_minutes, taken={}) == {}


@settings(max_examples=60, deadline=None)
@given(wishes())
def test_same_wish_same_plan(given_wish: PlanWish) -> None:
    again = PlanWish.model_validate_json(given_wish.model_dump_json())
    assert plan_weeks(given_wish) == plan_weeks(again)


@settings(max_examples=100, deadline=None)
@given(wishes())
def test_what_a_skill_builds_on_comes_first(given_wish: PlanWish) -> None:
    plan = plan_weeks(given_wish)
    basics: dict[str, int] = {}
    starts: dict[str, int] = {}
    for place, task in enumerate(plan.tasks):
        if task.kind in ("learn", "practise", "project") and task.skill:
            starts.setdefault(task.skill, place)
            if task.level == "basic":
                basics[task.skill] = place
    for skill, first in starts.items():
        for before in graph().first_learn(skill):
            assert basics.get(before, -1) < first, (before, skill)


@settings(max_examples=40, deadline=None)
@given(wishes())
def test_every_task_says_why_and_how(given_wish: PlanWish) -> None:
    plan = plan_weeks(given_wish)
    places: dict[date, list[int]] = defaultdict(list)
    for task in plan.tasks:
        places[task.due].append(task.position)
        for language in LANGUAGES:
            for sentence in (task_title(task, language), task_why(task, language), task_how(task, language)):
                assert sentence and "{" not in sentence
        assert all(slug in load.resources() for slug in task.resources)
        assert task.resources or task.form != "learn"
    assert all(positions == list(range(len(positions))) for positions in places.values())


@settings(max_examples=60, deadline=None)
@given(wishes())
def test_nothing_is_hidden(given_wish: PlanWish) -> None:
    """Every gap is closed by the plan or named in what is left."""
    plan = plan_weeks(given_wish)
    worked = {task.skill for task in plan.tasks}
    left = {leftover.skill for leftover in plan.left}
    assert {gap.skill for gap in given_wish.gaps} <= worked | left
    assert all(leftover.minutes > 0 for leftover in plan.left)
    critical_left = any(leftover.importance == "critical" for leftover in plan.left)
    has_critical = any(gap.importance == "critical" for gap in given_wish.gaps)
    if not critical_left and has_critical:
        assert plan.critical_done_on is not None
        assert plan.critical_done_on <= plan.ends_on


class TestShape:
    def test_begins_on_the_first_day(self):
        assert plan_weeks(wish()).tasks[0].due == START

    def test_begins_after_a_day_off(self):
        assert plan_weeks(wish(days_off=(5, 6))).tasks[0].due == START + timedelta(days=2)

    def test_each_week_ends_with_an_interview(self):
        plan = plan_weeks(wish(days_off=(6,)))
        for week in range(4):
            days = [START + timedelta(days=7 * week + day) for day in range(7)]
            tasks = [task for task in plan.tasks if task.due in days]
            assert tasks[-1].kind == "interview"

    def test_what_was_learnt_comes_back(self):
        plan = plan_weeks(wish())
        reviews = [task for task in plan.tasks if task.kind == "review"]
        first = reviews[0]
        learnt = date.fromisoformat(str(first.values["learnt"]))
        assert timedelta(days=3) <= first.due - learnt <= timedelta(days=6)
        assert sum(task.skill == first.skill for task in reviews) >= 2

    def test_a_critical_skill_gets_a_project(self):
        plan = plan_weeks(wish())
        forms = [task.form for task in plan.tasks if task.kind == "project" and task.skill == "excel"]
        assert forms in (["project_small"], ["project_sketch", "project_show"])

    def test_theory_has_no_project(self):
        assert all(task.kind != "project" for task in plan_weeks(wish(learning_type="theory")).tasks)

    def test_project_learners_build_more(self):
        def building(plan: PlanDraft) -> int:
            return sum(task.minutes for task in plan.tasks if task.kind == "project")

        assert building(plan_weeks(wish(learning_type="project"))) > building(plan_weeks(wish()))

    def test_a_soft_skill_is_shown_rather_than_learnt(self):
        gap = Gap(skill="communication", importance="critical", want="working")
        plan = plan_weeks(wish(gaps=(gap,)))
        assert [task.form for task in plan.tasks if task.skill == "communication"][:2] == ["story", "tell"]

    def test_little_time_is_put_on_few_days(self):
        plan = plan_weeks(wish(weekly_minutes=60))
        assert sorted(plan.day_minutes) == [0, 0, 0, 0, 0, 30, 30]

    def test_the_least_time_there_is(self):
        plan = plan_weeks(wish(weekly_minutes=30))
        assert len({task.due for task in plan.tasks}) == WEEKS_MOST

    def test_nothing_missing_keeps_sharp(self):
        plan = plan_weeks(wish(gaps=()))
        assert plan.left == ()
        assert {task.reason for task in plan.tasks} <= {"sharp", "interview_role"}
        assert {"interview", "project", "practise"} == {task.kind for task in plan.tasks}
        assert plan.ends_on < START + timedelta(days=28)

    def test_a_short_plan_goes_on_sharp(self):
        gap = Gap(skill="excel", importance="critical", want="basic")
        plan = plan_weeks(wish(gaps=(gap,), weekly_minutes=600))
        assert plan.tasks[0].skill == "excel"
        assert plan.tasks[-1].reason in ("sharp", "interview_role")
        assert plan.critical_done_on is not None and plan.critical_done_on < plan.ends_on

    def test_what_was_done_before_is_not_planned_again(self):
        gap = Gap(skill="excel", importance="critical", want="basic")
        hours = graph().hours("excel", have=None, want="basic")
        plan = plan_weeks(wish(gaps=(gap,), done_minutes={"excel": 60 * hours}))
        assert all(task.skill != "excel" for task in plan.tasks)

    def test_used_up_material_is_not_offered_again(self):
        gap = Gap(skill="excel", importance="critical", want="basic")
        first = next(task for task in plan_weeks(wish(gaps=(gap,))).tasks if task.kind == "learn")
        used = {f"excel/{first.values['resource']}": 100_000}
        again = next(task for task in plan_weeks(wish(gaps=(gap,), used_minutes=used)).tasks if task.kind == "learn")
        assert again.values["resource"] != first.values["resource"]

    def test_a_skill_of_nowhere_is_left_out(self):
        gap = Gap(skill="no-such-skill", importance="critical", want="basic")
        assert all(task.skill != "no-such-skill" for task in plan_weeks(wish(gaps=(gap,))).tasks)

    def test_foundations_are_laid(self):
        """Somebody who has nothing learns Python before pandas, though the role may not name it."""
        gap = Gap(skill="pandas", importance="critical", want="basic")
        plan = plan_weeks(wish(gaps=(gap,)))
        assert plan.tasks[0].skill == "python"
        assert plan.tasks[0].reason == "foundation"
        assert task_why(plan.tasks[0], "en") == "pandas builds on Python, so it comes first"
        with_python = plan_weeks(wish(gaps=(gap,), had=("python",)))
        assert with_python.tasks[0].skill == "pandas"


def nearly_there(**changes: object) -> PlanWish:
    """Missing one skill to FIT, and hundreds of hours from mastery of another."""
    gaps = (
        Gap(skill="programming", importance="critical", want="strong", have="working", weight=5),
        Gap(skill="rest-apis", importance="critical", want="working", weight=4),
    )
    fields = {"role": "backend-developer", "gaps": gaps, "path": ("rest-apis",), "had": ("http",)}
    return wish(**(fields | changes))


def test_the_way_to_fit_comes_before_everything_else() -> None:
    plan = plan_weeks(nearly_there())
    order = [task.skill for task in plan.tasks if task.kind in ("learn", "practise", "project")]
    last = max(place for place, skill in enumerate(order) if skill == "rest-apis")
    assert "programming" not in order[:last] and "programming" in order[last:]
    assert "rest-apis" not in {left.skill for left in plan.left}


def test_mastery_that_decides_nothing_does_not_put_the_role_years_away() -> None:
    note = note_of(plan_weeks(nearly_there()), "en")
    assert "leads to FIT" in note and "Programming" in note
    assert "leads to FIT" in note_of(plan_weeks(nearly_there(path=(), is_fit=True)), "en")
    assert "years away" in note_of(plan_weeks(nearly_there(path=())), "en")
