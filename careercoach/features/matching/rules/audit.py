"""The self-audit of fairness: who somebody is may move no score.

Each made-up person is compared with every audited posting and role, then again with one thing about them swapped:
name, gender words, age, photo, nationality or school name. What they can do stays the same, so all figures must too.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, get_args

from careercoach.content import load
from careercoach.content.shapes import AuditPerson, AuditSwap, AuditTopic
from careercoach.features.matching.rules.gaps import role_gap
from careercoach.features.matching.rules.matches import match
from careercoach.features.matching.rules.postings import read_posting
from careercoach.features.matching.rules.profiles import build_profile
from careercoach.features.matching.schemas import AuditLine, AuditReport, MatchProfile, Posting

AUDIT_DAY = date(2026, 1, 1)
"""The audit stands still in time: years of work do not grow between two runs."""
TOPICS: tuple[AuditTopic, ...] = get_args(AuditTopic)

Figures = dict[str, float | str | None]


def audit_fairness(
    build: Callable[..., MatchProfile] = build_profile, on_topic: Callable[[AuditLine], None] | None = None
) -> AuditReport:
    """Compare everybody with and without each swap. `build` makes the profile; `on_topic` hears each finished line."""
    postings = {slug: read_posting(person.posting) for slug, person in load.audit_people().items()}
    plain = {
        slug: _figures(build(record_of(person), today=AUDIT_DAY), postings)
        for slug, person in load.audit_people().items()
    }
    lines: list[AuditLine] = []
    for topic in TOPICS:
        line = AuditLine(about=topic)
        for swap in (swap for swap in load.audit_swaps().values() if swap.about == topic):
            line.swaps += 1
            for slug, person in load.audit_people().items():
                swapped = _figures(build(record_of(person, swap), today=AUDIT_DAY), postings)
                _compare(line, plain[slug], swapped, f"{person.name}, {swap.slug}")
        lines.append(line)
        if on_topic is not None:
            on_topic(line)
    return AuditReport(lines=lines, people=len(plain), postings=len(postings), roles=len(_roles()))


def record_of(person: AuditPerson, swap: AuditSwap | None = None) -> dict[str, Any]:
    """The person as a JSON Resume, with one thing swapped."""
    said = swap or AuditSwap(slug="none", about="name")
    name = said.name or person.name
    summary = person.summary.format(name=name, pronoun=said.pronoun or "She", line=said.line).strip()
    basics = {"name": name, "label": person.label, "summary": summary, "image": said.image}
    school = {"institution": said.school or person.school, "studyType": person.study, "area": person.area}
    return {
        "basics": {field: value for field, value in basics.items() if value},
        "work": [post.model_dump(exclude_defaults=True) for post in person.work],
        "education": [school],
        "skills": [{"name": skill} for skill in person.skills],
    }


def _roles() -> list[str]:
    return sorted({person.role for person in load.audit_people().values()})


def _figures(profile: MatchProfile, postings: dict[str, Posting]) -> Figures:
    """Every score and verdict there is about a profile."""
    return dict([*_of_postings(profile, postings), *_of_roles(profile)])


def _of_postings(profile: MatchProfile, postings: dict[str, Posting]) -> Iterator[tuple[str, float | str | None]]:
    for slug, posting in postings.items():
        report = match(profile, posting)
        yield f"{slug}.verdict", report.verdict
        yield f"{slug}.overall", report.overall
        for score in report.scores:
            yield f"{slug}.{score.metric}", score.value


def _of_roles(profile: MatchProfile) -> Iterator[tuple[str, float | str | None]]:
    for slug in _roles():
        gap = role_gap(profile, load.roles()[slug], "en")
        yield f"{slug}.verdict", gap.verdict
        yield f"{slug}.readiness", gap.readiness


def _compare(line: AuditLine, before: Figures, after: Figures, who: str) -> None:
    for figure, value in before.items():
        line.comparisons += 1
        if after[figure] != value:
            line.moved += 1
            line.example = line.example or f"{who}: {figure} {value} > {after[figure]}"
