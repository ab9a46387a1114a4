"""What crosses the border of the profiles room."""

from datetime import datetime
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from careercoach.content.shapes import Words
from careercoach.core.clock import time_zones

FormatChoice = Literal["any", "video", "article", "interactive"]
LearningType = Literal["project", "theory", "mixed"]
Step = Literal["goal", "resume", "review", "gap", "done"]
STEPS: tuple[Step, ...] = get_args(Step)
JOURNEY = ("profiles.step.goal", "profiles.step.resume", "profiles.step.review", "profiles.step.gap")
"""The steps a person sees, as sentence keys; every room of the path shows the same row."""

MIN_WEEKLY_MINUTES, MAX_WEEKLY_MINUTES = 30, 60 * 60


def _known_zone(zone: str) -> str:
    if zone not in time_zones():
        raise ValueError("unknown time zone")
    return zone


def _days(days: list[int]) -> list[int]:
    kept = sorted(set(days))
    if any(day not in range(7) for day in kept) or len(kept) == 7:
        raise ValueError("days off are 0 (Monday) to 6 (Sunday), and not all seven")
    return kept


Zone = Annotated[str, AfterValidator(_known_zone)]
DaysOff = Annotated[list[int], Field(max_length=7), AfterValidator(_days)]


Json = dict[str, Any]
Section = Literal[
    "basics",
    "profiles",
    "work",
    "education",
    "projects",
    "certificates",
    "languages",
    "skills",
    "volunteer",
    "awards",
    "publications",
    "interests",
    "references",
]
"""Parts of a record; `profiles` are the links under `basics`."""
ListSection = Literal[
    "profiles",
    "work",
    "education",
    "projects",
    "certificates",
    "languages",
    "skills",
    "volunteer",
    "awards",
    "publications",
    "interests",
    "references",
]


PART_KEYS = [f"profiles.part.{name}" for name in (*get_args(Section), "other")]
"""Sentences that name the sections."""
_OWN_LABELS = (
    "basics_url", "basics_summary", "work_name", "work_x-skills", "education_x-skills", "projects_name",
    "projects_keywords", "certificates_name", "certificates_x-skills", "skills_name", "volunteer_position",
    "publications_name", "interests_name",
)  # fmt: skip
_LABELS = (
    "name", "label", "email", "phone", "url", "image", "location", "city", "region", "countryCode", "summary", "network",
    "username", "position", "startDate", "endDate", "highlights", "institution", "studyType", "area", "score",
    "courses", "description", "keywords", "issuer", "date", "x-expires", "language", "fluency", "level", "category",
    "lastUsed", "evidence", "organization", "title", "awarder", "publisher", "releaseDate", "reference", "x-skills",
)  # fmt: skip
FIELD_KEYS = [f"profiles.field.{name}" for name in (*_LABELS, *_OWN_LABELS)]
"""Sentences that name the fields."""


def label_key(section: str, field: str) -> str:
    """The sentence that names a field; empty for fields that only other programs know."""
    if f"{section}_{field}" in _OWN_LABELS:
        return f"profiles.field.{section}_{field}"
    return f"profiles.field.{field}" if field in _LABELS else ""


class GoalInput(BaseModel):
    """Step one of onboarding. Give a role of the catalogue or one in own words."""

    model_config = ConfigDict(extra="forbid")

    role_slug: str = Field(default="", max_length=60)
    role_text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)] = ""
    weekly_minutes: int = Field(ge=MIN_WEEKLY_MINUTES, le=MAX_WEEKLY_MINUTES)
    days_off: DaysOff = []
    time_zone: Zone = "UTC"
    format: FormatChoice = "any"
    learning_type: LearningType = "mixed"
    mail_on: bool = True
    mail_minute: int = Field(default=420, ge=0, le=1439)
    """Minute of the local day at which the morning mail goes out."""


class ProfileView(BaseModel):
    """Goal, preferences and confirmed record of one person. `version` guards the record against lost edits,
    `goal_version` the rest."""

    role_slug: str = ""
    role_text: str = ""
    weekly_minutes: int = 300
    days_off: list[int] = []
    time_zone: str = "UTC"
    format: FormatChoice = "any"
    learning_type: LearningType = "mixed"
    mail_on: bool = True
    mail_minute: int = 420
    step: Step = "goal"
    person: dict[str, Any] = {}
    confirmed_at: datetime | None = None
    version: int = 1
    goal_version: int = 1
    has_avatar: bool = False


class Difference(BaseModel):
    """Where two records do not say the same."""

    id: str
    section: str
    """Of the record; `other` for what no section of ours holds."""
    field: str = ""
    """Empty for a whole entry."""
    label: str = ""
    """Key of the sentence that names the field; empty for fields that only other programs know."""
    entry: str = ""
    """The words of the entry that the field belongs to: "Data analyst, Lumen Foods"."""
    kept: str = ""
    """As in the record; empty when it is only on the other side."""
    found: str = ""
    """As on the other side; empty when it is only in the record."""
    take: Literal["kept", "found"] = "kept"


class ImportView(BaseModel):
    """What was imported and waits to be looked at. Nothing of it counts yet."""

    id: str = "import"
    source: Literal["json-resume", "linkedin"]
    file_name: str = ""
    differences: list[Difference] = []
    version: int = 1
    """Of the record it is compared with."""


class DraftView(BaseModel):
    """What was typed into the form of a section and is not saved yet."""

    section: Section
    at: int
    """Place of the entry when the form was opened; -1 for a new one."""
    base: Json = {}
    """The entry as it was then."""
    form: dict[str, str] = {}


class FormField(BaseModel):
    """One field of the open form, with its words in all languages."""

    id: str
    name: str
    kind: str
    """See `rules.sections.Kind`."""
    type: str = "text"
    """Of the input: text, email, tel, url."""
    complete: str = "off"
    """What the browser may fill in."""
    label: Words
    hint: Words | None = None
    value: str = ""
    problem: str = ""
    """Key of the sentence that says what is wrong."""
    is_first: bool = False


class Proof(BaseModel):
    """A post, project, school or certificate that may prove a skill."""

    ref: str
    label: str


class EntryRow(BaseModel):
    """One entry of a section as the page lists it."""

    at: int
    title: str = ""
    place: str = ""
    dates: Words | None = None
    """From when to when, as each language writes it."""
    note: str = ""
    chips: list[str] = []
    """Skills or technologies it names."""
    level: str = ""
    """Of a skill: one of the four, as the person says."""
    last_used: Words | None = None
    proofs: str = ""
    """Of a skill: the names of what proves it."""
    url: str = ""
    mark: Literal["", "expired", "soon", "dates"] = ""


class RoleOption(BaseModel):
    """A role of the catalogue, or the person's own words for one."""

    slug: str
    title: Words
    summary: Words
    score: float = 1.0
    """0..1: how sure it is that this is meant."""


class MailHour(BaseModel):
    """A time of the morning mail that somebody chose, in minutes after midnight of their own zone."""

    model_config = ConfigDict(frozen=True)

    time_zone: str
    mail_minute: int
