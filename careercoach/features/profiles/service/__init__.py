"""The front door of the profiles room: the goal, and the record as its owner keeps it."""

from careercoach.features.profiles.rules import find_roles_with
from careercoach.features.profiles.rules.comparison import compare, contrast, merge
from careercoach.features.profiles.rules.json_resume import check_record
from careercoach.features.profiles.rules.said import not_mine
from careercoach.features.profiles.rules.skills import flat_skills, with_flat_skills
from careercoach.features.profiles.service.avatars import get_avatar_key, list_file_keys, set_avatar_key
from careercoach.features.profiles.service.goals import (
    get_profile,
    get_time_zone,
    list_mail_hours,
    list_mail_readers,
    reach_step,
    save_goal,
    save_person,
    set_mail,
)
from careercoach.features.profiles.service.imports import (
    apply_import,
    choose,
    drop_import,
    find_import,
    get_import,
    keep_import,
)
from careercoach.features.profiles.service.record import (
    NEW,
    count_skill_again,
    drop_draft,
    find_entry_now,
    keep_draft,
    list_drafts,
    move_entry,
    open_entry,
    remove_entry,
    restore_entry,
    save_entry,
)

__all__ = [
    "NEW",
    "apply_import",
    "check_record",
    "choose",
    "compare",
    "contrast",
    "count_skill_again",
    "drop_draft",
    "drop_import",
    "find_entry_now",
    "find_import",
    "find_roles_with",
    "flat_skills",
    "get_avatar_key",
    "get_import",
    "get_profile",
    "get_time_zone",
    "keep_draft",
    "keep_import",
    "list_drafts",
    "list_file_keys",
    "list_mail_hours",
    "list_mail_readers",
    "merge",
    "move_entry",
    "not_mine",
    "open_entry",
    "reach_step",
    "remove_entry",
    "restore_entry",
    "save_entry",
    "save_goal",
    "save_person",
    "set_avatar_key",
    "set_mail",
    "with_flat_skills",
]
