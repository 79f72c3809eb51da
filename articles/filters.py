"""What the list of articles can be narrowed by."""

from __future__ import annotations

import django_filters
from django.apps import apps
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.choices import ArticleForm
from articles.models import Article, Publication
from articles.querysets import ArticleQuerySet
from unionarchive.common.fields import validate_partial_date


def public_publications(_request: object) -> object:
    """The publications that a form may offer."""
    return Publication.objects.public()


class ArticleFilter(django_filters.FilterSet):
    headline = django_filters.CharFilter(lookup_expr="icontains", label=_("Words of the headline"), max_length=100)
    publication = django_filters.ModelChoiceFilter(
        queryset=public_publications, label=_("Publication"), empty_label=pgettext_lazy("filter", "any")
    )
    form = django_filters.ChoiceFilter(
        choices=ArticleForm.choices, label=_("Form"), empty_label=pgettext_lazy("filter", "any")
    )
    date = django_filters.CharFilter(
        field_name="sort_date", lookup_expr="startswith", label=_("Date"), validators=[validate_partial_date]
    )
    organisation = django_filters.CharFilter(method="naming", label=_("Names the organisation"), max_length=220)

    class Meta:
        model = Article
        fields: list[str] = []

    def naming(self, articles: ArticleQuerySet, _name: str, slug: str) -> ArticleQuerySet:
        """Articles that name the organisation of that address."""
        mentions = apps.get_model("organisations", "Mention").objects.public()
        return articles.filter(pk__in=mentions.filter(organisation__slug=slug).values("article"))
