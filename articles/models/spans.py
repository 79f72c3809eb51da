"""What points at words of an article."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.choices import TextPart
from articles.models.articles import Article
from unionarchive.common.spans import Span


class ArticleSpan(models.Model):
    """Words of an article: ``quote`` is exactly the text of ``part`` from ``start`` to ``end``.

    Positions are code points from 0, ``end`` exclusive. ``source`` lists the stretches of the document's raw text that
    the words were read from, as [start, end] pairs in reading order. An orphaned span has lost its words to a
    correction of the text: it keeps its quote and waits for an editor.
    """

    article = models.ForeignKey(
        Article,
        on_delete=models.CASCADE,
        related_name="%(class)ss",
        verbose_name=_("article"),
        help_text=_("The article whose words these are."),
    )
    part = models.CharField(
        _("part"),
        max_length=10,
        choices=TextPart.choices,
        default=TextPart.BODY,
        help_text=_("Which text of the article: headline, kicker, subhead, byline or body."),
    )
    start = models.PositiveIntegerField(_("start"), help_text=_("First character, counted in code points from 0."))
    end = models.PositiveIntegerField(_("end"), help_text=_("The character after the last one."))
    quote = models.TextField(_("quote"), help_text=_("The words themselves, exactly as the text has them."))
    source = models.JSONField(
        _("source positions"),
        default=list,
        blank=True,
        editable=False,
        help_text=_("Stretches of the document's raw text, as [start, end] pairs in reading order."),
    )
    is_orphaned = models.BooleanField(
        _("orphaned"), default=False, help_text=_("A correction of the text has removed these words.")
    )

    # Evidence stays evidence when a misprint inside it is corrected; a name that changes is another name.
    follows_corrections = True

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="%(app_label)s_%(class)s_end_after_start"),
            models.CheckConstraint(condition=~Q(quote=""), name="%(app_label)s_%(class)s_has_a_quote"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saved only when the quote is the text it points at; ValidationError otherwise."""
        ArticleSpan.clean(self)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if self.article_id is None or self.start is None or self.end is None or self.is_orphaned:
            return
        text = getattr(self.article, self.part)
        if self.end <= self.start:
            raise ValidationError({"end": _("The end must come after the start.")})
        if text[self.start : self.end] != self.quote:
            raise ValidationError({"quote": _("The quote is not the text at these positions.")})

    @property
    def span(self) -> Span:
        """Where the words stand in their part."""
        return Span(self.start, self.end)
