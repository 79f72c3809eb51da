"""The pages of the archive as a whole: home, about, health, robots."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from articles.models import Article
from organisations.ledger import side_by_side
from organisations.models import AidDisbursement, Measure, Organisation
from seeds.models import Document
from unionarchive.search import Filters, Kind, Order, search

LATEST = 6
HITS_OF_EACH_KIND = 5
HITS_OF_ONE_KIND = 20


class HomePage(TemplateView):
    """What the archive holds, and its newest articles and aid."""

    template_name = "home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        aid = AidDisbursement.objects.public()
        return super().get_context_data(**kwargs) | {
            "holdings": {
                "articles": Article.objects.public().count(),
                "organisations": Organisation.objects.public().count(),
                "measures": Measure.objects.public().count(),
                "aid": aid.count(),
                "documents": Document.objects.public().count(),
            },
            "articles": Article.objects.public().with_publication().newest_first()[:LATEST],
            "aid": aid.for_pages().newest_first()[:LATEST],
            "totals": side_by_side(),
        }


class AboutPage(TemplateView):
    """How the archive is made and what its marks mean."""

    template_name = "about.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"shows_unreviewed": settings.SHOW_UNREVIEWED}


@require_safe
@never_cache
def health(_request: HttpRequest) -> JsonResponse:
    """200 while the database answers, 503 otherwise; for load balancers and monitors."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "failing", "database": "unreachable"}, status=503)
    return JsonResponse({"status": "ok", "database": "ok"})


class SearchPage(TemplateView):
    """Everything that answers a question: the best of each kind, or page after page of one kind."""

    template_name = "search.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET
        question = asked.get("q", "").replace("\0", "")
        kind = Kind(asked["kind"]) if asked.get("kind") in Kind.values else None
        order = Order(asked["order"]) if asked.get("order") in list(Order) else Order.BEST
        page = int(asked["page"]) if asked.get("page", "").isdecimal() and len(asked["page"]) < 5 else 1
        filters = Filters.from_lists(dict(asked.lists()))
        answer = search(
            question,
            kinds=(kind,) if kind else (),
            filters=filters,
            order=order,
            page=page if kind else 1,
            page_size=HITS_OF_ONE_KIND if kind else HITS_OF_EACH_KIND,
        )
        return super().get_context_data(**kwargs) | {
            "query": question,
            "answer": answer,
            "kind": kind,
            "kinds": Kind,
            "order": order,
            "is_narrowed": bool(filters.chosen()),
            "page": page,
            "previous_page": page - 1,
            "next_page": page + 1,
        }


@require_safe
def favicon(_request: HttpRequest) -> HttpResponse:
    """The icon for those who ask for it at its customary address."""
    return redirect(static("favicon.svg"))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be crawled but the desk and the endless space of searches."""
    lines = ["User-agent: *", f"Disallow: {reverse('admin:index')}", f"Disallow: {reverse('search')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
