"""Version 1 of the interface: the whole public surface on one screen. It only ever gains."""

from __future__ import annotations

from django.urls import path, re_path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerView
from rest_framework.routers import SimpleRouter

from articles.api.viewsets import ArticleViewSet, PublicationViewSet
from organisations.api.ledger_view import LedgerView
from organisations.api.viewsets import (
    AidDisbursementViewSet,
    DivisionViewSet,
    EvidenceViewSet,
    MeasureViewSet,
    MentionViewSet,
    OrganisationViewSet,
)
from seeds.api.viewsets import DocumentViewSet
from unionarchive.api.errors import no_such_address
from unionarchive.api.root import Root
from unionarchive.api.search import SearchView

app_name = "api"

router = SimpleRouter()
router.register("articles", ArticleViewSet, basename="article")
router.register("documents", DocumentViewSet, basename="document")
router.register("publications", PublicationViewSet, basename="publication")
router.register("organisations", OrganisationViewSet, basename="organisation")
router.register("mentions", MentionViewSet, basename="mention")
router.register("measures", MeasureViewSet, basename="measure")
router.register("aid-disbursements", AidDisbursementViewSet, basename="aid-disbursement")
router.register("evidence", EvidenceViewSet, basename="evidence")
router.register("divisions", DivisionViewSet, basename="division")

urlpatterns = [
    path("", Root.as_view(), name="root"),
    *router.urls,
    path("ledger/", LedgerView.as_view(), name="ledger"),
    path("search/", SearchView.as_view(), name="search"),
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path("docs/", SpectacularSwaggerView.as_view(url_name="api:schema"), name="docs"),
    re_path("", no_such_address),  # every other address, line breaks in it or not
]
