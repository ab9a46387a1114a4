"""Dates: every post and school says when, the newest comes first."""

import itertools
from fractions import Fraction

from careercoach.features.resume_reports.rules.losses import Loss
from careercoach.features.resume_reports.rules.material import Entry, Material
from careercoach.features.resume_reports.rules.questions import ask_dates

POSTS, SCHOOLS, ORDER, BACKWARDS = Fraction(6), Fraction(2), Fraction(1), Fraction(1)


def judge(material: Material) -> list[Loss]:
    """Entries without dates, in the wrong order, or with an end before their start."""
    losses = _undated("undated_post", material.posts, POSTS, material)
    losses += _undated("undated_school", material.schools, SCHOOLS, material)
    entries = [*material.posts, *material.schools]
    backwards = [entry for entry in entries if entry.start and entry.end and _before(entry.end, entry.start)]
    if backwards:
        words = ", ".join(entry.title for entry in backwards)
        losses.append(Loss("ends_before_start", BACKWARDS, backwards[0].place, n=len(backwards), words=words))
    later = _out_of_order(material.posts)
    if later is not None:
        losses.append(Loss("not_newest_first", ORDER, later.place, sign="order"))
    return losses


def _undated(kind: str, entries: list[Entry], points: Fraction, material: Material) -> list[Loss]:
    return [
        Loss(
            kind, points / len(entries), entry.place, words=entry.title,
            example=f"{entry.title}, {ask_dates(material.language)}" if entry.title else "",
        )
        for entry in entries
        if not (entry.start or entry.end)
    ]  # fmt: skip


def _before(one: str, other: str) -> bool:
    """Compared as far as both say: 2020 is not before 2020-05."""
    length = min(len(one), len(other))
    return one[:length] < other[:length]


def _out_of_order(posts: list[Entry]) -> Entry | None:
    """The first post that began after the one above it ended or began; posts that go on may stand anywhere."""
    dated = [post for post in posts if post.start]
    for above, below in itertools.pairwise(dated):
        if above.end and _before(above.end, below.start) and _before(above.start, below.start):
            return below
    return None
