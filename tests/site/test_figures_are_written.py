"""Sums, rates, goods and partial dates as they are written, in both languages."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation

from tests import factories
from unionarchive.templatetags import figures


@pytest.mark.parametrize(
    ("value", "written"),
    [(None, ""), (Decimal("237000.00"), "237,000"), (Decimal("3.500"), "3.5"), (Decimal("0.05"), "0.05"), (100, "100"),
     (Decimal("1E+3"), "1,000"), (10**15, "1,000,000,000,000,000")],
)  # fmt: skip
def test_numbers_are_written_in_full(value: Decimal | int | None, written: str) -> None:
    assert figures.number(value) == written


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("comment", "fields", "items", "written"),
    [
        ("an amount", {"amount": 50000}, [], "¥50,000"),
        ("a lower bound", {"amount": 3000000, "bound": "at_least"}, [], "≥ ¥3,000,000"),
        ("an upper bound", {"amount": 100, "bound": "at_most"}, [], "≤ ¥100"),
        ("about", {"amount": 100, "bound": "about"}, [], "≈ ¥100"),
        ("a rate", {"amount": None, "rate": 1000, "rate_unit": "户"}, [], "¥1,000/户"),
        ("a rate and a count", {"amount": None, "rate": 5000, "rate_unit": "人", "count": 16, "count_unit": "名"}, [],
         "¥5,000/人 × 16 名"),
        ("every month", {"amount": 300, "recurring": "month"}, [], "¥300 (every month)"),
        ("a rate for each day", {"amount": None, "rate": 300, "rate_unit": "天", "recurring": "day"}, [], "¥300/天"),
        ("goods", {"amount": None, "form": "goods"}, [("口罩", 5000, "只"), ("牛奶", None, "")], "口罩 5,000只、牛奶"),
        ("people only", {"amount": None, "count": 910, "count_unit": "名"}, [], "910 名"),
        ("nothing", {"amount": None}, [], ""),
    ],
)  # fmt: skip
def test_the_leading_figure_is_what_the_text_states(
    comment: str, fields: dict[str, Any], items: list[tuple[str, int | None, str]], written: str
) -> None:
    aid = factories.AidDisbursementFactory(**fields)
    aid.refresh_from_db()
    for position, (item, quantity, unit) in enumerate(items):
        factories.AidItemFactory(disbursement=aid, position=position, item=item, quantity=quantity, unit=unit)
    with translation.override("en"):
        assert figures.figure(aid) == written, comment


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [("2020-02-05", "Feb. 5, 2020", "2020年2月5日"), ("2020-02", "February 2020", "2020年2月"), ("", "", ""),
     ("someday", "someday", "someday")],
)  # fmt: skip
def test_dates_are_written_as_far_as_they_are_known(value: str, english: str, chinese: str) -> None:
    with translation.override("en"):
        assert figures.partial_date(value) == english
    with translation.override("zh-hans"):
        assert figures.partial_date(value) == chinese
    with translation.override("en"):
        assert figures.partial_date("2020") == "2020"
