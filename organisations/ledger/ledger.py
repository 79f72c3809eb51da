"""The ledger itself: records judged once, then added up as often as asked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Case, Count, DecimalField, ExpressionWrapper, F, Q, QuerySet, Sum, Value, When

from organisations.choices import AidStatus, Bound
from organisations.ledger.buckets import JOINT, UNDETERMINED, Dimension, in_buckets
from organisations.ledger.figures import Figure, Tally, figures
from organisations.ledger.judging import Standing, judged
from organisations.models import AidDisbursement
from organisations.querysets import AidQuerySet

_COMPUTED = ExpressionWrapper(F("rate") * F("count"), output_field=DecimalField(max_digits=30, decimal_places=2))


@dataclass(frozen=True, slots=True)
class Bucket:
    """A line of a table. ``key`` is a value of the dimension, or undetermined, joint or persons."""

    key: str
    figures: dict[AidStatus, Figure]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Judged records: each has its ``standing``."""

    rows: AidQuerySet

    def standing(self, standing: Standing) -> AidQuerySet:
        """The records of that standing."""
        return self.rows.filter(standing=standing)

    def totals(self, within: QuerySet | None = None) -> dict[AidStatus, Figure]:
        """The three figures over the records that are also in ``within``. Judged among all, added up over those."""
        return figures(map(Tally.of, _tallies(_cut(self.rows, within), "status", "standing")))

    def table(self, by: Dimension, within: QuerySet | None = None) -> list[Bucket]:
        """The same in a line for each value of ``by``, in the order of the keys; the lines add up to the totals."""
        lines: dict[str, list[Tally]] = defaultdict(list)
        for row in _tallies(self.placed(by, within), "bucket", "status", "standing"):
            lines[row["bucket"]].append(Tally.of(row))
        return [Bucket(key, figures(tallies)) for key, tallies in sorted(lines.items())]

    def placed(self, by: Dimension, within: QuerySet | None = None) -> AidQuerySet:
        """The records with the ``bucket`` they fall into.

        Where ``by`` is of donors, a joint gift whose shares are known stands as its shares, also if ``within`` holds
        only the gift.
        """
        rows = in_buckets(self.rows, by)
        if not by.is_of_donors:
            return _cut(rows, within)
        shared = _known_shares(rows)
        shares = [pk for parts in shared.values() for pk in parts]
        rows = rows.exclude(pk__in=list(shared))
        if within is not None:
            inside = within.order_by().values("pk")
            rows = rows.filter(Q(pk__in=shares, part_of__in=inside) | ~Q(pk__in=shares) & Q(pk__in=inside))
        return rows.annotate(standing=Case(When(pk__in=shares, then=Value(Standing.COUNTED)), default=F("standing")))


def open_ledger(*, reviewed_only: bool = False) -> Ledger:
    """The ledger of all public records, or of those that an editor vouches for, judged among themselves."""
    rows = AidDisbursement.objects.public()
    return Ledger(judged(rows.reviewed() if reviewed_only else rows))


def _cut(rows: AidQuerySet, within: QuerySet | None) -> AidQuerySet:
    return rows if within is None else rows.filter(pk__in=within.order_by().values("pk"))


def _tallies(rows: AidQuerySet, *keys: str) -> QuerySet:
    inexact = ~Q(bound=Bound.EXACT)
    return (
        rows.order_by()
        .values(*keys)
        .annotate(
            stated=Sum("amount"),
            computed=Sum(_COMPUTED),
            rows=Count("pk"),
            inexact=Count("pk", filter=inexact),
            at_least=Count("pk", filter=Q(bound=Bound.AT_LEAST)),
        )
    )


def _known_shares(rows: AidQuerySet) -> dict[int, list[int]]:
    """Counted joint gifts whose parts name one donor each and add up to the whole, with the keys of those parts."""
    joint = dict(rows.filter(bucket=JOINT, standing=Standing.COUNTED).values_list("pk", "amount"))
    parts = rows.filter(part_of__in=list(joint), standing=Standing.PART, amount__isnull=False)
    shares: dict[int, list[int]] = defaultdict(list)
    sums: dict[int, Decimal] = defaultdict(Decimal)
    for pk, whole, amount in parts.exclude(bucket__in=(JOINT, UNDETERMINED)).values_list("pk", "part_of", "amount"):
        shares[whole].append(pk)
        sums[whole] += amount
    return {whole: pks for whole, pks in shares.items() if sums[whole] == joint[whole]}
