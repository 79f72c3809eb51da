"""Ranges of days and of yuan as people type them: 2020-02..2020-03, 2020年2月, >=1万, 500元-2000元.

This module imports nothing of the project but its dates.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from unionarchive.common.partial_dates import PartialDate

_BETWEEN = re.compile(r"\.\.+|…+|~|至|到|—+")
_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?月?)?年?")
_AMOUNT = re.compile(r"(\d{1,15}(?:\.\d{1,6})?)([十百千万亿]{0,2})(?:元|块)?")
_BOUND = re.compile(r"(>=|<=|>|<|≥|≤)(.*)")
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


@dataclass(frozen=True, slots=True)
class DayRange:
    """Days from ``first`` to ``last``, both included; None where the range is open."""

    first: datetime.date | None
    last: datetime.date | None


@dataclass(frozen=True, slots=True)
class AmountRange:
    """Yuan from ``least`` to ``most``, both included; None where the range is open."""

    least: Decimal | None
    most: Decimal | None


def parse_days(text: str) -> DayRange | None:
    """The days that ``text`` means; None when it means none. ``>`` and ``<`` leave out the day named."""
    text = unicodedata.normalize("NFKC", text)
    bound = _BOUND.fullmatch(text)
    if bound:
        date = _date(bound[2])
        return _days_beyond(bound[1], date) if date else None
    ends = _BETWEEN.split(text)
    if len(ends) > 2:
        return None
    dates = [_date(end) for end in ends]
    if not any(dates) or any(end and not date for end, date in zip(ends, dates, strict=True)):
        return None
    first, last = dates[0], dates[-1]
    return DayRange(first.first if first else None, last.last if last else None)


def parse_amounts(text: str) -> AmountRange | None:
    """The amounts that ``text`` means; None when it means none. ``>`` and ``<`` are taken as ≥ and ≤."""
    text = unicodedata.normalize("NFKC", text)
    bound = _BOUND.fullmatch(text)
    if bound:
        amount = _amount(bound[2])
        if amount is None:
            return None
        return AmountRange(amount, None) if bound[1] in {">", ">=", "≥"} else AmountRange(None, amount)
    ends = _BETWEEN.split(text) if _BETWEEN.search(text) else text.split("-")
    if len(ends) > 2:
        return None
    amounts = [_amount(end) for end in ends]
    if all(amount is None for amount in amounts):
        return None
    if any(end and amount is None for end, amount in zip(ends, amounts, strict=True)):
        return None
    return AmountRange(amounts[0], amounts[-1])


def _date(text: str) -> PartialDate | None:
    match = _DATE.fullmatch(text)
    if not match:
        return None
    year, month, day = (int(group) if group else None for group in match.groups())
    try:
        return PartialDate(year or 0, month, day)
    except ValueError:
        return None


def _days_beyond(sign: str, date: PartialDate) -> DayRange | None:
    one = datetime.timedelta(days=1)
    try:
        return {
            ">": lambda: DayRange(date.last + one, None),
            "<": lambda: DayRange(None, date.first - one),
        }.get(sign, lambda: _days_from(sign, date))()
    except OverflowError:
        return None


def _days_from(sign: str, date: PartialDate) -> DayRange:
    return DayRange(date.first, None) if sign in {">=", "≥"} else DayRange(None, date.last)


def _amount(text: str) -> Decimal | None:
    match = _AMOUNT.fullmatch(text)
    if not match:
        return None
    amount = Decimal(match[1])
    for unit in match[2]:
        amount *= _UNITS[unit]
    return amount
