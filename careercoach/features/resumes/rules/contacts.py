"""E-mail, phone and web addresses."""

import re
from collections.abc import Iterable

EMAIL = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9._%+'-]*\s?@\s?[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,24}"
)
_TIGHT = re.compile(EMAIL.pattern.replace(r"\s?", ""))
"""An address without white space: an icon may stand before it as "@"."""
_SAID = re.compile(
    r"([\w.+-]+)\s*(?:\(at\)|\[at\]|\{at\}|\s+at\s+)\s*([\w-]+)\s*(?:\(dot\)|\[dot\]|\{dot\}|\s+dot\s+)\s*([a-z]{2,10})",
    re.I,
)
_SPLIT_BEFORE = re.compile(r"[A-Za-z0-9._%+-]+@?[A-Za-z0-9.-]*$")
_SPLIT_AFTER = re.compile(r"^[A-Za-z0-9._-]*@?[A-Za-z0-9.-]*\.[A-Za-z]{2,24}\b")
_CUT_START = re.compile(r"(?=.{12,40}$)[A-Za-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)+")
"""The first part of an address that fills its line: names with dots between them."""
_CUT_END = re.compile(r"[a-z0-9-]*\.?[a-z]{1,6}(?:\.[a-z]{2})?", re.I)
_PHONE = re.compile(
    r"(?<![\w@/.=#-])(?:\(\s?\+|\+|00)?\(?\d{1,4}\)?(?:[\s.\-–/·]{0,3}(?:\(0\)[\s.-]?)?\(?\d{1,5}\)?){1,7}(?:\s*(?:x|ext\.?)\s*\d{1,5})?(?![\w@]|\.\d|/\d)"
)
_PHONE_LABEL = re.compile(
    r"\b(?:phone|tel|telephone|mobile|cell|mob|ph|call|teléfono|telefono|móvil|movil|téléphone|portable|gsm|telefon|handy|mobil"
    r"|telefone|celular|telemóvel|whatsapp|fon)\b|फ़ोन|फोन|मोबाइल|दूरभाष|电话|手机|联系电话|電話|[☎📞📱✆]",
    re.I,
)
_DATE_LIKE = re.compile(
    r"^(?:19|20)\d\d\s*[-–./]\s*(?:(?:19|20)\d\d|\d\d?)(?:\s*[-–./]\s*\d\d?(?:\s*[-–]\s*(?:19|20)\d\d.*)?)?$|^\d\d?[./]\d\d?[./](?:19|20)\d\d.*$|^\d\d?[./-](?:19|20)\d\d\s*[-–].*$"
)
_GLUED = re.compile(r"(\.(?:com|org|net|edu))[a-z]{3,}$|(\.[a-z]{2,4})[A-Z][A-Za-z]+$")
"""A word of the next column that the page sets right against the address."""
_FAX = re.compile(r"\bfax\b\W*$|传真\W*$", re.I)
NETWORKS = {
    "linkedin.com": "LinkedIn", "github.com": "GitHub", "gitlab.com": "GitLab", "twitter.com": "Twitter", "x.com": "X",
    "stackoverflow.com": "Stack Overflow", "behance.net": "Behance", "dribbble.com": "Dribbble", "medium.com": "Medium",
    "kaggle.com": "Kaggle", "xing.com": "XING", "facebook.com": "Facebook", "instagram.com": "Instagram",
}  # fmt: skip
MIN_DIGITS, MAX_DIGITS = 8, 15


def find_email(lines: list[str], links: Iterable[str] = ()) -> str:
    """The first e-mail address, also one broken over two lines; "" if there is none."""
    linked = [
        found.group() for link in links if link.lower().startswith("mailto:") and (found := EMAIL.search(link[7:]))
    ]
    for number, line in enumerate(lines):
        found = _TIGHT.search(line) or EMAIL.search(line)
        address = re.sub(r"\s", "", found.group()).strip(".'") if found else ""
        if found and line.rstrip().endswith(found.group()) and number + 1 < len(lines):
            address = _with_next_line(address, lines[number + 1].strip())
        elif not found and number + 1 < len(lines):
            address = _joined_email(line, lines[number + 1])
        if address and found and number and found.start() <= 2:
            address = _with_line_before(address, lines[number - 1])
        if address:
            address = _GLUED.sub(r"\1\2", address)
            return _as_linked(address, linked)
    for line in lines:
        said = _SAID.search(line)
        if said:
            return f"{said[1]}@{said[2]}.{said[3]}"
    return linked[0] if linked else ""


def _with_line_before(address: str, before: str) -> str:
    """The address with its start on the line before: hyphenated off by TeX, or cut where a narrow column ends."""
    before = before.strip()
    start = re.fullmatch(r"\W*([a-z0-9._]{1,12})-", before)
    if start:
        return start[1] + address
    local = address.partition("@")[0]
    is_handle = before[:3].lower() == local[:3].lower() or before.rpartition(".")[2].lower() in TOP_DOMAINS
    cut = _CUT_START.fullmatch(before) and before.isupper() == address.isupper() and len(local) <= len(before)
    return before + address if cut and not is_handle else address


def _as_linked(address: str, linked: list[str]) -> str:
    """As the link behind it writes it, also where the page cuts its start off or sets an icon before it.

    Without such a link small, if the page sets it in capitals.
    """
    low = address.lower()
    same = next((link for link in linked if link.lower().endswith(low) or low.endswith(link.lower())), "")
    return same or (low if address.isupper() else address)


def _with_next_line(address: str, after: str) -> str:
    """The address with the end that was pushed to the next line, if its own end is no known one."""
    ending = address.rpartition(".")[2].lower()
    if re.fullmatch(r"\.[a-z]{2,3}(?:\.[a-z]{2})?", after, re.I):
        return address + after
    if len(after) <= 2 and ending + after.lower() in TOP_DOMAINS:
        return address + after
    joined = _CUT_END.fullmatch(after) and len(after) <= 20
    if joined and ending not in TOP_DOMAINS and (address + after).rpartition(".")[2].lower() in TOP_DOMAINS:
        return address + after
    return address


TOP_DOMAINS = frozenset(
    [
        "com",
        "org",
        "net",
        "edu",
        "io",
        "co",
        "in",
        "de",
        "fr",
        "es",
        "pt",
        "br",
        "uk",
        "us",
        "eu",
        "me",
        "info",
        "gov",
        "dev",
        "app",
        "ai",
        "cn",
        "mx",
        "ar",
        "ch",
        "at",
        "be",
        "ca",
        "au",
    ]
)


def _joined_email(first: str, second: str) -> str:
    before = _SPLIT_BEFORE.search(first.rstrip())
    if before and "@" in before.group() and _CUT_END.fullmatch(second.strip()):
        whole = before.group() + second.strip()
        if EMAIL.fullmatch(whole) and whole.rpartition(".")[2].lower() in TOP_DOMAINS:
            return whole
    after = _SPLIT_AFTER.match(second.lstrip())
    if (
        not before
        or not after
        or not (
            "@" in before.group()
            or second.lstrip().startswith("@")
            or (before.group()[-1] in "._" and " " not in first.strip())
        )
    ):
        return ""
    address = before.group().rstrip("-") + after.group() if "@" in before.group() else before.group() + after.group()
    return address if address.count("@") == 1 and EMAIL.fullmatch(address) else ""


def find_phone(lines: list[str]) -> str:
    """The likeliest phone number as written; "" if there is none."""
    best, best_score = "", 0.0
    for number, line in enumerate(lines):
        before = ""
        for found in _PHONE.finditer(line):
            score = _phone_score(found.group(), line[: found.start()], before or (lines[number - 1] if number else ""))
            if score > best_score + 0.01 * number / max(len(lines), 1):
                best, best_score = found.group().strip(" .-–/·"), score
    return best


def _phone_score(text: str, before: str, line_before: str) -> float:
    digits = re.sub(r"\D", "", re.sub(r"\s*(?:x|ext).*$", "", text, flags=re.I))
    text = text.strip()
    if not MIN_DIGITS <= len(digits) <= MAX_DIGITS or _DATE_LIKE.match(text) or _FAX.search(before):
        return 0.0
    if re.fullmatch(r"(?:(?:19|20)\d\d\W*){2,}", text) or len(set(digits)) < 3:
        return 0.0
    if re.match(r"^\d{1,2}[./]\d{4}|^\d{4}[./-]\d{1,2}\s*[-–]\s*\d{4}", text):
        return 0.0
    labelled = bool(_PHONE_LABEL.search(before[-30:])) or (
        not before.strip(" |·•:") and bool(_PHONE_LABEL.fullmatch(line_before.strip(" :")))
    )
    score = 3.0 if labelled else 0.0
    if text.startswith(("+", "00", "(")):
        score += 2.0
    if len(digits) >= 9:
        score += 1.0
    if (
        re.search(r"[\s.\-()]", text)
        or (len(digits) == 11 and digits[0] == "1")
        or len(digits) == 10
        or digits.startswith("0")
    ):
        score += 0.5
    if len(digits) == 8 and not labelled and not text.startswith("+"):
        score -= 1.0
    return score


def find_profiles(text: str, urls: Iterable[str]) -> list[dict[str, str]]:
    """Accounts on well-known networks."""
    found: dict[str, dict[str, str]] = {}
    for url in urls:
        bare = re.sub(r"^(?:https?://)?(?:www\.|[a-z]{2}\.)?", "", url, flags=re.I).rstrip("/.,")
        host, _, path = bare.partition("/")
        name = NETWORKS.get(host.lower())
        if name and path and name not in found:
            user = path.split("?")[0].rstrip("/").split("/")[-1]
            found[name] = {"network": name, "username": user, "url": url if "//" in url else f"https://{url}"}
    return list(found.values())
