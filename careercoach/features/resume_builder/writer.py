"""What a writer is asked: the passages of a resume, a long one in several questions."""

from collections.abc import Sequence

from careercoach.features.resume_builder.rules.passages import Spot
from careercoach.features.resume_builder.rules.rewriting import Asked, rewrite_passages
from careercoach.features.resume_builder.schemas import RewriteAnswer
from careercoach.ports.ai import AiTask, Limits, read_prompt

ASKED_MOST, LETTERS_MOST = 40, 15_000
"""Passages and letters of one question."""

REWRITE = AiTask(
    name="resume_builder.rewrite",
    prompt=read_prompt(__file__, "rewrite"),
    answer=RewriteAnswer,
    embedded=rewrite_passages,
    sources=("passages",),
    limits=Limits(max_output_tokens=6000),
)


def asked_of(spots: Sequence[Spot], language: str) -> list[Asked]:
    """The passages as a writer gets them; `language` is that of the resume."""
    return [Asked(key=spot.key, kind=spot.kind, text=spot.text, tense=spot.tense, language=language) for spot in spots]


def parts_of(asked: Sequence[Asked]) -> list[list[Asked]]:
    """One list for each question, in the order of the resume."""
    parts: list[list[Asked]] = []
    letters = 0
    for passage in asked:
        letters += len(passage["text"])
        if not parts or len(parts[-1]) == ASKED_MOST or letters > LETTERS_MOST:
            parts.append([])
            letters = len(passage["text"])
        parts[-1].append(passage)
    return parts
