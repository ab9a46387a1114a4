"""Analyses of a person: everything is looked up with the owner's id."""

from careercoach.features.job_matches.rules.pacing import Pace, pace
from careercoach.features.job_matches.service.analyses import (
    add_analysis,
    begin_run,
    compare_analyses,
    find_draft,
    forget_removed,
    get_analysis,
    get_material,
    has_removed,
    list_analyses,
    remove_analysis,
    restore_analysis,
    save_corrections,
    save_draft,
)
from careercoach.features.job_matches.service.chat import (
    add_exchange,
    find_reply,
    give_back,
    list_messages,
    save_chat_draft,
    turn_draft,
)
from careercoach.features.job_matches.service.runs import fail_run, finish_run, list_running, save_part, stop_run
from careercoach.features.job_matches.service.suggestions import add_suggestion, ignore_suggestion, save_suggestions

__all__ = [
    "Pace",
    "add_analysis",
    "add_exchange",
    "add_suggestion",
    "begin_run",
    "compare_analyses",
    "fail_run",
    "find_draft",
    "find_reply",
    "finish_run",
    "forget_removed",
    "get_analysis",
    "get_material",
    "give_back",
    "has_removed",
    "ignore_suggestion",
    "list_analyses",
    "list_messages",
    "list_running",
    "pace",
    "remove_analysis",
    "restore_analysis",
    "save_chat_draft",
    "save_corrections",
    "save_draft",
    "save_part",
    "save_suggestions",
    "stop_run",
    "turn_draft",
]
