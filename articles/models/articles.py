"""Articles as they were printed, and the people who made them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce, NullIf
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from articles.choices import ArticleForm, ContributorRole, DateSource, Publishing
from articles.models.publications import Publication
from articles.querysets import ArticleQuerySet
from unionarchive.common.fields import DivisionCodeField, PartialDateField
from unionarchive.common.models import Reviewable, Timestamped
from unionarchive.common.searchable import Searchable


class Article(Searchable, Timestamped, Reviewable):
    """An article put together from a document's lines; its texts are what spans point into.

    ``kicker`` and ``subhead`` hold several printed lines as lines; the paragraphs of ``body`` are lines.
    """

    publication = models.ForeignKey(
        Publication,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("publication"),
        help_text=_("Where it was printed; empty when not known."),
    )
    headline = models.CharField(
        _("headline"),
        max_length=500,
        blank=True,
        default="",
        help_text=_("The headline as printed; empty when the page has lost it."),
    )
    kicker = models.TextField(
        _("kicker"), blank=True, default="", help_text=_("Lines above the headline (肩题), one a line.")
    )
    subhead = models.TextField(
        _("subhead"), blank=True, default="", help_text=_("Lines below the headline (副题), one a line.")
    )
    byline = models.TextField(_("byline"), blank=True, default="", help_text=_("The byline's lines as printed."))
    body = models.TextField(_("body"), blank=True, default="", help_text=_("The text, a paragraph a line."))
    form = models.CharField(
        _("form"),
        max_length=10,
        choices=ArticleForm.choices,
        default=ArticleForm.NEWS,
        help_text=_("News, feature, brief, picture with caption, or the text of a document."),
    )
    dateline = models.CharField(
        _("dateline"),
        max_length=200,
        blank=True,
        default="",
        help_text=_("Opening words such as 本报讯, as printed."),
    )
    date = PartialDateField(_("date of events"), help_text=_("The day its events are dated, where the text says so."))
    date_source = models.CharField(
        _("date source"),
        max_length=10,
        choices=DateSource.choices,
        blank=True,
        default="",
        help_text=_("How the date of events was had."),
    )
    published = PartialDateField(_("date of print"), help_text=_("The day of the issue, where known."))
    page = models.CharField(
        _("page"), max_length=20, blank=True, default="", help_text=_("Page of the issue, where known.")
    )
    home_division = DivisionCodeField(
        _("home division"), help_text=_("Code of the place that 我省 and 我市 refer to in it.")
    )
    publishing = models.CharField(
        _("publishing"),
        max_length=10,
        choices=Publishing.choices,
        default=Publishing.PUBLISHED,
        db_index=True,
        help_text=_("Draft and withdrawn articles are for editors only, with all their facts."),
    )
    runner_up = models.TextField(
        _("runner-up"),
        blank=True,
        default="",
        editable=False,
        help_text=_("The assembly of the page that came second, where one was near."),
    )
    sort_date = models.GeneratedField(
        expression=Coalesce(NullIf(F("published"), Value("")), F("date")),
        output_field=models.CharField(max_length=10),
        db_persist=True,
        verbose_name=_("sorting date"),
        help_text=_("The date of print, else the date of events; what lists are sorted by."),
    )

    search_kind = "article"

    objects = ArticleQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["sort_date"])

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-sort_date", "-pk"]
        indexes = [models.Index(fields=["-sort_date", "-id"], name="articles_article_newest")]
        constraints = [
            *Reviewable.Meta.constraints,
            models.CheckConstraint(condition=~Q(headline="") | ~Q(body=""), name="articles_article_has_text"),
        ]

    def __str__(self) -> str:
        return self.headline or self.first_words

    def get_absolute_url(self) -> str:
        return reverse("articles:detail", args=[self.pk])

    @property
    def first_words(self) -> str:
        """The beginning of the body, what a list shows of an article whose headline is lost."""
        first = self.body[:31].replace("\n", " ")
        return first if len(self.body) <= 30 else f"{first[:30]}…"

    @property
    def paragraphs(self) -> list[str]:
        """The body's paragraphs in order, without empty ones."""
        return [paragraph for paragraph in self.body.split("\n") if paragraph.strip()]


class Contributor(Searchable):
    """A person named as having made an article (记者, 通讯员, 摄影, 作者)."""

    article = models.ForeignKey(
        Article,
        on_delete=models.CASCADE,
        related_name="contributors",
        verbose_name=_("article"),
        help_text=_("The article the person contributed to."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0, help_text=_("Place in the byline, from 0."))
    name = models.CharField(_("name"), max_length=50, help_text=_("The person's name without inner spaces."))
    role = models.CharField(
        _("role"),
        max_length=4,
        choices=ContributorRole.choices,
        default=ContributorRole.AUTHOR,
        help_text=_("What the byline calls the person."),
    )

    search_kind = "article"
    search_owner = "article_id"

    class Meta:
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")
        ordering = ["article", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "name", "role"], name="articles_contributor_named_once"),
            models.CheckConstraint(condition=~Q(name=""), name="articles_contributor_has_a_name"),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.name}"
