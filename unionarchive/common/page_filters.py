"""Filters that the forms of several apps' lists share. Imports no app.

The API has stricter ones of its own: there a wrong value is an error, here it is a sentence beside the field.
"""

from __future__ import annotations

from typing import Any

import django_filters
from django.forms import TextInput
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionarchive.common.fields import validate_partial_date
from unionarchive.common.models import ReviewQuerySet

ANY = pgettext_lazy("filter", "any")


class DateFilter(django_filters.CharFilter):  # type: ignore[misc]
    """Rows of a year, month or day, typed as a partial date."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Date"))
        super().__init__(
            lookup_expr="startswith",
            validators=[validate_partial_date],
            widget=TextInput(attrs={"placeholder": "2020-02"}),
            **kwargs,
        )


class ReviewFilter(django_filters.ChoiceFilter):  # type: ignore[misc]
    """Rows that editors vouch for, or those that are the machine's alone."""

    def __init__(self) -> None:
        choices = [
            ("reviewed", pgettext_lazy("filter", "reviewed")),
            ("unreviewed", pgettext_lazy("filter", "unreviewed")),
        ]
        super().__init__(choices=choices, label=_("Review"), empty_label=ANY)

    def filter(self, qs: ReviewQuerySet[Any], value: str) -> ReviewQuerySet[Any]:
        if value == "reviewed":
            return qs.reviewed()
        return qs.proposed() if value == "unreviewed" else qs
