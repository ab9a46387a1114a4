"""Schools: where, what degree, in which subject, from when to when."""

import re

from careercoach.features.resumes.rules.entries import split_entries
from careercoach.features.resumes.rules.found import Found, post_found
from careercoach.features.resumes.rules.halves import comma_pieces
from careercoach.features.resumes.rules.heads import Head, Text, read_head, share_places
from careercoach.features.resumes.rules.pairs import tell_apart
from careercoach.features.resumes.rules.rows import Row
from careercoach.features.resumes.rules.telling import degreeness, is_field, organisationness, schoolness

_SCORE = re.compile(
    r"\b(?:c?gpa|grade|note|nota|media|promedio|mention|score|gesamtnote|abschlussnote|cgpi|percentage|marks)\b\s*[:=]?\s*([\d.,]+\s*(?:/\s*[\d.,]+|%)?)"
    r"|(?:绩点|सीजीपीए|प्रतिशत)\s*[:：]?\s*([\d.]+)",
    re.I,
)
_PAPER = re.compile(
    r"\b(?:diploma|degree|certificate|apprenticeship|abschluss|abitur|diplôme|título|diploma de|certificado|programme grande école)\b",
    re.I,
)
_IN = re.compile(r"\s*(?:,|\bin\b|\bof\b|\ben\b|\bem\b|\bder\b|\bfür\b|\bim\b|[:：–—-]|\bmention\b|में)\s+")
_SUBJECT = re.compile(r"\s+(?:in|en)\s+")
"""What surely parts a degree from its subject, even when the subject is named like a degree ("Ingeniería")."""
_OF_DEGREE = re.compile(
    r"^(?P<kind>(?:(?:bachelor|master|associate|doctor|licentiate)(?:'s|s)?(?:\s+degree)?(?:\s+of\s+(?:science|arts|engineering|commerce|education|law|laws"
    r"|business administration|fine arts|applied science|technology|design|philosophy|nursing|music"
    r"|architecture|medicine))?"
    r"(?:\s*\((?:hons|honours|honors)\.?\))?"
    r"(?:\s+in\s+(?:nursing|education))?)|(?:[A-Z][A-Za-z]*\.?\s?){1,3}?(?:\s*\((?:hons|honours|honors)\.?\))?)"
    r"(?:\s*(?:,|\bin\b|[-–—:]|\((?!hons|honou?rs))\s*|(?<=\))\s+)(?P<area>.+?)\)?$",
    re.I,
)


def schoolish(text: str) -> float:
    """How much a text looks like a school."""
    school = schoolness(text)
    subject = 1.2 if school < 2 and is_field(text) else 0.0
    return school + 0.2 * organisationness(text) - subject - (2.5 if _PAPER.search(text) else 0.0)


def read_schools(rows: list[Row]) -> list[Found]:
    """The entries of one education section, in the order of the page."""
    entries = split_entries(rows, degreeness)
    heads = [read_head(entry) for entry in entries]
    for head in heads:
        _set_scores_aside(head)
    share_places(heads)
    for head in heads:
        _free_unknown_school(head)
    schools: list[Found] = []
    for entry, head, pair in zip(
        entries, heads, tell_apart(heads, degreeness, schoolish, what_first=False), strict=True
    ):
        if not pair.what and not pair.where:
            if schools:
                schools[-1].add_body([*entry.head, *entry.body])
            continue
        schools.append(post_found(entry, head, pair))
    return _join_halves(schools)


def _set_scores_aside(head: Head) -> None:
    """`B.Tech, Computer Science; CGPA: 8.9/10`: what is left without the grade may be the degree."""
    for text in head.texts:
        if _SCORE.search(text.text) and schoolish(text.text) < 2:
            left = _SCORE.sub("", text.text).strip(" ;,.|()·-–—")
            text.text = left if degreeness(left) >= 2 else ""
    head.texts = [text for text in head.texts if text.text]


def _free_unknown_school(head: Head) -> None:
    """`Nursing`, then `Master, UConn`: what is neither degree nor subject there is the school."""
    if len(head.texts) < 2 or any(schoolness(text.text) >= 2 for text in head.texts):
        return
    told = [degreeness(text.text) >= 2 or is_field(text.text) for text in head.texts]
    if not all(told):
        return
    for at, text in enumerate(head.texts):
        pieces = comma_pieces(text.text)
        if len(pieces) > 1 and not is_field(pieces[-1]) and degreeness(pieces[-1]) < 2 <= degreeness(text.text):
            row, cell, piece = text.slot
            rest, name = ", ".join(pieces[:-1]), pieces[-1]
            head.texts[at : at + 1] = [
                Text(rest, text.slot, text.bold, text.size, text.row),
                Text(name, (row, cell, piece + 1), text.bold, text.size, text.row),
            ]
            return


def _join_halves(schools: list[Found]) -> list[Found]:
    """A degree without a school next to a school without a degree is one entry."""
    joined: list[Found] = []
    for school in schools:
        last = joined[-1] if joined else None
        if last is not None and not last.where and school.where and not school.what and not last.body:
            last.where, last.highlights = school.where, school.highlights
            last.start, last.end = last.start or school.start, last.end or school.end
        elif last is not None and last.where and not last.what and not school.where and not last.body and not last.end:
            last.what, last.start, last.end = school.what, school.start, school.end
        else:
            joined.append(school)
    return joined


def split_degree(text: str, rest: list[str]) -> tuple[str, str]:
    """Degree and subject: `B.Sc. in Biology` gives both."""
    match = _OF_DEGREE.match(text)
    if match and degreeness(match["kind"]) >= 1.5:
        return match["kind"].strip(" ,"), match["area"].strip(" ,")
    named = _SUBJECT.split(text, maxsplit=1)
    if len(named) == 2 and len(named[0].split()) <= 3 and degreeness(named[0]) >= 2 > schoolness(named[1]):
        return named[0].strip(" ,"), named[1].strip(" ,")
    pieces = _IN.split(text, maxsplit=1)
    if len(pieces) == 2 and degreeness(pieces[0]) >= 2 > degreeness(pieces[1]):
        return pieces[0].strip(" ,"), pieces[1].strip(" ,")
    if degreeness(text) >= 1.5:
        area = next((other for other in rest if schoolness(other) < 2), "")
        return text, area
    degree = next((other for other in rest if degreeness(other) >= 2), "")
    return degree, text


def find_score(rows: list[Row]) -> str:
    """The grade, as written."""
    for row in rows:
        match = _SCORE.search(row.text)
        if match:
            return (match[1] or match[2]).strip(" .,")
    return ""
