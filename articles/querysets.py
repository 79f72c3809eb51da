"""Reads of what was printed."""

from __future__ import annotations

from typing import Self

from django.apps import apps
from django.db import models

from articles.choices import Publishing
from unionarchive.common.models import ReviewQuerySet


class ArticleQuerySet(ReviewQuerySet):
    def public(self) -> Self:
        """Articles that anybody may read: published, and not rejected as a reading."""
        return self.filter(publishing=Publishing.PUBLISHED).shown()

    def newest_first(self) -> Self:
        """By the day of print or else of the events, undated last; a total order."""
        return self.order_by("-sort_date", "-pk")

    def with_publication(self) -> Self:
        return self.select_related("publication")

    def for_page(self) -> Self:
        """With all that an article page shows of the article itself."""
        return self.with_publication().prefetch_related("contributors")


class PublicationQuerySet(models.QuerySet):
    def public(self) -> Self:
        """Publications that at least one public article appeared in."""

        articles = apps.get_model("articles", "Article").objects.public()
        return self.filter(pk__in=articles.values("publication"))
