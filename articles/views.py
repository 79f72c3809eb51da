"""The pages of what was printed."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import Prefetch, QuerySet
from django.views.generic import DetailView

from articles.citations import reference
from articles.filters import ArticleFilter
from articles.models import Article
from articles.querysets import ArticleQuerySet
from unionarchive.common.lists import FilteredList


class ArticleList(FilteredList):
    filterset_class = ArticleFilter
    template_name = "articles/article_list.html"

    def get_queryset(self) -> ArticleQuerySet:
        return Article.objects.public().with_publication().newest_first()


class ArticlePage(DetailView):
    template_name = "articles/article_detail.html"

    def get_queryset(self) -> ArticleQuerySet:
        return Article.objects.public().for_page().prefetch_related(*_facts(), *_sources())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"reference": reference(self.object)}


def _rows(label: str) -> Any:
    return apps.get_model(label).objects  # the apps that know of articles, without importing them


def _facts() -> list[Prefetch]:
    organisations: QuerySet = _rows("organisations.Organisation").with_visibility()
    parties: QuerySet = _rows("organisations.AidParty").prefetch_related(Prefetch("organisation", organisations))
    return [
        Prefetch(
            "mentions",
            _rows("organisations.Mention")
            .public()
            .filter(is_orphaned=False)
            .prefetch_related(Prefetch("organisation", organisations), "candidates"),
        ),
        Prefetch(
            "measures",
            _rows("organisations.Measure").public().order_by("pk").prefetch_related(
                Prefetch("issuers", organisations), "evidence"
            ),
        ),
        Prefetch(
            "disbursements",
            _rows("organisations.AidDisbursement").public().order_by("pk").prefetch_related(
                Prefetch("parties", parties), "items", "evidence"
            ),
        ),
    ]  # fmt: skip


def _sources() -> list[Prefetch | str]:
    return [Prefetch("sources", _rows("seeds.ArticleSource").order_by("position", "start")), "sources__document"]
