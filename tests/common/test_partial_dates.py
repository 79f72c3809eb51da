"""Dates of which only the year, or the year and month, may be known."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionarchive.common.partial_dates import PartialDate


@pytest.mark.parametrize("text", ["2020", "2020-02", "2020-02-05", "0001-01-01", "9999-12-31", "2020-02-29"])
def test_it_writes_what_it_parses(text: str) -> None:
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("empty", ""),
        ("a day that February has not", "2020-02-30"),
        ("a leap day in a common year", "2021-02-29"),
        ("a thirteenth month", "2020-13"),
        ("month zero", "2020-00"),
        ("day zero", "2020-01-00"),
        ("year zero", "0000"),
        ("two digits of a year", "20"),
        ("no leading zero", "2020-2-5"),
        ("slashes", "2020/02/05"),
        ("time of day", "2020-02-05T00:00"),
        ("wide digits", "２０２０"),
        ("white space", " 2020"),
        ("a line end", "2020\n"),
        ("Chinese", "2020年2月"),
    ],
)
def test_it_refuses_what_the_calendar_does_not_have(why: str, text: str) -> None:
    with pytest.raises(ValueError):  # the calendar's own words differ for year, month and day
        PartialDate.parse(text)


def test_a_day_needs_a_month() -> None:
    with pytest.raises(ValueError, match="a day needs a month"):
        PartialDate(2020, None, 5)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2021-02", "2021-02-01", "2021-02-28"),
        ("2020-04", "2020-04-01", "2020-04-30"),
        ("2020-02-05", "2020-02-05", "2020-02-05"),
    ],
)
def test_it_spans_the_days_it_can_be(text: str, first: str, last: str) -> None:
    date = PartialDate.parse(text)
    assert (str(date.first), str(date.last)) == (first, last)


def test_the_vaguer_date_sorts_before_what_it_holds() -> None:
    dates = [PartialDate.parse(text) for text in ("2020-02-05", "2021", "2020-02", "2020", "2020-01-31")]
    assert [str(date) for date in sorted(dates)] == ["2020", "2020-01-31", "2020-02", "2020-02-05", "2021"]


@given(st.dates(), st.dates())
def test_whole_dates_sort_as_days_do(one: datetime.date, other: datetime.date) -> None:
    earlier, later = (PartialDate(date.year, date.month, date.day) for date in (one, other))
    assert (earlier < later) is (one < other)
    assert earlier.first == earlier.last == one
