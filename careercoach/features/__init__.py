"""The rooms people live in, from the ground up: a room may use those before it, never those after."""

FEATURES = (
    "accounts",
    "usage",
    "connections",
    "help",
    "catalogue",
    "profiles",
    "notifications",
    "resumes",
    "questions",
    "matching",
    "planner",
    "interviews",
    "job_matches",
    "resume_reports",
    "resume_builder",
    "today",
    "analytics",
    "admin",
)
