"""The segments of a document as rows: every character that is not white space in exactly one of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from seeds.loading.articles import StoredArticles
from seeds.models import ArticleSource, Document
from seeds.reading.drafts import Pages
from unionarchive.common.spans import Span

_LONGEST_REASON = 300


@dataclass(frozen=True, slots=True, order=True)
class _Segment:
    start: int
    end: int
    role: str
    reason: str
    article: int | None
    position: int


def store_segments(document: Document, pages: Pages, articles: StoredArticles) -> None:
    """The segments are those of the reading, save that an editor's article keeps its own."""
    rows = list(document.segments.all())
    kept = [row for row in rows if row.article_id in articles.frozen]
    held = sorted(Span(row.start, row.end) for row in kept)
    wanted = sorted(part for segment in _read(pages, articles) for part in _outside(segment, held, document.text))
    stored = sorted(
        _Segment(row.start, row.end, row.role, row.reason, row.article_id, row.position)
        for row in rows
        if row.article_id not in articles.frozen
    )
    if wanted == stored:
        return
    document.segments.exclude(pk__in=[row.pk for row in kept]).delete()
    ArticleSource.objects.bulk_create(
        ArticleSource(
            document=document,
            article_id=segment.article,
            position=segment.position,
            start=segment.start,
            end=segment.end,
            role=segment.role,
            reason=segment.reason,
        )
        for segment in wanted
    )


def _read(pages: Pages, articles: StoredArticles) -> Iterator[_Segment]:
    """The reading's segments; pieces of an editor's article, whose own segments stay, are furniture until looked at."""
    pieces = {
        piece.segment: (row.pk, position, piece.reason)
        for index, row in articles.rows.items()
        if row.pk not in articles.frozen
        for position, piece in enumerate(pages.articles[index].pieces)
    }
    for number, segment in enumerate(pages.segments):
        article, position, why = pieces.get(number, (None, 0, ""))
        reason = "; ".join(words for words in (segment.reason, why) if words)[:_LONGEST_REASON]
        yield _Segment(segment.span.start, segment.span.end, str(segment.role), reason, article, position)


def _outside(segment: _Segment, held: list[Span], text: str) -> Iterator[_Segment]:
    """What of ``segment`` lies outside the ``held`` stretches and is not only white space."""
    start = segment.start
    for span in (*held, Span(segment.end, segment.end + 1)):
        end = min(span.start, segment.end)
        if start < end and text[start:end].strip():
            yield _Segment(start, end, segment.role, segment.reason, segment.article, segment.position)
        start = max(start, span.end)
