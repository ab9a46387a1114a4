"""The front door of matching: everything here is pure reading and arithmetic, the same for pages, jobs and shell."""

from careercoach.features.matching.rules.fields import broad_fields, guess_fields
from careercoach.features.matching.rules.gaps import role_gap
from careercoach.features.matching.rules.matches import match, rank
from careercoach.features.matching.rules.postings import read_posting
from careercoach.features.matching.rules.profiles import build_profile
from careercoach.features.matching.rules.reasons import skill_name
from careercoach.features.matching.rules.titles import find_role

__all__ = [
    "broad_fields",
    "build_profile",
    "find_role",
    "guess_fields",
    "match",
    "rank",
    "read_posting",
    "role_gap",
    "skill_name",
]
