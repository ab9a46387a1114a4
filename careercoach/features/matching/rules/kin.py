"""How near two jobs are: by their titles, by the skills their roles share, by their place on the ladder."""

from functools import cache

from careercoach.content import load
from careercoach.features.matching.rules.titles import likeness, seniority, title_words
from careercoach.features.matching.schemas import MatchProfile, Posting, RoleGuess

TITLES_SEEN = 4
OLDER_COUNTS = 0.12
"""How much less each older title counts."""
SAME_FIELD = 0.35
"""Two roles of one field are at least so near."""


@cache
def _needs(role: str) -> dict[str, float]:
    found = load.roles().get(role)
    if found is None:
        return {}
    needs = {need.skill: 0.5 * need.weight for need in found.preferred}
    needs.update({need.skill: float(need.weight) for need in found.critical})
    skills = load.skills()
    return {slug: weight for slug, weight in needs.items() if slug in skills and skills[slug].kind != "soft"}


@cache
def role_kinship(one: str, other: str) -> float:
    """0..1: 1 for the same role, else the share of weighted needs that both have, more when one field holds both."""
    if one == other:
        return 1.0
    left, right = _needs(one), _needs(other)
    if not left or not right:
        return 0.0
    shared = sum(min(left[slug], right[slug]) for slug in left.keys() & right.keys())
    overlap = shared / min(sum(left.values()), sum(right.values()))
    roles = load.roles()
    same_field = SAME_FIELD if roles[one].field == roles[other].field else 0.0
    return min(0.9, same_field + (1 - same_field) * overlap)


def title_match(profile: MatchProfile, posting: Posting) -> float | None:
    """0..1: how near the person's titles are to the posting's; None when either has none."""
    if not posting.title or not profile.titles:
        return None
    wanted = title_words(posting.title)
    best = 0.0
    for place, title in enumerate(profile.titles[:TITLES_SEEN]):
        best = max(best, likeness(title_words(title), wanted) * (1 - OLDER_COUNTS * place))
    return max(best, _by_roles(profile.roles, posting.roles))


def _by_roles(had: list[RoleGuess], wanted: list[RoleGuess]) -> float:
    best = 0.0
    for one in had:
        for other in wanted[:2]:
            if one.score >= 0.6 and other.score >= 0.6:
                best = max(best, one.score * other.score * role_kinship(one.slug, other.slug))
    return best


def rank_of(profile: MatchProfile) -> float | None:
    """Where the person stands on the ladder (0 intern .. 5 director), from newest title and years."""
    said = next((rank for title in profile.titles[:2] if (rank := seniority(title)) is not None), None)
    by_years = None if profile.years is None else 1.0 if profile.years < 2 else 2.0 if profile.years < 5 else 3.0
    if said is None:
        return by_years
    return float(said) if by_years is None else (said + by_years) / 2 if said < 4 else float(said)


def rank_wanted(posting: Posting) -> float | None:
    """Where the posting stands on the same ladder."""
    if posting.seniority is not None:
        return float(posting.seniority)
    years = posting.years_least
    if years is None:
        return None
    return 1.0 if years < 2 else 2.0 if years < 5 else 3.0
