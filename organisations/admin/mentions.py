"""Mentions on the desk: which body is meant where."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from organisations.admin.context import in_context
from organisations.choices import Resolution
from organisations.models import Mention
from unionarchive.common.review_admin import ReviewAdmin, link


@admin.register(Mention)
class MentionAdmin(ReviewAdmin):
    list_display = ("quote", "organisation", "resolution", "article_link", "state_label", "confidence_percent")
    list_filter = (*ReviewAdmin.review_list_filter, "resolution", "is_orphaned", "part")
    list_select_related = ("organisation", "article")
    search_fields = ("quote", "organisation__name", "article__headline")
    autocomplete_fields = ("organisation", "candidates")
    readonly_fields = ("in_text", "article_link", "part", "start", "end", "quote", "resolution")
    fieldsets = (
        (None, {"fields": ("review_summary", "suggestion_table", "in_text")}),
        (_("Mention"), {"fields": ("organisation", ("resolution", "quote"), "candidates")}),
        (_("Place"), {"fields": ("article_link", ("part", "start", "end"), ("reviewed_by", "reviewed_at"))}),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # a mention is words of an article; the reader finds them

    @display(description=_("article"), ordering="article")
    def article_link(self, mention: Mention) -> str:
        return link(mention.article)

    @display(description=_("in the text"))
    def in_text(self, mention: Mention) -> str:
        return in_context(mention)

    def save_model(self, request: HttpRequest, obj: Mention, form: Any, change: bool) -> None:
        if obj.organisation_id:
            obj.resolution = Resolution.RESOLVED
        elif obj.resolution == Resolution.RESOLVED:
            obj.resolution = Resolution.AMBIGUOUS if form.cleaned_data.get("candidates") else Resolution.UNKNOWN
        super().save_model(request, obj, form, change)
