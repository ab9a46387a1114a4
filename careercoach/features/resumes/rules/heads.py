"""The texts in the head of an entry: cut at cells, marks and changes of look, without dates, places and addresses."""

import re
from dataclasses import dataclass, field

from careercoach.features.resumes.rules.dates import is_only_dates, without_dates
from careercoach.features.resumes.rules.entries import Entry
from careercoach.features.resumes.rules.forms import is_field_name
from careercoach.features.resumes.rules.halves import DASH, STRAY, comma_pieces, halves_of, split_place
from careercoach.features.resumes.rules.letters import starts_with_bullet, without_bullet, without_symbols
from careercoach.features.resumes.rules.rows import Cell, Row
from careercoach.features.resumes.rules.telling import (
    degreeness,
    find_urls,
    is_bare_place,
    is_chinese,
    is_famous_place,
    is_place,
    is_url,
    organisationness,
    schoolness,
    titleness,
    without_urls,
)

_MARKS = re.compile(
    r"\s+[|•·∙●▪‣]+\s+|\s*[|•·●▪]\s+|\s+[|•·]\s*|\s{3,}|\s*[｜/／]\s*(?=[\u4e00-\u9fff])|\s+::?\s+|\s+//?\s+"
)
_SPACES = re.compile(_MARKS.pattern + r"|(?<=[\u4e00-\u9fff）)])\s+(?=[\u4e00-\u9fff])")
"""Chinese names need no spaces: one parts two texts."""
_SEMICOLONS = re.compile(_MARKS.pattern + r"|\s*;\s*")
_WORKED_AS = re.compile(r",?\s+(?:as(?: an?)?|als|como|en tant que?)$")
"""`LA Metro, Los Angeles, CA as`, then the post in another look."""
_JOINER = re.compile(r"\W*(?:at|@|for|with|in|bei|chez|en|na|no|em)?\W*", re.I)
_LEADING = re.compile(r"^\W*(?:at|@|bei|chez)\s+(?=\S)")
_LABELLED = re.compile(r"^(?P<label>[^:：|]{1,60}?)\s*[:：]\s*(?P<rest>.*)$")
"""`Designation : Staff Nurse`."""
_PLACE_LABEL = re.compile(
    r"^(?:city|country|location|job location|place|address|dirección|adresse|endereço|地址|पता|ciudad|país|lugar|ville|pays|lieu|ort|stadt|land|cidade|local|शहर|स्थान|城市|地点)\s*[:：]\s*(.+)$",
    re.I,
)
_MARK = re.compile(r"\(?\s*\d[\d.,]*\s*(?:%|/\s*\d+(?:[.,]\d+)?)\s*\)?")
"""A grade alone: "(64%)", "8.2/10"."""
_NAMED_BY_DOMAIN = re.compile(
    r"[\w-]+\.(?:com|io|net|org|ai|de|fr)$|^[\w-]+\.(?:com|io|net|org|ai|co)\s*[,|–-]\s*[A-ZÀ-Þ]"
)
"""An employer that goes by its address: "Founder at Booking.com", "Booking.com, Founder"."""
_NUMBER = re.compile(r"[+(]?\d[\d\s()./–-]{7,}\d")
"""A telephone number that floats beside an entry."""
_IN_BRACKETS = re.compile(r"\([^()]*\)|（[^（）]*）")
"""A note behind a post, "(Zeitarbeit)", where post and employer are named besides."""


@dataclass
class Text:
    """One text of a head, and where in the head it stands (row, cell, piece)."""

    text: str
    slot: tuple[int, int, int]
    bold: bool = False
    size: float = 0.0
    row: Row | None = None
    placed: float = 0.0
    """How closely a place stands by it: employers and schools carry one, posts seldom do."""


@dataclass
class Head:
    """The parts of an entry's head."""

    texts: list[Text] = field(default_factory=list[Text])
    places: list[str] = field(default_factory=list[str])
    urls: list[str] = field(default_factory=list[str])
    in_places: list[Text] = field(default_factory=list["Text"])
    """The texts behind `places`: a short name before a town may be an employer after all."""


def read_head(entry: Entry) -> Head:
    """Cut the head of an entry into its texts."""
    head = Head()
    for row_number, row in enumerate(entry.head):
        for cell_number, cell in enumerate(row.cells):
            for piece_number, (text, bold, size) in enumerate(_pieces(cell)):
                slot = (row_number, cell_number, piece_number)
                _sort_in(head, Text(text, slot, bold, size, row))
    if len(head.texts) > 2:
        unasked = [text for text in head.texts if _IN_BRACKETS.fullmatch(text.text)]
        if len(head.texts) - len(unasked) >= 2:
            head.texts = [text for text in head.texts if text not in unasked]
    _free_names(head)
    _set_aside_first_place(head)
    return head


def _set_aside_first_place(head: Head) -> None:
    """`2019 – 2021 Bilbao, España`, then post and employer: the place stands first where a date does."""
    if len(head.texts) >= 3 and is_place(head.texts[0].text):
        head.places.append(head.texts.pop(0).text)


def share_places(heads: list[Head]) -> None:
    """Where one entry names a town we know, the others name theirs: an unknown word there is a place."""
    slots = {text.slot for head in heads if _names_both(head) for text in head.in_places}
    for head in heads:
        for text in [text for text in head.texts if text.slot in slots]:
            small = len(text.text.split()) <= 3 and text.text[:1].isupper()
            known = max(titleness(text.text), organisationness(text.text), schoolness(text.text), degreeness(text.text))
            if (len(head.texts) >= 3 or _names_both(head, text)) and small and known < 1 and text is not head.texts[0]:
                head.texts.remove(text)
                head.places.append(text.text)


def _names_both(head: Head, aside: Text | None = None) -> bool:
    """True when post and employer, or degree and school, stand there besides one of the texts."""
    others = [text for text in head.texts if text is not aside]
    return len(others) >= 2 or (
        len(others) == 1
        and max(titleness(others[0].text), degreeness(others[0].text)) >= 2
        and bool(halves_of(others[0].text))
    )


def _free_names(head: Head) -> None:
    """A head with one text only: `Best Buy, Melbourne, Australia` is an employer with its place, and a town that few
    know is the employer or school (`BA English`, then `Massey`)."""
    if len(head.texts) != 1:
        return
    for text in head.in_places:
        if not is_bare_place(text.text) or (not is_famous_place(text.text) and _is_only_what(head.texts[0].text)):
            head.places.remove(text.text.strip(STRAY))
            head.texts.append(text)
            return


def _is_only_what(text: str) -> bool:
    """A post without its employer, or a degree without its school."""
    known = max(titleness(text) - organisationness(text), degreeness(text) - schoolness(text))
    return known >= 2 and not halves_of(text)


def _pieces(cell: Cell) -> list[tuple[str, bool, float]]:
    """A cell cut where the look changes at a mark, and at bars, dots and dashes."""
    if is_only_dates(cell.text):
        return []
    stretches: list[tuple[str, bool, float]] = []
    for part in cell.parts:
        heavy = part.style[1] or part.style[2]
        # Scanned letters of one line differ a little in size.
        if stretches and stretches[-1][1] == heavy and abs(stretches[-1][2] / part.style[0] - 1) < 0.13:
            text, bold, size = stretches[-1]
            stretches[-1] = (text + part.text, bold, size)
        else:
            stretches.append((part.text, part.style[1] or part.style[2], part.style[0]))
    stretches = [stretch for stretch in _rejoined(stretches) if not _JOINER.fullmatch(stretch[0])]
    pieces: list[tuple[str, bool, float]] = []
    for text, bold, size in stretches:
        bare = without_dates(_without_label(without_bullet(text) if starts_with_bullet(text) else text))
        marks = _SPACES if is_chinese(bare) else _MARKS
        marks = _SEMICOLONS if bare.count(";") >= 2 else marks
        pieces += [(piece, bold, size) for piece in marks.split(_WORKED_AS.sub("", bare))]
    return [(piece, bold, size) for piece, bold, size in pieces if piece and piece.strip(STRAY)]


def _without_label(text: str) -> str:
    """What stands behind the name of a field; a place keeps its label, which tells that it is one."""
    found = _LABELLED.match(text)
    if found and _PLACE_LABEL.match(text):
        return f"{found['label']}: {found['rest']}"
    return found["rest"] if found and is_field_name(found["label"].strip(STRAY)) else text


def _rejoined(stretches: list[tuple[str, bool, float]]) -> list[tuple[str, bool, float]]:
    """A change of look parts two texts unless it falls inside a word or bracket."""
    joined: list[tuple[str, bool, float]] = []
    for text, bold, size in stretches:
        before = joined[-1][0] if joined else ""
        labelled = before.rstrip().endswith((":", "：")) or text.lstrip().startswith((":", "："))
        glued = before and (labelled or (before[-1].isalnum() and text[:1].isalnum()))
        if joined and (glued or not text.strip(STRAY + ".") or not before.strip(STRAY + ".")):
            joined[-1] = (before + text, joined[-1][1] if before.strip(STRAY) else bold, max(size, joined[-1][2]))
        else:
            joined.append((text, bold, size))
    return joined


def _sort_in(head: Head, text: Text) -> None:
    place = _PLACE_LABEL.match(text.text)
    if place:
        head.places.append(place[1].strip(STRAY))
        return
    text.text = _LEADING.sub("", text.text)
    text.text = _without_label(without_symbols(text.text)).strip()
    urls = find_urls(text.text)
    if urls and is_url(text.text):
        head.urls += urls
        return
    if urls and not _NAMED_BY_DOMAIN.search(text.text.strip()):
        head.urls += urls
        text.text = without_urls(text.text)
    text.text = _balanced(text.text.strip(STRAY.replace("(", "").replace(")", "")))
    if (
        not text.text
        or is_only_dates(text.text)
        or is_field_name(text.text)
        or _MARK.fullmatch(text.text)
        or _NUMBER.fullmatch(text.text)
        or not any(letter.isalnum() for letter in text.text)
    ):
        return
    if head.texts and is_place(text.text):
        head.places.append(text.text.strip(STRAY))
        head.in_places.append(text)
        return
    head.texts.append(text)


def _balanced(text: str) -> str:
    """Without a bracket that lost its partner."""
    for left, right in ("()", "[]", "（）"):
        if text.count(left) != text.count(right):
            text = text.strip(left + right + " ") if text.count(left) + text.count(right) == 1 else text
    return text.strip()


def usual_marks(heads: list[Head]) -> str:
    """The marks that part lone texts, the more usual of this section first."""
    lone = [split_place(head.texts[0].text)[0] for head in heads if len(head.texts) == 1]
    dashes = sum(bool(DASH.search(text)) for text in lone)
    commas = sum(len(comma_pieces(text)) > 1 for text in lone)
    return ";,-" if commas > dashes else ";-,"
