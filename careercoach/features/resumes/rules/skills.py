"""The skills a resume lists: as tags, lists, tables and groups, without levels, bars and stars."""

import re
from dataclasses import dataclass, field
from functools import cache

from careercoach.features.resumes.rules.dates import find_periods
from careercoach.features.resumes.rules.letters import (
    clean,
    key_of,
    starts_with_bullet,
    without_bullet,
    without_symbols,
)
from careercoach.features.resumes.rules.mails import EMAIL
from careercoach.features.resumes.rules.rows import Cell, Row, Style
from careercoach.features.resumes.rules.sections import Section, look_of
from careercoach.features.resumes.rules.telling import is_famous_place
from careercoach.features.resumes.rules.titles import section_kind
from careercoach.features.resumes.rules.words.levels import LEVELS, PREFIXES
from careercoach.features.resumes.rules.wrapped import join_wrapped

MAX_SKILL_LETTERS = 60
MAX_SKILL_WORDS = 7
_COMMAS = re.compile(r"\s*[,;，；、|•·●▪∙■◆]\s*|\s{3,}|\s+[–—~✦✧✶❖◇♦◊➤►▶▸›»★☆⋅‣¦]\s+|\s+/\s+|\t|\s+[-*]\s+")
_STARS = re.compile(r"[●○◉◯•▪■□▮▯★☆✩✪⬤⭐◐◑⚫⚪▰▱█░▓▒]{2,}|(?:[●○◯★☆⬤]\s?){2,}")
_PERCENT = re.compile(r"\(?\b\d{1,3}\s?%\)?|\b\d{1,2}\s?/\s?(?:5|10|100)\b")
_YEARS = re.compile(
    r"\(?\b\d{1,2}\+?\s*(?:years?|yrs?|años|ans|jahre|anos|वर्ष|साल|年)(?:\s+(?:of\s+)?(?:experience|exp))?\)?", re.I
)
_LABEL = re.compile(r"^(?P<label>[^:：]{2,48})\s*[:：]\s*(?P<rest>.*)$")
_AND = re.compile(r"\s+(?:and|y|et|und|e|और)\s+(?=\S+(?:\s\S+)?$)|\s*(?:和|及)\s*")


_NUMBER = re.compile(r"[+(]?\d[\d\s()./–-]{7,}\d")
_SIGNED = re.compile(r"^[^\W\d][^,\d]{1,30},\s*(?:(?:den|le|el|em|a|il)\s+)?\d{1,2}[.\s]")
"""Town and day at the foot of a German or French resume: "Regensburg, den 3. Mai 2024"."""
_HEADS = frozenset(
    ["skill", "skills", "level", "proficiency", "competence", "experience", "kompetenz", "kenntnis", "niveau", "nivel",
     "nível", "compétence", "habilidad", "competencia", "competência", "कौशल", "स्तर", "技能", "水平", "熟练程度"]
)  # fmt: skip
"""What heads the columns of a table of skills."""
LEAST_STEP, MOST_STEP, SAME_LEFT = 8.0, 60.0, 4.0
"""Points by which lists stand in from their heads, and by which their lines begin apart at most."""
FOOT_GAP = 12.0
"""Empty lines above what stands at the foot of a page."""


@dataclass
class Group:
    """Skills under one heading, or single ones with no heading."""

    name: str = ""
    level: str = ""
    skills: list[str] = field(default_factory=list[str])


@cache
def _levels() -> frozenset[str]:
    return frozenset(word.strip() for line in LEVELS.strip().splitlines() for word in line.split("|"))


def is_level(text: str) -> bool:
    """True when the words say how well something is known."""
    key = text.strip(" ()[].:-–—·,").casefold()
    return key in _levels() or bool(re.fullmatch(r"(?:level|nivel|niveau|nível)?\s*[abc][12]\+?", key))


def without_strangers(rows: list[Row], name: str) -> list[Row]:
    """Rows of a skills section without what else stands there: the person's name, addresses, places, a foot line."""
    kept: list[Row] = []
    for row in rows:
        text = row.text.strip()
        if kept and row.gap > FOOT_GAP and (is_famous_place(text) or re.search(r"\d{4}", text)):
            break
        strange = (
            text == name or EMAIL.search(text) or _NUMBER.fullmatch(text) or (is_famous_place(text) and "," in text)
        )
        strange = strange or section_kind(text) == "skills" or all(key_of(cell.text) in _HEADS for cell in row.cells)
        if not strange and not (_SIGNED.match(text) and find_periods(text)):
            kept.append(row)
    return kept


def read_skills(rows: list[Row]) -> list[Group]:
    """The groups of one skills section, in the order of the page."""
    columns = _headed_columns(rows) or _flush_right_columns(rows)
    if columns:
        return [group for column in columns for group in _read_column(column)]
    return _read_column([(cells, row) for row in rows for cells in _cell_groups(row)])


def untitled_groups(sections: list[Section]) -> list[Group]:
    """Skill groups that stand as sections of their own, where no section is titled skills."""
    groups: list[Group] = []
    for section in sections:
        rows = [row for row in section.rows if not is_level(row.text)]
        short = all(len(row.text.split()) <= 5 and not find_periods(row.text) for row in rows)
        if section.kind in ("other", "publications") and section.title is not None and short:
            words = [skill for row in rows for piece in _split(row.text) for skill in _skill(piece)]
            groups.append(Group(_tidy(section.title.text), skills=words))
    return groups if len(groups) >= 2 else []


def _cell_groups(row: Row) -> list[list[Cell]]:
    return [row.cells]


def _headed_columns(rows: list[Row]) -> list[list[tuple[list[Cell], Row]]]:
    """Groups set side by side: heads in one row, their skills below in the same columns."""
    wide = [row for row in rows if len(row.cells) >= 2]
    if len(wide) < 2 or len(rows) < 3:
        return []
    edges = sorted({round(cell.x0 / 4) for row in wide for cell in row.cells})
    lefts = [
        edge * 4 for edge in edges if sum(any(abs(cell.x0 - edge * 4) < 6 for cell in row.cells) for row in wide) >= 2
    ]
    lefts = [left for index, left in enumerate(lefts) if index == 0 or left - lefts[index - 1] > 12]
    heads = wide[0].cells
    titled = len(heads) >= 2 and all(cell.style[1] or cell.size > rows[-1].size + 0.5 for cell in heads)
    below = next((row for row in rows if row is not wide[0] and row.y0 > wide[0].y0), None)
    plain_below = below is not None and not all(cell.style[1] for cell in below.cells)
    if len(lefts) < 2 or not titled or not plain_below:
        return []
    columns: list[list[tuple[list[Cell], Row]]] = [[] for _ in lefts]
    for row in rows:
        for cell in row.cells:
            nearest = max((index for index, left in enumerate(lefts) if left <= cell.x0 + 8), default=0)
            columns[nearest].append(([cell], row))
    return columns


def _flush_right_columns(rows: list[Row]) -> list[list[tuple[list[Cell], Row]]]:
    """Lists side by side whose lines end below each other but begin anywhere."""
    wide = [row for row in rows if len(row.cells) >= 2]
    rights = sorted({round(cell.x1) for row in wide for cell in row.cells})
    rights = [right for at, right in enumerate(rights) if at == 0 or right - rights[at - 1] > SAME_LEFT]
    columns: list[list[tuple[list[Cell], Row]]] = [[] for _ in rights]
    for row in rows:
        for cell in row.cells:
            column = next((at for at, right in enumerate(rights) if abs(cell.x1 - right) <= SAME_LEFT), None)
            if column is None:
                return []
            columns[column].append(([cell], row))
    lefts = [{round(cells[0].x0 / SAME_LEFT) for cells, _ in column} for column in columns]
    ragged = len(wide) >= 2 and len(rights) >= 2 and all(len(column) >= 2 for column in columns)
    return columns if ragged and all(len(left) >= 2 for left in lefts) else []


def _read_column(lines: list[tuple[list[Cell], Row]]) -> list[Group]:
    groups: list[Group] = []
    lines = join_wrapped(lines)
    looks = [_look(cells[0]) for cells, _ in lines]
    head_look = _head_look(lines)
    for (cells, row), look, hangs in zip(lines, looks, _hanging(lines), strict=True):
        label, texts = _label_and_texts(cells, row)
        is_head = hangs or (head_look is not None and look == head_look)
        if label:
            groups.append(Group(label))
        elif is_head and len(cells) == 1 and len(_split(texts[0])) == 1:
            groups.append(Group(_tidy(texts[0])))
            continue
        elif not groups:
            groups.append(Group())
        for text in texts:
            if is_level(text) and groups[-1].name and not groups[-1].skills:
                groups[-1].level = text.strip(" ()")
                continue
            groups[-1].skills += [skill for piece in _split(text) for skill in _skill(piece)]
    return _without_empty(groups)


def _hanging(lines: list[tuple[list[Cell], Row]]) -> list[bool]:
    """For each line whether a list of at least two lines hangs below it, set in from it; a level may come between."""
    heads = [False] * len(lines)
    for at, (cells, row) in enumerate(lines):
        if len(cells) != 1 or row.is_bullet or is_level(cells[0].text):
            continue
        below = [other for other, _ in lines[at + 1 :] if not is_level(other[0].text)][:2]
        steps = [other[0].x0 - cells[0].x0 for other in below]
        flush_right = all(abs(other[0].x1 - cells[0].x1) < SAME_LEFT for other in below)
        alike = len(steps) == 2 and abs(steps[1] - steps[0]) <= SAME_LEFT and not flush_right
        heads[at] = alike and LEAST_STEP <= steps[0] <= MOST_STEP
    return heads


def _head_look(lines: list[tuple[list[Cell], Row]]) -> Style | None:
    """How group heads look: the first line's look, if what follows each such line looks different."""
    if len(lines) < 2:
        return None
    looks = [_look(cells[0]) for cells, _ in lines]
    first = looks[0]
    others = [look for look in looks if look != first]
    levels = [is_level(cells[0].text) for cells, _ in lines]
    if not others or all(level for level, look in zip(levels, looks, strict=True) if look != first):
        return None
    heavier = first[1] or first[0] > others[0][0] + 0.4
    return first if heavier or looks[-1] != first else None


def _look(cell: Cell) -> Style:
    """How the words of a line look, not the stars or dots behind them."""
    worded = [part for part in cell.parts if any(letter.isalnum() for letter in part.text)]
    return max(worded or cell.parts, key=lambda part: len(part.text)).style


def _label_and_texts(cells: list[Cell], row: Row) -> tuple[str, list[str]]:
    """A group name set before a colon, in bold, or in a left column; and the texts after it."""
    first = cells[0]
    text = without_bullet(first.text) if starts_with_bullet(first.text) else first.text
    match = _LABEL.match(text)
    if match and len(match["label"].split()) <= 6 and not _COMMAS.search(match["label"].strip()):
        rest = [match["rest"]] if match["rest"].strip() else []
        return _tidy(match["label"]), [*rest, *(cell.text for cell in cells[1:])]
    bold_lead = first.parts[0].style[1] and len(first.parts) > 1 and not first.parts[-1].style[1]
    lead = first.parts[0].text.strip()
    if bold_lead and not is_level(first.text[len(lead) :]) and len(_split(first.text[len(lead) :])) > 1:
        return _tidy(lead), [first.text[len(lead) :], *(cell.text for cell in cells[1:])]
    listed = len(cells) == 2 and ("," in cells[1].text or "、" in cells[1].text) and "," not in first.text
    if (listed and look_of(first) != look_of(cells[1])) or (listed and len(_split(cells[1].text)) >= 2):
        return _tidy(first.text), [cells[1].text]
    return "", [cell.text for cell in ([first, *cells[1:]])]


def _split(text: str) -> list[str]:
    text = _STARS.sub("   ", text)
    text = without_bullet(text) if starts_with_bullet(text) else text
    pieces: list[str] = []
    for piece in _COMMAS.split(_protect(text)):
        pieces += [part.replace("\x01", ",").replace("\x02", "/") for part in [piece] if part.strip()]
    goes_on = text.rstrip().endswith((",", ";"))
    if not goes_on and (len(pieces) > 1 or (len(pieces) == 1 and len(pieces[0].split()) > 4)):
        last = _AND.split(pieces[-1])
        pieces = [*pieces[:-1], *last] if len(last) > 1 and all(len(part.split()) <= 4 for part in last) else pieces
    return pieces


def _protect(text: str) -> str:
    """Commas inside brackets do not part skills."""
    return re.sub(r"\([^()]*\)", lambda found: found.group().replace(",", "\x01"), text)


def _skill(text: str) -> list[str]:
    """One skill name, or nothing when the text is a level, a date or a sentence."""
    text = _PERCENT.sub(" ", _YEARS.sub(" ", text))
    text = re.sub(
        r"\s*[(\[]\s*([^()\[\]]*)\s*[)\]]\s*$",
        lambda found: "" if is_level(found[1]) or not found[1] else found.group(),
        text,
    )
    text = re.sub(r"\s+[-–—:]\s+([^-–—:]+)$", lambda found: "" if is_level(found[1]) else found.group(), text)
    text = _tidy(text)
    if not text or is_level(text) or not any(letter.isalnum() for letter in text) or text.isdigit():
        return []
    if len(text) > MAX_SKILL_LETTERS or len(text.split()) > MAX_SKILL_WORDS:
        return []
    if find_periods(text) and len(re.sub(r"[\d\W]", "", text)) < 8:
        return []
    return [text]


def _tidy(text: str) -> str:
    text = without_symbols(clean(text)).strip(" \t.:;,|·•-–—_*&'\"")
    lowered = text.casefold()
    for prefix in PREFIXES:
        if lowered.startswith(prefix + " ") or (
            not prefix.isascii() and lowered.startswith(prefix) and len(text) > len(prefix)
        ):
            return _tidy(text[len(prefix) :])
    if text.count("(") != text.count(")"):
        text = text.strip("() ")
    return re.sub(r"\s+", " ", text)


def _without_empty(groups: list[Group]) -> list[Group]:
    """A head with nothing below it is a skill itself."""
    kept: list[Group] = []
    for group in groups:
        if not group.skills and group.name:
            group.name = next(iter(_skill(group.name)), group.name)  # "Angular (98 %):"
        if group.skills or group.name:
            kept.append(group)
    return kept


def to_json(groups: list[Group]) -> list[dict[str, object]]:
    """JSON Resume form: groups with keywords; skills without a group stand alone."""
    listed: list[dict[str, object]] = []
    for group in groups:
        level = {"level": group.level} if group.level else {}
        if group.name and group.skills:
            listed.append({"name": group.name, **level, "keywords": list(dict.fromkeys(group.skills))})
        elif group.name:
            listed.append({"name": group.name, **level, "keywords": []})
        else:
            listed += [{"name": skill, "keywords": []} for skill in dict.fromkeys(group.skills)]
    return listed
