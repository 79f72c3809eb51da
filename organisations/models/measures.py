"""Measures: what an organisation put in place."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from articles.choices import DateSource
from articles.models import Article
from organisations.choices import Bound, MeasureType
from organisations.models.organisations import Organisation
from organisations.querysets import MeasureQuerySet
from unionarchive.common.fields import PartialDateField
from unionarchive.common.models import Reviewable, Timestamped
from unionarchive.common.searchable import Searchable


class Measure(Searchable, Timestamped, Reviewable):
    """Something nameable that organisations put in place: rules, a campaign, a service, a fund, a body …"""

    article = models.ForeignKey(
        Article,
        on_delete=models.CASCADE,
        related_name="measures",
        verbose_name=_("article"),
        help_text=_("The article that tells of it."),
    )
    title = models.CharField(
        _("title"), max_length=300, help_text=_("The name it bears in the text, without quotation marks.")
    )
    type = models.CharField(
        _("type"),
        max_length=10,
        choices=MeasureType.choices,
        db_index=True,
        help_text=_("Policy, campaign, service, fund, task force, training or platform."),
    )
    issuers = models.ManyToManyField(
        Organisation,
        blank=True,
        related_name="measures",
        verbose_name=_("issuers"),
        help_text=_("The bodies that put it in place; empty when the text does not say."),
    )
    date = PartialDateField(_("date"), help_text=_("When it was put in place, as far as the text says."))
    date_source = models.CharField(
        _("date source"),
        max_length=10,
        choices=DateSource.choices,
        blank=True,
        default="",
        help_text=_("How the date was had."),
    )
    clauses = models.PositiveIntegerField(
        _("clauses"),
        null=True,
        blank=True,
        help_text=_("The number of articles or items it is said to have."),
    )
    sort_date = models.GeneratedField(
        expression=F("date"),  # type: ignore[arg-type]  # the stubs know no plain column here
        output_field=models.CharField(max_length=10),
        db_persist=True,
        verbose_name=_("sorting date"),
        help_text=_("What lists are sorted by."),
    )

    search_kind = "measure"

    objects = MeasureQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["sort_date"], m2m_fields=[issuers])

    class Meta:
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        ordering = ["-sort_date", "-pk"]
        indexes = [models.Index(fields=["-sort_date", "-id"], name="organisations_measure_newest")]
        constraints = [
            *Reviewable.Meta.constraints,
            models.CheckConstraint(condition=~Q(title=""), name="organisations_measure_has_a_title"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("organisations:measure", args=[self.pk])


class MeasureBenefit(Searchable):
    """What a measure promises to whoever qualifies: an entitlement, which enters no sum."""

    measure = models.ForeignKey(
        Measure,
        on_delete=models.CASCADE,
        related_name="benefits",
        verbose_name=_("measure"),
        help_text=_("The measure that promises it."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0, help_text=_("Order in the text, from 0."))
    beneficiaries = models.CharField(
        _("beneficiaries"),
        max_length=200,
        blank=True,
        default="",
        help_text=_("Who qualifies, as the text names them."),
    )
    amount = models.DecimalField(
        _("amount"),
        max_digits=15,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Yuan for each unit."),
    )
    rate_unit = models.CharField(
        _("unit"), max_length=20, blank=True, default="", help_text=_("What one amount is for: 人, 户, 月 …")
    )
    bound = models.CharField(
        _("bound"),
        max_length=10,
        choices=Bound.choices,
        default=Bound.EXACT,
        help_text=_("Whether the amount is exact, a floor, a ceiling or approximate."),
    )
    words = models.CharField(_("printed words"), max_length=300, help_text=_("The promise as the text has it."))

    search_kind = "measure"
    search_owner = "measure_id"

    class Meta:
        verbose_name = _("benefit")
        verbose_name_plural = _("benefits")
        ordering = ["measure", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | Q(amount__gt=0),
                name="organisations_benefit_amount_positive",
            ),
        ]

    def __str__(self) -> str:
        return self.words
