"""How far an organisation can be believed: the share of such findings that were right on pages not built upon.

The figures were counted on twenty annotated pages that no rule was written for (428 organisations found); an editor may
accept what is above ``SAFE`` in bulk. The names of the vocabulary were counted again when it had grown (82 found), what
is above ``SAFE`` on thirty-two pages of which only the figures were looked at (docs/reading.md).
"""

from __future__ import annotations

from collections.abc import Sequence

from seeds.reading.facts.name_parts import Name
from seeds.reading.organisation_nodes import Node

SAFE = 0.97

_BY_GROUND = {"listed": 0.9, "stated": 0.9, "level": 0.87, "pointed": 0.87, "own": 0.72}
_IMPLIED = 0.8  # a parent that no text names by itself
# Kinds whose names with a printed place are right; a school's is often its short name (right 0.91 of 101 times).
_PLAIN = frozenset(("territorial_union", "mass", "company", "bank", "hospital", "plant", "union_part", "committee"))
_PLAIN_STATED = 0.99
_PLANT_ALONE = 0.5  # 大坪矿, 二分厂: own words and a unit of one character
_AGAIN = 0.04  # met more than once, in the same or another form


def trust_in(names: Sequence[Name], node: Node) -> float:
    """The share of organisations found by such names that are right, 0 to 1."""
    if not names:
        return _IMPLIED
    best = max([_single(name, node) for name in names])
    return round(min(best + (_AGAIN if len(names) > 1 else 0.0), 0.99), 2)


def _single(name: Name, node: Node) -> float:
    ground = name.ground
    if ground == "stated" and node.rep().unit.kind in _PLAIN:
        return _PLAIN_STATED
    if ground == "own" and node.rep().unit.kind == "plant":
        return _PLANT_ALONE
    return _BY_GROUND[ground]
