"""Pages of a list that stay right while rows come and go: each page begins after the last row of the one before.

An offset would show a row twice when one is put in before it; and a million rows must not be counted for a page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from unionarchive.api.errors import ParameterError

PAGE_SIZE = 50
LARGEST_PAGE = 500


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a list: the sorting values of the row at it, and whether the page lies before or after that row."""

    ordering: str
    values: list[Any]
    backwards: bool = False

    def signed(self, salt: str) -> str:
        """The cursor as it stands in an address; only this installation can make one."""
        return signing.dumps([self.ordering, self.values, int(self.backwards)], salt=salt, compress=True)

    @classmethod
    def read(cls, text: str, salt: str) -> Cursor:
        """The cursor that ``signed`` wrote; ParameterError for any other text, and for one of another list."""
        try:
            ordering, values, backwards = signing.loads(text, salt=salt)
        except (signing.BadSignature, ValueError) as error:
            raise ParameterError(
                "cursor", _("Expected what the address in next or previous of this list holds.")
            ) from error
        return cls(ordering, values, bool(backwards))


class KeysetPagination(BasePagination):
    """``{next, previous, results}``, and ``count`` where it is asked for."""

    parameters = ("cursor", "page_size", "ordering", "count")

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        self.request = request
        self.salt = f"cursor:{queryset.model._meta.label_lower}"
        self.ordering = self._ordering(view)
        self.columns = view.orderings[self.ordering]
        size, cursor = self._page_size(), self._cursor()
        self.count = queryset.count() if self._count_wanted() else None
        backwards = cursor is not None and cursor.backwards
        columns = [_reversed(column) for column in self.columns] if backwards else self.columns
        rows = queryset.order_by(*columns)
        if cursor:
            rows = rows.filter(_beyond(columns, self._values(queryset, cursor)))
        page = list(rows[: size + 1])
        more, page = len(page) > size, page[:size]
        if backwards:
            page.reverse()
        self.has_next = bool(page) and (more or backwards)
        self.has_previous = bool(page) and (more if backwards else cursor is not None)
        self.page = page
        return page

    def get_paginated_response(self, data: Any) -> Response:
        answer = {} if self.count is None else {"count": self.count}
        following = self._link(self.page[-1], backwards=False) if self.has_next else None
        preceding = self._link(self.page[0], backwards=True) if self.has_previous else None
        return Response(answer | {"next": following, "previous": preceding, "results": data})

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        link = {"type": "string", "format": "uri", "nullable": True}
        return {
            "type": "object",
            "description": "A page of the list.",
            "required": ["next", "previous", "results"],
            "properties": {
                "count": {"type": "integer", "description": "Only with count=true."},
                "next": link | {"description": "Address of the page after this one."},
                "previous": link | {"description": "Address of the page before this one."},
                "results": schema | {"description": "The rows of the page."},
            },
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        def parameter(name: str, description: str, **schema: Any) -> dict[str, Any]:
            return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}

        size = {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE, "default": PAGE_SIZE}
        orderings = list(getattr(view, "orderings", {"id": ()}))
        return [
            parameter("cursor", _("A place in the list, as next and previous give it."), type="string", minLength=1),
            parameter("page_size", _("Rows on a page."), **size),
            parameter("ordering", _("What comes first."), type="string", enum=orderings, default=orderings[0]),
            parameter("count", _("true adds the number of all rows."), type="boolean", default=False),
        ]

    def _link(self, row: Any, *, backwards: bool) -> str:
        values = [_plain(getattr(row, column.lstrip("-"))) for column in self.columns]
        cursor = Cursor(self.ordering, values, backwards).signed(self.salt)
        return replace_query_param(self.request.build_absolute_uri(), "cursor", cursor)

    def _page_size(self) -> int:
        text = self.request.query_params.get("page_size", str(PAGE_SIZE))
        size = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
        if not 1 <= size <= LARGEST_PAGE:
            raise ParameterError(
                "page_size", _("Expected a whole number from 1 to %(largest)s.") % {"largest": LARGEST_PAGE}
            )
        return size

    def _ordering(self, view: Any) -> str:
        ordering = self.request.query_params.get("ordering", next(iter(view.orderings)))
        if ordering not in view.orderings:
            raise ParameterError(
                "ordering", _("Expected one of: %(choices)s.") % {"choices": ", ".join(view.orderings)}
            )
        return ordering

    def _cursor(self) -> Cursor | None:
        text = self.request.query_params.get("cursor")
        if text is None:
            return None
        cursor = Cursor.read(text, self.salt)
        if cursor.ordering != self.ordering:
            raise ParameterError("cursor", _("The cursor belongs to another ordering of this list."))
        return cursor

    def _count_wanted(self) -> bool:
        text = self.request.query_params.get("count", "false")
        if text not in ("true", "false"):
            raise ParameterError("count", _("Expected true or false."))
        return text == "true"

    def _values(self, queryset: QuerySet, cursor: Cursor) -> list[Any]:
        fields = [
            queryset.model._meta.pk
            if column.lstrip("-") == "pk"
            else queryset.model._meta.get_field(column.lstrip("-"))
            for column in self.columns
        ]
        return [field.to_python(value) for field, value in zip(fields, cursor.values, strict=True)]


def _plain(value: Any) -> Any:
    return value if isinstance(value, int | str) else value.isoformat()


def _reversed(column: str) -> str:
    return column.removeprefix("-") if column.startswith("-") else f"-{column}"


def _beyond(columns: Any, values: list[Any]) -> Q:
    """Rows that come after the row with these values; the first column bounds them, so that its index serves."""
    beyond, same = Q(), Q()
    for column, value in zip(columns, values, strict=True):
        name, side = column.lstrip("-"), "lt" if column.startswith("-") else "gt"
        beyond |= same & Q(**{f"{name}__{side}": value})
        same &= Q(**{name: value})
    first, side = columns[0].lstrip("-"), "lte" if columns[0].startswith("-") else "gte"
    return Q(**{f"{first}__{side}": values[0]}) & beyond
