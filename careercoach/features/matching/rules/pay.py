"""The pay a posting names, brought to a year."""

import re

from careercoach.features.matching.schemas import Pay

_SIGN = r"[$\u20ac\u00a3\u20b9]|USD|EUR|GBP|INR|CHF|AUD|CAD|Rs\.?|MXN"
_AMOUNT = r"\d[\d,.]*"
_UNIT = r"k|lpa|lakhs?|lacs?|l|लाख"
_TO = r"\s*(?:-|\u2013|\u2014|to|a|à|y|and|bis|से)\s*"
_SIGN_FIRST = re.compile(
    rf"(?P<sign>{_SIGN})\s?(?P<low>{_AMOUNT})\s*(?P<low_k>{_UNIT})?\b"
    rf"(?:{_TO}(?:{_SIGN})?\s?(?P<high>{_AMOUNT})\s*(?P<high_k>{_UNIT})?(?!\w))?"
    r"(?P<after>[^\n]{0,25})",
    re.IGNORECASE,
)
_SIGN_LAST = re.compile(
    rf"(?<![\w.,])(?P<low>{_AMOUNT})\s*(?P<low_k>{_UNIT})?\s?(?:{_SIGN})?(?:{_TO}(?P<high>{_AMOUNT})\s*(?P<high_k>{_UNIT})?)?"
    rf"\s?(?P<sign>{_SIGN}|(?<=lpa)|(?<=lakhs)|(?<=lakh)|(?<=लाख))(?P<after>[^\n]{{0,25}})",
    re.IGNORECASE,
)
_YUAN = re.compile(r"(?<![\w.])(?P<low>\d{1,3})\s*k?\s*[-\u2013~]\s*(?P<high>\d{1,3})\s*k(?![a-z])", re.IGNORECASE)
_HAN = re.compile("[\u4e00-\u9fff]")
_SIGNS = {"$": "USD", "\u20ac": "EUR", "\u00a3": "GBP", "\u20b9": "INR", "rs": "INR", "rs.": "INR", "": "INR"}
_POINTS_OF_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_HOUR = re.compile(r"hour|/\s?hr|/\s?h\b|hora|stunde|heure")
_MONTH = re.compile(r"month|/\s?mo|mes\b|mensual|monat|mois|माह|महीन")


def find_pay(text: str) -> Pay | None:
    """Pay per year; hourly pay counts 2,080 hours, monthly 12 months."""
    found = sorted([*_SIGN_FIRST.finditer(text), *_SIGN_LAST.finditer(text)], key=lambda match: match.start())
    return next((pay for match in found if (pay := _pay(match))), _in_yuan(text))


def _pay(match: re.Match[str]) -> Pay | None:
    low = _amount(match["low"], match["low_k"] or match["high_k"])
    high = _amount(match["high"], match["high_k"] or match["low_k"]) if match["high"] else low
    after = match["after"].lower()
    factor = 2080 if _HOUR.search(after) else 12 if _MONTH.search(after) else 1
    if not (low and high and 4_000 <= low * factor <= 20_000_000 and high >= low):
        return None
    sign = match["sign"].lower()
    return Pay(least_year=round(low * factor), most_year=round(high * factor), currency=_SIGNS.get(sign, sign.upper()))


def _in_yuan(text: str) -> Pay | None:
    """Chinese postings give thousands a month without a sign: "15-25K"."""
    match = _YUAN.search(text) if _HAN.search(text) else None
    if not match:
        return None
    return Pay(least_year=int(match["low"]) * 12_000, most_year=int(match["high"]) * 12_000, currency="CNY")


def _amount(digits: str, unit: str | None) -> float:
    digits = digits.rstrip(".,")
    if _POINTS_OF_THOUSANDS.fullmatch(digits):
        digits = digits.replace(".", "")
    try:
        number = float(digits.replace(",", ""))
    except ValueError:
        return 0.0
    unit = (unit or "").lower()
    return number * (1_000 if unit == "k" else 100_000 if unit else 1)
