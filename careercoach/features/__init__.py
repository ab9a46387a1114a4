"""The rooms people live in, from the ground up: a room may use those before it, never those after."""

FEATURES = (
    "accounts",
    "help",
    "profiles",
    "notifications",
    "resumes",
    "questions",
    "matching",
    "planner",
    "interviews",
    "today",
    "analytics",
    "admin",
)
