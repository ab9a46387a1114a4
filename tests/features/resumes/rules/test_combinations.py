"""Heads of posts and schools in every order, mark and date that people use, with unknown firms, towns and schools."""

import random

import pytest

from careercoach.features.resumes.rules.read import read_resume
from careercoach.ports.resume_text import read_document

pytestmark = pytest.mark.slow
RESUME = """Ada Lovelace
ada@example.org | 555-010-2233

SUMMARY
Careful worker with years of practice.

WORK EXPERIENCE
{work}
EDUCATION
{education}
SKILLS
Excel, Word
"""
POSTS = [
    "Software Engineer",
    "Senior Accountant",
    "Registered Nurse",
    "Electrician",
    "High School Math Teacher",
    "HR Business Partner",
    "Warehouse Supervisor",
    "UX Designer",
    "Line Cook",
    "Paralegal",
    "Site Foreman",
    "Customer Support Lead",
    "Product Owner",
    "Welder",
]
FIRMS = [
    "Zorvex",
    "Bluepine Traders",
    "Quillbit Labs",
    "Harlan & Sons",
    "Tallow Creek Hospital",
    "Northgate Academy",
    "Ombra",
    "Vantree Inc.",
    "Solace Care Homes",
    "Hexa Systems GmbH",
    "Old Mill Bakery",
    "Acuity 360",
    "The Copper Pot",
    "Lindqvist Bygg AB",
    "Grupo Nandú",
    "Cobalt",
]
TOWNS = [
    "Wigan, UK",
    "Kochi, India",
    "Boise, ID",
    "Zaragoza",
    "Leipzig",
    "Ithaca, NY",
    "Palmerston North",
    "Tulsa, OK",
    "Ghent, Belgium",
]
PERIODS = [
    "Jan 2019 - Mar 2022",
    "2018 – Present",
    "06/2017 – 08/2020",
    "March 2020 to Present",
    "2015-2019",
    "Summer 2019",
]
POST_HEADS = [
    "{t}, {f}, {c}\n{d}", "{t} - {f}\n{d}", "{f} - {t}\n{d}", "{f}, {c}\n{t}    {d}", "{t}    {d}\n{f}, {c}",
    "{f}    {c}\n{t}    {d}", "{t} | {f} | {c} | {d}", "{d}\n{t}\n{f}, {c}", "{d}  {t}, {f}", "{d}: {t} at {f}",
    "{t} at {f} ({d})", "{f} ({c})\n{t}, {d}", "{t}\n{f}\n{d}\n{c}", "{f}\n{t}\n{d}", "{t}, {f}    {d}", "{f}, {t}    {d}",
    "{t}\n{f} - {c}\n{d}", "{t} · {f} · {c} · {d}", "Company: {f}\nPosition: {t}\nDuration: {d}\nLocation: {c}",
    "{t} @ {f}, {c}\n{d}", "{t} — {f}, {c}    {d}", "{t} / {f}\n{d} | {c}", "{f}    {d}\n{t}    {c}", "{t} ({f}), {d}",
]  # fmt: skip
POINTS = (
    "- Kept daily records for 40 clients and cut errors by half\n- Trained three new colleagues in the first year\n"
)

DEGREES = [
    "BSc",
    "Bachelor of Arts",
    "M.Sc.",
    "MBA",
    "Associate of Applied Science",
    "PhD",
    "B.Tech",
    "Diploma",
    "BA (Hons)",
]
AREAS = [
    "Computer Science",
    "History",
    "Nursing",
    "Mechanical Engineering",
    "Marketing",
    "Electrical Installation",
    "Economics",
]
SCHOOLS = [
    "Elmwood University",
    "Northfield Community College",
    "University of Tarrow",
    "Instituto Politécnico de Nandú",
    "Kestrel Institute of Technology",
    "St. Brannoc's High School",
    "Hochschule Merzig",
    "Lycée Moreau",
    "Harrow Vale Technical School",
]
YEARS = [
    "2010 - 2014",
    "Sep 2012 – Jun 2016",
    "2016",
    "May 2018",
    "09/2011 – 06/2015",
    "Class of 2019",
    "Expected May 2026",
]
SCHOOL_HEADS = [
    "{g} in {a}, {s}, {c}\n{d}", "{s}\n{g} in {a}\n{d}", "{s}, {c}    {d}\n{g} in {a}", "{g} {a} | {s} | {d}",
    "{d}  {g} in {a}, {s}", "{d}: {s} - {g} in {a}", "{g} ({a}) - {s}, {d}", "{g}, {a}\n{s}, {c}, {d}",
    "{g} in {a}    {d}\n{s}", "{s} — {g} in {a}, {d}", "{g} in {a} from {s} ({d})", "{s} ({d})\n{g} in {a}",
    "{s}, {c}\n{g} in {a}, GPA: 3.7/4.0\n{d}", "{g}, {s}, {d}", "{g} {a} at {s}, {d}", "- {g} in {a}, {s}, {d}",
]  # fmt: skip


def read(work: str, education: str) -> dict:
    return read_resume(read_document(RESUME.format(work=work, education=education).encode(), "ada.txt")).resume


def gap(chance: random.Random) -> str:
    return "\n" if chance.random() < 0.7 else ""


def test_a_post_and_its_employer_are_found_in_one_entry():
    chance, right, wanted = random.Random(20261121), 0, 0
    for head in POST_HEADS * 12:
        count = chance.randint(1, 3)
        pairs = list(zip(chance.sample(POSTS, count), chance.sample(FIRMS, count), strict=True))
        heads = [head.format(t=t, f=f, c=chance.choice(TOWNS), d=chance.choice(PERIODS)) for t, f in pairs]
        work = "".join(f"{one}\n{POINTS}{gap(chance)}" for one in heads)
        found = {
            (post.get("position"), post.get("name")) for post in read(work, "BA History, Elmwood University")["work"]
        }
        right, wanted = right + len(found & set(pairs)), wanted + count
    assert right / wanted >= 0.98


def test_schools_are_found():
    chance, right, wanted = random.Random(20261121), 0, 0
    for head in SCHOOL_HEADS * 12:
        schools = set(chance.sample(SCHOOLS, chance.randint(1, 3)))
        made = [
            head.format(
                s=s, g=chance.choice(DEGREES), a=chance.choice(AREAS), c=chance.choice(TOWNS), d=chance.choice(YEARS)
            )
            for s in sorted(schools)
        ]
        education = "".join(f"{one}\n{gap(chance)}" for one in made)
        found = {
            one.get("institution") for one in read(f"Cook, The Oak Room\n2018 - 2020\n{POINTS}", education)["education"]
        }
        right, wanted = right + len(found & schools), wanted + len(schools)
    assert right / wanted >= 0.97
