"""Amounts as readers print them, and sums that say how exact they are."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionarchive.common.money import Bound, Figure, Total, bound_of_sum, format_total, format_yuan, total

AMOUNTS = st.decimals(min_value=0, max_value=10**15, places=2)


@pytest.mark.parametrize(
    ("amount", "chinese", "english"),
    [
        ("237000", "23.7万元", "¥237,000"),
        ("1592410", "159.241万元", "¥1,592,410"),
        ("120000000", "1.2亿元", "¥120,000,000"),
        ("1000", "1,000元", "¥1,000"),
        ("999.5", "999.5元", "¥999.50"),
        ("0", "0元", "¥0"),
        ("10000", "1万元", "¥10,000"),
        ("9999", "9,999元", "¥9,999"),
        ("12345", "12,345元", "¥12,345"),
        ("12340", "1.234万元", "¥12,340"),
        ("100000000", "1亿元", "¥100,000,000"),
        ("123450000", "1.2345亿元", "¥123,450,000"),
        ("123456780", "12,345.678万元", "¥123,456,780"),
        ("123456789", "123,456,789元", "¥123,456,789"),
        ("3000000000000", "30,000亿元", "¥3,000,000,000,000"),
        ("1E+6", "100万元", "¥1,000,000"),
        ("237000.00", "23.7万元", "¥237,000"),
        ("0.005", "0.005元", "¥0.005"),
        ("-500", "-500元", "-¥500"),
    ],
)
def test_amounts_are_written_as_newspapers_write_them(amount: str, chinese: str, english: str) -> None:
    assert format_yuan(Decimal(amount)) == chinese
    assert format_yuan(Decimal(amount), language="zh") == chinese
    assert format_yuan(Decimal(amount), language="en") == english


@pytest.mark.parametrize(
    ("bound", "chinese", "english"),
    [
        ("exact", "23.7万元", "¥237,000"),
        ("at_least", "≥23.7万元", "≥¥237,000"),
        ("at_most", "≤23.7万元", "≤¥237,000"),
        ("about", "≈23.7万元", "≈¥237,000"),
    ],
)
def test_a_bound_has_a_sign(bound: str, chinese: str, english: str) -> None:
    assert format_yuan(Decimal(237000), bound=bound) == chinese
    assert format_yuan(Decimal(237000), bound=bound, language="en") == english


@pytest.mark.parametrize("amount", ["NaN", "Infinity"])
def test_what_is_no_number_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match="finite"):
        format_yuan(Decimal(amount))


def test_an_unknown_bound_is_refused() -> None:
    with pytest.raises(ValueError, match="roughly"):
        format_yuan(Decimal(1), bound="roughly")


@given(AMOUNTS)
def test_nothing_is_rounded(amount: Decimal) -> None:
    written = format_yuan(amount).replace(",", "").removesuffix("元")
    scale = {"万": 10**4, "亿": 10**8}.get(written[-1], 1)
    assert Decimal(written.rstrip("万亿")) * scale == amount
    assert Decimal(format_yuan(amount, language="en").replace(",", "").removeprefix("¥")) == amount


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ([], Bound.EXACT),
        (["exact", "exact"], Bound.EXACT),
        (["exact", "at_least"], Bound.AT_LEAST),
        (["at_least", "at_least"], Bound.AT_LEAST),
        (["at_most"], Bound.ABOUT),
        (["at_least", "about"], Bound.ABOUT),
        (["at_least", "at_most"], Bound.ABOUT),
    ],
)
def test_a_sum_is_as_exact_as_its_parts(bounds: list[str], expected: Bound) -> None:
    assert bound_of_sum(bounds) is expected


def test_a_total_counts_what_it_holds_and_what_it_leaves_out() -> None:
    figures = [Figure(Decimal(1000)), Figure(Decimal(3_000_000), "at_least"), Figure(None), Figure(None, "about")]
    made = total(figures)
    assert made == Total(Decimal(3_001_000), Bound.AT_LEAST, counted=2, inexact=1, unstated=2)
    assert format_total(made) == "≥300.1万元"
    assert format_total(made, language="en") == "≥¥3,001,000"


def test_no_amount_is_not_zero() -> None:
    assert total([Figure(None)]).amount is None
    assert format_total(total([])) == "—"
    assert format_total(total([Figure(Decimal(0))])) == "0元"
