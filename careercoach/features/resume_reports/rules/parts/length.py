"""Length: enough to judge by, short enough to be read."""

from fractions import Fraction

from careercoach.features.resume_reports.rules.losses import Loss
from careercoach.features.resume_reports.rules.material import Material, Point

WHOLE, POINTS = Fraction(5), Fraction(3)
LEAST_WORDS, MOST_WORDS, MOST_PAGES = 150, 1200, 3
LONG_POINT = 45
"""Words."""


def judge(material: Material) -> list[Loss]:
    """The whole, and every point."""
    losses: list[Loss] = []
    words, pages = material.word_count, material.reading.pages
    if words < LEAST_WORDS:
        losses.append(Loss("too_short", WHOLE, n=words, sign="short"))
    elif words > MOST_WORDS:
        losses.append(Loss("too_long", WHOLE, n=words, sign="long"))
    elif pages > MOST_PAGES:
        losses.append(Loss("too_many_pages", WHOLE, n=pages, sign="long"))
    for point in material.points:
        count = _words(point, material.language)
        if count > LONG_POINT:
            share = POINTS / len(material.points)
            losses.append(Loss("long_point", share, point.place, n=count, example=_first_clause(point.text)))
    return losses


def _words(point: Point, language: str) -> int:
    return len(point.text) // 2 if language == "zh" else len(point.text.split())


def _first_clause(text: str) -> str:
    """The point up to its first natural end, as a beginning of a shorter one."""
    for mark in (". ", "। ", "; ", " – ", " - ", ", "):
        head, found, _ = text.partition(mark)
        if found and 6 <= len(head.split()) <= LONG_POINT:
            return head.rstrip(" ,;.–-")
    return " ".join(text.split()[:20]) + " …"
