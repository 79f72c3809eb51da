"""Terms: named numbers of every pair of strips at once, weighed and added up as arrays.

A term is written down once, as an array over all pairs; scores, the named terms of one link and what a fit of the
weights needs are read out of the same arrays. Knows no strips.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from unionarchive.common.values import value

Array = npt.NDArray[Any]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Features = dict[str, float]

OUT = -np.inf  # the score of what is out of the question
ALL = np.ones((1, 1), dtype=np.bool_)  # where a term of every pair holds


class _Pairs:
    """Some pairs of a table, and where they stand in an array that may have a single row or column for all."""

    def __init__(self, rows: Ints, columns: Ints) -> None:
        self._rows, self._columns = rows, columns
        self._places: dict[tuple[int, ...], Ints] = {}

    def of(self, values: Array) -> Array:
        """What ``values`` has for each pair."""
        if values.shape not in self._places:
            height, width = values.shape
            self._places[values.shape] = self._rows * (width * (height > 1)) + self._columns * (width > 1)
        return values.take(self._places[values.shape])


@value
class _Term:
    """``name`` has ``value`` (1.0 without) wherever ``where`` is true."""

    name: str
    where: Array
    value: Floats | float
    values: Floats | None  # the value everywhere, 0.0 where there is none; None where it holds nowhere, as most do

    @property
    def shape(self) -> tuple[int, ...]:
        return () if self.values is None else self.values.shape

    def weighed(self, weights: Mapping[str, float], spare: Array | None) -> Array | None:
        weight = weights.get(self.name, 0.0)
        return np.multiply(self.values, weight, out=spare) if weight and self.values is not None else None

    def put(self, features: list[Features], pairs: _Pairs, weights: Mapping[str, float] | None) -> None:
        here = pairs.of(self.where).nonzero()[0].tolist() if self.values is not None else ()
        if not here:
            return
        name, weight = self.name, 1.0 if weights is None else weights.get(self.name, 0.0)
        if isinstance(self.value, float):
            value = weight * self.value
            for at in here:
                features[at][name] = value
            return
        values = pairs.of(self.value).tolist()
        for at in here:
            features[at][name] = weight * values[at]

    def arrays(self) -> Iterator[tuple[str, Array]]:
        yield self.name, self.where * self.value


@value
class _Choice:
    """One of ``names`` is 1.0: the one that ``which`` points at, none where it is -1."""

    names: Sequence[str]
    which: Array

    @property
    def shape(self) -> tuple[int, ...]:
        return self.which.shape

    def weighed(self, weights: Mapping[str, float], spare: Array | None) -> Array:
        by_choice = np.array([*(weights.get(name, 0.0) for name in self.names), 0.0])
        return by_choice.take(self.which, mode="wrap", out=spare)

    def put(self, features: list[Features], pairs: _Pairs, weights: Mapping[str, float] | None) -> None:
        for at, chosen in enumerate(pairs.of(self.which).tolist()):
            if chosen >= 0:
                name = self.names[chosen]
                features[at][name] = 1.0 if weights is None else weights.get(name, 0.0)

    def arrays(self) -> Iterator[tuple[str, Array]]:
        return ((name, (self.which == at).astype(float)) for at, name in enumerate(self.names))

    def vectors(self, rows: Mapping[str, int], vectors: Array) -> Array:
        known = np.array([rows.get(name, -1) for name in self.names] + [-1])
        by_choice: Array = np.where((known >= 0)[:, None], vectors[known], vectors.dtype.type(0))
        return by_choice[self.which]


class Table:
    """The terms of pairs: a row for each strip that comes first, a column for each that follows.

    Arrays that are added have the table's shape, or one row or one column of it where a term hangs on one strip alone.
    """

    def __init__(self, rows: int, columns: int) -> None:
        """Begin without terms."""
        self.shape = (rows, columns)
        self._terms: list[_Term | _Choice] = []

    def add(self, name: str, where: Array, value: Floats | float = 1.0) -> None:
        """The term ``name`` is ``value`` where ``where`` is true, and is absent elsewhere."""
        values: Floats | None = None
        if np.count_nonzero(where):  # sooner than any()
            ones = isinstance(value, float) and value == 1.0
            # a bool times a float takes three times as long as turning it into one
            values = where.astype(np.float64) if ones else where * value
        self._terms.append(_Term(name, where, value, values))

    def choose(self, names: Sequence[str], which: Array) -> None:
        """Of ``names``, which rule each other out, the one that ``which`` points at is 1; none where it is -1."""
        self._terms.append(_Choice(names, which))

    def score(self, weights: Mapping[str, float]) -> Floats:
        """The weighted sum of the terms of every pair. Equal terms make equal sums: each adds up in the same order."""
        sums: dict[tuple[int, ...], Array] = {}
        spare: dict[tuple[int, ...], Array] = {}  # of each shape one array to multiply in, not one for each term
        for term in self._terms:
            shape = term.shape
            if (weighed := term.weighed(weights, spare.get(shape))) is None:
                continue
            if shape in sums:
                sums[shape] += weighed
                spare[shape] = weighed
            else:
                sums[shape] = weighed
        total = np.zeros(self.shape)
        for part in sums.values():
            total += part
        return total

    def vectors(self, rows: Mapping[str, int], vectors: Array, most: float) -> Array:
        """The terms of every pair as one vector: the sum of their ``vectors``, a row each by its name in ``rows``.

        The result has the table's rows and columns and the size of a vector. No term counts more than ``most``.
        """
        total = np.zeros((*self.shape, vectors.shape[1]), vectors.dtype)
        alike: dict[tuple[int, ...], list[tuple[int, Floats]]] = {}
        for term in self._terms:
            if isinstance(term, _Choice):
                total += term.vectors(rows, vectors)
            elif term.values is not None and term.name in rows:
                alike.setdefault(term.shape, []).append((rows[term.name], np.clip(term.values, -most, most)))
        for terms in alike.values():
            values = np.stack([some for _, some in terms], axis=2).astype(vectors.dtype)
            total += values @ vectors[[row for row, _ in terms]]
        return total

    def named(self, rows: Ints, columns: Ints, weights: Mapping[str, float] | None = None) -> list[Features]:
        """The terms of some pairs, weighed where there are ``weights``."""
        features: list[Features] = [{} for _ in rows]
        pairs = _Pairs(rows, columns)
        for term in self._terms:
            term.put(features, pairs, weights)
        return features

    def arrays(self) -> dict[str, Floats]:
        """Every term over all pairs, 0 where it is absent: what weights are fitted to."""
        made: dict[str, Floats] = {}
        for term in self._terms:
            for name, values in term.arrays():
                made[name] = made.get(name, np.zeros(self.shape)) + values
        return made
