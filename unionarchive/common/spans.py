"""Half-open stretches of text, and the map from a text that was put together back to its source.

Everything in the archive that points at words uses these two values. This module imports nothing of the project.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import field

from unionarchive.common.values import ordered_value, value


@ordered_value
class Span:
    """A stretch of text: code points from ``start`` (inclusive, from 0) to ``end`` (exclusive).

    Raises ValueError when ``start`` is negative or ``end`` is not greater than ``start``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}:{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words at this span of ``text``; ValueError when the text is too short."""
        if self.end > len(text):
            raise ValueError(f"the span {self.start}:{self.end} lies beyond a text of {len(text)} characters")
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True when the two stretches share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True when ``other`` lies wholly inside this stretch (or is equal to it)."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """This stretch moved by ``by`` code points."""
        return Span(self.start + by, self.end + by)


@ordered_value
class Run:
    """``length`` characters that stand at ``start`` in the made text and at ``source`` in its source, unchanged."""

    start: int
    source: int
    length: int


@value
class OffsetMap:
    """Where each character of a made text came from: runs in the order of the made text, which never overlap.

    A character in no run (a paragraph break that joining put in) has no source.
    """

    runs: tuple[Run, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(run.start for run in self.runs))

    def source_of(self, position: int) -> int | None:
        """The source position of the character at ``position``; None for a character that has no source."""
        at = bisect_right(self._starts, position) - 1
        if at < 0:
            return None
        run = self.runs[at]
        return run.source + position - run.start if position < run.start + run.length else None

    def source_spans(self, span: Span) -> tuple[Span, ...]:
        """The stretches of the source that ``span`` of the made text was put together from, in reading order.

        Stretches that touch in the source are joined. Empty when no character of ``span`` has a source.
        """
        return tuple(_joined(self._pieces(span)))

    def _pieces(self, span: Span) -> Iterator[Span]:
        at = max(bisect_right(self._starts, span.start) - 1, 0)
        for run in self.runs[at:]:
            if run.start >= span.end:
                return
            start, end = max(span.start, run.start), min(span.end, run.start + run.length)
            if start < end:
                yield Span(run.source + start - run.start, run.source + end - run.start)


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    held: Span | None = None
    for span in spans:
        if held and span.start == held.end:
            held = Span(held.start, span.end)
            continue
        if held:
            yield held
        held = span
    if held:
        yield held
