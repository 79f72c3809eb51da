"""What the list of documents can be narrowed by on the site."""

from __future__ import annotations

import django_filters
from django.utils.translation import gettext_lazy as _

from articles.models import Publication
from seeds.models import Document
from unionarchive.common.page_filters import ANY, DateFilter


def publications(_request: object) -> object:
    """The publications that the form offers."""
    return Publication.objects.public()


class DocumentFilter(django_filters.FilterSet):
    name = django_filters.CharFilter(lookup_expr="icontains", label=_("File name"), max_length=100)
    publication = django_filters.ModelChoiceFilter(queryset=publications, label=_("Publication"), empty_label=ANY)
    published = DateFilter(label=_("Date of print"))

    class Meta:
        model = Document
        fields: list[str] = []
