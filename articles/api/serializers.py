"""Articles and publications as JSON. Fields are listed by hand: a new column is published on purpose or not at all."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from articles.models import Article, Contributor, Publication
from unionarchive.common.api.fields import AddressesField, AddressField, CodesField, LinesField, PageField
from unionarchive.common.api.serializers import REVIEW_FIELDS, RowSerializer


class PublicationSerializer(RowSerializer):
    """A newspaper or site (报刊)."""

    url = AddressField("publication-detail", source="pk", help_text=_("Address of the publication in the API."))
    html_url = PageField(help_text=_("Address of the page with its articles."))

    class Meta:
        model = Publication
        fields = ("id", "url", "html_url", "name", "division", "website", "note", "updated_at")


class PublicationLinkSerializer(RowSerializer):
    """A publication where something else names it."""

    url = AddressField("publication-detail", source="pk", help_text=_("Address of the publication in the API."))

    class Meta:
        model = Publication
        fields = ("id", "url", "name")


class ContributorSerializer(RowSerializer):
    """A person named as having made an article (记者, 通讯员 …)."""

    class Meta:
        model = Contributor
        fields = ("name", "role")


class ArticleSerializer(RowSerializer):
    """An article as a list shows it: without its text."""

    url = AddressField("article-detail", source="pk", help_text=_("Address of the article in the API."))
    html_url = PageField(help_text=_("Address of the article's page."))
    publication = PublicationLinkSerializer(allow_null=True, help_text=_("Where it was printed; null when not known."))
    kicker = LinesField(help_text=_("Lines above the headline (肩题)."))
    subheads = LinesField(source="subhead", help_text=_("Lines below the headline (副题)."))
    opening = serializers.CharField(help_text=_("The first words of the text: what stands for a lost headline."))
    contributors = ContributorSerializer(many=True, help_text=_("The people named as having made it."))
    document = AddressField(
        "document-detail",
        source="document_id",
        allow_null=True,
        help_text=_("Address of the document that it was read from; null for one that an editor entered."),
    )
    doubts = CodesField()

    class Meta:
        model = Article
        fields: tuple[str, ...] = (
            "id",
            "url",
            "html_url",
            "publication",
            "headline",
            "kicker",
            "subheads",
            "opening",
            "form",
            "contributors",
            "dateline",
            "date",
            "date_source",
            "published",
            "page",
            "home_division",
            "document",
            *REVIEW_FIELDS,
            "created_at",
            "updated_at",
        )


class SegmentSerializer(serializers.Serializer):
    """A stretch of the document's text that went into the article."""

    document = AddressField("document-detail", source="document_id", help_text=_("Address of the document."))
    start = serializers.IntegerField(help_text=_("First character in the document's text, from 0."))
    end = serializers.IntegerField(help_text=_("The character after the last one."))
    role = serializers.CharField(help_text=_("What the stretch is for: headline, byline, body …"))
    reason = serializers.CharField(help_text=_("Why it has this role and belongs where it is; may be empty."))


class ArticleDetailSerializer(ArticleSerializer):
    """An article whole: its text, where each stretch of it was read, and the addresses of its facts."""

    sources = SegmentSerializer(many=True, help_text=_("The stretches it was put together from, in reading order."))
    mentions = AddressesField("mention-detail", help_text=_("Addresses of the mentions of organisations in it."))
    measures = AddressesField("measure-detail", help_text=_("Addresses of the measures that it tells of."))
    disbursements = AddressesField(
        "aid-disbursement-detail", help_text=_("Addresses of the statements of aid that it makes.")
    )

    class Meta(ArticleSerializer.Meta):
        fields = (*ArticleSerializer.Meta.fields, "byline", "body", "sources", "mentions", "measures", "disbursements")
