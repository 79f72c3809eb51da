"""How nearly the articles of a page might have been others: what the best single change to each would cost."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from seeds.reading.assembly.strips import Strip
from seeds.reading.assembly.table import Floats, Ints

_SAME = 1e-9  # two changes that undo each other cost the same, the first is told
_MOST = 9.0  # what costs more is no rival


class Margins:
    """The costs of changing one link: to leave it out, or to have its first strip followed by another."""

    def __init__(self, strips: Sequence[Strip], gains: Floats, follows: Ints) -> None:
        """Weigh ``follows``, -1 for none, against all other links by their ``gains``, 0 for what gains nothing."""
        self._strips = strips
        every = np.arange(len(strips))
        followed, leads = follows >= 0, np.full(len(strips), -1)
        leads[follows[followed]] = every[followed]
        kept = np.where(followed, gains[every, follows], 0.0)
        lost = np.where(leads >= 0, kept[leads], 0.0)  # whoever is taken away from whom it follows now
        swapped = np.where((leads >= 0)[:, None] & followed, gains[leads][:, follows], 0.0)  # and they get each other
        costs = kept[:, None] + lost - gains - swapped.T
        costs[(gains <= 0) | (every == follows[:, None])] = np.inf
        self._follows, self._kept = follows.tolist(), kept.tolist()
        self._rivals, self._costs = costs.argmin(axis=1).tolist(), costs.min(axis=1).tolist()

    def of(self, members: Sequence[int]) -> tuple[float, str]:
        """What the best change to the article of ``members`` would cost, and in words which change that is."""
        best, rival = _MOST, ""
        for first in members:
            second, kept = self._follows[first], self._kept[first]
            if second >= 0 and kept < best:
                best, rival = kept, f"line {self._strips[second].lines[0]} begins an article of its own"
            if self._costs[first] < best - _SAME:
                best = self._costs[first]
                other = self._strips[self._rivals[first]]
                rival = f"line {other.lines[0]} follows line {self._strips[first].lines[-1]}"
        return max(best, 0.0), rival
