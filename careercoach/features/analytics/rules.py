"""Figures into points of charts. Pure: the day is given."""

from collections.abc import Mapping
from datetime import date, timedelta

from babel.dates import format_date

from careercoach.features.analytics.schemas import Figures

BAR_DAYS, WEEKS = 14, 8

Points = list[tuple[str, float]]


def short_date(day: date, language: str) -> str:
    """ "21 Nov" as the language writes it."""
    return format_date(day, "d MMM", locale=language)


def minutes_per_day(figures: Figures, language: str) -> Points:
    """The last two weeks, empty days included."""
    days = [figures.today - timedelta(days=ago) for ago in range(BAR_DAYS - 1, -1, -1)]
    return [(short_date(day, language), float(figures.minutes_by_day.get(day, 0))) for day in days]


def completion(figures: Figures, language: str) -> Points:
    """Percent of the plan's minutes done by the end of each of the last eight weeks, from the first week with work.

    The last point is today's and equals the plan's own percentage.
    """
    if not figures.minutes:
        return []
    before = _work_before(figures.minutes_by_day, figures)
    ends = [figures.today - timedelta(weeks=ago) for ago in range(WEEKS - 1, 0, -1)]
    points = [
        (short_date(end, language), _percent(_until(figures.minutes_by_day, end) + before, figures)) for end in ends
    ]
    points = points[next((index for index, (_, percent) in enumerate(points) if percent > 0), len(points)) :]
    return [*points, (short_date(figures.today, language), float(figures.percent))]


def _work_before(minutes: Mapping[date, int], figures: Figures) -> int:
    # Work older than the days we are told of still counts for the plan; work outside the plan does not.
    return max(0, figures.done_minutes - sum(minutes.values()))


def _until(minutes: Mapping[date, int], day: date) -> int:
    return sum(count for on, count in minutes.items() if on <= day)


def _percent(done: int, figures: Figures) -> float:
    return float(min(figures.percent, round(100 * done / figures.minutes)))


def week_minutes(figures: Figures) -> tuple[int, int]:
    """Minutes of the last seven days, and of the seven before."""
    last = sum(figures.minutes_by_day.get(figures.today - timedelta(days=ago), 0) for ago in range(7))
    earlier = sum(figures.minutes_by_day.get(figures.today - timedelta(days=ago), 0) for ago in range(7, 14))
    return last, earlier


def active_days(figures: Figures) -> int:
    """Days of the last two weeks with any work."""
    return sum(1 for _, minutes in minutes_per_day(figures, "en") if minutes)


def interview_scores(figures: Figures, language: str) -> Points:
    """The last twelve finished interviews, oldest first."""
    return [(short_date(day, language), float(score)) for day, score in figures.scores[-12:]]
