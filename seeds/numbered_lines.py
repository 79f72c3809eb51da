"""A document's printed lines as its page shows them: numbered, each cut into the segments that were read in it.

What belongs to an article that is not public is withheld: a draft or withdrawn text is not to be read around the
article's own page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from articles.models import Article
from seeds.models import ArticleSource
from seeds.reading.drafts import Line
from unionarchive.common.spans import Span


@dataclass(frozen=True, slots=True)
class LinePart:
    """Part of a line inside one segment (None: inside none); ``text`` is empty where ``withheld``.

    It ``opens`` something where the part before it, on this line or one above, has another role or article.
    """

    text: str
    segment: ArticleSource | None
    opens: bool
    withheld: bool

    @property
    def article(self) -> Article | None:
        """The public article that it was put into."""
        return self.segment.article if self.segment else None


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A printed line; no parts when it is empty."""

    number: int
    parts: tuple[LinePart, ...]


def numbered_lines(text: str, lines: Sequence[Line], segments: Iterable[ArticleSource]) -> list[NumberedLine]:
    """``lines`` of ``text`` with the ``segments`` that overlap them; segments are apart and in the order of the page.

    Each segment's ``article`` is loaded, as None where it is not public.
    """
    ordered = list(segments)
    made, at, before = [], 0, None
    for line in lines:
        parts: list[LinePart] = []
        while line.span and at < len(ordered) and ordered[at].end <= line.span.start:
            at += 1
        for text_span, segment in _cut(line.span, islice(ordered, at, None)) if line.span else ():
            parts.append(_part(text, text_span, segment, before))
            before = segment or before
        made.append(NumberedLine(line.number, tuple(parts)))
    return made


def _cut(line: Span, segments: Iterable[ArticleSource]) -> Iterator[tuple[Span, ArticleSource | None]]:
    at = line.start
    for segment in segments:
        if segment.start >= line.end:
            break
        start, end = max(segment.start, line.start), min(segment.end, line.end)
        if at < start:
            yield Span(at, start), None
        yield Span(start, end), segment
        at = end
    if at < line.end:
        yield Span(at, line.end), None


def _part(text: str, span: Span, segment: ArticleSource | None, before: ArticleSource | None) -> LinePart:
    if segment is None:
        return LinePart(span.of(text), None, opens=False, withheld=False)
    withheld = segment.article_id is not None and segment.article is None
    opens = before is None or (before.article_id, before.role) != (segment.article_id, segment.role)
    return LinePart("" if withheld else span.of(text), segment, opens=opens, withheld=withheld)
