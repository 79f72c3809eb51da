"""Articles and publications in the API."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Left

from articles.api.filters import ArticleFilter, PublicationFilter
from articles.api.serializers import ArticleDetailSerializer, ArticleSerializer, PublicationSerializer
from articles.models import Article, Publication
from articles.querysets import ArticleQuerySet, PublicationQuerySet
from unionarchive.common.api.viewsets import NEWEST_FIRST, RowsViewSet

OPENING = 60  # characters of the text that a list shows


class ArticleViewSet(RowsViewSet):
    """Articles as they were printed, newest first."""

    serializer_class = ArticleSerializer
    detail_serializer_class = ArticleDetailSerializer
    filterset_class = ArticleFilter
    orderings = NEWEST_FIRST

    def get_queryset(self) -> ArticleQuerySet:
        first = _rows("seeds.ArticleSource").filter(article=OuterRef("pk")).order_by("position", "start")
        articles = (
            Article.objects.public()
            .for_page()
            .annotate(document_id=Subquery(first.values("document")[:1]), opening=Left("body", OPENING))
        )
        if self.action == "retrieve":
            return articles.prefetch_related(*_whole())
        return articles.defer("body", "byline", "runner_up")


class PublicationViewSet(RowsViewSet):
    """Newspapers and sites that public articles appeared in, by name."""

    serializer_class = PublicationSerializer
    filterset_class = PublicationFilter
    orderings = {"name": ("name",), "id": ("pk",), "updated": ("updated_at", "pk")}

    def get_queryset(self) -> PublicationQuerySet:
        return Publication.objects.public()


def _rows(label: str) -> Any:
    return apps.get_model(label).objects  # the apps that know of articles, without importing them


def _whole() -> list[Prefetch]:
    facts: dict[str, QuerySet] = {
        "mentions": _rows("organisations.Mention").public().order_by("part", "start"),
        "measures": _rows("organisations.Measure").public().order_by("pk"),
        "disbursements": _rows("organisations.AidDisbursement").public().order_by("pk"),
    }
    segments = _rows("seeds.ArticleSource").order_by("position", "start")
    return [
        *(Prefetch(name, rows.only("pk", "article")) for name, rows in facts.items()),
        Prefetch("sources", segments),
    ]
