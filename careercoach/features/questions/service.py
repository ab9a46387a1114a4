"""The question bank: reviewed questions, and those made from what a role asks for."""

from careercoach.content import load
from careercoach.content.shapes import Question
from careercoach.core.errors import NotFoundError
from careercoach.features.questions import rules


def find_question(slug: str) -> Question | None:
    """The question with this slug, from the bank or made from a skill."""
    if (known := load.questions().get(slug)) is not None:
        return known
    skill = slug.removeprefix(rules.PREFIX)
    return rules.question_about(skill) if skill != slug and skill in load.skills() else None


def get_question(slug: str) -> Question:
    """The question with this slug. Raises NotFoundError."""
    question = find_question(slug)
    if question is None:
        raise NotFoundError
    return question


def list_role_questions(role: str) -> list[Question]:
    """What the bank asks for a role in particular."""
    return [question for question in load.questions().values() if role in question.roles]


def list_common_questions() -> list[Question]:
    """Behavioural questions that suit every role."""
    return [question for question in load.questions().values() if not question.roles]


def question_about(skill: str) -> Question:
    """A question about one's own use of a skill. Raises KeyError for an unknown slug."""
    return rules.question_about(skill)


def is_reviewed(slug: str) -> bool:
    """Whether the question comes from the reviewed bank, with an example of a strong answer."""
    return slug in load.questions()
