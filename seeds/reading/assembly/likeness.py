"""What strips share in words: characters and pairs, the rarer the heavier, on this page and in newspapers at large."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log
from pathlib import Path

import numpy as np

from seeds.reading.assembly.table import Array, Floats, Ints

_NUMBER = re.compile(r"\d\d[\d.]*")
SMOOTH = 40  # keeps a strip of a few words from weighing more than it can bear
_SINGLE, _PAIR = 0.1, 0.2  # a character alone says half of what a pair says
_COMMON = 24  # strips: what more of them have says nothing about any two, and would cost time
_GRAIN = 2.0**20  # weights are whole parts of this, so that sums are exact in whatever order they are made
_AT_ONCE = 1 << 16  # words that are counted at a time: a long text takes no more memory than a page
_SECOND = 21  # bits of a code point
_LONG = 1 << 43  # words of more than two characters are counted from here
_STRIPS = 16  # bits of a strip's number; no more strips than these count are compared at a time


@dataclass(frozen=True, slots=True)
class _Commonness:
    """How common pairs and characters are at large, as weights of their codes in order; ``rare`` for any other."""

    codes: Ints
    weights: Floats
    longer: dict[str, float]
    rare: float

    def of(self, codes: Ints) -> Floats:
        places = np.minimum(np.searchsorted(self.codes, codes), len(self.codes) - 1)
        return np.where(self.codes[places] == codes, self.weights[places], self.rare)


@cache
def _commonness() -> _Commonness:
    path = Path(__file__).resolve().parents[1] / "words" / "pages_pairs.toml"
    table = tomllib.loads(path.read_text("utf-8"))
    total = int(table["paragraphs"])

    def weight(count: int) -> float:
        return log((total + 1) / (count + 1)) ** 2

    known = {pair: weight(int(count)) for count, pairs in table["pairs"].items() for pair in pairs.split()}
    short = sorted((_code(pair), value) for pair, value in known.items() if len(pair) <= 2)
    longer = {word: value for word, value in known.items() if len(word) > 2}
    return _Commonness(
        np.array([code for code, _ in short]), np.array([value for _, value in short]), longer, weight(2)
    )


def _code(word: str) -> int:
    """The number that stands for a character or a pair."""
    return ord(word) if len(word) == 1 else ord(word[0]) << _SECOND | ord(word[1])


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a page: their codes, and which strip has which (``owner[i]`` has the word ``codes[which[i]]``)."""

    codes: Ints
    weights: Floats
    owner: Ints
    which: Ints


def _words_of(texts: Sequence[str]) -> _Words:
    """Every Han character, every pair of neighbours, and numbers of two and more digits, once for each text."""
    joined = "\n".join(texts)
    points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
    strips = np.repeat(np.arange(len(texts)), [len(text) + 1 for text in texts])[: len(points)]
    han = (points >= 0x3400) & (points <= 0x9FFF)
    paired = han[:-1] & han[1:]
    long: dict[str, int] = {}
    numbers = [
        (_code(word) if len(word) <= 2 else long.setdefault(word, _LONG + len(long)), at)
        for at, word in _numbers(joined)
    ]
    places = np.array([at for _, at in numbers], dtype=np.int64)
    codes = np.concatenate(
        [points[han], (points[:-1] << _SECOND | points[1:])[paired], np.array([code for code, _ in numbers], np.int64)]
    )
    owner = np.concatenate([strips[han], strips[:-1][paired], strips[places]])
    held = np.sort(codes << _STRIPS | owner)  # by word, and in a word by strip
    held = held[np.diff(held, prepend=-1) > 0]
    every = held >> _STRIPS
    new = np.diff(every, prepend=-1) > 0
    codes = every[new]
    common = _commonness().of(codes)
    for word, code in long.items():
        common[np.searchsorted(codes, code)] = _commonness().longer.get(word, _commonness().rare)
    weights = common * np.where(codes < 1 << _SECOND, _SINGLE, _PAIR)
    return _Words(codes, weights, held & ((1 << _STRIPS) - 1), np.cumsum(new) - 1)


def _numbers(joined: str) -> Iterator[tuple[int, str]]:
    for found in _NUMBER.finditer(joined):
        word = found[0]
        if word[0] <= "9":
            yield found.start(), word
        else:  # full-width digits are taken as characters are
            yield from ((found.start(), part) for part in (*word, *map(str.__add__, word, word[1:])))


class Likeness:
    """How much every two strips of a page have in common.

    ``raw[i, j]`` is the weight of what strips i and j share, ``totals[i]`` the weight of all of i, ``sizes[i]`` its
    number of different words. ``best_text`` and ``best_head`` are what ``pair_heads`` found, -1 for none;
    ``numbers[i, j]`` is how far heading i has numbers that only text j says.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Compare ``texts``; their positions are what the methods take."""
        count = len(texts)
        words = _words_of(texts)
        held = np.bincount(words.which, minlength=len(words.codes))
        weights = np.round(words.weights * np.log((count + 1) / held) * _GRAIN) / _GRAIN
        self.sizes = np.bincount(words.owner, minlength=count)
        self.totals = np.bincount(words.owner, weights=weights[words.which], minlength=count)
        self.raw = _shared(words, held, weights, count)
        self._roots = np.sqrt(self.sizes + SMOOTH)
        self._all = np.where(self.totals > 0, self.totals, np.inf)
        self.best_text = np.full(count, -1)
        self.best_head = np.full(count, -1)
        self.numbers = np.zeros((count, count))

    def pair_numbers(self, heads: Mapping[int, frozenset[float]], texts: Mapping[int, frozenset[float]]) -> None:
        """Remember which of ``texts`` say the numbers of ``heads``: one that few texts say weighs most."""
        for head, said in heads.items():
            for number in sorted(said):
                having = [text for text, some in texts.items() if number in some]
                for text in having:
                    self.numbers[head, text] += 1 / len(having)
        np.minimum(self.numbers, 2.0, out=self.numbers)

    def pair_heads(self, heads: Sequence[int], texts: Sequence[int]) -> None:
        """Remember which of ``texts`` covers each of ``heads`` best, and which head each text covers best."""
        if not heads or not texts:
            return
        some_heads, some_texts = np.array(heads), np.array(texts)
        shared = self.raw[np.ix_(some_heads, some_texts)]
        best = shared.argmax(axis=1)
        found = shared[np.arange(len(heads)), best] > 0
        self.best_text[some_heads[found]] = some_texts[best[found]]
        best = (shared / self._all[some_heads][:, None]).argmax(axis=0)
        found = shared[best, np.arange(len(texts))] > 0
        self.best_head[some_texts[found]] = some_heads[best[found]]

    def between(self, first: Array, second: Array) -> Floats:
        """The weight of what strips share against their sizes; about 0 to 1."""
        return np.asarray(self.raw[first, second] / (self._roots[first] * self._roots[second]))

    def covered(self, part: Array, whole: Array) -> Floats:
        """The weighted share of the words of ``part`` that ``whole`` has too, from 0 to 1."""
        return np.asarray(self.raw[part, whole] / self._all[part])


def _shared(words: _Words, held: Ints, weights: Floats, count: int) -> Floats:
    """The weight of the words that any two strips share, added up by pairs: a product of matrices starts threads."""
    telling = (held > 1) & (held <= _COMMON)
    kept = telling[words.which]
    owner, which = words.owner[kept], words.which[kept]
    behind = np.cumsum(held * telling)[which] - np.arange(len(which)) - 1  # owners of the same word that follow
    raw = np.zeros(count * count)
    for start in range(0, len(which), _AT_ONCE):
        some = behind[start : start + _AT_ONCE]
        first = np.repeat(np.arange(start, start + len(some)), some)
        second = first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(some) - some, some)
        raw += np.bincount(owner[first] * count + owner[second], weights[which[first]], minlength=count * count)
    upper = raw.reshape(count, count)
    return upper + upper.T
