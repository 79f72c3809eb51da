"""What the list of articles can be narrowed by."""

from __future__ import annotations

import django_filters
from django.apps import apps
from django.utils.translation import gettext_lazy as _

from articles.choices import ArticleForm
from articles.models import Article, Publication
from articles.querysets import ArticleQuerySet
from unionarchive.common.page_filters import ANY, DateFilter, ReviewFilter


def publications(_request: object) -> object:
    """The publications that the form offers."""
    return Publication.objects.public()


class ArticleFilter(django_filters.FilterSet):
    headline = django_filters.CharFilter(lookup_expr="icontains", label=_("Words of the headline"), max_length=100)
    publication = django_filters.ModelChoiceFilter(queryset=publications, label=_("Publication"), empty_label=ANY)
    form = django_filters.ChoiceFilter(choices=ArticleForm.choices, label=_("Form"), empty_label=ANY)
    date = DateFilter(field_name="sort_date")
    organisation = django_filters.CharFilter(method="naming", label=_("Names the organisation"), max_length=220)
    review = ReviewFilter()

    class Meta:
        model = Article
        fields: list[str] = []

    def naming(self, articles: ArticleQuerySet, _name: str, words: str) -> ArticleQuerySet:
        """Articles that name the organisation of that address, or one whose name holds these words."""
        meant = apps.get_model("organisations", "Organisation").objects.called(words)
        mentions = apps.get_model("organisations", "Mention").objects.public()
        return articles.filter(pk__in=mentions.filter(organisation__in=meant).values("article"))
