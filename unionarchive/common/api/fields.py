"""How values stand in the interface's JSON. Imports no app."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.reverse import reverse


def number(value: Decimal) -> int | float:
    """``value`` as a JSON number: whole ones of any size exactly, others as the nearest double (15 digits exact)."""
    return int(value) if value == value.to_integral_value() else float(value)


def address(route: str, key: object, request: Request | None) -> str:
    """The full address of a row's page in the interface; ``route`` is its name there, such as ``article-detail``."""
    return reverse(f"api:{route}", args=[key], request=request)


@extend_schema_field(OpenApiTypes.DOUBLE)
class NumberField(serializers.DecimalField):
    """A decimal as a JSON number, not as text: 23.7万元 is 237000."""

    def to_representation(self, value: Decimal) -> int | float:  # type: ignore[override]
        return number(value)


@extend_schema_field({"type": "array", "items": {"type": "string"}})
class LinesField(serializers.Field[Any, Any, list[str], Any]):
    """A text that keeps several printed lines, as a list of them."""

    def to_representation(self, value: str) -> list[str]:
        return [line for line in value.split("\n") if line.strip()]


@extend_schema_field({"type": "array", "items": {"type": "string"}})
class CodesField(serializers.JSONField):
    """A list of codes that a JSON column keeps."""


@extend_schema_field({"type": "array", "items": {"type": "array", "items": {"type": "integer"}}})
class SpansField(serializers.JSONField):
    """A list of [start, end] pairs that a JSON column keeps."""


@extend_schema_field(OpenApiTypes.URI)
class AddressField(serializers.Field[Any, Any, str | None, Any]):
    """The full address in the interface of the row whose key ``source`` names; None when there is no key."""

    def __init__(self, route: str, **kwargs: Any) -> None:
        self.route = route
        super().__init__(read_only=True, **kwargs)

    def to_representation(self, value: object) -> str:
        return address(self.route, value, self.context.get("request"))


@extend_schema_field({"type": "array", "items": {"type": "string", "format": "uri"}})
class AddressesField(serializers.Field[Any, Any, list[str], Any]):
    """The full addresses in the interface of the rows in ``source``, in their order."""

    def __init__(self, route: str, **kwargs: Any) -> None:
        self.route = route
        super().__init__(read_only=True, **kwargs)

    def to_representation(self, value: Any) -> list[str]:
        request = self.context.get("request")
        rows = value.all() if hasattr(value, "all") else value
        return [address(self.route, row.pk, request) for row in rows]


@extend_schema_field(OpenApiTypes.URI)
class PageField(serializers.Field[Any, Any, str, Any]):
    """The full address of the page that people read about the row."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(source="get_absolute_url", read_only=True, **kwargs)

    def to_representation(self, value: str) -> str:
        request = self.context.get("request")
        return request.build_absolute_uri(value) if request else value
