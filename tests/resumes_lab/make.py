"""One generated resume: bytes, file name and truth."""

from dataclasses import dataclass
from typing import Any

from tests.resumes_lab.layouts import LAYOUTS, Layout
from tests.resumes_lab.people import LANGUAGES, make_person, truth_of


@dataclass(frozen=True)
class Sample:
    """A file with what a reader should find in it."""

    layout: str
    language: str
    file_name: str
    data: bytes
    truth: dict[str, Any]


def make_sample(layout: Layout, seed: int, language: str) -> Sample:
    """The same layout, seed and language always give the same resume."""
    resume = make_person(seed, language)
    if layout.maker == "docx":
        from tests.resumes_lab.docx_maker import make_docx

        data = make_docx(resume, layout, language, seed)
    elif layout.maker == "txt":
        from tests.resumes_lab.txt_maker import make_txt

        data = make_txt(resume, layout, language, seed)
    else:
        from tests.resumes_lab.html_maker import make_html, print_pdf

        data = print_pdf(make_html(resume, layout, language, seed))
    extension = "pdf" if layout.maker == "html" else layout.maker
    truth = truth_of(resume)
    shown = set(layout.order)
    for kind, field in (("work", "work"), ("education", "education"), ("skills", "skills")):
        if kind not in shown:
            truth[field] = None
    return Sample(layout.name, language, f"{layout.name}-{language}{seed}.{extension}", data, truth)


def plan_samples(per_layout: int = 4) -> list[tuple[Layout, int, str]]:
    """Which samples to make: each layout in English and, in turn, in the other languages."""
    planned: list[tuple[Layout, int, str]] = []
    for number, layout in enumerate(LAYOUTS):
        for turn in range(per_layout):
            language = "en" if turn < (per_layout + 1) // 2 else LANGUAGES[1 + (number + turn) % (len(LANGUAGES) - 1)]
            planned.append((layout, number * per_layout + turn, language))
    return planned
