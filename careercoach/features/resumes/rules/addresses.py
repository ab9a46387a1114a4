"""Which of the e-mail addresses on a resume is the person's, and what stands above and below each on its page."""

from dataclasses import dataclass

from careercoach.features.resumes.rules.mails import (
    NameWords,
    Place,
    linked_addresses,
    may_hold,
    read_address,
    resembles,
)
from careercoach.features.resumes.rules.rows import Cell, Row
from careercoach.features.resumes.rules.sections import Section

OWN = ("head", "contact")
STRANGERS = ("references",)
BUSY = ("work", "education", "projects", "publications", "volunteer", "certificates", "awards")
"""Sections in which addresses are those of firms and schools, rather than the person's."""
NEAR = 1.2
"""Heights between two lines up to which one goes on with the other."""
SAME_EDGE = 3.0
"""Points."""
MOST_LINES = 3
NARROW = 190.0
"""Points: a wider column breaks no address."""


@dataclass(slots=True)
class _Found:
    rank: int
    address: str


def find_places(rows: list[Row]) -> list[Place]:
    """The texts of the page that may have an address in them, with their neighbours in the same column."""
    cells = [cell for row in rows for cell in row.cells]
    return [_place(cells, index) for index, cell in enumerate(cells) if may_hold(cell.text)]


def _place(cells: list[Cell], index: int) -> Place:
    cell = cells[index]
    near = [other for other in cells if other is not cell and other.page == cell.page and _in_line(other, cell)]
    above, below = _chain(cell, near, -1), _chain(cell, near, 1)
    column = [other for other in (*near, cell) if abs(other.x0 - cell.x0) <= SAME_EDGE and other.x1 < other.x0 + NARROW]
    edge = max((other.x1 for other in column), default=0.0)
    return Place(
        cell.text,
        tuple(other.text for other in above or cells[max(index - 1, 0) : index]),
        tuple(other.text for other in below or cells[index + 1 : index + 4]),
        tuple(_fills(other, edge) for other in above),
    )


def _chain(cell: Cell, near: list[Cell], way: int) -> list[Cell]:
    """Up to three lines that follow each other closely from `cell` downwards (1) or upwards (-1)."""
    chain: list[Cell] = []
    last = cell
    for other in sorted(near, key=lambda other: way * other.y0):
        upper, lower = (last, other) if way > 0 else (other, last)
        if way * (other.y0 - last.y0) > 1 and _touches(upper, lower) and len(chain) < MOST_LINES:
            chain.append(other)
            last = other
    return chain


def _fills(cell: Cell, edge: float) -> bool:
    """True when one letter more would not fit before the edge."""
    return cell.x1 + 1.5 * (cell.x1 - cell.x0) / max(len(cell.text), 1) >= edge


def _in_line(one: Cell, other: Cell) -> bool:
    """True for the same left edge, right edge or middle."""
    left, right = one.x0 - other.x0, one.x1 - other.x1
    return min(abs(left), abs(right), abs(left + right) / 2) <= SAME_EDGE


def _touches(upper: Cell, lower: Cell) -> bool:
    height = min(upper.y1 - upper.y0, lower.y1 - lower.y0)
    return -0.5 * height <= lower.y0 - upper.y1 <= NEAR * height


def choose_email(places: list[Place], sections: list[Section], links: list[str], name_words: NameWords) -> str:
    """The person's address: near the name, else behind a link, else anywhere but among the referees' ones."""
    linked = linked_addresses(links)
    texts = _Texts(sections)
    found: list[_Found] = []
    strangers: set[str] = set()
    for place in places:
        address = read_address(place, linked, name_words)
        if not address:
            continue
        kind = texts.kind_of(place)
        if kind in OWN:
            return address
        alike = resembles(address, name_words())
        if kind in STRANGERS and not alike:
            strangers.add(address.lower())
        else:
            found.append(_Found((3 if kind not in BUSY else 5) - 2 * alike, address))
    printed = {one.address.lower() for one in found} | strangers
    for link in linked:
        if link.lower() not in printed:
            found.append(_Found(1 if resembles(link, name_words()) else 2, link))
    return min(found, key=lambda one: one.rank).address if found else ""


class _Texts:
    """The text of each section without its white space, put together when it is asked for, those of the person first."""

    def __init__(self, sections: list[Section]) -> None:
        self._sections = sorted(sections, key=lambda section: section.kind not in OWN)
        self._tight: list[str] = []

    def kind_of(self, place: Place) -> str:
        """The kind of the section in which the text of `place` stands; "" if it is nowhere."""
        bare = _tight(place.text)
        for number, section in enumerate(self._sections):
            if number == len(self._tight):
                self._tight.append(_tight("".join([row.text for row in _all_rows(section)])))
            if bare in self._tight[number]:
                return section.kind
        return ""


def _all_rows(section: Section) -> list[Row]:
    return [*([section.title] if section.title else []), *section.rows]


def _tight(text: str) -> str:
    return "".join(text.split())
