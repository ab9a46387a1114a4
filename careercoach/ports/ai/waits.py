"""How long a server asks to be left alone."""

from email.utils import parsedate_to_datetime
from math import isfinite
from typing import Any

from careercoach.core.clock import utc_now


def retry_after_s(headers: Any) -> float | None:
    """Seconds the server asks to wait, from `retry-after-ms` or `retry-after` (seconds or a date)."""
    try:
        if (in_ms := headers.get("retry-after-ms")) is not None:
            return max(0.0, float(in_ms) / 1000) if isfinite(float(in_ms)) else None
        value = headers.get("retry-after")
        if value is None:
            return None
        if value.strip().replace(".", "", 1).isdigit():
            return float(value)
        return max(0.0, (parsedate_to_datetime(value) - utc_now()).total_seconds())
    except (TypeError, ValueError):
        return None
