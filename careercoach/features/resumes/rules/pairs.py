"""Which text of a head is which: the post and the employer, the degree and the school.

One entry alone may be hard to tell; a resume keeps one order, so the entries vote on it together.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from careercoach.features.resumes.rules.halves import comma_pieces, halves_of, split_place
from careercoach.features.resumes.rules.heads import Head, Text, usual_marks
from careercoach.features.resumes.rules.telling import is_field

Measure = Callable[[str], float]


@dataclass
class Pair:
    """What was found in one head. `what` is the post or degree, `where` the employer or school."""

    what: str = ""
    where: str = ""
    place: str = ""
    rest: list[str] = field(default_factory=list[str])


def tell_apart(heads: list[Head], whatness: Measure, whereness: Measure, *, what_first: bool = True) -> list[Pair]:
    """One pair for each head, in order; `what_first` is the usual order, for heads that do not tell."""
    marks = usual_marks(heads)
    cut = [_cut(head, whatness, whereness, marks) for head in heads]
    lean = sum(_lean(texts, whatness, whereness) for texts in cut if len(texts) >= 2)
    what_first = lean > 0 or (lean == 0 and what_first)
    return [_pair(head, texts, what_first, whatness, whereness) for head, texts in zip(heads, cut, strict=True)]


def _cut(head: Head, whatness: Measure, whereness: Measure, marks: str) -> list[Text]:
    """The texts of a head with places taken off; a lone text is cut in two where that parts a what from a where."""
    texts: list[Text] = []
    for text in head.texts:
        bare, place = split_place(text.text)
        if place and bare:
            head.places.append(place)
        beside = any(other.slot[0] == text.slot[0] for other in head.in_places)
        placed = 1.5 if place and bare else 0.8 if beside else 0.0
        texts.append(Text(bare or text.text, text.slot, text.bold, text.size, text.row, placed))
    return _placeless(head, _halves(texts[0], whatness, whereness, marks)) if len(texts) == 1 else texts


def _placeless(head: Head, halves: list[Text]) -> list[Text]:
    """ "Hillview Exports, Wigan, Buyer": the place stood in the middle, behind the half it belongs to."""
    for half in halves if len(halves) > 1 else ():
        bare, place = split_place(half.text)
        if bare and place:
            head.places.append(place)
            half.text = bare
    return halves


def _halves(text: Text, whatness: Measure, whereness: Measure, marks: str) -> list[Text]:
    """The cut of a lone text that best parts a what from a where; the text alone if it cannot be cut."""

    def gain(two: list[str]) -> float:
        one, other = (whatness(half) - whereness(half) for half in two)
        return abs(one - other) + 0.6 * _names_department(two, one > other)

    ways = halves_of(text.text, marks)
    if not ways:
        return [text]
    row, cell, _ = text.slot
    best = max(ways, key=gain)
    if whereness(min(best, key=lambda half: whatness(half) - whereness(half))) < 0:
        return [text]  # "MBA, Finance": neither half is a school
    return [Text(half, (row, cell, number), text.bold, text.size, text.row) for number, half in enumerate(best)]


_DEPARTMENT = re.compile(
    r"(?:ward|unit|team|dept\.?|department|division|abteilung|equipo|service|icu|a&e|emea|apac|latam)\b.*"
    r"|.*\b(?:ward|unit|team|department|division)"
    r"|tax|audit|risk|payments|growth|platform|infrastructure|operations|finance|sales|hr|it|r&d|security|data|mobile"
    r"|backend|frontend|payroll|treasury|compliance|legal|procurement|logistics|customer (?:success|service|support)"
    r"|emergency|pa?ediatrics|oncology|surgery|cardiology|maternity|radiology|critical care|intensive care",
    re.IGNORECASE,
)


def _names_department(two: list[str], post_first: bool) -> bool:
    """ "Staff Nurse, Ward 4, St Mary Clinic": what stands beside the post in its half is a part of the house."""
    pieces = comma_pieces(two[0] if post_first else two[1])
    beside = pieces[-1] if post_first else pieces[0]
    return len(pieces) > 1 and bool(is_field(beside) or _DEPARTMENT.fullmatch(beside))


def _lean(texts: list[Text], whatness: Measure, whereness: Measure) -> float:
    """Above 0 when the first of the two looks like the what."""
    first, second = _main_two(texts, whatness, whereness)
    return max(-3.0, min(3.0, _side(first, whatness, whereness) - _side(second, whatness, whereness)))


def _side(text: Text, whatness: Measure, whereness: Measure) -> float:
    """Above 0 when a text looks like a what, below when like a where."""
    single = 0.2 if " " not in text.text.strip() else 0.0
    return whatness(text.text) - whereness(text.text) - text.placed - single


def _main_two(texts: list[Text], whatness: Measure, whereness: Measure) -> tuple[Text, Text]:
    """The two texts most likely to be the pair: the first, and the one that best completes it."""
    if len(texts) == 2:
        return texts[0], texts[1]
    ranked = texts[:4]
    return max(
        ((one, other) for index, one in enumerate(ranked) for other in ranked[index + 1 :]),
        key=lambda two: (
            abs(_side(two[0], whatness, whereness) - _side(two[1], whatness, whereness))
            + 0.4 * (two[0] is texts[0])
            + 0.35 * (two[1] is texts[1])
        ),
    )


def _pair(head: Head, texts: list[Text], what_first: bool, whatness: Measure, whereness: Measure) -> Pair:
    place = head.places[0] if head.places else ""
    if not texts:
        return Pair(place=place)
    if len(texts) == 1:
        side = whatness(texts[0].text) - whereness(texts[0].text) - texts[0].placed
        is_what = side > 0 or (side == 0 and what_first)
        return Pair(texts[0].text, "", place) if is_what else Pair("", texts[0].text, place)
    first, second = _main_two(texts, whatness, whereness)
    lean = _side(first, whatness, whereness) - _side(second, whatness, whereness)
    ordered = what_first if abs(lean) < 2.5 or (lean > 0) == what_first else not what_first
    what, where = (first, second) if ordered else (second, first)
    rest = [text.text for text in texts if text not in (first, second)]
    return Pair(what.text, where.text, place, rest)
