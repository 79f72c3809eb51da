"""Aid disbursements on the desk."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from unfold.admin import TabularInline
from unfold.contrib.filters.admin import RangeNumericFilter
from unfold.decorators import display

from organisations.admin.context import panel
from organisations.admin.evidence import EvidenceInline
from organisations.choices import PartyRole
from organisations.models import AidDisbursement, AidItem, AidParty
from unionarchive.common.money import format_yuan
from unionarchive.common.review_admin import ReviewAdmin
from unionarchive.common.searchable_admin import SearchableAdmin


class AidPartyInline(TabularInline):
    model = AidParty
    extra = 0
    fields = ("role", "kind", "organisation", "name", "position")
    autocomplete_fields = ("organisation",)


class AidItemInline(TabularInline):
    model = AidItem
    extra = 0
    fields = ("item", "quantity", "unit", "position")


@admin.register(AidDisbursement)
class AidDisbursementAdmin(SearchableAdmin, ReviewAdmin):
    list_display = (
        "figure", "parties_shown", "form", "status", "date", "state_label", "confidence_percent", "doubt_list",
    )  # fmt: skip
    list_filter = (
        *ReviewAdmin.review_list_filter, "status", "form", "basis", "bound", "agreement",
        ("amount", RangeNumericFilter), "article__publication",
    )  # fmt: skip
    list_select_related = ("article",)
    search_fields = (
        "words",
        "purpose",
        "parties__name",
        "parties__organisation__name",
        "items__item",
        "evidence__quote",
    )
    autocomplete_fields = ("article", "part_of", "same_as")
    inlines = (EvidenceInline, AidPartyInline, AidItemInline)
    readonly_fields = ("evidence_panel", "agreement", "shares_list")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "review_summary",
                    "suggestion_table",
                    "evidence_panel",
                )
            },
        ),
        (
            _("Figures"),
            {
                "fields": (
                    ("amount", "bound", "words"),
                    ("rate", "rate_unit"),
                    ("count", "count_unit"),
                    ("form", "purpose", "recurring"),
                )
            },
        ),
        (
            _("Standing"),
            {
                "fields": (
                    ("status", "basis"),
                    ("part_of", "same_as"),
                    "shares_list",
                    ("date", "date_source", "donor_kind"),
                )
            },
        ),
        (_("Review"), {"fields": ("article", ("reviewed_by", "reviewed_at")), "classes": ("collapse",)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[AidDisbursement]:
        return super().get_queryset(request).prefetch_related("parties__organisation", "items")

    @display(description=_("figure"), ordering="amount")
    def figure(self, aid: AidDisbursement) -> str:
        if aid.amount is not None:
            return format_yuan(aid.amount, bound=aid.bound, language=get_language() or "zh-hans")
        if aid.rate is not None:
            return f"{format_yuan(aid.rate, bound=aid.bound, language=get_language() or 'zh-hans')}/{aid.rate_unit}"
        return "、".join(f"{item.item}{_quantity(item)}" for item in aid.items.all()) or str(aid)

    @display(description=_("from → to"))
    def parties_shown(self, aid: AidDisbursement) -> str:
        return f"{_names(aid, PartyRole.DONOR)} → {_names(aid, PartyRole.RECIPIENT)}"

    @display(description=_("evidence"))
    def evidence_panel(self, aid: AidDisbursement) -> str:
        return panel(aid.evidence.select_related("article"))

    @display(description=_("its parts"))
    def shares_list(self, aid: AidDisbursement) -> str:
        return "、".join(str(share) for share in aid.shares.all()) or "–"


def _names(aid: AidDisbursement, role: PartyRole) -> str:
    return "、".join(party.label for party in aid.parties.all() if party.role == role) or "?"


def _quantity(item: AidItem) -> str:
    return "" if item.quantity is None else f" {item.quantity.normalize():f}{item.unit}"
