"""Which records of aid enter a sum, and why the others do not.

What a record says of itself is judged in the database. Records that are tied to others (parts, second reports of a
gift) are few and are judged here, since a chain of them has no fixed length.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.utils.translation import pgettext_lazy

from organisations.choices import AidBasis, AidForm
from organisations.models import AidDisbursement
from organisations.querysets import AidQuerySet

# Units that count the same thing. 人次 counts visits and stands with none of them.
SAME_UNITS = (("人", "名", "位", "个人"), ("户", "户家庭", "个家庭"), ("家", "家企业", "个企业", "户企业"))


class Standing(models.TextChoices):
    """What becomes of a record in the sums."""

    COUNTED = "counted", pgettext_lazy("ledger", "counted as stated")
    COMPUTED = "computed", pgettext_lazy("ledger", "rate × count, no total stated")
    CUMULATIVE = "cumulative", pgettext_lazy("ledger", "a running total, which holds other gifts")
    RECURRING = "recurring", pgettext_lazy("ledger", "paid again and again; how often is not said")
    CREDIT = "credit", pgettext_lazy("ledger", "credit, to be paid back")
    NO_AMOUNT = "no_amount", pgettext_lazy("ledger", "states no sum of money")
    SAME_GIFT = "same_gift", pgettext_lazy("ledger", "the same gift told elsewhere")
    PART = "part", pgettext_lazy("ledger", "part of a record that is counted")

    @classmethod
    def left_out(cls) -> list[Standing]:
        """The standings that enter no sum."""
        return [standing for standing in cls if standing not in (cls.COUNTED, cls.COMPUTED)]


_SAME_UNIT = Q(rate_unit=F("count_unit"))
for _units in SAME_UNITS:
    _SAME_UNIT |= Q(rate_unit__in=_units, count_unit__in=_units)
_COMPUTABLE = Q(amount__isnull=True, rate__isnull=False, count__gt=0) & _SAME_UNIT

# What a record says of itself, the first that holds.
_BY_ITSELF = (
    (Standing.CUMULATIVE, Q(basis=AidBasis.CUMULATIVE)),
    (Standing.RECURRING, ~Q(recurring="")),
    (Standing.CREDIT, Q(form=AidForm.CREDIT)),
    (Standing.COUNTED, Q(amount__isnull=False)),
    (Standing.COMPUTED, _COMPUTABLE),
)
_SUMMED = (Standing.COUNTED, Standing.COMPUTED)
# What a whole passes on to its parts, and a record to its retellings.
_PASSED_ON = (Standing.CUMULATIVE, Standing.RECURRING, Standing.CREDIT)


def judged(rows: AidQuerySet) -> AidQuerySet:
    """``rows`` with their ``standing``, each judged among ``rows`` alone: what is not in them counts for nothing."""
    tied = _Ties.among(rows).verdicts()
    keys: dict[Standing, list[int]] = defaultdict(list)
    for pk, standing in tied.items():
        keys[standing].append(pk)
    linked = [When(pk__in=pks, then=Value(standing)) for standing, pks in sorted(keys.items())]
    return rows.annotate(standing=Case(*linked, *_by_itself(), default=Value(Standing.NO_AMOUNT)))


def _by_itself() -> list[When]:
    return [When(condition, then=Value(standing)) for standing, condition in _BY_ITSELF]


@dataclass(frozen=True, slots=True)
class _Record:
    """A record that is tied to another, with what it says of itself."""

    pk: int
    status: str
    standing: Standing


class _Ties:
    """The records that are tied to each other. Links also lead through records that are not among the rows."""

    def __init__(self, records: Mapping[int, _Record], wholes: Mapping[int, int], originals: Mapping[int, int]) -> None:
        self.records, self.wholes, self.originals = records, wholes, originals
        self.known: dict[int, Standing] = {}
        self.kept: dict[int, int] = {}  # each retelling, and the record of the gift that stands for it

    @classmethod
    def among(cls, rows: AidQuerySet) -> _Ties:
        everything = AidDisbursement.objects.order_by()
        wholes, originals = _links(everything, "part_of"), _links(everything, "same_as")
        tied = {*wholes, *wholes.values(), *originals, *originals.values()}
        own = Case(*_by_itself(), default=Value(Standing.NO_AMOUNT))
        found = rows.order_by().filter(pk__in=tied).annotate(own=own).values_list("pk", "status", "own")
        return cls({pk: _Record(pk, status, Standing(own)) for pk, status, own in found}, wholes, originals)

    def verdicts(self) -> dict[int, Standing]:
        """What becomes of each record."""
        self._judge_retellings()
        for pk in sorted(self.records):
            self._judge(pk, frozenset())
        self._drop_computed_wholes()
        return self.known

    def _judge_retellings(self) -> None:
        """Of the records of one gift one is kept: one that states a total, the original before its retellings."""
        gifts: dict[int, list[_Record]] = defaultdict(list)
        for record in self.records.values():
            gifts[_root(record.pk, self.originals)].append(record)
        for original, told in gifts.items():
            kept = min(told, key=lambda record: (_worth(record, original), record.pk != original, record.pk))
            for record in told:
                if record is not kept:
                    self.known[record.pk] = Standing.SAME_GIFT
                    self.kept[record.pk] = kept.pk

    def _judge(self, pk: int, below: frozenset[int]) -> Standing:
        """A part is left out where a whole above it is counted in the same figure, or passes its own doubt on."""
        if pk not in self.known:
            self.known[pk] = self._fate(self.records[pk], below | {pk})
        return self.known[pk]

    def _fate(self, record: _Record, below: frozenset[int]) -> Standing:
        if record.standing not in _SUMMED:
            return record.standing
        for whole in self._above(record.pk, below):
            above = self._judge(whole.pk, below)
            if above in _PASSED_ON:
                return above
            if above in (Standing.COUNTED, record.standing) and whole.status == record.status:
                return Standing.PART
        return record.standing

    def _above(self, pk: int, below: frozenset[int]) -> Iterator[_Record]:
        """The wholes above a record, the nearest first; instead of a retelling the record that stands for it."""
        passed = set(below)
        whole = self.wholes.get(pk)
        while whole is not None:
            stands = self.kept.get(whole, whole)
            if stands in passed:
                return
            passed.add(stands)
            if stands in self.records:
                yield self.records[stands]
            whole = self.wholes.get(stands, self.wholes.get(whole))

    def _drop_computed_wholes(self) -> None:
        """A whole that states no total is not computed beside parts that state theirs."""
        for pk, whole in self.wholes.items():
            counted = self.known.get(pk) is Standing.COUNTED
            if counted and self.known.get(whole) is Standing.COMPUTED and self._same_figure(pk, whole):
                self.known[whole] = Standing.NO_AMOUNT

    def _same_figure(self, one: int, other: int) -> bool:
        return self.records[one].status == self.records[other].status


def _links(rows: AidQuerySet, field: str) -> dict[int, int]:
    return dict(rows.filter(**{f"{field}__isnull": False}).values_list("pk", field))


def _worth(record: _Record, original: int) -> int:
    """Lowest for the record to keep of a gift. What the original passes on holds for its retellings, so it is kept."""
    if record.pk == original and record.standing in _PASSED_ON:
        return 0
    return _SUMMED.index(record.standing) + 1 if record.standing in _SUMMED else 3


def _root(pk: int, links: Mapping[int, int]) -> int:
    """Where the links from ``pk`` end; of a ring the smallest key."""
    passed = [pk]
    while passed[-1] in links:
        following = links[passed[-1]]
        if following in passed:
            return min(passed[passed.index(following) :])
        passed.append(following)
    return passed[-1]
