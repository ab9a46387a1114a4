"""Dates and periods in all the forms people write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercoach.features.resumes.rules.dates import find_periods, is_only_dates, iso_date, without_dates
from tests.resumes_lab.people import LANGUAGES
from tests.resumes_lab.words import PRESENT, date_text, period_text

PERIODS = [
    ("Jan 2015 – Present", "2015-01", "", True),
    ("01/2015 - 03/2018", "2015-01", "2018-03", False),
    ("2013-09 - Present", "2013-09", "", True),
    ("Sept. 2015 to Aug 2016", "2015-09", "2016-08", False),
    ("2015 – 18", "2015", "2018", False),
    ("03.2015 – heute", "2015-03", "", True),
    ("seit 03.2019", "2019-03", "", True),
    ("depuis 2019", "2019", "", True),
    ("enero de 2015 a marzo de 2016", "2015-01", "2016-03", False),
    ("Jan '15 - Feb '16", "2015-01", "2016-02", False),
    ("2015年3月 - 至今", "2015-03", "", True),
    ("मार्च २०१५ से अब तक", "2015-03", "", True),
    ("Fall 2013 – Spring 2014", "2013-09", "2014-03", False),
    ("June - August 2015", "2015-06", "2015-08", False),
    ("2021-Sep - 2024-Aug", "2021-09", "2024-08", False),
    ("12/05/2015 - 13/06/2016", "2015-05-12", "2016-06-13", False),
    ("May 5, 2014 – June 6th, 2015", "2014-05-05", "2015-06-06", False),
    ("2018 —", "2018", "", True),
]
NO_DATES = [
    "1-650-999-7777",
    "500,000 users",
    "CS2011 - Java",
    "$2000",
    "Mayo Clinic",
    "March of Dimes",
    "20 %",
    "ISO 9001",
]


@pytest.mark.parametrize(("text", "start", "end", "current"), PERIODS)
def test_reads_periods(text: str, start: str, end: str, current: bool) -> None:
    found = find_periods(text)
    assert [(period.start, period.end, period.current) for period in found] == [(start, end, current)]
    assert is_only_dates(text)


@pytest.mark.parametrize("text", NO_DATES)
def test_finds_no_date_where_none_is(text: str) -> None:
    assert find_periods(text) == []


@pytest.mark.parametrize("text", ["Expected May 2024", "Graduation: May 2024", "2024-05"])
def test_a_lone_date_is_an_end(text: str) -> None:
    (period,) = find_periods(text)
    assert (period.start, period.end) == ("", "2024-05")


def test_takes_dates_and_lengths_out() -> None:
    assert without_dates("Software Engineer (2015-2018)") == "Software Engineer"
    assert without_dates("March 2019 - Present (2 years 3 months)") == ""
    assert without_dates("Juil. 2019 - Mai 2023 3 ans 10 mois") == ""


@given(
    year=st.integers(1960, 2039),
    month=st.integers(1, 12),
    length=st.integers(0, 60),
    form=st.sampled_from(["words", "numbers", "iso", "dots"]),
    language=st.sampled_from(LANGUAGES),
    dash=st.sampled_from([" – ", " - ", "-", " — ", "–"]),
)
def test_every_printed_period_is_read_back(
    year: int, month: int, length: int, form: str, language: str, dash: str
) -> None:
    months = min(year * 12 + month - 1 + length, 2039 * 12 + 11)
    entry = {"startDate": f"{year}-{month:02d}", "endDate": f"{months // 12}-{months % 12 + 1:02d}"}
    if dash == "-" and form == "iso":
        dash = " - "
    (period,) = find_periods(period_text(entry, form, language, dash))
    assert (period.start, period.end) == (entry["startDate"], entry["endDate"])


@given(year=st.integers(1960, 2039), language=st.sampled_from(LANGUAGES))
def test_the_present_is_known_in_every_language(year: int, language: str) -> None:
    (period,) = find_periods(f"{date_text(f'{year}-05', 'words', language)} – {PRESENT[language]}")
    assert period.current
    assert period.start == f"{year}-05"


@given(st.text(max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    for period in find_periods(text):
        assert 0 <= period.at <= period.until <= len(text)
    without_dates(text)
    iso_date(text)
