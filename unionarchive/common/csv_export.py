"""Tables for spreadsheets, sent row by row so that their length costs no memory. Imports no app."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from django.http import StreamingHttpResponse

Cell = str | int | float | Decimal | None
_BYTE_ORDER_MARK = "\ufeff"  # without it the most used spreadsheet takes UTF-8 for something else
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class _Line:
    """A file that hands back what is written to it."""

    def write(self, text: str, /) -> str:
        return text


def csv_response(name: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> StreamingHttpResponse:
    """``header`` and ``rows`` as the file ``name``, UTF-8 with a byte order mark; None is an empty cell.

    A text that a spreadsheet would take for a formula is kept from being one by an apostrophe.
    """
    response = StreamingHttpResponse(_lines(header, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _lines(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    writer = csv.writer(_Line())
    yield _BYTE_ORDER_MARK + writer.writerow(header)  # type: ignore[operator]
    for row in rows:
        yield writer.writerow([_harmless(cell) for cell in row])  # type: ignore[misc]


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
