"""The front door of the resume builder: what was offered, what was decided, and the record that comes of it."""

from careercoach.features.resume_builder.service.bases import (
    Base,
    NothingToRewriteError,
    accepted_record,
    get_base,
    keep_true,
)
from careercoach.features.resume_builder.service.choices import (
    NotInResumeError,
    accept_all,
    decide,
    get_accepted,
    set_paper,
    undo,
)
from careercoach.features.resume_builder.service.learning import learn_skill
from careercoach.features.resume_builder.service.offers import add_wordings, get_rewrite, list_new
from careercoach.features.resume_builder.service.runs import (
    begin_run,
    fail_run,
    find_place,
    finish_run,
    list_running,
    save_part,
    stop_run,
)

__all__ = [
    "Base",
    "NotInResumeError",
    "NothingToRewriteError",
    "accept_all",
    "accepted_record",
    "add_wordings",
    "begin_run",
    "decide",
    "fail_run",
    "find_place",
    "finish_run",
    "get_accepted",
    "get_base",
    "get_rewrite",
    "keep_true",
    "learn_skill",
    "list_new",
    "list_running",
    "save_part",
    "set_paper",
    "stop_run",
    "undo",
]
