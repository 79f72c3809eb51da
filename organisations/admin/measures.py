"""Measures on the desk."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.admin import TabularInline
from unfold.decorators import display

from organisations.admin.context import panel
from organisations.admin.evidence import EvidenceInline
from organisations.models import Measure, MeasureBenefit
from unionarchive.common.review_admin import ReviewAdmin
from unionarchive.common.searchable_admin import SearchableAdmin


class MeasureBenefitInline(TabularInline):
    model = MeasureBenefit
    extra = 0
    fields = ("position", "beneficiaries", "amount", "rate_unit", "bound", "words")


@admin.register(Measure)
class MeasureAdmin(SearchableAdmin, ReviewAdmin):
    list_display = ("title", "type", "issuer_names", "date", "state_label", "confidence_percent", "doubt_list")
    list_filter = (*ReviewAdmin.review_list_filter, "type", "article__publication")
    list_select_related = ("article",)
    search_fields = ("title", "issuers__name", "evidence__quote")
    autocomplete_fields = ("article", "issuers")
    inlines = (EvidenceInline, MeasureBenefitInline)
    readonly_fields = ("evidence_panel",)
    fieldsets = (
        (None, {"fields": ("review_summary", "suggestion_table", "evidence_panel")}),
        (
            _("Measure"),
            {"fields": ("title", ("type", "clauses"), "issuers", ("date", "date_source"), "article")},
        ),
        (_("Review"), {"fields": (("reviewed_by", "reviewed_at"),), "classes": ("collapse",)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Measure]:
        return super().get_queryset(request).prefetch_related("issuers")

    @display(description=_("issuers"))
    def issuer_names(self, measure: Measure) -> str:
        return "、".join(issuer.name for issuer in measure.issuers.all()) or "–"

    @display(description=_("evidence"))
    def evidence_panel(self, measure: Measure) -> str:
        return panel(measure.evidence.select_related("article"))
