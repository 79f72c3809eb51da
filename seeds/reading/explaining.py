"""What the reader did with a page, told for a person: articles, their pieces, why, and what else was possible."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from seeds.reading.drafts import ArticleDraft, Pages, Segment

_SHOWN = 24  # characters of a piece at either end


def explain(text: str, pages: Pages) -> str:
    """A readable account of ``pages``, which were read from ``text``; ends with a line feed."""
    starts = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]
    told = [f"paper: {pages.publication or 'unknown'}   day: {pages.published or 'unknown'}"]
    for number, article in enumerate(pages.articles, 1):
        told += ["", *_article(number, article, pages, text, starts)]
    used = {piece.segment for article in pages.articles for piece in article.pieces}
    told += ["", "no article's:"]
    told += [
        f"  {_where(segment, starts)} {segment.role}: {_shown(segment.span.of(text))} ({segment.reason})"
        for index, segment in enumerate(pages.segments)
        if index not in used
    ]
    return "\n".join(told) + "\n"


def _article(number: int, article: ArticleDraft, pages: Pages, text: str, starts: list[int]) -> Iterator[str]:
    people = "、".join(f"{person.name} ({person.role})" for person in article.contributors)
    yield f"{number}. {article.headline or 'no headline'} [{article.form}, confidence {article.confidence:.2f}]"
    if people:
        yield f"   by {people}"
    if article.date:
        yield f"   dated {article.date.date} ({article.date.source})"
    for piece in article.pieces:
        segment = pages.segments[piece.segment]
        yield f"   {_where(segment, starts)} {segment.role}: {_shown(segment.span.of(text))}"
        yield f"      because: {piece.reason}"
    if article.doubts:
        yield f"   doubts: {', '.join(article.doubts)}"
    if article.runner_up:
        yield f"   otherwise: {article.runner_up}"


def _where(segment: Segment, starts: list[int]) -> str:
    first, last = (bisect_right(starts, at) for at in (segment.span.start, segment.span.end - 1))
    return f"line {first}" if first == last else f"lines {first}-{last}"


def _shown(words: str) -> str:
    joined = "".join(words.split())
    return joined if len(joined) <= 2 * _SHOWN + 1 else f"{joined[:_SHOWN]}…{joined[-_SHOWN:]}"
