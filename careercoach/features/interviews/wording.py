"""What a model may do to questions: word those made from a skill for the role. Reviewed questions stay as they are."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel, Field

from careercoach.content import load
from careercoach.features.interviews.schemas import QuestionView
from careercoach.features.questions import service as questions
from careercoach.ports.ai import AiTask, CoachAnswer, Limits, read_prompt
from careercoach.ports.ai.guard.quoting import mentions, without_links

LEAST, MOST = 12, 320  # characters: beyond the skill's own name, and altogether


class Worded(BaseModel):
    """One question in one language."""

    slug: str = Field(max_length=80)
    text: str = Field(max_length=600)


class WordedQuestions(CoachAnswer):
    """The questions in the words of the interviewer."""

    questions: list[Worded] = []


def as_they_are(language: str, role: str, asked: Sequence[Mapping[str, str]]) -> WordedQuestions:
    """The pattern's own words."""
    return WordedQuestions(questions=[Worded(slug=one["slug"], text=one["text"]) for one in asked])


def check_wording(answer: WordedQuestions, inputs: Mapping[str, Any], by_rules: WordedQuestions) -> WordedQuestions:
    """Each question once, about its own skill, one question and nothing else; any other keeps its pattern."""
    found = {one.slug: one for one in reversed(answer.questions)}
    skills = {one["slug"]: one["skill"] for one in inputs["asked"]}
    kept = [
        found[own.slug] if own.slug in found and _is_fit(found[own.slug].text, skills[own.slug]) else own
        for own in by_rules.questions
    ]
    return answer.model_copy(update={"questions": kept})


def _is_fit(text: str, skill: str) -> bool:
    is_one = text.count("?") == 1 and len(text) - len(skill) >= LEAST and len(text) <= MOST and "\n" not in text.strip()
    return is_one and mentions(skill, text) and without_links(text) == text.strip()


WORD_QUESTIONS = AiTask(
    name="interviews.questions",
    prompt=read_prompt(__file__, "questions"),
    answer=WordedQuestions,
    embedded=as_they_are,
    sources=("asked",),
    check=check_wording,
    limits=Limits(max_output_tokens=1200, timeout_s=8.0),
)


def to_word(asked: Sequence[QuestionView], language: str) -> list[dict[str, str]]:
    """The questions that come from a pattern, with the skill's name as it stands in them."""
    made = [question for question in asked if not questions.is_reviewed(question.slug)]
    found: list[dict[str, str]] = []
    for question in made:
        known = questions.find_question(question.slug)
        skill = load.skills()[known.skills[0]] if known and known.skills else None
        if skill is not None:
            name = skill.names.get(language, skill.name)  # pyright: ignore[reportArgumentType, reportCallIssue]
            found.append({"slug": question.slug, "skill": str(name), "text": question.text.in_(language)})
    return found
