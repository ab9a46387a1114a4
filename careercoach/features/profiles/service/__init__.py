"""The front door of the profiles room: the goal, and the record as its owner keeps it."""

from careercoach.features.profiles.rules import find_roles_with
from careercoach.features.profiles.service.goals import (
    get_profile,
    list_mail_times,
    reach_step,
    save_goal,
    save_person,
    set_mail,
)

__all__ = [
    "find_roles_with",
    "get_profile",
    "list_mail_times",
    "reach_step",
    "save_goal",
    "save_person",
    "set_mail",
]
