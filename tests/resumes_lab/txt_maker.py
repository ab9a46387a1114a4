"""Resumes as plain text."""

from typing import Any

from tests.resumes_lab.layouts import Layout
from tests.resumes_lab.pieces import Block, contact_texts, other_blocks, school_blocks, skill_groups, work_blocks
from tests.resumes_lab.words import title_of

Json = dict[str, Any]
WIDTH = 90


def make_txt(resume: Json, layout: Layout, language: str, variant: int = 0) -> bytes:
    """The file's bytes."""
    lines = [resume["basics"]["name"], resume["basics"]["label"], " | ".join(contact_texts(resume))]
    for kind in layout.order:
        body = _body(kind, resume, layout, language)
        if body:
            lines += ["", title_of(kind, language, variant).upper(), *body]
    return "\n".join(lines).encode()


def _body(kind: str, resume: Json, layout: Layout, language: str) -> list[str]:
    if kind == "summary":
        return [resume["basics"]["summary"]] if resume["basics"].get("summary") else []
    if kind == "languages":
        return [", ".join(f"{entry['language']} ({entry['fluency']})" for entry in resume["languages"])]
    if kind == "skills":
        groups = skill_groups(resume)
        if layout.skills == "commas":
            return [", ".join(word for _, words in groups for word in words)]
        return [f"{name}: {', '.join(words)}" if name else ", ".join(words) for name, words in groups]
    makers = {"work": work_blocks, "education": school_blocks}
    blocks = makers[kind](resume, layout, language) if kind in makers else other_blocks(resume, kind, layout, language)
    return [line for block in blocks for line in _entry(block)]


def _entry(block: Block) -> list[str]:
    lines = [
        left if not right else left + " " * max(4, WIDTH - len(left) - len(right)) + right
        for left, right in block.lines
    ]
    return [*lines, *([block.prose] if block.prose else []), *(f"- {point}" for point in block.points), ""]
