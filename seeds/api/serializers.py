"""Documents as JSON. Fields are listed by hand."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.api.serializers import PublicationLinkSerializer
from seeds.models import ArticleSource, Document
from seeds.withholding import public_text
from unionarchive.common.api.fields import AddressField, PageField, address
from unionarchive.common.api.serializers import RowSerializer


class DocumentSerializer(RowSerializer):
    """A document as a list shows it: without its text."""

    url = AddressField("document-detail", source="pk", help_text=_("Address of the document in the API."))
    html_url = PageField(help_text=_("Address of the document's page."))
    publication = PublicationLinkSerializer(allow_null=True, help_text=_("Where it was printed; null when not known."))

    class Meta:
        model = Document
        fields: tuple[str, ...] = (
            "id",
            "url",
            "html_url",
            "name",
            "sha256",
            "encoding",
            "media_type",
            "publication",
            "published",
            "page",
            "home_place",
            "home_division",
            "language",
            "rights",
            "source_note",
            "created_at",
            "updated_at",
        )


class DocumentSegmentSerializer(RowSerializer):
    """A stretch of the document: what it is for, and the article it was put into."""

    article = AddressField(
        "article-detail",
        source="article_id",
        allow_null=True,
        help_text=_("Address of the article it was put into; null for furniture."),
    )

    class Meta:
        model = ArticleSource
        fields = ("start", "end", "role", "article", "position", "reason")


class DocumentDetailSerializer(DocumentSerializer):
    """A document whole: its text, what each stretch of it is for, and the articles read from it."""

    text = serializers.SerializerMethodField(
        help_text=_("The decoded text; words of articles that are not public are covered, a █ for each character.")
    )
    segments = serializers.SerializerMethodField(help_text=_("The stretches of the text in the order of the page."))
    articles = serializers.SerializerMethodField(
        help_text=_("Addresses of the articles that were read from it, in the order of the page.")
    )

    class Meta(DocumentSerializer.Meta):
        fields = (*DocumentSerializer.Meta.fields, "text", "segments", "articles")

    def get_text(self, document: Document) -> str:
        return public_text(document.text, document.segments.all())

    @extend_schema_field(DocumentSegmentSerializer(many=True))
    def get_segments(self, document: Document) -> Any:
        return DocumentSegmentSerializer(_visible(document), many=True, context=self.context).data

    @extend_schema_field(serializers.ListField(child=serializers.URLField()))
    def get_articles(self, document: Document) -> list[str]:
        request = self.context.get("request")
        keys = dict.fromkeys(segment.article_id for segment in _visible(document) if segment.article_id)
        return [address("article-detail", key, request) for key in keys]


def _visible(document: Any) -> list[ArticleSource]:
    return [segment for segment in document.segments.all() if segment.is_public]
