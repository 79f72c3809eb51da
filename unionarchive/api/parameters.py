"""Parameters are meant: one that a list does not know, or that is empty or given twice, is an error that names it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.request import Request

from unionarchive.api.errors import ParameterError


def check(request: Request, known: Iterable[str], *, may_be_empty: Collection[str] = ()) -> None:
    """Each parameter of ``request`` is one of ``known``, given once and not empty; ParameterError for the first not."""
    known = sorted(known)
    for name, values in request.query_params.lists():
        if name not in known:
            raise ParameterError(name, _expected(known), "unknown_parameter")
        if len(values) > 1:
            raise ParameterError(name, _("Given more than once; put commas between several values."), "repeated")
        if not values[0].strip() and name not in may_be_empty:
            raise ParameterError(name, _("Empty; leave the parameter out instead."), "empty")


class StrictFilterBackend(DjangoFilterBackend):
    """Filters a list by its parameters after checking that it knows them all. A single row takes none."""

    def filter_queryset(self, request: Request, queryset: QuerySet, view: Any) -> QuerySet:
        if getattr(view, "detail", False):
            check(request, ())
            return queryset
        paginator = view.paginator
        filters = self.get_filterset_class(view, queryset)
        check(request, [*(paginator.parameters if paginator else ()), *(filters.base_filters if filters else ())])
        return super().filter_queryset(request, queryset, view)


def _expected(known: list[str]) -> str:
    if not known:
        return _("Unknown parameter; none is taken here.")
    return _("Unknown parameter; known here: %(known)s.") % {"known": ", ".join(known)}
