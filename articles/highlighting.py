"""A text of an article cut into the pieces that a page sets differently: names, evidence, words that were searched for.

Pure: takes text and marks, returns values; what they become in HTML is the template tag's affair.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from unionarchive.common.spans import Span


class MarkKind(StrEnum):
    NAME = "name"  # names an organisation
    EVIDENCE = "evidence"  # shows a fact
    HIT = "hit"  # was searched for


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to be set apart. ``key`` is the element's id, empty for none; ``url`` empty where nothing is linked.

    ``label`` is what stands after the words (the number of the fact), ``title`` explains them.
    """

    span: Span
    kind: MarkKind
    key: str = ""
    url: str = ""
    label: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text under the same marks throughout. ``opening`` and ``closing``: the evidence that begins or ends with it."""

    text: str
    evidence: tuple[Mark, ...]
    opening: tuple[Mark, ...]
    closing: tuple[Mark, ...]
    is_hit: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces inside one name, or between two."""

    name: Mark | None
    pieces: tuple[Piece, ...]

    @property
    def closing(self) -> tuple[Mark, ...]:
        """The evidence that ends inside it."""
        return tuple(mark for piece in self.pieces for mark in piece.closing)


def stretches(text: str, marks: Iterable[Mark]) -> tuple[Stretch, ...]:
    """``text`` cut at its names and, inside them, at evidence and hits; no character is lost or doubled.

    Names never overlap: of two that do, the one that begins first, then the longer, is kept. Marks beyond the text are
    cut off at its end.
    """
    return tuple(_stretches(text, Span(0, len(text)), list(marks))) if text else ()


def paragraphs(text: str, marks: Iterable[Mark]) -> tuple[tuple[Stretch, ...], ...]:
    """The same for each line of ``text`` that is not blank; marks that run over a line's end go on in the next."""
    marks = list(marks)
    made, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            window = Span(start, start + len(line))
            made.append(tuple(_stretches(text, window, marks)))
        start += len(line) + 1
    return tuple(made)


def _stretches(text: str, window: Span, marks: Sequence[Mark]) -> Iterator[Stretch]:
    inside = [mark for mark in marks if mark.span.overlaps(window)]
    at = window.start
    for name in _apart(mark for mark in inside if mark.kind is MarkKind.NAME):
        start, end = max(name.span.start, window.start), min(name.span.end, window.end)
        if at < start:
            yield _stretch(text, Span(at, start), inside, None)
        yield _stretch(text, Span(start, end), inside, name)
        at = end
    if at < window.end:
        yield _stretch(text, Span(at, window.end), inside, None)


def _apart(names: Iterable[Mark]) -> Iterator[Mark]:
    end = 0
    for name in sorted(names, key=lambda mark: (mark.span.start, -mark.span.end)):
        if name.span.start >= end:
            end = name.span.end
            yield name


def _stretch(text: str, span: Span, marks: Sequence[Mark], name: Mark | None) -> Stretch:
    inside = [mark for mark in marks if mark.kind is not MarkKind.NAME and mark.span.overlaps(span)]
    cuts = {span.start, span.end}
    for mark in inside:
        cuts |= {max(mark.span.start, span.start), min(mark.span.end, span.end)}
    edges = sorted(cuts)
    return Stretch(name, tuple(_piece(text, Span(*pair), inside) for pair in pairwise(edges)))


def _piece(text: str, span: Span, marks: Sequence[Mark]) -> Piece:
    over = [mark for mark in marks if mark.span.contains(span)]
    evidence = tuple(mark for mark in over if mark.kind is MarkKind.EVIDENCE)
    return Piece(
        text=span.of(text),
        evidence=evidence,
        opening=tuple(mark for mark in evidence if mark.span.start == span.start),
        closing=tuple(mark for mark in evidence if mark.span.end == span.end),
        is_hit=any(mark.kind is MarkKind.HIT for mark in over),
    )
