"""Where an article names an organisation."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models import ArticleSpan
from organisations.choices import Resolution
from organisations.models.organisations import Organisation
from organisations.querysets import MentionQuerySet
from unionarchive.common.models import Reviewable
from unionarchive.common.searchable import Searchable


class Mention(ArticleSpan, Searchable, Reviewable):
    """Words that name an organisation; which one is known, open between several, or not known."""

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="mentions",
        verbose_name=_("organisation"),
        help_text=_("The body meant; empty unless resolved."),
    )
    resolution = models.CharField(
        _("resolution"),
        max_length=10,
        choices=Resolution.choices,
        default=Resolution.RESOLVED,
        db_index=True,
        help_text=_("Resolved, ambiguous (several bodies come into question) or unknown."),
    )
    candidates = models.ManyToManyField(
        Organisation,
        blank=True,
        related_name="+",
        verbose_name=_("candidates"),
        help_text=_("The bodies that come into question when it is ambiguous."),
    )

    follows_corrections = False

    search_kind = "article"
    search_owner = "article_id"

    objects = MentionQuerySet.as_manager()

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        ordering = ["article", "part", "start"]
        constraints = [
            *ArticleSpan.Meta.constraints,
            *Reviewable.Meta.constraints,
            models.CheckConstraint(
                condition=Q(resolution="resolved", organisation__isnull=False)
                | ~Q(resolution="resolved") & Q(organisation__isnull=True),
                name="organisations_mention_resolved_has_organisation",
                violation_error_message=_("A resolved mention names its organisation, an unresolved one names none."),
            ),
            models.UniqueConstraint(
                fields=["article", "part", "start", "end"],
                condition=Q(is_orphaned=False),
                name="organisations_mention_once_at_a_place",
            ),
        ]

    def __str__(self) -> str:
        return self.quote
