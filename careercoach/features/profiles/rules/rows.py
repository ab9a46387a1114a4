"""Entries of a record as the profile page lists them."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Literal

from careercoach.core.partial_dates import dates_fit, last_day
from careercoach.core.urls import safe_url
from careercoach.features.profiles.rules.roles import may_be_linked
from careercoach.features.profiles.rules.sections import LEVELS, SECTIONS, entries_of, fields_of
from careercoach.features.profiles.rules.skills import PROOFS, proof_ref
from careercoach.features.profiles.schemas import EntryRow, Json, Proof, Section

SOON = timedelta(days=60)
NOTE_MOST = 280
_TITLES: dict[Section, tuple[str, str]] = {
    "basics": ("name", "label"),
    "profiles": ("network", "username"),
    "work": ("position", "name"),
    "education": ("institution", "studyType"),
    "projects": ("name", ""),
    "certificates": ("name", "issuer"),
    "languages": ("language", "fluency"),
    "skills": ("name", "category"),
    "volunteer": ("organization", "position"),
    "awards": ("title", "awarder"),
    "publications": ("name", "publisher"),
    "interests": ("name", ""),
    "references": ("name", ""),
}
_NOTES = ("summary", "description", "reference", "highlights", "courses")
_CHIPS = ("x-skills", "keywords")


def rows_of(record: Mapping[str, Any], today: date) -> dict[str, list[EntryRow]]:
    """The rows of every section but `basics`."""
    names = {proof.ref: proof.label for proof in proofs_of(record)}
    return {
        section: [_row(section, entry, place, today, names) for place, entry in enumerate(entries_of(record, section))]
        for section in SECTIONS
        if section != "basics"
    }


def title_of(section: Section, entry: Json) -> str:
    """What an entry is called, in a few words."""
    shown = fields_of(section, entry)
    words = [shown.get(name, "") for name in _TITLES[section]]
    return ", ".join(word for word in words if word)


def proofs_of(record: Mapping[str, Any]) -> list[Proof]:
    """Everything that may prove a skill: posts, projects, schools, certificates."""
    sections: tuple[Section, ...] = tuple(PROOFS)  # pyright: ignore[reportAssignmentType]
    found = [
        Proof(ref=proof_ref(section, entry), label=label)
        for section in sections
        for entry in entries_of(record, section)
        if (label := title_of(section, entry))
    ]
    return list({proof.ref: proof for proof in found}.values())


def _row(section: Section, entry: Json, place: int, today: date, names: Mapping[str, str]) -> EntryRow:
    shown = fields_of(section, entry)
    title, below = _TITLES[section]
    note = next((words for name in _NOTES if (words := shown.get(name, ""))), "")
    chips = [word for name in _CHIPS for word in shown.get(name, "").split(", ") if word]
    start, end = _span(shown)
    refs = shown.get("evidence", "").splitlines()
    return EntryRow(
        at=place,
        title=shown[title],
        place=_place(section, shown, below),
        start=start,
        end=end,
        goes_on=bool(shown.get("startDate") and not end),
        note=note[:NOTE_MOST].rstrip() + ("…" if len(note) > NOTE_MOST else ""),
        chips=chips,
        level=shown.get("level", "") if shown.get("level") in LEVELS else "",
        last_used=shown.get("lastUsed", ""),
        proofs=", ".join(names[ref] for ref in refs if ref in names),
        url=_link(shown.get("url", "")),
        mark=_mark(shown, today),
    )


def _span(shown: Mapping[str, str]) -> tuple[str, str]:
    """From and to; a day of its own is an end without a start."""
    day, until = shown.get("date", "") or shown.get("releaseDate", ""), shown.get("x-expires", "")
    if day or until:
        return (day, until) if until else ("", day)
    return shown.get("startDate", ""), shown.get("endDate", "")


def _place(section: Section, shown: Mapping[str, str], below: str) -> str:
    words = [shown.get(below, "")]
    if section == "education":
        words += [shown["area"], shown["score"]]
    if section == "work":
        words.append(shown["location"])
    return ", ".join(word for word in words if word)


def _link(url: str) -> str:
    if not url or not may_be_linked(url):
        return ""
    return safe_url(url) or safe_url(f"https://{url}") or ""


def _mark(shown: Mapping[str, str], today: date) -> Literal["", "expired", "soon", "dates"]:
    if not dates_fit(shown.get("startDate", ""), shown.get("endDate", "")):
        return "dates"
    return expiry(shown.get("x-expires", ""), today)


def expiry(until: str, today: date) -> Literal["", "expired", "soon"]:
    """Whether something that is valid to the end of a year, month or day has ended, or will within `SOON`."""
    day = last_day(until)
    if day is None or day > today + SOON:
        return ""
    return "expired" if day < today else "soon"
