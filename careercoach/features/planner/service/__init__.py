"""The plan of a person: reading it, working through it, changing it. Everything is looked up with the owner's id."""

from careercoach.features.planner.rules.cards import answer_of, card_of, day_words, skill_words, text_words, words_of
from careercoach.features.planner.rules.days import next_study_day
from careercoach.features.planner.rules.weeks import WEEKS_MOST
from careercoach.features.planner.rules.words import (
    note_of,
    role_title,
    skill_name,
    task_how,
    task_title,
    task_why,
)
from careercoach.features.planner.service.figures import (
    list_days,
    list_done_minutes,
    planned_minutes,
    progress,
    streak_before,
    worked_since,
)
from careercoach.features.planner.service.plans import (
    BUILDS,
    compare_basis,
    find_job,
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
    find_last_done,
    find_next,
    get_task,
    list_day,
    list_tasks,
    move_task,
    skip_task,
    undo_task,
)

__all__ = [
    "BUILDS",
    "WEEKS_MOST",
    "add_practice_tasks",
    "answer_of",
    "card_of",
    "compare_basis",
    "complete_task",
    "day_words",
    "find_job",
    "find_last_done",
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
    "planned_minutes",
    "progress",
    "restore_tasks",
    "role_title",
    "roll_forward",
    "save_plan",
    "skill_name",
    "skill_words",
    "skip_task",
    "streak_before",
    "task_how",
    "task_title",
    "task_why",
    "text_words",
    "undo_task",
    "words_of",
    "worked_since",
]
