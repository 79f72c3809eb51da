"""How the weights of whole readings are fitted: pages with many readings each, the better the likelier.

Readings of a page are what its links make with gains moved at random, those beside them, and those beside the right
one. The weights are those of a softmax regression: the likeliest readings shall be those that are worth most. A search
by such weights comes to readings that chance does not, and the wrong ones that it likes best say most: they are added,
and the weights learnt again, some times over (``learn_by_searching``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from seeds.reading.assembly.assignment import best_assignment
from seeds.reading.assembly.climbing import Climber, Top, moves
from seeds.reading.assembly.judging import Judge
from seeds.reading.assembly.neighbours import neighbours
from seeds.reading.assembly.search import FAR, MOVED, best_of, laid
from seeds.reading.assembly.table import Floats, Ints
from tests.reading.page_fitting import TERMS, FitPage, worth

_NOISES = (0.6, 1.2, 2.0, 3.0)  # of gains
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
        self._gains = page.terms.told.gains

    def terms(self, follows: Ints) -> Floats:
        """The terms of a reading."""
        page = self.page
        share = (follows[page.first] == page.second).astype(float)
        firsts, seconds = (np.bincount(side, share, minlength=len(page.strips)) for side in (page.first, page.second))
        links = page.static.summed(share) - page.over.summed(firsts) - page.begins.summed(seconds)
        return links / sqrt(len(page.strips)) + TERMS.vector(self._whole.terms(laid(page.strips, follows), follows))

    def laid(self, moved: Floats | float = 0.0) -> Ints:
        """The reading that links make when their gains are ``moved``."""
        return best_assignment(best_of(np.maximum(self._gains + moved, 0.0)))

    def drawn(self, random: np.random.Generator, share: float) -> Readings:
        """Readings of the page: of moved gains, and beside what gains make, a better one and the right one."""
        size = len(self.page.strips)
        every = [self.laid()]
        every += [self.laid(random.normal(0, _NOISES[at % len(_NOISES)], (size, size))) for at in range(_DRAWN)]
        best = every[0]
        for _ in range(2):
            beside = neighbours(self._gains, best, _BESIDE)
            every += beside
            best = max(beside, key=lambda follows: worth(self.page, follows), default=best)
        return self._readings([*every, self.page.follows, *neighbours(self._gains, self.page.follows, _BESIDE)], share)

    def _readings(self, every: Sequence[Ints], share: float) -> Readings:
        some = list({follows.tobytes(): follows for follows in every}.values())
        terms, worths = [self.terms(one) for one in some], [worth(self.page, one) for one in some]
        return Readings(np.array(terms), np.array(worths), share)

    def tops(self, whole: Floats) -> list[Top]:
        """What all looks come to when ``whole`` judges readings."""
        page, size = self.page, len(self.page.strips)
        judge = Judge(page.terms, TERMS.named(whole))
        climber = Climber(
            self._gains, lambda readings: judge.scores([laid(page.strips, one) for one in readings], readings)
        )
        return [climber.climb(self.laid(moves(size, turn) * FAR if turn else 0.0)) for turn in range(MOVED + 1)]

    def read(self, whole: Floats) -> Ints:
        """The reading that a search finds when ``whole`` judges readings."""
        return max(self.tops(whole), key=lambda top: top.score).follows

    def and_liked(self, known: Readings, whole: Floats) -> Readings:
        """``known`` readings and those that a search by ``whole`` likes best."""
        tops = self.tops(whole)
        liked = {top.follows.tobytes(): (top.score, top.follows) for top in tops}
        beside = [reading for top in tops for reading in top.beside]
        liked |= {follows.tobytes(): (score, follows) for score, follows in beside}
        some = [follows for _, follows in sorted(liked.values(), key=lambda reading: -reading[0])[:_LIKED]]
        more = self._readings(some, known.share)
        terms = np.vstack([known.terms, more.terms])
        kept = np.unique(terms, axis=0, return_index=True)[1]
        return Readings(terms[kept], np.concatenate([known.worth, more.worth])[kept], known.share)


def learn_by_searching(pages: Sequence[Whole], shares: Sequence[float], start: Floats) -> Floats:
    """Weights of whole readings by which searches among those of ``pages`` end well; each counts its share."""
    random = np.random.default_rng(5)
    known = [page.drawn(random, share) for page, share in zip(pages, shares, strict=True)]
    whole = learn_whole(known, start)
    for _ in range(_SEARCHES):
        known = [page.and_liked(some, whole) for page, some in zip(pages, known, strict=True)]
        whole = learn_whole(known, start)
    return whole


def learn_whole(pages: Iterable[Readings], start: Floats) -> Floats:
    """Weights by which the readings of ``pages`` that are worth most are likeliest.

    The score by the weights of ``start`` is a term of the regression too, and is dissolved in the end.
    """
    some = [page for page in pages if len(page.worth) > 1]
    rows = all_terms = [np.column_stack([page.terms, page.terms @ start]) for page in some]
    spread = np.sqrt(np.mean([row.var(axis=0) for row in rows], axis=0))
    kept = spread > 1e-3
    rows = [np.clip((row - row.mean(axis=0))[:, kept] / (spread[kept] + _RARE), -4, 4) for row in rows]
    wanted = [_softmax(page.worth / _SHARP) for page in some]
    found = _descend(rows, wanted, [page.share for page in some])
    whole = np.zeros(len(spread))
    whole[kept] = found / (spread[kept] + _RARE)
    seen = np.any([row[:, :-1].any(axis=0) for row in all_terms], axis=0)
    return np.where(seen, whole[:-1] + start * whole[-1], 0.0)


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
