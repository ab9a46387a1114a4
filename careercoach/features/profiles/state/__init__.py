"""The goal, the record, and what waits to be taken into it."""

from careercoach.features.profiles.state.goal import GOAL_PROBLEMS, NAME_MAX, GoalState

__all__ = ["GOAL_PROBLEMS", "NAME_MAX", "GoalState"]
