"""The way from words of an article to the printed lines they were read from. Runs no query.

The view has loaded ``sources__document`` of the article.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django import template

from seeds.line_numbers import LineNumbers, LineRange

if TYPE_CHECKING:
    from articles.models import Article, ArticleSpan

register = template.Library()


@register.simple_tag
def line_numbers(article: Article) -> LineNumbers | None:
    """The line numbers of the document that the article was read from; None for one that was not read from any."""
    source = next(iter(article.sources.all()), None)
    return LineNumbers(source.document) if source else None


@register.filter
def article_lines(article: Article, numbers: LineNumbers | None) -> list[LineRange]:
    """The lines that the article was put together from, in reading order."""
    return numbers.ranges((source.start, source.end) for source in article.sources.all()) if numbers else []


@register.filter
def lines(span: ArticleSpan, numbers: LineNumbers | None) -> list[LineRange]:
    """The lines that the words of ``span`` stand on."""
    stretches: Iterable[tuple[int, int]] = ((start, end) for start, end in span.source)
    return numbers.ranges(stretches) if numbers else []
