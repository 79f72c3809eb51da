"""The ledger's figures in words, and the addresses of the records behind each."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse

from organisations.choices import AidStatus
from organisations.ledger import LineKey, Standing, Sum
from unionarchive.templatetags.figures import yuan

register = template.Library()


@register.filter
def total(amount: Sum) -> str:
    """The sum with its sign, ``≥ ¥3,000,000``; a dash where nothing was added, since no amount is not zero."""
    return f"{amount.mark} {yuan(amount.amount)}".strip() if amount.amount is not None else "—"


@register.simple_tag(takes_context=True)
def records(context: Any, status: AidStatus, standing: str, column: str, line: LineKey | None = None) -> str:
    """The address of the records of ``status`` and ``standing`` that ``column`` ("reviewed" or "all") speaks of.

    What the page is narrowed to stays; ``line`` narrows to a line of a table.
    """
    asked = context["request"].GET.copy()
    asked.pop("page", None)
    asked["status"], asked["ledger"] = AidStatus(status).value, Standing(standing).value
    if line is not None:
        asked["bucket"] = str(line)
    if column == "reviewed":
        asked["review"] = "reviewed"
    return f"{reverse('organisations:aid-list')}?{asked.urlencode()}"
