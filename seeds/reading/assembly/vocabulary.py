"""What two strips share in words, measured against what any two strips of the page would share by chance."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from math import log

_RUN = re.compile(r"[\u3400-\u9fff]{2,}|\d+(?:\.\d+)?")


def grams(text: str) -> frozenset[str]:
    """Every pair of neighbouring Han characters of ``text``, and its numbers of two and more digits."""
    found: set[str] = set()
    for run in _RUN.findall(text):
        if run[0] <= "9":
            if len(run) > 1:
                found.add(run)
        else:
            found.update(map(str.__add__, run, run[1:]))
    return frozenset(found)


class Vocabulary:
    """The words of one page's strips and how rare each is there."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Index ``texts``; positions in it are what the methods take."""
        self.grams = [grams(text) for text in texts]
        self.counts: Counter[str] = Counter()
        for some in self.grams:
            self.counts.update(some)
        self.total = len(texts) + 1
        self.weights = {gram: log(self.total / count) for gram, count in self.counts.items()}

    def shared(self, first: Set[str], second: Set[str]) -> float:
        """The weight of the words that two sets have in common, the rarer the heavier."""
        weights = self.weights
        return sum(weights[gram] for gram in first & second)

    def expected(self, words: Set[str], strips: int) -> float:
        """The weight that ``words`` of one strip would share by chance with so many ``strips`` of the page."""
        weights, counts, others = self.weights, self.counts, max(self.total - 2, 1)
        return sum(
            weights[gram] * (1 - (1 - (counts[gram] - 1) / others) ** strips) for gram in words if counts[gram] > 1
        )

    def covered(self, part: Set[str], whole: Set[str]) -> float:
        """The weighted share of the words of ``part`` that ``whole`` has too, from 0 to 1."""
        total = sum(self.weights[gram] for gram in part)
        return self.shared(part, whole) / total if total else 0.0
