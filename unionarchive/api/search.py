"""Search over everything, as the site has it: mixed results with the places of the words that were sought."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django_filters.utils import translate_validation
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param
from rest_framework.views import APIView

from articles.models import Article
from unionarchive.api.errors import ParameterError
from unionarchive.api.parameters import StrictFilterBackend, check
from unionarchive.api.search_filters import DEEPEST, PAGE_SIZE, SearchFilter
from unionarchive.api.search_serializers import AnswerSerializer
from unionarchive.common.api.fields import address
from unionarchive.common.api.viewsets import revalidated
from unionarchive.common.spans import Span
from unionarchive.search import Answer, Group, Hit, Kind, Order, search

ROUTES = {
    Kind.ARTICLE: "article-detail",
    Kind.ORGANISATION: "organisation-detail",
    Kind.MEASURE: "measure-detail",
    Kind.AID: "aid-disbursement-detail",
    Kind.DOCUMENT: "document-detail",
}

_UNLESS_GIVEN: dict[str, Any] = {
    "q": "",
    "kind": (),
    "order": Order.BEST,
    "page": 1,
    "page_size": PAGE_SIZE,
    "facets": False,
    "count": False,
}


@revalidated
class SearchView(APIView):
    """Articles, organisations, measures, aid and documents that answer a question; any text is a valid one."""

    filter_backends = [StrictFilterBackend]
    filterset_class = SearchFilter
    http_method_names = ["get", "head", "options"]

    @extend_schema(responses=AnswerSerializer)
    def get(self, request: Request) -> Response:
        check(request, SearchFilter.base_filters, may_be_empty=("q",))
        given = request.query_params.copy()
        given["q"] = given.get("q", "").replace("\0", "")
        asked = SearchFilter(given, Article.objects.none())  # rows it never looks at: it only parses
        if not asked.is_valid():
            raise translate_validation(asked.errors)
        values = {**_UNLESS_GIVEN, **{name: value for name, value in asked.form.cleaned_data.items() if value}}
        if values["page"] * values["page_size"] > DEEPEST:
            raise ParameterError("page", _("Expected a page of the first %(deepest)s results.") % {"deepest": DEEPEST})
        answer = search(
            values["q"],
            kinds=[Kind(kind) for kind in values["kind"]],
            filters=asked.narrowing(),
            order=Order(values["order"]),
            page=values["page"],
            page_size=values["page_size"],
            with_facets=values["facets"],
        )
        return Response(_counted(answer, values) | self._pages(answer, values) | self._told(answer))

    def _pages(self, answer: Answer, asked: dict[str, Any]) -> dict[str, Any]:
        here, page = self.request.build_absolute_uri(), asked["page"]
        more = any(group.more for group in answer.groups) and (page + 1) * asked["page_size"] <= DEEPEST
        return {
            "next": replace_query_param(here, "page", page + 1) if more else None,
            "previous": replace_query_param(here, "page", page - 1) if page > 1 else None,
        }

    def _told(self, answer: Answer) -> dict[str, Any]:
        understood = answer.understood
        return {
            "results": [self._result(hit) for hit in answer.hits],
            "groups": [_group(group) for group in answer.groups],
            "understood": {
                "terms": list(understood.terms),
                "without": list(understood.without),
                "organisations": list(understood.organisations),
                "places": list(understood.places),
                "notes": [str(note) for note in understood.notes],
                "is_relaxed": understood.is_relaxed,
            },
            "did_you_mean": list(answer.did_you_mean),
            "is_complete": answer.is_complete,
        }

    def _result(self, hit: Hit) -> dict[str, Any]:
        return {
            "kind": hit.kind,
            "id": hit.id,
            "url": address(ROUTES[hit.kind], hit.id, self.request),
            "html_url": self.request.build_absolute_uri(hit.url),
            "title": hit.title,
            "title_highlights": _pairs(hit.title_highlights),
            "snippet": hit.snippet.text,
            "snippet_highlights": _pairs(hit.snippet.highlights),
            "highlights": [{"field": mark.field, "start": mark.start, "end": mark.end} for mark in hit.highlights],
            "date": hit.date or None,
        }


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _counted(answer: Answer, asked: dict[str, Any]) -> dict[str, Any]:
    return {"count": answer.count, "count_is_capped": answer.is_capped} if asked["count"] else {}


def _group(group: Group) -> dict[str, Any]:
    facets = [
        {
            "name": facet.name,
            "values": [
                {"value": value.value, "label": str(value.label), "count": value.count} for value in facet.values
            ],
        }
        for facet in group.facets
    ]
    counted = {"kind": group.kind, "count": group.count, "count_is_capped": group.is_capped}
    return counted | {"facets": facets}
