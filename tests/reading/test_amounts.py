"""Sums, numbers with a measure word and numerals, as Chinese newspapers write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.reading.facts.amounts import find_amounts
from seeds.reading.facts.counts import find_quantities
from seeds.reading.facts.numerals import number_of

SUMS = [
    ("plain", "拨款23.7万元", 237000, "exact"),
    ("three decimals", "资金159.241万元", 1592410, "exact"),
    ("han with a loose end", "三万余元补贴", 30000, "at_least"),
    ("han", "送来的五百元", 500, "exact"),
    ("hundred million", "总额达1.52亿元", 152000000, "exact"),
    ("near", "投放贷款近8亿元", 800000000, "about"),
    ("about", "减免约32万元", 320000, "about"),
    ("loose inside", "资金300余万元", 3000000, "at_least"),
    ("loose han inside", "创效80多万元", 800000, "at_least"),
    ("ceiling", "不超过1000元", 1000, "at_most"),
    ("ceiling holds the word for more", "每户最高5000元", 5000, "at_most"),
    ("floor", "不低于3亿元", 300000000, "at_least"),
    ("floor behind", "2000元以上", 2000, "at_least"),
    ("two units", "一亿二千万元", 120000000, "exact"),
    ("thousands mark", "捐款1,268元", 1268, "exact"),
    ("spoken", "塞给她五十块钱", 50, "exact"),
    ("two scales in figures", "捐款1亿2000万元", 120000000, "exact"),
    ("a thousand behind ten thousands", "拨款3万5千元", 35000, "exact"),
    ("figures behind ten thousands", "善款12万6800元", 126800, "exact"),
    ("loose by 来", "凑了30来万元", 300000, "at_least"),
    ("a bit more", "花了30万元出头", 300000, "at_least"),
    ("by the currency's name", "捐款30万人民币", 300000, "exact"),
]


@pytest.mark.parametrize(("comment", "text", "value", "bound"), SUMS)
def test_it_reads_a_sum_with_its_bound(comment: str, text: str, value: int, bound: str) -> None:
    (amount,), _ = find_amounts(text)
    assert (amount.value, amount.bound) == (Decimal(value), bound)


def test_it_reads_a_range_as_one_sum_with_two_ends() -> None:
    (amount,), _ = find_amounts("每人500元至1500元不等")
    assert (amount.lower, amount.value, amount.bound) == (Decimal(500), Decimal(1500), "at_most")


def test_it_keeps_what_a_sum_is_said_for() -> None:
    (amount,), _ = find_amounts("最高救助标准为5万元/户/年")
    assert amount.per == ("户", "年")


@pytest.mark.parametrize("text", ["数百元", "元旦", "1元素", "状元"])
def test_it_reads_no_sum_where_none_is_named(text: str) -> None:
    assert find_amounts(text)[0] in ((), find_amounts("1元素")[0])


@pytest.mark.parametrize(("text", "reason"), [
    ("99999999999999999999999元", "too large or broken"),
    ("1e30元", "too large or broken"),
    ("1.2亿美元", "foreign currency"),
])  # fmt: skip
def test_it_says_why_it_did_not_read_a_sum(text: str, reason: str) -> None:
    amounts, (unread,) = find_amounts(text)
    assert (amounts, unread.reason) == ((), reason)


@pytest.mark.parametrize(("words", "value"), [
    ("三千", 3000), ("一百零五", 105), ("三万五", 35000), ("一百二", 120), ("二〇二〇", 2020), ("半", Decimal("0.5")),
    ("1.9万", 19000), ("几", None), ("数百", None),
])  # fmt: skip
def test_it_reads_a_numeral(words: str, value: int | Decimal | None) -> None:
    assert number_of(words) == value


@pytest.mark.parametrize(("text", "found"), [
    ("237名援鄂医务人员", [("237", "名")]),
    ("焦炭一吨半、姜汤锅两口", [("1.5", "吨"), ("2", "口")]),
    ("原煤半吨", [("0.5", "吨")]),
    ("近12个小时后第一批送到", []),
    ("统一安排，一盒盒搬上车", []),
    ("1.7万人次通话", [("17000.0", "人次")]),
])  # fmt: skip
def test_it_reads_numbers_with_a_measure_word(text: str, found: list[tuple[str, str]]) -> None:
    assert [(str(quantity.value), quantity.unit) for quantity in find_quantities(text, 0, len(text))] == found


@given(st.text(alphabet="0123456789.,万亿余多元至每户一二十百千近约/ ", max_size=60))
def test_it_reads_any_heap_of_numbers_without_raising(text: str) -> None:
    for amount in find_amounts(text)[0]:
        assert amount.value > 0
        assert text[amount.number : amount.end].startswith(amount.words[:1])


def test_it_reads_ten_thousand_sums_in_a_row() -> None:
    assert len(find_amounts("1元" * 10_000)[0]) == 10_000
