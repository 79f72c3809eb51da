"""What the lists of organisations, measures and aid can be narrowed by on the site."""

from __future__ import annotations

import django_filters
from django import forms
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from organisations.choices import (
    AidBasis,
    AidForm,
    AidStatus,
    DivisionLevel,
    MeasureType,
    OrganisationLevel,
    OrganisationType,
    PartyKind,
    PartyRole,
)
from organisations.ledger import LineKey, Standing, records_behind
from organisations.models import AidDisbursement, AidParty, Division, Measure, Organisation
from organisations.querysets import AidQuerySet, MeasureQuerySet, OrganisationQuerySet
from unionarchive.common.page_filters import ANY, DateFilter, ReviewFilter

SLUG_LENGTH = 220


def provinces(_request: object) -> models.QuerySet:
    """The divisions that a form offers."""
    return Division.objects.filter(level=DivisionLevel.PROVINCE)


class OrganisationFilter(django_filters.FilterSet):
    name = django_filters.CharFilter(method="called", label=_("Name or pinyin"), max_length=100)
    type = django_filters.ChoiceFilter(choices=OrganisationType.choices, label=_("Type"), empty_label=ANY)
    level = django_filters.ChoiceFilter(choices=OrganisationLevel.choices, label=_("Level"), empty_label=ANY)
    province = django_filters.ModelChoiceFilter(
        queryset=provinces, method="within", label=_("Province"), empty_label=ANY
    )
    review = ReviewFilter()

    class Meta:
        model = Organisation
        fields: list[str] = []

    def called(self, organisations: OrganisationQuerySet, _name: str, words: str) -> OrganisationQuerySet:
        """Organisations one of whose names, or the sound of whose name, holds ``words``."""
        return organisations.called(words)

    def within(self, organisations: OrganisationQuerySet, _name: str, province: Division) -> OrganisationQuerySet:
        """Organisations of the province or of a division in it."""
        return organisations.filter(division__code__startswith=province.code[:2])


class MeasureFilter(django_filters.FilterSet):
    title = django_filters.CharFilter(lookup_expr="icontains", label=_("Words of the title"), max_length=100)
    type = django_filters.ChoiceFilter(choices=MeasureType.choices, label=_("Type"), empty_label=ANY)
    issuer = django_filters.CharFilter(method="issued_by", label=_("Issuer"), max_length=SLUG_LENGTH)
    date = DateFilter()
    review = ReviewFilter()

    class Meta:
        model = Measure
        fields: list[str] = []

    def issued_by(self, measures: MeasureQuerySet, _name: str, words: str) -> MeasureQuerySet:
        """Measures of an issuer of that address, or whose name holds these words."""
        return measures.filter(
            pk__in=Measure.objects.filter(issuers__in=Organisation.objects.called(words)).values("pk")
        )


class _LineField(forms.CharField):
    def clean(self, value: str | None) -> LineKey | None:
        """The key of the line; whatever is none says so beside the form."""
        words = super().clean(value)
        try:
            return LineKey.parse(words) if words else None
        except ValueError as error:
            raise forms.ValidationError(_("There is no such line.")) from error


class _LineFilter(django_filters.CharFilter):
    field_class = _LineField


class AidFilter(django_filters.FilterSet):
    form = django_filters.ChoiceFilter(choices=AidForm.choices, label=pgettext_lazy("aid", "Form"), empty_label=ANY)
    status = django_filters.ChoiceFilter(choices=AidStatus.choices, label=_("Status"), empty_label=ANY)
    basis = django_filters.ChoiceFilter(choices=AidBasis.choices, label=_("Basis"), empty_label=ANY)
    province = django_filters.ModelChoiceFilter(
        queryset=provinces, method="given_from", label=_("Donor's province"), empty_label=ANY
    )
    donor = django_filters.CharFilter(method="given_by", label=_("Donor"), max_length=SLUG_LENGTH)
    recipient = django_filters.CharFilter(method="given_to", label=_("Recipient"), max_length=SLUG_LENGTH)
    date = DateFilter()
    review = ReviewFilter()
    ledger = django_filters.ChoiceFilter(
        choices=Standing.choices, method="left_to_the_ledger", label=_("In the totals"), empty_label=ANY
    )
    bucket = _LineFilter(method="left_to_the_ledger", label=_("Line of a table"), widget=forms.HiddenInput())

    class Meta:
        model = AidDisbursement
        fields: list[str] = []

    def filter_queryset(self, queryset: AidQuerySet) -> AidQuerySet:
        """What the ledger says of the records is asked last: it judges among all and looks among those found."""
        found = super().filter_queryset(queryset)
        standing, line = self.form.cleaned_data.get("ledger"), self.form.cleaned_data.get("bucket")
        if not standing and not line:
            return found
        standings = [Standing(standing)] if standing else []
        reviewed_only = self.form.cleaned_data.get("review") == "reviewed"
        behind = records_behind(found, standings=standings, line=line, reviewed_only=reviewed_only)
        return queryset.filter(pk__in=behind.order_by().values("pk"))

    def given_from(self, aid: AidQuerySet, _name: str, province: Division) -> AidQuerySet:
        """Aid with a donor in the province."""
        return _with_party(aid, Q(role=PartyRole.DONOR, organisation__division__code__startswith=province.code[:2]))

    def given_by(self, aid: AidQuerySet, _name: str, words: str) -> AidQuerySet:
        """Aid with a donor of that address, or whose name holds these words."""
        return _with_party(aid, Q(role=PartyRole.DONOR) & _called(words))

    def given_to(self, aid: AidQuerySet, _name: str, words: str) -> AidQuerySet:
        """Aid with a recipient of that address, or whose name holds these words; never found by a person's name."""
        return _with_party(aid, Q(role=PartyRole.RECIPIENT) & ~Q(kind=PartyKind.PERSON) & _called(words))

    def left_to_the_ledger(self, aid: AidQuerySet, _name: str, _value: object) -> AidQuerySet:
        return aid


class AidLinesFilter(AidFilter):
    """What a table of the ledger can be narrowed by: reviewed and unreviewed stand side by side in it anyway."""

    status = review = ledger = bucket = None  # type: ignore[assignment]

    class Meta(AidFilter.Meta):
        pass


def _called(words: str) -> Q:
    return Q(organisation__in=Organisation.objects.called(words)) | Q(name__icontains=words)


def _with_party(aid: AidQuerySet, condition: Q) -> AidQuerySet:
    return aid.filter(pk__in=AidParty.objects.filter(condition).values("disbursement"))
