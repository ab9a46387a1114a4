"""Which role somebody wants, said as a title or in their own words ("I want to build dashboards from sales data")."""

from careercoach.content import load
from careercoach.content.graph import graph
from careercoach.content.scan import find_skills
from careercoach.features.matching.rules import titles
from careercoach.features.matching.schemas import RoleGuess

TITLE_LONGEST = 5
"""Words; more than these are a description rather than a title."""
SURE_TITLE = 0.75
CREDIT_LEAST = 0.3
BY_SKILLS_MOST = 0.9
"""A description never counts as much as the very title."""


def find_role(text: str, language: str, *, limit: int = 5) -> list[RoleGuess]:
    """Roles that a free text means, best first: by its titles, and for a longer text by the skills it names too."""
    found = {guess.slug: guess for guess in titles.find_role(text, language, limit=limit)}
    if len(text.split()) > TITLE_LONGEST and not any(guess.score >= SURE_TITLE for guess in found.values()):
        for guess in (*_by_named_titles(text, language), *_by_skills(text, language)):
            if guess.slug not in found or guess.score > found[guess.slug].score:
                found[guess.slug] = guess
    return sorted(found.values(), key=lambda guess: (-guess.score, guess.slug))[:limit]


def _by_named_titles(text: str, language: str) -> list[RoleGuess]:
    """Titles that stand inside the text: "I would like to be a nurse in a children's ward"."""
    return [guess for title in titles.find_titles(text)[:3] for guess in titles.find_role(title, language, limit=2)]


def _by_skills(text: str, language: str) -> list[RoleGuess]:
    """Roles by the share of the named skills they need, heavier needs counting more."""
    named = {found.slug for found in find_skills(text)}
    skills = load.skills()
    named = {slug for slug in named if skills[slug].kind != "soft"}
    if not named:
        return []
    guesses: list[RoleGuess] = []
    for slug, role in load.roles().items():
        needs = {need.skill: 0.5 + need.weight / 10 for need in role.preferred}
        needs |= {need.skill: 0.6 + need.weight / 8 for need in role.critical}
        met = sum(min(1.0, _best(skill, needs)) for skill in named)
        score = round(BY_SKILLS_MOST * met / (len(named) + 0.5), 3)
        if score >= 0.3:
            guesses.append(RoleGuess(slug=slug, title=role.title.in_(language), field=role.field, score=score))
    return guesses


def _best(skill: str, needs: dict[str, float]) -> float:
    """How much of some need of the role a named skill covers."""
    reach = graph().reach(skill)
    shares = [weight * reach[need].share for need, weight in needs.items() if need in reach]
    return max((share for share in shares if share >= CREDIT_LEAST), default=0.0)
