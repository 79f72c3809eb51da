"""What totals are broken down by. Each record falls into exactly one bucket: the buckets add up to the total."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.db.models import Aggregate, Case, CharField, Count, F, Max, Min, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast, Left, Length
from django.db.models.lookups import GreaterThan
from django.utils.translation import pgettext_lazy

from articles.models import Publication
from organisations.choices import AidForm, OrganisationType, PartyKind, PartyRole
from organisations.models import AidParty, Division, Organisation
from organisations.querysets import AidQuerySet

UNDETERMINED = "undetermined"  # the text does not say
JOINT = "joint"  # several donors, whose shares are not known
PERSONS = "persons"  # donors who are persons
_LONGEST_ID = 18  # digits


class Dimension(models.TextChoices):
    """What a table has a line for each of."""

    DONOR = "donor", pgettext_lazy("ledger", "donor")
    DONOR_TYPE = "donor_type", pgettext_lazy("ledger", "type of donor")
    PROVINCE = "province", pgettext_lazy("ledger", "donor's province")
    FORM = "form", pgettext_lazy("ledger", "form")
    YEAR = "year", pgettext_lazy("ledger", "year")
    MONTH = "month", pgettext_lazy("ledger", "month")
    PUBLICATION = "publication", pgettext_lazy("ledger", "publication")

    @property
    def is_of_donors(self) -> bool:
        """True where a joint gift may belong to several lines."""
        return self in (Dimension.DONOR, Dimension.DONOR_TYPE, Dimension.PROVINCE)


@dataclass(frozen=True, slots=True)
class LineKey:
    """Which line of a table: a value of the dimension, or undetermined, joint or persons."""

    by: Dimension
    key: str

    def __str__(self) -> str:
        return f"{self.by.value}:{self.key}"

    @classmethod
    def parse(cls, text: str) -> LineKey:
        """The key that ``text`` writes: ``donor:12``, ``month:2020-02``. ValueError where it writes none."""
        by, _colon, key = text.partition(":")
        if by not in Dimension.values or not key:
            raise ValueError(text)
        return cls(Dimension(by), key)


_DONORS = {
    Dimension.DONOR: "organisation",
    Dimension.DONOR_TYPE: "organisation__type",
    Dimension.PROVINCE: "organisation__division__code",
}

_CHOICES = {Dimension.DONOR_TYPE: OrganisationType, Dimension.FORM: AidForm}
_SPECIAL = {
    UNDETERMINED: pgettext_lazy("ledger", "not determined"),
    JOINT: pgettext_lazy("ledger", "several donors together"),
    PERSONS: pgettext_lazy("ledger", "persons"),
}


def in_buckets(rows: AidQuerySet, by: Dimension) -> AidQuerySet:
    """``rows`` with the key of their ``bucket``: a value of the dimension, undetermined, joint or persons."""
    if by.is_of_donors:
        return _by_donor(rows, by)
    expressions = {
        Dimension.FORM: F("form"),
        Dimension.YEAR: _cut("date", 4),
        Dimension.MONTH: _cut("date", 7),
        Dimension.PUBLICATION: Case(
            When(article__publication__isnull=True, then=Value(UNDETERMINED)),
            default=Cast("article__publication", CharField()),
        ),
    }
    return rows.annotate(bucket=expressions[by])


def _cut(field: str, length: int) -> Case:
    """The first ``length`` characters of a partial date that has so many."""
    return Case(When(GreaterThan(Length(field), length - 1), then=Left(field, length)), default=Value(UNDETERMINED))


def _by_donor(rows: AidQuerySet, by: Dimension) -> AidQuerySet:
    key = Left(_DONORS[by], 2) if by is Dimension.PROVINCE else Cast(_DONORS[by], CharField())
    annotated = rows.annotate(
        donors=_of_donors(Count("pk")),
        persons=_of_donors(Count("pk", filter=Q(kind=PartyKind.PERSON))),
        known=_of_donors(Count(key)),
        lowest=_of_donors(Min(key)),
        highest=_of_donors(Max(key)),
    )
    bucket = Case(
        When(donors=F("known"), lowest=F("highest"), then=F("lowest")),
        When(donors__gt=1, known__gt=0, then=Value(JOINT)),
        When(donors=F("persons"), then=Value(PERSONS)),
        default=Value(UNDETERMINED),
        output_field=CharField(),
    )
    return annotated.annotate(bucket=bucket)


def _of_donors(aggregate: Aggregate) -> Subquery:
    """``aggregate`` over the donors of the record; null for one without donors."""
    donors = AidParty.objects.filter(disbursement=OuterRef("pk"), role=PartyRole.DONOR).order_by()
    return Subquery(donors.values("disbursement").annotate(value=aggregate).values("value"))


def labels(by: Dimension, keys: Iterable[str]) -> dict[str, str]:
    """What to call each bucket, in the language of the request."""
    keys = [key for key in keys if key not in _SPECIAL]
    return _named(by, keys) | {key: str(label) for key, label in _SPECIAL.items()}


def _named(by: Dimension, keys: list[str]) -> dict[str, str]:
    if by is Dimension.DONOR:
        return {str(row.pk): row.name for row in Organisation.objects.filter(pk__in=_ids(keys)).only("name")}
    if by is Dimension.PUBLICATION:
        return {str(row.pk): row.name for row in Publication.objects.filter(pk__in=_ids(keys)).only("name")}
    if by is Dimension.PROVINCE:
        known = Division.objects.filter(code__in=[f"{key}0000" for key in keys]).only("name")
        return {key: key for key in keys} | {row.code[:2]: row.name for row in known}
    if by in _CHOICES:
        return {key: str(_CHOICES[by](key).label) for key in keys if key in _CHOICES[by].values}
    return {key: key for key in keys}


def _ids(keys: Iterable[str]) -> list[int]:
    """The keys that can be a row's id: an address may hold anything."""
    return [int(key) for key in keys if key.isdecimal() and len(key) <= _LONGEST_ID]
