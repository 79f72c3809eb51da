"""Sums that say what they are sums of. Values only: nothing here asks the database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from organisations.choices import AidStatus, Bound
from organisations.ledger.judging import Standing

_FEN = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Sum:
    """Money in yuan added up over ``rows`` records, ``inexact`` of which give no exact figure.

    ``amount`` is None where there was nothing to add: no amount is not zero. ``bound`` is at_least where every inexact
    figure is a lower bound (≥), about where one is not (≈), else exact.
    """

    amount: Decimal | None
    rows: int
    inexact: int
    bound: Bound

    @property
    def mark(self) -> str:
        """The sign before the amount: ≥, ≈ or none."""
        return {Bound.AT_LEAST: "≥", Bound.ABOUT: "≈"}.get(self.bound, "")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """So many records that enter no sum, for one reason."""

    reason: Standing
    rows: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the three figures: what the texts state, what is computed beside it, and what is left out."""

    status: AidStatus
    stated: Sum
    computed: Sum
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """What the database adds up over the records of one status and standing."""

    status: AidStatus
    standing: Standing
    amount: Decimal | None
    rows: int
    inexact: int
    at_least: int

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Tally:
        standing = Standing(row["standing"])
        amount = row["stated"] if standing is Standing.COUNTED else row["computed"]
        exact = Decimal(amount).quantize(_FEN) if standing in (Standing.COUNTED, Standing.COMPUTED) else None
        return cls(AidStatus(row["status"]), standing, exact, row["rows"], row["inexact"], row["at_least"])

    def as_sum(self) -> Sum:
        lower = self.inexact == self.at_least
        bound = Bound.EXACT if not self.inexact else Bound.AT_LEAST if lower else Bound.ABOUT
        return Sum(self.amount, self.rows, self.inexact, bound)


NOTHING = Sum(None, 0, 0, Bound.EXACT)


def figures(tallies: Iterable[Tally]) -> dict[AidStatus, Figure]:
    """The three figures that the tallies make; each status is there, also one without records."""
    found = {(tally.status, tally.standing): tally for tally in tallies}

    def summed(status: AidStatus, standing: Standing) -> Sum:
        return found[status, standing].as_sum() if (status, standing) in found else NOTHING

    return {
        status: Figure(
            status,
            stated=summed(status, Standing.COUNTED),
            computed=summed(status, Standing.COMPUTED),
            left_out=tuple(
                LeftOut(reason, found[status, reason].rows)
                for reason in Standing.left_out()
                if (status, reason) in found
            ),
        )
        for status in (AidStatus.DISBURSED, AidStatus.COMMITTED, AidStatus.PLEDGED)
    }
