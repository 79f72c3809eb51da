"""The first page of the interface: where everything is."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.views import APIView

from unionarchive.api.parameters import check

ROUTES = {
    "articles": "article-list",
    "documents": "document-list",
    "publications": "publication-list",
    "organisations": "organisation-list",
    "mentions": "mention-list",
    "measures": "measure-list",
    "aid-disbursements": "aid-disbursement-list",
    "evidence": "evidence-list",
    "divisions": "division-list",
    "ledger": "ledger",
    "search": "search",
    "schema": "schema",
    "docs": "docs",
}


class Root(APIView):
    """Addresses of the lists, the schema and its documentation."""

    @extend_schema(responses={200: {"type": "object", "additionalProperties": {"type": "string", "format": "uri"}}})
    def get(self, request: Request) -> Response:
        check(request, ())
        return Response({key: reverse(f"api:{name}", request=request) for key, name in ROUTES.items()})
