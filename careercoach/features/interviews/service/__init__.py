"""The use cases of mock interviews: starting, answering, finishing, and what the report is made of."""

from careercoach.features.interviews.service.answering import (
    finish_interview,
    go_to,
    pause_interview,
    resume_interview,
    save_answer,
)
from careercoach.features.interviews.service.reading import (
    count_open,
    find_open,
    get_interview,
    get_report,
    latest_scores,
    list_interviews,
)
from careercoach.features.interviews.service.scoring import (
    ask_practice,
    list_late,
    list_unscored,
    mark_in_plan,
    read_for_scoring,
    save_report,
    save_score,
)
from careercoach.features.interviews.service.starting import delete_interview, start_interview, word_questions

__all__ = [
    "ask_practice",
    "count_open",
    "delete_interview",
    "find_open",
    "finish_interview",
    "get_interview",
    "get_report",
    "go_to",
    "latest_scores",
    "list_interviews",
    "list_late",
    "list_unscored",
    "mark_in_plan",
    "pause_interview",
    "read_for_scoring",
    "resume_interview",
    "save_answer",
    "save_report",
    "save_score",
    "start_interview",
    "word_questions",
]
