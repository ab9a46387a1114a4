"""The person's e-mail address: whole, broken over lines, spelled out, glued to its neighbours, or behind a link."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from careercoach.features.resumes.rules.words.domains import MAIL_HOSTS, TOP_DOMAINS

_LETTER = "A-Za-z0-9À-ÖØ-öø-ɏ"
_LOCAL = rf"[{_LETTER}_][{_LETTER}._%+'’-]*"
_HOST = rf"[{_LETTER}](?:[{_LETTER}-]*[{_LETTER}])?(?:\.[{_LETTER}-]+)*\.(?:xn--[a-z0-9-]{{2,}}|[A-Za-z]{{2,24}})"
EMAIL = re.compile(rf"{_LOCAL}\s?@\s?{_HOST}")
_TIGHT = re.compile(f"{_LOCAL}@{_HOST}")
"""An address without white space: an icon may stand before it as "@"."""
_INDIC = re.compile(r"[\w.\u0900-\u0dff-]+@[\w\u0900-\u0dff-]+(?:\.[\w\u0900-\u0dff-]+)+")
_OPEN, _CLOSE = r"\s*[(\[{<]\s*", r"\s*[)\]}>]\s*"
_DOT_WORD = "(?:dot|punkt|point|punto|ponto)"
_DOT = rf"(?:{_OPEN}{_DOT_WORD}{_CLOSE}|\s+{_DOT_WORD}\s+|\.)"
_FRAMED_DOT = rf"(?:{_OPEN}{_DOT_WORD}{_CLOSE}|[.+_-])"
_SAID = re.compile(
    rf"(?<![\w.])(\w+(?:{_FRAMED_DOT}\w+)*)(?:{_OPEN}(?:at|ät|arroba|arobase|arobas|@|a){_CLOSE}|_at_)"
    rf"(\w[\w-]*(?:{_DOT}[\w-]+)*{_DOT}[a-z]{{2,12}})(?!\w)",
    re.I,
)
_SPOKEN = re.compile(
    r"(?:^|[:|,;]\s*)([a-z0-9._+-]+)\s+(?:at|AT)\s+([\w-]+(?:\s+(?:dot|DOT)\s+[\w-]+)*\s+(?:dot|DOT)\s+[A-Za-z]{2,12})(?!\w)"
)
_GROUP = re.compile(rf"[{{(]\s*([\w.+-]+)(?:\s*[,;|/]\s*[\w.+-]+)+\s*[}})]\s*@\s*({_HOST})")
"""{ada, lovelace}@example.org, as scholars write."""
_GLUED = re.compile(
    r"(\.(?:com|org|net|edu))(?!munity$|pany$|puter$|pare$|work$|flix$|cation$|anic$|ange$)[a-z]{3,}$"
    r"|(\.[a-z]{2,4})\.?[A-Z][A-Za-z]*$"
)
"""A word of the next column that the page sets right against the address."""
_GLUED_URL = re.compile(
    r"(?<=\.)([a-z]{2,6}?)(?:https?|www\.\S*|(?:linkedin|github|gitlab|twitter|facebook|instagram|behance|medium|kaggle)\.\S*)$"
)
_GLUED_LABEL = re.compile(r"^(?:E-?[Mm]ail|E-?MAIL|Correo|Courriel)(?=[a-z0-9])")
_GLUED_PHONE = re.compile(r"^\d{9,14}(?=[A-Za-z]{2})")
_CUT_START = re.compile(r"(?=.{8,40}$)[A-Za-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)+")
"""The first part of an address that fills its line: names with dots between them."""
_CUT_END = re.compile(r"[a-z0-9-]*\.?[a-z]{1,6}(?:\.[a-z]{2})?", re.I)
_REST = re.compile(rf"@?[{_LETTER}.-]+", re.I)
_UNFINISHED = re.compile(rf"[{_LETTER}._%+'-]+@[{_LETTER}.-]*$")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_HINT = re.compile(r"[@＠﹫]|_at_|(?:\bat|\bät|arroba|arobase?)\s*[)\]}>]|\sdot\s", re.I)
_WIDE = re.compile("[！-～﹫。\u00ad–‑−]")


NameWords = Callable[[], frozenset[str]]
"""The words of the person's name in small letters; asked for only where they decide."""


@dataclass(slots=True)
class Place:
    """A text of the page with an address in it, or a part of one, and what stands right above and below it."""

    text: str
    above: tuple[str, ...] = ()
    """The nearest line first."""
    below: tuple[str, ...] = ()
    filled: tuple[bool, ...] = ()
    """Whether each text above goes as far to the right as the column lets it; empty: unknown."""


def find_email(lines: Sequence[str], links: Iterable[str] = ()) -> str:
    """The first e-mail address in `lines`, also one broken over two lines; "" if there is none."""
    linked = linked_addresses(links)
    for number in range(len(lines)):
        above = tuple(reversed(lines[max(number - 2, 0) : number]))
        address = read_address(Place(lines[number], above, tuple(lines[number + 1 : number + 4])), linked)
        if address:
            return address
    return linked[0] if linked else ""


def linked_addresses(links: Iterable[str]) -> list[str]:
    """The addresses of links that write a mail."""
    bare = (unquote(link[7:].partition("?")[0]) for link in links if link.lower().startswith("mailto:"))
    return [found.group() for link in bare if (found := EMAIL.search(link))]


def may_hold(text: str) -> bool:
    """True when a text may have an address in it, or a part of one: quick, and rather wrong than missing any."""
    return _HINT.search(text) is not None


def read_address(place: Place, linked: Sequence[str] = (), name_words: NameWords = frozenset) -> str:
    """The address in `place`, as the link behind it writes it; "" if there is none."""
    text, above = straight(place.text.strip()), list(zip(place.above, place.filled or (None, None), strict=False))
    group = _GROUP.search(text)
    if group:
        return f"{group[1]}@{group[2]}"
    if text.startswith("@") and text.count("@") == 1 and above:
        whole = _with_local_part(text, above[0][0], place.below)
        text, above = whole, above[1:] if whole != text else above
    found = _TIGHT.search(text) or EMAIL.search(text)
    address, start = (re.sub(r"\s", "", found.group()).strip(".'’"), found.start()) if found else ("", 0)
    if not found or text.endswith(found.group()):
        joined = _joined_down(text, place.below)
        start = text.rfind(" ", 0, text.find("@")) + 1 if joined else start
        address = joined or address
    if not address:
        return _told(text)
    if start <= 2:
        address = _joined_up(address, text, above)
    return _as_linked(_unglued(_with_lost_line(address, text[:start], name_words)), linked)


def _told(text: str) -> str:
    """An address in letters of India, or with words for its signs."""
    indic = _INDIC.search(text)
    if indic:
        return indic.group()
    said = _SAID.search(text) or _SPOKEN.search(text)
    return f"{_dotted(said[1])}@{_dotted(said[2])}" if said else ""


def straight(text: str) -> str:
    """The text with full-width signs, long dashes and odd spaces of its addresses as addresses have them."""
    if _WIDE.search(text):
        text = "".join(unicodedata.normalize("NFKC", sign) if "！" <= sign <= "～" else sign for sign in text)
        text = re.sub(r"(?<=[A-Za-z0-9])。(?=[a-z])", ".", text.replace("﹫", "@")).replace("\u00ad", "")
        text = re.sub(r"(?<=[a-z0-9])[–‑−](?=[a-z0-9.-]*@)|(?<=[a-z0-9])(?<=\w)[–‑−](?=[a-z])", "-", text)
    if "@" not in text:
        return text
    text = re.sub(r"\b([a-z0-9]+) ([._][a-z0-9._]*@)", r"\1\2", text)
    return re.sub(r"@\s?[A-Za-z0-9-]+(?:\s?\.\s?[a-z0-9-]+)+", _squeezed, text)


def _squeezed(found: re.Match[str]) -> str:
    """A domain with white around its dots, if it ends as domains do and not before the white."""
    whole = found.group()
    tight = re.match(r"@\s?[A-Za-z0-9-]+(?:\.[a-z0-9-]+)*", whole)
    ended = tight and tight.group().rpartition(".")[2] in TOP_DOMAINS and not whole[tight.end() :].startswith(" .")
    bare = re.sub(r"\s", "", whole)
    return bare if not ended and bare.rpartition(".")[2] in TOP_DOMAINS else whole


def _dotted(text: str) -> str:
    return re.sub(rf"{_OPEN}{_DOT_WORD}{_CLOSE}|\s+{_DOT_WORD}\s+", ".", text, flags=re.I)


def _joined_down(text: str, below: Sequence[str]) -> str:
    """The address whose end stands on the lines below; "" if nothing there belongs to it."""
    partial = _UNFINISHED.search(text)
    if partial is None:
        return ""
    address = partial.group()
    for line in below:
        pieces = straight(line.strip()).split(" ")
        joined = _with_end(address, pieces[0], alone=len(pieces) == 1)
        if not joined:
            break
        address = joined
    return address if address != partial.group() and _TIGHT.fullmatch(address) else ""


def _with_end(address: str, after: str, *, alone: bool) -> str:
    """The address with the end that was pushed to the next line, if its own end is no known one."""
    ending = address.rpartition("@")[2].rpartition(".")[2].lower() if "." in address.partition("@")[2] else ""
    if re.fullmatch(r"\.[a-z]{2,12}(?:\.[a-z]{2})?", after, re.I):
        return address + after
    if not _REST.fullmatch(after) or "@" in after:
        return ""
    if not alone and address[-1] not in "@.-":
        return ""
    joined = address + after
    if address.endswith("-"):
        host = joined.partition("@")[2].replace("-", "")
        joined = joined.partition("@")[0] + "@" + host if host in MAIL_HOSTS else joined
    known = joined.rpartition(".")[2].lower() in TOP_DOMAINS
    if address[-1] in "@.-":
        return joined if (known and "." in joined.partition("@")[2]) or (alone and after.endswith(".")) else ""
    if len(after) <= 2 and ending:
        return joined if (ending + after.lower() in TOP_DOMAINS and after == after.lower()) or address.isupper() else ""
    if ending in TOP_DOMAINS or len(after) > 24:
        return ""
    if not ending:
        return joined if known or after.endswith(".") else ""
    return joined if known and _CUT_END.fullmatch(after) else ""


def _with_local_part(text: str, above: str, below: Sequence[str]) -> str:
    """What begins with "@" and a domain, with the name that ends the line above, if it is one."""
    before = straight(above.strip()).split(" ")[-1]
    domain = text.split(" ")[0]
    ended = domain.rpartition(".")[2].lower() in TOP_DOMAINS or below
    return before + text if ended and re.fullmatch(_LOCAL, before) and "." in domain + "".join(below[:1]) else text


def _joined_up(address: str, text: str, above: Sequence[tuple[str, bool | None]]) -> str:
    """The address with its start on the lines before: hyphenated off by TeX, or cut where a narrow column ends."""
    for line, filled in above:
        before = straight(line.strip())
        if not before or " " in before or "@" in before:
            break
        if filled is None:
            filled = len(before) >= len(text.split(" ")[0]) - 1
        whole = _with_start(before, address, text, filled=filled)
        if whole == address:
            break
        address, text = whole, before
    return address


def _with_start(before: str, address: str, text: str, *, filled: bool) -> str:
    local = address.partition("@")[0]
    start = re.fullmatch(r"\W*([a-z0-9._]{1,24})-", before)
    if start:
        return start[1] + address
    if re.fullmatch(r"[a-z0-9_-]+(?:[._][a-z0-9_-]+)*[._]", before, re.I):
        return before + address
    if text[:1] in "._" and re.fullmatch(r"[A-Za-z0-9._-]+", before):
        return before + ("" if address[0] in "._" else text[:1]) + address
    is_handle = before[:3].lower() == local[:3].lower() or before.rpartition(".")[2].lower() in TOP_DOMAINS
    cut = _CUT_START.fullmatch(before) and before.isupper() == address.isupper() and filled
    return before + address if cut and not is_handle else address


def _with_lost_line(address: str, before: str, name_words: NameWords) -> str:
    """TeX draws "_" as a line, which is no letter: a part of the name stands one space before the address."""
    word = re.search(r"(?:^|[\s:|])([a-z]{2,})\s$", before)
    return f"{word[1]}_{address}" if word and word[1] in name_words() else address


def _unglued(address: str) -> str:
    """Without the labels, numbers and web addresses that stand right against it."""
    local, _, host = address.partition("@")
    bare = _GLUED_LABEL.sub("", local)
    if bare.islower() and len(bare) >= 2:
        local = bare
    local = _GLUED_PHONE.sub("", local)
    host = _GLUED_URL.sub(r"\1", host)
    return local + "@" + _GLUED.sub(r"\1\2", host)


def _as_linked(address: str, linked: Sequence[str]) -> str:
    """As the link behind it writes it, also where the page cuts its start off or sets an icon before it.

    Without such a link small, if the page sets it in capitals.
    """
    low = address.lower()
    same = next((link for link in linked if link.lower().endswith(low) or low.endswith(link.lower())), "")
    return same or (low if address.isupper() else address)


def resembles(address: str, name_words: Iterable[str]) -> bool:
    """True when a word of the person's name, three letters or more, stands in the address."""
    local = re.sub(r"[^a-z]", "", in_ascii(address.partition("@")[0]))
    written = [in_ascii(form) for word in name_words for form in (word, spelled_out(word))]
    return any(len(bare) >= 3 and bare in local for bare in written)


def spelled_out(text: str) -> str:
    """German letters as addresses have them: "Tönnies" is toennies."""
    return text.casefold().translate(_UMLAUTS)


def in_ascii(text: str) -> str:
    """Small letters without their accents; others are dropped."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
