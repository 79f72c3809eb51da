"""The desk's front: its theme, its menu, and what an editor sees first.

Stands on the top floor: it may look at every app. The dashboard answers one question: what is left to review?
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import Count, Q
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _

SAFE = 0.9  # confidence from which readings may be accepted in bulk, see docs/reading.md

THEME = {
    "SITE_TITLE": _("unionarchive desk"),
    "SITE_HEADER": "unionarchive",
    "SITE_SUBHEADER": _("The editors' desk"),
    "SITE_URL": "/",
    "SITE_SYMBOL": "newspaper",
    "SHOW_HISTORY": True,
    "SHOW_VIEW_ON_SITE": True,
    "SHOW_LANGUAGES": True,
    "DASHBOARD_CALLBACK": "unionarchive.desk.dashboard",
    "STYLES": [lambda request: static("desk/desk.css")],
    "COLORS": {
        "primary": {
            "50": "#fdf3f1", "100": "#fbe3de", "200": "#f6c8bf", "300": "#eea293", "400": "#e2725d", "500": "#d24d35",
            "600": "#b93a23", "700": "#9a2e1b", "800": "#7f281a", "900": "#6a251a", "950": "#390f09",
        },
    },
    "SIDEBAR": {
        "show_search": True,
        "navigation": [
            {
                "title": _("To review"),
                "items": [
                    {"title": _("Overview"), "icon": "dashboard", "link": reverse_lazy("admin:index")},
                    {
                        "title": _("Aid disbursements"),
                        "icon": "volunteer_activism",
                        "link": reverse_lazy("admin:organisations_aiddisbursement_changelist"),
                    },
                    {
                        "title": _("Measures"),
                        "icon": "gavel",
                        "link": reverse_lazy("admin:organisations_measure_changelist"),
                    },
                    {
                        "title": _("Articles"),
                        "icon": "article",
                        "link": reverse_lazy("admin:articles_article_changelist"),
                    },
                    {
                        "title": _("Organisations"),
                        "icon": "corporate_fare",
                        "link": reverse_lazy("admin:organisations_organisation_changelist"),
                    },
                    {
                        "title": _("Mentions"),
                        "icon": "format_quote",
                        "link": reverse_lazy("admin:organisations_mention_changelist"),
                    },
                    {
                        "title": _("Evidence"),
                        "icon": "ink_highlighter",
                        "link": reverse_lazy("admin:organisations_evidence_changelist"),
                    },
                ],
            },
            {
                "title": _("Sources"),
                "separator": True,
                "items": [
                    {"title": _("Documents"), "icon": "description", "link": reverse_lazy("admin:seeds_document_changelist")},
                    {
                        "title": _("Reading runs"),
                        "icon": "history",
                        "link": reverse_lazy("admin:seeds_readingrun_changelist"),
                    },
                    {
                        "title": _("Segments"),
                        "icon": "view_agenda",
                        "link": reverse_lazy("admin:seeds_articlesource_changelist"),
                    },
                    {
                        "title": _("Publications"),
                        "icon": "newspaper",
                        "link": reverse_lazy("admin:articles_publication_changelist"),
                    },
                    {
                        "title": _("Divisions"),
                        "icon": "map",
                        "link": reverse_lazy("admin:organisations_division_changelist"),
                    },
                ],
            },
            {
                "title": _("Accounts"),
                "separator": True,
                "items": [
                    {
                        "title": _("Editors"),
                        "icon": "person",
                        "link": reverse_lazy("admin:auth_user_changelist"),
                        "permission": lambda request: request.user.has_perm("auth.view_user"),
                    },
                    {
                        "title": _("Groups"),
                        "icon": "group",
                        "link": reverse_lazy("admin:auth_group_changelist"),
                        "permission": lambda request: request.user.has_perm("auth.view_group"),
                    },
                ],
            },
        ],
    },
}  # fmt: skip


def dashboard(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """``context`` with a row for each kind of reading (how many are open, safe, doubted, done) and the last runs."""
    kinds = []
    for label in ("organisations.AidDisbursement", "organisations.Measure", "articles.Article", "organisations.Mention"):
        model = apps.get_model(label)
        if not request.user.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}"):
            continue
        address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        counts = model.objects.aggregate(
            all=Count("pk"),
            open=Count("pk", filter=Q(state="proposed")),
            safe=Count("pk", filter=Q(state="proposed", confidence__gte=SAFE)),
            doubted=Count("pk", filter=Q(state="proposed") & ~Q(doubts=[])),
            differing=Count("pk", filter=Q(suggestion__isnull=False)),
        )
        done = counts["all"] - counts["open"]
        kinds.append(
            {
                "title": model._meta.verbose_name_plural,
                **counts,
                "done": done,
                "share": round(100 * done / counts["all"]) if counts["all"] else 0,
                "address": address,
            }
        )
    runs = apps.get_model("seeds.ReadingRun").objects.select_related("document").defer("document__text")[:8]
    return {**context, "kinds": kinds, "runs": runs, "safe": f"{SAFE:.0%}"}
