"""What strips are about: a vector for each, the more alike the likelier two strips are of one article.

A vector is the weighted mean of those of the characters and pairs of neighbours that a strip has; a heading is turned
towards what texts say below such headings. Fitted by ``tests/reading/fit_about.py``; without its file of weights
nothing is about anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from seeds.reading.assembly.going_on import log_mean, plain
from seeds.reading.assembly.stretches import Stretches
from seeds.reading.assembly.table import Array, Bools, Floats, Ints

WEIGHTS = Path(__file__).resolve().parents[1] / "words" / "about.npz"
FEW = 1.0  # weight: keeps a strip of a few words from saying more than it can bear
MOST = 6.0  # what is more alike than this is no surer
_GRAIN = 256.0  # parts of one that values are rounded to, so that they are the same on every machine
_FINE = 2.0**24  # the same of vectors, whose sums are right to the last bit so
_CHARACTER = 16  # bits


def words_of(text: str) -> tuple[Ints, Ints]:
    """The different Han characters and pairs of neighbours of lines of ``text``: the line and the code of each."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
    line = np.cumsum(points == ord("\n"))
    han = (points >= 0x3400) & (points <= 0x9FFF)
    both = han[:-1] & han[1:]
    codes = np.concatenate([points[han], (points[:-1] << _CHARACTER | points[1:])[both]])
    held = np.unique(np.concatenate([line[han], line[:-1][both]]) << 2 * _CHARACTER | codes)
    return held >> 2 * _CHARACTER, held & ((1 << 2 * _CHARACTER) - 1)


@cache
def _net(path: Path) -> Mapping[str, Array] | None:
    """The weights by name: ``codes`` of words in order, a row of ``vectors`` and a ``weight`` each, ``heading``."""
    if not path.exists():
        return None
    with np.load(path) as kept:
        vectors = kept["vectors"] * kept["scale"]
        heading = kept["heading"].astype(np.float64)
        weight = np.exp(kept["weight"].astype(np.float64))
        return {"codes": kept["codes"].astype(np.int64), "vectors": vectors, "weight": weight, "heading": heading}


class About:
    """What the strips of a page are about.

    ``level[i, j]`` is how much likelier strips i and j are of one article than any two of the page, as a logarithm;
    it is the product of their ``vectors`` without what is ``usual`` for either. All are 0 for what says nothing.
    ``best_head`` is the heading that each text is most about, -1 for none.
    """

    def __init__(self, texts: Sequence[str], text: Bools, heading: Bools) -> None:
        """Look at ``texts``, which are those of articles where ``text``, and headings where ``heading``."""
        net, count = _net(WEIGHTS), len(texts)
        self.known = (text | heading) if net is not None and text.sum() > 2 else np.zeros(count, np.bool_)
        self.vectors, self.usual, self.level = np.zeros((count, 1)), np.zeros(count), np.zeros((count, count))
        self.best_head = np.full(count, -1)
        if net is None or not self.known.any():
            return
        self.vectors = np.round(_vectors(net, texts, heading) * self.known[:, None] * _FINE) / _FINE
        alike = self.vectors @ self.vectors.T
        others = text & ~np.eye(count, dtype=np.bool_)
        usual = log_mean(np.where(others, alike, -np.inf), 1)[:, 0]
        self.usual = np.round(usual * self.known * _FINE) / _FINE
        level = np.clip(alike - (self.usual[:, None] + self.usual) / 2, -MOST, MOST)
        level = np.round(level * (self.known[:, None] & self.known) * _GRAIN) / _GRAIN
        np.fill_diagonal(level, 0.0)
        self.level = level
        heads, bodies = np.nonzero(heading)[0], np.nonzero(text)[0]
        if len(heads) and len(bodies):
            self.best_head[bodies] = heads[level[np.ix_(heads, bodies)].argmax(axis=0)]

    def between(self, stretches: Stretches) -> Floats:
        """The mean level between the strips up to each one (rows) and those from each one on (columns)."""
        counts, vectors, usual = (stretches.sums(values) for values in (self.known, self.vectors, self.usual))
        before, after = np.maximum(counts.up_to(), 1)[:, None], np.maximum(counts.from_on(), 1)[:, None]
        alike = (vectors.up_to() / before) @ (vectors.from_on() / after).T
        level = alike - (usual.up_to()[:, None] / before + (usual.from_on()[:, None] / after).T) / 2
        both = (counts.up_to() > 0)[:, None] & (counts.from_on() > 0)
        return np.asarray(np.round(np.clip(level, -MOST, MOST) * both * _GRAIN) / _GRAIN)


def _vectors(net: Mapping[str, Array], texts: Sequence[str], heading: Bools) -> Floats:
    """The vectors of ``texts``."""
    line, codes = words_of("\n".join(plain(text).replace("\n", "") for text in texts))
    places = np.minimum(np.searchsorted(net["codes"], codes), len(net["codes"]) - 1)
    found = net["codes"][places] == codes
    line, places = line[found], places[found]
    weight = net["weight"][places]
    sums = np.zeros((len(texts), net["vectors"].shape[1]))
    begins = np.searchsorted(line, np.arange(len(texts)))
    some = np.nonzero(np.diff(begins, append=len(line)))[0]
    if len(some):
        sums[some] = np.add.reduceat(net["vectors"][places] * weight[:, None], begins[some], axis=0)
    made = sums / (np.bincount(line, weight, minlength=len(texts)) + FEW)[:, None]
    return np.where(heading[:, None], made @ net["heading"].T, made)
