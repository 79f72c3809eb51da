"""What the lists of measures and of aid can be asked for in the API."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from organisations.choices import (
    AidBasis,
    AidForm,
    AidStatus,
    Bound,
    DonorKind,
    MeasureType,
    PartyRole,
    Recurrence,
)
from organisations.ledger import Dimension, LineKey, Standing, records_behind
from organisations.models import AidDisbursement, AidItem, AidParty, Measure, Organisation
from organisations.querysets import AidQuerySet, MeasureQuerySet
from unionarchive.common.api.filters import (
    AmountFilter,
    CodesFilter,
    FromFilter,
    IdsFilter,
    ReviewFilterSet,
    SinceFilter,
    TextFilter,
    ToFilter,
    WithinFilter,
    YesNoFilter,
    within,
)


class _LineField(forms.CharField):
    def clean(self, value: str | None) -> LineKey | None:
        words = super().clean(value)
        if not words:
            return None
        try:
            return LineKey.parse(words)
        except ValueError as error:
            raise ValidationError(
                _("Expected one of %(dimensions)s, a colon and a key."),
                params={"dimensions": ", ".join(Dimension.values)},
            ) from error


class BucketFilter(TextFilter):
    field_class = _LineField
    schema = {"type": "string", "pattern": f"^({'|'.join(Dimension.values)}):.+$"}


class FactFilter(ReviewFilterSet):
    """What measures and aid have in common."""

    article = IdsFilter(help_text=_("Ids of articles, with commas between."))
    publication = IdsFilter(field_name="article__publication", help_text=_("Ids of publications they stood in."))
    date_from = FromFilter(field_name="date", help_text=_("First day: 2020, 2020-02, 2020-02-05."))
    date_to = ToFilter(field_name="date", help_text=_("Last day, itself included."))
    published_from = FromFilter(field_name="article__published", help_text=_("First day of print."))
    published_to = ToFilter(field_name="article__published", help_text=_("Last day of print, itself included."))
    updated_since = SinceFilter("updated_at", help_text=_("Changed at that time or later."))


class MeasureFilter(FactFilter):
    q = TextFilter(field_name="title", lookup_expr="icontains", help_text=_("Words of the title."))
    type = CodesFilter(MeasureType)
    organisation = IdsFilter(method="issued_by", help_text=_("Ids of organisations that put it in place."))
    division = WithinFilter(
        method="issued_within", help_text=_("Code of a division that an issuer belongs to, or one above that.")
    )

    class Meta:
        model = Measure
        fields: list[str] = []

    def issued_by(self, measures: MeasureQuerySet, _name: str, organisations: list[int]) -> MeasureQuerySet:
        issued = Measure.issuers.through.objects.filter(organisation__in=organisations)
        return measures.filter(pk__in=issued.values("measure"))

    def issued_within(self, measures: MeasureQuerySet, _name: str, code: str) -> MeasureQuerySet:
        issued = Measure.issuers.through.objects.filter(within("organisation__division__code", code))
        return measures.filter(pk__in=issued.values("measure"))


class AidFilter(FactFilter):
    q = TextFilter(method="about", help_text=_("Words of the purpose, the goods or an organisation's name."))
    organisation = IdsFilter(method="involving", help_text=_("Ids of organisations that gave or received."))
    donor = IdsFilter(method="given_by", help_text=_("Ids of organisations that gave."))
    recipient = IdsFilter(method="given_to", help_text=_("Ids of organisations that received."))
    donor_kind = CodesFilter(DonorKind)
    division = WithinFilter(
        method="given_within", help_text=_("Code of a division that a donor belongs to, or one above that.")
    )
    form = CodesFilter(AidForm)
    status = CodesFilter(AidStatus)
    basis = CodesFilter(AidBasis)
    bound = CodesFilter(Bound)
    recurring = CodesFilter(Recurrence)
    amount_min = AmountFilter(field_name="amount", lookup_expr="gte", help_text=_("At least so many yuan."))
    amount_max = AmountFilter(field_name="amount", lookup_expr="lte", help_text=_("At most so many yuan."))
    has_amount = YesNoFilter(
        field_name="amount", lookup_expr="isnull", exclude=True, help_text=_("Whether the text states a total.")
    )
    part_of = IdsFilter(help_text=_("Ids of records whose parts they are."))
    ledger = CodesFilter(
        Standing,
        method="left_to_the_ledger",
        help_text=_("What becomes of them in the totals; with reviewed=true as judged among reviewed records."),
    )
    bucket = BucketFilter(
        method="left_to_the_ledger", help_text=_("A line of a table of the ledger, such as donor:12 or month:2020-02.")
    )

    class Meta:
        model = AidDisbursement
        fields: list[str] = []

    def filter_queryset(self, queryset: AidQuerySet) -> AidQuerySet:
        """What the ledger says of the records is asked last: it judges among all and looks among those found."""
        found = super().filter_queryset(queryset)
        asked = self.form.cleaned_data
        standings, line = asked.get("ledger"), asked.get("bucket")
        if not standings and not line:
            return found
        reviewed_only = bool(asked.get("reviewed"))
        behind = records_behind(found, standings=standings or [], line=line, reviewed_only=reviewed_only)
        return queryset.filter(pk__in=behind.order_by().values("pk"))

    def left_to_the_ledger(self, aid: AidQuerySet, _name: str, _value: object) -> AidQuerySet:
        return aid

    def about(self, aid: AidQuerySet, _name: str, words: str) -> AidQuerySet:
        """Names of persons are not looked at: nobody is to be found by having received aid."""
        organisations = Organisation.objects.filter(name__icontains=words).values("pk")
        parties = _with_party(Q(organisation__in=organisations))
        goods = AidItem.objects.filter(item__icontains=words).values("disbursement")
        return aid.filter(Q(purpose__icontains=words) | Q(pk__in=parties) | Q(pk__in=goods))

    def involving(self, aid: AidQuerySet, _name: str, organisations: list[int]) -> AidQuerySet:
        return aid.filter(pk__in=_with_party(Q(organisation__in=organisations)))

    def given_by(self, aid: AidQuerySet, _name: str, organisations: list[int]) -> AidQuerySet:
        return aid.filter(pk__in=_with_party(Q(role=PartyRole.DONOR, organisation__in=organisations)))

    def given_to(self, aid: AidQuerySet, _name: str, organisations: list[int]) -> AidQuerySet:
        return aid.filter(pk__in=_with_party(Q(role=PartyRole.RECIPIENT, organisation__in=organisations)))

    def given_within(self, aid: AidQuerySet, _name: str, code: str) -> AidQuerySet:
        donors = Q(role=PartyRole.DONOR) & within("organisation__division__code", code)
        return aid.filter(pk__in=_with_party(donors))


def _with_party(condition: Q) -> QuerySet:
    return AidParty.objects.filter(condition).values("disbursement")
