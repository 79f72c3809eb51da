"""The list and the page of a row that every app's interface is. Imports no app."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.decorators import method_decorator
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page
from rest_framework import serializers, viewsets

NEWEST_FIRST: Mapping[str, tuple[str, ...]] = {
    "newest": ("-sort_date", "-pk"),
    "oldest": ("sort_date", "pk"),
    "id": ("pk",),
    "updated": ("updated_at", "pk"),
}


# An answer may be kept, but is asked for again each time: unchanged it is not sent twice, withdrawn it is gone at once.
revalidated = method_decorator([conditional_page, cache_control(no_cache=True)], name="dispatch")


@revalidated
class RowsViewSet(viewsets.ReadOnlyModelViewSet[Any]):
    """Rows to read, one by one and in lists; an unchanged answer is not sent twice (ETag, 304).

    ``orderings`` maps the values of ``?ordering=`` to the columns that rows are sorted by, none of which may be null
    and the last of which is unique; the first one holds where nothing is asked for.
    ``detail_serializer_class`` is what a single row is shown with, where that is more than a list shows.
    """

    http_method_names = ["get", "head", "options"]
    lookup_value_regex = "[0-9]{1,18}"
    orderings: Mapping[str, tuple[str, ...]] = {"id": ("pk",)}
    detail_serializer_class: type[serializers.BaseSerializer[Any]] | None = None

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        if self.action == "retrieve" and self.detail_serializer_class:
            return self.detail_serializer_class
        return super().get_serializer_class()
