"""A posting parted into what it asks, what the job does, what is an advantage, and talk about the firm."""

import html
import re
from typing import NamedTuple

from careercoach.features.matching.rules.headings import (
    ABOUT_LINE,
    HEADING_LINE,
    INLINE,
    Kind,
    kind_of,
)
from careercoach.features.matching.rules.strange_headings import LABEL, MARKS, guess_kind, guess_label

_LEGAL = re.compile(
    r"equal opportunity|without regard to|regardless of (?:race|gender|age)|protected (?:veteran|characteristic"
    r"|by law)|reasonable accommodation"
    r"|affirmative action|background check|by (?:submitting|applying|clicking)\b|privacy (?:policy|notice)|e-verify\b"
    r"|applicant tracking|captcha|(?:applicants?|candidates?) (?:should|must|are asked to) (?:submit|apply|send)"
    r"|(?:please )?(?:send|submit|e-?mail|forward) (?:us )?(?:your |an? |the )?(?:updated )?(?:cv|resum|r[eé]sum|letter|cover|application|transcript)|in (?:our|the|parts of the) (?:hiring|recruit(?:ment|ing)|application) process|igualdad de oportunidades|we (?:celebrate|value) diversity",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"^(?:at [A-Z][\w&.]*,? (?:we|our)|we(?:'|\u2019)re a |we are an? |we are the |our (?:company|product|platform"
    r"|mission|customers|clients|app|software|(?:\w+ ){1,3}(?:company|product|platform|software|app))\b|founded (?:in|by)|headquartered|built (?:in|on|with)\b.{3,60}, our"
    r"|(?:employer|company|organi[sz]ation|client|department|town|main area)\s*:"
    r"|[A-Z][\w&.'-]+(?: [A-Z][\w&.'-]*| of| and| &){0,4} (?:is|was|helps|provides|offers|builds|makes|has been|serves|moves|runs|sells|develops|creates"
    r"|designs|delivers|operates|connects|powers|supports) )"
)
_ASKS = re.compile(
    r"\b(?:looking for|seeking|hiring|you will|you(?:'|\u2019)ll|candidate|experience (?:with|in)|join|need"
    r"|require|want|must|essential|desirable|preferred|plus\b|bonus|advantage|nice|helpful|important|key\b|beneficial|valued|ideal)",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"^(?:(?:our |the |your |additional |other |employee |company |some |full )*(?:benefits|perks)\b(?! (?:administration|enrol|analyst|manage|special))"
    r"|we (?:also )?(?:pay|cover|throw in) (?!attention)|we (?:also )?(?:offer|provide) (?:you )?(?:an? )?(?:competitive|great|generous|excellent|comprehensive|attractive|full|flexible|paid|free)"
    r"|in return\b|you(?:'|\u2019)(?:ll| will) (?:also )?(?:get|receive|enjoy) (?:an? )?(?:competitive|great|generous|excellent|paid|free|full|access)"
    r"|(?:wir|nous) (?:bieten|offrons|proposons)\b|ofrecemos\b|se ofrece\b)",
    re.IGNORECASE,
)
"""A sentence of what the firm gives, whatever section it stands in."""
_OURS = re.compile(r"(?:we|our)\b|interviews?\s*:|for an? (?:\w+ )?chat\b|(?:what it won|this is not)", re.IGNORECASE)
"""A sentence of the firm behind the last list."""
_TAG = re.compile(r"<(/?)(\w+)[^>]*>")
_ITEM = re.compile(rf"\s*[{re.escape(MARKS)}]")
_ROW = re.compile(r"(?m)^[ \t]*\|([^\n]*)\|[ \t]*$")
_BREAK = re.compile(
    r"(?<=[a-z0-9)\]%\u0900-\u097fáéíóúäöüß])(?:(?<!\bmind)(?<!\bmin)(?<!\bmax)(?<!\bbzw)(?<!\binkl)(?<!\bca)(?<!\bz\.B)(?<!\be\.g)(?<!\bi\.e)(?<!\bapprox)(?<!\bincl)"
    r"(?<!\bvs)[.!]|\?(?!\s+(?i:great|even better|lovely|brilliant|awesome|fantastic|cool|nice|perfect"
    r"|bonus|plus|excellent|amazing|tell us|let us know|mention it|say so|we(?:'|\u2019)ll (?:add|pay))\b))\s+(?=[A-Z\u00c0-\u00dc\u0900-\u097f\u2022(\d])|[;\n]+|[\u3002\uff1b\uff01\uff1f]\s*"
    r"|(?<=[a-z]{5})(?<!\bincl)(?<!approx)\.\s+(?=[a-z]{2})"
    r"|\s[\u2022\u25cf\u25aa\u00b7]\s|\u0964\s*"
)


_WRAPPED = re.compile(
    r"(?<=[a-z,0-9A-Z)&/-])[ ]?\n(?=[a-z][a-z\d ]|\()"
    r"|(?<=,)[ ]?\n(?=\w)"
    r"|(?<=\b(?:or|of|in|to|by|as|an|on))[ ]?\n(?=\w)|(?<=\b(?:and|the|for|our|via))[ ]?\n(?=\w)"
    r"|(?<=\b(?:with|from|like))[ ]?\n(?=\w)|(?<=\busing)[ ]?\n(?=\w)"
)


class Clause(NamedTuple):
    """A sentence or bullet of the posting and the kind of section it stands in."""

    text: str
    start: int
    kind: Kind


def plain_text(posting: str) -> str:
    """The posting without HTML: blocks become lines, list items bullets, entities signs."""
    if not re.search(r"<(?:p|br|li|div|ul|h\d|strong|b|td)\b", posting, re.IGNORECASE):
        return _rows_as_lines(posting.replace("\r\n", "\n").replace("\r", "\n").strip("\ufeff"))
    posting = re.sub(r"(?is)<(script|style)\b.*?</\1>", " ", posting)
    text = _rows_as_lines(_TAG.sub(_unfold_tag, posting))
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+", " ", html.unescape(text))).strip()


def _unfold_tag(match: re.Match[str]) -> str:
    name = match[2].lower()
    if name == "li":
        return "" if match[1] else "\n- "
    if name in ("td", "th"):
        return " |" if match[1] else " "
    if name == "tr" and not match[1]:
        return "\n|"
    return "\n" if name in ("p", "br", "div", "ul", "ol", "tr") or name[0] == "h" else ""


def _rows_as_lines(text: str) -> str:
    """Rows of a table between bars as lines: "| Pay | $20 |" says "Pay: $20"."""
    return _ROW.sub(_row_as_line, text) if "|" in text else text


def _row_as_line(match: re.Match[str]) -> str:
    cells = [cell for part in match[1].split("|") if (cell := part.strip(" \t\n*"))]
    if all(set(cell) <= {"-", ":", " "} for cell in cells):
        return ""
    return cells[0] + ": " + " | ".join(cells[1:]) if len(cells) > 1 else "".join(cells)


def clauses(text: str) -> list[Clause]:
    """Sentences and bullets in order, each with the kind of its section; headings themselves are left out."""
    found: list[Clause] = []
    kind: Kind = "intro"
    # Line breaks inside a wrapped sentence become spaces, so that it stays whole; places do not change.
    joined = _WRAPPED.sub(lambda match: " " * len(match.group()), text)
    for start, end, new_kind in _parts(text, joined):
        kind = new_kind or kind
        if start < end:
            found += _sentences(text, joined, start, end, kind)
    return found


def _parts(text: str, joined: str) -> list[tuple[int, int, Kind | None]]:
    """Stretches between headings; a heading alone on its line, or with a colon before its text."""
    marks = _alone(text)
    taken = [(start, end) for start, end, _ in marks]
    found: list[tuple[int, int, Kind]] = []
    for match in INLINE.finditer(text):
        found.append((match.start(), match.end(), kind_of(match)))
    for match in LABEL.finditer(text):
        if kind := guess_label(match["label"]):
            found.append((match.start(), match.end(), kind))
    for one in found:
        if not any(start < one[1] and one[0] < end for start, end in taken):
            marks.append(one)
            taken.append(one[:2])
    marks.sort()
    marks += _after_labels(joined, marks)
    marks.sort()
    parts: list[tuple[int, int, Kind | None]] = [(0, marks[0][0] if marks else len(text), None)]
    for number, (_, end, kind) in enumerate(marks):
        parts.append((end, marks[number + 1][0] if number + 1 < len(marks) else len(text), kind))
    return parts


def _alone(text: str) -> list[tuple[int, int, Kind]]:
    """Headings that stand alone on their line."""
    marks: list[tuple[int, int, Kind]] = []
    lines = text.splitlines(keepends=True)
    at = 0
    for number, line in enumerate(lines):
        bare = line.strip()
        if bare and len(bare) < 70:
            match = HEADING_LINE.match(bare)
            if match:
                marks.append((at, at + len(line), kind_of(match)))
            elif ABOUT_LINE.match(bare):
                marks.append((at, at + len(line), "about"))
            elif number and (
                kind := guess_kind(bare, lines[number - 1], _block(lines, number), {kind for _, _, kind in marks})
            ):
                marks.append((at, at + len(line), kind))
        at += len(line)
    return marks


def _block(lines: list[str], number: int) -> list[str]:
    """The lines below one up to the next empty line; a single empty line right below it does not count."""
    found: list[str] = []
    for line in lines[number + 1 : number + 12]:
        if line.strip():
            found.append(line.strip())
        elif found or line is not lines[number + 1]:
            break
    return found


def _after_labels(joined: str, marks: list[tuple[int, int, Kind]]) -> list[tuple[int, int, Kind]]:
    """ "Salary: 30,000" on a line of its own says nothing of the lines below: there the section before goes on."""
    found: list[tuple[int, int, Kind]] = []
    for place, (_, end, kind) in enumerate(marks):
        line_end = joined.find("\n", end)
        following = marks[place + 1][0] if place + 1 < len(marks) else len(joined)
        is_label = (
            kind in ("offer", "about") and line_end >= 0 and joined[end:line_end].strip() and joined[end - 1] != "\n"
        )
        if is_label and line_end < following and not _ITEM.match(joined, line_end):
            earlier: list[Kind] = [other for _, _, other in marks[:place] if other not in ("offer", "about")]
            found.append((line_end, line_end, earlier[-1] if earlier else "intro"))
    return found


def _sentences(text: str, joined: str, start: int, end: int, kind: Kind) -> list[Clause]:
    found: list[Clause] = []
    at = start
    for mark in [*_BREAK.finditer(joined, start, end), None]:
        stop = mark.start() + (1 if mark.group()[0] in ".!?" else 0) if mark else end
        piece = text[at:stop]
        lead = len(piece) - len(piece.lstrip(" \t\n" + MARKS))
        if piece[lead:].strip():
            body = piece[lead:].rstrip()
            found.append(Clause(body, at + lead, _settled(kind, body)))
        at = mark.end() if mark else end
    return found


def _settled(kind: Kind, body: str) -> Kind:
    """A clause may be of another kind than its section: legal lines, praise of the firm before the first heading."""
    if _LEGAL.search(body):
        return "about"
    if _GIVES.match(body):
        return "offer"
    if kind == "intro" and _FIRM.match(body) and not _ASKS.search(body):
        return "about"
    if kind == "nice" and _OURS.match(body) and not _ASKS.search(body):
        return "about"
    return kind
