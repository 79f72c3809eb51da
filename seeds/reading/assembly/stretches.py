"""Articles as rows of strips: sums over all that stands up to a strip, or from it on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from seeds.reading.assembly.table import Array, Bools, Ints
from unionarchive.common.values import value


class Stretches:
    """The stretch up to each strip of its article and the one from it on, the strip itself in both.

    Sums are differences of running sums, which are right to the last bit where values are whole or of one grain.
    """

    def __init__(self, paths: Sequence[Sequence[int]], count: int) -> None:
        """Take ``paths`` for the articles of ``count`` strips; a strip in none stands alone."""
        held = {index for path in paths for index in path}
        whole = [*paths, *([index] for index in range(count) if index not in held)]
        self._order = np.array([index for path in whole for index in path], dtype=np.int64)
        lengths = np.array([len(path) for path in whole], dtype=np.int64)
        ends = np.cumsum(lengths)
        self._place, self._first, self._end = (np.empty(count, dtype=np.int64) for _ in range(3))
        self._place[self._order] = np.arange(count)
        self._first[self._order] = np.repeat(ends - lengths, lengths)
        self._end[self._order] = np.repeat(ends, lengths)

    @property
    def starts(self) -> Ints:
        """The first strip of every article."""
        return np.unique(self._order[self._first])

    @property
    def joined(self) -> tuple[Ints, Ints]:
        """Every strip that another follows, and the one that follows it."""
        follows: Bools = self._place[self._order] > self._first[self._order]
        later = np.nonzero(follows)[0]
        return self._order[later - 1], self._order[later]

    def sums(self, values: Array) -> Sums:
        """The sums of ``values``, which go by strips along their first axis, over stretches."""
        running = np.zeros((len(values) + 1, *values.shape[1:]), dtype=_summed(values.dtype))
        np.cumsum(values[self._order], axis=0, out=running[1:])
        return Sums(running, self._place, self._first, self._end)

    def first_where(self, chosen: Bools, values: Ints) -> Ints:
        """What ``values`` has at the first ``chosen`` strip of the stretch up to each strip; 0 where none is."""
        found = np.zeros(len(values) + 1, dtype=np.int64)
        backwards = self._order[chosen[self._order]][::-1]
        found[self._first[backwards]] = values[backwards]  # the first of an article is written last
        return np.where(self.sums(chosen).up_to() > 0, found[self._first], 0)


@value
class Sums:
    """Running sums along the articles, and where each strip and its article stand in them."""

    running: Array
    place: Ints
    first: Ints
    end: Ints

    def up_to(self) -> Array:
        """The sum over the stretch up to each strip."""
        return np.asarray(self.running[self.place + 1] - self.running[self.first])

    def up_to_some(self, strips: Ints, columns: Ints) -> Array:
        """The same of some ``strips``, each in a column of its own."""
        return np.asarray(self.running[self.place[strips] + 1, columns] - self.running[self.first[strips], columns])

    def from_on(self) -> Array:
        """The sum over the stretch from each strip on."""
        return np.asarray(self.running[self.end] - self.running[self.place])

    def from_some(self, strips: Ints) -> Array:
        """The same of some ``strips``."""
        return np.asarray(self.running[self.end[strips]] - self.running[self.place[strips]])


def _summed(kind: np.dtype[Any]) -> np.dtype[Any]:
    return np.dtype(np.int64) if kind == np.bool_ else kind
