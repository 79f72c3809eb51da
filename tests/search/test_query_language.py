from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from tests.search.archives import Archive
from unionarchive.common.search.query import MOST_CHARACTERS, MOST_TERMS, Query, parse
from unionarchive.common.search.ranges import AmountRange, DayRange, parse_amounts, parse_days
from unionarchive.common.search.tokens import Text


def understood(query: Query) -> str:
    """The query in one line: groups with their fields and quotes, then what it must be without."""
    groups = [
        "|".join((f"{t.field}:" if t.field else "") + (f'"{t.text}"' if t.quoted else t.text) for t in group)
        for group in query.groups
    ]
    return " ".join([*groups, *(f"-{term.text}" for term in query.without)])


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("工会", "工会"),
        ("  工会　慰问  ", "工会 慰问"),
        ('"医护 人员" 慰问', '"医护 人员" 慰问'),
        ("“医护人员” 慰问", '"医护人员" 慰问'),
        ("“十条”措施", "“十条”措施"),
        ("工会 -体育", "工会 -体育"),
        ("工会 NOT 体育", "工会 -体育"),
        ("工会 OR 妇联 慰问", "工会|妇联 慰问"),
        ("工会 | 妇联", "工会|妇联"),
        ("(工会 OR 妇联) 慰问", "工会|妇联 慰问"),
        ("工会 AND 慰问", "工会 慰问"),
        ("标题:口罩", "title:口罩"),
        ("標題：口罩", "title:口罩"),
        ("作者:李玉", "names:李玉"),
        ('标题:"两个 词"', 'title:"两个 词"'),
        ("时间：下午", ""),
        ("备注:口罩", "备注:口罩"),
        ("一-二", "一-二"),
        ('"没有结尾 慰问', "没有结尾 慰问"),
        ("OR", ""),
        ("OR 工会 OR", "工会"),
        ("- 工会", "工会"),
        ("。，！", ""),
        ("（一）", "（一）"),
        ("", ""),
    ],
)
def test_it_understands_what_people_type(typed: str, wanted: str) -> None:
    assert understood(parse(typed)) == wanted


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020年2月5日", "2020-02-05", "2020-02-05"),
        ("２０２０年２月", "2020-02-01", "2020-02-29"),
        ("2020-02..2020-03", "2020-02-01", "2020-03-31"),
        ("2020年2月至2020年3月5日", "2020-02-01", "2020-03-05"),
        ("..2020-02", None, "2020-02-29"),
        ("2020-02..", "2020-02-01", None),
        (">=2020-02", "2020-02-01", None),
        (">2020-02", "2020-03-01", None),
        ("<2020", None, "2019-12-31"),
        ("<=2020", None, "2020-12-31"),
    ],
)
def test_it_reads_ranges_of_days(typed: str, first: str | None, last: str | None) -> None:
    ends = (datetime.date.fromisoformat(end) if end else None for end in (first, last))
    assert parse_days(typed) == DayRange(*ends)
    assert parse(f"日期:{typed}").days == DayRange(
        *(datetime.date.fromisoformat(e) if e else None for e in (first, last))
    )


@pytest.mark.parametrize(
    ("typed", "least", "most"),
    [
        ("500", "500", "500"),
        ("500元", "500", "500"),
        ("1万..5万", "10000", "50000"),
        ("1000-2000元", "1000", "2000"),
        ("3000元至5000元", "3000", "5000"),
        ("1.2亿元..", "120000000", None),
        (">=23.7万元", "237000", None),
        ("<500", None, "500"),
        ("5百万", "5000000", "5000000"),
    ],
)
def test_it_reads_ranges_of_amounts(typed: str, least: str | None, most: str | None) -> None:
    assert parse_amounts(typed) == AmountRange(*(Decimal(end) if end else None for end in (least, most)))


@pytest.mark.parametrize(
    "typed", ["昨天", "2020-13", "2020-02-30", "..", "2019..2020..2021", ">", ">9999-12-31", "0000"]
)
def test_it_notes_days_that_it_cannot_read(typed: str) -> None:
    query = parse(f"日期:{typed} 工会")
    assert (query.days, [note.code for note in query.notes], understood(query)) == (None, ["bad_date"], "工会")


@pytest.mark.parametrize("typed", ["许多", "-", "..", "1e9", "1..2..3", ">"])
def test_it_notes_amounts_that_it_cannot_read(typed: str) -> None:
    query = parse(f"金额:{typed}")
    assert (query.amounts, [note.code for note in query.notes]) == (None, ["bad_amount"])


def test_it_reads_no_more_than_its_limits_and_says_so() -> None:
    assert [note.code for note in parse("甲乙" * MOST_CHARACTERS).notes] == ["too_long"]
    many = parse(" ".join(f"词{number}" for number in range(100)))
    assert (len(many.groups), [note.code for note in many.notes]) == (MOST_TERMS, ["too_many_terms"])


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("口罩", {1, 2, 3}),
        ("口罩 手套", {1}),
        ("口罩 -手套", {2, 3}),
        ("-手套 口罩", {2, 3}),
        ("手套 OR 面罩", {1, 2}),
        ("口罩 手套 OR 面罩", {1, 2}),
        ('"口罩 手套"', set()),
        ("标题:口罩", {3}),
        ("标题:手套 OR 面罩", {2}),
        ("作者:李玉", {2}),
        ("李玉 -作者:李玉", {3}),
        ("-口罩", set()),
        ("护目镜", set()),
    ],
)
def test_it_finds_by_the_whole_language(archive: Archive, typed: str, wanted: set[int]) -> None:
    archive.put(
        Text("送温暖", "口罩、手套送到"),
        Text("再出发", "口罩和面罩到了", names="李玉\n张三"),
        Text("口罩来了", "李玉说口罩够用"),
    )
    query = archive.search(typed)
    assert query.query.is_empty is not bool(query.query.groups)
    assert (archive.all(typed) if query.query.groups else set()) == wanted


def test_it_finds_within_days(archive: Archive) -> None:
    old, new = datetime.date(2020, 2, 5), datetime.date(2022, 4, 9)
    archive.put(Text("甲", "口罩"), day=old)
    archive.put(Text("乙", "口罩"), day=new)
    archive.put(Text("丙", "口罩"))
    assert archive.all("口罩 日期:2020") == {1}
    assert archive.all("口罩 日期:2020-02-05") == {1}
    assert archive.all("口罩 日期:<2020-02-05") == set()
    assert archive.all("口罩 日期:>=2020-02-06") == {2}
    assert archive.all("口罩 日期:..2030") == {1, 2}
    assert archive.all("口罩") == {1, 2, 3}
    assert archive.all("日期:2022") == {2}
