"""Whether a passage says how much: numbers that measure something, in figures or in words."""

import re

_MONEY = r"[$€£₹¥]|\b(?:rs\.?|inr|usd|eur|gbp|mxn)\b"
_STRONG = re.compile(
    rf"\d\s?%|%\s?\d|(?:{_MONEY})\s?\d|\d\s?(?:{_MONEY}|x\b|×)|\d[\d.,]*\s?\+|\d\s?(?:k|m|mn|bn|cr|lakhs?|crores?|mil|"
    r"million(?:en|es)?|millones|millón|लाख|करोड़|हज़ार|हजार|प्रतिशत|万|亿|por ciento|percent|prozent|pour cent)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.,/+#-])\d+(?:[.,]\d+)*(?![\w/+#])")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_NAMES_BEFORE = frozenset(
    [
        "python",
        "java",
        "javascript",
        "php",
        "perl",
        "ruby",
        "angular",
        "vue",
        "html",
        "css",
        "c",
        "c++",
        "c#",
        ".net",
        "net",
        "node",
        "sql",
        "windows",
        "office",
        "android",
        "ios",
        "iso",
        "grade",
        "class",
        "level",
        "tier",
        "phase",
        "step",
        "version",
        "v",
        "form",
        "section",
        "article",
        "bs",
        "sap",
        "s4",
        "s/4hana",
        "mba",
        "act",
        "type",
        "model",
        "chapter",
        "nivel",
        "norma",
        "versión",
        "fase",
        "grado",
        "clase",
        "कक्षा",
        "संस्करण",
        "धारा",
    ]
)
_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(
        [
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "fifteen",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "hundred",
            "thousand",
            "million",
            "dozen",
            "dozens",
            "hundreds",
            "thousands",
            "doubled",
            "tripled",
            "quadrupled",
            "halved",
            "half",
            "twice",
            "double",
            "triple",
            "third",
            "quarter",
        ]
    ),
    "es": frozenset(
        [
            "dos",
            "tres",
            "cuatro",
            "cinco",
            "seis",
            "siete",
            "ocho",
            "nueve",
            "diez",
            "once",
            "doce",
            "quince",
            "veinte",
            "treinta",
            "cuarenta",
            "cincuenta",
            "cien",
            "ciento",
            "cientos",
            "mil",
            "miles",
            "millón",
            "millones",
            "docena",
            "docenas",
            "duplicó",
            "duplicé",
            "dupliqué",
            "triplicó",
            "tripliqué",
            "mitad",
            "doble",
            "triple",
            "tercio",
        ]
    ),
    "fr": frozenset(
        [
            "deux",
            "trois",
            "quatre",
            "cinq",
            "six",
            "sept",
            "huit",
            "neuf",
            "dix",
            "douze",
            "quinze",
            "vingt",
            "trente",
            "cent",
            "mille",
            "doublé",
            "moitié",
        ]
    ),
    "de": frozenset(
        [
            "zwei",
            "drei",
            "vier",
            "fünf",
            "sechs",
            "sieben",
            "acht",
            "neun",
            "zehn",
            "zwölf",
            "zwanzig",
            "hundert",
            "tausend",
            "verdoppelt",
            "halbiert",
        ]
    ),
    "pt": frozenset(
        [
            "dois",
            "duas",
            "três",
            "quatro",
            "cinco",
            "seis",
            "sete",
            "oito",
            "nove",
            "dez",
            "doze",
            "vinte",
            "trinta",
            "cem",
            "mil",
            "dobrou",
            "metade",
        ]
    ),
    "hi": frozenset(
        [
            "दो",
            "तीन",
            "चार",
            "पाँच",
            "पांच",
            "छह",
            "सात",
            "आठ",
            "नौ",
            "दस",
            "ग्यारह",
            "बारह",
            "पंद्रह",
            "बीस",
            "तीस",
            "चालीस",
            "पचास",
            "सौ",
            "सैकड़ों",
            "हज़ार",
            "हजार",
            "हज़ारों",
            "हजारों",
            "लाख",
            "करोड़",
            "दर्जन",
            "दोगुना",
            "दोगुनी",
            "दुगुना",
            "तिगुना",
            "आधा",
            "आधी",
            "तिहाई",
            "चौथाई",
        ]
    ),
}
_LETTERS = re.compile(r"[^\W\d_][\w\u0900-\u097f'-]*")


def has_measure(text: str, language: str) -> bool:
    """True when the passage says how many, how much or how fast. Years, dates and version numbers do not."""
    if _STRONG.search(text):
        return True
    for number in _NUMBER.finditer(text):
        if _YEAR.match(number.group()) or _is_name(text[: number.start()]):
            continue
        return True
    spoken = _WORDS.get(language, frozenset())
    return any(word.casefold() in spoken for word in _LETTERS.findall(text))


def _is_name(before: str) -> bool:
    """True when the number belongs to the name before it: Python 3, ISO 9001."""
    words = before.split()
    return bool(words) and words[-1].casefold().strip("(-") in _NAMES_BEFORE
