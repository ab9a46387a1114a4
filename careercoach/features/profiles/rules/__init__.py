"""The thinking of the profiles room: which role is meant, and what a record says, changes and holds beside another."""

from careercoach.features.profiles.rules.roles import (
    OPTIONS_MAX,
    Finder,
    find_roles_with,
    guess_roles,
    role_option,
    search_roles,
    without_bad_urls,
)

__all__ = [
    "OPTIONS_MAX",
    "Finder",
    "find_roles_with",
    "guess_roles",
    "role_option",
    "search_roles",
    "without_bad_urls",
]
