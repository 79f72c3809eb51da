"""What of a document may be read by anybody: all of it but the words of articles that are not public.

A page that holds a withdrawn article beside public ones is still their source. Its withdrawn words are covered
character by character, so that every position in the text stays what it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef

from articles.models import Article
from seeds.models import ArticleSource
from seeds.querysets import ArticleSourceQuerySet

COVER = "█"


def segments_with_visibility() -> ArticleSourceQuerySet:
    """Segments in the order of the page; each knows as ``is_public`` whether anybody may read its words."""
    visible = Article.objects.public().filter(pk=OuterRef("article"))
    furniture = ArticleSource.objects.furniture().filter(pk=OuterRef("pk"))
    return ArticleSource.objects.annotate(is_public=Exists(visible) | Exists(furniture)).in_page_order()


def public_text(text: str, segments: Iterable[Any]) -> str:
    """``text`` with the words of every segment that is not public covered; line breaks and spaces stay.

    ``segments`` are those of ``segments_with_visibility``.
    """
    shown: list[str] = []
    at = 0
    for segment in segments:
        if not segment.is_public:
            words = text[segment.start : segment.end]
            shown += [text[at : segment.start], "".join(c if c.isspace() else COVER for c in words)]
            at = segment.end
    return "".join((*shown, text[at:]))
