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
            whole = sum(value for _, value in self._weighed(paths, follows))
            self._known[key] = float(self._links[first, follows[first]].sum()) + whole
        return self._known[key]

    def gained(
        self, before: tuple[Sequence[Sequence[int]], Ints], after: tuple[Sequence[Sequence[int]], Ints]
    ) -> list[str]:
        """What the page as a whole says for ``after`` rather than ``before``: the weightiest terms first."""
        was = dict(self._weighed(*before))
        more = {name: value - was[name] for name, value in self._weighed(*after) if value > was[name]}
        return sorted(more, key=lambda name: -more[name])

    def _weighed(self, paths: Sequence[Sequence[int]], follows: Ints) -> list[tuple[str, float]]:
        return [
            (name, self._weights.get(name, 0.0) * value) for name, value in self._page.terms(paths, follows).items()
        ]
