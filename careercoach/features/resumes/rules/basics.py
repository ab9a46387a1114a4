"""Who the person is: name, e-mail, phone, headline, place, web addresses, summary."""

import re

from careercoach.features.resumes.parsed import Json
from careercoach.features.resumes.rules.addresses import choose_email
from careercoach.features.resumes.rules.contacts import find_phone, find_profiles
from careercoach.features.resumes.rules.letters import without_stress
from careercoach.features.resumes.rules.mails import EMAIL, Place
from careercoach.features.resumes.rules.names import find_name
from careercoach.features.resumes.rules.rows import Row
from careercoach.features.resumes.rules.sections import Section
from careercoach.features.resumes.rules.sources import Sources
from careercoach.features.resumes.rules.telling import find_urls, is_place, titleness

MAX_LABEL_LETTERS = 80
_PARTS = re.compile(r"\s*[|•·●▪]\s*|\s{3,}|\s+[–—]\s+|\s+-\s+")
_PLACE_LABEL = re.compile(
    r"^(?:address|location|dirección|adresse|endereço|ubicación|wohnort|anschrift|पता|地址|现居)\s*[:：]?\s*", re.I
)


def read_basics(sections: list[Section], places: list[Place], links: list[str], sources: Sources) -> Json:
    """The `basics` object of JSON Resume; `places` may have addresses in them, as before paragraphs were joined."""
    rows = [row for section in sections for row in ([section.title] if section.title else []) + section.rows]
    rows = list({id(row): row for row in rows}.values())
    top = [row for section in sections if section.kind in ("head", "contact") for row in section.rows]
    first = _first_lines(rows, top)
    phone = find_phone([cell.text for row in top for cell in row.cells]) or find_phone(first)
    heads = {index for index, row in enumerate(rows) if any(row is near for near in top)}
    email = choose_email(places, sections, links, lambda: frozenset(find_name(rows, "", heads)[0].casefold().split()))
    name, name_row = find_name(rows, email, heads)
    urls = [url for row in (top or rows[:12]) for url in find_urls(EMAIL.sub(" ", row.text))]
    basics: Json = {"name": name, "label": _label(top, name, name_row), "email": email, "phone": phone}
    profiles = find_profiles("", [*urls, *(link for link in links if not link.startswith("mailto:"))])
    known = " ".join(profile["url"] for profile in profiles)
    basics["url"] = next((url for url in urls if url not in known and "@" not in url), "")
    told = " ".join(row.body for section in sections if section.kind == "summary" for row in section.rows)
    basics["summary"] = without_stress(told)
    place = _place(top, name)
    basics["location"] = {"city": place} if place else {}
    basics["profiles"] = profiles
    if name_row is not None:
        sources.note("basics.name", name, [name_row], 0.9)
    for field, value in (("email", email), ("phone", phone)):
        holder = next((row for row in rows if value and value in row.text), None)
        if holder is not None:
            sources.note(f"basics.{field}", value, [holder], 0.98)
    return {key: value for key, value in basics.items() if value not in ("", {}, [])}


def _first_lines(rows: list[Row], top: list[Row]) -> list[str]:
    """The lines where contact details are likeliest first, then all others."""
    lines = [cell.text for row in top for cell in row.cells]
    return [*lines, *(cell.text for row in rows if not any(row is near for near in top) for cell in row.cells)]


def _label(top: list[Row], name: str, name_row: Row | None) -> str:
    """The headline near the name: a job title."""
    if name_row is None:
        return ""
    rest = name_row.text.replace(name, "", 1).strip(" ,|·•-–—")
    candidates = [rest, *(part for row in top if row is not name_row for part in _PARTS.split(row.text))]
    for text in candidates:
        text = text.strip(" ,|")
        if 2 < len(text) <= MAX_LABEL_LETTERS and titleness(text) >= 2 and not EMAIL.search(text):
            return text
    return ""


def _place(top: list[Row], name: str) -> str:
    """Letters behind the name are no state: "Maria Thompson, RN"."""
    for row in top:
        for part in _PARTS.split(row.text):
            bare = _PLACE_LABEL.sub("", part).strip(" ,|")
            if is_place(bare) and not (name and bare.casefold().startswith(name.casefold())):
                return bare
    return ""
