"""Figures and dates as readers expect them in their language; nothing is rounded."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext, pgettext

from organisations.choices import Bound
from unionarchive.common.partial_dates import PartialDate

if TYPE_CHECKING:
    from organisations.models import AidDisbursement, AidItem, MeasureBenefit

register = template.Library()

PERIODS = frozenset("天日月年")
SIGNS = {Bound.AT_LEAST: "≥ ", Bound.AT_MOST: "≤ ", Bound.ABOUT: "≈ "}


@register.filter
def number(value: Decimal | int | None) -> str:
    """``4868``, ``3.5``, ``1,592,410``: grouped by thousands, without empty decimals; nothing for None."""
    if value is None:
        return ""
    plain = f"{Decimal(value):,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


@register.filter
def yuan(value: Decimal | None) -> str:
    """The sum with its currency, in full."""
    return gettext("¥%(amount)s") % {"amount": number(value)} if value is not None else ""


@register.filter
def sign(bound: str) -> str:
    """What stands before an inexact figure: ≥, ≤ or ≈; nothing before an exact one."""
    return SIGNS.get(Bound(bound), "") if bound else ""


@register.filter
def per_unit(value: Decimal | None, unit: str) -> str:
    """``500元/人``."""
    return f"{yuan(value)}/{unit}" if unit else yuan(value)


@register.filter
def figure(aid: AidDisbursement) -> str:
    """The leading figure of a record with its bound: the amount, else rate × count, else the goods, else the count.

    Reads the record's items.
    """
    return f"{sign(aid.bound)}{_unsigned(aid)}{_recurring(aid)}" if _unsigned(aid) else ""


@register.filter
def goods(item: AidItem) -> str:
    """``口罩 5,000只``; the name alone where the text gives no quantity."""
    return f"{item.item} {number(item.quantity)}{item.unit}".strip() if item.quantity is not None else item.item


@register.filter
def promised(benefit: MeasureBenefit) -> str:
    """A benefit's amount for each unit with its bound; nothing where the text gives none."""
    return f"{sign(benefit.bound)}{per_unit(benefit.amount, benefit.rate_unit)}" if benefit.amount is not None else ""


@register.filter
def partial_date(value: str) -> str:
    """A partial date in words of the reader's language; the value itself where it is none."""
    try:
        date = PartialDate.parse(value)
    except ValueError:
        return value
    if date.day is not None:
        return date_format(date.first, "DATE_FORMAT")
    if date.month is not None:
        return date_format(date.first, "YEAR_MONTH_FORMAT")
    return pgettext("a year alone", "%(year)s") % {"year": date.year}


def _unsigned(aid: AidDisbursement) -> str:
    if aid.amount is not None:
        return yuan(aid.amount)
    beneficiaries = f"{number(aid.count)} {aid.count_unit}" if aid.count is not None else ""
    if aid.rate is not None:
        rate = per_unit(aid.rate, aid.rate_unit)
        return f"{rate} × {beneficiaries}" if beneficiaries else rate
    return "、".join(goods(item) for item in aid.items.all()) or beneficiaries


def _recurring(aid: AidDisbursement) -> str:
    """How often it is paid, unless a rate for each day, month or year says so already."""
    said = aid.amount is None and aid.rate_unit in PERIODS
    return f" ({aid.get_recurring_display()})" if aid.recurring and not said else ""
