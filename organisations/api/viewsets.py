"""Who did what, in the API: only what ``public()`` lets through, and of what it names only that which is public."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from organisations.api.fact_filters import AidFilter, MeasureFilter
from organisations.api.fact_serializers import AidSerializer, EvidenceSerializer, MeasureSerializer
from organisations.api.filters import DivisionFilter, EvidenceFilter, MentionFilter, OrganisationFilter
from organisations.api.serializers import (
    DivisionSerializer,
    MentionSerializer,
    OrganisationDetailSerializer,
    OrganisationSerializer,
)
from organisations.choices import PartyRole
from organisations.models import AidDisbursement, AidParty, Division, Evidence, Measure, Mention, Organisation
from organisations.querysets import (
    AidQuerySet,
    EvidenceQuerySet,
    MeasureQuerySet,
    MentionQuerySet,
    OrganisationQuerySet,
)
from unionarchive.common.api.fields import address
from unionarchive.common.api.viewsets import NEWEST_FIRST, RowsViewSet


class DivisionViewSet(RowsViewSet):
    """Administrative divisions of China under their six-digit codes."""

    serializer_class = DivisionSerializer
    filterset_class = DivisionFilter
    lookup_value_regex = "[0-9]{6}"
    orderings = {"code": ("code",)}

    def get_queryset(self) -> QuerySet:
        return Division.objects.all()


class OrganisationViewSet(RowsViewSet):
    """Bodies that can be told from every other, by name. One merged into another answers 301 to that one."""

    serializer_class = OrganisationSerializer
    detail_serializer_class = OrganisationDetailSerializer
    filterset_class = OrganisationFilter
    orderings = {"name": ("name", "pk"), "id": ("pk",), "updated": ("updated_at", "pk")}

    def get_queryset(self) -> OrganisationQuerySet:
        organisations = (
            Organisation.objects.public()
            .select_related("division")
            .prefetch_related("aliases", Prefetch("parent", Organisation.objects.with_visibility()))
        )
        return _with_facts(organisations) if self.action == "retrieve" else organisations

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        target = _merged_into(int(kwargs["pk"]))
        if target is None:
            return super().retrieve(request, *args, **kwargs)
        if not Organisation.objects.public().filter(pk=target).exists():
            raise Http404
        moved = {"Location": address("organisation-detail", target, request)}
        return Response(status=status.HTTP_301_MOVED_PERMANENTLY, headers=moved)


class MentionViewSet(RowsViewSet):
    """Words of articles that name an organisation, with the doubt that is left."""

    serializer_class = MentionSerializer
    filterset_class = MentionFilter

    def get_queryset(self) -> MentionQuerySet:
        known = Organisation.objects.with_visibility()
        return Mention.objects.public().prefetch_related(Prefetch("organisation", known), Prefetch("candidates", known))


class MeasureViewSet(RowsViewSet):
    """What organisations put in place, newest first."""

    serializer_class = MeasureSerializer
    filterset_class = MeasureFilter
    orderings = NEWEST_FIRST

    def get_queryset(self) -> MeasureQuerySet:
        return Measure.objects.public().prefetch_related(
            Prefetch("issuers", Organisation.objects.with_visibility()), "benefits", _evidence()
        )


class AidDisbursementViewSet(RowsViewSet):
    """Statements of aid that was given or promised, newest first. Money in yuan, as stated."""

    serializer_class = AidSerializer
    filterset_class = AidFilter
    orderings = NEWEST_FIRST

    def get_queryset(self) -> AidQuerySet:
        parties = AidParty.objects.prefetch_related(Prefetch("organisation", Organisation.objects.with_visibility()))
        related = AidDisbursement.objects.public().only("pk", "part_of")
        return AidDisbursement.objects.public().prefetch_related(
            Prefetch("parties", parties),
            "items",
            _evidence(),
            Prefetch("part_of", related),
            Prefetch("same_as", related),
            Prefetch("shares", related.order_by("pk")),
        )


class EvidenceViewSet(RowsViewSet):
    """The words that show public facts."""

    serializer_class = EvidenceSerializer
    filterset_class = EvidenceFilter

    def get_queryset(self) -> EvidenceQuerySet:
        return Evidence.objects.public().select_related("measure", "disbursement")


def _evidence() -> Prefetch:
    return Prefetch("evidence", Evidence.objects.order_by("position", "start", "pk"))


def _with_facts(organisations: OrganisationQuerySet) -> OrganisationQuerySet:
    """``organisations`` with their public parts and the numbers of their public facts."""
    given, received = (
        AidParty.objects.filter(role=role, disbursement__in=AidDisbursement.objects.public().values("pk"))
        for role in (PartyRole.DONOR, PartyRole.RECIPIENT)
    )
    issued = Measure.issuers.through.objects.filter(measure__in=Measure.objects.public().values("pk"))
    return organisations.annotate(
        mention_count=_count(Mention.objects.public()),
        measure_count=_count(issued),
        given_count=_count(given),
        received_count=_count(received),
    ).prefetch_related(Prefetch("children", Organisation.objects.public().by_name()))


def _count(rows: QuerySet) -> Coalesce:
    """The number of ``rows`` whose organisation is the outer row."""
    counted = rows.filter(organisation=OuterRef("pk")).order_by().values("organisation").annotate(n=Count("pk"))
    return Coalesce(Subquery(counted.values("n"), output_field=IntegerField()), 0)


def _merged_into(pk: int) -> int | None:
    """The key of the organisation that the merged one with key ``pk`` has become; None for one that was not merged."""
    seen: set[int] = set()
    target: int | None = pk
    while target is not None and target not in seen:
        seen.add(target)
        after = Organisation.objects.filter(pk=target).values_list("merged_into", flat=True).first()
        if after is None:
            break
        target = after
    return target if target != pk else None
