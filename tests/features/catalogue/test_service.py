"""Finding skills and roles, and what their pages say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercoach.content import load
from careercoach.core.errors import NotFoundError
from careercoach.features.catalogue import service


def slugs(words: str, category: str = "") -> list[str]:
    return [row.slug for row in service.list_skills(words=words, category=category, most=3000).rows]


def test_without_words_everything_is_there() -> None:
    assert sorted(slugs("")) == sorted(load.skills())
    assert service.list_roles().total == len(load.roles())


def test_the_very_name_comes_first() -> None:
    for words, slug in (("r", "r"), ("C++", "cpp"), ("Python", "python"), ("contabilidad", "accounting")):
        assert slugs(words)[0] == slug, words


def test_another_name_finds_it_and_is_shown() -> None:
    row = next(row for row in service.list_skills(words="golang").rows if row.slug == "go")
    assert row.found_as.lower() == "golang"


def test_a_category_holds_only_its_own() -> None:
    for choice in service.categories():
        assert len(slugs("", choice.slug)) == choice.count
    assert sum(choice.count for choice in service.categories()) == len(load.skills())


def test_a_field_holds_only_its_own() -> None:
    for choice in service.fields():
        assert service.list_roles(field=choice.slug).total == choice.count > 0


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=100))
def test_any_words_are_answered(words: str) -> None:
    found = service.list_skills(words=words)
    assert len(found.rows) <= service.PAGE and len(found.rows) <= found.total
    assert service.list_roles(words=words).total <= len(load.roles())


def test_every_skill_and_role_has_a_page_whose_links_lead_somewhere() -> None:
    for slug in load.skills():
        page = service.get_skill(slug)
        ties = (*page.parents, *page.children, *page.implies, *page.related, *page.first, *page.opens)
        assert slug not in {tie.slug for tie in ties} and {tie.slug for tie in ties} <= set(load.skills())
        assert {tie.slug for tie in page.roles} <= set(load.roles())
    for slug in load.roles():
        role = service.get_role(slug)
        assert {need.slug for need in (*role.critical, *role.preferred)} <= set(load.skills())


def test_ties_are_told_from_both_ends() -> None:
    assert "django-rest-framework" in [tie.slug for tie in service.get_skill("django").opens]
    there, back = service.get_skill("django").related, service.get_skill("fastapi").related
    assert next(tie.percent for tie in there if tie.slug == "fastapi") == next(
        tie.percent for tie in back if tie.slug == "django"
    )


@pytest.mark.parametrize("slug", ["", "no-such-thing", "../../etc/passwd", "PYTHON"])
def test_what_does_not_exist_is_not_found(slug: str) -> None:
    with pytest.raises(NotFoundError):
        service.get_skill(slug)
    with pytest.raises(NotFoundError):
        service.get_role(slug)
