"""The words that say so."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models import ArticleSpan
from organisations.models.aid import AidDisbursement
from organisations.models.measures import Measure
from organisations.querysets import EvidenceQuerySet
from unionarchive.common.searchable import Searchable


class Evidence(ArticleSpan, Searchable):
    """The shortest words of an article that show one fact: a measure or an aid disbursement."""

    measure = models.ForeignKey(
        Measure,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="evidence",
        verbose_name=_("measure"),
        help_text=_("The measure that it shows; else empty."),
    )
    disbursement = models.ForeignKey(
        AidDisbursement,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="evidence",
        verbose_name=_("aid disbursement"),
        help_text=_("The aid disbursement that it shows; else empty."),
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("The first piece of evidence has 0.")
    )

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["article", "position", "start", "pk"]
        constraints = [
            *ArticleSpan.Meta.constraints,
            models.CheckConstraint(
                condition=Q(measure__isnull=False, disbursement__isnull=True)
                | Q(measure__isnull=True, disbursement__isnull=False),
                name="organisations_evidence_of_exactly_one_fact",
                violation_error_message=_("Evidence shows exactly one fact: a measure or an aid disbursement."),
            ),
        ]

    def __str__(self) -> str:
        return self.quote

    def search_rows(self) -> list[tuple[str, int]]:
        rows = (("measure", self.measure_id), ("aid", self.disbursement_id))
        return [(kind, ref) for kind, ref in rows if ref is not None]

    @property
    def fact(self) -> Measure | AidDisbursement:
        """The fact that the words show."""
        fact = self.measure or self.disbursement
        if fact is None:
            raise ValueError("evidence without a fact")
        return fact
