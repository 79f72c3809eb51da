"""What strips share in words: pairs of characters, the rarer the heavier, on this page and in newspapers at large."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence, Set
from functools import cache
from math import fsum, log, sqrt
from pathlib import Path

_RUN = re.compile(r"[\u3400-\u9fff]{2,}|\d+(?:\.\d+)?")
_SINGLE, _PAIR = 0.1, 0.2  # a character alone says half of what a pair says
_SMOOTH = 40  # pairs: keeps a strip of a few words from weighing more than it can bear


@cache
def _commonness() -> tuple[dict[str, float], float]:
    """How common a pair is at large, as a weight, and the weight of a pair that is not in the list."""
    path = Path(__file__).resolve().parents[1] / "words" / "pages_pairs.toml"
    table = tomllib.loads(path.read_text("utf-8"))
    total = int(table["paragraphs"])
    weights = {
        pair: log((total + 1) / (int(count) + 1)) for count, pairs in table["pairs"].items() for pair in pairs.split()
    }
    return weights, log((total + 1) / 3)


def grams(text: str) -> frozenset[str]:
    """Every Han character of ``text``, every pair of neighbours, and its numbers of two and more digits."""
    found: set[str] = set()
    for run in _RUN.findall(text):
        if run[0] <= "9":
            if len(run) > 1:
                found.add(run)
        else:
            found.update(run)
            found.update(map(str.__add__, run, run[1:]))
    return frozenset(found)


class Vocabulary:
    """The words of one page's strips and how rare each is there and elsewhere."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Index ``texts``; positions in it are what the methods take."""
        self.grams = [grams(text) for text in texts]
        counts: Counter[str] = Counter()
        for some in self.grams:
            counts.update(some)
        total = len(texts) + 1
        common, rare = _commonness()
        self.weights = {
            gram: log(total / count) * common.get(gram, rare) ** 2 * (_SINGLE if len(gram) == 1 else _PAIR)
            for gram, count in counts.items()
        }

    def shared(self, first: Set[str], second: Set[str]) -> float:
        """The weight of the words that two sets have in common, against their sizes; about 0 to 1."""
        both = first & second
        if not both:
            return 0.0
        # fsum: a set has no order of its own, and the sum must not depend on one.
        size = sqrt((len(first) + _SMOOTH) * (len(second) + _SMOOTH))
        return fsum(map(self.weights.__getitem__, both)) / size

    def covered(self, part: Set[str], whole: Set[str]) -> float:
        """The weighted share of the words of ``part`` that ``whole`` has too, from 0 to 1."""
        weight = self.weights.__getitem__
        total = fsum(map(weight, part))
        return fsum(map(weight, part & whole)) / total if total else 0.0
