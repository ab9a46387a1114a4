"""What is measured, a module each: `async def run(bench)` records figures."""

NAMES = (
    "pdf", "digest", "resume", "order", "skills", "events", "crowd", "api", "growth", "login", "mail", "start", "page",
)  # fmt: skip
SLOW = ("page",)
"""Not part of the quick run."""
