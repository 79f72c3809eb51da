"""Measures, aid and their evidence as JSON. Fields are listed by hand.

Here is the one place that decides how a party of aid is named to the outside: a person who received aid is not.
"""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from organisations.api.serializers import SPAN_FIELDS, OrganisationLinkSerializer
from organisations.choices import PartyRole
from organisations.models import AidDisbursement, AidItem, AidParty, Evidence, Measure, MeasureBenefit
from unionarchive.common.api.fields import AddressesField, AddressField, CodesField, PageField, SpansField
from unionarchive.common.api.serializers import REVIEW_FIELDS, RowSerializer


class FactEvidenceSerializer(RowSerializer):
    """The words that show a fact, beneath the fact."""

    url = AddressField("evidence-detail", source="pk", help_text=_("Address of the evidence in the API."))
    html_url = serializers.SerializerMethodField(help_text=_("Address of the words on the article's page."))
    article = AddressField("article-detail", source="article_id", help_text=_("Address of the article in the API."))
    source = SpansField()  # type: ignore[assignment]

    class Meta:
        model = Evidence
        fields: tuple[str, ...] = ("id", "url", "html_url", *SPAN_FIELDS)

    def get_html_url(self, evidence: Evidence) -> str:
        path = reverse("articles:detail", args=[evidence.article_id]) + f"#e{evidence.pk}"
        request = self.context.get("request")
        return request.build_absolute_uri(path) if request else path


class EvidenceSerializer(FactEvidenceSerializer):
    """The words that show a fact, and the fact."""

    measure = AddressField(
        "measure-detail",
        source="measure_id",
        allow_null=True,
        help_text=_("Address of the measure that it shows; else null."),
    )
    disbursement = AddressField(
        "aid-disbursement-detail",
        source="disbursement_id",
        allow_null=True,
        help_text=_("Address of the aid disbursement that it shows; else null."),
    )
    state = serializers.CharField(source="fact.state", help_text=_("What editors have said of the fact."))
    confidence = serializers.FloatField(
        source="fact.confidence",
        allow_null=True,
        help_text=_("Share of such facts that are right, from 0 to 1; null for what an editor entered."),
    )

    class Meta(FactEvidenceSerializer.Meta):
        fields = (*FactEvidenceSerializer.Meta.fields, "position", "measure", "disbursement", "state", "confidence")


class BenefitSerializer(RowSerializer):
    """What a measure promises to whoever qualifies: an entitlement, which enters no sum."""

    class Meta:
        model = MeasureBenefit
        fields = ("beneficiaries", "amount", "rate_unit", "bound", "words")


class MeasureSerializer(RowSerializer):
    """Something nameable that organisations put in place: rules, a campaign, a service, a fund, a body …"""

    url = AddressField("measure-detail", source="pk", help_text=_("Address of the measure in the API."))
    html_url = PageField(help_text=_("Address of the measure's page."))
    article = AddressField("article-detail", source="article_id", help_text=_("Address of the article in the API."))
    issuers = OrganisationLinkSerializer(many=True)
    benefits = BenefitSerializer(
        many=True, help_text=_("What it promises to whoever qualifies; such sums enter no total.")
    )
    evidence = FactEvidenceSerializer(many=True, help_text=_("The words that say so."))
    doubts = CodesField()

    class Meta:
        model = Measure
        fields = (
            "id",
            "url",
            "html_url",
            "article",
            "title",
            "type",
            "issuers",
            "date",
            "date_source",
            "clauses",
            "benefits",
            "evidence",
            *REVIEW_FIELDS,
            "created_at",
            "updated_at",
        )


class PartySerializer(RowSerializer):
    """A donor or a recipient. A person who received aid is called by no name."""

    name = serializers.SerializerMethodField(
        help_text=_("Full name of an organisation, printed name of a group or of a donor; no name of who received aid.")
    )
    organisation = OrganisationLinkSerializer(allow_null=True)

    class Meta:
        model = AidParty
        fields = ("kind", "name", "organisation")

    def get_name(self, party: AidParty) -> str:
        return public_name(party)


class ItemSerializer(RowSerializer):
    """Goods or a service of an aid disbursement."""

    class Meta:
        model = AidItem
        fields = ("item", "quantity", "unit")


class AidSerializer(RowSerializer):
    """A statement that somebody gave or promised so much to somebody. Money in yuan, as stated."""

    url = AddressField("aid-disbursement-detail", source="pk", help_text=_("Address of the record in the API."))
    html_url = PageField(help_text=_("Address of the record's page."))
    article = AddressField("article-detail", source="article_id", help_text=_("Address of the article in the API."))
    donors = serializers.SerializerMethodField(help_text=_("Who gave, in the order of the text."))
    recipients = serializers.SerializerMethodField(help_text=_("Who received, in the order of the text."))
    items = ItemSerializer(many=True, help_text=_("The goods or the service."))
    part_of = AddressField(
        "aid-disbursement-detail",
        source="part_of.pk",
        allow_null=True,
        help_text=_("Address of the record whose total includes this one; else null."),
    )
    same_as = AddressField(
        "aid-disbursement-detail",
        source="same_as.pk",
        allow_null=True,
        help_text=_("Address of the record of the same gift told elsewhere; this one then enters no sum."),
    )
    parts = AddressesField(
        "aid-disbursement-detail", source="shares", help_text=_("Addresses of the records that are parts of this one.")
    )
    evidence = FactEvidenceSerializer(many=True, help_text=_("The words that say so."))
    doubts = CodesField()

    class Meta:
        model = AidDisbursement
        fields = (
            "id",
            "url",
            "html_url",
            "article",
            "donors",
            "donor_kind",
            "recipients",
            "form",
            "amount",
            "rate",
            "rate_unit",
            "count",
            "count_unit",
            "items",
            "bound",
            "status",
            "basis",
            "part_of",
            "parts",
            "same_as",
            "recurring",
            "date",
            "date_source",
            "purpose",
            "words",
            "agreement",
            "evidence",
            *REVIEW_FIELDS,
            "created_at",
            "updated_at",
        )

    @extend_schema_field(PartySerializer(many=True))
    def get_donors(self, aid: AidDisbursement) -> list[dict[str, Any]]:
        return self._parties(aid, PartyRole.DONOR)

    @extend_schema_field(PartySerializer(many=True))
    def get_recipients(self, aid: AidDisbursement) -> list[dict[str, Any]]:
        return self._parties(aid, PartyRole.RECIPIENT)

    def _parties(self, aid: AidDisbursement, role: PartyRole) -> Any:
        parties = [party for party in aid.parties.all() if party.role == role]
        return PartySerializer(parties, many=True, context=self.context).data


def public_name(party: AidParty) -> str:
    """What the party is called outside the desk: a person who received aid is never named."""
    return _now("a person, not named here") if party.is_withheld else party.label
