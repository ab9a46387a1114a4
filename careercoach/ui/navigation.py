"""The map of the product as the side bar and the bottom bar show it. Only pages that exist."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """One entry: `name` is also the value of `page_frame(active=)` and the key of its word."""

    name: str
    path: str
    icon: str


TODAY = Place("today", "/today", "sun")
PLAN = Place("plan", "/plan", "calendar-days")
PROGRESS = Place("progress", "/progress", "chart-line")
PROFILE = Place("profile", "/profile", "user")
RESUME = Place("resume", "/resume", "file-text")
RESUME_REPORT = Place("resume_report", "/resume/report", "clipboard-check")
GAP = Place("gap", "/match", "target")
JOB_MATCH = Place("job_match", "/jobs/match", "scale")
INTERVIEWS = Place("interviews", "/interviews", "mic")
NOTIFICATIONS = Place("notifications", "/notifications", "bell")
SETTINGS = Place("settings", "/settings", "settings")
ADMIN = Place("admin", "/admin", "shield")

GROUPS: tuple[tuple[str, tuple[Place, ...]], ...] = (
    ("coach", (TODAY, PLAN, PROGRESS)),
    ("jobs", (PROFILE, RESUME, RESUME_REPORT, GAP, JOB_MATCH)),
    ("practise", (INTERVIEWS,)),
)
BELOW = (NOTIFICATIONS, SETTINGS)
BOTTOM_BAR = (TODAY, PLAN, INTERVIEWS, GAP)
MORE = (PROGRESS, PROFILE, RESUME, RESUME_REPORT, JOB_MATCH, NOTIFICATIONS, SETTINGS)
