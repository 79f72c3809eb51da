"""How sure a statement of aid is, and what an editor should look at.

The weights are those of a logistic regression over how a statement's parts were had. They were fitted on annotated
pages that no rule was made from, where the confidence given and the share of statements right in every core field
agree within a few hundredths; docs/reading.md has the table. No Django, no training at run time: the numbers are here.
"""

from __future__ import annotations

import math

from seeds.reading.facts.gifts import Gift

_BASE = -0.38
_WEIGHTS = {
    "donor_here": 0.6,
    "donor_in_sentence": -0.2,
    "donor_before": -0.4,
    "receiver_here": 0.1,
    "no_receiver": -0.6,
    "verb_before": 0.3,
    "verb_elsewhere": -0.5,
    "joint": 0.5,
    "share": 0.1,
    "several_sums": 0.5,
    "goods": 0.3,
    "service": 0.9,
    "credit": -0.1,
    "part": -0.2,
    "cumulative": 0.1,
    "committed": 0.4,
    "pledged": 0.4,
    "counted": -0.7,
    "rate": -0.1,
}
_DOUBTS = {
    "donor_before": "donor_from_context",
    "no_receiver": "no_receiver",
    "verb_elsewhere": "verb_in_another_clause",
    "no_verb": "no_verb",
}
_DISAGREES = 0.5  # a statement whose own figures do not agree is at best this sure


def confidence_of(gift: Gift) -> float:
    """The share of statements like ``gift`` that are right in every core field, 0 to 1, and adds to its doubts."""
    marks = gift.marks | {gift.form, gift.status, gift.basis}
    marks |= {"counted"} if gift.count else set()
    marks |= {"rate"} if gift.rate is not None else set()
    gift.doubts.update(_DOUBTS[mark] for mark in sorted(marks & _DOUBTS.keys()))
    if gift.basis == "part" and gift.part_of is None:
        gift.doubts.add("whole_unknown")
    score = _BASE + sum(_WEIGHTS.get(mark, 0.0) for mark in sorted(marks))
    share = round(1 / (1 + math.exp(-score)), 2)
    return min(share, _DISAGREES) if gift.agreement is False else share
