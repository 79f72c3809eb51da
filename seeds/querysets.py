"""Reads of documents and their segments."""

from __future__ import annotations

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef


class DocumentQuerySet(models.QuerySet):
    def public(self) -> DocumentQuerySet:
        """Documents that at least one public article was read from."""
        article = apps.get_model("articles", "Article").objects.public().filter(pk=OuterRef("article_id"))
        segments = apps.get_model("seeds", "ArticleSource").objects.filter(document=OuterRef("pk"))
        return self.filter(Exists(segments.filter(Exists(article))))

    def newest_first(self) -> DocumentQuerySet:
        return self.order_by("-created_at", "-pk")

    def without_text(self) -> DocumentQuerySet:
        """For lists: the raw text stays in the database."""
        return self.defer("text")


class ArticleSourceQuerySet(models.QuerySet):
    def furniture(self) -> ArticleSourceQuerySet:
        return self.filter(article__isnull=True)

    def of_articles(self) -> ArticleSourceQuerySet:
        return self.filter(article__isnull=False)

    def in_page_order(self) -> ArticleSourceQuerySet:
        return self.order_by("document", "start")
