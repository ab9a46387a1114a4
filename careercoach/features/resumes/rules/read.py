"""From a document to a resume: reading order, sections, then the rules of each section."""

from careercoach.features.resumes.parsed import Json, ParsedResume, SectionSpan, SkillMention
from careercoach.features.resumes.rules import others
from careercoach.features.resumes.rules.addresses import find_places
from careercoach.features.resumes.rules.astray import bring_home, rename_languages
from careercoach.features.resumes.rules.basics import read_basics
from careercoach.features.resumes.rules.cards import unfold_cards
from careercoach.features.resumes.rules.education import find_score, read_schools, split_degree
from careercoach.features.resumes.rules.found import Found
from careercoach.features.resumes.rules.grids import unfold_grid
from careercoach.features.resumes.rules.hidden import find_hidden
from careercoach.features.resumes.rules.imprint import without_imprint
from careercoach.features.resumes.rules.layout import read_in_order
from careercoach.features.resumes.rules.letters import key_of
from careercoach.features.resumes.rules.paragraphs import join_broken_lines
from careercoach.features.resumes.rules.places import look_at, place_lines
from careercoach.features.resumes.rules.rows import Row, cells_of
from careercoach.features.resumes.rules.sections import Section, split_sections
from careercoach.features.resumes.rules.skills import Group, read_skills, to_json, untitled_groups, without_strangers
from careercoach.features.resumes.rules.sources import Sources
from careercoach.features.resumes.rules.stacks import join_periods
from careercoach.features.resumes.rules.telling import degreeness
from careercoach.features.resumes.rules.work import read_posts
from careercoach.ports.resume_text import Document

TOOLS = ("software", "tools", "programs")
SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


def read_resume(document: Document) -> ParsedResume:
    """Everything the document says, as JSON Resume, with the place of each field."""
    pages = [join_periods(cells_of(page, number)) for number, page in enumerate(document.pages)]
    reading = read_in_order(without_imprint(pages))
    looks = look_at(document, reading.rows)
    places = find_places(reading.rows)
    if document.kind != "docx":
        reading.rows = join_broken_lines(reading.rows)
    sections = split_sections(reading)
    bring_home(sections)
    rename_languages(sections)
    for section in sections:
        if section.kind in ("work", "education"):
            section.rows = unfold_grid(section.rows, tells=section.kind == "work")
        if section.kind != "work":
            section.rows = unfold_cards(section.rows)
    rows = _rows_of(sections)
    sources = Sources(rows)
    resume: Json = {"$schema": SCHEMA}
    resume["basics"] = read_basics(sections, places, document.links, sources)
    resume["work"] = _work(_rows(sections, "work"), sources)
    resume["education"] = _education(_rows(sections, "education") or _trainings(sections), sources)
    name = resume["basics"].get("name", "")
    groups = [group for rows in _parts(sections, "skills") for group in read_skills(without_strangers(rows, name))]
    resume["skills"] = to_json(groups or untitled_groups(sections) or _tools(sections))
    _read_others(resume, sections)
    parsed = ParsedResume(resume, sources.text, document.kind, document.pages_total, unmapped=document.unmapped)
    parsed.sources = sources.found
    parsed.sections = [span for section in sections if (span := _span(section)) is not None]
    parsed.skills = _skills_in(sources.text)
    parsed.hidden = find_hidden(document)
    parsed.lines = place_lines(rows)
    parsed.looks = looks
    return parsed


def _rows_of(sections: list[Section]) -> list[Row]:
    rows: list[Row] = []
    for section in sections:
        if section.title is not None and section.title not in rows[-1:] and section.title.at < 0:
            rows.append(section.title)
            section.title.at = 0
        rows += section.rows
    return rows


def _parts(sections: list[Section], kind: str) -> list[list[Row]]:
    """The rows of each section of a kind; pieces of one section in several columns stay apart."""
    return [section.rows for section in sections if section.kind == kind and section.rows]


def _rows(sections: list[Section], kind: str) -> list[list[Row]]:
    """As `_parts`, pieces that go on under the same title put together."""
    groups: list[list[Row]] = []
    title: Row | None = None
    for section in sections:
        if section.kind != kind or not section.rows:
            continue
        if groups and section.title is not None and section.title is title:
            groups[-1] += section.rows
        else:
            groups.append(list(section.rows))
        title = section.title
    return groups


def _work(parts: list[list[Row]], sources: Sources) -> list[Json]:
    posts: list[Json] = []
    for rows in parts:
        for found in read_posts(rows):
            path = f"work[{len(posts)}]"
            sources.note(f"{path}.position", found.what, found.head, 0.9 if found.where else 0.6)
            sources.note(f"{path}.name", found.where, found.head, 0.85 if found.what else 0.55)
            _note_dates(path, found, sources)
            posts.append(
                others.without_blanks(
                    {
                        "name": found.where,
                        "position": found.what,
                        "location": found.place,
                        "url": found.url,
                        "startDate": found.start,
                        "endDate": found.end,
                        "summary": found.summary,
                        "highlights": found.highlights,
                    }
                )
            )
    return posts


def _tools(sections: list[Section]) -> list[Group]:
    """What stands under "Software" or "Tools" where nothing else is titled skills."""
    return [
        group
        for section in sections
        if section.title and key_of(section.title.text) in TOOLS
        for group in read_skills(section.rows)
    ]


def _trainings(sections: list[Section]) -> list[list[Row]]:
    """Where no section is titled education: those titled training, if degrees stand in them."""
    parts = _rows(sections, "certificates")
    return [rows for rows in parts if any(degreeness(row.text) >= 2 and "," not in row.text for row in rows)]


def _education(parts: list[list[Row]], sources: Sources) -> list[Json]:
    schools: list[Json] = []
    for rows in parts:
        for found in read_schools(rows):
            degree, area = split_degree(found.what, found.rest)
            path = f"education[{len(schools)}]"
            sources.note(f"{path}.institution", found.where, found.head, 0.9 if found.what else 0.7)
            sources.note(f"{path}.studyType", degree, found.head, 0.8)
            _note_dates(path, found, sources)
            schools.append(
                others.without_blanks(
                    {
                        "institution": found.where,
                        "studyType": degree,
                        "area": area,
                        "url": found.url,
                        "startDate": found.start,
                        "endDate": found.end,
                        "score": find_score([*found.head, *found.body]),
                        "courses": found.highlights,
                    }
                )
            )
    return schools


def _note_dates(path: str, found: Found, sources: Sources) -> None:
    for name, date in (("startDate", found.start), ("endDate", found.end)):
        if date:
            sources.note(f"{path}.{name}", date[:4], found.head, 0.9)


def _read_others(resume: Json, sections: list[Section]) -> None:
    readers = {
        "projects": others.read_projects,
        "volunteer": others.read_volunteering,
        "certificates": lambda rows: others.read_titled(rows, "name", "issuer", "date"),
        "awards": lambda rows: others.read_titled(rows, "title", "awarder", "date"),
        "publications": lambda rows: others.read_titled(rows, "name", "publisher", "releaseDate"),
        "languages": others.read_languages,
        "interests": others.read_interests,
        "references": others.read_references,
    }
    for kind, reader in readers.items():
        entries = [entry for rows in _rows(sections, kind) for entry in reader(rows)]
        if entries:
            resume[kind] = entries


def _span(section: Section) -> SectionSpan | None:
    rows = [*([section.title] if section.title else []), *section.rows]
    placed = [row for row in rows if row.at >= 0]
    if not placed:
        return None
    title = section.title.text if section.title else ""
    return SectionSpan(section.kind, title, placed[0].at, placed[-1].at + len(placed[-1].text))


def _skills_in(text: str) -> list[SkillMention]:
    from careercoach.content.scan import find_skills

    return [SkillMention(found.slug, found.name, found.start, found.end) for found in find_skills(text)]
