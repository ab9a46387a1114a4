"""Whose material is chosen."""

from careercoach.content import load
from careercoach.features.planner.rules.resources import choose_resources


def chosen(skill: str, **wishes: str):
    wishes = {"language": "en", "format": "any", "learning_type": "mixed"} | wishes
    return choose_resources(skill, "basic", **wishes)


def test_own_language_first():
    assert chosen("excel", language="es")[0].language == "es"
    assert chosen("excel", language="hi")[0].language == "hi"


def test_no_language_the_person_does_not_read():
    for skill in load.skills():
        languages = {resource.language for resource in chosen(skill, language="hi")}
        assert "es" not in languages or "en" not in languages


def test_preferred_format_first():
    assert chosen("sql", format="video")[0].format in ("video", "course")
    assert chosen("sql", format="interactive")[0].format in ("interactive", "practice", "course")
    assert chosen("sql", format="article")[0].format in ("article", "documentation", "book")


def test_a_format_nobody_offers_still_finds_material():
    assert chosen("data-storytelling", format="video")


def test_practice_is_for_practising():
    best = choose_resources("sql", "basic", language="en", format="any", learning_type="mixed", use="practise")[0]
    assert best.format in ("practice", "interactive") or best.style == "project"


def test_a_skill_without_material_borrows_from_its_parent():
    bare = next(
        slug
        for slug, skill in ((slug, load.skills()[slug]) for slug in load.skills())
        if skill.broader and not any(slug in load.resources()[one].skills for one in load.resources()) and chosen(slug)
    )
    assert all(bare not in resource.skills for resource in chosen(bare))
