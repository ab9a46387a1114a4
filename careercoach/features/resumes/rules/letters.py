"""Cleaning the letters of a page: ligatures, soft hyphens, icon fonts, odd spaces, letter-spaced titles."""

import re
import unicodedata

LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u2011": "-", "\u2010": "-",
    "\u00ad\u2010": "-",
}  # fmt: skip
BULLETS = "•●○◦▪▫■□‣⁃∙·►▶➢➤❖✓✔✦★☆◆◇▸▹–—-*+»›"
_JOINED = re.compile("[\ufb00-\ufb06\u00ad\u2010\u2011]")
_BULLET = re.compile(rf"^\s*(?!\*\*\S)(?:[{re.escape(BULLETS)}]|o(?=\s)|\(?\d{{1,2}}[.)](?=\s))\s*(?=\S)")
_STRONG_BULLET = re.compile(r"^\s*[•●○◦▪▫■□‣⁃∙►▶➢➤❖✓✔✦◆◇▸▹]")
_ODD_SPACE = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u3000]+")
_DROPPED = re.compile(
    r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffd\ufe0e\ufe0f\ue000-\uf8ff]|[\U000f0000-\U0010ffff]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SPACING_MARKS = {
    "´": "\u0301",
    "`": "\u0300",
    "¨": "\u0308",
    "ˆ": "\u0302",
    "^": "\u0302",
    "˜": "\u0303",
    "ˇ": "\u030c",
    "˚": "\u030a",
}
_ACCENT = re.compile("[´`¨ˆ˜ˇ˚¸]")
_MARK_BEFORE = re.compile(r"([´`¨ˆ˜ˇ˚]) ?([A-Za-zı])")
_CEDILLA_AFTER = re.compile(r"([cCsS]) ?¸|¸ ?([cCsS])")
_SYMBOLS = re.compile(r"[\u2190-\u21ff\u2300-\u23ff\u2600-\u26ff\u2700-\u27bf\u2b00-\u2bff]|[\U0001f000-\U0001faff]")
_JOINERS = {"\u200c", "\u200d"}


def clean(text: str) -> str:
    """The letters a reader sees, with single spaces; leading and trailing spaces kept as one."""
    if text.isascii() and text.isprintable() and "  " not in text and "`" not in text:
        return text
    if _JOINED.search(text):
        text = re.sub("-?\u00ad[\u2010-]?", lambda found: "-" if len(found.group()) > 1 else "\u00ad", text)
        for ligature, letters in LIGATURES.items():
            text = text.replace(ligature, letters)
    text = _with_accents(unicodedata.normalize("NFC", text))
    if _CONTROL.search(text):
        text = _CONTROL.sub("•" if _CONTROL.match(text.lstrip()) else " ", text)
    text = _DROPPED.sub(lambda found: found.group() if found.group() in _JOINERS else "", text)
    return _ODD_SPACE.sub(" ", text)


def _with_accents(text: str) -> str:
    """Letters with the accents that old TeX fonts set as signs of their own: `Universit´e` is Université."""
    if not _ACCENT.search(text):
        return text
    text = _MARK_BEFORE.sub(lambda found: found[2].replace("ı", "i") + _SPACING_MARKS[found[1]], text)
    text = _CEDILLA_AFTER.sub(lambda found: (found[1] or found[2]) + "\u0327", text)
    return unicodedata.normalize("NFC", text)


def without_symbols(text: str) -> str:
    """The text without pictures of things (phones, envelopes, stars)."""
    return _SYMBOLS.sub(" ", text).strip()


def unspaced(text: str) -> str:
    """`E X P E R I E N C E` as one word; anything else as it is."""
    tokens = text.split()
    least = 0.75 * len(tokens)
    if len(tokens) < 4 or [*map(len, tokens)].count(1) < least:
        return text
    if sum(len(token) == 1 and token.isalpha() for token in tokens) < least:
        return text
    words = re.split(r"\s{2,}|\s[|·]\s", text.strip())
    return " ".join("".join(word.split()) for word in words)


def starts_with_bullet(text: str) -> bool:
    """True when the line begins with a list mark."""
    return bool(_BULLET.match(text)) and not re.match(r"^\s*\+?\d[\d\s().-]{6,}", text)


def is_mark(text: str) -> bool:
    """True for a list mark that stands alone."""
    return len(text) == 1 and (text in BULLETS or text == "o")


def has_strong_bullet(text: str) -> bool:
    """True when the line begins with a mark that is nothing but a list mark."""
    return bool(_STRONG_BULLET.match(text))


def without_bullet(text: str) -> str:
    """The text after its list mark."""
    return _BULLET.sub("", text, count=1).strip()


_STRESSED = re.compile(r"(?<![*\w])\*\*(?=\S)([^*]{1,600}?)(?<=\S)\*\*(?![*\w])")


def without_stress(text: str) -> str:
    """Prose without the marks of Markdown that some programs print as they stand."""
    return _STRESSED.sub(r"\1", text) if "**" in text else text


def without_accents(text: str) -> str:
    """Latin letters without their accents; other scripts keep every mark."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(part for part in parts if not 0x300 <= ord(part) <= 0x36F))


def bones_of(text: str) -> frozenset[str]:
    """The consonants of Devanagari words: PDF files often lose or misplace the vowel signs around them."""
    return frozenset(letter for letter in text if "\u0915" <= letter <= "\u0939" or "\u0958" <= letter <= "\u0961")


_FRAME = re.compile(r"^[\W\d_]*(?:[ivx]{1,4}[.)]\s+)?|[\s:：.…_|•·\-–—/\\>»<«=~#*]+$")


def key_of(text: str) -> str:
    """For looking words up: lower case, straight quotes, single spaces, no marks or numbering around."""
    text = unspaced(text).casefold()
    if not text.isascii():
        text = without_accents(without_symbols(text.replace("’", "'").replace("＆", "&")))
    return " ".join(_FRAME.sub("", text.strip()).split())
