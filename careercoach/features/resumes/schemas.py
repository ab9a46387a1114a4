"""What crosses the border of the resumes room."""

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from careercoach.features.profiles.schemas import Difference
from careercoach.features.resumes.parsed import (
    FieldSource,
    HiddenText,
    Json,
    LinePlace,
    PageLook,
    ParsedResume,
    SectionSpan,
    SkillMention,
)

__all__ = [
    "FieldSource",
    "HiddenText",
    "Json",
    "LinePlace",
    "PageLook",
    "ParsedResume",
    "SectionSpan",
    "SkillMention",
]


class ResumeView(BaseModel):
    """One uploaded file as its owner sees it."""

    id: str
    file_name: str
    kind: str
    size_bytes: int
    pages: int
    uploaded_at: datetime
    is_removed: bool = False


class ResumeFile(BaseModel):
    """The bytes of an uploaded file, for its owner or an admin."""

    file_name: str
    kind: str
    data: bytes


class Line(BaseModel):
    """One field of the record that is being checked, and the words of the file it was read from."""

    value: str = ""
    quote: str = ""
    """Empty when the person typed the value."""
    page: int = 0
    """Counts from 1; 0 = from no page."""
    unsure: bool = False
    """The reader is not sure: the person should look."""


class Words(BaseModel):
    """A few words in each language."""

    en: str = ""
    hi: str = ""
    es: str = ""


class Entry(BaseModel):
    """A post or a school: lines by the names JSON Resume gives them."""

    id: str
    rest: Json = {}
    """What the editor does not show and must not lose."""
    dates: Words = Words()
    """From and to in words, for the page only."""


class Post(Entry):
    """One paid post."""

    position: Line = Line()
    name: Line = Line()
    location: Line = Line()
    startDate: Line = Line()
    endDate: Line = Line()
    summary: Line = Line()
    highlights: Line = Line()
    """One a line."""


class School(Entry):
    """One stretch of education."""

    studyType: Line = Line()
    area: Line = Line()
    institution: Line = Line()
    startDate: Line = Line()
    endDate: Line = Line()


class SkillItem(BaseModel):
    """One skill as the resume or the person names it; `group` is the heading it stands under."""

    id: str
    name: str
    group: str = ""


class OtherItem(BaseModel):
    """An entry of a section the editor shows as one line: projects, languages, links, awards."""

    id: str
    section: str
    title: str
    detail: str = ""
    entry: Any = None


class Removed(BaseModel):
    """The last thing taken out, so that it can be put back."""

    part: Literal["work", "education", "skills", "others"]
    place: int
    item: Json
    words: str


class RecordForm(BaseModel):
    """The record on the table: every part can be changed, taken out and put back before it counts."""

    name: Line = Line()
    label: Line = Line()
    email: Line = Line()
    phone: Line = Line()
    url: Line = Line()
    city: Line = Line()
    summary: Line = Line()
    basics: Json = {}
    """What of `basics` the editor does not show."""
    work: list[Post] = []
    education: list[School] = []
    skills: list[SkillItem] = []
    others: list[OtherItem] = []
    kept_skills: list[Json] = []
    """The skills as the record has them, with what the editor does not show of them."""
    rest: Json = {}
    """What of the record the editor does not show at all."""
    removed: Removed | None = None


class DraftView(BaseModel):
    """The draft as the review page shows it."""

    form: RecordForm
    resume: ResumeView | None = None
    comparing: Literal["", "file", "draft"] = ""
    """With a newer file, or with a record confirmed elsewhere meanwhile: the person chooses first."""
    differences: list[Difference] = []
    base_version: int = 1


class UploadContrast(BaseModel):
    """Two uploads side by side: `kept` of each difference is the first file's side, `found` the second's."""

    first: ResumeView
    second: ResumeView
    differences: list[Difference] = []


class MachineLine(BaseModel):
    """One line of the text as a machine reads it; `heading` when a section begins here."""

    text: str
    heading: bool = False


class FieldPlace(BaseModel):
    """Where one field of a record was read, and how sure the reader is."""

    model_config = ConfigDict(from_attributes=True)

    path: str
    """As `work[0].position`."""
    confidence: float
    """0..1."""
    page: int
    box: tuple[float, float, float, float]
    """Left, top, right, bottom in points of that page."""
    start: int
    end: int
    """Letters start..end of `ReadingView.text`."""


class ReadingView(BaseModel):
    """All that was read from one file: a JSON Resume, and the place of each field in the text and on the page."""

    resume: dict[str, Any]
    """JSON Resume 1.0 with the recognised skills as `x-skills`."""
    text: str
    fields: list[FieldPlace]
    hidden: list[HiddenText]
    """What a reader of the page does not see; it is left out of everything."""


class MachineView(BaseModel):
    """What an applicant tracking system sees of a file."""

    lines: list[MachineLine] = []
    shortened: bool = False
    hidden: list[HiddenText] = []
    unmapped: int = 0
    pages: int = 1
