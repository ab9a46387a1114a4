"""Consistency: dates, ends of points and names of tools look the same everywhere; nobody speaks of "I"."""

import re
from collections import Counter
from fractions import Fraction

from careercoach.features.resume_reports.rules.losses import Loss
from careercoach.features.resume_reports.rules.material import Material, Point
from careercoach.features.resume_reports.rules.verbs import TONGUES, weak_words
from careercoach.features.resume_reports.schemas import Place

DATES, ENDS, PRONOUNS, SPELLING = Fraction(2), Fraction(3, 2), Fraction(1), Fraction(3, 2)
_LETTERS = r"[^\W\d_]"
_FORMS = (
    ("iso", re.compile(r"(?<!\d)(?:19|20)\d\d[-–](?:0[1-9]|1[0-2])(?:-\d\d)?(?!\d)")),
    ("figures", re.compile(r"(?<!\d)(?:0?[1-9]|1[0-2])[./](?:19|20)\d\d(?!\d)")),
    ("name", re.compile(rf"{_LETTERS}{{5,12}}\.?,?\s+(?:de\s+|del\s+)?(?:19|20)\d\d(?!\d)")),
    ("short_name", re.compile(rf"(?<!{_LETTERS})(?!may\b){_LETTERS}{{3,4}}\.?,?\s+(?:de\s+)?(?:19|20)\d\d(?!\d)", re.IGNORECASE)),
)  # fmt: skip
_MONTHS = frozenset(
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "ene",
        "abr",
        "ago",
        "dic",
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "setiembre",
        "octubre",
        "noviembre",
        "diciembre",
        "janv",
        "févr",
        "mars",
        "avr",
        "mai",
        "juin",
        "juil",
        "août",
        "déc",
        "janvier",
        "février",
        "avril",
        "juillet",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
        "januar",
        "februar",
        "märz",
        "juni",
        "juli",
        "oktober",
        "dezember",
        "mär",
        "okt",
        "dez",
        "fev",
        "set",
        "out",
        "janeiro",
        "fevereiro",
        "março",
        "maio",
        "junho",
        "julho",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
        "जनवरी",
        "फरवरी",
        "फ़रवरी",
        "मार्च",
        "अप्रैल",
        "मई",
        "जून",
        "जुलाई",
        "अगस्त",
        "सितंबर",
        "सितम्बर",
        "अक्टूबर",
        "अक्तूबर",
        "नवंबर",
        "नवम्बर",
        "दिसंबर",
        "दिसम्बर",
    ]
)


_SHORT_IN_FULL = frozenset(
    ["may", "june", "july", "mai", "juin", "juni", "juli", "mars", "märz", "maio", "mayo", "août"]
)
"""Full names as short as short ones: they fit beside both."""


def judge(material: Material) -> list[Loss]:
    """One loss for each way in which the resume is not of one piece."""
    found = [_dates(material), _ends(material), _pronouns(material), _spelling(material)]
    return [loss for loss in found if loss is not None]


def _dates(material: Material) -> Loss | None:
    """Dates of posts written in several forms."""
    forms: dict[str, list[tuple[int, int]]] = {}
    for section in material.reading.sections:
        if section.kind != "work":
            continue
        for form, start, end in _dates_in(material.text[section.start : section.end]):
            forms.setdefault(form, []).append((section.start + start, section.start + end))
    if len(forms) < 2:
        return None
    usual = max(forms, key=lambda form: (len(forms[form]), -forms[form][0][0]))
    odd = sorted(place for form, places in forms.items() if form != usual for place in places)
    like = material.text[slice(*forms[usual][0])]
    return Loss("mixed_dates", DATES, material.place(*odd[0]), n=len(odd), words=like, sign="dates", example="")


def _dates_in(text: str) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    taken: set[int] = set()
    for form, pattern in _FORMS:
        for hit in pattern.finditer(text):
            word = re.match(rf"{_LETTERS}+", hit.group())
            if word is not None and word.group().casefold() not in _MONTHS - _SHORT_IN_FULL:
                continue
            if not taken & set(range(*hit.span())):
                taken |= set(range(*hit.span()))
                found.append((form, *hit.span()))
    return found


def _ends(material: Material) -> Loss | None:
    """Some points end with a full stop and some do not."""
    points = [point for point in material.points if not point.is_prose]
    with_stop = [point for point in points if point.text.rstrip().endswith((".", "।", "。"))]
    if not with_stop or len(with_stop) == len(points):
        return None
    fewer_stops = 2 * len(with_stop) <= len(points)
    odd = with_stop if fewer_stops else [point for point in points if point not in with_stop]
    example = odd[0].text.rstrip(" .।。") if fewer_stops else f"{odd[0].text.rstrip()}."
    kind = "some_stops" if fewer_stops else "some_without_stop"
    return Loss(kind, ENDS, odd[0].place, n=len(odd), sign="ends", example=example)


def _pronouns(material: Material) -> Loss | None:
    tongue = TONGUES.get(material.language)
    if tongue is None:
        return None
    odd: list[tuple[Point, str]] = []
    for point in material.points:
        first = point.text.casefold().split()[0].strip("'’,.:")
        # A weak opening is told by itself; who mends it loses the "I" on the way.
        if first in tongue.PRONOUNS and weak_words(point.text, material.language) is None:
            odd.append((point, point.text.split()[0]))
    if not odd:
        return None
    point, word = odd[0]
    rest = point.text[len(word) :].strip()
    return Loss(
        "pronouns", PRONOUNS, point.place, n=len(odd), words=word, sign="pronouns", example=rest[:1].upper() + rest[1:]
    )


def _spelling(material: Material) -> Loss | None:
    """One tool, two spellings: JavaScript and Javascript."""
    for slug in dict.fromkeys(mention.slug for mention in material.mentions):
        places = [(one.start, one.end) for one in material.mentions if one.slug == slug]
        written = Counter(material.text[start:end] for start, end in places)
        folded: dict[str, list[str]] = {}
        for words in written:
            # Of a name in several words, capitals depend on the sentence: "Accounts Payable", "accounts payable".
            if " " not in words and not words.isupper() and not words.islower():
                folded.setdefault(words.casefold(), []).append(words)
        twice = next((words for words in folded.values() if len(words) > 1), None)
        if twice is None:
            continue
        name = next((one.name for one in material.mentions if one.slug == slug and one.name in twice), "")
        right = name or max(twice, key=lambda words: written[words])
        wrong = next(words for words in twice if words != right)
        start, end = next(place for place in places if material.text[slice(*place)] == wrong)
        place: Place = material.place(start, end)
        return Loss("mixed_spelling", SPELLING, place, n=written[wrong], words=right, sign="spelling", example=right)
    return None
