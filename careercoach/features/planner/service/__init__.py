"""The plan of a person: reading it, working through it, changing it. Everything is looked up with the owner's id."""

from careercoach.features.planner.rules.days import next_study_day
from careercoach.features.planner.rules.words import (
    note_of,
    role_title,
    skill_name,
    task_how,
    task_title,
    task_why,
)
from careercoach.features.planner.service.figures import list_days, list_done_minutes, progress
from careercoach.features.planner.service.plans import (
    find_plan,
    get_plan,
    list_worked_minutes,
    mark_outdated,
    plan_basis,
    save_plan,
)
from careercoach.features.planner.service.rolling import add_practice_tasks, lighten_day, restore_tasks, roll_forward
from careercoach.features.planner.service.tasks import (
    complete_task,
    find_next,
    get_task,
    list_day,
    list_tasks,
    move_task,
    skip_task,
    undo_task,
)

__all__ = [
    "add_practice_tasks",
    "complete_task",
    "find_next",
    "find_plan",
    "get_plan",
    "get_task",
    "lighten_day",
    "list_day",
    "list_days",
    "list_done_minutes",
    "list_tasks",
    "list_worked_minutes",
    "mark_outdated",
    "move_task",
    "next_study_day",
    "note_of",
    "plan_basis",
    "progress",
    "restore_tasks",
    "role_title",
    "roll_forward",
    "save_plan",
    "skill_name",
    "skip_task",
    "task_how",
    "task_title",
    "task_why",
    "undo_task",
]
