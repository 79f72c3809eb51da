"""The assignment of successors that gains most, without circles: exact (Jonker and Volgenant)."""

from __future__ import annotations

import lap
import numpy as np

from seeds.reading.assembly.table import Floats, Ints


def best_assignment(gains: Floats) -> Ints:
    """A successor for some nodes, -1 for the others, so that the sum of gains is greatest and nobody follows two.

    ``gains[a, b]`` is what b following a gains; what is not above 0 is no gain. Circles that an assignment may close
    are opened at their weakest link, and the ends are assigned again without it.
    """
    allowed = np.maximum(gains, 0.0)
    if not allowed.size:
        return np.empty(0, dtype=np.int64)
    every = np.arange(len(allowed))
    while True:
        _, chosen, _ = lap.lapjv(-allowed)
        follows = np.where(allowed[every, chosen] > 0, chosen, -1).astype(np.int64)
        weakest = [min(circle, key=lambda node: float(gains[node, follows[node]])) for circle in circles(follows)]
        if not weakest:
            return follows
        allowed[weakest, follows[weakest]] = 0.0


def circles(follows: Ints) -> list[list[int]]:
    """The circles in which nodes follow each other."""
    after = follows.tolist()
    followed = set(after)
    unseen = set(range(len(after)))
    for start in unseen - followed:
        at = start
        while at >= 0:
            unseen.discard(at)
            at = after[at]
    found: list[list[int]] = []
    while unseen:
        circle = [min(unseen)]
        while (at := after[circle[-1]]) != circle[0]:
            circle.append(at)
        unseen.difference_update(circle)
        found.append(circle)
    return found
