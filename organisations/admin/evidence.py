"""Evidence on the desk. An editor pastes the words; their position is found in the text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin, StackedInline
from unfold.decorators import display
from unfold.widgets import UnfoldAdminTextareaWidget

from organisations.admin.context import in_context
from organisations.models import Evidence
from unionarchive.common.review_admin import link


class EvidenceForm(forms.ModelForm):
    """Part and words; start and end follow from where the words stand, the occurrence next to the old one if many."""

    class Meta:
        model = Evidence
        fields = ("part", "quote")
        widgets = {"quote": UnfoldAdminTextareaWidget(attrs={"rows": 2})}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        quote, part = cleaned.get("quote", "").strip(), cleaned.get("part")
        article = self.instance.article if self.instance.article_id else self._article_of_fact()
        if article is None or not quote or not part:
            return cleaned
        text, near = getattr(article, part), self.instance.start or 0
        places = [at for at in range(len(text)) if text.startswith(quote, at)]
        if not places:
            raise ValidationError({"quote": _("These words do not stand in that part of the article.")})
        start = min(places, key=lambda at: abs(at - near))
        moved = (start, start + len(quote)) != (self.instance.start, self.instance.end)
        self.instance.start, self.instance.end, self.instance.article = start, start + len(quote), article
        if moved:
            self.instance.source = []  # known only for words that the reader pointed at
        self.instance.is_orphaned = False
        cleaned["quote"] = quote
        return cleaned

    def _article_of_fact(self) -> Any:
        fact = self.instance.measure or self.instance.disbursement
        return fact.article if fact else None


class EvidenceInline(StackedInline):
    """The words that show a fact, each beside the paragraph it stands in."""

    model = Evidence
    form = EvidenceForm
    extra = 0
    fields = ("in_text", "part", "quote")
    readonly_fields = ("in_text",)

    @display(description=_("in the text"))
    def in_text(self, evidence: Evidence) -> str:
        return in_context(evidence) if evidence.pk else "–"


@admin.register(Evidence)
class EvidenceAdmin(ModelAdmin):
    list_display = ("quote", "article_link", "fact_link", "part", "is_orphaned")
    list_filter = ("is_orphaned", "part")
    list_select_related = ("article", "measure", "disbursement")
    search_fields = ("quote", "article__headline")
    fields = ("in_text", "article_link", "fact_link", "part", "quote", ("start", "end"), "is_orphaned")
    readonly_fields = ("in_text", "article_link", "fact_link", "start", "end", "is_orphaned")
    form = EvidenceForm

    def has_add_permission(self, request: Any) -> bool:
        return False  # evidence is added on the page of its fact

    @display(description=_("in the text"))
    def in_text(self, evidence: Evidence) -> str:
        return in_context(evidence)

    @display(description=_("article"), ordering="article")
    def article_link(self, evidence: Evidence) -> str:
        return link(evidence.article)

    @display(description=_("fact"))
    def fact_link(self, evidence: Evidence) -> str:
        return link(evidence.measure or evidence.disbursement)
