"""Sections: the ones every reader looks for, under titles that every machine knows."""

from fractions import Fraction

from careercoach.features.resume_reports.rules.losses import Loss
from careercoach.features.resume_reports.rules.material import Material
from careercoach.features.resume_reports.rules.measures import has_measure
from careercoach.features.resume_reports.rules.parts.dates import POSTS, SCHOOLS
from careercoach.features.resume_reports.rules.questions import ask_next
from careercoach.features.resume_reports.schemas import PartName

SUMMARY, WORK, EDUCATION, SKILLS, TITLES = Fraction(3, 2), Fraction(7, 2), Fraction(5, 2), Fraction(5, 2), Fraction(2)
SKILLS_SHOWN = 3


def judge(material: Material) -> list[Loss]:
    """Summary, work (or projects), education and skills; titles that no machine knows."""
    resume, kinds = material.reading.resume, material.kinds
    losses: list[Loss] = []
    if not ("summary" in kinds or material.basics.get("summary")):
        losses.append(Loss("no_summary", SUMMARY, sign="summary", example=_summary(material)))
    if not (material.posts or kinds & {"work", "projects", "volunteer"}):
        losses.append(Loss("no_work", WORK, sign="work", also=_dates(POSTS)))
    if not (material.schools or "education" in kinds):
        losses.append(Loss("no_education", EDUCATION, sign="education", also=_dates(SCHOOLS)))
    if not (resume.get("skills") or "skills" in kinds):
        losses.append(Loss("no_skills", SKILLS, sign="skills", example=_skills(material)))
    odd = [section for section in material.reading.sections if section.kind == "other" and section.title]
    if odd:
        titles = ", ".join(dict.fromkeys(section.title for section in odd))
        place = material.place(odd[0].start, odd[0].start + len(odd[0].title))
        losses.append(Loss("odd_titles", TITLES, place, n=len(odd), words=titles, sign=titles))
    return losses


def _dates(points: Fraction) -> dict[PartName, Fraction]:
    return {"dates": points}


def _summary(material: Material) -> str:
    """Two lines put together from what the resume says anyway."""
    title = str(material.basics.get("label") or "") or (material.posts[0].title if material.posts else "")
    best = next((point.text for point in material.points if has_measure(point.text, material.language)), "")
    lines = [title, _skills(material), best]
    stop = "।" if material.language == "hi" else "."
    said = f"{stop} ".join(line.rstrip(" .।") for line in lines if line)
    return f"{said}{stop} {ask_next(material.language)}" if said else ""


def _skills(material: Material) -> str:
    """As listed; without a list, the names of those that are mentioned."""
    names = material.listed_skills or list(dict.fromkeys(mention.name for mention in material.mentions))
    return ", ".join(names[:SKILLS_SHOWN])
