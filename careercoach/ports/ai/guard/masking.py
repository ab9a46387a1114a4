"""Names, mail addresses, phone numbers, addresses, links and ids leave no text: placeholders stand for them.

What the house knows of the person is looked for in every spelling we can think of, patterns find the rest. Then a
second, coarser look: if anything masked can still be recognised, ShieldError, and nothing is sent.
"""

import asyncio
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from uuid import UUID

from careercoach.core.letters import Folded, fold, plain_text
from careercoach.ports.ai.guard.known import Known
from careercoach.ports.ai.guard.patterns import (
    EMAIL,
    KINDS,
    NO_LETTER_AFTER,
    NO_LETTER_BEFORE,
    Kind,
    Span,
    pattern_spans,
)  # fmt: skip
from careercoach.ports.ai.guard.words import word_list
from careercoach.ports.ai.seams import Masked, ShieldError

FindKnown = Callable[[UUID], Awaitable[Known]]

_HOLDERS = re.compile(rf"\[?\b(?:{'|'.join(KINDS)})_(\d+)\b\]?", re.IGNORECASE)
_PIECES = re.compile(r"[^\s,;:|/()\[\]{}<>\"'\u2018\u2019\u02bc`\u00b4.!?\u2022\u00b7@_\-]+")
_PARTICLES = word_list("particles")
# Words that are names, too: in small letters they are the word.
_ALSO_WORDS = word_list("also_words")
_ESCAPED = re.compile(r"\\[nrtbf]")
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa", "Ø": "Oe"}
)
_DOTS_AND_JOINERS = "\u093c\u200c\u200d"
_NASALS = "\u0901\u0902"
_ENDING = r"(?:ji|jee|bhai|ben|जी|भाई|बेन)?\d{0,6}"
"""What is put behind a name without a blank: "Ashaji", "आशाजी", "asha92"."""
_FILE_ENDINGS = "(?:pdf|docx?|odt|rtf|txt|md|jpe?g|png)"
_POSTCODE = re.compile(r"\d{3} ?-?\d{2,3}")
MOST_PARTS = 5
MOST_CHARACTERS = 400_000


def mask_texts(texts: Mapping[str, str], known: Known) -> Masked:
    """All texts of one question, masked together. Raises ShieldError."""
    if sum(map(len, texts.values())) > MOST_CHARACTERS:
        raise ShieldError("too long to be looked through")
    plain = {name: plain_text(text) for name, text in texts.items()}
    spans = {name: find_spans(text, known) for name, text in plain.items()}
    holders = _name_values(plain, spans)
    masked = {name: _replace(text, spans[name], holders) for name, text in plain.items()}
    for text in masked.values():
        if found := still_recognisable(_HOLDERS.sub("\u25a1", text), known):
            raise ShieldError(f"a value of the kind {found} could still be recognised")
    originals = {holder: value for (_, value), holder in holders.items()}
    counts = Counter(kind.lower() for kind, _ in holders)
    return Masked(masked, originals, dict(counts), lambda text: _restore(text, originals))


def find_spans(text: str, known: Known) -> list[Span]:
    """What must not leave, in order, none overlapping another. `text` holds no unseen letters (`plain_text`)."""
    folded = _to_look_at(text)
    found: list[Span] = []
    for start, end, kind in [*pattern_spans(folded.text), *_known_spans(text, folded, known)]:
        first, last = folded.span(start, end)
        while first < last and text[first].isspace():
            first += 1
        while first < last and text[last - 1].isspace():
            last -= 1
        if first < last:
            found.append((first, last, kind))
    return _joined(found)


def _to_look_at(text: str) -> Folded:
    """The folded text; line ends that JSON wrote as two letters do not stick to the word after them."""
    folded = fold(text)
    return folded._replace(text=_ESCAPED.sub(" \n", folded.text))


def _joined(spans: list[Span]) -> list[Span]:
    """Overlapping stretches become one, of the longest one's kind."""
    result: list[Span] = []
    longest = 0
    for start, end, kind in sorted(spans, key=lambda span: (span[0], -span[1])):
        if result and start < result[-1][1]:
            before = result[-1]
            result[-1] = (before[0], max(before[1], end), kind if end - start > longest else before[2])
            longest = max(longest, end - start)
        else:
            result.append((start, end, kind))
            longest = end - start
    return result


def _known_spans(text: str, folded: Folded, known: Known) -> Iterator[Span]:
    for kind, pattern, only_capital in _patterns_of(known):
        for match in pattern.finditer(folded.text):
            if only_capital and not text[folded.places[match.start()]].isupper():
                continue
            yield match.start(), match.end(), kind


def _patterns_of(known: Known) -> Iterator[tuple[Kind, re.Pattern[str], bool]]:
    """What to look for, and whether it counts in capital letters only."""
    for value in known.emails:
        yield "EMAIL", _loose(value), False
        local = fold(value.partition("@")[0]).text
        if len(local) >= 4 and local not in _ALSO_WORDS:
            yield "ID", _whole(re.escape(local)), False
    for value in known.phones:
        digits = re.sub(r"\D", "", fold(value).text)
        if len(digits) >= 7:
            yield "PHONE", re.compile(r"(?:\+?\d{0,3}[\s().-]{0,3})?" + r"[\W_]{0,3}".join(digits[-10:])), False
    for value in known.addresses:
        yield from _address_patterns(value)
    for value in known.links:
        bare = re.sub(r"^[a-z]+://(?:www\.)?|/+$", "", fold(value).text.strip())
        if len(bare) >= 5:
            yield "LINK", re.compile(r"(?:https?://)?(?:www\.)?" + re.escape(bare) + r"/?"), False
    for value in known.ids:
        handle = fold(value).text.lstrip("@")
        if len(handle) >= 3:
            yield "ID", _whole("@?" + re.escape(handle)), handle in _ALSO_WORDS
    for name in known.names:
        yield from _name_patterns(name)


def _address_patterns(value: str) -> Iterator[tuple[Kind, re.Pattern[str], bool]]:
    if len(re.sub(r"[\W_]", "", value)) < 4:
        return
    if digits := _POSTCODE.fullmatch(fold(value).text.strip()):
        yield "ADDRESS", _whole(r"[\s-]?".join(re.sub(r"\D", "", digits.group()))), False
        return
    yield "ADDRESS", _loose(value), False
    # The street without its number, or with it behind.
    for street in re.split(r"[\d,;\n]+", value):
        if len(street.split()) > 1 and len(re.sub(r"[\W_]", "", street)) >= 6:
            yield "ADDRESS", _loose(street.strip()), False


def _name_patterns(name: str) -> Iterator[tuple[Kind, re.Pattern[str], bool]]:
    for spelling in dict.fromkeys((name, name.translate(_UMLAUTS))):
        pieces = name_pieces(spelling)
        if len(pieces) > 1:
            yield from _whole_name_patterns(pieces)
        for piece in pieces:
            yield from _piece_patterns(piece)


def _whole_name_patterns(pieces: list[str]) -> Iterator[tuple[Kind, re.Pattern[str], bool]]:
    between = r"[\s.,'_-]{0,3}(?:[a-z]\.?[\s.,_-]{1,2})?"
    spelled = [_spelled(piece) for piece in pieces]
    yield "NAME", _whole(between.join(spelled)), False
    yield "NAME", _whole(between.join(reversed(spelled))), False
    yield "NAME", _whole(re.escape(pieces[0][0]) + r"\.? {0,2}" + spelled[-1]), len(pieces[-1]) < 3
    for first, second in pairwise(pieces):
        if len(first) == 1:  # O'Brien, OBrien
            yield "NAME", _whole(first + r"['\s_-]?" + _spelled(second)), False
    parts = [piece for piece in pieces if piece not in _PARTICLES][:MOST_PARTS]
    glued = {"".join(pieces), *(one + other for one in parts for other in parts if one != other)}
    for solid in sorted(solid for solid in glued if len(solid) >= 6):
        yield "NAME", re.compile(rf"(?<![\w.-])[\w.-]*{_spelled(solid)}[\w-]*(?:\.[a-z]{{2,10}}\b)?"), False


def _piece_patterns(piece: str) -> Iterator[tuple[Kind, re.Pattern[str], bool]]:
    if piece in _PARTICLES or len(piece) < 2:
        return
    # Hindi has no capital letters: there every word that is a name is taken for one.
    only_capital = piece in _ALSO_WORDS or (len(piece) < 3 and piece.upper() != piece)
    ending = "" if only_capital or len(piece) < 3 else _ENDING
    yield "NAME", _whole(_spelled(piece) + ending), only_capital
    if len(piece) >= 4 and piece not in _ALSO_WORDS:
        # Her own site or a file of hers: "asha-portfolio.dev", "ashaCV.pdf".
        behind = r"[a-z]{2,10}" if len(piece) >= 5 else _FILE_ENDINGS
        before_it = rf"(?<![\w@.-])[\w-]*{_spelled(piece)}[\w-]*"
        yield "LINK", re.compile(rf"{before_it}(?:\.[a-z0-9-]+)*\.{behind}\b"), False


def _spelled(word: str) -> str:
    """A pattern for a folded word. Hindi is written with and without its dots and joiners, and with either nasal."""
    letters: list[str] = []
    for letter in word:
        if letter in _DOTS_AND_JOINERS:
            continue
        letters.append("[\u0901\u0902]" if letter in _NASALS else re.escape(letter))
        if "\u0900" <= letter <= "\u097f":
            letters.append(f"[{_DOTS_AND_JOINERS}]{{0,2}}")
    return "".join(letters)


def name_pieces(name: str) -> list[str]:
    """The words of a name, folded."""
    return [fold(piece).text for piece in _PIECES.findall(plain_text(name))]


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(NO_LETTER_BEFORE + pattern + NO_LETTER_AFTER)


def _loose(value: str) -> re.Pattern[str]:
    """The value with other spacing and punctuation between its words."""
    words = re.findall(r"[^\s,;.|/-]+|[.@/-]", fold(plain_text(value)).text)
    return re.compile(r"[\s,;]{0,3}".join(map(re.escape, words)))


def _name_values(texts: Mapping[str, str], spans: Mapping[str, list[Span]]) -> dict[tuple[Kind, str], str]:
    # Numbers go on after the highest one that somebody wrote into a text: theirs never turn into values.
    taken = [int(number) for text in texts.values() for number in _HOLDERS.findall(text) if len(number) < 7]
    following = dict.fromkeys(KINDS, max(taken, default=0))
    holders: dict[tuple[Kind, str], str] = {}
    for name, text in texts.items():
        for start, end, kind in spans[name]:
            key = (kind, text[start:end])
            if key not in holders:
                following[kind] += 1
                holders[key] = f"[{kind}_{following[kind]}]"
    return holders


def _replace(text: str, spans: Iterable[Span], holders: Mapping[tuple[Kind, str], str]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end, kind in spans:
        pieces += [text[at:start], holders[kind, text[start:end]]]
        at = end
    return "".join([*pieces, text[at:]])


def _restore(text: str, originals: Mapping[str, str]) -> str:
    def value(match: re.Match[str]) -> str:
        return originals.get(f"[{match.group().strip('[]').upper()}]", match.group())

    return _HOLDERS.sub(value, text)


def still_recognisable(text: str, known: Known, *, with_pieces: bool = True) -> Kind | None:
    """The kind of a value that could be made out in a text that is about to leave, None when there is none.

    `with_pieces` False: a part of a name by itself is none (our own instructions may hold the word). Looks past
    anything put between the letters: "a s h a  r a o", "98-11-00-22", "asha\u00b7rao".
    """
    folded = _without_dots(_to_look_at(plain_text(text)).text)
    if EMAIL.search(folded):
        return "EMAIL"
    for kind, letters in _traces(known, with_pieces):
        spread = r"[\W_]{0,3}".join(map(re.escape, _without_dots(letters)))
        if re.search(NO_LETTER_BEFORE + spread + (_ENDING if kind == "NAME" else "") + NO_LETTER_AFTER, folded):
            return kind
    return None


def _without_dots(text: str) -> str:
    return re.sub(f"[{_DOTS_AND_JOINERS}]", "", text).replace("\u0901", "\u0902")


def _traces(known: Known, with_pieces: bool) -> Iterator[tuple[Kind, str]]:
    for name in dict.fromkeys(spelling for one in known.names for spelling in (one, one.translate(_UMLAUTS))):
        pieces = [piece for piece in name_pieces(name) if piece not in _PARTICLES]
        if len(pieces) > 1 and len("".join(pieces)) >= 6:
            yield "NAME", "".join(pieces)
            yield "NAME", "".join(reversed(pieces))
        for piece in pieces if with_pieces else ():
            if len(piece) >= 4 and piece not in _ALSO_WORDS:
                yield "NAME", piece
    others: tuple[tuple[Kind, tuple[str, ...], int], ...] = (
        ("EMAIL", known.emails, 6), ("LINK", known.links, 8), ("ID", known.ids, 5),
    )  # fmt: skip
    for kind, values, least in others:
        for value in values:
            letters = re.sub(r"^[a-z]+://(?:www\.)?|[\W_]", "", fold(plain_text(value)).text)
            if len(letters) >= least and letters not in _ALSO_WORDS:
                yield kind, letters
    for phone in known.phones:
        digits = re.sub(r"\D", "", fold(phone).text)
        if len(digits) >= 7:
            yield "PHONE", digits[-10:]


class PersonShield:
    """Masks with what the house knows of the asker."""

    def __init__(self, find_known: FindKnown) -> None:
        self._find_known = find_known

    async def mask(self, texts: Mapping[str, str], *, asker: UUID | None) -> Masked:
        """Raises ShieldError when something might be left."""
        known = await self._find_known(asker) if asker else Known()
        return await asyncio.to_thread(mask_texts, texts, known)
