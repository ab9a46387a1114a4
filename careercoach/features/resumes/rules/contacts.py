"""Phone numbers and web addresses."""

import re
from collections.abc import Iterable

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
_FAX = re.compile(r"\bfax\b\W*$|传真\W*$", re.I)
NETWORKS = {
    "linkedin.com": "LinkedIn", "github.com": "GitHub", "gitlab.com": "GitLab", "twitter.com": "Twitter", "x.com": "X",
    "stackoverflow.com": "Stack Overflow", "behance.net": "Behance", "dribbble.com": "Dribbble", "medium.com": "Medium",
    "kaggle.com": "Kaggle", "xing.com": "XING", "facebook.com": "Facebook", "instagram.com": "Instagram",
}  # fmt: skip
MIN_DIGITS, MAX_DIGITS = 8, 15


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
