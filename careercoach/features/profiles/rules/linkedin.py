"""LinkedIn's "Get a copy of your data": a ZIP of tables, read in memory into a JSON Resume.

Only the tables that tell of the person's work are opened; messages, contacts, birth date and address are not read.
Columns are found by name. Nothing is written to a disk, and what unpacks to too much is refused.
"""

import csv
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Callable

from careercoach.core.errors import InvalidInputError, TooLargeError
from careercoach.core.urls import safe_url
from careercoach.features.profiles.schemas import Json

MAX_FILES, MAX_TABLE_BYTES, MAX_ALL_BYTES, MAX_RATIO = 200, 4_000_000, 16_000_000, 200
MAX_ROWS, MAX_CELL = 200, 8_000
Row = dict[str, str]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january ene enero janv janvier januar jän januari gennaio gen janeiro जन जनवरी 1月",
            "feb february febrero févr février februar febbraio fev fevereiro फ़र फ़रवरी 2月",
            "mar march marzo mars mär märz maart março मार्च 3月",
            "apr april abr abril avr avril aprile अप्रैल 4月",
            "may mayo mai mei maggio mag maio मई 5月",
            "jun june junio juin juni giugno giu junho जून 6月",
            "jul july julio juil juillet juli luglio lug julho जुल जुलाई 7月",
            "aug august ago agosto août augustus अग अगस्त 8月",
            "sep sept september septiembre septembre settembre set setembro सित सितंबर 9月",
            "oct october octubre octobre okt oktober ottobre ott out outubro अक्तू अक्टूबर अक्तूबर 10月",
            "nov november noviembre novembre novembro नव नवंबर 11月",
            "dec december dic diciembre déc décembre dez dezember dicembre dezembro दिस दिसंबर 12月",
        ),
        start=1,
    )
    for name in unicodedata.normalize("NFC", names).split()
}


def read_linkedin(data: bytes) -> Json:
    """The record in an export. Raises InvalidInputError or TooLargeError in words."""
    tables = _tables(data)
    record: Json = {"basics": _basics(tables)} | {
        section: entries for section, read in _SECTIONS.items() if (entries := read(tables))
    }
    if not any(record.values()):
        raise InvalidInputError("profiles.import.no_tables")
    return {name: value for name, value in record.items() if value}


def _tables(data: bytes) -> dict[str, list[Row]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _unpack(archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError, zlib.error) as error:
        # RuntimeError is what a password needs, NotImplementedError a packing nobody uses.
        raise InvalidInputError("profiles.import.not_zip") from error


def _unpack(archive: zipfile.ZipFile) -> dict[str, list[Row]]:
    members = [member for member in archive.infolist() if not member.is_dir()]
    if len(members) > MAX_FILES:
        raise TooLargeError("profiles.import.zip_too_large")
    tables: dict[str, list[Row]] = {}
    left = MAX_ALL_BYTES
    for member in members:
        name = member.filename.replace("\\", "/").rpartition("/")[2].casefold()
        if name not in _WANTED or name in tables:
            continue
        if member.file_size > MAX_RATIO * max(member.compress_size, 1) + 1000:
            raise TooLargeError("profiles.import.zip_too_large")
        with archive.open(member) as packed:
            # What the directory says of sizes may be a lie: reading stops at the limit by itself.
            content = packed.read(min(left, MAX_TABLE_BYTES) + 1)
        left -= len(content)
        if len(content) > MAX_TABLE_BYTES or left < 0:
            raise TooLargeError("profiles.import.zip_too_large")
        tables[name] = _rows(content)
    return tables


def _rows(content: bytes) -> list[Row]:
    """The rows by column name. Notes above the header, which some tables begin with, are passed over."""
    words = content.decode("utf-8-sig", "replace").replace("\x00", "")
    try:
        lines = [line for line in csv.reader(io.StringIO(words, newline=""), strict=False) if any(map(str.strip, line))]
    except csv.Error as error:
        raise InvalidInputError("profiles.import.bad_table") from error
    start = next((at for at, line in enumerate(lines[:8]) if {_column(cell) for cell in line} & _COLUMNS), None)
    if start is None:
        return []
    header = [_column(cell) for cell in lines[start]]
    return [_row(header, line) for line in lines[start + 1 : start + 1 + MAX_ROWS]]


def _row(header: list[str], cells: list[str]) -> Row:
    tidy = (re.sub(r"[ \t]+", " ", cell.replace("\r\n", "\n")).strip()[:MAX_CELL] for cell in cells)
    return dict(zip(header, tidy, strict=False))


def _column(cell: str) -> str:
    return " ".join(cell.split()).casefold()


def _get(row: Row, *names: str) -> str:
    return next((row[name] for name in names if row.get(name)), "")


def read_linkedin_date(words: str) -> str:
    """ "Sep 2024", "Jan 30, 2020", "2019", "septiembre de 2024", "2024年9月" as 2024-09…; empty for anything else."""
    words = unicodedata.normalize("NFC", words).casefold().replace("年", " ")
    year = re.search(r"(?:19|20)\d\d", words)
    if year is None:
        return ""
    month = next((_MONTHS[name] for name in re.findall(r"[^\W\d_][^\s\d.,]*|\d+月", words) if name in _MONTHS), None)
    if month is None and (
        number := re.fullmatch(r"(?:(0?[1-9]|1[0-2])/)?\d{4}|\d{4}-(0[1-9]|1[0-2])(?:-\d\d)?", words)
    ):
        month = int(number[1] or number[2] or 0) or None
    if month is None:
        return year[0]
    rest = words.replace(year[0], " ", 1).replace(f"{month}月", " ")
    day = re.search(r"\b(0?[1-9]|[12]\d|3[01])\b", rest) if not re.search(r"[-/]", words) else None
    return f"{year[0]}-{month:02d}" + (f"-{int(day[1]):02d}" if day else "")


def _full(entry: Json) -> Json:
    return {name: value for name, value in entry.items() if value}


def _url(words: str) -> str:
    return words if safe_url(words) else ""


def _listed(words: str) -> list[str]:
    """ "[a,b]" as its parts."""
    return [part.strip() for part in words.strip().removeprefix("[").removesuffix("]").split(",") if part.strip()]


def _basics(tables: dict[str, list[Row]]) -> Json:
    row = next(iter(tables.get("profile.csv", [])), Row())
    sites = [
        _url(site.partition(":")[2] if re.match(r"[A-Z_]+:", site) else site)
        for site in _listed(row.get("websites", ""))
    ]
    handles = _listed(row.get("twitter handles", ""))
    mails = tables.get("email addresses.csv", [])
    mail = next(
        (one for one in mails if one.get("primary", "").casefold() in ("yes", "true")), mails[0] if mails else {}
    )
    phones = tables.get("phonenumbers.csv", [])
    return _full(
        {
            "name": " ".join(filter(None, (row.get("first name", ""), row.get("last name", "")))),
            "label": row.get("headline", ""),
            "summary": row.get("summary", ""),
            "email": mail.get("email address", ""),
            "phone": _get(phones[0], "number") if phones else "",
            "url": next(filter(None, sites), ""),
            "location": _full({"city": row.get("geo location", "")}),
            "profiles": [{"network": "Twitter", "username": handle.lstrip("@")} for handle in handles]
            + [{"network": "Website", "url": site} for site in list(filter(None, sites))[1:]],
        }
    )


def _lines(words: str) -> tuple[str, list[str]]:
    """Prose, and the points of a list in it."""
    marked = re.compile(r"\s*[•▪●*–-]\s+")
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    points = [marked.sub("", line, count=1) for line in lines if marked.match(line)]
    return "\n".join(line for line in lines if not marked.match(line)), points


def _position(row: Row) -> Json:
    prose, points = _lines(row.get("description", ""))
    return {
        "name": row.get("company name", ""),
        "position": row.get("title", ""),
        "location": row.get("location", ""),
        "startDate": read_linkedin_date(row.get("started on", "")),
        "endDate": read_linkedin_date(row.get("finished on", "")),
        "summary": prose,
        "highlights": points,
    }


def _school(row: Row) -> Json:
    degree, _, area = row.get("degree name", "").partition(", ")
    return {
        "institution": row.get("school name", ""),
        "studyType": degree,
        "area": area,
        "startDate": read_linkedin_date(row.get("start date", "")),
        "endDate": read_linkedin_date(row.get("end date", "")),
        "x-notes": row.get("notes", ""),
        "x-activities": row.get("activities", ""),
    }


def _certificate(row: Row) -> Json:
    return {
        "name": row.get("name", ""),
        "issuer": row.get("authority", ""),
        "date": read_linkedin_date(row.get("started on", "")),
        "x-expires": read_linkedin_date(row.get("finished on", "")),
        "url": _url(row.get("url", "")),
        "x-number": row.get("license number", ""),
    }


def _project(row: Row) -> Json:
    prose, points = _lines(row.get("description", ""))
    return {
        "name": row.get("title", ""),
        "description": prose,
        "highlights": points,
        "url": _url(row.get("url", "")),
        "startDate": read_linkedin_date(row.get("started on", "")),
        "endDate": read_linkedin_date(row.get("finished on", "")),
    }


def _publication(row: Row) -> Json:
    return {
        "name": row.get("name", ""),
        "publisher": row.get("publisher", ""),
        "releaseDate": read_linkedin_date(row.get("published on", "")),
        "summary": row.get("description", ""),
        "url": _url(row.get("url", "")),
    }


def _honor(row: Row) -> Json:
    return {
        "title": row.get("title", ""),
        "awarder": row.get("issuer", ""),
        "date": read_linkedin_date(row.get("issued on", "")),
        "summary": row.get("description", ""),
    }


def _table(name: str, needed: str, read: Callable[[Row], Json]) -> Callable[[dict[str, list[Row]]], list[Json]]:
    def entries(tables: dict[str, list[Row]]) -> list[Json]:
        return [_full(read(row)) for row in tables.get(name, []) if row.get(needed)]

    return entries


_SECTIONS = {
    "work": _table("positions.csv", "title", _position),
    "education": _table("education.csv", "school name", _school),
    "skills": _table("skills.csv", "name", lambda row: {"name": row["name"]}),
    "certificates": _table("certifications.csv", "name", _certificate),
    "projects": _table("projects.csv", "title", _project),
    "languages": _table(
        "languages.csv", "name", lambda row: {"language": row["name"], "fluency": row.get("proficiency", "")}
    ),
    "publications": _table("publications.csv", "name", _publication),
    "awards": _table("honors.csv", "title", _honor),
}
_WANTED = frozenset(
    [
        "profile.csv", "positions.csv", "education.csv", "skills.csv", "certifications.csv", "projects.csv",
        "languages.csv", "publications.csv", "honors.csv", "email addresses.csv", "phonenumbers.csv",
    ]
)  # fmt: skip
_COLUMNS = frozenset(["first name", "company name", "school name", "name", "title", "email address", "number"])
