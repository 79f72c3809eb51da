"""From places in a reading to places in stored articles, and from raw positions back to both."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from articles.anchoring import Anchoring
from seeds.loading.articles import StoredArticles
from seeds.reading.drafts import Pages, Place, TextPart
from unionarchive.common.spans import Span


@dataclass(frozen=True, slots=True)
class Spot:
    """Words in a stored article; ``source`` has the stretches of the raw text that they were read from."""

    article: int
    part: str
    start: int
    end: int
    quote: str
    source: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, order=True)
class _Home:
    """Where a run of raw text went: ``raw`` to ``raw_end`` stand in a part of a draft from ``start``."""

    raw: int
    raw_end: int
    article: int
    part: str
    start: int


class Placement:
    """The way from the places of one reading to the articles that it was stored in."""

    def __init__(self, pages: Pages, articles: StoredArticles) -> None:
        self._pages, self._articles = pages, articles
        self._anchorings: dict[tuple[int, str], Anchoring] = {}
        self._homes = sorted(
            _Home(run.source, run.source + run.length, index, part.name, run.start)
            for index in articles.rows
            for part in pages.articles[index].parts
            for run in part.offsets.runs
        )
        self._raw_starts = [home.raw for home in self._homes]

    def place(self, place: Place) -> Spot | None:
        """Where the words at ``place`` stand in the stored article; None when an editor's text has them no more."""
        row = self._articles.rows.get(place.article)
        part = self._pages.articles[place.article].part(place.part)
        if row is None or part is None or place.span.end > len(part.text):
            return None
        stored = getattr(row, place.part)
        span = place.span if stored == part.text else self._anchored(place.article, part, stored).carry(place.span)
        if span is None:
            return None
        return Spot(
            row.pk, place.part, span.start, span.end, span.of(stored), _pairs(part.offsets.source_spans(place.span))
        )

    def source_of(self, place: Place) -> tuple[tuple[int, int], ...]:
        """The stretches of the raw text behind ``place``, whatever became of the article."""
        part = self._pages.articles[place.article].part(place.part)
        return _pairs(part.offsets.source_spans(place.span)) if part else ()

    def find(self, source: Iterable[Iterable[int]]) -> Spot | None:
        """Where exactly these stretches of the raw text stand now, in one part of one article; else None."""
        stretches = tuple(Span(start, end) for start, end in source)
        if not stretches:
            return None
        first, last = self._home(stretches[0].start), self._home(stretches[-1].end - 1)
        if first is None or last is None or (first.article, first.part) != (last.article, last.part):
            return None
        start = first.start + stretches[0].start - first.raw
        end = last.start + stretches[-1].end - last.raw
        part = self._pages.articles[first.article].part(first.part)
        if part is None or start >= end or part.offsets.source_spans(Span(start, end)) != stretches:
            return None
        return self.place(Place(first.article, first.part, Span(start, end)))

    def _home(self, raw: int) -> _Home | None:
        at = bisect_right(self._raw_starts, raw) - 1
        return self._homes[at] if at >= 0 and raw < self._homes[at].raw_end else None

    def _anchored(self, index: int, part: TextPart, stored: str) -> Anchoring:
        if (index, part.name) not in self._anchorings:
            self._anchorings[index, part.name] = Anchoring(part.text, stored)
        return self._anchorings[index, part.name]


def _pairs(spans: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in spans)
