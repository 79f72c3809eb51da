"""Filters whose wrong values say what was expected. Imports no app."""

from __future__ import annotations

import datetime
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q, QuerySet
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django_filters.fields import BaseCSVField, IsoDateTimeField
from drf_spectacular.drainage import set_override

from unionarchive.common.fields import validate_division_code, validate_partial_date
from unionarchive.common.models import ReviewState

LARGEST_ID = 2**63 - 1
LARGEST_AMOUNT = 10**16
WORDS_LENGTH = 100  # the longest text that a list is searched for


class _YesNoField(forms.Field):
    """``true`` or ``false``; anything else is an error, where Django's own field would take it for no."""

    def to_python(self, value: Any) -> bool | None:
        if value in self.empty_values:
            return None
        if value in ("true", "false"):
            return bool(value == "true")
        raise ValidationError(_("“%(value)s” is neither true nor false."), params={"value": value})


class _IdField(forms.IntegerField):
    default_error_messages = {"invalid": _("Expected the whole number that is a row's id.")}


class _TimeField(IsoDateTimeField):  # type: ignore[misc]
    default_error_messages = {"invalid": _("Expected a date and time such as 2020-02-05T08:00:00Z.")}

    def clean(self, value: Any) -> datetime.datetime | None:
        time: datetime.datetime | None = super().clean(value)
        if time and not 1 < time.year < 9999:  # no time zone can carry it out of the calendar
            raise ValidationError(self.error_messages["invalid"])
        return time


class _ListField(BaseCSVField):  # type: ignore[misc]
    def clean(self, value: Any) -> Any:
        if value and not all(entry.strip() for entry in value):
            raise ValidationError(_("An entry between the commas is empty."))
        return super().clean(value)


class _Documented:
    """A filter whose ``schema`` goes into the interface's documentation with the filter's own help."""

    schema: dict[str, Any] = {"type": "string"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_override(self, "field", self.schema | {"description": kwargs.get("help_text", "")})


def _one_of(*choices: type[models.TextChoices]) -> dict[str, Any]:
    """What a choice filter takes to let the codes of ``choices`` through and to name them to who gives another."""
    codes = {code: label for each in choices for code, label in each.choices}
    wrong = format_lazy(_("“%(value)s” is none of: {codes}."), codes=", ".join(codes))
    return {"choices": list(codes.items()), "empty_label": None, "error_messages": {"invalid_choice": wrong}}


class YesNoFilter(django_filters.BooleanFilter):  # type: ignore[misc]
    field_class = _YesNoField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, widget=forms.TextInput, **kwargs)


class CodesFilter(django_filters.BaseInFilter, django_filters.ChoiceFilter):  # type: ignore[misc]
    """Rows whose code is one of those given, with commas between."""

    base_field_class = _ListField

    def __init__(self, *choices: type[models.TextChoices], **kwargs: Any) -> None:
        super().__init__(**_one_of(*choices), **kwargs)


class CodeFilter(django_filters.ChoiceFilter):  # type: ignore[misc]
    """Rows of the one code given."""

    def __init__(self, *choices: type[models.TextChoices], **kwargs: Any) -> None:
        super().__init__(**_one_of(*choices), **kwargs)


class IdsFilter(_Documented, django_filters.BaseInFilter, django_filters.Filter):  # type: ignore[misc]
    """Rows whose key is one of those given, with commas between."""

    field_class = _IdField
    base_field_class = _ListField
    schema = {"type": "integer", "minimum": 1, "maximum": LARGEST_ID}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, min_value=1, max_value=LARGEST_ID, **kwargs)


class WholeFilter(_Documented, django_filters.Filter):  # type: ignore[misc]
    """A whole number from 1 to ``largest``."""

    field_class = forms.IntegerField

    def __init__(self, *, largest: int, **kwargs: Any) -> None:
        self.schema = {"type": "integer", "minimum": 1, "maximum": largest}
        super().__init__(min_value=1, max_value=largest, **kwargs)


class AmountFilter(_Documented, django_filters.NumberFilter):  # type: ignore[misc]
    """A figure in yuan."""

    schema = {"type": "number", "minimum": 0, "maximum": LARGEST_AMOUNT}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, min_value=0, max_value=LARGEST_AMOUNT, **kwargs)


class TextFilter(_Documented, django_filters.CharFilter):  # type: ignore[misc]
    """A text of at most ``longest`` characters, outer white space aside."""

    def __init__(self, *args: Any, longest: int = WORDS_LENGTH, **kwargs: Any) -> None:
        self.schema = {"type": "string", "minLength": 1, "maxLength": longest} | self.schema
        super().__init__(*args, max_length=longest, **kwargs)


class PatternsFilter(_Documented, django_filters.BaseInFilter, django_filters.CharFilter):  # type: ignore[misc]
    """Rows whose value is one of those given, with commas between, each of which must fit ``pattern``."""

    base_field_class = _ListField

    def __init__(self, pattern: str, expected: Any, **kwargs: Any) -> None:
        self.schema = {"type": "string", "pattern": f"^{pattern}$"}
        super().__init__(validators=[RegexValidator(rf"^{pattern}\Z", expected)], **kwargs)


class _DateFilter(_Documented, django_filters.CharFilter):  # type: ignore[misc]
    schema = {
        "type": "string",
        "pattern": r"^(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
        "example": "2020-02",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, validators=[validate_partial_date], **kwargs)


class FromFilter(_DateFilter):
    """Rows whose partial date can be the one given or later; those without a date are left out."""

    def filter(self, qs: QuerySet[Any], value: str | None) -> QuerySet[Any]:
        if not value:
            return qs
        wider = [value[:length] for length in (4, 7) if length < len(value)]
        return qs.filter(Q(**{f"{self.field_name}__gte": value}) | Q(**{f"{self.field_name}__in": wider}))


class ToFilter(_DateFilter):
    """Rows whose partial date can be the one given or earlier; those without a date are left out."""

    def filter(self, qs: QuerySet[Any], value: str | None) -> QuerySet[Any]:
        if not value:
            return qs
        inside = Q(**{f"{self.field_name}__startswith": value})
        return qs.filter(Q(**{f"{self.field_name}__lte": value}) | inside).exclude(**{self.field_name: ""})


class WithinFilter(_Documented, django_filters.CharFilter):  # type: ignore[misc]
    """Rows of the division of that six-digit code or of one below it; ``field_name`` leads to the code."""

    schema = {"type": "string", "pattern": "^[0-9]{6}$"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("Six-digit code of a division; those below it count as well."))
        super().__init__(*args, validators=[validate_division_code], **kwargs)

    def filter(self, qs: QuerySet[Any], value: str | None) -> QuerySet[Any]:
        if not value or self.method:
            return super().filter(qs, value)
        return qs.filter(within(self.field_name, value))


class SinceFilter(django_filters.IsoDateTimeFilter):  # type: ignore[misc]
    """Rows whose time is the one given or later."""

    field_class = _TimeField

    def __init__(self, field_name: str, **kwargs: Any) -> None:
        super().__init__(field_name=field_name, lookup_expr="gte", **kwargs)


class ReviewFilterSet(django_filters.FilterSet):  # type: ignore[misc]
    """What every reviewable row can be asked for."""

    state = CodesFilter(ReviewState, help_text=_("What editors have said of it."))
    reviewed = YesNoFilter(
        method="vouched_for", help_text=_("true: only what an editor vouches for; false: only machine readings.")
    )

    def vouched_for(self, rows: QuerySet[Any], _name: str, value: bool) -> QuerySet[Any]:
        condition = Q(state__in=ReviewState.reviewed())
        return rows.filter(condition if value else ~condition)


def within(field: str, code: str) -> Q:
    """The condition that the code in ``field`` is ``code`` or that of a division below it."""
    stem = code.removesuffix("0000") if code.endswith("0000") else code.removesuffix("00")
    return Q(**{f"{field}__startswith": stem}) if stem != code else Q(**{field: code})
