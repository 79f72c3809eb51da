"""Readings of a page that differ in one link from another, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from seeds.reading.assembly.table import OUT, Floats, Ints

_FEW = 64  # changes that are sorted first


def neighbours(gains: Floats, follows: Ints, most: int) -> list[Ints]:
    """At most ``most`` readings beside ``follows``, those first that cost least by ``gains``, ``OUT`` for no link.

    A link is left out; or a strip gets another follower, whoever that one followed before goes without, or takes over
    the follower that is left. None has circles.
    """
    found: list[Ints] = []
    seen: set[bytes] = set()
    for changed in _changes(gains, follows):
        key = changed.tobytes()
        if key not in seen:
            seen.add(key)
            found.append(changed)
            if len(found) == most:
                break
    return found


def _changes(gains: Floats, follows: Ints) -> Iterator[Ints]:
    """Every reading that differs in one link, by cost; a strip that followed itself would close a circle."""
    size = len(follows)
    every = np.arange(size)
    followed = follows >= 0
    leads = np.full(size, -1)
    leads[follows[followed]] = every[followed]
    kept = gains[every, follows]
    kept = np.where(followed & (kept > OUT), kept, 0.0)
    lost = np.where(leads >= 0, kept[leads], 0.0)
    costs = np.where(gains > OUT, kept[:, None] + lost - gains, np.inf)
    costs[every[followed], follows[followed]] = np.inf
    swaps = np.where((leads >= 0)[None, :] & followed[:, None], gains[leads][:, follows].T, OUT)
    swaps[leads[None, :] == every[:, None]] = OUT
    row, rank = _standing(follows)
    same = row[:, None] == row
    traded = np.where((swaps > 0) & ~same, costs - np.maximum(swaps, 0.0), np.inf)  # in one row a trade closes a circle
    costs[same & (rank <= rank[:, None])] = np.inf
    left_out = np.where(followed, kept, np.inf)
    flat = np.concatenate([left_out, traded.ravel(), costs.ravel()])
    for place in _cheapest(flat):
        changed = follows.copy()
        if place < size:
            changed[place] = -1
            yield changed
            continue
        trades = place < size + size * size
        first, second = divmod(place - size - (0 if trades else size * size), size)
        changed[first] = second
        if leads[second] >= 0:
            changed[leads[second]] = follows[first] if trades else -1
        yield changed


def _standing(follows: Ints) -> tuple[Ints, Ints]:
    """Which row of strips that follow each other each stands in, and at which place of it."""
    after = follows.tolist()
    row, place = np.zeros(len(after), dtype=np.int64), np.zeros(len(after), dtype=np.int64)
    for start in set(range(len(after))).difference(after):
        path = [start]
        while (following := after[path[-1]]) >= 0:
            path.append(following)
        row[path], place[path] = start, range(len(path))
    return row, place


def _cheapest(costs: Floats) -> Iterator[int]:
    """The places of all costs below infinity, the least first; few are asked for, so the few are sorted first."""
    few = costs <= np.partition(costs, _FEW)[_FEW] if len(costs) > _FEW else np.ones(len(costs), np.bool_)
    for some in (few & (costs < np.inf), ~few & (costs < np.inf)):
        places = np.nonzero(some)[0]
        yield from places[np.argsort(costs[places], kind="stable")].tolist()
