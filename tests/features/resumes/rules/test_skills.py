"""Skills in the forms resumes list them."""

import pytest

from careercoach.features.resumes.rules.read import read_resume
from careercoach.features.resumes.rules.skills import is_level
from careercoach.features.resumes.rules.titles import loose_kind, section_kind
from careercoach.ports.resume_text import Line
from tests.features.resumes.rules.pages import paper, put

WANTED = {"Python", "Go", "Node.js", "C++", "Project management"}


def read_skills(lines: list[Line]) -> set[str]:
    page = paper([put("Ada Lovelace", 40, 20, 20), put("SKILLS", 40, 60, 13, bold=True)], lines)
    skills = read_resume(page).resume["skills"]
    return {word for skill in skills for word in (skill["keywords"] or [skill["name"]])}


@pytest.mark.parametrize(
    "texts",
    [
        ["Python, Go, Node.js, C++, Project management"],
        ["Python • Go • Node.js • C++ • Project management"],
        ["Languages: Python, Go, C++", "Other: Node.js, Project management"],
        ["• Python", "• Go", "• Node.js", "• C++", "• Project management"],
        [
            "Python (Advanced)",
            "Go – Intermediate",
            "Node.js 80%",
            "C++ ●●●○○",
            "Project management (5 years)",
        ],
        ["Proficient in Python, Go, Node.js, C++ and Project management"],
        ["Python、Go、Node.js、C++、Project management"],
    ],
)
def test_reads_lists_of_every_kind(texts: list[str]) -> None:
    assert read_skills([put(text, 40, 85 + 16 * number) for number, text in enumerate(texts)]) == WANTED


def test_reads_tags_and_tables() -> None:
    x, tags = 40.0, []
    for word in sorted(WANTED):
        tags.append(put(word, x, 85))
        x += len(word) * 5 + 14
    assert read_skills(tags) == WANTED
    rated = [
        line
        for number, word in enumerate(sorted(WANTED))
        for line in (put(word, 40, 85 + 16 * number), put("Expert", 400, 85 + 16 * number))
    ]
    assert read_skills(rated) == WANTED


@pytest.mark.parametrize(
    "text", ["Advanced", "Intermediate", "Muttersprache", "Nivel avanzado", "C1", "精通", "(Expert)"]
)
def test_levels_are_no_skills(text: str) -> None:
    assert is_level(text)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("WORK EXPERIENCE", "work"), ("Experiencia laboral", "work"), ("Expérience professionnelle", "work"), ("EXPERIENCES PROFESSIONNELLES", "work"),
        ("Beruflicher Werdegang", "work"), ("Experiência profissional", "work"), ("कार्य अनुभव", "work"), ("工作经历", "work"),
        ("P R O F E S S I O N A L  E X P E R I E N C E", "work"), ("2. Education:", "education"), ("Éducation", "education"), ("教育背景", "education"),
        ("शैक्षिक योग्यता", "education"), ("Skills & Interests", "skills"), ("Kenntnisse und Fähigkeiten", "skills"), ("专业技能", "skills"),
        ("Led a team of six", None), ("Acme", None), ("2015", None),
    ],
)  # fmt: skip
def test_knows_section_titles(title: str, kind: str | None) -> None:
    assert section_kind(title) == kind


def test_longer_titles_are_known_by_their_strong_word() -> None:
    assert loose_kind("Skills and Tech") == "skills"
    assert loose_kind("Relevant legal work experience") == "work"
    assert loose_kind("Projects Experience") == "projects"
