"""Public totals of aid: what pages, API and exports say of sums is read here and nowhere else.

``open_ledger`` judges every public record once: counted, computed, or left out for a reason that is told. ``totals``
and ``table`` add up; ``side_by_side`` and ``lines_side_by_side`` put what editors vouch for beside what includes the
machine's readings; ``records_behind`` leads from a figure back to its records.
Disbursed, committed and pledged are three figures and are never added to each other; numbers of people are added up
nowhere, since the same people stand in many statements.
"""

from organisations.ledger.buckets import Dimension, LineKey, labels
from organisations.ledger.columns import Line, Pair, lines_side_by_side, records_behind, side_by_side
from organisations.ledger.figures import Figure, LeftOut, Sum, figures
from organisations.ledger.judging import Standing
from organisations.ledger.ledger import Bucket, Ledger, open_ledger

__all__ = [
    "Bucket",
    "Dimension",
    "Figure",
    "Ledger",
    "LeftOut",
    "Line",
    "LineKey",
    "Pair",
    "Standing",
    "Sum",
    "figures",
    "labels",
    "lines_side_by_side",
    "open_ledger",
    "records_behind",
    "side_by_side",
]
