"""What is measured, a module each: `async def run(bench)` records figures."""

NAMES = ("pdf", "digest", "resume", "events", "login", "mail", "start", "page")
SLOW = ("page",)
"""Not part of the quick run."""
