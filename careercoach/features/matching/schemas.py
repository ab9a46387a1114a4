"""What matching says to the outside: a profile, a posting as read, the gap for a role, the match with a posting.

Every place (`start`, `end`) counts characters in `MatchProfile.text` for the resume and in `Posting.text` for the
posting, and `text[start:end] == quote` always holds. Scores are 0-100, shares and confidences 0-1.
"""

from datetime import date, datetime
from typing import Literal, get_args

from pydantic import BaseModel, Field

from careercoach.content.shapes import AuditTopic, Level

Where = Literal["work", "project", "education", "certificate", "skills", "summary", "other", "claimed"]
"""The part of the resume a claim rests on; `claimed` is what the person added by hand."""
Verdict = Literal["FIT", "UNFIT"]
RoleVerdict = Literal["FIT", "NOT_YET"]
Importance = Literal["critical", "preferred"]
Strength = Literal["must", "duty", "nice"]
"""`must`: asked for; `duty`: named in the tasks of the job; `nice`: an advantage."""
Education = Literal["none", "secondary", "vocational", "bachelor", "master", "doctorate"]
EDUCATION: tuple[Education, ...] = ("none", "secondary", "vocational", "bachelor", "master", "doctorate")
Status = Literal["had", "close", "missing"]
SkillKind = Literal["technical", "tool", "domain", "soft", "language", "certificate"]
Place = Literal["onsite", "hybrid", "remote"]


class Quote(BaseModel):
    """Words of a text and where they stand in it."""

    quote: str
    start: int
    end: int


class Evidence(Quote):
    """The line of the resume that shows a skill."""

    where: Where = "other"
    place: str = ""
    """Employer, project, school or issuer; empty when the line belongs to none."""
    last_used: int | None = None
    """Year; None when no date is known."""


class ProfileSkill(BaseModel):
    """One skill of the person."""

    slug: str
    name: str
    level: Level
    years: float = 0.0
    """Years of the posts that show it; overlapping posts count once."""
    mentions: int = 1
    evidence: list[Evidence] = []
    is_claimed: bool = False
    """Said by the person, not found in the resume."""
    is_level_said: bool = False
    """The level is the person's own word, and not what the resume shows."""
    last_used: int | None = None
    """Year, as the person says."""


class WorkSpell(BaseModel):
    """One post."""

    title: str
    employer: str
    start: date | None = None
    end: date | None = None
    """None with a start: to this day."""
    months: int = 0


class FieldGuess(BaseModel):
    """A field of work the text belongs to; the shares of all guesses add up to 1."""

    slug: str
    name: str
    share: float


class RoleGuess(BaseModel):
    """A role of the catalogue that a title or a text means."""

    slug: str
    title: str
    field: str
    score: float
    """0..1; 1 is the very title."""


class MatchProfile(BaseModel):
    """What of a resume counts for matching. No name, age, gender, photo, nationality or school name is in it,
    save inside `text`, which is only quoted from."""

    text: str
    titles: list[str] = []
    """Newest first; the headline of the resume comes before them."""
    skills: dict[str, ProfileSkill] = {}
    years: float | None = None
    """Years of paid work, overlaps counted once; None when no date or number says so."""
    work: list[WorkSpell] = []
    education: Education | None = None
    education_areas: list[str] = []
    certificates: list[str] = []
    languages: dict[str, str] = {}
    """Language name in English -> fluency as written."""
    location: str = ""
    fields: list[FieldGuess] = []
    roles: list[RoleGuess] = []
    wished_places: list[Place] = []
    """Onsite, hybrid, remote, as far as the person said so."""
    wished_pay_year: int | None = None
    words: dict[str, float] = Field(default={}, exclude=True, repr=False)
    """Weighted stems of the text, for likeness; never shown."""


class ProfileEdits(BaseModel):
    """What the person confirmed or added by hand; it wins over what was read."""

    levels: dict[str, Level] = {}
    """Skill slug -> level. A skill that the resume does not show is added as claimed."""
    removed: list[str] = []
    last_used: dict[str, int] = {}
    """Skill slug -> year."""
    years: float | None = None
    location: str | None = None
    wished_places: list[Place] = []
    wished_pay_year: int | None = None


class SkillStanding(BaseModel):
    """One skill a role asks for and where the person stands."""

    slug: str
    name: str
    importance: Importance
    status: Status
    wanted_level: Level
    level: Level | None = None
    share: float
    """How much of the need is covered, 0..1."""
    through: str | None = None
    """Slug of the skill that earns the credit."""
    reason: str
    """Why it stands so, one sentence in the language asked for."""
    evidence: list[Evidence] = []
    hours: int = 0
    """Hours of practice to the wanted level; 0 when had."""
    weight: int = 3


class RoleGap(BaseModel):
    """A resume against a role of the catalogue."""

    role: str
    title: str
    field: str
    verdict: RoleVerdict
    readiness: int
    """0-100."""
    confidence: float
    """0-1: how sure the verdict is, from its distance to the rule's limits and from how much the resume shows."""
    skills: list[SkillStanding]
    """Critical before preferred; inside each, missing, then close, then had; heavier first."""
    hours_to_fit: int
    """Hours of the shortest path; 0 when FIT."""
    hours_all: int
    """Hours to close every gap."""
    path: list[str]
    """Skill slugs of the shortest path to FIT, in an order in which they can be learnt."""
    years: float | None
    years_wanted: int
    reasons: list[str]
    """The two main reasons for the verdict."""
    rule: str
    """The rule of the verdict, in words."""

    def standing(self, status: Status) -> list[SkillStanding]:
        """The skills had, close or missing."""
        return [skill for skill in self.skills if skill.status == status]


class Requirement(Quote):
    """One skill a posting names; the quote is the skill as written there."""

    slug: str | None
    """None for a thing that the skills graph does not know."""
    name: str
    kind: SkillKind = "technical"
    strength: Strength
    years: float | None = None
    group: int
    """Requirements of one group are alternatives: one of them is enough."""
    sentence: str
    """The sentence or bullet it stands in."""


class Pay(BaseModel):
    """Pay as written, brought to a year."""

    least_year: int
    most_year: int
    currency: str


class Posting(BaseModel):
    """A posting as read."""

    text: str
    title: str = ""
    title_at: Quote | None = None
    seniority: int | None = None
    """0 intern, 1 junior, 2 middle, 3 senior, 4 lead or manager, 5 director and above."""
    requirements: list[Requirement] = []
    years_least: float | None = None
    years_most: float | None = None
    years_at: Quote | None = None
    education: Education | None = None
    education_is_must: bool = False
    education_at: Quote | None = None
    certificates: list[Quote] = []
    languages: list[Requirement] = []
    place: Place | None = None
    location: str = ""
    pay: Pay | None = None
    contract: str = ""
    """full-time, part-time, temporary, freelance, internship or empty."""
    fields: list[FieldGuess] = []
    roles: list[RoleGuess] = []
    words: dict[str, float] = Field(default={}, exclude=True, repr=False)
    """Weighted stems, for likeness; never shown."""


Metric = Literal[
    "skills_match",
    "experience_match",
    "education_match",
    "culture_fit",
    "location_match",
    "salary_match",
    "technical_skills",
    "soft_skills",
    "domain_knowledge",
    "readiness_percentage",
    "confidence_level",
]
METRICS: tuple[Metric, ...] = get_args(Metric)


class Score(BaseModel):
    """One of the eleven metrics; `value` None = not enough information, and `question` asks for what is missing."""

    metric: Metric
    value: float | None
    reason: str
    question: str = ""


class RequirementStanding(BaseModel):
    """A requirement of the posting and where the person stands."""

    requirement: Requirement
    status: Status
    share: float
    through: str | None = None
    reason: str
    evidence: list[Evidence] = []
    hours: int = 0


class PathStep(BaseModel):
    """One gap whose closing is part of the shortest path to FIT."""

    kind: Literal["skill", "years", "education", "language", "certificate"]
    name: str
    slug: str | None = None
    hours: int | None = None
    """None when hours cannot close it (years of work, a degree)."""


class MatchReport(BaseModel):
    """A resume against a posting."""

    verdict: Verdict
    confidence: float
    overall: float
    threshold: float
    rule: str
    """The rule of the verdict, in words."""
    title: str
    scores: list[Score]
    standings: list[RequirementStanding]
    blockers: list[str]
    """Why UNFIT whatever the score says, one sentence each."""
    blocking: list[str] = []
    """The skills (slugs) among them."""
    reasons: list[str]
    strengths: list[str]
    suggestions: list[str]
    path: list[PathStep]
    """Shortest path to FIT; empty when FIT, or when nothing within reach flips it."""
    years: float | None = None
    years_wanted: float | None = None


# The gap report as it is kept and shown: every sentence in all languages, so that switching needs no round trip


class Sentence(BaseModel):
    """The same words in the three languages."""

    en: str = ""
    hi: str = ""
    es: str = ""

    def in_(self, language: str) -> str:
        """The words in `language`, English when we do not speak it."""
        return getattr(self, language, self.en)


class Proof(BaseModel):
    """Words of the record that show a skill, the skill itself marked."""

    before: str
    mark: str
    after: str
    where: Where
    place: str = ""
    year: int | None = None


class GapSkill(BaseModel):
    """One skill of the role, where the person stands, and what it rests on."""

    slug: str
    name: Sentence
    importance: Importance
    status: Status
    wanted_level: Level
    level: Level | None = None
    share: float
    through: str = ""
    """Slug of another skill that earns the credit."""
    through_name: Sentence = Sentence()
    reason: Sentence
    proofs: list[Proof] = []
    hours: int = 0
    weight: int = 3
    on_path: bool = False
    """Part of the shortest path to FIT."""


class GapView(BaseModel):
    """The confirmed record against the wanted role."""

    id: str = ""
    role: str
    title: Sentence
    summary: Sentence
    verdict: RoleVerdict
    readiness: int
    threshold: int
    confidence: int
    """Percent."""
    reasons: list[Sentence]
    rule: Sentence
    skills: list[GapSkill]
    """Critical before preferred; inside each, missing, then close, then had; heavier first."""
    path: list[str]
    hours_to_fit: int
    hours_all: int
    years: float | None
    years_wanted: int
    profile_version: int
    made_at: datetime | None = None

    def with_status(self, *wanted: Status) -> list[GapSkill]:
        """The skills had, close or missing, in the order of the report."""
        return [skill for skill in self.skills if skill.status in wanted]


class AuditLine(BaseModel):
    """One thing about people that may not matter, and what swapping it did."""

    about: AuditTopic
    swaps: int = 0
    comparisons: int = 0
    """Scores and verdicts compared."""
    moved: int = 0
    example: str = ""
    """The first figure that moved, in technical words; empty when none did."""


class AuditReport(BaseModel):
    """The self-audit of fairness."""

    lines: list[AuditLine]
    people: int
    postings: int
    roles: int
