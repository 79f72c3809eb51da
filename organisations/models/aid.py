"""Aid that was given or promised: one row for each statement of it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce, NullIf
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from articles.choices import DateSource
from articles.models import Article
from organisations.choices import (
    AidBasis,
    AidForm,
    AidStatus,
    Bound,
    DonorKind,
    PartyKind,
    PartyRole,
    Recurrence,
)
from organisations.models.organisations import Organisation
from organisations.querysets import AidQuerySet
from unionarchive.common.fields import PartialDateField
from unionarchive.common.models import Reviewable, Timestamped
from unionarchive.common.searchable import Searchable


class AidDisbursement(Searchable, Timestamped, Reviewable):
    """A statement that somebody gave or promised so much to somebody. Money in yuan, as stated: nothing is computed."""

    article = models.ForeignKey(
        Article,
        on_delete=models.CASCADE,
        related_name="disbursements",
        verbose_name=_("article"),
        help_text=_("The article that states it."),
    )
    donor_kind = models.CharField(
        _("kind of donor"),
        max_length=12,
        choices=DonorKind.choices,
        default=DonorKind.ORGANISATION,
        help_text=_("Organisation or person."),
    )
    form = models.CharField(
        _("form"),
        max_length=10,
        choices=AidForm.choices,
        db_index=True,
        help_text=_("Money, goods, credit or service."),
    )
    amount = models.DecimalField(
        _("amount"),
        max_digits=15,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("The total in yuan as stated; empty when the text states none."),
    )
    rate = models.DecimalField(
        _("rate"),
        max_digits=15,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Yuan for each unit, as stated."),
    )
    rate_unit = models.CharField(
        _("rate unit"),
        max_length=20,
        blank=True,
        default="",
        help_text=_("What one rate is for: 人, 户, 名, 天 …"),
    )
    count = models.PositiveBigIntegerField(
        _("count"), null=True, blank=True, help_text=_("How many beneficiaries the statement gives.")
    )
    count_unit = models.CharField(
        _("count unit"), max_length=20, blank=True, default="", help_text=_("What is counted: 名, 户, 人次 …")
    )
    bound = models.CharField(
        _("bound"),
        max_length=10,
        choices=Bound.choices,
        default=Bound.EXACT,
        help_text=_("Of the leading figure: exact, at least (余, 超), at most (最高), about (近, 约)."),
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=AidStatus.choices,
        db_index=True,
        help_text=_("Pledged (决定, 将), committed (拨付, 下拨) or disbursed (发放, 送去, 捐)."),
    )
    basis = models.CharField(
        _("basis"),
        max_length=10,
        choices=AidBasis.choices,
        default=AidBasis.SINGLE,
        help_text=_("A single gift, a running total, or a part of another record."),
    )
    part_of = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="shares",
        verbose_name=_("part of"),
        help_text=_("The record whose total includes this one."),
    )
    same_as = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="retellings",
        verbose_name=_("same gift as"),
        help_text=_("The record of the same gift told elsewhere; this one then enters no sum."),
    )
    recurring = models.CharField(
        _("recurring"),
        max_length=5,
        choices=Recurrence.choices,
        blank=True,
        default="",
        help_text=_("Every day, month or year; empty for a single payment."),
    )
    date = PartialDateField(_("date"), help_text=_("When it was given or promised, as far as the text says."))
    date_source = models.CharField(
        _("date source"),
        max_length=10,
        choices=DateSource.choices,
        blank=True,
        default="",
        help_text=_("How the date was had."),
    )
    purpose = models.CharField(
        _("purpose"),
        max_length=100,
        blank=True,
        default="",
        help_text=_("What the text calls it: 慰问金, 专项资金 …"),
    )
    words = models.CharField(
        _("printed figure"),
        max_length=200,
        blank=True,
        default="",
        help_text=_("The leading figure as printed."),
    )
    agreement = models.BooleanField(
        _("figures agree"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Rate × count or the parts give the amount; false when they do not, empty when nothing to check."),
    )
    sort_date = models.GeneratedField(
        expression=Coalesce(NullIf(F("date"), Value("")), Value("")),
        output_field=models.CharField(max_length=10),
        db_persist=True,
        verbose_name=_("sorting date"),
        help_text=_("What lists are sorted by."),
    )

    search_kind = "aid"

    objects = AidQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["sort_date"])

    class Meta:
        verbose_name = _("aid disbursement")
        verbose_name_plural = _("aid disbursements")
        ordering = ["-sort_date", "-pk"]
        indexes = [models.Index(fields=["-sort_date", "-id"], name="organisations_aid_newest")]
        constraints = [
            *Reviewable.Meta.constraints,
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | Q(amount__gt=0),
                name="organisations_aid_amount_positive",
                violation_error_message=_("An amount is more than 0; leave it empty when none is stated."),
            ),
            models.CheckConstraint(
                condition=Q(rate__isnull=True) | Q(rate__gt=0),
                name="organisations_aid_rate_positive",
                violation_error_message=_("A rate is more than 0; leave it empty when none is stated."),
            ),
            models.CheckConstraint(
                condition=Q(rate__isnull=True, rate_unit="") | Q(rate__isnull=False) & ~Q(rate_unit=""),
                name="organisations_aid_rate_has_a_unit",
                violation_error_message=_("A rate and its unit go together."),
            ),
            models.CheckConstraint(
                condition=Q(count__isnull=True, count_unit="") | Q(count__isnull=False) & ~Q(count_unit=""),
                name="organisations_aid_count_has_a_unit",
                violation_error_message=_("A count and its unit go together."),
            ),
            models.CheckConstraint(
                condition=Q(part_of__isnull=True) | Q(basis="part"),
                name="organisations_aid_part_of_needs_basis_part",
                violation_error_message=_("Only a part has a whole that it belongs to."),
            ),
            models.CheckConstraint(
                condition=(Q(part_of__isnull=True) | ~Q(part_of=F("id")))
                & (Q(same_as__isnull=True) | ~Q(same_as=F("id"))),
                name="organisations_aid_is_not_its_own_part",
                violation_error_message=_("A record cannot be a part or a retelling of itself."),
            ),
        ]

    def __str__(self) -> str:
        return self.words or f"{self.get_form_display()} {self.pk or ''}".strip()

    def get_absolute_url(self) -> str:
        return reverse("organisations:aid", args=[self.pk])

    def clean(self) -> None:
        super().clean()
        seen, whole = {self.pk}, self.part_of
        while whole is not None:
            if whole.pk in seen:
                raise ValidationError({"part_of": _("The whole is a part of this record.")})
            seen.add(whole.pk)
            whole = whole.part_of


class AidParty(Searchable):
    """A donor or recipient of aid: an organisation, a person, or a group as the text names it."""

    disbursement = models.ForeignKey(
        AidDisbursement,
        on_delete=models.CASCADE,
        related_name="parties",
        verbose_name=_("aid disbursement"),
        help_text=_("The record it takes part in."),
    )
    role = models.CharField(_("role"), max_length=10, choices=PartyRole.choices, help_text=_("Donor or recipient."))
    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=PartyKind.choices,
        help_text=_("Organisation, person or group of people."),
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="aid_parties",
        verbose_name=_("organisation"),
        help_text=_("The organisation, when it is one."),
    )
    name = models.CharField(
        _("name"),
        max_length=200,
        blank=True,
        default="",
        help_text=_("A person's or group's name as the text has it."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0, help_text=_("Order in the text, from 0."))

    search_kind = "aid"
    search_owner = "disbursement_id"

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["disbursement", "role", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="organisation", organisation__isnull=False)
                | ~Q(kind="organisation") & Q(organisation__isnull=True) & ~Q(name=""),
                name="organisations_aid_party_is_named",
                violation_error_message=_("An organisation is chosen from the list; a person or group is named."),
            ),
            models.UniqueConstraint(
                fields=["disbursement", "role", "organisation"],
                condition=Q(organisation__isnull=False),
                name="organisations_aid_party_once_in_a_role",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The full name of an organisation, else the printed name."""
        return self.organisation.name if self.organisation_id and self.organisation else self.name

    @property
    def is_withheld(self) -> bool:
        """True for a person who received aid: nothing outside the desk calls such a one by name."""
        return self.role == PartyRole.RECIPIENT and self.kind == PartyKind.PERSON


class AidItem(Searchable):
    """Goods or a service of an aid disbursement."""

    disbursement = models.ForeignKey(
        AidDisbursement,
        on_delete=models.CASCADE,
        related_name="items",
        verbose_name=_("aid disbursement"),
        help_text=_("The record it belongs to."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0, help_text=_("Order in the text, from 0."))
    item = models.CharField(_("item"), max_length=200, help_text=_("What was given, as the text names it."))
    quantity = models.DecimalField(
        _("quantity"),
        max_digits=15,
        decimal_places=3,
        null=True,
        blank=True,
        help_text=_("How much of it; empty when the text does not say."),
    )
    unit = models.CharField(_("unit"), max_length=20, blank=True, default="", help_text=_("吨, 只, 套 …"))

    search_kind = "aid"
    search_owner = "disbursement_id"

    class Meta:
        verbose_name = _("item")
        verbose_name_plural = _("items")
        ordering = ["disbursement", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(quantity__isnull=True) | Q(quantity__gt=0),
                name="organisations_aid_item_quantity_positive",
            ),
            models.CheckConstraint(condition=~Q(item=""), name="organisations_aid_item_is_named"),
        ]

    def __str__(self) -> str:
        return self.item
