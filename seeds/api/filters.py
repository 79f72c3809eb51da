"""What the list of documents can be asked for in the API."""

from __future__ import annotations

import django_filters
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from seeds.models import ArticleSource, Document
from seeds.querysets import DocumentQuerySet
from unionarchive.common.api.filters import FromFilter, IdsFilter, SinceFilter, TextFilter, ToFilter, WithinFilter


class DocumentFilter(django_filters.FilterSet):
    q = TextFilter(field_name="name", lookup_expr="icontains", help_text=_("Words of the file's name."))
    sha256 = TextFilter(help_text=_("Hash of the file's bytes, in hexadecimal."))
    publication = IdsFilter(help_text=_("Ids of publications, with commas between."))
    article = IdsFilter(method="giving", help_text=_("Ids of articles that were read from them."))
    division = WithinFilter(field_name="home_division")
    published_from = FromFilter(field_name="published", help_text=_("First day of print: 2020, 2020-02, 2020-02-05."))
    published_to = ToFilter(field_name="published", help_text=_("Last day of print, itself included."))
    updated_since = SinceFilter("updated_at", help_text=_("Changed at that time or later."))

    class Meta:
        model = Document
        fields: list[str] = []

    def giving(self, documents: DocumentQuerySet, _name: str, articles: list[int]) -> DocumentQuerySet:
        """Documents that one of the articles, which must be public, has a stretch of."""
        visible = Article.objects.public().filter(pk__in=articles)
        return documents.filter(pk__in=ArticleSource.objects.filter(article__in=visible).values("document"))
