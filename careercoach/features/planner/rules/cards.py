"""Tasks as pages and clients show them: words instead of keys, material with its particulars."""

from collections.abc import Callable
from datetime import date

from careercoach.content import load
from careercoach.content.shapes import Resource, Words
from careercoach.core.dates import day_name
from careercoach.core.texts import LANGUAGES, text
from careercoach.features.planner.rules.words import skill_name, task_how, task_title, task_why
from careercoach.features.planner.schemas import ResourceCard, TaskAnswer, TaskCard, TaskView


def words_of(say: Callable[[str], str]) -> Words:
    """The same sentence in all languages."""
    return Words(**{language: say(language) for language in LANGUAGES})


def text_words(key: str, **values: object) -> Words:
    """A sentence of the catalogue in all languages; values that are `Words` are put in by language."""

    def say(language: str) -> str:
        filled = {name: value.in_(language) if isinstance(value, Words) else value for name, value in values.items()}
        return text(key, language, **filled)

    return words_of(say)


def day_words(day: date, form: str = "weekday") -> Words:
    """A day in all languages."""
    match form:
        case "short":
            return words_of(lambda language: day_name(day, language, "short"))
        case "month":
            return words_of(lambda language: day_name(day, language, "month"))
        case "day":
            return words_of(lambda language: day_name(day, language))
        case _:
            return words_of(lambda language: day_name(day, language, "weekday"))


def skill_words(slug: str) -> Words:
    """The name of a skill in all languages."""
    return words_of(lambda language: skill_name(slug, language))


def card_of(task: TaskView) -> TaskCard:
    """A task for a page that switches language without asking again."""
    return TaskCard(
        id=str(task.id),
        kind=task.kind,
        minutes=task.minutes,
        title=words_of(lambda language: task_title(task, language)),
        why=words_of(lambda language: task_why(task, language)),
        how=words_of(lambda language: task_how(task, language)),
        resources=_resources(task),
        is_extra=task.source != "plan",
    )


def answer_of(task: TaskView, language: str) -> TaskAnswer:
    """A task for a client, in one language."""
    return TaskAnswer(
        id=task.id,
        due=task.due,
        kind=task.kind,
        title=task_title(task, language),
        why=task_why(task, language),
        how=task_how(task, language),
        minutes=task.minutes,
        skill=task.skill,
        level=task.level,
        state=task.state,
        done_at=task.done_at,
        source=task.source,
        resources=_resources(task),
    )


def _resources(task: TaskView) -> list[ResourceCard]:
    # A plan outlives the content it was made from: what is no longer there is left out.
    known = load.resources()
    return [resource_card(known[slug]) for slug in task.resources if slug in known]


def resource_card(resource: Resource) -> ResourceCard:
    """What is shown of learning material."""
    return ResourceCard(
        title=resource.title,
        provider=resource.provider,
        url=resource.url,
        format=resource.format,
        level=resource.level,
        price=resource.price,
        language=resource.language,
        minutes=resource.minutes,
    )
