"""The further sections: projects, volunteering, certificates, awards, publications, languages, interests."""

import re

from careercoach.features.resumes.rules.dates import find_periods, join_period, without_dates
from careercoach.features.resumes.rules.entries import split_entries
from careercoach.features.resumes.rules.found import Found, post_found
from careercoach.features.resumes.rules.heads import read_head
from careercoach.features.resumes.rules.letters import starts_with_bullet, without_bullet
from careercoach.features.resumes.rules.pairs import tell_apart
from careercoach.features.resumes.rules.rows import Row
from careercoach.features.resumes.rules.skills import is_level, read_skills
from careercoach.features.resumes.rules.telling import organisationness, titleness

Json = dict[str, object]
_FLUENCY = re.compile(
    r"^(?P<language>[^\W\d_][^:(–—|,-]{1,30}?)\s*(?:[:：(–—|,]|\s-\s|\s{2,})\s*(?P<fluency>[^()]{1,60})\)?$"
)


def without_blanks(entry: Json) -> Json:
    """Only what is known."""
    return {key: value for key, value in entry.items() if value not in ("", [], None)}


def read_projects(rows: list[Row]) -> list[Json]:
    """Projects: name, dates, text."""
    found: list[Json] = []
    for entry in split_entries(rows):
        head = read_head(entry)
        if not head.texts:
            continue
        start, end, _ = join_period(entry.periods)
        told = Found(head=entry.head)
        told.add_body(entry.body)
        found.append(
            without_blanks(
                {
                    "name": head.texts[0].text,
                    "description": " ".join([*(text.text for text in head.texts[1:]), told.summary]).strip(),
                    "startDate": start,
                    "endDate": end,
                    "url": head.urls[0] if head.urls else told.url,
                    "highlights": told.highlights,
                }
            )
        )
    return found


def read_volunteering(rows: list[Row]) -> list[Json]:
    """Unpaid posts: organisation, position, dates, text."""
    entries = split_entries(rows)
    heads = [read_head(entry) for entry in entries]
    found: list[Json] = []
    for entry, head, pair in zip(entries, heads, tell_apart(heads, titleness, organisationness), strict=True):
        if pair.what or pair.where:
            told = post_found(entry, head, pair)
            found.append(
                without_blanks(
                    {
                        "organization": told.where,
                        "position": told.what,
                        "startDate": told.start,
                        "endDate": told.end,
                        "url": told.url,
                        "summary": told.summary,
                        "highlights": told.highlights,
                    }
                )
            )
    return found


def read_titled(rows: list[Row], name: str, giver: str, date: str) -> list[Json]:
    """Certificates, awards and publications: a title, who gave it, and when, in the given JSON Resume keys."""
    found: list[Json] = []
    for entry in split_entries(rows):
        head = read_head(entry)
        if not head.texts:
            continue
        listed = [row for row in entry.body if row.is_bullet and len(row.text) < 120]
        _, end, _ = join_period(entry.periods)
        first = head.texts[0].text
        title, comma, rest = first.partition(", ")
        by = head.texts[1].text if len(head.texts) > 1 else rest
        found.append(
            without_blanks(
                {
                    name: title if comma and len(head.texts) == 1 else first,
                    giver: by,
                    date: end,
                    "url": head.urls[0] if head.urls else "",
                    "summary": " ".join(row.body for row in entry.body if row not in listed),
                }
            )
        )
        found += [_titled(row, name, date) for row in listed]
    return found


def _titled(row: Row, name: str, date: str) -> Json:
    periods = find_periods(row.body)
    return without_blanks({name: without_dates(row.body), date: join_period(periods)[1]})


def read_languages(rows: list[Row]) -> list[Json]:
    """Spoken languages and how well."""
    found: list[Json] = []
    for row in rows:
        for text in _lines_of(row):
            match = _FLUENCY.match(text)
            if match:
                found.append({"language": match["language"].strip(), "fluency": match["fluency"].strip()})
            elif found and "fluency" not in found[-1] and (is_level(text) or (len(found) % 2 == 1 and len(text) > 24)):
                found[-1]["fluency"] = text
            elif text and not is_level(text) and len(text) <= 30:
                found.append({"language": text})
    return found


def _lines_of(row: Row) -> list[str]:
    if len(row.cells) == 2 and len(row.cells[0].text) <= 30:
        return [f"{row.cells[0].text.strip(' :')}: {row.cells[1].text}"]
    texts: list[str] = []
    for cell in row.cells:
        text = without_bullet(cell.text) if starts_with_bullet(cell.text) else cell.text
        texts += [piece.strip() for piece in re.split(r"\s*[,;•|]\s*(?![^(]*\))", text) if piece.strip()]
    return texts


def read_interests(rows: list[Row]) -> list[Json]:
    """Interests, grouped as they are written."""
    return [
        without_blanks({"name": group.name or skill, "keywords": group.skills if group.name else []})
        for group in read_skills(rows)
        for skill in (group.skills[:1] if group.name else group.skills) or [group.name]
    ]


def read_references(rows: list[Row]) -> list[Json]:
    """Names and words of people who recommend; kept as text."""
    text = " ".join(row.text for row in rows).strip()
    return [{"reference": text}] if text else []
