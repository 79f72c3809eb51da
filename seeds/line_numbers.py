"""From positions in a document's raw text to the numbers of its printed lines, and to their addresses.

Lines are those of ``seeds.reading.lines``. No queries are run here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from seeds.models import Document

LINES_PER_PAGE = 1000  # a page of a document shows so many, so that a book opens as fast as a leaf

_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True)
class LineRange:
    """Neighbouring printed lines, 1-based and inclusive, with the address of the first."""

    first: int
    last: int
    url: str


class LineNumbers:
    """Knows on which line each position of ``document`` stands."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._starts = [0, *(end.end() for end in _END.finditer(document.text))]

    def of(self, position: int) -> int:
        """The number of the line that the character at ``position`` stands on."""
        return bisect_right(self._starts, position)

    def ranges(self, stretches: Iterable[tuple[int, int]]) -> list[LineRange]:
        """The lines of ``stretches`` (start, end) of the text, in their order; joined over blank lines between them."""
        joined: list[tuple[int, int]] = []
        for start, end in stretches:
            if joined and joined[-1][1] <= start and not self.document.text[joined[-1][1] : start].strip():
                joined[-1] = joined[-1][0], end
            else:
                joined.append((start, end))
        return [self._range(start, end) for start, end in joined]

    def _range(self, start: int, end: int) -> LineRange:
        first, last = self.of(start), self.of(max(end - 1, start))
        return LineRange(first, last, line_address(self.document.pk, first))


def line_address(document: int, line: int) -> str:
    """The address of a line of the document with the key ``document``: its page, and the line's anchor there."""
    page = (line - 1) // LINES_PER_PAGE + 1
    query = f"?page={page}" if page > 1 else ""
    return f"{reverse('seeds:document', args=[document])}{query}#L{line}"
