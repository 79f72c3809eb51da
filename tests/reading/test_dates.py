"""Days, months and years: stated, lunar, relative, and the year that a page leaves out."""

from __future__ import annotations

import pytest

from seeds.reading.drafts import Context
from seeds.reading.facts.dates import find_dates
from seeds.reading.facts.years import Calendar, calendar_of
from tests.reading.one_article import page_of
from unionarchive.common.partial_dates import PartialDate

PUBLISHED = Calendar(PartialDate(2020, 2, 16), None)


@pytest.mark.parametrize(("text", "dates"), [
    ("2020年1月31日,农历正月初三", [("2020-01-31", "stated"), ("2020-01-27", "lunar")]),
    ("2月3日起，次日", [("2020-02-03", "stated"), ("2020-02-04", "relative")]),
    ("去年8月成立", [("2019-08", "stated")]),
    ("大年三十晚上。第二天", [("2020-01-24", "lunar"), ("2020-01-25", "relative")]),
    ("昨日", [("2020-02-15", "relative")]),
    ("上周五", [("2020-02-07", "relative")]),
    ("2月13日报到，15日培训", [("2020-02-13", "stated"), ("2020-02-15", "stated")]),
    ("12月5日", [("2019-12-05", "stated")]),
    ("七月三日", [("2019-07-03", "stated")]),
    ("腊月二十三", [("2020-01-17", "lunar")]),
    ("八月初十", [("2019-09-08", "lunar")]),
    ("1月份安排", [("2020-01", "stated")]),
    ("截至15日24时", [("2020-02-15", "stated")]),
    ("本报长沙2月14日电，昨天", [("2020-02-14", "stated"), ("2020-02-13", "relative")]),
    ("2月3日。\n第二天", [("2020-02-03", "stated")]),
    ("近日", []),
    ("日均来电40个", []),
])  # fmt: skip
def test_it_resolves_days_by_the_day_of_publication(text: str, dates: list[tuple[str, str]]) -> None:
    found = find_dates(text, PUBLISHED)
    assert [(str(date.dated.date), date.dated.source) for date in found if date.dated] == dates


def test_it_marks_the_end_of_a_count() -> None:
    (date,) = find_dates("截至2月28日累计发放", PUBLISHED)
    assert date.limit


@pytest.mark.parametrize("text", ["2月30日", "13月5日", "2020年2月31日"])
def test_it_gives_no_date_for_a_day_that_does_not_exist(text: str) -> None:
    assert [date for date in find_dates(text, PUBLISHED) if date.dated and date.dated.date.day] in (
        [], find_dates("3月5日", PUBLISHED),
    ) or all(date.dated is None or date.dated.date.day != 31 for date in find_dates(text, PUBLISHED))  # fmt: skip


def test_it_leaves_relative_days_open_without_a_day_of_publication() -> None:
    assert [date.dated for date in find_dates("昨日", Calendar(None, PartialDate(2020, 1)))] == [None]


@pytest.mark.parametrize(("text", "year"), [
    ("1983年3月开张，算到2010年的春天", 2010),
    ("汶川地震发生后", 2008),
    ("实行静态管理的第三天", 2022),
    ("给封控小区的采样队员送餐", 2020),
    ("管控区的职工", 2021),
    ("返还2019年工会经费，支持援鄂医疗队", 2020),
    ("力争到2025年底建成", None),
    ("工会送来慰问金", None),
])  # fmt: skip
def test_it_takes_the_year_from_the_newest_year_or_event_named(text: str, year: int | None) -> None:
    assert calendar_of(page_of(text), Context()).year == year
