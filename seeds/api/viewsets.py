"""Documents in the API."""

from __future__ import annotations

from django.db.models import Prefetch

from seeds.api.filters import DocumentFilter
from seeds.api.serializers import DocumentDetailSerializer, DocumentSerializer
from seeds.models import Document
from seeds.querysets import DocumentQuerySet
from seeds.withholding import segments_with_visibility
from unionarchive.common.api.viewsets import RowsViewSet


class DocumentViewSet(RowsViewSet):
    """The files that articles were read from, newest first."""

    serializer_class = DocumentSerializer
    detail_serializer_class = DocumentDetailSerializer
    filterset_class = DocumentFilter
    orderings = {
        "newest": ("-created_at", "-pk"),
        "oldest": ("created_at", "pk"),
        "id": ("pk",),
        "updated": ("updated_at", "pk"),
    }

    def get_queryset(self) -> DocumentQuerySet:
        documents = Document.objects.public().select_related("publication")
        if self.action != "retrieve":
            return documents.without_text()
        return documents.prefetch_related(Prefetch("segments", segments_with_visibility()))
