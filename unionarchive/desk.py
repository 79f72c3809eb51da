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

from seeds.reading.trust import SAFE


def _item(title: Any, icon: str, label: str, **rest: Any) -> dict[str, Any]:
    """A line of the menu that leads to the list of the model with this label."""
    return {"title": title, "icon": icon, "link": reverse_lazy(f"admin:{label}_changelist"), **rest}


def _may_view(model: str) -> Any:
    return lambda request: request.user.has_perm(f"auth.view_{model}")


def stylesheet(request: HttpRequest) -> str:
    """Address of the desk's own styles."""
    return static("desk/desk.css")


MENU = [
    {
        "title": _("To review"),
        "items": [
            {"title": _("Overview"), "icon": "dashboard", "link": reverse_lazy("admin:index")},
            _item(_("Aid disbursements"), "volunteer_activism", "organisations_aiddisbursement"),
            _item(_("Measures"), "gavel", "organisations_measure"),
            _item(_("Articles"), "article", "articles_article"),
            _item(_("Organisations"), "corporate_fare", "organisations_organisation"),
            _item(_("Mentions"), "format_quote", "organisations_mention"),
            _item(_("Evidence"), "ink_highlighter", "organisations_evidence"),
        ],
    },
    {
        "title": _("Sources"),
        "separator": True,
        "items": [
            _item(_("Documents"), "description", "seeds_document"),
            _item(_("Reading runs"), "history", "seeds_readingrun"),
            _item(_("Segments"), "view_agenda", "seeds_articlesource"),
            _item(_("Publications"), "newspaper", "articles_publication"),
            _item(_("Divisions"), "map", "organisations_division"),
        ],
    },
    {
        "title": _("Accounts"),
        "separator": True,
        "items": [
            _item(_("Editors"), "person", "auth_user", permission=_may_view("user")),
            _item(_("Groups"), "group", "auth_group", permission=_may_view("group")),
        ],
    },
]

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
    "STYLES": [stylesheet],
    "COLORS": {
        "primary": {
            "50": "#fdf3f1", "100": "#fbe3de", "200": "#f6c8bf", "300": "#eea293", "400": "#e2725d", "500": "#d24d35",
            "600": "#b93a23", "700": "#9a2e1b", "800": "#7f281a", "900": "#6a251a", "950": "#390f09",
        },
    },
    "SIDEBAR": {"show_search": True, "navigation": MENU},
}  # fmt: skip

# What is reviewed, in the order of the overview.
REVIEWED = ("organisations.AidDisbursement", "organisations.Measure", "articles.Article", "organisations.Mention")


def dashboard(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """``context`` with a row for each kind of reading (how many are open, safe, doubted, done) and the last runs."""
    models = [apps.get_model(label) for label in REVIEWED]
    kinds = [
        _standing(model)
        for model in models
        if request.user.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}")
    ]
    runs = apps.get_model("seeds.ReadingRun").objects.select_related("document").defer("document__text")[:8]
    return {**context, "kinds": kinds, "runs": runs, "safe": f"{SAFE:.0%}", "safe_from": SAFE}


def _standing(model: Any) -> dict[str, Any]:
    counts = model.objects.aggregate(
        all=Count("pk"),
        open=Count("pk", filter=Q(state="proposed")),
        safe=Count("pk", filter=Q(state="proposed", confidence__gte=SAFE)),
        doubted=Count("pk", filter=Q(state="proposed") & ~Q(doubts=[])),
        differing=Count("pk", filter=Q(suggestion__isnull=False)),
    )
    done = counts["all"] - counts["open"]
    return {
        **counts,
        "title": model._meta.verbose_name_plural,
        "done": done,
        "share": round(100 * done / counts["all"]) if counts["all"] else 0,
        "address": reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"),
    }
