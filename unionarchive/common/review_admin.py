"""The desk's ways with reviewable rows, shared by every admin of facts. Imports no app.

Deciding is a POST from a button of the form or from a bulk action, never a link, so that nothing is accepted by a
prefetching browser.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin
from unfold.admin import ModelAdmin
from unfold.contrib.filters.admin import RangeNumericFilter
from unfold.decorators import action, display

from unionarchive.common import review
from unionarchive.common.doubts import doubt_words
from unionarchive.common.models import Reviewable, ReviewState

STATE_COLOURS = {
    ReviewState.PROPOSED: "warning",
    ReviewState.ACCEPTED: "success",
    ReviewState.CORRECTED: "info",
    ReviewState.REJECTED: "danger",
}


class DoubtFilter(admin.SimpleListFilter):
    """Rows with or without a doubt, and rows for which a later reading suggests something else."""

    title = _("needs a look")
    parameter_name = "look"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("doubt", _("Machine was unsure")), ("suggestion", _("Later reading differs")), ("sure", _("No doubt"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        match self.value():
            case "doubt":
                return queryset.exclude(doubts=[])
            case "suggestion":
                return queryset.filter(suggestion__isnull=False)
            case "sure":
                return queryset.filter(doubts=[])
        return queryset


class ReviewAdmin(SimpleHistoryAdmin, ModelAdmin):
    """An admin of rows that the machine proposes and an editor decides on.

    Saving a change makes a row the editor's (corrected). The form's buttons decide and go on to the next open row.
    """

    actions: tuple[str, ...] = (
        "accept_selected",
        "reject_selected",
        "reopen_selected",
        "take_suggestions",
        "dismiss_suggestions",
    )
    actions_submit_line = ("accept_and_next", "reject_and_next")
    list_filter_submit = True
    list_fullwidth = True
    warn_unsaved_form = True
    compressed_fields = False
    list_per_page = 50
    save_on_top = True
    review_fields = ("review_summary", "reviewed_by", "reviewed_at", "suggestion_table")
    review_list_filter = ("state", DoubtFilter, ("confidence", RangeNumericFilter))

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> tuple[str, ...]:
        return (*super().get_readonly_fields(request, obj), *self.review_fields)

    @display(description=_("state"), ordering="state", label=STATE_COLOURS)
    def state_label(self, row: Reviewable) -> tuple[str, str]:
        return row.state, row.get_state_display()

    @display(description=_("confidence"), ordering="confidence")
    def confidence_percent(self, row: Reviewable) -> str:
        return "–" if row.confidence is None else f"{row.confidence:.0%}"

    @display(description=_("doubts"))
    def doubt_list(self, row: Reviewable) -> str:
        return format_html('<span class="desk-doubts">{}</span>', self._doubts(row)) if row.doubts else "–"

    @display(description=_("review"))
    def review_summary(self, row: Reviewable) -> str:
        """State, confidence and doubts in one line: what an editor looks at before the evidence."""
        marks = [(f"desk-mark desk-mark-{row.state}", row.get_state_display())]
        if row.confidence is not None:
            marks.append(("desk-mark", _("confidence %(share)s") % {"share": self.confidence_percent(row)}))
        if row.doubts:
            marks.append(("desk-mark desk-mark-doubt", self._doubts(row)))
        return format_html_join(" ", '<span class="{}">{}</span>', marks)

    def _doubts(self, row: Reviewable) -> str:
        return "；".join(str(doubt_words(code)) for code in row.doubts)

    @display(description=_("a later reading says"))
    def suggestion_table(self, row: Reviewable) -> str:
        if not row.suggestion:
            return "–"
        if row.is_read_no_more:
            return str(_("It does not find this any more. To take that over is to reject the row."))
        rows = ((self._field_words(name), value) for name, value in sorted(row.suggestion.items()))
        return format_html_join("", "<div><b>{}</b>: {}</div>", rows)

    def _field_words(self, name: str) -> str:
        try:
            return self.model._meta.get_field(name).verbose_name
        except FieldDoesNotExist:
            return name  # donors, recipients, issuers: lists of other rows

    @admin.action(description=_("Accept the selected readings"), permissions=["change"])
    def accept_selected(self, request: HttpRequest, queryset: QuerySet) -> None:
        messages.success(request, _("Accepted: %d") % review.accept(queryset, by=request.user))

    @admin.action(description=_("Reject the selected readings"), permissions=["change"])
    def reject_selected(self, request: HttpRequest, queryset: QuerySet) -> None:
        messages.success(request, _("Rejected: %d") % review.reject(queryset, by=request.user))

    @admin.action(description=_("Open the selected readings again"), permissions=["change"])
    def reopen_selected(self, request: HttpRequest, queryset: QuerySet) -> None:
        messages.success(request, _("Opened again: %d") % review.reopen(queryset, by=request.user))

    @admin.action(description=_("Take over what a later reading says"), permissions=["change"])
    def take_suggestions(self, request: HttpRequest, queryset: QuerySet) -> None:
        rows = list(queryset.filter(suggestion__isnull=False))
        by_hand = [row for row in rows if self.take_suggestion(row, request)]
        messages.success(request, _("Taken over: %d") % len(rows))
        if by_hand:
            messages.warning(request, _("To finish by hand: %s") % "、".join(str(row) for row in by_hand))

    def take_suggestion(self, row: Any, request: HttpRequest) -> list[str]:
        """``row`` says what the later reading says; the names of what waits for the editor's hand."""
        return review.take_suggestion(row, by=request.user)

    @admin.action(description=_("Keep the editor's word, drop the suggestion"), permissions=["change"])
    def dismiss_suggestions(self, request: HttpRequest, queryset: QuerySet) -> None:
        messages.success(request, _("Suggestions dropped: %d") % review.dismiss_suggestions(queryset))

    @action(description=_("Accept, next"), permissions=["change"], icon="check")
    def accept_and_next(self, request: HttpRequest, row: Reviewable) -> None:
        review.accept([row], by=request.user)

    @action(description=_("Reject, next"), permissions=["change"], icon="close")
    def reject_and_next(self, request: HttpRequest, row: Reviewable) -> None:
        review.reject([row], by=request.user)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change:
            review.keep_first(obj)
        if not change or form.changed_data:
            review.mark_corrected(obj, by=request.user)
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        row = form.instance
        decided = any(name in request.POST for name in self._deciding_buttons())
        if any(formset.has_changed() for formset in formsets) and not form.changed_data and not decided:
            review.mark_corrected(row, by=request.user)
            row.save(update_fields=["state", "reviewed_by", "reviewed_at"])

    def response_change(self, request: HttpRequest, obj: Model) -> HttpResponse:
        if not any(name in request.POST for name in self._deciding_buttons()):
            return super().response_change(request, obj)
        query = request.GET.urlencode()
        following = self._next_open(request, obj)
        info = self.model._meta.app_label, self.model._meta.model_name
        if following is None:
            messages.success(request, _("Nothing is left to review here."))
            return HttpResponseRedirect(reverse("admin:{}_{}_changelist".format(*info)))
        address = reverse("admin:{}_{}_change".format(*info), args=[following])
        return HttpResponseRedirect(f"{address}?{query}" if query else address)

    def _deciding_buttons(self) -> list[str]:
        info = f"{self.model._meta.app_label}_{self.model._meta.model_name}"
        return [f"{info}_{name}" for name in self.actions_submit_line]

    def _next_open(self, request: HttpRequest, row: Model) -> Any:
        """The key of the next open row after ``row`` in the list that the editor came from, else of the first one."""
        request.GET = QueryDict(request.GET.get("_changelist_filters", ""))
        rows = self.get_changelist_instance(request).queryset
        keys = list(rows.filter(Q(state=ReviewState.PROPOSED) | Q(pk=row.pk)).values_list("pk", flat=True))
        here = keys.index(row.pk) if row.pk in keys else -1
        following = keys[here + 1 :] + keys[: max(here, 0)]
        return following[0] if following else None


def link(row: Model | None, words: str = "") -> str:
    """A link to the desk's page of ``row``; a dash for None."""
    if row is None:
        return "–"
    info = row._meta.app_label, row._meta.model_name
    return format_html('<a href="{}">{}</a>', reverse("admin:{}_{}_change".format(*info), args=[row.pk]), words or row)
