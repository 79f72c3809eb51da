"""The score of a whole reading of a page: its links, beginnings and ends, and what it says of the whole page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

import numpy as np

from seeds.reading.assembly.table import Ints
from seeds.reading.assembly.terms import Terms


class Judge:
    """Judges readings of one page."""

    def __init__(self, terms: Terms, weights: Mapping[str, float]) -> None:
        """Judge readings of the page of ``terms`` by ``weights``; what articles so far decide has none in it."""
        self._weights, self._page = weights, terms.whole_page()
        self._links = terms.static(weights) - terms.ends(weights)[:, None] - terms.begins(weights)[None, :]
        self._links /= sqrt(max(len(self._links), 1))
        self._known: dict[bytes, float] = {}

    def score(self, paths: Sequence[Sequence[int]], follows: Ints) -> float:
        """How good a reading is: its articles are ``paths``, and ``follows`` the same as successors, -1 for none."""
        return self.scores([paths], [follows])[0]

    def scores(self, readings: Sequence[Sequence[Sequence[int]]], follows: Sequence[Ints]) -> list[float]:
        """How good each of several readings is; what they have in common is looked at once."""
        keys = [one.tobytes() for one in follows]
        new = [at for at, key in enumerate(keys) if key not in self._known]
        if new:
            rows = np.array([follows[at] for at in new])
            whole = np.zeros(len(new))
            for name, values in self._page.terms_of_all([readings[at] for at in new], rows).items():
                whole += self._weights.get(name, 0.0) * values
            for at, row, score in zip(new, rows, whole.tolist(), strict=True):
                first = np.nonzero(row >= 0)[0]
                self._known[keys[at]] = float(self._links[first, row[first]].sum()) + score
        return [self._known[key] for key in keys]

    def gained(
        self, before: tuple[Sequence[Sequence[int]], Ints], after: tuple[Sequence[Sequence[int]], Ints]
    ) -> list[str]:
        """What the page as a whole says for ``after`` rather than ``before``: the weightiest terms first."""
        terms = self._page.terms_of_all([before[0], after[0]], np.array([before[1], after[1]]))
        weighed = {name: (self._weights.get(name, 0.0) * values).tolist() for name, values in terms.items()}
        more = {name: now - was for name, (was, now) in weighed.items() if now > was}
        return sorted(more, key=lambda name: -more[name])
