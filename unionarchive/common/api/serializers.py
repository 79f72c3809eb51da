"""How rows become JSON: what is not known is null, never an empty text. Imports no app."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.functional import cached_property
from rest_framework import serializers

from unionarchive.common.api.fields import NumberField

# What is said of every row that the machine proposes and an editor decides on.
REVIEW_FIELDS = ("state", "confidence", "doubts", "reviewed_at")


class RowSerializer(serializers.ModelSerializer[Any]):
    """A row to read: decimals are numbers, empty texts null, and each field is explained as its column is."""

    serializer_field_mapping: ClassVar[dict[Any, Any]] = {
        **serializers.ModelSerializer.serializer_field_mapping,
        models.DecimalField: NumberField,
    }

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        fields = super().get_fields()
        for name, field in fields.items():
            field.read_only = True
            column = self._column(field.source or name)
            if isinstance(field, serializers.IntegerField):
                field.validators = []  # the ranges of columns differ from database to database
                field.min_value = field.max_value = None
            field.help_text = field.help_text or getattr(column, "help_text", "")
            if name in self._unknown_as_null:
                field.allow_null = True
                if isinstance(field, serializers.ChoiceField):
                    field.allow_blank = False
        return fields

    def to_representation(self, instance: Any) -> dict[str, Any]:
        values: dict[str, Any] = super().to_representation(instance)
        for name in self._unknown_as_null:
            if values[name] == "":
                values[name] = None
        return values

    @cached_property
    def _unknown_as_null(self) -> tuple[str, ...]:
        names = [name for name in self.Meta.fields if name not in self._declared_fields]  # type: ignore[attr-defined]
        columns = {name: self._column(name) for name in names}
        texts = (models.CharField, models.TextField)
        return tuple(name for name, column in columns.items() if isinstance(column, texts) and column.blank)

    def _column(self, name: str) -> Any:
        try:
            return self.Meta.model._meta.get_field(name.removesuffix("_id"))  # type: ignore[attr-defined]
        except FieldDoesNotExist:
            return None
