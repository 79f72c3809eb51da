"""The pages of the source documents."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Prefetch, Q
from django.views.generic import DetailView

from articles.models import Article
from seeds.filters import DocumentFilter
from seeds.line_numbers import LINES_PER_PAGE
from seeds.models import ArticleSource, Document
from seeds.numbered_lines import numbered_lines
from seeds.querysets import DocumentQuerySet
from seeds.reading.lines import read_lines
from unionarchive.common.lists import FilteredList


class DocumentList(FilteredList):
    filterset_class = DocumentFilter
    template_name = "seeds/document_list.html"

    def get_queryset(self) -> DocumentQuerySet:
        public = Q(segments__article__in=Article.objects.public())
        counted = Count("segments__article", filter=public, distinct=True)
        documents = Document.objects.public().without_text().select_related("publication")
        return documents.annotate(articles_count=counted).newest_first()


class DocumentPage(DetailView):
    """A thousand lines of the document at a time, and the articles that were read in it."""

    template_name = "seeds/document_detail.html"

    def get_queryset(self) -> DocumentQuerySet:
        return Document.objects.public().select_related("publication").prefetch_related("runs")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        document: Document = self.object
        lines = Paginator(read_lines(document.text), LINES_PER_PAGE).get_page(self.request.GET.get("page"))
        shown = list(lines.object_list)
        spans = [line.span for line in shown if line.span]
        segments = _segments(document, spans[0].start, spans[-1].end) if spans else []
        articles = list(_articles(document))
        return super().get_context_data(**kwargs) | {
            "lines": numbered_lines(document.text, shown, segments),
            "page_obj": lines,
            "articles": articles,
            "article_numbers": {article.pk: number for number, article in enumerate(articles, 1)},
            "run": next(iter(document.runs.all()), None),
        }


def _segments(document: Document, start: int, end: int) -> list[ArticleSource]:
    overlapping = document.segments.in_page_order().filter(start__lt=end, end__gt=start)
    return list(overlapping.prefetch_related(Prefetch("article", Article.objects.public())))


def _articles(document: Document) -> list[Article]:
    """The public articles read in the document, in the order in which the page begins them."""
    keys = dict.fromkeys(document.segments.of_articles().in_page_order().values_list("article", flat=True))
    found = Article.objects.public().with_publication().in_bulk(list(keys))
    return [found[key] for key in keys if key in found]
