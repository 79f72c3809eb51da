"""Organisations on the desk, with their names; two rows that are one body are merged here."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from unfold.admin import TabularInline
from unfold.decorators import display

from organisations.merging import merge, unmerge
from organisations.models import Alias, FormerSlug, Organisation
from unionarchive.common.review_admin import ReviewAdmin, link
from unionarchive.common.searchable_admin import SearchableAdmin


class AliasInline(TabularInline):
    model = Alias
    extra = 0
    fields = ("name", "kind", "division")
    autocomplete_fields = ("division",)


class FormerSlugInline(TabularInline):
    model = FormerSlug
    extra = 0
    fields = ("slug",)
    readonly_fields = ("slug",)

    def has_add_permission(self, request: HttpRequest, obj: Organisation | None = None) -> bool:
        return False


class MergedFilter(admin.SimpleListFilter):
    """Current organisations unless the merged ones are asked for."""

    title = _("merged")
    parameter_name = "merged"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("Merged into another")), ("all", _("All"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Organisation]) -> QuerySet[Organisation]:
        match self.value():
            case "yes":
                return queryset.filter(merged_into__isnull=False)
            case "all":
                return queryset
        return queryset.filter(merged_into__isnull=True)


class TargetForm(forms.Form):
    """Which of the chosen organisations the others are merged into."""

    target = forms.ModelChoiceField(Organisation.objects.none(), widget=forms.RadioSelect, empty_label=None)

    def __init__(self, *args: Any, chosen: QuerySet[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        target = self.fields["target"]
        assert isinstance(target, forms.ModelChoiceField)
        target.queryset = chosen


@admin.register(Organisation)
class OrganisationAdmin(SearchableAdmin, ReviewAdmin):
    list_display = ("name", "type", "level", "division", "parent", "mention_count", "state_label", "confidence_percent")
    list_filter = (MergedFilter, *ReviewAdmin.review_list_filter, "type", "level")
    list_select_related = ("division", "parent")
    search_fields = ("name", "aliases__name", "pinyin")
    autocomplete_fields = ("division", "parent")
    prepopulated_fields: dict[str, tuple[str, ...]] = {}
    inlines = (AliasInline, FormerSlugInline)
    actions = (*ReviewAdmin.actions, "merge_selected", "unmerge_selected")
    readonly_fields = ("merged_into_link",)
    fieldsets = (
        (None, {"fields": ("review_summary", "suggestion_table", "merged_into_link")}),
        (
            _("Organisation"),
            {"fields": ("name", ("type", "level"), ("division", "place"), "parent", "slug", "note")},
        ),
        (_("Review"), {"fields": (("reviewed_by", "reviewed_at"),), "classes": ("collapse",)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Organisation]:
        return super().get_queryset(request).annotate(number_of_mentions=Count("mentions", distinct=True))

    def get_form(
        self, request: HttpRequest, obj: Organisation | None = None, **kwargs: object
    ) -> type[forms.ModelForm]:
        form = super().get_form(request, obj, **kwargs)
        if "slug" in form.base_fields:
            form.base_fields["slug"].required = False  # an empty one is made from the name
        return form

    @display(description=_("mentions"), ordering="number_of_mentions")
    def mention_count(self, organisation: Organisation) -> int:
        return organisation.number_of_mentions  # type: ignore[attr-defined]

    @display(description=_("merged into"))
    def merged_into_link(self, organisation: Organisation) -> str:
        return link(organisation.merged_into)

    @admin.action(description=_("Merge the selected organisations into one"), permissions=["change"])
    def merge_selected(self, request: HttpRequest, queryset: QuerySet[Organisation]) -> HttpResponse | None:
        if queryset.count() < 2:
            messages.error(request, _("Choose at least two organisations to merge."))
            return None
        if queryset.filter(merged_into__isnull=False).exists():
            messages.error(request, _("One of them is merged into another organisation already."))
            return None
        form = TargetForm(request.POST if "target" in request.POST else None, chosen=queryset)
        if form.is_valid():
            target = form.cleaned_data["target"]
            others = list(queryset.exclude(pk=target.pk))
            for other in others:
                self.log_change(request, other, f"merged into {target}")
                merge(other, target)
            messages.success(request, _("Merged into %(name)s: %(number)d") % {"name": target, "number": len(others)})
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": _("Merge organisations"),
            "opts": self.model._meta,
            "form": form,
            "chosen": queryset,
        }
        return TemplateResponse(request, "admin/organisations/merge.html", context)

    @admin.action(description=_("Take the selected merges back"), permissions=["change"])
    def unmerge_selected(self, request: HttpRequest, queryset: QuerySet[Organisation]) -> None:
        done = 0
        for organisation in queryset.filter(merged_into__isnull=False):
            try:
                unmerge(organisation)
            except ValidationError as error:
                messages.error(request, f"{organisation}: {error.messages[0]}")
                continue
            self.log_change(request, organisation, "merge taken back")
            done += 1
        messages.success(request, _("Merges taken back: %d") % done)
