"""The search box of the desk, answered by the archive's search. Imports no app."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from unionarchive.common.search import lookup


class SearchableAdmin:
    """Mixed into the admin of a ``Searchable`` model: its box finds what the archive's search does, drafts included.

    ``search_fields`` has to name something, or the desk shows no box.
    """

    model: Any

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        if not search_term.strip():
            return queryset, False
        return queryset.filter(pk__in=lookup.found(self.model.search_kind, search_term)), False
