"""The ledger in the API: totals by status, each with the addresses of what it counts and of what it leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.utils.urls import remove_query_param, replace_query_param

from organisations.api.fact_filters import AidFilter
from organisations.api.ledger_serializers import LedgerSerializer
from organisations.ledger import (
    Dimension,
    Figure,
    Line,
    Pair,
    Standing,
    Sum,
    labels,
    lines_side_by_side,
    side_by_side,
)
from organisations.models import AidDisbursement
from unionarchive.common.api.fields import number
from unionarchive.common.api.filters import CodeFilter, WholeFilter
from unionarchive.common.api.viewsets import revalidated

LINES = 50
MOST_LINES = 500
_OF_THE_TABLE = ("by", "page", "page_size")


class LedgerFilter(AidFilter):
    """Which records are added up, and how the table is made. Reviewed and unreviewed stand side by side anyway."""

    state = reviewed = status = ledger = bucket = None  # type: ignore[assignment]
    by = CodeFilter(Dimension, method="unchanged", help_text=_("Adds a table with a line for each."))
    page = WholeFilter(largest=10**6, method="unchanged", help_text=_("Page of the table, from 1."))
    page_size = WholeFilter(largest=MOST_LINES, method="unchanged", help_text=_("Lines on a page; 50 if not given."))

    class Meta(AidFilter.Meta):
        pass

    def unchanged(self, aid: QuerySet, _name: str, _value: object) -> QuerySet:
        return aid


@revalidated
class LedgerView(GenericAPIView):
    """Totals of aid: disbursed, committed and pledged apart, reviewed beside unreviewed, each with its records."""

    filterset_class = LedgerFilter
    serializer_class = LedgerSerializer
    pagination_class = None
    http_method_names = ["get", "head", "options"]

    def get_queryset(self) -> QuerySet:
        return AidDisbursement.objects.public()

    @extend_schema(responses=LedgerSerializer)
    def get(self, request: Request) -> Response:
        found = self.filter_queryset(self.get_queryset())
        self.asked = {name: value for name, value in request.query_params.items() if name not in _OF_THE_TABLE}
        within = found if self.asked else None
        answer: dict[str, Any] = {"by": None, "figures": self._pairs(side_by_side(within)), "count": 0}
        if "by" not in request.query_params:
            return Response(answer | {"next": None, "previous": None, "lines": []})
        by = Dimension(request.query_params["by"])
        lines = lines_side_by_side(by, within)
        return Response(answer | {"by": by, "count": len(lines)} | self._page(by, lines))

    def _page(self, by: Dimension, lines: Sequence[Line]) -> dict[str, Any]:
        page = int(self.request.query_params.get("page", 1))
        size = int(self.request.query_params.get("page_size", LINES))
        shown = lines[(page - 1) * size : page * size]
        names = labels(by, [line.key.key for line in shown])
        told = [
            {
                "key": line.key.key,
                "label": names[line.key.key],
                "figures": self._pairs(line.pairs, bucket=str(line.key)),
            }
            for line in shown
        ]
        here = self.request.build_absolute_uri()
        following = replace_query_param(here, "page", page + 1) if page * size < len(lines) else None
        first = page == 2
        preceding = remove_query_param(here, "page") if first else replace_query_param(here, "page", page - 1)
        return {"next": following, "previous": preceding if page > 1 else None, "lines": told}

    def _pairs(self, pairs: Iterable[Pair], **line: str) -> list[dict[str, Any]]:
        return [
            {
                "status": pair.status,
                "reviewed": self._figure(pair.reviewed, line | {"reviewed": "true"}),
                "including_unreviewed": (
                    self._figure(pair.including_unreviewed, line) if pair.including_unreviewed else None
                ),
            }
            for pair in pairs
        ]

    def _figure(self, figure: Figure, line: Mapping[str, str]) -> dict[str, Any]:
        line = {**line, "status": figure.status.value}
        left_out = [
            {
                "reason": left.reason,
                "label": left.reason.label,
                "rows": left.rows,
                "url": self._address(line, left.reason),
            }
            for left in figure.left_out
        ]
        return {
            "stated": self._sum(figure.stated, line, Standing.COUNTED),
            "computed": self._sum(figure.computed, line, Standing.COMPUTED),
            "left_out": left_out,
        }

    def _sum(self, total: Sum, line: Mapping[str, str], standing: Standing) -> dict[str, Any]:
        return {
            "amount": None if total.amount is None else number(total.amount),
            "bound": total.bound,
            "rows": total.rows,
            "inexact": total.inexact,
            "url": self._address(line, standing),
        }

    def _address(self, line: Mapping[str, str], standing: Standing) -> str:
        """The address of the records; what was asked for holds for them as well, the figure's own status first."""
        query = urlencode({**self.asked, **line, "ledger": standing.value})
        return f"{reverse('api:aid-disbursement-list', request=self.request)}?{query}"
