"""The ledger as it is shown: what editors vouch for beside what includes the machine's readings, never mixed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from organisations.choices import AidStatus
from organisations.ledger.buckets import Dimension, LineKey
from organisations.ledger.figures import Figure, figures
from organisations.ledger.judging import Standing
from organisations.ledger.ledger import open_ledger
from organisations.querysets import AidQuerySet

Figures = Mapping[AidStatus, Figure]


@dataclass(frozen=True, slots=True)
class Pair:
    """One figure as editors vouch for it, beside the one that includes the machine's readings.

    The second is None where an installation shows no unreviewed readings.
    """

    status: AidStatus
    reviewed: Figure
    including_unreviewed: Figure | None

    @property
    def widest(self) -> Figure:
        """The figure that includes most."""
        return self.including_unreviewed or self.reviewed


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: disbursed, committed and pledged for one value of a dimension."""

    key: LineKey
    pairs: tuple[Pair, ...]


def side_by_side(within: QuerySet | None = None) -> list[Pair]:
    """Disbursed, committed and pledged: as reviewed, and with unreviewed readings where those are shown at all."""
    everything = open_ledger().totals(within) if settings.SHOW_UNREVIEWED else None
    return _paired(open_ledger(reviewed_only=True).totals(within), everything)


def lines_side_by_side(by: Dimension, within: QuerySet | None = None) -> list[Line]:
    """The same for each value of ``by``; those with the largest sums disbursed, committed, pledged come first."""
    nothing = figures([])
    reviewed = {bucket.key: bucket.figures for bucket in open_ledger(reviewed_only=True).table(by, within)}
    everything = None
    if settings.SHOW_UNREVIEWED:
        everything = {bucket.key: bucket.figures for bucket in open_ledger().table(by, within)}
    lines = []
    for key in {*reviewed, *(everything or {})}:
        second = None if everything is None else everything.get(key, nothing)
        lines.append(Line(LineKey(by, key), tuple(_paired(reviewed.get(key, nothing), second))))
    return sorted(lines, key=_size)


def records_behind(
    found: AidQuerySet, *, standings: list[Standing], line: LineKey | None, reviewed_only: bool
) -> AidQuerySet:
    """What a figure counts: those among ``found`` of the ``standings`` and the ``line``, of any where none is given.

    Judged among all public records, or all reviewed ones. Of a joint gift in a table of donors these are its shares.
    """
    ledger = open_ledger(reviewed_only=reviewed_only)
    rows = ledger.placed(line.by, found).filter(bucket=line.key) if line else ledger.rows
    if standings:
        rows = rows.filter(standing__in=standings)
    chosen = found.model.objects.public() if line else found
    return chosen.filter(pk__in=rows.order_by().values("pk"))


def _paired(reviewed: Figures, everything: Figures | None) -> list[Pair]:
    return [Pair(status, figure, everything[status] if everything else None) for status, figure in reviewed.items()]


def _size(line: Line) -> tuple[Any, ...]:
    return (*(-(pair.widest.stated.amount or Decimal(0)) for pair in line.pairs), line.key.key)
