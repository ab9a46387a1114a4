"""Which role somebody means: by the catalogue's own titles and synonyms, else by the finder given at start."""

from collections.abc import Callable

from careercoach.content.load import roles
from careercoach.content.terms import fold
from careercoach.features.profiles.schemas import RoleOption

Finder = Callable[[str], list[tuple[str, float]]]
"""From a person's own words to (role, 0..1), the surest first."""
OPTIONS_MAX = 12
SURE_FROM = 0.3
_finders: list[Finder] = []


def find_roles_with(finder: Finder) -> None:
    """Say how a role described in free words is found (the app does, at start)."""
    _finders[:] = [finder]


def role_option(slug: str, score: float = 1.0) -> RoleOption:
    """A role of the catalogue as a choice."""
    role = roles()[slug]
    return RoleOption(slug=slug, title=role.title, summary=role.summary, score=score)


def search_roles(words: str, language: str) -> list[RoleOption]:
    """Roles whose title or synonym holds the words, titles that begin with them first; all by title without words."""
    wanted = fold(words).strip()
    ranked: list[tuple[int, str, str]] = []
    for slug, role in roles().items():
        title = fold(role.title.in_(language))
        names = [title, *(fold(name) for name in (role.title.en, role.title.hi, role.title.es, *role.synonyms))]
        rank = min((_rank(name, wanted) for name in names), default=9) if wanted else 0
        if rank < 9:
            ranked.append((rank if not title.startswith(wanted) else -1, title, slug))
    found = [slug for _, _, slug in sorted(ranked)][: OPTIONS_MAX if wanted else len(ranked)]
    if wanted and len(found) < 3:
        found += [option.slug for option in guess_roles(words) if option.slug not in found]
    return [role_option(slug) for slug in found]


def _rank(name: str, wanted: str) -> int:
    if name.startswith(wanted):
        return 0
    return 1 if f" {wanted}" in name else 2 if wanted in name and len(wanted) > 2 else 9


def guess_roles(words: str) -> list[RoleOption]:
    """Roles of the catalogue that own words may mean, the surest first."""
    if not _finders or not words.strip():
        return []
    return [role_option(slug, score) for slug, score in _finders[0](words) if score >= SURE_FROM]
