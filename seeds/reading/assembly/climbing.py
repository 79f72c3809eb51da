"""Climbing from one reading of a page to better ones, a link or two at a time, while the whole gets better."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from seeds.reading.assembly.neighbours import neighbours
from seeds.reading.assembly.table import Floats, Ints
from unionarchive.common.values import value

NEAREST = 30  # readings beside one that are judged as wholes
STEPS = 20  # changes, at most, of one climb
IN_ALL = 45  # changes, at most, of all climbs of a page, the first climbs first: bounds what a page costs
_MIXERS = (
    0x9E3779B97F4A7C15,
    0xC2B2AE3D27D4EB4F,
    0xBF58476D1CE4E5B9,
    0x165667B19E3779F9,
)  # odd, with bits set all over
_BITS = 24  # of a number that looks like chance


@value
class Top:
    """Where a climb ended: a reading, how good it is as a whole, and the readings beside it with theirs."""

    follows: Ints
    score: float
    beside: list[tuple[float, Ints]]


class Climber:
    """Climbs on one page, to readings that cost little by the ``gains`` of links."""

    def __init__(self, gains: Floats, scores: Callable[[Sequence[Ints]], list[float]]) -> None:
        """``scores`` judges readings as wholes; a reading is a strip's follower for each strip, -1 for none."""
        self._gains, self._scores = gains, scores
        self._left = IN_ALL
        self._tops: dict[bytes, Top] = {}  # by what was passed on the way

    def climb(self, follows: Ints) -> Top:
        """The reading that change by change from ``follows`` is better as a whole, until none beside it is."""
        best = self._scores([follows])[0]
        passed: list[bytes] = []
        for _ in range(STEPS):
            key = follows.tobytes()
            if key in self._tops:
                top = self._tops[key]
                break
            passed.append(key)
            others = neighbours(self._gains, follows, NEAREST)
            scores = self._scores(others)
            top = Top(follows, best, list(zip(scores, others, strict=True)))
            self._left -= 1
            if max(scores, default=best) <= best or self._left < 0:
                break
            best = max(scores)
            follows = others[scores.index(best)]
        self._tops.update(dict.fromkeys(passed, top))
        return top


def moves(size: int, number: int) -> Floats:
    """A number from -1 to 1 for every pair of ``size`` strips: they look like chance and are the same everywhere."""
    first, second = np.indices((size, size), dtype=np.uint64)
    one, other, last = (np.uint64(mixer) for mixer in _MIXERS[:3])
    mixed = first * one + second * other + np.uint64(number * _MIXERS[3] % 2**64)
    mixed ^= mixed >> np.uint64(29)
    mixed *= last
    mixed ^= mixed >> np.uint64(32)
    return np.asarray((mixed >> np.uint64(64 - _BITS)).astype(np.float64) / 2.0 ** (_BITS - 1) - 1)
