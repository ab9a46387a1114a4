"""How patient we are with a provider, and how many mails an address may get."""

from datetime import timedelta

WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 30, 60, 120, 120))
"""How long to wait after each attempt that failed; together within six hours."""
GIVE_UP_AFTER = timedelta(hours=12)
"""A mail still unsent then is old news. Less than the 24 h for which providers remember our keys."""
PER_DAY = 20
"""Mails to one address in 24 hours, whatever asks for them."""
NEVER_HELD = frozenset({"daily", "password_changed"})
"""Outside that limit: at most one a day by its key, and a warning nobody must be able to suppress."""
NEEDED = frozenset({"password_reset", "password_changed", "test"})
"""Sent to any address, and again when it is unknown whether the first try arrived: nobody gets in without them."""
RANKS = {"sent": 1, "delivered": 2, "failed": 3, "bounced": 4, "complained": 5}
"""News come in any order; the state with the highest rank stays."""
KEEP_FILES = timedelta(days=30)
KEEP_MAILS = timedelta(days=365)


def next_wait(attempts: int, asked_for_s: int = 0) -> timedelta | None:
    """How long to wait after `attempts` failures; None: give up. `asked_for_s`: what the provider said."""
    if attempts > len(WAITS):
        return None
    return max(WAITS[attempts - 1], timedelta(seconds=min(asked_for_s, 6 * 3600)))


def job_key(key: str, attempts: int, late_at: str = "", postponed: int = 0) -> str:
    """The id of the job that sends a mail: one for each attempt, and one an hour if the first was lost (`late_at`)."""
    parts = ["mail", key]
    parts += [f"try-{attempts}"] if attempts else []
    parts += [f"wait-{postponed}"] if postponed else []
    return "/".join([*parts, *([late_at] if late_at else [])])


def lines_to_read(text: str) -> list[str]:
    """A mail's text for the history: without the title, which stands above it, and without the foot."""
    lines = text.rstrip().split("\n")
    if len(lines) > 2 and lines[1] and not lines[1].strip("="):
        lines = lines[2:]
    if "--" in lines:
        lines = lines[: lines.index("--")]
    while lines and not lines[0].strip():
        lines = lines[1:]
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines
