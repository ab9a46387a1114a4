"""What a model may add to the score of the rules: up to ten points, remarks on quoted passages, a word of advice."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from pydantic import BaseModel, Field

from careercoach.content.shapes import Question
from careercoach.features.interviews.rules.answers import score_answer
from careercoach.features.interviews.schemas import Advice, AnswerScore, Passage, band_of
from careercoach.ports.ai import AiTask, CoachAnswer, Limits, read_prompt
from careercoach.ports.ai.guard.quoting import bounded, find_quote

MOST_REMARKS = 4
SAID = "interviews.said"
"""The sentence that is nothing but a model's own words."""


class Remark(BaseModel):
    """A passage and what makes it strong or weak."""

    quote: str = Field(max_length=600)
    kind: Literal["strong", "weak"]
    why: str = Field(max_length=400)


class Opinion(CoachAnswer):
    """One answer, judged. `score` is what the rules say."""

    overall: int = Field(ge=0, le=100)
    remarks: list[Remark] = []
    advice: str = Field(default="", max_length=900)
    score: AnswerScore


def judge_by_rules(
    language: str, question: str, answer: str, points: str, score: int, asked: Question, shown: Sequence[str]
) -> Opinion:
    """The score of the rules, without a remark of its own: theirs are in the score."""
    by_rules = score_answer(asked, answer, shown=shown)
    return Opinion(overall=by_rules.overall, score=by_rules)


def check_opinion(opinion: Opinion, inputs: Mapping[str, Any], by_rules: Opinion) -> Opinion:
    """Only words of the answer itself are quoted, and what held the score down still does."""
    overall = round(bounded(opinion.overall, by_rules.overall))
    if by_rules.score.flaw:
        overall = min(overall, by_rules.overall)
    remarks = [remark for remark in opinion.remarks if find_quote(remark.quote, inputs["answer"])]
    return opinion.model_copy(update={"overall": overall, "remarks": remarks[:MOST_REMARKS], "score": by_rules.score})


JUDGE = AiTask(
    name="interviews.score",
    prompt=read_prompt(__file__, "score"),
    answer=Opinion,
    embedded=judge_by_rules,
    sources=("answer",),
    shown=("question", "answer", "points", "score"),
    parts=("overall", "remarks", "advice"),
    check=check_opinion,
    limits=Limits(max_output_tokens=900),
)


def with_opinion(opinion: Opinion, answer: str) -> AnswerScore:
    """The score of the rules with what a model added; unchanged when nobody but the rules judged."""
    score = opinion.score
    if opinion.source == "embedded":
        # Without a provider or consent there is nothing to explain.
        asked = opinion.made.why not in ("", "no_provider", "no_consent")
        return score.model_copy(update={"made": opinion.made}) if asked else score
    passages = [passage for remark in opinion.remarks if (passage := _passage(remark, answer)) is not None]
    # Of two remarks on the same words the model's stands: it read them in their context.
    rest = [known for known in score.passages if not any(_overlap(known, passage) for passage in passages)]
    said = [Advice(key=SAID, values={"words": opinion.advice})] if opinion.advice else []
    return score.model_copy(
        update={
            "overall": opinion.overall,
            "band": band_of(opinion.overall),
            "passages": sorted([*passages, *rest], key=lambda passage: passage.start),
            "advice": [*said, *score.advice],
            "made": opinion.made,
        }
    )


def _passage(remark: Remark, answer: str) -> Passage | None:
    quote = find_quote(remark.quote, answer)
    if quote is None:
        return None
    start = answer.index(quote)
    why = Advice(key=SAID, values={"words": remark.why})
    return Passage(kind=remark.kind, start=start, end=start + len(quote), quote=quote, why=why)


def _overlap(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end
