"""The desk for what was printed."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Count, Field, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin, TabularInline
from unfold.decorators import display

from articles.choices import Publishing
from articles.correcting import carry_spans, texts
from articles.models import Article, Contributor, Publication
from unionarchive.common.review_admin import ReviewAdmin
from unionarchive.common.searchable_admin import SearchableAdmin

ROWS = {"kicker": 2, "subhead": 2, "byline": 2, "body": 16}  # heights of the text fields


@admin.register(Publication)
class PublicationAdmin(ModelAdmin):
    list_display = ("name", "division", "website", "article_count")
    search_fields = ("name",)
    list_filter = ("division",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Publication]:
        return super().get_queryset(request).annotate(number_of_articles=Count("articles"))

    @display(description=_("articles"), ordering="number_of_articles")
    def article_count(self, publication: Any) -> int:
        return publication.number_of_articles


class ContributorInline(TabularInline):
    model = Contributor
    extra = 0
    fields = ("position", "name", "role")


@admin.register(Article)
class ArticleAdmin(SearchableAdmin, ReviewAdmin):
    """Articles. A corrected text carries the spans that point into it along, see articles.correcting."""

    list_display = (
        "shown_headline",
        "publication",
        "sort_date",
        "form",
        "publishing",
        "state_label",
        "confidence_percent",
        "doubt_list",
    )
    list_filter = (*ReviewAdmin.review_list_filter, "publishing", "form", "publication")
    list_select_related = ("publication",)
    search_fields = ("headline", "body", "contributors__name")
    autocomplete_fields = ("publication",)
    date_hierarchy = None
    inlines = (ContributorInline,)
    actions = (*ReviewAdmin.actions, "publish_selected", "withdraw_selected")
    readonly_fields = ("fact_links", "source_links", "runner_up")
    fieldsets = (
        (None, {"fields": ("review_summary", "suggestion_table", "runner_up")}),
        (_("Text"), {"fields": ("kicker", "headline", "subhead", "byline", "body", "dateline")}),
        (
            _("Print"),
            {
                "fields": (
                    ("publication", "published", "page"),
                    ("date", "date_source"),
                    ("form", "home_division", "publishing"),
                )
            },
        ),
        (_("Where it leads"), {"fields": ("fact_links", "source_links", ("reviewed_by", "reviewed_at"))}),
    )

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in ROWS:
            field.widget.attrs["rows"] = ROWS[db_field.name]
        return field

    @display(description=_("headline"), ordering="headline")
    def shown_headline(self, article: Article) -> str:
        return article.headline or format_html("<i>{}</i>", article.first_words)

    @display(description=_("facts"))
    def fact_links(self, article: Article) -> str:
        facts = [*article.measures.all(), *article.disbursements.all()]
        if not facts:
            return "–"
        return format_html_join(
            "",
            '<div><a href="{}">{}</a></div>',
            ((reverse(f"admin:organisations_{fact._meta.model_name}_change", args=[fact.pk]), fact) for fact in facts),
        )

    @display(description=_("source"))
    def source_links(self, article: Article) -> str:
        sources = article.sources.select_related("document").order_by("document", "position")
        documents = {source.document_id: source.document for source in sources}
        return format_html_join(
            "", '<div><a href="{}">{}</a></div>', ((d.get_absolute_url(), d.name) for d in documents.values())
        )

    @admin.action(description=_("Publish the selected articles"), permissions=["change"])
    def publish_selected(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        self._publish(request, queryset, Publishing.PUBLISHED)

    @admin.action(description=_("Withdraw the selected articles"), permissions=["change"])
    def withdraw_selected(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        self._publish(request, queryset, Publishing.WITHDRAWN)

    def _publish(self, request: HttpRequest, articles: QuerySet[Article], publishing: Publishing) -> None:
        for article in articles.exclude(publishing=publishing):
            article.publishing = publishing
            article.save(update_fields=["publishing", "updated_at"])

    def take_suggestion(self, row: Article, request: HttpRequest) -> list[str]:
        before = texts(row)
        with transaction.atomic():
            left = super().take_suggestion(row, request)
            carry_spans(row, before)
        return left

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        before = texts(Article.objects.select_for_update().get(pk=obj.pk)) if change else {}
        super().save_model(request, obj, form, change)
        correction = carry_spans(obj, before)
        if correction.orphaned:
            messages.warning(
                request,
                _("The correction removed the words of %(number)d spans; they wait under Evidence and Mentions.")
                % {"number": correction.orphaned},
            )
