"""What the list of documents can be narrowed by on the site."""

from __future__ import annotations

import django_filters
from django.apps import apps
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from seeds.models import Document
from unionarchive.common.fields import validate_partial_date


def publications(_request: object) -> QuerySet:
    """The publications that a form may offer."""
    return apps.get_model("articles", "Publication").objects.public()


class DocumentFilter(django_filters.FilterSet):
    name = django_filters.CharFilter(lookup_expr="icontains", label=_("File name"), max_length=100)
    publication = django_filters.ModelChoiceFilter(
        queryset=publications, label=_("Publication"), empty_label=pgettext_lazy("filter", "any")
    )
    published = django_filters.CharFilter(
        lookup_expr="startswith", label=_("Date of print"), validators=[validate_partial_date]
    )

    class Meta:
        model = Document
        fields: list[str] = []
