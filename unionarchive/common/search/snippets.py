"""The stretch of a text that shows best why it was found, from the beginning of a sentence to the end of one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from unionarchive.common.spans import Span

LENGTH = 120  # characters; two or three lines of a result list
_CLAUSE = re.compile(r"[，、：]|[,:](?!\d)")
_END = re.compile(r"[。！？!?；;]+[”’」』）)]*|\n+")


@dataclass(frozen=True, slots=True)
class Snippet:
    """``text`` stands at ``start`` of the whole; ``highlights`` are positions in ``text``."""

    text: str
    start: int
    highlights: tuple[Span, ...]
    cut_before: bool
    cut_after: bool


def snippet(text: str, spans: Sequence[Span], *, length: int = LENGTH) -> Snippet:
    """At most ``length`` characters with as many of ``spans`` as fit; the beginning of the text when there are none.

    It begins where a sentence begins and ends where one ends, unless the sentence alone is longer than ``length``: then
    where a clause does, if it has one.
    """
    anchor = _densest(spans, length)
    start, end = _sentences_around(text, anchor, length)
    inside = tuple(
        Span(max(span.start, start) - start, min(span.end, end) - start)
        for span in spans
        if span.start < end and span.end > start
    )
    shown = text[start:end]
    trimmed = shown.rstrip()
    inside = tuple(span for span in inside if span.end <= len(trimmed))
    return Snippet(trimmed, start, inside, cut_before=start > 0, cut_after=bool(text[end:].strip()))


def _densest(spans: Sequence[Span], length: int) -> Span:
    """The stretch of at most ``length`` that holds the most of ``spans``, the earliest of the best."""
    if not spans:
        return Span(0, 1)
    starts = [span.start for span in spans]
    best, best_count = 0, 0
    for first, span in enumerate(spans):
        count = bisect_right(starts, span.start + length * 2 // 3) - first
        if count > best_count:
            best, best_count = first, count
    last = spans[best + best_count - 1]
    return Span(spans[best].start, max(min(last.end, spans[best].start + length), spans[best].start + 1))


def _sentences_around(text: str, anchor: Span, length: int) -> tuple[int, int]:
    ends = [match.end() for match in _END.finditer(text)]
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    before = bisect_right(ends, anchor.start)
    start = ends[before - 1] if before else 0
    if anchor.end - start > length:  # a sentence that runs too long before the match is entered in its middle
        start = max(anchor.start - length // 4, start)
        clauses = [found.end() for found in _CLAUSE.finditer(text, start, anchor.start)]
        start = clauses[0] if clauses else start
    while start < anchor.start and text[start].isspace():
        start += 1
    covering = bisect_left(ends, min(anchor.end, len(text)))
    end = ends[covering] if covering < len(ends) else len(text)
    if end - start > length:
        end = max(min(start + length, len(text)), start)
        clauses = [found.end() for found in _CLAUSE.finditer(text, min(max(anchor.end, start), end), end)]
        return start, clauses[-1] if clauses else end
    for further in ends[covering + 1 :]:
        if further - start > length:
            break
        end = further
    return start, end
