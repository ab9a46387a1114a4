"""What matching says to the outside: a profile, a posting as read, the gap for a role, the match with a posting.

Every place (`start`, `end`) counts characters in `MatchProfile.text` for the resume and in `Posting.text` for the
posting, and `text[start:end] == quote` always holds. Scores are 0-100, shares and confidences 0-1.
"""

from careercoach.features.matching.schemas.audits import AuditLine, AuditReport
from careercoach.features.matching.schemas.common import (
    EDUCATION,
    Education,
    Evidence,
    Importance,
    Place,
    Quote,
    RoleVerdict,
    SkillKind,
    Status,
    Strength,
    Verdict,
    Where,
)
from careercoach.features.matching.schemas.matches import (
    METRICS,
    MatchReport,
    Metric,
    PathStep,
    RequirementStanding,
    Score,
)
from careercoach.features.matching.schemas.postings import Pay, Posting, Requirement
from careercoach.features.matching.schemas.profiles import (
    FieldGuess,
    MatchProfile,
    ProfileEdits,
    ProfileSkill,
    RoleGuess,
    WorkSpell,
)
from careercoach.features.matching.schemas.roles import RoleGap, SkillStanding
from careercoach.features.matching.schemas.views import GapSkill, GapView, Proof, Sentence

__all__ = [
    "EDUCATION",
    "METRICS",
    "AuditLine",
    "AuditReport",
    "Education",
    "Evidence",
    "FieldGuess",
    "GapSkill",
    "GapView",
    "Importance",
    "MatchProfile",
    "MatchReport",
    "Metric",
    "PathStep",
    "Pay",
    "Place",
    "Posting",
    "ProfileEdits",
    "ProfileSkill",
    "Proof",
    "Quote",
    "Requirement",
    "RequirementStanding",
    "RoleGap",
    "RoleGuess",
    "RoleVerdict",
    "Score",
    "Sentence",
    "SkillKind",
    "SkillStanding",
    "Status",
    "Strength",
    "Verdict",
    "Where",
    "WorkSpell",
]
