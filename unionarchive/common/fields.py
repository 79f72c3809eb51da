"""Model fields shared by the apps. Imports no app."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from unionarchive.common.partial_dates import PartialDate


def validate_partial_date(value: str) -> None:
    """Raise ValidationError unless ``value`` is YYYY, YYYY-MM or YYYY-MM-DD and exists in the calendar."""
    try:
        PartialDate.parse(value)
    except ValueError as error:
        raise ValidationError(
            _("%(value)s is not a date; expected YYYY, YYYY-MM or YYYY-MM-DD."), params={"value": value}
        ) from error


def validate_division_code(value: str) -> None:
    """Raise ValidationError unless ``value`` is six digits."""
    if not (len(value) == 6 and value.isascii() and value.isdigit()):
        raise ValidationError(_("%(value)s is not a division code; expected six digits."), params={"value": value})


class PartialDateField(models.CharField):
    """A partial date as YYYY, YYYY-MM or YYYY-MM-DD; empty when not known. Text order is the order of time."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 10)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)
        self.validators = [*self.validators, validate_partial_date]


class DivisionCodeField(models.CharField):
    """The six-digit code of an administrative division (GB/T 2260); empty when not known."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 6)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)
        self.validators = [*self.validators, validate_division_code]
