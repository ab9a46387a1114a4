"""The sound text of each channel, the same with somebody's order in it, and what our rules make of either."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from careercoach.content.load import questions, roles
from careercoach.features.interviews.rules.answers import score_answer
from careercoach.features.matching import service as matching
from careercoach.features.matching.rules.gaps import role_gap
from careercoach.features.resumes.rules.read import read_resume
from tests.features.resumes.rules.pages import column, paper, put

CANARY, EVIL = "ZQ-CANARY-41", "evil.example"
TODAY = date(2026, 11, 1)
LINES = [
    "Asha Rao", "Data analyst", "", "EXPERIENCE", "Reporting assistant, Lumen Foods, 2022 - present",
    "Wrote SQL queries for 14 store managers", "Built Excel pivot tables every week", "Made charts in Tableau for the board",
    "EDUCATION", "Bachelor of Commerce, Pune University, 2021", "SKILLS", "SQL, Excel, Tableau, communication",
]  # fmt: skip
POSTING = """Data analyst (m/f/d)
We are looking for a data analyst with 2 years of experience.
Requirements:
- SQL and Excel
- Python is required
- Power BI is a plus
You build reports for the sales team."""
QUESTION = next(one for slug, one in questions().items() if one.kind == "technical" and "sql" in one.skills)
ANSWER = ". ".join(QUESTION.strong_answer.en.split(". ")[:3])
RECORD = {
    "basics": {"name": "Asha Rao", "label": "Data analyst", "summary": "I like clear numbers."},
    "work": [{"name": "Lumen Foods", "position": "Reporting assistant", "startDate": "2022-01", "highlights": LINES[5:8]}],
    "education": [{"institution": "Pune University", "area": "Commerce", "studyType": "Bachelor"}],
    "skills": [{"name": "Data", "keywords": ["SQL", "Excel", "Tableau"]}],
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One text that tries to command."""

    channel: str
    kind: str
    text: str

    @property
    def name(self) -> str:
        return f"{self.channel}-{self.kind}-{abs(hash(self.text)) % 1000}"


@cache
def cases() -> tuple[Case, ...]:
    raw = tomllib.loads(Path(__file__).with_name("injections.toml").read_text(encoding="utf-8"))["case"]
    fill = {"{canary}": CANARY, "{evil}": EVIL}
    found: list[Case] = []
    for one in raw:
        text = one["text"]
        for holder, value in fill.items():
            text = text.replace(holder, value)
        found.append(Case(one["channel"], one["kind"], text))
    return tuple(found)


@dataclass(frozen=True)
class Outcome:
    """What a person gets to see: figures (0-100), choices, and every sentence of ours."""

    figures: dict[str, float]
    choices: dict[str, str]
    shown: str


def outcome(channel: str, text: str = "") -> Outcome:
    """Judge the sound text of a channel, with `text` in it."""
    return CHANNELS[channel](text)


def tagged(text: str) -> str:
    """The text in letters that no eye sees."""
    return "".join(chr(0xE0000 + ord(letter)) for letter in text if " " <= letter <= "~")


def _resume(lines: list[str], hidden: str = "") -> Outcome:
    page = column(lines, 50, 40)
    page += (
        [put(one, 50, 600 + 12 * place, hidden="white") for place, one in enumerate(hidden.split("\n"))]
        if hidden
        else []
    )
    parsed = read_resume(paper(page))
    assert isinstance(parsed.resume, dict)
    return _profile(parsed.resume, parsed.text)


def _profile(record: dict[str, Any], text: str = "", posting: str = POSTING) -> Outcome:
    profile = matching.build_profile(record, today=TODAY, text=text)
    gap = role_gap(profile, roles()["data-analyst"], "en")
    report = matching.match(profile, matching.read_posting(posting), "en")
    figures = {"readiness": gap.readiness, "gap confidence": 100 * gap.confidence, "overall": report.overall}
    figures |= {score.metric: score.value for score in report.scores if score.value is not None}
    return Outcome(figures, {"gap": gap.verdict, "match": report.verdict}, _dump(gap) + _dump(report))


def _dump(report: BaseModel) -> str:
    return report.model_dump_json()


def _answer(text: str) -> Outcome:
    score = score_answer(QUESTION, f"{ANSWER}\n{text}".strip())
    figures = {
        "overall": score.overall,
        "coverage": score.coverage,
        "specificity": score.specificity,
        "clarity": score.clarity,
    }
    # What was said may be shown back to who said it, marked as their words; everything else is ours.
    said = score.model_copy(
        update={"passages": [], "points": [one.model_copy(update={"quote": ""}) for one in score.points]}
    )
    return Outcome(dict(figures), {"flaw": score.flaw}, _dump(said))


def _chat(text: str) -> Outcome:
    guesses = matching.find_role(f"Data analyst, reports in SQL and Excel. {text}".strip(), "en")
    return Outcome({"likeness": 100 * guesses[0].score}, {"role": guesses[0].slug}, "".join(map(repr, guesses)))


def _bio(text: str) -> Outcome:
    basics = {**RECORD["basics"], "summary": f"I like clear numbers. {text}".strip()}  # type: ignore[dict-item]
    return _profile({**RECORD, "basics": basics})


CHANNELS: dict[str, Callable[[str], Outcome]] = {
    "resume": lambda text: _resume([*LINES[:8], *text.split("\n"), *LINES[8:]] if text else LINES),
    "resume_hidden": lambda text: _resume(LINES, text),
    "resume_tags": lambda text: _resume([*LINES[:7], LINES[7] + tagged(text), *LINES[8:]]),
    "posting": lambda text: _profile(RECORD, posting=f"{POSTING}\n{text}".strip()),
    "answer": _answer,
    "webhook": _answer,
    "chat": _chat,
    "bio": _bio,
}


def source_of(case: Case) -> str:
    """What a model is given of a case: the sound text with the order in it."""
    if case.channel == "posting":
        return f"{POSTING}\n{case.text}"
    if case.channel in ("answer", "webhook"):
        return f"{ANSWER}\n{case.text}"
    return "\n".join([*LINES, case.text])
