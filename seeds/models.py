"""Documents as they came in, what was read from them when, and which lines each article was put together from."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Publication
from seeds.choices import SegmentRole
from seeds.querysets import ArticleSourceQuerySet, DocumentQuerySet
from unionarchive.common.fields import DivisionCodeField, PartialDateField
from unionarchive.common.models import Timestamped
from unionarchive.common.searchable import Searchable


class Document(Searchable, Timestamped):
    """A source file as it came in. Its text and hash are never changed."""

    name = models.CharField(
        _("file name"), max_length=255, db_index=True, help_text=_("Name of the file it came from.")
    )
    sha256 = models.CharField(
        _("SHA-256"), max_length=64, unique=True, help_text=_("Hash of the file's bytes, in hexadecimal.")
    )
    text = models.TextField(
        _("text"), help_text=_("The decoded text as it stands; positions everywhere count its code points.")
    )
    encoding = models.CharField(_("encoding"), max_length=20, help_text=_("The encoding the file was read with."))
    media_type = models.CharField(
        _("media type"),
        max_length=50,
        default="text/plain",
        help_text=_("text/plain, text/markdown or text/html."),
    )
    publication = models.ForeignKey(
        Publication,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("publication"),
        help_text=_("Where it was printed; empty when not known."),
    )
    published = PartialDateField(_("date of print"), help_text=_("The day of the issue, where known."))
    page = models.CharField(
        _("page"), max_length=20, blank=True, default="", help_text=_("Page of the issue, where known.")
    )
    home_place = models.CharField(
        _("home place"),
        max_length=100,
        blank=True,
        default="",
        help_text=_("The place that 我省 and 我市 refer to, as a full name; empty for a national paper."),
    )
    home_division = DivisionCodeField(_("home division"), help_text=_("Code of the home place, where it has one."))
    language = models.CharField(
        _("language"), max_length=20, default="zh-Hans", help_text=_("Language tag (BCP 47) of the text.")
    )
    rights = models.CharField(
        _("rights"),
        max_length=300,
        blank=True,
        default="",
        help_text=_("Who holds the rights, and the licence if any."),
    )
    source_note = models.TextField(
        _("source note"), blank=True, default="", help_text=_("Where the file came from, in a sentence.")
    )

    search_kind = "document"

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="seeds_document_sha256_is_a_hash"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="seeds_document_has_text"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("seeds:document", args=[self.pk])

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saved with its metadata; ValidationError when the text or hash of a stored document would change."""
        if self.pk is not None:
            stored = type(self).objects.filter(pk=self.pk).values_list("sha256", "text").first()
            if stored and stored != (self.sha256, self.text):
                raise ValidationError(_("A source is never edited: its text and hash stay as they came in."))
        super().save(*args, **kwargs)


class ReadingRun(models.Model):
    """One pass of the reader over a document: with what, when, and what came of it."""

    document = models.ForeignKey(
        Document,
        on_delete=models.CASCADE,
        related_name="runs",
        verbose_name=_("document"),
        help_text=_("The document that was read."),
    )
    reader = models.CharField(_("reader"), max_length=40, help_text=_("Version of the reader."))
    started_at = models.DateTimeField(_("started at"), help_text=_("When the reading began."))
    seconds = models.FloatField(_("seconds"), help_text=_("How long reading and storing took."))
    created = models.JSONField(_("created"), default=dict, blank=True, help_text=_("Rows made, by kind."))
    updated = models.JSONField(_("updated"), default=dict, blank=True, help_text=_("Rows changed, by kind."))
    kept = models.JSONField(_("left alone"), default=dict, blank=True, help_text=_("Rows left alone, by kind."))
    found = models.JSONField(
        _("found"),
        default=dict,
        blank=True,
        help_text=_("What of publication, date and home place was read in the text, nobody having stated it."),
    )
    problems = models.JSONField(
        _("problems"),
        default=list,
        blank=True,
        help_text=_("What a person should look at: code, line, found, expected."),
    )

    class Meta:
        verbose_name = _("reading run")
        verbose_name_plural = _("reading runs")
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(seconds__gte=0), name="seeds_reading_run_seconds_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.document} · {self.started_at:%Y-%m-%d %H:%M}"


class ArticleSource(models.Model):
    """A segment of a document: the stretch of raw text, its role, and its article (none for furniture)."""

    document = models.ForeignKey(
        Document,
        on_delete=models.CASCADE,
        related_name="segments",
        verbose_name=_("document"),
        help_text=_("The document it is a stretch of."),
    )
    article = models.ForeignKey(
        Article,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="sources",
        verbose_name=_("article"),
        help_text=_("The article it was put into; empty for furniture."),
    )
    position = models.PositiveIntegerField(
        _("position"), default=0, help_text=_("Reading order inside the article, from 0.")
    )
    start = models.PositiveIntegerField(_("start"), help_text=_("First character in the document's text, from 0."))
    end = models.PositiveIntegerField(_("end"), help_text=_("The character after the last one."))
    role = models.CharField(
        _("role"), max_length=15, choices=SegmentRole.choices, help_text=_("What the stretch is for.")
    )
    reason = models.CharField(
        _("reason"),
        max_length=300,
        blank=True,
        default="",
        help_text=_("Why it has this role and belongs where it is."),
    )

    objects = ArticleSourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("segment")
        verbose_name_plural = _("segments")
        ordering = ["document", "start"]
        constraints = [
            models.UniqueConstraint(fields=["document", "start"], name="seeds_segment_starts_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="seeds_segment_end_after_start"),
        ]
        indexes = [models.Index(fields=["article", "position"], name="seeds_segment_of_article")]

    def __str__(self) -> str:
        return f"{self.document_id}:{self.start}-{self.end}"
