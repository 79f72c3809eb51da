"""How sure a statement of aid is, and what an editor should look at.

The weights are those of a logistic regression over how a statement's parts were had and what stands around it
(``aid_signs``), fitted by ``python -m tests.reading.fit_aid_confidence``; docs/reading.md has the table of how many
were right. No Django, no training at run time: the numbers are in ``words/aid_confidence.toml``.
"""

from __future__ import annotations

import math
from functools import cache

from seeds.reading.facts.aid_signs import Signs
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.lexicon import words

_DOUBTS = {
    "donor_before": "donor_from_context",
    "no_receiver": "no_receiver",
    "verb_elsewhere": "verb_in_another_clause",
    "no_verb": "no_verb",
}
_DISAGREES = 0.5  # a statement whose own figures do not agree is at best this sure


@cache
def _weights() -> dict[str, float]:
    return {name: float(value) for name, value in words("aid_confidence")["weights"].items()}


def confidence_of(gift: Gift, signs: Signs) -> float:
    """The share of statements with such ``signs`` that are right in every core field, 0 to 1."""
    weights = _weights()
    score = weights["always"] + math.fsum(weights.get(name, 0.0) * value for name, value in signs.items())
    share = round(1 / (1 + math.exp(-score)), 2)
    return min(share, _DISAGREES) if gift.agreement is False else share


def doubts_of(gift: Gift) -> tuple[str, ...]:
    """The doubts of ``gift``, those that its making left and those that its marks tell, in order."""
    doubts = gift.doubts | {_DOUBTS[mark] for mark in gift.marks & _DOUBTS.keys()}
    if gift.recipients:
        doubts.discard("no_receiver")
        if "receiver_in_context" in gift.marks:
            doubts.add("receiver_from_context")
    if gift.basis == "part" and gift.part_of is None:
        doubts.add("whole_unknown")
    return tuple(sorted(doubts))
