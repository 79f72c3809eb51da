"""Public totals of aid: what pages, API and exports say of sums is read here and nowhere else.

``open_ledger`` judges every public record once: counted, computed, or left out for a reason that is told. ``totals``
and ``table`` add up; ``side_by_side`` puts what editors vouch for beside what includes the machine's readings.
Disbursed, committed and pledged are three figures and are never added to each other; numbers of people are added up
nowhere, since the same people stand in many statements.
"""

from organisations.ledger.buckets import Dimension, labels
from organisations.ledger.figures import Figure, LeftOut, Sum, figures
from organisations.ledger.judging import Standing
from organisations.ledger.ledger import Bucket, Ledger, Pair, open_ledger, side_by_side

__all__ = [
    "Bucket",
    "Dimension",
    "Figure",
    "Ledger",
    "LeftOut",
    "Pair",
    "Standing",
    "Sum",
    "figures",
    "labels",
    "open_ledger",
    "side_by_side",
]
