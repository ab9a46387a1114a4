"""The goal, the record, and what waits to be taken into it."""

from careercoach.features.profiles.state.goal import GOAL_PROBLEMS, NAME_MAX, GoalState
from careercoach.features.profiles.state.imports import IMPORT_PROBLEMS, ImportState
from careercoach.features.profiles.state.record import FIELD_PROBLEMS, MORE_OPENER, RECORD_PROBLEMS, ProfileState

__all__ = [
    "FIELD_PROBLEMS",
    "GOAL_PROBLEMS",
    "IMPORT_PROBLEMS",
    "MORE_OPENER",
    "NAME_MAX",
    "RECORD_PROBLEMS",
    "GoalState",
    "ImportState",
    "ProfileState",
]
