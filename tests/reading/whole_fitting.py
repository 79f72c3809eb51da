"""How the weights of whole readings are fitted: pages with many readings each, the better the likelier.

Readings of a page are what its links make with weights and gains moved at random, and those beside them. The weights
are those of a softmax regression: the likeliest readings shall be those that are worth most. A search by such weights
comes to readings that chance does not, and the wrong ones that it likes best say most: they are added, and the
weights learnt again, some times over (``learn_by_searching``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from seeds.reading.assembly.climbing import Climber, Top, moves
from seeds.reading.assembly.judging import Judge
from seeds.reading.assembly.neighbours import neighbours
from seeds.reading.assembly.search import FAR, MOVED, laid
from seeds.reading.assembly.table import OUT, Floats, Ints
from tests.reading.page_fitting import TERMS, FitPage, Weights, worth

_NOISES = (0.3, 0.6, 1.0, 1.5)  # of gains
_DRAWN = 24  # readings with gains moved at random
_BESIDE = 14  # readings beside one
_SEARCHES = 5  # rounds of searching and learning again
_LIKED = 12  # readings of a page that a search likes best, which are added
_SHARP = 0.1  # of worth: a reading that is worth so much less is e times less likely
_RARE = 0.1  # keeps terms that few readings have from weighing much
_ROUNDS, _RATE, _DECAY, _BATCH = 30, 0.005, 0.01, 16


@dataclass(frozen=True, slots=True)
class Readings:
    """Readings of one page: a row of ``terms`` each, by ``TERMS``, and what they are worth."""

    terms: Floats
    worth: Floats
    share: float


class Whole:
    """A page whose readings are judged as wholes."""

    def __init__(self, page: FitPage) -> None:
        self.page, self._whole = page, page.terms.whole_page()

    def terms(self, follows: Ints) -> Floats:
        """The terms of a reading."""
        page = self.page
        share = (follows[page.first] == page.second).astype(float)
        firsts, seconds = (np.bincount(side, share, minlength=len(page.strips)) for side in (page.first, page.second))
        links = page.static.summed(share) - page.over.summed(firsts) - page.begins.summed(seconds)
        return links / sqrt(len(page.strips)) + TERMS.vector(self._whole.terms(laid(page.strips, follows), follows))

    def gains(self, follows: Ints, weight: Floats) -> Floats:
        """What links gain when the articles of ``follows`` are the articles so far; a square over all strips."""
        page = self.page
        gains = np.full((len(page.strips),) * 2, OUT)
        gains[page.first, page.second] = page.gains(weight, page.settled(follows))
        return gains

    def beside(self, by: Weights, follows: Ints) -> list[Ints]:
        """The readings beside ``follows``."""
        return neighbours(self.gains(follows, by[1]), follows, _BESIDE)

    def drawn(self, by: Weights, random: np.random.Generator, moved: float, share: float) -> Readings:
        """Readings of the page, its weights moved at random by ``moved``."""
        page = self.page
        by = [table + random.normal(0, moved, len(table)) * (table != 0) for table in by]
        every = [page.read(by)]
        noises = [random.normal(0, _NOISES[at % len(_NOISES)], len(page.first)) for at in range(_DRAWN)]
        every += [page.read(by, noise) for noise in noises]
        best = every[0]
        for _ in range(2):
            beside = self.beside(by, best)
            every += beside
            best = max(beside, key=lambda follows: worth(page, follows), default=best)
        some = list({follows.tobytes(): follows for follows in every}.values())
        return Readings(
            np.array([self.terms(one) for one in some]), np.array([worth(page, one) for one in some]), share
        )

    def tops(self, by: Weights) -> list[Top]:
        """What all looks come to: by the first two tables of ``by`` and the last two, as the third judges wholes."""
        page, size = self.page, len(self.page.strips)
        judge = Judge(page.terms, TERMS.named(by[2]))
        pairs = {"again": by[:2]} | ({"otherwise": by[3:5]} if len(by) > 3 else {})
        climber = Climber(
            lambda follows, pair: self.gains(follows, pairs[pair][1]),
            lambda readings: judge.scores([laid(page.strips, one) for one in readings], readings),
        )
        return [
            climber.climb(page.read(tables, moves(size, turn)[page.first, page.second] * FAR if turn else 0.0), pair)
            for turn in range(MOVED + 1)
            for pair, tables in pairs.items()
        ]

    def read(self, by: Weights) -> Ints:
        """The reading that ``by`` finds: its third table judges whole readings, the last two lay the page otherwise."""
        return max(self.tops(by), key=lambda top: top.score).follows

    def and_liked(self, known: Readings, by: Weights) -> Readings:
        """``known`` readings and those that a search by ``by`` likes best."""
        tops = self.tops(by)
        liked = {top.follows.tobytes(): (top.score, top.follows) for top in tops}
        beside = [reading for top in tops for reading in top.beside]
        liked |= {follows.tobytes(): (score, follows) for score, follows in beside}
        some = [follows for _, follows in sorted(liked.values(), key=lambda reading: -reading[0])[:_LIKED]]
        terms, worths = np.array([self.terms(one) for one in some]), np.array([worth(self.page, one) for one in some])
        kept = np.unique(np.vstack([known.terms, terms]), axis=0, return_index=True)[1]
        return Readings(np.vstack([known.terms, terms])[kept], np.concatenate([known.worth, worths])[kept], known.share)


def learn_by_searching(pages: Sequence[Whole], readings: Sequence[Readings], by: Weights) -> Floats:
    """Weights of whole readings by which searches among those of ``pages`` end well; two or four tables lay a page."""
    known = list(readings)
    whole = learn_whole(known, by)
    for _ in range(_SEARCHES):
        known = [page.and_liked(some, [*by[:2], whole, *by[2:]]) for page, some in zip(pages, known, strict=True)]
        whole = learn_whole(known, by)
    return whole


def learn_whole(pages: Iterable[Readings], start: Weights) -> Floats:
    """Weights by which the readings of ``pages`` that are worth most are likeliest.

    The scores by the two tables of ``start`` are terms of the regression too, and are dissolved in the end.
    """
    some = [page for page in pages if len(page.worth) > 1]
    scores = np.column_stack(start[:2])
    rows = all_terms = [np.hstack([page.terms, page.terms @ scores]) for page in some]
    spread = np.sqrt(np.mean([row.var(axis=0) for row in rows], axis=0))
    kept = spread > 1e-3
    rows = [np.clip((row - row.mean(axis=0))[:, kept] / (spread[kept] + _RARE), -4, 4) for row in rows]
    wanted = [_softmax(page.worth / _SHARP) for page in some]
    found = _descend(rows, wanted, [page.share for page in some])
    whole = np.zeros(len(spread))
    whole[kept] = found / (spread[kept] + _RARE)
    seen = np.any([row[:, :-2].any(axis=0) for row in all_terms], axis=0)
    return np.where(seen, whole[:-2] + scores @ whole[-2:], 0.0)


def _descend(rows: Sequence[Floats], wanted: Sequence[Floats], shares: Sequence[float]) -> Floats:
    """The weights of least cross-entropy, by steps as large as their gradients were alike (Adam), with decay."""
    now = np.zeros(rows[0].shape[1])
    mean, square, step = np.zeros_like(now), np.zeros_like(now), 0
    random = np.random.default_rng(0)
    for turn in range(_ROUNDS):
        rate = _RATE * (0.5 * (1 + np.cos(np.pi * turn / _ROUNDS)) + 0.02)
        order = random.permutation(len(rows))
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            slope = sum(shares[at] * ((_softmax(rows[at] @ now) - wanted[at]) @ rows[at]) for at in batch) / _BATCH
            step += 1
            mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
            way = (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
            now = now * (1 - rate * _DECAY) - rate * way
    return now


def _softmax(values: Floats) -> Floats:
    odds = np.exp(values - values.max())
    return np.asarray(odds / odds.sum())
