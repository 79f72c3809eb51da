"""Divisions, organisations and mentions as JSON. Fields are listed by hand."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from organisations.models import Alias, Division, Mention, Organisation
from unionarchive.common.api.fields import AddressesField, AddressField, CodesField, PageField, SpansField, address
from unionarchive.common.api.serializers import REVIEW_FIELDS, RowSerializer

# The words of an article that a mention or a piece of evidence points at.
SPAN_FIELDS = ("article", "part", "start", "end", "quote", "source", "is_orphaned")


class DivisionSerializer(RowSerializer):
    """A province, prefecture or county of China."""

    url = AddressField("division-detail", source="pk", help_text=_("Address of the division in the API."))
    parent = serializers.CharField(  # type: ignore[assignment]
        source="parent_id", allow_null=True, help_text=_("Code of the division it belongs to; null for a province.")
    )
    former_names = CodesField()

    class Meta:
        model = Division
        fields = ("code", "url", "name", "level", "parent", "path", "former_names")


class DivisionLinkSerializer(RowSerializer):
    """A division where something else names it."""

    url = AddressField("division-detail", source="pk", help_text=_("Address of the division in the API."))

    class Meta:
        model = Division
        fields = ("code", "url", "name", "path")


class OrganisationLinkSerializer(RowSerializer):
    """An organisation where something else names it."""

    url = serializers.SerializerMethodField(
        help_text=_("Address of the organisation in the API; null where it is not public by itself.")
    )

    class Meta:
        model = Organisation
        fields = ("id", "url", "name")

    def get_url(self, organisation: Any) -> str | None:
        if not organisation.is_public:
            return None
        return address("organisation-detail", organisation.pk, self.context.get("request"))


class AliasSerializer(RowSerializer):
    """Another name of an organisation."""

    division = serializers.CharField(
        source="division_id",
        allow_null=True,
        help_text=_("Code of the place in whose papers the name means this body; null when it does everywhere."),
    )

    class Meta:
        model = Alias
        fields = ("name", "kind", "division")


class OrganisationSerializer(RowSerializer):
    """A body that can be told from every other: a union, office, firm, hospital, community …"""

    url = AddressField("organisation-detail", source="pk", help_text=_("Address of the organisation in the API."))
    html_url = PageField(help_text=_("Address of the organisation's page."))
    division = DivisionLinkSerializer(allow_null=True)
    parent = OrganisationLinkSerializer(allow_null=True)
    aliases = AliasSerializer(many=True, help_text=_("The other names it goes by."))
    doubts = CodesField()

    class Meta:
        model = Organisation
        fields: tuple[str, ...] = (
            "id",
            "url",
            "html_url",
            "name",
            "slug",
            "type",
            "level",
            "division",
            "place",
            "parent",
            "aliases",
            "note",
            *REVIEW_FIELDS,
            "created_at",
            "updated_at",
        )


class OrganisationDetailSerializer(OrganisationSerializer):
    """An organisation with the bodies that are part of it and the number of its facts."""

    children = AddressesField("organisation-detail", help_text=_("Addresses of the bodies that are part of it."))
    mention_count = serializers.IntegerField(help_text=_("Number of mentions of it."))
    measure_count = serializers.IntegerField(help_text=_("Number of measures that it put in place."))
    given_count = serializers.IntegerField(help_text=_("Number of statements of aid that it gave."))
    received_count = serializers.IntegerField(help_text=_("Number of statements of aid that it received."))

    class Meta(OrganisationSerializer.Meta):
        fields = (
            *OrganisationSerializer.Meta.fields,
            "children",
            "mention_count",
            "measure_count",
            "given_count",
            "received_count",
        )


class MentionSerializer(RowSerializer):
    """Words of an article that name an organisation."""

    url = AddressField("mention-detail", source="pk", help_text=_("Address of the mention in the API."))
    article = AddressField("article-detail", source="article_id", help_text=_("Address of the article in the API."))
    source = SpansField()  # type: ignore[assignment]
    organisation = OrganisationLinkSerializer(allow_null=True)
    candidates = OrganisationLinkSerializer(many=True)
    doubts = CodesField()

    class Meta:
        model = Mention
        fields = ("id", "url", *SPAN_FIELDS, "organisation", "resolution", "candidates", *REVIEW_FIELDS)
