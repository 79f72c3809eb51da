"""Abstract models that every app builds on. Imports no app."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Timestamped(models.Model):
    """A row that knows when it was made and last changed."""

    created_at = models.DateTimeField(_("created at"), auto_now_add=True, help_text=_("When the row was made."))
    updated_at = models.DateTimeField(_("updated at"), auto_now=True, help_text=_("When the row last changed."))

    class Meta:
        abstract = True


class ReviewState(models.TextChoices):
    """What editors have said of a reading."""

    PROPOSED = "proposed", pgettext_lazy("review", "Machine reading")  # 待核
    ACCEPTED = "accepted", pgettext_lazy("review", "Accepted")
    CORRECTED = "corrected", pgettext_lazy("review", "Corrected")
    REJECTED = "rejected", pgettext_lazy("review", "Rejected")

    @classmethod
    def reviewed(cls) -> tuple[ReviewState, ReviewState]:
        """The states that an editor vouches for."""
        return cls.ACCEPTED, cls.CORRECTED


class ReviewQuerySet(models.QuerySet):
    """Reads of reviewable rows by what editors have said of them."""

    def proposed(self) -> Self:
        return self.filter(state=ReviewState.PROPOSED)

    def reviewed(self) -> Self:
        return self.filter(state__in=ReviewState.reviewed())

    def not_rejected(self) -> Self:
        return self.exclude(state=ReviewState.REJECTED)

    def shown(self) -> Self:
        """Rows that readers may see as far as review goes: reviewed ones, unreviewed too when the setting says so."""
        return self.not_rejected() if settings.SHOW_UNREVIEWED else self.reviewed()


class Reviewable(models.Model):
    """A row that the machine proposes and an editor decides on.

    ``fingerprint`` is the same for the same reading of the same words, so that a later reading finds it again: what is
    no longer ``proposed`` is never changed by one; where it differs, the difference waits in ``suggestion``. A later
    reading that does not find it suggests the state ``rejected``.
    """

    state = models.CharField(
        _("review state"),
        max_length=10,
        choices=ReviewState.choices,
        default=ReviewState.PROPOSED,
        db_index=True,
        help_text=_("What editors have said of it: proposed (machine reading), accepted, corrected or rejected."),
    )
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("reviewed by"),
        help_text=_("The editor who decided last."),
    )
    reviewed_at = models.DateTimeField(
        _("reviewed at"), null=True, blank=True, editable=False, help_text=_("When an editor decided last.")
    )
    confidence = models.FloatField(
        _("confidence"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Share of such readings that are right, from 0 to 1; empty for what an editor entered."),
    )
    doubts = models.JSONField(
        _("doubts"),
        default=list,
        blank=True,
        editable=False,
        help_text=_("Codes that say what the machine was unsure of."),
    )
    suggestion = models.JSONField(
        _("suggestion"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("What a later reading says otherwise, field by field; waits for an editor."),
    )
    fingerprint = models.CharField(
        _("fingerprint"),
        max_length=64,
        blank=True,
        default="",
        editable=False,
        db_index=True,
        help_text=_("Identity of the reading across re-readings; empty for what an editor entered."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(confidence__isnull=True) | Q(confidence__gte=0, confidence__lte=1),
                name="%(app_label)s_%(class)s_confidence_0_to_1",
            ),
        ]

    @property
    def is_read_no_more(self) -> bool:
        """True when the last reading of the source does not find what an editor vouches for: it may be rejected."""
        return (self.suggestion or {}).get("state") == ReviewState.REJECTED

    @property
    def is_reviewed(self) -> bool:
        """True when an editor vouches for the row."""
        return self.state in ReviewState.reviewed()
