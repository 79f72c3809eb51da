"""The shape of the ledger's JSON."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from organisations.choices import AidStatus, Bound
from organisations.ledger import Dimension, Standing


class SumSerializer(serializers.Serializer):
    """Money in yuan, added up over ``rows`` records."""

    amount = serializers.FloatField(allow_null=True, help_text=_("Yuan; null where there was nothing to add."))
    bound = serializers.ChoiceField(
        choices=Bound.choices,
        help_text=_("at_least where every inexact amount is a lower bound, about where one is not, else exact."),
    )
    rows = serializers.IntegerField(help_text=_("Number of records added up."))
    inexact = serializers.IntegerField(help_text=_("Number of those whose amount is not exact."))
    url = serializers.URLField(help_text=_("Address of the records added up."))


class LeftOutSerializer(serializers.Serializer):
    """Records that enter no sum, for one reason."""

    reason = serializers.ChoiceField(
        choices=[(standing.value, standing.label) for standing in Standing.left_out()], help_text=_("Why.")
    )
    label = serializers.CharField(  # type: ignore[assignment]
        help_text=_("Why, in words.")
    )
    rows = serializers.IntegerField(help_text=_("Number of records."))
    url = serializers.URLField(help_text=_("Address of the records."))


class FigureSerializer(serializers.Serializer):
    """One figure: what the texts state, what is computed beside it, and what is left out."""

    stated = SumSerializer(help_text=_("Over the totals that the texts state."))
    computed = SumSerializer(help_text=_("Rate × count where the text states no total; not in the stated sum."))
    left_out = LeftOutSerializer(many=True, help_text=_("What enters neither sum."))


class FigurePairSerializer(serializers.Serializer):
    """A figure as editors vouch for it, beside the one that includes machine readings."""

    status = serializers.ChoiceField(
        choices=AidStatus.choices, help_text=_("Disbursed, committed and pledged are never added to each other.")
    )
    reviewed = FigureSerializer(help_text=_("Over records that an editor vouches for."))
    including_unreviewed = FigureSerializer(
        allow_null=True, help_text=_("Over all public records; null where unreviewed ones are not shown.")
    )


class LineSerializer(serializers.Serializer):
    """A line of the table."""

    key = serializers.CharField(
        help_text=_("Value of the dimension, or undetermined, joint (several donors) or persons.")
    )
    label = serializers.CharField(  # type: ignore[assignment]
        help_text=_("What it is called.")
    )
    figures = FigurePairSerializer(many=True, help_text=_("Its three figures."))


class LedgerSerializer(serializers.Serializer):
    """Totals of aid by status and, with ``by``, a table that adds up to them."""

    by = serializers.ChoiceField(
        choices=Dimension.choices, allow_null=True, help_text=_("What the table has a line for each of.")
    )
    figures = FigurePairSerializer(many=True, help_text=_("The three figures."))
    count = serializers.IntegerField(help_text=_("Number of lines of the whole table."))
    next = serializers.URLField(allow_null=True, help_text=_("Address of the lines after these."))
    previous = serializers.URLField(allow_null=True, help_text=_("Address of the lines before these."))
    lines = LineSerializer(many=True, help_text=_("Lines, those with the largest sum disbursed first."))
