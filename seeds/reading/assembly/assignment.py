"""The assignment of successors that gains most, without circles: exact by shortest augmenting paths."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence


def best_assignment(count: int, gains: Mapping[int, Sequence[tuple[int, float]]]) -> dict[int, int]:
    """A successor for some of ``count`` nodes so that the sum of gains is greatest and nobody follows two.

    ``gains`` lists (successor, gain) for each node, gains above 0; a node may stay without. Circles that an assignment
    may close are opened at their weakest link, and the ends are assigned again without it.
    """
    banned: set[tuple[int, int]] = set()
    while True:
        allowed = {
            first: [(second, gain) for second, gain in some if (first, second) not in banned]
            for first, some in gains.items()
        }
        follows = _assigned(count, allowed)
        weakest = [
            min(((a, follows[a]) for a in circle), key=lambda pair: _gain(gains, pair)) for circle in _circles(follows)
        ]
        if not weakest:
            return follows
        banned.update(weakest)


def _gain(gains: Mapping[int, Sequence[tuple[int, float]]], pair: tuple[int, int]) -> float:
    return next(gain for second, gain in gains[pair[0]] if second == pair[1])


def _circles(follows: Mapping[int, int]) -> list[list[int]]:
    seen: set[int] = set(follows)
    for start in set(follows) - set(follows.values()):
        at: int | None = start
        while at is not None:
            seen.discard(at)
            at = follows.get(at)
    circles: list[list[int]] = []
    while seen:
        start = min(seen)
        circle = [start]
        seen.discard(start)
        at = follows[start]
        while at != start:
            circle.append(at)
            seen.discard(at)
            at = follows[at]
        circles.append(circle)
    return circles


def _assigned(count: int, gains: Mapping[int, Sequence[tuple[int, float]]]) -> dict[int, int]:
    """Maximum-weight bipartite matching by shortest augmenting paths; a node may stay free, and gains nothing then."""
    best = {first: max((gain for _, gain in some), default=0.0) for first, some in gains.items()}
    height = [0.0] * count  # potential of each successor
    rise = dict(best)  # potential of each node
    holder: dict[int, int] = {}
    follows: dict[int, int] = {}
    waiting = []
    for root in sorted(gains):
        taken = next((second for second, gain in gains[root] if gain == best[root] and second not in holder), None)
        if taken is None:
            waiting.append(root)
        else:
            follows[root], holder[taken] = taken, root  # its best is free: no path can be better
    for root in waiting:
        _augment(root, gains, height, rise, holder, follows)
    return follows


def _augment(
    root: int,
    gains: Mapping[int, Sequence[tuple[int, float]]],
    height: list[float],
    rise: dict[int, float],
    holder: dict[int, int],
    follows: dict[int, int],
) -> None:
    """One Dijkstra from ``root`` over reduced costs to a free successor, or to a node that is best left free."""
    distance: dict[int, float] = {}
    reached: dict[int, int] = {}
    settled: list[int] = []
    done: set[int] = set()
    heap: list[tuple[float, int]] = []
    nodes: list[tuple[int, float]] = [(root, 0.0)]
    limit, free_node = rise[root], root
    at_node, at_distance = root, 0.0
    target: int | None = None
    while True:
        for second, gain in gains[at_node]:
            if second in done:
                continue
            far = at_distance + rise[at_node] + height[second] - gain
            if far < distance.get(second, float("inf")) - 1e-12:
                distance[second] = far
                reached[second] = at_node
                heapq.heappush(heap, (far, second))
        while heap and (heap[0][1] in done or heap[0][0] > distance[heap[0][1]] + 1e-12):
            heapq.heappop(heap)
        if not heap or heap[0][0] >= limit:
            break
        far, second = heapq.heappop(heap)
        done.add(second)
        settled.append(second)
        if second not in holder:
            target = second
            limit = far
            break
        at_node, at_distance = holder[second], far
        nodes.append((at_node, far))
        if far + rise[at_node] < limit:
            limit, free_node = far + rise[at_node], at_node
    for node, far in nodes:
        if far < limit:
            rise[node] -= limit - far
    for second in settled:
        if distance[second] < limit:
            height[second] += limit - distance[second]
    _flip(root, target, free_node, reached, holder, follows)


def _flip(
    root: int,
    target: int | None,
    free_node: int,
    reached: Mapping[int, int],
    holder: dict[int, int],
    follows: dict[int, int],
) -> None:
    """Hand successors on along the path that was found."""
    if target is None:
        if free_node == root:
            return
        target = follows.pop(free_node)
    at: int = target
    while True:
        node = reached[at]
        before = follows.get(node)
        follows[node] = at
        holder[at] = node
        if node == root or before is None:
            return
        at = before
