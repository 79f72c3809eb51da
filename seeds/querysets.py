"""Reads of documents and their segments."""

from __future__ import annotations

from django.apps import apps
from django.db import models


class DocumentQuerySet(models.QuerySet):
    def public(self) -> DocumentQuerySet:
        """Documents that at least one public article was read from."""
        articles = apps.get_model("articles", "Article").objects.public().values("pk")
        return self.filter(pk__in=apps.get_model("seeds", "ArticleSource").objects.filter(
            article__in=articles
        ).values("document"))  # fmt: skip

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
