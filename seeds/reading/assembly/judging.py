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
        key = follows.tobytes()
        if key not in self._known:
            first = np.nonzero(follows >= 0)[0]
            of_page = self._page.terms(paths, follows)
            whole = sum(self._weights.get(name, 0.0) * value for name, value in of_page.items())
            self._known[key] = float(self._links[first, follows[first]].sum()) + whole
        return self._known[key]
