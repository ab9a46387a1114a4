"""Everything that is made from one file at once."""

from dataclasses import dataclass
from datetime import date

from careercoach.content.load import roles
from careercoach.features.resume_reports.rules.changes import Compared, compare
from careercoach.features.resume_reports.rules.material import gather
from careercoach.features.resume_reports.rules.score import judge_resume
from careercoach.features.resume_reports.rules.shortfalls import find_shortfall
from careercoach.features.resume_reports.schemas import ResumeReport, Shortfall
from careercoach.features.resumes.schemas import ParsedResume, ResumeView


@dataclass(frozen=True)
class Version:
    """One uploaded file and what was read in it."""

    resume: ResumeView
    reading: ParsedResume


@dataclass(frozen=True)
class MadeReport:
    """A report, its gap, and what changed since the version before."""

    report: ResumeReport
    shortfall: Shortfall | None
    before: ResumeReport | None = None
    before_name: str = ""
    compared: Compared | None = None


def make_report(version: Version, before: Version | None, *, role_slug: str, today: date) -> MadeReport:
    """Both versions are judged for the same role by the same rubric, so their scores can be compared."""
    report = judge(version, role_slug)
    role = roles().get(role_slug)
    shortfall = find_shortfall(version.reading, role, today) if role else None
    if before is None:
        return MadeReport(report, shortfall)
    old = judge(before, role_slug)
    compared = compare(old, report, version.reading.text)
    return MadeReport(report, shortfall, old, before.resume.file_name, compared)


def judge(version: Version, role_slug: str) -> ResumeReport:
    """One file by the rubric. `today` is not asked: the same file has the same score tomorrow."""
    resume = version.resume
    material = gather(
        version.reading, role=roles().get(role_slug), file_name=resume.file_name, size_bytes=resume.size_bytes
    )
    return judge_resume(material)
