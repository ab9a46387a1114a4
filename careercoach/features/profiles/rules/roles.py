"""Which role somebody means: by the catalogue's own titles and synonyms, else by the finder given at start. And which
addresses of a record are kept."""

from collections.abc import Callable
from typing import Any, cast

from careercoach.content.load import roles
from careercoach.content.terms import fold
from careercoach.core.urls import safe_url
from careercoach.features.profiles.schemas import RoleOption

Finder = Callable[[str], list[tuple[str, float]]]
"""From a person's own words to (role, 0..1), the surest first."""
OPTIONS_MAX = 12
SURE_FROM = 0.3
NOT_IN_IT = 9
SYNONYM_STEP = 3
"""The very synonym comes before a title with more words in it, anything less after the titles."""
RECORD_DEPTH = 4
"""The deepest address of a JSON Resume: basics, profiles, a profile, its url."""
_finders: list[Finder] = []


def find_roles_with(finder: Finder) -> None:
    """Say how a role described in free words is found (the app does, at start)."""
    _finders[:] = [finder]


def role_option(slug: str, score: float = 1.0) -> RoleOption:
    """A role of the catalogue as a choice."""
    role = roles()[slug]
    return RoleOption(slug=slug, title=role.title, summary=role.summary, score=score)


def search_roles(words: str, language: str) -> list[RoleOption]:
    """Roles whose title or synonym holds the words, the nearest first; all by title without words.

    A whole word counts more than the beginning of one: who types "nurse" means no nursery.
    """
    wanted = fold(words).strip()
    ranked: list[tuple[int, str, str]] = []
    for slug, role in roles().items():
        title = fold(role.title.in_(language))
        titles = (title, *(fold(name) for name in (role.title.en, role.title.hi, role.title.es)))
        ranks = [2 * _rank(name, wanted) for name in titles]
        ranks += [2 * _rank(fold(name), wanted) + SYNONYM_STEP for name in role.synonyms]
        if (rank := min(ranks)) < 2 * NOT_IN_IT:
            ranked.append((rank if wanted else 0, title, slug))
    found = [slug for _, _, slug in sorted(ranked)][: OPTIONS_MAX if wanted else len(ranked)]
    if wanted and not found:
        found = [option.slug for option in guess_roles(words)]
    return [role_option(slug) for slug in found]


def _rank(name: str, wanted: str) -> int:
    """0 the very name, 1 it begins with these words, 2 has them, 3 begins so, 4 a word of it does, 5 it holds them."""
    if name == wanted or not wanted:
        return 0
    words, begins = f" {name} ", name.startswith(wanted)
    if f" {wanted} " in words:
        return 1 if begins else 2
    if begins:
        return 3
    return 4 if f" {wanted}" in words else 5 if len(wanted) > 2 and wanted in name else NOT_IN_IT


def guess_roles(words: str) -> list[RoleOption]:
    """Roles of the catalogue that own words may mean, the surest first."""
    if not _finders or not words.strip():
        return []
    return [role_option(slug, score) for slug, score in _finders[0](words) if score >= SURE_FROM]


def without_bad_urls(part: Any, depth: int = RECORD_DEPTH) -> Any:
    """A record whose addresses may all be linked to. One without "https://" (as people type them) stays as typed."""
    if depth == 0:
        return part
    if isinstance(part, list):
        return [without_bad_urls(one, depth - 1) for one in cast(list[Any], part)]
    if not isinstance(part, dict):
        return part
    kept: dict[str, Any] = {}
    for name, value in cast(dict[str, Any], part).items():
        is_bad = name == "url" and isinstance(value, str) and not may_be_linked(value)
        kept[name] = "" if is_bad else without_bad_urls(value, depth - 1)
    return kept


def may_be_linked(url: str) -> bool:
    """Whether an address, with "https://" or as people type it, is one that pages may link to."""
    return bool(safe_url(url) or ("//" not in url and safe_url(f"https://{url}")))
