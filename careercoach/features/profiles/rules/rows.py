"""Entries of a record as the profile page lists them."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Literal

from careercoach.content.shapes import Words
from careercoach.core.partial_dates import dates_fit, last_day, partial_date_name
from careercoach.core.texts import LANGUAGES, text
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
_GOES_ON = "profiles.record.today"
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
    refs = shown.get("evidence", "").splitlines()
    return EntryRow(
        at=place,
        title=shown[title],
        place=_place(section, shown, below),
        dates=_dates(shown),
        note=note[:NOTE_MOST].rstrip() + ("…" if len(note) > NOTE_MOST else ""),
        chips=chips,
        level=shown.get("level", "") if shown.get("level") in LEVELS else "",
        last_used=_in_words([shown.get("lastUsed", "")]),
        proofs=", ".join(names[ref] for ref in refs if ref in names),
        url=_link(shown.get("url", "")),
        mark=_mark(shown, today),
    )


def _dates(shown: Mapping[str, str]) -> Words | None:
    """From and to; a day of its own stands alone."""
    day, until = shown.get("date", "") or shown.get("releaseDate", ""), shown.get("x-expires", "")
    if day or until:
        return _in_words([day, until])
    start, end = shown.get("startDate", ""), shown.get("endDate", "")
    return _in_words([start, end or _GOES_ON] if start else [end])


def _in_words(dates: list[str]) -> Words | None:
    if not any(dates):
        return None
    return Words(**{language: _joined(dates, language) for language in LANGUAGES})


def _joined(dates: list[str], language: str) -> str:
    names = [text(name, language) if name == _GOES_ON else partial_date_name(name, language) for name in dates if name]
    return " – ".join(names)


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
