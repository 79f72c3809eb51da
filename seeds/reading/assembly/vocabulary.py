"""What two strips share in words: overlap of character pairs, each weighing the more the rarer it is on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from math import log, sqrt

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
        counts: Counter[str] = Counter()
        for some in self.grams:
            counts.update(some)
        total = len(texts) + 1
        self.weights = {gram: log(total / count) for gram, count in counts.items()}
        self.norms = [sqrt(sum(self.weights[gram] for gram in some)) for some in self.grams]

    def overlap(self, first: int, second: int) -> float:
        """The weighted share of words that two strips have in common, from 0 to about 1."""
        weights = self.weights
        both = sum(weights[gram] for gram in self.grams[first] & self.grams[second])
        return both / (self.norms[first] * self.norms[second] or 1.0)

    def shared(self, first: int, second: int) -> float:
        """The weight of the words that two strips have in common."""
        weights = self.weights
        return sum(weights[gram] for gram in self.grams[first] & self.grams[second])

    def covered(self, part: int, whole: int) -> float:
        """The weighted share of the words of ``part`` that ``whole`` has too, from 0 to 1."""
        total = sum(self.weights[gram] for gram in self.grams[part])
        return self.shared(part, whole) / total if total else 0.0

    def alike(self, first: Set[str], second: Set[str]) -> tuple[float, float]:
        """How much two sets of words have in common: as a share of both, and as a weight."""
        weights = self.weights
        both = sum(weights[gram] for gram in first & second)
        if not both:
            return 0.0, 0.0
        norm = sum(weights[gram] for gram in first) * sum(weights[gram] for gram in second)
        return both / sqrt(norm or 1.0), both
