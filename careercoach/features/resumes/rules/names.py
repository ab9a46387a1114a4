"""Whose resume it is: the line that looks, stands and reads most like a person's name."""

import re

from careercoach.features.resumes.rules.letters import key_of
from careercoach.features.resumes.rules.mails import EMAIL, in_ascii, spelled_out
from careercoach.features.resumes.rules.rows import Row
from careercoach.features.resumes.rules.telling import (
    degreeness,
    is_chinese,
    is_famous_place,
    is_url,
    organisationness,
    schoolness,
    titleness,
)
from careercoach.features.resumes.rules.titles import banners, section_kind

MAX_LETTERS = 45
MIN_ALONE = 9
"""Letters of a name without spaces, in letters other than ours."""
_LATIN = re.compile(r"[A-Za-zÀ-ž]")
MIN_BIG = 16.0
"""Letters of a heading, in points."""
_LABEL = re.compile(
    r"^(?:full\s+)?(?:name|nombre(?: y apellidos| completo)?|nom(?: et prénom)?|vor- und nachname"
    r"|nome(?: completo)?|नाम|姓名)\s*[:：]\s*",
    re.I,
)
_NICKNAME = re.compile(r"\s+[\"“”„«(][^\"“”»()]{2,20}[\"“”»)]\s+")
"""Geraldine "Gerry" O'Shaughnessy."""
_GREETING = re.compile(
    r"^(?:hello|hi|hey|hola|bonjour|hallo|olá)?[,!. ]*(?:i['’]?m|i am|my name is|soy|je suis|ich bin|eu sou)\s+", re.I
)
_BANNER = re.compile(
    r"^(?:resume|résumé|cv|curriculum vitae|lebenslauf|hoja de vida|currículum|currículo|curriculum)\s*(?:of|for|von|de|do|da|:|-|–)\s+",
    re.I,
)
"""Resume of Jane Doe."""
_ADDRESS = re.compile(rf"(?:e-?mail:?\s*)?{EMAIL.pattern}|[+(]?\d[\d\s().-]{{7,}}", re.I)
"""Ada Byron <ada@example.org>."""
_AFTER = re.compile(r"\s*(?:,|\||–|—|·|•|\s-\s)\s*(?P<rest>.+)$")
_TITLES = re.compile(r"^(?:dr|prof|mr|mrs|ms|mx|ing|dipl\.?-ing|sr|sra|d|mme|m|herr|frau|श्री|श्रीमती|डॉ)\.?\s+", re.I)
_CREDENTIAL = re.compile(
    r"^(?:ph\.?d|m\.?d|mba|rn|bsn|msn|cpa|pmp|esq|jr|sr|ii|iii|iv|m\.?sc|b\.?sc|p\.?e|cfa|dds|llm|cissp|acp|msw|lcsw|m\.?a|m\.?ed)\.?$",
    re.I,
)
_SMALL = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "du",
        "la",
        "le",
        "les",
        "van",
        "von",
        "der",
        "den",
        "ten",
        "ter",
        "al",
        "el",
        "bin",
        "ibn",
        "y",
        "e",
        "zu",
        "af",
        "av",
        "bint",
        "abu",
        "al-",
        "o'",
    ]
)
_WORD = re.compile(r"^[^\W\d_](?:[^\W\d_]|['’.\-\u0900-\u097f\u200c\u200d])*[.,]?$")


def find_name(rows: list[Row], email: str, heads: set[int]) -> tuple[str, Row | None]:
    """The name and its row; `heads` are the indexes of rows before the first section title of a column."""
    best, best_score, best_row = "", 0.0, None
    biggest = max((row.size for row in rows), default=0.0)
    for index, row in enumerate(rows):
        for place, cell in enumerate(row.cells[:3]):
            for text in [*_candidates(cell.text), *_over_two_lines(rows, index, biggest)]:
                score = _score(text, email)
                if score <= 0:
                    continue
                score += 3.0 * (cell.size / biggest) ** 2 if biggest else 0.0
                score += 1.0 if cell.size >= biggest - 0.1 else 0.0
                score += 1.5 if index in heads else -1.0
                score += max(0.0, 1.5 - 0.15 * index) + (0.3 if cell.style[1] else 0.0) - 0.3 * place
                labelled = _LABEL.match(cell.text) or (place and _LABEL.fullmatch(row.cells[place - 1].text + ":"))
                score += 3.0 if labelled else 0.0
                if score > best_score:
                    best, best_score, best_row = text, score, row
    return (_tidy(_with_neighbour(best, best_row, rows)), best_row) if best_score >= 3.5 else ("", None)


def _over_two_lines(rows: list[Row], index: int, biggest: float) -> list[str]:
    """First and last name below each other in the largest letters of the page, whatever stands beside them."""
    if biggest < MIN_BIG:
        return []
    large = [row.cells[0] for row in rows[index : index + 4] if row.cells[0].size >= biggest - 0.1]
    if len(large) < 2 or large[0] is not rows[index].cells[0] or large[1].y0 - large[0].y1 > large[0].size:
        return []
    two = [cell.text for cell in large[:2]]
    return [" ".join(two)] if all(len(text.split()) == 1 for text in two) else []


def _candidates(text: str) -> list[str]:
    """The text itself, and what stands before a comma, bar or dash."""
    if "@" in text or text[-1:].isdigit():
        text = _ADDRESS.split(text, maxsplit=1)[0].strip(" <(-–—|") or text
    text = _NICKNAME.sub(" ", _GREETING.sub("", _BANNER.sub("", _LABEL.sub("", text)))).strip(" *_|,·•")
    match = _AFTER.search(text)
    if not match:
        return [text]
    head = text[: match.start()].strip()
    rest = match["rest"].strip()
    if all(_CREDENTIAL.match(piece.strip()) for piece in rest.split(",")):
        return [head]
    if (
        "," in text
        and len(head.split()) == 1
        and 1 <= len(rest.split()) <= 2
        and head.isupper()
        and not titleness(rest)
    ):
        return [f"{rest} {head}"]
    return [head]


def _score(text: str, email: str) -> float:
    """How much the words alone look like a name; 0 or less: it is none."""
    if not 2 <= len(text) <= MAX_LETTERS or any(mark in text for mark in '@/:;!?()[]{}%$+=#<>"0123456789'):
        return 0.0
    key = key_of(text)
    if key in banners() or _LABEL.fullmatch(text + ":") or section_kind(text) or is_url(text) or EMAIL.search(text):
        return 0.0
    score = _local_part_score(text, email)
    if is_chinese(text):
        bare = text.replace(" ", "").replace("·", "")
        return score + (2.0 if 2 <= len(bare) <= 4 and titleness(text) < 2 and organisationness(text) < 2 else -5.0)
    words = _TITLES.sub("", text).split()
    if not 1 <= len(words) <= 6 or not all(_WORD.match(word) for word in words):
        return 0.0
    plain = [word for word in words if word.casefold().strip(".,") not in _SMALL]
    if not plain or not all(_is_large(word, email) for word in plain):
        return 0.0
    if titleness(text) >= 2 and score < 2:
        return -1.0
    if degreeness(text) >= 2 and score < 2:
        return -1.0
    if schoolness(text) >= 2 or is_famous_place(text):
        score -= 2.0
    elif (organisation := organisationness(text)) >= 1.5:
        # "Ana de la Cruz": with a small word inside, a weak sign of an organisation is a weak sign.
        score -= 1.0 if organisation < 2 and len(plain) < len(words) else 2.0
    if len(words) == 1 and not text.isascii() and len(text) >= MIN_ALONE and not _LATIN.search(text):
        return score + 0.5  # the spaces between Hindi words may be lost
    return score + (2.0 if 2 <= len(words) <= 4 else 1.0 if len(words) > 4 else 0.0)


def _is_large(word: str, email: str) -> bool:
    """A name begins large, or it is set small as in the person's address."""
    small = len(word) >= 4 and word.casefold() in email.casefold()
    return word[0] == word[0].upper() or small or re.search(r"[-'’][A-ZÀ-Þ]", word) is not None


def _local_part_score(text: str, email: str) -> float:
    """Names and e-mail addresses of one person share letters."""
    local = re.sub(r"[^a-z]", "", email.partition("@")[0].lower())
    parts = [
        part for part in re.findall(r"[a-z]+", f"{in_ascii(text)} {in_ascii(spelled_out(text))}") if len(part) >= 3
    ]
    parts = list(dict.fromkeys(parts))
    hits = sum(part in local or (len(part) > 4 and part[:4] in local) for part in parts)
    return min(1.6 * hits, 3.2)


def _with_neighbour(name: str, row: Row | None, rows: list[Row]) -> str:
    """First and last name may stand on lines of their own in the same large letters."""
    if row is None or len(name.split()) > 2 or is_chinese(name):
        return name
    index = rows.index(row)
    for other, before in ((index - 1, True), (index + 1, False)):
        if not 0 <= other < len(rows) or rows[other].page != row.page or rows[other].track != row.track:
            continue
        near = rows[other]
        text = near.cells[0].text
        alike = abs(near.size - row.size) < 0.6 and len(near.cells) == len(row.cells) == 1
        if (
            alike
            and row.size >= 14
            and 1 <= len(text.split()) <= 2
            and _score(f"{text} X", "") > 0
            and len(name.split()) == 1
        ):
            return f"{text} {name}" if before else f"{name} {text}"
    return name


def _tidy(name: str) -> str:
    """Capital letters as in running text when the whole name was set in capitals."""
    name = name.strip(" ,.|·•-–—") + ("." if name.endswith(("Jr.", "Sr.")) else "")
    if name.isupper() and len(name) > 3 and not is_chinese(name):
        return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]{3,})?", lambda word: word.group().capitalize(), name)
    return name
