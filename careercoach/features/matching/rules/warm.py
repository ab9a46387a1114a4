"""Reads everything that reading and matching need, so that the first person does not wait for it."""

from careercoach.content import load
from careercoach.content.graph import graph
from careercoach.content.scan import find_skills
from careercoach.features.matching.rules.fields import guess_fields
from careercoach.features.matching.rules.titles import find_role
from careercoach.features.matching.rules.words import background


def warm() -> None:
    """Compile what has changed and open the rest; a second call costs nothing. About two seconds after a change."""
    find_skills("Python")
    graph()
    load.roles()
    guess_fields("teacher", ["teacher"])
    find_role("teacher", "en")
    background()
