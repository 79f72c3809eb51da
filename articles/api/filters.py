"""What the lists of articles and publications can be asked for in the API."""

from __future__ import annotations

import django_filters
from django.apps import apps
from django.utils.translation import gettext_lazy as _

from articles.choices import ArticleForm, ContributorRole
from articles.models import Article, Contributor, Publication
from articles.querysets import ArticleQuerySet
from unionarchive.common.api.filters import (
    CodeFilter,
    CodesFilter,
    FromFilter,
    IdsFilter,
    ReviewFilterSet,
    SinceFilter,
    TextFilter,
    ToFilter,
    WithinFilter,
)


class ArticleFilter(ReviewFilterSet):
    q = TextFilter(field_name="headline", lookup_expr="icontains", help_text=_("Words of the headline."))
    publication = IdsFilter(help_text=_("Ids of publications, with commas between."))
    document = IdsFilter(method="read_from", help_text=_("Ids of documents that they were read from."))
    organisation = IdsFilter(method="naming", help_text=_("Ids of organisations that they name."))
    form = CodesFilter(ArticleForm)
    contributor = TextFilter(method="made_by", help_text=_("Name of a person who made it, whole."))
    role = CodeFilter(
        ContributorRole, method="made_by_role", help_text=_("What the byline calls somebody who made it.")
    )
    division = WithinFilter(field_name="home_division")
    published_from = FromFilter(field_name="published", help_text=_("First day of print: 2020, 2020-02, 2020-02-05."))
    published_to = ToFilter(field_name="published", help_text=_("Last day of print, itself included."))
    date_from = FromFilter(field_name="date", help_text=_("First day of the events."))
    date_to = ToFilter(field_name="date", help_text=_("Last day of the events, itself included."))
    updated_since = SinceFilter("updated_at", help_text=_("Changed at that time or later."))

    class Meta:
        model = Article
        fields: list[str] = []

    def read_from(self, articles: ArticleQuerySet, _name: str, documents: list[int]) -> ArticleQuerySet:
        """Articles that have a stretch of one of the documents."""
        segments = apps.get_model("seeds", "ArticleSource").objects.filter(document__in=documents)
        return articles.filter(pk__in=segments.values("article"))

    def naming(self, articles: ArticleQuerySet, _name: str, organisations: list[int]) -> ArticleQuerySet:
        """Articles with a public mention of one of the organisations."""
        mentions = apps.get_model("organisations", "Mention").objects.public()
        return articles.filter(pk__in=mentions.filter(organisation__in=organisations).values("article"))

    def made_by(self, articles: ArticleQuerySet, _name: str, person: str) -> ArticleQuerySet:
        return articles.filter(pk__in=Contributor.objects.filter(name=person).values("article"))

    def made_by_role(self, articles: ArticleQuerySet, _name: str, role: str) -> ArticleQuerySet:
        return articles.filter(pk__in=Contributor.objects.filter(role=role).values("article"))


class PublicationFilter(django_filters.FilterSet):
    q = TextFilter(field_name="name", lookup_expr="icontains", help_text=_("Words of the name."))
    division = WithinFilter()

    class Meta:
        model = Publication
        fields: list[str] = []
