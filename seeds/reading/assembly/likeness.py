"""What strips share in words: characters and pairs, the rarer the heavier, on this page and in newspapers at large."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from math import log, sqrt
from pathlib import Path

_RUN = re.compile(r"[\u3400-\u9fff]+|\d\d[\d.]*")
SMOOTH = 40  # keeps a strip of a few words from weighing more than it can bear
_SINGLE, _PAIR = 0.1, 0.2  # a character alone says half of what a pair says
_COMMON = 24  # strips: what more of them have says nothing about any two, and would cost time


@cache
def _commonness() -> tuple[dict[str, float], float]:
    """How common a pair or character is at large, as a weight, and the weight of one that is not in the list."""
    path = Path(__file__).resolve().parents[1] / "words" / "pages_pairs.toml"
    table = tomllib.loads(path.read_text("utf-8"))
    total = int(table["paragraphs"])

    def weight(count: int) -> float:
        return log((total + 1) / (count + 1)) ** 2

    weights = {pair: weight(int(count)) for count, pairs in table["pairs"].items() for pair in pairs.split()}
    return weights, weight(2)


def grams(text: str) -> set[str]:
    """Every Han character of ``text``, every pair of neighbours, and its numbers of two and more digits."""
    found: set[str] = set()
    for run in _RUN.findall(text):
        if run[0] <= "9":
            found.add(run)
        else:
            found.update(run)
            found.update(map(str.__add__, run, run[1:]))
    return found


class Likeness:
    """How much every two strips of a page have in common.

    ``raw[i][j]`` is the weight of what strips i and j share, ``totals[i]`` the weight of all of i, ``sizes[i]`` its
    number of different words.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Compare ``texts``; their positions are what the methods take."""
        count = len(texts)
        holders: dict[str, list[int]] = {}
        self.sizes: list[int] = []
        for at, text in enumerate(texts):
            some = sorted(grams(text))  # a set's own order differs from run to run, and sums with it
            self.sizes.append(len(some))
            for gram in some:
                if gram in holders:
                    holders[gram].append(at)
                else:
                    holders[gram] = [at]
        common, rare = _commonness()
        self.best_text: dict[int, int] = {}
        self.best_head: dict[int, int] = {}
        self.totals = [0.0] * count
        self.raw = [[0.0] * count for _ in range(count)]
        for gram, indices in holders.items():
            weight = log((count + 1) / len(indices)) * common.get(gram, rare) * (_SINGLE if len(gram) == 1 else _PAIR)
            for index in indices:
                self.totals[index] += weight
            if 1 < len(indices) <= _COMMON:
                self._share(indices, weight)

    def _share(self, indices: Sequence[int], weight: float) -> None:
        for place, first in enumerate(indices):
            row = self.raw[first]
            for second in indices[place + 1 :]:
                row[second] += weight
                self.raw[second][first] += weight

    def pair_heads(self, heads: Sequence[int], texts: Sequence[int]) -> None:
        """Remember which of ``texts`` covers each of ``heads`` best, and which head each text covers best."""
        for head in heads:
            best = max(texts, key=lambda text: self.raw[head][text], default=None)
            if best is not None and self.raw[head][best] > 0:
                self.best_text[head] = best
        for text in texts:
            best = max(heads, key=lambda head: self.covered(head, text), default=None)
            if best is not None and self.raw[best][text] > 0:
                self.best_head[text] = best

    def between(self, first: int, second: int) -> float:
        """The weight of what two strips share against their sizes; about 0 to 1."""
        return self.raw[first][second] / sqrt((self.sizes[first] + SMOOTH) * (self.sizes[second] + SMOOTH))

    def covered(self, part: int, whole: int) -> float:
        """The weighted share of the words of ``part`` that ``whole`` has too, from 0 to 1."""
        total = self.totals[part]
        return self.raw[part][whole] / total if total else 0.0

    @staticmethod
    def scaled(raw: float, first: int, second: int) -> float:
        """``raw`` shared weight against the sizes of two stretches."""
        return raw / sqrt((first + SMOOTH) * (second + SMOOTH))
