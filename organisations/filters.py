"""What the lists of organisations, measures and aid can be narrowed by on the site."""

from __future__ import annotations

import django_filters
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
from organisations.models import AidDisbursement, AidParty, Division, Measure, Organisation
from organisations.querysets import AidQuerySet, FactQuerySet, OrganisationQuerySet
from unionarchive.common.fields import validate_partial_date
from unionarchive.common.models import ReviewState

ANY = pgettext_lazy("filter", "any")
SLUG_LENGTH = 220


def provinces(_request: object) -> models.QuerySet:
    """The divisions that a form offers."""
    return Division.objects.filter(level=DivisionLevel.PROVINCE)


class ReviewFilter(django_filters.ChoiceFilter):
    """Rows that editors vouch for, or those that are the machine's alone."""

    def __init__(self) -> None:
        choices = [
            ("reviewed", pgettext_lazy("filter", "reviewed")),
            ("unreviewed", pgettext_lazy("filter", "unreviewed")),
        ]
        super().__init__(choices=choices, label=_("Review"), empty_label=ANY)

    def filter(self, qs: FactQuerySet, value: str) -> FactQuerySet:
        if value == "reviewed":
            return qs.reviewed()
        return qs.filter(state=ReviewState.PROPOSED) if value == "unreviewed" else qs


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
        named = Organisation.objects.filter(aliases__name__icontains=words).values("pk")
        return organisations.filter(Q(name__icontains=words) | Q(pinyin__icontains=words) | Q(pk__in=named))

    def within(self, organisations: OrganisationQuerySet, _name: str, province: Division) -> OrganisationQuerySet:
        """Organisations of the province or of a division in it."""
        return organisations.filter(division__code__startswith=province.code[:2])


class MeasureFilter(django_filters.FilterSet):
    title = django_filters.CharFilter(lookup_expr="icontains", label=_("Words of the title"), max_length=100)
    type = django_filters.ChoiceFilter(choices=MeasureType.choices, label=_("Type"), empty_label=ANY)
    issuer = django_filters.CharFilter(field_name="issuers__slug", label=_("Issuer"), max_length=SLUG_LENGTH)
    date = django_filters.CharFilter(lookup_expr="startswith", label=_("Date"), validators=[validate_partial_date])
    review = ReviewFilter()

    class Meta:
        model = Measure
        fields: list[str] = []


class AidFilter(django_filters.FilterSet):
    form = django_filters.ChoiceFilter(choices=AidForm.choices, label=_("Form"), empty_label=ANY)
    status = django_filters.ChoiceFilter(choices=AidStatus.choices, label=_("Status"), empty_label=ANY)
    basis = django_filters.ChoiceFilter(choices=AidBasis.choices, label=_("Basis"), empty_label=ANY)
    province = django_filters.ModelChoiceFilter(
        queryset=provinces, method="given_from", label=_("Donor's province"), empty_label=ANY
    )
    donor = django_filters.CharFilter(method="given_by", label=_("Donor"), max_length=SLUG_LENGTH)
    recipient = django_filters.CharFilter(method="given_to", label=_("Recipient"), max_length=SLUG_LENGTH)
    date = django_filters.CharFilter(lookup_expr="startswith", label=_("Date"), validators=[validate_partial_date])
    review = ReviewFilter()

    class Meta:
        model = AidDisbursement
        fields: list[str] = []

    def given_from(self, aid: AidQuerySet, _name: str, province: Division) -> AidQuerySet:
        """Aid with a donor in the province."""
        return _with_party(aid, Q(role=PartyRole.DONOR, organisation__division__code__startswith=province.code[:2]))

    def given_by(self, aid: AidQuerySet, _name: str, words: str) -> AidQuerySet:
        """Aid with a donor of that address, or whose name holds these words."""
        return _with_party(aid, Q(role=PartyRole.DONOR) & _called(words))

    def given_to(self, aid: AidQuerySet, _name: str, words: str) -> AidQuerySet:
        """Aid with a recipient of that address, or whose name holds these words; never found by a person's name."""
        return _with_party(aid, Q(role=PartyRole.RECIPIENT) & ~Q(kind=PartyKind.PERSON) & _called(words))


def _called(words: str) -> Q:
    return Q(organisation__slug=words) | Q(organisation__name__icontains=words) | Q(name__icontains=words)


def _with_party(aid: AidQuerySet, condition: Q) -> AidQuerySet:
    return aid.filter(pk__in=AidParty.objects.filter(condition).values("disbursement"))
