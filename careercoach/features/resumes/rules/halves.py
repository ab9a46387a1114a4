"""Cutting one text in two: the post from the employer, either from its place."""

import re

from careercoach.features.resumes.rules.telling import (
    degreeness,
    is_bare_place,
    is_famous_place,
    is_place,
    is_town,
    organisationness,
    schoolness,
    titleness,
)

STRAY = " ,;|·•–—-:/()[]\t*_"
"""Marks at the ends of a text that do not belong to it."""
_BEHIND_BRACKET = re.compile(r"^(?P<before>[^()]+?)\s*\((?P<name>[A-ZÀ-Þ][^()]{2,})\)?$")
"""`Event Planner (Dunmore Legal LLP)`."""
_KIND_OF_WORK = re.compile(
    r"(?:full|part)[- ]time|contract|freelance|temp|intern|remote|hybrid|on-?site|acting|interim|permanent|seasonal"
    r"|volunt|casual|self|cover|maternity|promoted|team|reporting|level|grade|band|tier|stage|practicum|co-?op"
    r"|tiempo|temporal|remoto|prácticas|contrato|autónom|cdi|cdd|stage|alternance|vollzeit|teilzeit|befristet|estágio",
    re.IGNORECASE,
)
_BEHIND_DASH = re.compile(r"^(?P<before>.+)\s+[–—-]\s+(?P<place>[^–—]+)$")
"""`Bookkeeper, Tidewater Dental — Moncton, NB`."""
DASH = re.compile(r"\s+(?:[–—―-]|--|~)\s+|\s*—\s*")
_SEMICOLON = re.compile(r"\s*[;；]\s+|；")
_AT = re.compile(
    r"\s+(?:at|@|bei|chez)\s+|\s*@\s*(?=[A-ZÀ-Þ])|\s+from\s+(?=[A-ZÀ-Þ])"
    r"|\s+(?:as(?: an?)?|als|como|en tant que?)\s+(?=[A-ZÀ-Þ])"
)


def halves_of(text: str, marks: str = ";-,") -> list[list[str]]:
    """The ways to cut a lone text in two: at "at", else at the first of `marks` (a dash, a comma) that it has."""
    pieces = [piece.strip(STRAY) for piece in _AT.split(text)]
    if len(pieces) >= 2 and all(pieces):
        return [_two(pieces, at) for at in range(1, len(pieces))]
    inside = _BEHIND_BRACKET.match(text)
    if (
        inside
        and titleness(inside["before"]) >= 2 > titleness(inside["name"])
        and not _KIND_OF_WORK.match(inside["name"])
    ):
        return [[inside["before"].strip(STRAY), inside["name"].strip(STRAY)]]
    for mark in marks:
        cut = _SEMICOLON if mark == ";" else DASH
        pieces = comma_pieces(text) if mark == "," else [piece.strip(STRAY) for piece in cut.split(text)]
        if len(pieces) >= 2 and all(pieces):
            glue = ", " if mark == "," else " – "
            return [[glue.join(pieces[:at]), glue.join(pieces[at:])] for at in range(1, len(pieces))]
    return []


def _two(pieces: list[str], at: int) -> list[str]:
    return [" – ".join(pieces[:at]), " – ".join(pieces[at:])]


def split_place(text: str) -> tuple[str, str]:
    """A text and the place at its end: `Acme Inc., Austin, TX` gives both."""
    dashed = _BEHIND_DASH.match(text)
    before = dashed["before"] if dashed else ""
    pieces = max(len(comma_pieces(before)), len(DASH.split(before)))
    bare = bool(dashed and is_bare_place(dashed["place"])) and max(titleness(before), degreeness(before)) < 2
    if dashed and is_place(dashed["place"]) and (pieces > 1 or bare):
        return before.strip(STRAY), dashed["place"]
    pieces = re.split(r"(,\s+|，|\s+\(|\s+in\s+(?=[A-Z]))", text)
    for start in (len(pieces) - 5, len(pieces) - 3, len(pieces) - 1):
        if start < 2:
            continue
        tail = "".join(pieces[start:]).strip(" )")
        if (
            is_place(tail)
            and not (start + 4 < len(pieces) and _ends_in_state(tail))
            and not _holds_employer("".join(pieces[: start - 1]), tail)
        ):
            return "".join(pieces[: start - 1]).strip(STRAY), tail
    return text, ""


def _ends_in_state(tail: str) -> bool:
    """ "Magna, Troy, MI": a state in two letters stands behind one town, and what comes before that is no place."""
    return tail.count(",") == 2 and re.search(r",\s*[A-Z]{2}$", tail) is not None


def _holds_employer(before: str, tail: str) -> bool:
    """ "Buyer, Dunnes Stores, Dublin": with the unknown name taken for a town, the post would have no employer, and the
    degree no school."""
    is_what = titleness(before) >= 2 > organisationness(before) or degreeness(before) >= 2 > schoolness(before)
    alone = is_what and not halves_of(before)
    if not is_bare_place(tail) and not halves_of(before) and max(organisationness(before), schoolness(before)) < 1:
        names = comma_pieces(tail)
        return len(names) == 2 and is_town(names[-1])  # "Brand Promoter, Fan Milk, Accra": one town is enough
    unknown_school = degreeness(before) >= 2 and not is_famous_place(tail)
    return alone and (not is_bare_place(tail) or unknown_school)


def comma_pieces(text: str) -> list[str]:
    """A text cut at its commas, short endings such as "Inc." kept with the name before them."""
    raw: list[str] = re.split(r"\s*[,，]\s+|，", re.sub(r",\s*$", "", text))
    pieces: list[str] = []
    for piece in raw:
        if pieces and re.fullmatch(
            r"(?:Inc|LLC|Ltd|Llc|S\.?A|S\.?L|GmbH|Corp|Co|PLC|LLP|P\.?C|PhD|Jr|Sr|II|III)\.?", piece.strip()
        ):
            pieces[-1] += f", {piece}"
        else:
            pieces.append(piece)
    return [piece.strip() for piece in pieces if piece.strip(STRAY)]
