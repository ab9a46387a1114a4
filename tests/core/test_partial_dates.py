"""A year, a month or a day: typed in any common way, compared as far as both say."""

from datetime import date

import pytest

from careercoach.core.partial_dates import dates_fit, last_day, partial_date_name, read_partial_date


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2013", "2013"), (" 2013-09 ", "2013-09"), ("9/2013", "2013-09"), ("2013/9", "2013-09"), ("09.2013", "2013-09"),
        ("2013-09-30", "2013-09-30"), ("2013-19", None), ("soon", None), ("13/2013", None), ("", None), ("13", None),
    ],
)  # fmt: skip
def test_typed_dates(typed, kept):
    assert read_partial_date(typed) == kept


@pytest.mark.parametrize(
    ("start", "end", "fits"),
    [
        ("2013", "2013-01", True),
        ("2014", "2013-12", False),
        ("", "2013", True),
        ("soon", "", False),
        ("2013", "", True),
    ],
)
def test_the_end_is_not_before_the_start(start, end, fits):
    assert dates_fit(start, end) is fits


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024", date(2024, 12, 31)), ("2024-02", date(2024, 2, 29)), ("2023-12", date(2023, 12, 31)),
        ("2023-02-31", date(2023, 2, 28)), ("2023-02-03", date(2023, 2, 3)), ("never", None),
    ],
)  # fmt: skip
def test_the_last_day_meant(words, day):
    assert last_day(words) == day


@pytest.mark.parametrize(
    ("words", "language", "name"),
    [
        ("2022", "en", "2022"), ("2022-01", "en", "Jan 2022"), ("2022-01", "es", "ene 2022"), ("2022-01", "hi", "जन॰ 2022"),
        ("2022-01-03", "en", "3 January 2022"), ("soon", "en", "soon"), ("", "en", ""),
    ],
)  # fmt: skip
def test_as_the_language_writes_it(words, language, name):
    assert partial_date_name(words, language) == name
