"""The gap for a role: what is had, close and missing, the verdict, the shortest path."""

from datetime import date

import pytest

from careercoach.content import load
from careercoach.content.shapes import Role
from careercoach.features.matching.rules import gaps
from careercoach.features.matching.schemas import MatchProfile, ProfileEdits
from careercoach.features.matching.service import build_profile, role_gap
from tests.features.matching.test_profiles import TODAY, resume


@pytest.fixture
def profile() -> MatchProfile:
    return build_profile(resume(), today=TODAY)


def _claiming(profile: MatchProfile, slugs: list[str]) -> MatchProfile:
    edits = ProfileEdits(levels=dict.fromkeys([*profile.skills, *slugs], "strong"))
    return build_profile(resume(), today=TODAY, edits=edits)


class TestRoleGap:
    def test_every_role_in_every_language(self, profile: MatchProfile) -> None:
        for role in load.roles().values():
            for language in ("en", "hi", "es"):
                gap = role_gap(profile, role, language)
                assert 0 <= gap.readiness <= 100
                assert 0 < gap.confidence <= 1
                assert len(gap.reasons) == 2
                assert (gap.verdict == "FIT") is (not gap.path)
                assert all(skill.reason for skill in gap.skills)
                assert {skill.slug for skill in gap.skills} == {n.skill for n in (*role.critical, *role.preferred)}

    def test_critical_come_first_and_missing_before_had(self, profile: MatchProfile) -> None:
        gap = role_gap(profile, load.roles()["data-analyst"], "en")
        order = [(s.importance != "critical", ["missing", "close", "had"].index(s.status)) for s in gap.skills]
        assert order == sorted(order)

    def test_claims_rest_on_words_of_the_resume(self, profile: MatchProfile) -> None:
        gap = role_gap(profile, load.roles()["data-analyst"], "en")
        had = gap.standing("had")
        assert had
        for skill in had:
            assert skill.evidence
            for proof in skill.evidence:
                assert profile.text[proof.start : proof.end] == proof.quote

    def test_hours_only_for_what_is_not_had(self, profile: MatchProfile) -> None:
        gap = role_gap(profile, load.roles()["data-analyst"], "en")
        assert all((skill.hours == 0) is (skill.status == "had") for skill in gap.skills)

    def test_deterministic(self, profile: MatchProfile) -> None:
        role = load.roles()["backend-developer"]
        assert role_gap(profile, role, "en") == role_gap(build_profile(resume(), today=TODAY), role, "en")

    def test_knowing_everything_is_fit(self, profile: MatchProfile) -> None:
        for role in load.roles().values():
            everything = _claiming(profile, [need.skill for need in (*role.critical, *role.preferred)])
            everything.years = 20
            assert role_gap(everything, role, "en").verdict == "FIT"

    def test_a_missing_critical_skill_of_weight_forbids_fit(self, profile: MatchProfile) -> None:
        role = load.roles()["registered-nurse"]
        heavy = [need.skill for need in role.critical if need.weight >= gaps.BLOCKING_WEIGHT]
        kinds = load.skills()
        left_out = next(slug for slug in heavy if kinds[slug].kind != "soft")
        others = [need.skill for need in (*role.critical, *role.preferred) if need.skill != left_out]
        gap = role_gap(_claiming(profile, others), role, "en")
        standing = next(skill for skill in gap.skills if skill.slug == left_out)
        assert gap.verdict == "FIT" if standing.status != "missing" else gap.verdict == "NOT_YET"


class TestShortestPath:
    @pytest.mark.parametrize("slug", sorted(load.roles()))
    def test_closing_the_path_is_fit_and_leaving_out_any_of_it_is_not(self, profile: MatchProfile, slug: str) -> None:
        role = load.roles()[slug].model_copy(update={"min_years": 0})
        gap = role_gap(profile, role, "en")
        if gap.verdict == "FIT":
            return
        assert _after(gap, role, gap.path) == "FIT"
        for left_out in gap.path:
            assert _after(gap, role, [step for step in gap.path if step != left_out]) == "NOT_YET"

    def test_path_can_be_learnt_in_its_order(self, profile: MatchProfile) -> None:
        gap = role_gap(profile, load.roles()["data-scientist"], "en")
        for place, slug in enumerate(gap.path):
            later = set(gap.path[place + 1 :])
            assert not later & set(load.skills()[slug].prerequisites)


def _after(gap: object, role: Role, closed: list[str]) -> str:
    """The verdict once these skills stand as had, all others as they are."""
    from careercoach.features.matching.schemas import RoleGap

    assert isinstance(gap, RoleGap)
    standings = [
        skill.model_copy(update={"share": 1.0, "status": "had"}) if skill.slug in closed else skill
        for skill in gap.skills
    ]
    return gaps.verdict_of(standings, gap.years, role.min_years)[0]


class TestLeap:
    def test_years_count(self) -> None:
        role = load.roles()["data-analyst"].model_copy(update={"min_years": 4})
        young = build_profile(resume(work=[]), today=TODAY, edits=ProfileEdits(years=0))
        old = build_profile(resume(work=[]), today=TODAY, edits=ProfileEdits(years=8))
        assert role_gap(young, role, "en").readiness < role_gap(old, role, "en").readiness

    def test_today_decides_what_is_present(self) -> None:
        early = build_profile(resume(), today=date(2022, 1, 1))
        late = build_profile(resume(), today=date(2026, 1, 1))
        assert early.years is not None
        assert late.years is not None
        assert late.years - early.years == pytest.approx(4, abs=0.2)
