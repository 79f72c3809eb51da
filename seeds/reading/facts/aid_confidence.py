"""How sure a statement of aid is, and what an editor should look at.

The weights are those of a logistic regression over how a statement's parts were had, fitted page by page on 1640
statements of annotated pages and on 646 more as they were read before anybody had looked at their pages; 1,007 on pages
that nobody had read say how sure the whole is. docs/reading.md has the table. No Django, no training at run time: the
numbers are here.
"""

from __future__ import annotations

import math

from seeds.reading.facts.gifts import Gift

_BASE = -1.0
_WEIGHTS = {
    "donor_here": 0.6,
    "donor_in_sentence": 0.1,
    "donor_before": -0.8,
    "person": 0.3,
    "table": 0.6,
    "receiver_here": 0.3,
    "no_receiver": -0.1,
    "plain_verb": 0.8,
    "verb_before": 0.5,
    "joint": -0.5,
    "share": 0.3,
    "several_sums": -1.1,
    "goods": -0.2,
    "credit": 0.6,
    "cumulative": -0.1,
    "committed": 0.4,
    "pledged": 0.1,
    "counted": -0.3,
    "rate": 0.1,
}
# Verbs that say nothing but that something was handed over.
_PLAIN_VERBS = frozenset((
    "下拨", "拨付", "拨来", "拨去", "拨给", "划拨", "拨", "捐赠", "捐款", "捐出", "捐了", "捐", "赠送",
    "送来", "送去", "送到", "寄来", "寄去", "汇来", "汇去",
))  # fmt: skip
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
    marks |= {"person"} if gift.by_person else set()
    marks |= {"plain_verb"} if gift.verb in _PLAIN_VERBS else set()
    gift.doubts.update(_DOUBTS[mark] for mark in sorted(marks & _DOUBTS.keys()))
    if gift.recipients:
        gift.doubts.discard("no_receiver")
        if "receiver_in_context" in marks:
            gift.doubts.add("receiver_from_context")
    if gift.basis == "part" and gift.part_of is None:
        gift.doubts.add("whole_unknown")
    score = _BASE + sum(_WEIGHTS.get(mark, 0.0) for mark in sorted(marks))
    share = round(1 / (1 + math.exp(-score)), 2)
    return min(share, _DISAGREES) if gift.agreement is False else share
