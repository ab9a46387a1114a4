"""The question a point leaves open: how many, how much, how fast. Asked in the language of the resume."""

import re

from careercoach.features.resume_reports.rules.verbs import TONGUES
from careercoach.features.resume_reports.rules.words import english

_WORD = re.compile(r"[^\W\d_][\w\u0900-\u097f'-]*")


def with_question(text: str, language: str) -> str:
    """The point with the open question behind it. No number is ever made up."""
    tongue = TONGUES.get(language, english)
    words = {word.casefold() for word in _WORD.findall(text)}
    asked = next(
        (question for question, triggers in tongue.ASK.values() if words & set(triggers.split())), tongue.ASK["any"][0]
    )
    bare = text.rstrip(" .;।")
    return f"{bare}, {asked}{text[len(bare) :].rstrip()}"


def ask_dates(language: str) -> str:
    """Where dates belong."""
    return TONGUES.get(language, english).ASK_DATES


def ask_next(language: str) -> str:
    """Where the wish of the person belongs."""
    return TONGUES.get(language, english).ASK_NEXT


def if_used(skill: str, language: str) -> str:
    """A skill that only the person can say they have."""
    return TONGUES.get(language, english).OPTIONAL.format(skill=skill)
