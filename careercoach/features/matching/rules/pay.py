"""The pay a posting names, brought to a year."""

import re

from careercoach.features.matching.schemas import Pay

_SIGN = r"R\$|(?:CA|C|AU|A|US|NZ|S|HK|MX)\$|[$\u20ac\u00a3\u20b9]|USD|EUR|GBP|INR|CHF|AUD|CAD|BRL|Rs\.?|MXN|SGD|NZD|HKD|ZAR|AED|PLN|SEK|NOK|DKK"
_AMOUNT = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d[\d,.]*"
_UNIT = r"k|lpa|lakhs?|lacs?|l|लाख"
_PER_YEAR = r"(?:\s*(?:/\s?|per |a )(?:year|yr|hour|hr|h|month|week)\b)?"
_TO = (
    r"(?:\s*(?:-|\u2013|\u2014|to|a|à|y|and|bis|se|से)\s*"
    r"|(?:[ ,]*[a-z][a-z ]{0,40})?[ ,]+(?:up to|maximum:?)\s+)"
)
_SIGN_FIRST = re.compile(
    rf"(?P<sign>{_SIGN})[ \u00a0]?(?P<low>{_AMOUNT})(?:\s*(?P<low_k>{_UNIT}))?\b{_PER_YEAR}"
    rf"(?:{_TO}(?:{_SIGN})?[ \u00a0]?(?P<high>{_AMOUNT})(?:\s*(?P<high_k>{_UNIT}))?(?!\w))?"
    r"(?=(?P<after>[^\n]{0,25}))",
    re.IGNORECASE,
)
_SIGN_LAST = re.compile(
    rf"(?<![\w.,])(?P<low>{_AMOUNT})[ \u00a0]*(?P<low_k>{_UNIT})?[ \u00a0]?(?:{_SIGN})?(?:{_TO}(?P<high>{_AMOUNT})[ \u00a0]*(?P<high_k>{_UNIT})?)?"
    rf"[ \u00a0]?(?P<sign>{_SIGN}|(?<=lpa)|(?<=lakhs)|(?<=lakh)|(?<=लाख))(?=(?P<after>[^\n]{{0,25}}))",
    re.IGNORECASE,
)
_YUAN = re.compile(r"(?<![\w.])(?P<low>\d{1,3})\s*k?\s*[-\u2013~]\s*(?P<high>\d{1,3})\s*k(?![a-z])", re.IGNORECASE)
_HAN = re.compile("[\u4e00-\u9fff]")
_SIGNS = {
    "$": "USD",
    "r$": "BRL",
    "ca$": "CAD",
    "c$": "CAD",
    "au$": "AUD",
    "a$": "AUD",
    "us$": "USD",
    "nz$": "NZD",
    "s$": "SGD",
    "hk$": "HKD",
    "mx$": "MXN",
    "\u20ac": "EUR",
    "\u00a3": "GBP",
    "\u20b9": "INR",
    "rs": "INR",
    "rs.": "INR",
    "": "INR",
}
_POINTS_OF_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_PER = r"^[^\d\n]{0,14}?(?:/\s?|\b(?:per|an?|each|al|por|pro|par|por la|la|le|l['\u2019]|de l['\u2019])\s*)"
_FACTORS = (
    (2080, re.compile(_PER + r"(?:hour|hr\b|h\b|hora|stunde|heure)|^\W{0,3}(?:hourly|ph\b)", re.IGNORECASE)),
    (260, re.compile(_PER + r"(?:day|d[ií]a|tag\b|jour)|^\W{0,3}(?:daily|pd\b)", re.IGNORECASE)),
    (52, re.compile(_PER + r"(?:week|wk|semana|woche|semaine)|^\W{0,3}weekly", re.IGNORECASE)),
    (
        12,
        re.compile(
            _PER
            + r"(?:month|mo\b|mes\b|m[eê]s\b|monat|mois)|^[^\d\n]{0,14}(?:monthly|mensua|mensuel|monatlich|im monat|माह|महीन)",
            re.IGNORECASE,
        ),
    ),
)
"""What pay by the hour, day, week and month counts in a year, told by what follows the amount."""
_CURRENCY_AFTER = re.compile(r"^[ \u00a0]?(MXN|CAD|AUD|USD|BRL|NZD|SGD|COP|CLP)\b")
"""After the sign of a dollar or a peso: whose."""
_NO_PAY_BEFORE = re.compile(
    r"(?:quota|revenue|ARR|funding|raised|budgets? (?:of|up to)|projects? (?:to|of|up to|worth|over)|worth|valued at|moves?|manag\w+|stipend|bonus(?: of)?"
    r"|allowance|learning|referral|closed|portfolio of|assets of|over)[^.;\n\d]{0,16}$",
    re.IGNORECASE,
)
_NO_PAY_AFTER = re.compile(
    r"^\+? ?(?:m|mm|b|bn|million|billion|mio|mrd)\b|^[^.,;\n\d+&]{0,18}(?<!plus )(?<!plus car )(?<!with )\b(?:quota|in (?:sales|revenue|assets|funding)|revenue|ARR|budget|funding|stipend"
    r"|(?:sign[- ]on|signing|referral) bonus|allowance|projects?|per diem)\b",
    re.IGNORECASE,
)
"""Around money that is no one's pay: quotas, budgets, turnover, allowances."""


def find_pay(text: str) -> Pay | None:
    """Pay per year; hourly pay counts 2,080 hours, daily 260 days, weekly 52 weeks, monthly 12 months."""
    found = sorted([*_SIGN_FIRST.finditer(text), *_SIGN_LAST.finditer(text)], key=lambda match: match.start())
    return next((pay for match in found if (pay := _pay(match))), _in_yuan(text))


def _pay(match: re.Match[str]) -> Pay | None:
    low = _amount(match["low"], match["low_k"] or match["high_k"])
    high = _amount(match["high"], match["high_k"] or match["low_k"]) if match["high"] else low
    text, end = match.string, match.start("after")
    after = text[max(match.end("low"), match.end("low_k")) : end] if match["high"] is None else ""
    after += match["after"]
    if _NO_PAY_AFTER.search(after) or _NO_PAY_BEFORE.search(text, max(0, match.start() - 40), match.start()):
        return None
    between = text[match.end("low") : match.start("high")] if match["high"] else ""
    factor = next((count for count, unit in _FACTORS if unit.search(after) or unit.search(between)), 1)
    if not (low and high and 4_000 <= low * factor <= 20_000_000 and high >= low):
        return None
    sign = match["sign"].lower()
    said = _CURRENCY_AFTER.match(match["after"]) if sign == "$" else None
    currency = said[1].upper() if said else _SIGNS.get(sign, sign.upper())
    return Pay(least_year=round(low * factor), most_year=round(high * factor), currency=currency)


def _in_yuan(text: str) -> Pay | None:
    """Chinese postings give thousands a month without a sign: "15-25K"."""
    match = _YUAN.search(text) if _HAN.search(text) else None
    if not match:
        return None
    return Pay(least_year=int(match["low"]) * 12_000, most_year=int(match["high"]) * 12_000, currency="CNY")


def _amount(digits: str, unit: str | None) -> float:
    digits = re.sub(r"[ \u00a0\u202f]", "", digits).rstrip(".,")
    if _POINTS_OF_THOUSANDS.fullmatch(digits):
        digits = digits.replace(".", "")
    try:
        number = float(digits.replace(",", ""))
    except ValueError:
        return 0.0
    unit = (unit or "").lower()
    return number * (1_000 if unit == "k" else 100_000 if unit else 1)
