"""What texts are about: words that stand in the same articles at large, though the texts may share none of them."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from itertools import repeat
from math import log
from pathlib import Path
from typing import NamedTuple

import numpy as np

from seeds.reading.assembly.table import Array, Bools, Floats
from seeds.reading.cutter import cut_known

_LETTERS = {letter: at for at, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")}
_FEW = 2.0  # keeps a text of a few words from being sure of its subject
_UNKNOWN, _NEXT = -2, -1  # instead of a word's row: a word that is not known, and where the next text begins
_GRAIN = 2.0**30  # values are rounded to it, so that their sums do not hang on their order


class _Known(NamedTuple):
    rows: dict[str, int]
    rarity: Floats
    places: Floats


@cache
def _known() -> _Known:
    path = Path(__file__).resolve().parents[1] / "words" / "pages_subjects.toml"
    table = tomllib.loads(path.read_text("utf-8"))
    lines = [line.split() for line in table["words"].split("\n") if line]
    places = (
        np.array([[_LETTERS[letter] for letter in letters] for _, _, letters in lines]) / (len(_LETTERS) - 1) * 2 - 1
    )
    rarity = np.array([log(table["articles"] / int(count)) for _, count, _ in lines])
    rows = {word: at for at, (word, _, _) in enumerate(lines)} | {"\n": _NEXT}
    return _Known(rows, rarity, places / np.linalg.norm(places, axis=1, keepdims=True))


class Subjects:
    """A direction for each text, seen from the middle of the page; ``places[i]`` is that of text i, as long as sure."""

    def __init__(self, texts: Sequence[str], bodies: Bools) -> None:
        """Look at ``texts``; the middle is that of those which are ``bodies``."""
        known = _known()
        words = cut_known("\n".join(texts))
        found = np.fromiter(map(known.rows.get, words, repeat(_UNKNOWN)), dtype=np.int64, count=len(words))
        here = found >= 0
        owner, rows = np.cumsum(found == _NEXT)[here], found[here]
        pairs, times = np.unique(owner * len(known.rows) + rows, return_counts=True)
        owner, rows = pairs // len(known.rows), pairs % len(known.rows)
        held = np.bincount(rows)[rows]  # texts that have the word
        weight = (1 + np.log(times)) * known.rarity[rows] * np.log((len(texts) + 1) / held)
        places = np.zeros((len(texts), known.places.shape[1]))
        np.add.at(places, owner, weight[:, None] * known.places[rows])
        size = np.bincount(owner, times, minlength=len(texts))
        middle = places[bodies].sum(axis=0) / max(float(size[bodies].sum()), 1.0)
        self.places = np.round((places - size[:, None] * middle) * _GRAIN) / _GRAIN
        self._alike = alike(self.places, self.places)

    def between(self, first: Array, second: Array) -> Floats:
        """How far strips are about the same: from -1 to 1, 0 for what is about nothing in particular."""
        return np.asarray(self._alike[first, second])


def alike(some: Floats, others: Floats) -> Floats:
    """The cosine of every two directions, less for short ones."""
    lengths = [np.sqrt((places * places).sum(axis=1)) + _FEW for places in (some, others)]
    shared = np.einsum("id,jd->ij", some, others)  # a product of matrices starts threads
    return np.asarray(shared / (lengths[0][:, None] * lengths[1][None, :]))
