"""What a person does who follows a suggestion: for each kind of finding, the change of the resume or its file."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from careercoach.content.load import roles, skills
from careercoach.features.resume_reports.rules.material import gather
from careercoach.features.resume_reports.rules.score import judge_resume
from careercoach.features.resume_reports.schemas import Finding, ResumeReport
from careercoach.features.resumes.parsed import PageLook
from tests.features.resume_reports.conftest import read


@dataclass(frozen=True)
class Paper:
    """A resume that can be changed as its owner would change it."""

    text: str
    role: str = "data-analyst"
    name: str = "asha-rao.pdf"
    kind: str = "pdf"
    size: int = 40_000
    pages: int = 1
    unmapped: int = 0
    looks: tuple[PageLook, ...] = ()
    undated: frozenset[str] = frozenset()
    """Employers and schools whose dates are missing. (Taken out after reading: dates part the posts of a text file.)"""

    def report(self) -> ResumeReport:
        reading = read(self.text)
        reading.kind, reading.unmapped, reading.pages = self.kind, self.unmapped, self.pages
        for entry in [*reading.resume["work"], *reading.resume["education"]]:
            if (entry.get("name") or entry.get("institution")) in self.undated:
                entry.pop("startDate"), entry.pop("endDate", "")
        if self.looks:
            reading.looks = list(self.looks)
        material = gather(reading, role=roles().get(self.role), file_name=self.name, size_bytes=self.size)
        return judge_resume(material)

    def put(self, old: str, new: str) -> "Paper":
        assert old in self.text, old
        return replace(self, text=self.text.replace(old, new, 1))

    def every_point(self, change: Callable[[str], str]) -> "Paper":
        lines = [f"- {change(line[2:])}" if line.startswith("- ") else line for line in self.text.split("\n")]
        return replace(self, text="\n".join(lines))

    def looking(self, **changes: object) -> "Paper":
        return replace(self, looks=tuple(replace(look, **changes) for look in self.looks))


def _answered(words: str) -> str:
    """The open question answered."""
    verb = re.sub(r"^\[[^\]]+\]\s*(?:the |a )?", "Improved ", words)
    return re.sub(r"\[[^\]]+\]", "25 a month", verb)


def _reworded(paper: Paper, finding: Finding) -> Paper:
    return paper.put(finding.place.quote, _answered(finding.example))


def _keyword(paper: Paper, finding: Finding) -> Paper:
    return paper.put("SKILLS\n", f"SKILLS\n{skills()[finding.skill].name}, ")


def _dated(paper: Paper, finding: Finding) -> Paper:
    return replace(paper, undated=frozenset(name for name in paper.undated if name not in finding.words))


def _no_pronoun(point: str) -> str:
    bare = re.sub(r"^(?:I|My|We)\s+", "", point)
    return bare[:1].upper() + bare[1:]


SECTIONS = {
    "no_summary": "SUMMARY\nData analyst who turns raw figures into decisions\n\nWORK EXPERIENCE",
    "no_education": "EDUCATION\nBachelor of Commerce, University of Pune    2016 - 2019\n\nSKILLS",
    "no_skills": "SKILLS\nTeaching, Gardening, Rowing\n\nEDUCATION",
    "no_work": "WORK EXPERIENCE\nData analyst, Shakti Retail    Jun 2019 - Feb 2022\n\nEDUCATION",
}


def _section(paper: Paper, finding: Finding) -> Paper:
    added = SECTIONS[finding.kind]
    return paper.put(added.rsplit("\n", 1)[-1], added)


FIXERS: dict[str, Callable[[Paper, Finding], Paper]] = {
    "unmapped": lambda paper, _: replace(paper, unmapped=0),
    "picture_page": lambda paper, one: replace(
        paper, looks=tuple(replace(look, is_picture=look.is_picture and n != one.n) for n, look in enumerate(paper.looks, 1))
    ),
    "columns": lambda paper, _: paper.looking(columns=1),
    "order": lambda paper, _: paper.looking(disorder=0.0),
    "no_name": lambda paper, _: replace(paper, text=f"Asha Rao\n{paper.text}"),
    "no_email": lambda paper, _: paper.put("CONTACT", "CONTACT asha.rao@example.org |"),
    "no_phone": lambda paper, _: paper.put("CONTACT", "CONTACT +91 98200 12345 |"),
    "no_town": lambda paper, _: paper.put("CONTACT", "CONTACT Pune, India |"),
    "no_link": lambda paper, _: paper.put("CONTACT", "CONTACT https://github.com/asharao |"),
    "no_summary": _section, "no_work": _section, "no_education": _section, "no_skills": _section,
    "undated_post": _dated, "undated_school": _dated,
    "ends_before_start": lambda paper, _: paper.put("Mar 2022 - Feb 2021", "Mar 2022 - Present"),
    "too_short": lambda paper, _: paper.put("SUMMARY\n", "SUMMARY\n" + "Turns raw figures into decisions people trust. " * 25 + "\n"),
    "too_long": lambda paper, _: paper.put("Turns raw figures into decisions people trust. " * 200, ""),
    "too_many_pages": lambda paper, _: replace(paper, pages=2),
    "long_point": lambda paper, one: paper.put(one.place.quote, one.example),
    "keyword": _keyword, "keyword_critical": _keyword, "keyword_implied": _keyword,
    "no_measure": _reworded, "weak_verb": _reworded,
    "mixed_dates": lambda paper, _: paper.put("06/2019", "Jun 2019"),
    "some_stops": lambda paper, _: paper.every_point(lambda point: point.rstrip(".")),
    "some_without_stop": lambda paper, _: paper.every_point(lambda point: point.rstrip(".") + "."),
    "pronouns": lambda paper, _: paper.every_point(_no_pronoun),
    "mixed_spelling": lambda paper, one: paper.put(one.place.quote, one.words),
    "plain_file": lambda paper, _: replace(paper, kind="pdf"),
    "heavy_file": lambda paper, _: replace(paper, size=40_000),
    "odd_name": lambda paper, one: replace(paper, name=one.example),
}  # fmt: skip
