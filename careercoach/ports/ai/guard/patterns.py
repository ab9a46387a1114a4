"""What gives a person away, as patterns over folded text (lower case, plain digits; see `plain.fold`)."""

import re
from collections.abc import Iterator
from typing import Literal

Kind = Literal["NAME", "EMAIL", "PHONE", "ADDRESS", "LINK", "ID"]
KINDS: tuple[Kind, ...] = ("NAME", "EMAIL", "PHONE", "ADDRESS", "LINK", "ID")
Span = tuple[int, int, Kind]

NO_LETTER_BEFORE = r"(?<![^\W_])(?<![\u0900-\u097f])"
NO_LETTER_AFTER = r"(?![^\W_])(?![\u0900-\u097f])"

_DOT = r"\s{0,2}(?:\.|[\[({<]\s{0,2}(?:dot|punto|\.)\s{0,2}[\])}>])\s{0,2}"
EMAIL = re.compile(
    r"(?<![\w.+%'-])[\w.+%'\u0900-\u097f-]{1,200} ?@ ?[a-z0-9\u0900-\u097f-]{1,63}(?: ?\. ?[a-z0-9\u0900-\u097f-]{1,63}){1,6}"
    r"|(?<![\w.+-])[\w.+-]{1,200}\s{0,2}[\[({<]\s{0,2}(?:at|arroba|@)\s{0,2}[\])}>]\s{0,2}[a-z0-9-]{1,63}(?:"
    + _DOT
    + r"[a-z0-9-]{2,63}){1,6}"
    r"|(?<![\w.+-])[\w.+-]{1,200} (?:at|arroba) [a-z0-9-]{1,63}(?: (?:dot|punto) [a-z0-9-]{2,63}){1,6}"
)
_URL = re.compile(r"(?:https?|ftp|hxxps?)\s?:\s?//\s?[^\s<>\"]+|www\.[^\s<>\"]+")
_PATH = re.compile(r"(?<![\w@./-])((?:[a-z0-9-]{1,63}\.){1,5}([a-z]{2,10}))/[^\s<>\",;|]+")
_NO_SITE = frozenset({"js", "ts", "py", "rb", "cs", "md", "csv", "json", "xml", "html", "css", "sql", "sh"})
_NO_HOST = frozenset({"asp.net", "ado.net", "vb.net", "ml.net"})
_HOSTED = re.compile(
    r"(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,3}(?:github\.io|gitlab\.io|netlify\.app|vercel\.app|pages\.dev|web\.app|herokuapp\.com"
    r"|blogspot\.com|wordpress\.com|wixsite\.com|weebly\.com|medium\.com|substack\.com|hashnode\.dev|notion\.site|carrd\.co"
    r"|is-a\.dev|tumblr\.com|webflow\.io|onrender\.com|fly\.dev)(?![\w-])"
)
"""Where people keep a site of their own: what stands in front is somebody's name there."""
_OWN_SITE = re.compile(
    r"(?:portfolio|web ?site|homepage|web|blog|sitio|pagina|वेबसाइट)\s?[:=-]\s{0,3}((?:[\w-]+\.)+[a-z]{2,10})"
)
_PROFILE = re.compile(
    r"(?:linkedin|github|gitlab|bitbucket|leetcode|hacker ?rank|codeforces|codechef|kaggle|twitter|instagram|telegram"
    r"|skype|behance|dribbble|medium|stack ?overflow|facebook|orcid|discord)"
    r"(?: (?:id|handle|user ?name|user|profile|usuario|perfil))?\s?[:=-]\s{0,3}((?:in/|u/|live:(?:\.cid\.)?)?@?[a-z0-9][\w.-]{2,38})"
    r"(?=\s*(?:$|[\n|,;/\u2022\u00b7)]))",
    re.MULTILINE,
)
_AT_NAME = re.compile(r"(?<![\w@./])@[a-z_][\w.-]{2,38}")
_CARD = re.compile(r"\b(?:[a-z]{5}\d{4}[a-z]|\d{8}-?[a-z]|[xyz]-?\d{7}-?[a-z]|[a-z]\d{7,8})\b")
_BIRTH = re.compile(
    r"(?:date of birth|\bd\.? ?o\.? ?b\.?\b|\bborn(?: on)?|fecha de nacimiento|\bnacid[oa] el|जन्म ?(?:तिथि|दिनांक|तारीख))"
    r"\s?[:-]?\s{0,3}([^\n|;,]{4,30}(?:, ?\d{4})?)"
)
_PHONE = re.compile(r"(?<![\w.,])(?:\+ ?|00)?\(?\d(?:[\d().\-/\t ]{5,24})\d(?![\w,])(?!\.\d)")
_CALL = re.compile(
    r"(?:\btel|phone|mobile|\bmob|\bcell|\bph|\bcall|whats ?app|contact|\bfax|telefono|movil|celular|फोन|फ़ोन|मोबाइल|दूरभाष|संपर्क)"
    r"[^\d\n+(]{0,14}$"
)
_YEAR = re.compile(r"(?:19|20)\d\d")

_NUMBER = r"(?:no\.? ?|n[.o]{0,2} ?|#)?\d{1,5}[a-z]?"
_WORD = r"[^\s,;|\d]{1,24}"
_STREET_EN = (
    r"(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|square|sq|terrace|crescent|close"
    r"|highway|hwy|parkway|nagar|marg|colony|sector|layout|phase|chowk|gali|vihar|enclave|mohalla|salai|cross)"
)
_ADDRESS = (
    re.compile(rf"\b{_NUMBER}[,/-]? (?:{_WORD}[, ]{{1,2}}){{0,4}}{_STREET_EN}\b\.?(?:,? \d{{1,4}}[a-z]?\b)?"),
    re.compile(
        rf"(?:\bcalle|\bc/|\bavenida|\bav(?:da|d)?\.?|\bplaza|\bpaseo|\bcamino|\bcarrera|\bcra\.?|\bjiron|\bronda) ?"
        rf"(?:{_WORD}[, ]{{1,2}}){{1,5}}{_NUMBER}\b(?:,? ?\d{{1,2}}[ºoª°]? ?[a-z]?\b)?"
    ),
    re.compile(
        r"\b(?:flat|apt|apartment|house|door|plot|unit|suite|room|piso|depto|मकान|फ्लैट)(?: ?(?:no|number|num|न|नं|संख्या))?\.? ?"
        r"[:#-]? ?\d{1,5}[a-z]?(?:[/-]\d{1,5}[a-z]?)?(?:, [^\n|;]{3,80})?"
    ),
    re.compile(r"\bp\.? ?o\.? ?box \d{1,6}|\bapartado(?: de correos)? \d{1,6}"),
    re.compile(r"(?:(?:home |postal |mailing |permanent |current )?address|direccion|domicilio|\bपता) ?[:-] ?([^\n|]{4,140})"),
    re.compile(
        r"(?:\bpin(?: ?code)?|\bzip(?: ?code)?|post(?:al)? ?code|codigo postal|\bc\.?p\.?|पिन ?(?:कोड)?)\s?[:-]?\s?"
        r"(\d{3} ?\d{2,3}|\d{5}-\d{4}|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})\b"
    ),
    re.compile(r"\b([a-z]{1,2}\d[a-z\d]? \d[abd-hjlnp-uw-z]{2})\b"),
)  # fmt: skip
_NUMBERED_HI = re.compile(
    rf"(?<!\d)\d{{1,5}}[a-z]?(?:[/-]\d{{1,5}})?,? (?:{_WORD}[, ]{{1,2}}){{0,4}}"
    rf"(?:मार्ग|रोड|सड़क|गली|नगर|कॉलोनी|कालोनी|मोहल्ला|सेक्टर|विहार|चौक|लेन){NO_LETTER_AFTER}"
)
_RELATIVE = re.compile(
    r"(?:(?:father|mother|husband|wife|spouse|guardian|parent|candidate|applicant)(?:'s)? name ?[:-]"
    r"|nombre (?:del? (?:la )?)(?:padre|madre|conyuge|candidat[oa]|tutor|tutora) ?:"
    r"|(?:पिता|माता|पति|पत्नी|अभिभावक|उम्मीदवार|आवेदक)(?:जी| जी)? का नाम ?[:-])"
    r"\s{0,3}((?:(?:shri|smt|mr|mrs|late|श्री|श्रीमती|स्व)\.? )?[^\s,.;:|\n]{2,24}(?: [^\s,.;:|\n]{2,24}){0,2})"
)
_SAYS_NAME = re.compile(
    r"(?:\bmy name is|\bme llamo|\bmi nombre es|(?:^|\n)\s{0,3}(?:full )?name ?:|(?:^|\n)\s{0,3}nombre(?: completo| y apellidos)? ?:"
    r"|मेरा नाम|(?:^|\n)\s{0,3}नाम ?:)\s{0,3}([^\s,.;:|\n]{2,24}(?: [^\s,.;:|\n]{2,24}){0,2})"
)


def pattern_spans(folded: str) -> Iterator[Span]:
    """Every stretch that looks like one of the kinds, whoever it belongs to."""
    for match in EMAIL.finditer(folded):
        yield match.start(), match.end(), "EMAIL"
    yield from _links(folded)
    for match in _PHONE.finditer(folded):
        if _is_phone(match.group(), folded[max(0, match.start() - 30) : match.start()]):
            yield match.start(), match.end(), "PHONE"
    for pattern in (_PROFILE, _AT_NAME, _CARD, _BIRTH):
        for match in pattern.finditer(folded):
            yield match.start(pattern.groups), match.end(pattern.groups), "ID"
    for match in _RELATIVE.finditer(folded):
        yield match.start(1), match.end(1), "NAME"
    for pattern in (*_ADDRESS, _NUMBERED_HI):
        for match in pattern.finditer(folded):
            yield match.start(pattern.groups), match.end(pattern.groups), "ADDRESS"
    yield from _said_names(folded)


def _links(folded: str) -> Iterator[Span]:
    for match in _URL.finditer(folded):
        yield match.start(), match.start() + len(match.group().rstrip(".,;:)]}'>")), "LINK"
    for match in _PATH.finditer(folded):
        if match.group(2) not in _NO_SITE and match.group(1) not in _NO_HOST:
            yield match.start(), match.start() + len(match.group().rstrip(".,;:)]}'>")), "LINK"
    for match in _HOSTED.finditer(folded):
        yield match.start(), match.end(), "LINK"
    for match in _OWN_SITE.finditer(folded):
        yield match.start(1), match.end(1), "LINK"


_NO_NAME = frozenset({"of", "the", "de", "la", "el", "and", "y", "is", "हैं", "है", "और", "i", "a", "not"})


def _said_names(folded: str) -> Iterator[Span]:
    for match in _SAYS_NAME.finditer(folded):
        end = match.start(1)
        for word in match.group(1).split(" "):
            if word in _NO_NAME:
                break
            end += len(word) + (end > match.start(1))
        if end > match.start(1):
            yield match.start(1), end, "NAME"


def _is_phone(written: str, before: str) -> bool:
    groups = re.findall(r"\d+", written)
    count = sum(map(len, groups))
    if count > 15:
        return False
    if written.lstrip().startswith("+") or _CALL.search(before):
        return count >= 7
    if count < 9:
        return False
    years = [group for group in groups if _YEAR.fullmatch(group)]
    return not (years and all(len(group) <= 2 or group in years for group in groups))
