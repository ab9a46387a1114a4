"""When a post or a course of study was, in words: "Sept 2013 – today"."""

from careercoach.core.partial_dates import partial_date_name
from careercoach.core.texts import LANGUAGES, text
from careercoach.features.resumes.schemas import Post, School, Words


def span_words(row: Post | School) -> Words:
    """From and to in each language; an end alone stands alone, and what cannot be read stays as it was typed."""
    start, end = row.startDate.value.strip(), row.endDate.value.strip()
    return Words(**{language: _span(start, end, language) for language in LANGUAGES})


def _span(start: str, end: str, language: str) -> str:
    last = partial_date_name(end, language) if end else ""
    return f"{partial_date_name(start, language)} – {last or text('resumes.today', language)}" if start else last
