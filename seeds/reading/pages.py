"""A raw text to the articles on it: lines, strips, the assembly, the texts, the dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from seeds.reading.article_dates import date_of
from seeds.reading.blocks import cut_strips
from seeds.reading.drafts import ArticleDraft, Context, Pages, Role, Segment
from seeds.reading.facts.years import calendar_of
from seeds.reading.imprint import day_of, paper_of
from seeds.reading.lines import read_lines
from seeds.reading.markup import blanked, looks_like_html
from seeds.reading.segmentation import assemble
from unionarchive.common.spans import Span

_HEADS = (Role.BANNER, Role.NAVIGATION, Role.SECTION_LABEL)


def read_pages(text: str, context: Context) -> Pages:
    """The articles on a page, with every character of ``text`` that is not white space in exactly one segment."""
    marked_up = looks_like_html(text, context.name)
    strips = cut_strips(lines := read_lines(blanked(text) if marked_up else text))
    segments, articles = assemble(strips, lines)
    if marked_up:
        segments, articles = _with_markup(text, segments, articles)
    furniture = Pages.furniture_of(text, segments, articles)
    used = {piece.segment for article in articles for piece in article.pieces}
    loose = [segment for index, segment in enumerate(segments) if index not in used]
    heads = list(_words(text, (segment for segment in loose if segment.role in _HEADS)))
    credits_ = list(_words(text, (segment for segment in segments if segment.role in (Role.BYLINE, Role.OTHER))))
    publication = context.publication or paper_of(heads[:3], credits_)
    published = context.published or day_of(_words(text, loose))
    pages = Pages(segments, articles, publication, published, furniture=furniture)
    calendar = calendar_of(pages, context)
    dated = tuple(replace(article, date=date_of(article.body, article.form, calendar)) for article in articles)
    return replace(pages, articles=dated)


def _with_markup(
    text: str, segments: tuple[Segment, ...], articles: tuple[ArticleDraft, ...]
) -> tuple[tuple[Segment, ...], tuple[ArticleDraft, ...]]:
    """The segments of a page in HTML with segments for its mark-up between them, and the articles to match."""
    whole: list[Segment] = []
    places: dict[int, int] = {}
    at = 0
    for index, segment in enumerate(segments):
        whole += _markup(text, at, segment.span.start)
        places[index] = len(whole)
        whole.append(segment)
        at = segment.span.end
    whole += _markup(text, at, len(text))
    moved = tuple(
        replace(article, pieces=tuple(replace(piece, segment=places[piece.segment]) for piece in article.pieces))
        for article in articles
    )
    return tuple(whole), moved


def _markup(text: str, start: int, end: int) -> list[Segment]:
    if not text[start:end].strip():
        return []
    return [Segment(Span(start, end), Role.OTHER, "mark-up")]


def _words(text: str, segments: Iterable[Segment]) -> Iterable[str]:
    return (segment.span.of(text) for segment in segments)
