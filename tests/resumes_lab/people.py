"""Invented people in seven languages, as JSON Resume objects: the known truth behind every generated layout."""

import random
import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "es", "fr", "de", "pt", "hi", "zh")
DATA = Path(__file__).parent / "data"
THIS_YEAR = 2025

Resume = dict[str, Any]


@cache
def vocabulary(language: str) -> dict[str, Any]:
    """Names, employers, schools and fields of work of one language."""
    return tomllib.loads((DATA / f"{language}.toml").read_text(encoding="utf-8"))


def make_person(seed: int, language: str = "en") -> Resume:
    """One invented resume; the same seed and language always give the same person."""
    pick = random.Random(f"{language}/{seed}")
    words = vocabulary(language)
    field = pick.choice(words["field"])
    name = words["names"][seed % len(words["names"])]
    resume: Resume = {
        "basics": _basics(pick, words, field, name),
        "work": _work(pick, words, field),
        "education": _education(pick, words, field),
        "skills": _skills(pick, field),
        "languages": [{"language": tongue, "fluency": level} for tongue, level in words["spoken"]],
    }
    if pick.random() < 0.5:
        resume["certificates"] = [
            {"name": title, "issuer": issuer, "date": f"{pick.randint(2012, 2023)}-05"}
            for title, issuer in words["certificates"]
        ]
    if language == "en":
        _add_english_extras(pick, resume)
    return resume


def _basics(pick: random.Random, words: dict[str, Any], field: dict[str, Any], name: str) -> Resume:
    handle = ascii_handle(name) or f"person{pick.randint(10, 99)}"
    city, _, region = pick.choice(words["cities"]).partition(", ")
    basics: Resume = {
        "name": name,
        "label": field["titles"][0],
        "email": pick.choice([f"{handle}@example.com", f"{handle}{pick.randint(1, 99)}@mail.example.org"]),
        "phone": pick.choice(words["phones"]),
        "location": {"city": city, "region": region, "countryCode": "", "address": "", "postalCode": ""},
        "profiles": [],
    }
    if pick.random() < 0.6:
        basics["url"] = basics["website"] = f"https://{handle.replace('.', '')}.example.com"
    if pick.random() < 0.6:
        basics["profiles"] = [
            {"network": "LinkedIn", "username": handle, "url": f"https://linkedin.com/in/{handle}"},
            {"network": "GitHub", "username": handle, "url": f"https://github.com/{handle}"},
        ]
    if pick.random() < 0.75:
        basics["summary"] = field["summary"]
    return basics


def ascii_handle(name: str) -> str:
    """The name as the local part of an e-mail address; empty for a script without Latin letters."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return ".".join(re.findall(r"[a-z]+", plain))


def _work(pick: random.Random, words: dict[str, Any], field: dict[str, Any]) -> list[Resume]:
    count = pick.choice([1, 2, 2, 3, 3, 4, 5])
    employers = pick.sample(field["employers"], min(count, len(field["employers"])))
    titles = pick.choices(field["titles"], k=count)
    places = pick.choices(words["cities"], k=count)
    posts: list[Resume] = []
    end_year = THIS_YEAR
    for index in range(count):
        promoted = index > 0 and pick.random() < 0.15
        employer = posts[-1]["name"] if promoted else employers[index % len(employers)]
        start_year = end_year - pick.randint(1, 4)
        post: Resume = {
            "name": employer,
            "company": employer,
            "position": titles[index],
            "location": places[index],
            "startDate": f"{start_year}-{pick.randint(1, 12):02d}",
            "highlights": pick.sample(field["bullets"], pick.randint(1, min(3, len(field["bullets"])))),
        }
        if index or pick.random() < 0.3:
            post["endDate"] = f"{end_year}-{pick.randint(1, 12):02d}"
        if pick.random() < 0.35:
            post["summary"] = field["summary"]
        if pick.random() < 0.25:
            post["url"] = post["website"] = f"https://{ascii_handle(employer).replace('.', '') or 'site'}.example"
        posts.append(post)
        end_year = start_year
    return posts


def _education(pick: random.Random, words: dict[str, Any], field: dict[str, Any]) -> list[Resume]:
    count = pick.choice([1, 1, 2, 2, 3])
    schools = pick.sample(words["schools"], count)
    degrees = pick.choices(field["degrees"], k=count)
    year = pick.randint(2008, 2016)
    entries: list[Resume] = []
    for school, (kind, area) in zip(schools, degrees, strict=True):
        entry: Resume = {
            "institution": school,
            "studyType": kind,
            "area": area,
            "startDate": f"{year - 4}-09",
            "endDate": f"{year}-06",
            "courses": [],
        }
        if pick.random() < 0.3:
            entry["score"] = entry["gpa"] = pick.choice(["3.8", "4.0", "8.7"])
        entries.append(entry)
        year -= 4
    return entries


def _skills(pick: random.Random, field: dict[str, Any]) -> list[Resume]:
    groups = field["groups"]
    if pick.random() < 0.3:
        return [{"name": word, "level": "", "keywords": []} for _, words in groups for word in words]
    level = pick.choice(["", "", "Advanced"])
    return [{"name": name, "level": level, "keywords": list(words)} for name, words in groups]


def _add_english_extras(pick: random.Random, resume: Resume) -> None:
    if pick.random() < 0.4:
        resume["projects"] = [
            {
                "name": "Trail Companion",
                "description": "A map of quiet walking routes, used by 3,000 people",
                "highlights": ["Wrote it in six weeks", "Won the city's open data prize"],
                "startDate": "2018-02",
                "endDate": "2019-03",
                "url": "https://trail.example.com",
            }
        ]
    if pick.random() < 0.35:
        resume["volunteer"] = [
            {
                "organization": "Harvest Food Bank",
                "position": "Weekend Coordinator",
                "startDate": "2015-01",
                "endDate": "2017-01",
                "summary": "Planned the Saturday shifts of 20 volunteers.",
                "highlights": ["Collected 4 tonnes of food"],
            }
        ]
    if pick.random() < 0.35:
        resume["awards"] = [
            {
                "title": "Employee of the Year",
                "date": "2019-12",
                "awarder": "City Chamber",
                "summary": "For steady work.",
            }
        ]
    if pick.random() < 0.25:
        resume["publications"] = [
            {
                "name": "Notes on Careful Work",
                "publisher": "Field Journal",
                "releaseDate": "2017-04",
                "summary": "An essay.",
            }
        ]
    if pick.random() < 0.4:
        resume["interests"] = [
            {"name": "Hiking", "keywords": ["Alps", "Lake District"]},
            {"name": "Chess", "keywords": []},
        ]
    if pick.random() < 0.2:
        resume["references"] = [{"name": "Pat Rowe", "reference": "A joy to work with, and never late."}]


def truth_of(resume: Resume) -> Resume:
    """What a reader is asked to find: the fields that are scored, and the skill group names that are allowed."""
    basics = resume["basics"]
    listed: list[str] = []
    allowed: list[str] = []
    for skill in resume.get("skills", []):
        if skill.get("keywords"):
            listed += skill["keywords"]
            allowed.append(skill["name"])
        else:
            listed.append(skill["name"])
    return {
        "name": basics.get("name"),
        "email": basics.get("email"),
        "phone": basics.get("phone") or None,
        "work": [
            {"name": post.get("name") or post.get("company"), "position": post.get("position")}
            for post in resume.get("work", [])
        ],
        "education": [
            {"institution": entry.get("institution"), "studyType": entry.get("studyType") or None}
            for entry in resume.get("education", [])
        ],
        "skills": listed or None,
        "skills_ok": allowed,
    }
