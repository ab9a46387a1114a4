"""The coach: somebody to ask for an opinion in a fixed shape. Without any key the rules of the task answer.

ANALYSE = AiTask(name="resumes.analyse", prompt=read_prompt(__file__, "analyse"), answer=ResumeReport,
                 embedded=analyse_by_rules, sources=("resume_text",), check=only_what_is_quoted)
report = await coach().ask(ANALYSE, language="en", asker=user_id, resume_text=...)
"""

from careercoach.ports.ai.contract import (
    AiTask,
    Answer,
    Coach,
    CoachAnswer,
    EmbeddedCoach,
    Limits,
    Made,
    Words,
    answer_by_rules,
    in_pieces,
    read_prompt,
)

__all__ = [
    "AiTask",
    "Answer",
    "Coach",
    "CoachAnswer",
    "EmbeddedCoach",
    "Limits",
    "Made",
    "Words",
    "answer_by_rules",
    "coach",
    "in_pieces",
    "read_prompt",
    "use_coach",
]

_coach: Coach = EmbeddedCoach()


def coach() -> Coach:
    """The coach in use."""
    return _coach


def use_coach(chosen: Coach) -> None:
    """Put another coach in charge (start of the app, tests)."""
    global _coach
    _coach = chosen
