"""Questions made from what a role asks for, where the bank has none: how have you used this skill?

The key points come from the skill graph (the skill's own names, its tools and neighbours) and from what every good
account of one's own work holds: how it was checked, what came of it, what was learnt.
"""

from functools import cache

from careercoach.content import load
from careercoach.content.graph import graph
from careercoach.content.shapes import KeyPoint, Question, Skill, Words
from careercoach.core.texts import LANGUAGES, text

PREFIX = "used-"
MOST_NAMES = 14

CHECK_CUES = (
    "check", "test", "review", "verif", "compar", "measur", "double-check", "second pair", "feedback", "audit",
    "validat", "जाँच", "जांच", "परख", "तुलना", "मापा", "मिलान", "समीक्षा", "comprob", "verific", "revis",
    "prueb", "prob", "medí", "medi",
)  # fmt: skip
RESULT_CUES = (
    "result", "reduc", "saved", "increas", "improved from", "percent", "per cent", "faster", "fewer", "hours",
    "went from", "fell", "instead of", "down to", "doubled", "halved", "नतीजा", "नतीजे", "प्रतिशत", "घंटे",
    "कम हुआ", "कम हो", "बढ़ा", "बचत", "तेज़", "resultado", "reduj", "ahorr", "aument", "por ciento", "horas",
    "pasó de", "más rápido",
)  # fmt: skip
LEARN_CUES = (
    "difficult", "the hard part", "mistake", "learn", "next time", "differently", "trade-off", "tradeoff",
    "at first", "मुश्किल", "कठिन", "गलती", "सीखा", "सीख", "अगली बार", "अलग तरीके", "difícil", "aprend", "error",
    "la próxima vez", "de otra manera",
)  # fmt: skip


def slug_about(skill: str) -> str:
    """The slug of the question about a skill."""
    return f"{PREFIX}{skill}"


def skill_name(skill: Skill, language: str) -> str:
    """The name of a skill as written in a language."""
    return {**skill.names}.get(language, skill.name)  # pyright: ignore[reportArgumentType, reportCallIssue]


def _words(key: str, skill: Skill) -> Words:
    said = {language: text(f"questions.{key}", language, skill=skill_name(skill, language)) for language in LANGUAGES}
    return Words.model_validate(said)


def _spellings(slug: str) -> list[str]:
    skill = load.skills()[slug]
    return [skill.name, *skill.names.values(), *skill.aliases, *skill.exact]


def _neighbours(slug: str) -> list[str]:
    """Names of what belongs to a skill: its children, what it builds on, its relatives."""
    skill = load.skills()[slug]
    near = [*graph().children(slug), *skill.implies, *skill.prerequisites, *skill.related, *skill.broader]
    known = [other for other in dict.fromkeys(near) if other in load.skills() and other != slug]
    own = {name.casefold() for name in _spellings(slug)}
    names = [name for other in known for name in (load.skills()[other].name, *load.skills()[other].names.values())]
    return [name for name in dict.fromkeys(names) if name.casefold() not in own][:MOST_NAMES]


def _ask(skill: Skill) -> str:
    """Which of the askings fits the skill; for tools and crafts three take turns, so that a row stays lively."""
    if skill.kind in ("soft", "domain"):
        return skill.kind
    return ("tool", "trouble", "teach")[sum(skill.slug.encode()) % 3]


def _points(slug: str) -> list[KeyPoint]:
    skill = load.skills()[slug]
    own = list(dict.fromkeys(_spellings(slug)))[:MOST_NAMES]
    parts: list[tuple[str, list[str], int]] = [
        ("point.did", own if len(own) > 1 else [*own, *own], 3),
        ("point.tools", _neighbours(slug), 2),
        ("point.checked", list(CHECK_CUES), 2),
        ("point.result", list(RESULT_CUES), 3),
        ("point.learnt", list(LEARN_CUES), 1),
    ]
    return [KeyPoint(text=_words(key, skill), cues=cues, weight=weight) for key, cues, weight in parts if len(cues) > 1]


@cache
def question_about(skill_slug: str) -> Question:
    """The question about one skill. Raises KeyError for an unknown skill."""
    skill = load.skills()[skill_slug]
    return Question(
        slug=slug_about(skill_slug),
        skills=[skill_slug],
        kind="behavioural" if skill.kind == "soft" else "technical",
        difficulty="medium",
        minutes=3,
        text=_words(f"ask.{_ask(skill)}", skill),
        key_points=_points(skill_slug),
        strong_answer=_words("outline", skill),
    )
