"""The file against the wanted role, straight after it was read: what is there, what is close, what is missing."""

from datetime import date

from careercoach.content.shapes import Role
from careercoach.core.texts import LANGUAGES
from careercoach.features.matching import service as matching
from careercoach.features.resume_reports.schemas import Sentence, Shortfall
from careercoach.features.resumes.schemas import ParsedResume

SHOWN = 12


def find_shortfall(reading: ParsedResume, role: Role, today: date) -> Shortfall:
    """Read with the eyes of the gap report, but from the unconfirmed file."""
    profile = matching.build_profile(reading.resume, today=today, text=reading.text)
    gap = matching.role_gap(profile, role, "en")
    missing, close = gap.standing("missing"), gap.standing("close")
    return Shortfall(
        role=role.slug,
        title=Sentence(**role.title.model_dump()),
        readiness=gap.readiness,
        fits=gap.verdict == "FIT",
        missing=[name_of(skill.slug) for skill in missing[:SHOWN]],
        missing_critical=sum(skill.importance == "critical" for skill in missing[:SHOWN]),
        close=[name_of(skill.slug) for skill in close[:SHOWN]],
        had=len(gap.standing("had")),
        hours=gap.hours_to_fit,
    )


def name_of(slug: str) -> Sentence:
    """The name of a skill in the three languages; empty for none."""
    return Sentence(**{language: matching.skill_name(slug, language) for language in LANGUAGES}) if slug else Sentence()
