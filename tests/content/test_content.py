"""The reviewed data as it stands: nothing dangling, and enough of everything."""

from collections import Counter

from careercoach.content import load
from careercoach.content.lint import problems


class TestContent:
    def test_nothing_is_wrong(self) -> None:
        assert problems() == []

    def test_enough_skills(self) -> None:
        assert len(load.skills()) >= 400

    def test_enough_roles_in_enough_fields(self) -> None:
        roles = load.roles().values()
        assert len(load.roles()) >= 30
        assert len({role.field for role in roles}) >= 10

    def test_two_resources_for_each_of_the_most_wanted_skills(self) -> None:
        needed = Counter(
            {
                slug: sum(
                    need.weight
                    for role in load.roles().values()
                    for need in (*role.critical, *role.preferred)
                    if need.skill == slug
                )
                for slug in load.skills()
            }
        )
        served = Counter(slug for resource in load.resources().values() for slug in resource.skills)
        assert [slug for slug, _ in needed.most_common(150) if served[slug] < 2] == []

    def test_questions_for_fifteen_roles_and_for_everyone(self) -> None:
        questions = load.questions().values()
        by_role = Counter(role for question in questions for role in question.roles)
        assert len([role for role, count in by_role.items() if count >= 12]) >= 15
        assert sum(question.kind == "behavioural" and not question.roles for question in questions) >= 40
