"""The workshop on the desk: documents as they came in, their readings and segments. Nothing of a source is edited."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin, TabularInline
from unfold.decorators import display

from seeds.models import ArticleSource, Document, ReadingRun
from seeds.tally import Tally
from unionarchive.common.searchable_admin import SearchableAdmin


class _ReadOnly:
    """What the reader wrote is looked at, never typed."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ReadingRunInline(_ReadOnly, TabularInline):
    model = ReadingRun
    extra = 0
    fields = ("started_at", "reader", "seconds", "created", "updated", "kept")
    readonly_fields = fields

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Document)
class DocumentAdmin(SearchableAdmin, ModelAdmin):
    list_display = ("name", "publication", "published", "home_place", "article_count", "run_count", "created_at")
    list_filter = ("publication", "encoding", "media_type")
    list_select_related = ("publication",)
    search_fields = ("name", "=sha256", "text", "source_note")
    autocomplete_fields = ("publication",)
    readonly_fields = ("name", "sha256", "encoding", "media_type", "article_list", "created_at")
    inlines = (ReadingRunInline,)
    list_per_page = 50
    actions = ("read_again",)
    fieldsets = (
        (None, {"fields": ("name", "article_list")}),
        (
            _("Print"),
            {"fields": (("publication", "published", "page"), ("home_place", "home_division", "language"))},
        ),
        (_("Source"), {"fields": ("rights", "source_note", ("sha256", "encoding", "media_type"), "created_at")}),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # documents come in by manage.py load_seeds

    def get_queryset(self, request: HttpRequest) -> QuerySet[Document]:
        rows = super().get_queryset(request).defer("text")
        return rows.annotate(
            number_of_articles=Count("segments__article", distinct=True), number_of_runs=Count("runs", distinct=True)
        )

    @admin.action(description=_("Read the selected documents again"), permissions=["change"])
    def read_again(self, request: HttpRequest, queryset: QuerySet[Document]) -> None:
        """The newest reader reads at most a page of the list: what nobody has decided on follows it."""
        if queryset.count() > self.list_per_page:
            words = _("At most %d documents are read again from here; for more there is manage.py load_seeds --reread.")
            messages.error(request, words % self.list_per_page)
            return
        from seeds.processing import reread  # noqa: PLC0415 - the reader would slow the start of every command

        total = Tally()
        for answer in reread(Document.objects.filter(pk__in=queryset.values("pk"))):
            total.add(answer.tally)
            if answer.failure:
                messages.error(request, str(answer.failure))
        counts = {"new": total.created.total(), "changed": total.updated.total(), "gone": total.removed.total()}
        words = _("Read again. Rows that are new: %(new)d, changed: %(changed)d, gone: %(gone)d.")
        messages.success(request, words % counts)

    @display(description=_("articles"), ordering="number_of_articles")
    def article_count(self, document: Any) -> int:
        return document.number_of_articles

    @display(description=_("readings"), ordering="number_of_runs")
    def run_count(self, document: Any) -> int:
        return document.number_of_runs

    @display(description=_("articles"))
    def article_list(self, document: Document) -> str:
        segments = document.segments.filter(article__isnull=False).select_related("article").order_by("start")
        articles = {segment.article_id: segment.article for segment in segments}
        return format_html_join(
            "",
            '<div><a href="{}">{}</a></div>',
            ((reverse("admin:articles_article_change", args=[key]), article) for key, article in articles.items()),
        )


@admin.register(ReadingRun)
class ReadingRunAdmin(_ReadOnly, ModelAdmin):
    list_display = ("document", "reader", "started_at", "seconds", "problem_count")
    list_filter = ("reader",)
    list_select_related = ("document",)
    search_fields = ("document__name",)
    fields = ("document", "reader", "started_at", "seconds", "created", "updated", "kept", "problem_list")
    readonly_fields = fields

    @display(description=_("problems"))
    def problem_count(self, run: ReadingRun) -> int:
        return len(run.problems)

    @display(description=_("problems"))
    def problem_list(self, run: ReadingRun) -> str:
        rows = ((p.get("line") or "–", p.get("code"), p.get("found"), p.get("expected")) for p in run.problems)
        return format_html_join("", "<div>{} · <b>{}</b>: {} → {}</div>", rows) or "–"


class FurnitureFilter(admin.SimpleListFilter):
    """Segments of articles, or furniture."""

    title = _("belongs to")
    parameter_name = "belongs"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("article", _("An article")), ("furniture", _("No article (furniture)"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        match self.value():
            case "article":
                return queryset.filter(~Q(article=None))
            case "furniture":
                return queryset.filter(article=None)
        return queryset


@admin.register(ArticleSource)
class ArticleSourceAdmin(_ReadOnly, ModelAdmin):
    """Which words of a document went where, and why."""

    list_display = ("document", "start", "end", "role", "article", "reason")
    list_filter = (FurnitureFilter, "role")
    list_select_related = ("document", "article")
    search_fields = ("document__name", "reason")
    fields = ("document", "article", "position", "start", "end", "role", "reason", "words")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[ArticleSource]:
        return super().get_queryset(request).defer("document__text")

    @display(description=_("words"))
    def words(self, segment: ArticleSource) -> str:
        return segment.document.text[segment.start : segment.end]
