"""The shape of what search answers."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from unionarchive.common.api.fields import SpansField
from unionarchive.search import Kind


class HighlightSerializer(serializers.Serializer):
    """Words that were sought, in a field of the row."""

    field = serializers.CharField(help_text=_("Field of the row in the API, such as headline or body."))
    start = serializers.IntegerField(help_text=_("First character, counted in code points from 0."))
    end = serializers.IntegerField(help_text=_("The character after the last one."))


class ResultSerializer(serializers.Serializer):
    """One row that was found."""

    kind = serializers.ChoiceField(choices=Kind.choices, help_text=_("What kind of row it is."))
    id = serializers.IntegerField(help_text=_("Key of the row among those of its kind."))
    url = serializers.URLField(help_text=_("Address of the row in the API."))
    html_url = serializers.URLField(help_text=_("Address of the row's page."))
    title = serializers.CharField(help_text=_("What it is called."))
    title_highlights = SpansField(help_text=_("Words that were sought, as [start, end] in the title."))
    snippet = serializers.CharField(help_text=_("The stretch of its text that shows best why it was found."))
    snippet_highlights = SpansField(help_text=_("Words that were sought, as [start, end] in the snippet."))
    highlights = HighlightSerializer(many=True, help_text=_("Words that were sought, in the fields of the row."))
    date = serializers.CharField(allow_null=True, help_text=_("The date it is sorted by; null for none."))


class FacetValueSerializer(serializers.Serializer):
    """A value and how many results have it."""

    value = serializers.CharField(help_text=_("Value of the parameter that narrows to it."))
    label = serializers.CharField(  # type: ignore[assignment]
        help_text=_("What it is called.")
    )
    count = serializers.IntegerField(help_text=_("Number of results that have it."))


class FacetSerializer(serializers.Serializer):
    """A parameter with the values that results have."""

    name = serializers.CharField(help_text=_("Name of the parameter."))
    values = FacetValueSerializer(many=True, help_text=_("Its values, the most frequent first."))


class GroupSerializer(serializers.Serializer):
    """How many rows of one kind were found."""

    kind = serializers.ChoiceField(choices=Kind.choices, help_text=_("The kind of rows."))
    count = serializers.IntegerField(help_text=_("Number of results of the kind."))
    count_is_capped = serializers.BooleanField(help_text=_("True when there are more than count says."))
    facets = FacetSerializer(many=True, help_text=_("With facets=true: the values that they have."))


class UnderstoodSerializer(serializers.Serializer):
    """How the question was taken."""

    terms = serializers.ListField(child=serializers.CharField(), help_text=_("Words that results must have."))
    without = serializers.ListField(child=serializers.CharField(), help_text=_("Words that they must not have."))
    organisations = serializers.ListField(child=serializers.CharField(), help_text=_("Names given as 机构:."))
    places = serializers.ListField(child=serializers.CharField(), help_text=_("Names given as 地点:."))
    notes = serializers.ListField(child=serializers.CharField(), help_text=_("What could not be taken as written."))
    is_relaxed = serializers.BooleanField(
        help_text=_("True when nothing has the words as typed and single words were sought instead.")
    )


@extend_schema_serializer(component_name="SearchAnswer")
class AnswerSerializer(serializers.Serializer):
    """What was found."""

    count = serializers.IntegerField(required=False, help_text=_("Only with count=true: number of all results."))
    count_is_capped = serializers.BooleanField(
        required=False, help_text=_("Only with count=true: there are more than count says.")
    )
    next = serializers.URLField(allow_null=True, help_text=_("Address of the page after this one."))
    previous = serializers.URLField(allow_null=True, help_text=_("Address of the page before this one."))
    results = ResultSerializer(many=True, help_text=_("The rows of the page, kind after kind."))
    groups = GroupSerializer(many=True, help_text=_("The kinds that were found."))
    understood = UnderstoodSerializer(help_text=_("How the question was taken."))
    did_you_mean = serializers.ListField(
        child=serializers.CharField(), help_text=_("Names near to what was typed, where little was found.")
    )
    is_complete = serializers.BooleanField(help_text=_("False when the time for one search was up."))
