"""Whoever follows one suggestion gets exactly its points, and nothing else moves."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercoach.core.texts import catalogue
from careercoach.features.resume_reports.schemas import PARTS, WEIGHTS
from careercoach.features.resumes.parsed import PageLook
from tests.features.resume_reports.conftest import RESUME
from tests.features.resume_reports.rules.fixers import FIXERS, Paper

LOOKS = (PageLook(595, 842), PageLook(595, 842))
GOOD = Paper(RESUME, looks=LOOKS)
PHONE, EMAIL, TOWN, LINK = (
    "+91 98200 12345",
    "asha.rao@example.org",
    "Pune, India",
    "https://www.linkedin.com/in/asharao",
)
LONG = " and checked every single one of them together with the people of the store" * 4
MORE_SUMMARY = "Turns raw figures into decisions people trust. " * 200
DEFECTS = {
    "unmapped": lambda paper: replace(paper, unmapped=9),
    "many unmapped": lambda paper: replace(paper, unmapped=900),
    "picture": lambda paper: replace(paper, looks=(LOOKS[0], replace(LOOKS[1], is_picture=True))),
    "columns": lambda paper: paper.looking(columns=2),
    "order": lambda paper: paper.looking(disorder=0.4),
    "no phone": lambda paper: paper.put(PHONE, "CONTACT"),
    "no e-mail": lambda paper: paper.put(EMAIL, "CONTACT"),
    "no link": lambda paper: paper.put(LINK, "CONTACT"),
    "undated": lambda paper: replace(paper, undated=paper.undated | {"Lumen Foods"}),
    "both undated": lambda paper: replace(paper, undated=paper.undated | {"Lumen Foods", "Shakti Retail"}),
    "undated school": lambda paper: replace(paper, undated=paper.undated | {"University of Pune"}),
    "backwards": lambda paper: paper.put("Mar 2022 - Present", "Mar 2022 - Feb 2021"),
    "too long": lambda paper: paper.put("SUMMARY\n", f"SUMMARY\n{MORE_SUMMARY}\n"),
    "too many pages": lambda paper: replace(paper, pages=6),
    "long point": lambda paper: paper.put("in Tableau that", f"in Tableau{LONG} that"),
    "weak": lambda paper: paper.put("- Automated the", "- Responsible for automation of the"),
    "weaker": lambda paper: paper.put("- Wrote SQL", "- The SQL"),
    "no number": lambda paper: paper.put("14 dashboards in Tableau that 40", "dashboards in Tableau that"),
    "dates": lambda paper: paper.put("Jun 2019", "06/2019"),
    "stop": lambda paper: paper.put("weekly plans", "weekly plans."),
    "stops": lambda paper: paper.every_point(lambda point: f"{point}.").put("weekly plans.", "weekly plans"),
    "pronoun": lambda paper: paper.put("- Trained", "- I trained"),
    "spelling": lambda paper: paper.put("with Python scripts", "with PythOn scripts"),
    "text file": lambda paper: replace(paper, kind="txt"),
    "heavy": lambda paper: replace(paper, size=5_000_000),
    "file name": lambda paper: replace(paper, name="final (3).pdf"),
    "no role": lambda paper: replace(paper, role=""),
}  # fmt: skip
APART = [{"too long", "too many pages"}, {"no number", "spelling"}, {"long point", "spelling"}, {"long point", "no number"},
         {"undated", "both undated"}, {"undated", "backwards"}, {"both undated", "backwards"}, {"stop", "stops"}, {"unmapped", "many unmapped"}]  # fmt: skip
"""Defects of one passage: the second would not find its words."""


def check(paper: Paper) -> list[str]:
    """Follow each suggestion in turn, from the same resume."""
    before = paper.report()
    assert before.exact == pytest.approx(sum(part.earned for part in before.parts))
    assert 100 - before.exact == pytest.approx(sum(finding.points for finding in before.findings))
    for finding in before.findings:
        after = FIXERS[finding.kind](paper, finding).report()
        gained = after.exact - before.exact
        assert gained == pytest.approx(finding.points, abs=1e-9), f"{finding.kind}: {gained} for {finding.points}"
        left = Counter(one.part for one in before.findings) - Counter([finding.part])
        assert Counter(one.part for one in after.findings) == left, finding.kind
        moved = {
            part.name
            for part, old in zip(after.parts, before.parts, strict=True)
            if part.earned != pytest.approx(old.earned)
        }
        assert moved == set(finding.losses)
    return [finding.kind for finding in before.findings]


def spoiled(names: list[str]) -> Paper:
    paper, done = GOOD, set[str]()
    for name in names:
        if not any({name, other} in APART for other in done):
            paper = DEFECTS[name](paper)
            done.add(name)
    return paper


@pytest.mark.parametrize("name", DEFECTS)
def test_one_defect_and_its_fix(name):
    kinds = check(DEFECTS[name](GOOD))
    assert Counter(kinds) != Counter(one.kind for one in GOOD.report().findings)


@settings(max_examples=15)
@given(st.lists(st.sampled_from(sorted(DEFECTS)), unique=True, min_size=2, max_size=7))
def test_any_defects_together_and_each_fix(names):
    check(spoiled(names))


def test_missing_sections_bring_back_their_own_points():
    head = "Asha Rao\nasha.rao@example.org | +91 98200 12345 | Pune, India\nhttps://github.com/asharao\n\n"
    body = GOOD.text[GOOD.text.index("WORK") :]
    for kind, text in (
        ("no_summary", head + body),
        ("no_education", GOOD.text[: GOOD.text.index("EDUCATION")] + GOOD.text[GOOD.text.index("SKILLS") :]),
        ("no_skills", GOOD.text[: GOOD.text.index("SKILLS")]),
        ("no_work", GOOD.text[: GOOD.text.index("WORK")] + GOOD.text[GOOD.text.index("EDUCATION") :]),
    ):
        paper = replace(GOOD, text=text, role="")
        report = paper.report()
        (finding,) = [one for one in report.findings if one.kind == kind]
        after = FIXERS[kind](paper, finding).report()
        assert after.exact - report.exact == pytest.approx(finding.points), kind


def test_points_without_which_nothing_is_said_bring_two_parts_back():
    lines = [line for line in RESUME.split("\n") if not line.startswith("- ")]
    paper = replace(GOOD, text="\n".join(lines))
    before = paper.report()
    (finding,) = [one for one in before.findings if one.kind == "no_points"]
    assert set(finding.losses) == {"results", "verbs"}
    filled = paper.put("Mar 2022 - Present", "Mar 2022 - Present\n- Built 14 sheds for 40 neighbours")
    assert filled.report().exact - before.exact == pytest.approx(finding.points)


def test_the_same_file_has_the_same_report():
    assert GOOD.report() == GOOD.report()


def test_the_rubric_adds_up_to_100():
    assert sum(WEIGHTS.values()) == 100 and set(WEIGHTS) == set(PARTS)
    for paper in (GOOD, replace(GOOD, role="")):
        assert sum(part.most for part in paper.report().parts) == pytest.approx(100)


def test_every_kind_has_its_sentences_and_its_fix():
    kinds = {key.rpartition(".")[2] for key in catalogue() if key.startswith("resume_reports.title.")}
    for table in ("why", "how"):
        assert kinds == {key.rpartition(".")[2] for key in catalogue() if key.startswith(f"resume_reports.{table}.")}
    assert kinds == set(FIXERS) | {"no_points", "odd_titles", "not_newest_first"}


@pytest.mark.parametrize(("usual", "odd", "mixed"), [
    ("Jun 2019", "Jun 2019", False), ("Jun 2019", "06/2019", True), ("Jun 2019", "February 2019", True),
    ("Jun 2019", "May 2019", False), ("June 2019", "February 2019", False), ("2019-06", "2019-02", False),
    ("2019-06", "Feb 2019", True), ("06/2019", "2/2019", False),
])  # fmt: skip
def test_dates_of_one_form_and_of_several(usual, odd, mixed):
    text = f"Asha Rao\n\nWORK EXPERIENCE\nAnalyst, Lumen Foods    {usual} - Present\nAnalyst, Shakti Retail    {odd} - {usual}\n"
    assert ("mixed_dates" in {one.kind for one in Paper(text).report().findings}) is mixed
