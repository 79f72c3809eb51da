"""How weights of the assembly are fitted: what they see of a page, what a reading is worth, and two ways to better it.

``learn`` is a structured perceptron with a margin on the whole assembly, for terms that have no weight yet: it is
quick, and annotated pages laid out anew keep it general. ``tune`` changes weights one at a time and keeps what reads
pages better; it counts whole articles, heads and bylines, as the figures do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection
from random import Random
from typing import Any

import numpy as np

from seeds.reading.assembly.assignment import best_assignment
from seeds.reading.assembly.search import HOPELESS, ROUNDS, best_of, laid, weights
from seeds.reading.assembly.strips import Kind, Strip
from seeds.reading.assembly.table import OUT, Floats, Ints
from seeds.reading.assembly.terms import Terms
from seeds.reading.blocks import cut_strips
from seeds.reading.lines import read_lines
from seeds.reading.markup import blanked, looks_like_html

Weights = list[Floats]  # one table for the first look at a page, one for the later ones

_SIZE = 400  # no fewer than there are terms
_RATE, _PULL = 0.01, 0.01
_COST = 0.0003  # of a way of 1 that a weight moves, as a share of what all pages are worth
_NOISE, _NOISES = 0.35, 2  # of gains: how far they are moved at random, and how many such readings count
_HELD = 600  # articles of a page whose terms are kept


class Names:
    """A number for each term."""

    def __init__(self) -> None:
        self.of: dict[str, int] = {}

    def numbers(self, names: Sequence[str]) -> Ints:
        return np.array([self.of.setdefault(name, len(self.of)) for name in names], dtype=np.int64)

    def vector(self, table: Mapping[str, float]) -> Floats:
        made = np.zeros(_SIZE)
        made[self.numbers(list(table))] = list(table.values())
        return made

    def named(self, values: Floats) -> dict[str, float]:
        return {name: float(values[at]) for name, at in self.of.items() if values[at]}


TERMS = Names()


@dataclass(frozen=True, slots=True)
class Sparse:
    """Rows of a few named numbers each."""

    row: Ints
    term: Ints
    value: Floats
    rows: int

    @classmethod
    def of(cls, columns: Mapping[str, Floats], rows: int) -> Sparse:
        numbers = TERMS.numbers(list(columns))
        dense = np.column_stack(list(columns.values())) if columns else np.zeros((rows, 0))
        row, column = np.nonzero(dense)
        return cls(row, numbers[column], dense[row, column], rows)

    def summed(self, share: Floats) -> Floats:
        """The rows added up, each as often as ``share`` says."""
        return np.bincount(self.term, share[self.row] * self.value, minlength=_SIZE)

    def times(self, weight: Floats) -> Floats:
        return np.bincount(self.row, weight[self.term] * self.value, minlength=self.rows)


class FitPage:
    """A page with its right articles, and the terms of all that may be linked on it."""

    def __init__(self, name: str, text: str, gold: Mapping[str, Any]) -> None:
        self.name, self.text, self.gold = name, text, gold
        self.strips = cut_strips(read_lines(blanked(text) if looks_like_html(text, name) else text))
        self.terms = Terms(self.strips, weights("again"))
        pairs = self.terms.pairs()
        self.first, self.second = pairs.first, pairs.second
        together = self.terms.changed(self.first, self.second)
        columns = {name: pairs.values[:, at] for at, name in enumerate(pairs.names) if name not in together}
        self.static = Sparse.of(columns, len(self.first))
        self.alone = Sparse.of(together, len(self.first))
        begins, over = self.terms.singles()
        self.begins, self.over = Sparse.of(begins, len(self.strips)), Sparse.of(over, len(self.strips))
        self.paths = paths_of(self.strips, gold)
        self._settled: dict[bytes, Sparse] = {}
        self._worth: dict[bytes, float] = {}
        random = np.random.default_rng(len(self.strips))
        self._noises = [random.normal(0, _NOISE, len(self.first)) for _ in range(_NOISES)]
        follows = {a: b for path in self.paths for a, b in pairwise(path)}
        self.right = np.array(
            [follows.get(a) == b for a, b in zip(self.first.tolist(), self.second.tolist(), strict=True)],
            dtype=np.bool_,
        )
        self._look()

    def _look(self) -> None:
        """Set down what ``worth`` asks for."""
        count = len(self.strips)
        self.kept = np.array([strip.kind is not Kind.FURNITURE for strip in self.strips], dtype=np.bool_)
        self.text_strip, self.heading, self.byline = (
            np.array([strip.kind is kind for strip in self.strips], dtype=np.bool_)
            for kind in (Kind.TEXT, Kind.HEADING, Kind.BYLINE)
        )
        self.length = np.array([float(len(strip.text)) for strip in self.strips])
        self.owner, self.follows = np.full(count, -1), np.full(count, -1)
        self.heads: list[tuple[list[int], list[int], list[int]]] = []
        for number, path in enumerate(self.paths):
            self.owner[path] = number
            self.follows[path[:-1]] = path[1:]
            first = next((at for at, index in enumerate(path) if self.text_strip[index]), None)
            if first is not None:
                heads = [index for index in path[:first] if self.heading[index]]
                bylines = [index for index in path if self.byline[index]]
                self.heads.append((heads, bylines, [index for index in path if self.text_strip[index]]))
        self.used = {*self.static.term.tolist(), *self.begins.term.tolist(), *self.over.term.tolist()}

    def settled(self, follows: Ints) -> Sparse:
        """What the articles that ``follows`` makes say of every pair."""
        key = follows.tobytes()
        if key not in self._settled:
            if len(self._settled) >= _HELD:
                self._settled.clear()
            self.terms.settle(laid(self.strips, follows))
            self._settled[key] = Sparse.of(self.terms.changed(self.first, self.second), len(self.first))
        return self._settled[key]

    def gains(self, weight: Floats, changing: Sparse) -> Floats:
        bare = self.static.times(weight) - self.over.times(weight)[self.first] - self.begins.times(weight)[self.second]
        return np.where(bare >= HOPELESS, bare + changing.times(weight), OUT)

    def best(self, gains: Floats) -> Ints:
        """The best successors by ``gains``, -1 for none."""
        square = np.zeros((len(self.strips), len(self.strips)))
        square[self.first, self.second] = np.maximum(gains, 0.0)
        return best_assignment(best_of(square))

    def lacking(self, follows: Ints, changing: Sparse) -> Floats:
        """What the right links have of each term that those of ``follows`` have not."""
        share = self.right.astype(float) - (follows[self.first] == self.second)
        firsts, seconds = (np.bincount(side, share, minlength=len(self.strips)) for side in (self.first, self.second))
        linked = self.static.summed(share) + changing.summed(share)
        return linked - self.over.summed(firsts) - self.begins.summed(seconds)

    def read(self, by: Weights, noise: Floats | float = 0.0) -> Ints:
        """The successors that the first two tables of weights find, ``noise`` added to all gains."""
        follows = self.best(self.gains(by[0], self.alone) + noise)
        for _ in range(ROUNDS):
            again = self.best(self.gains(by[1], self.settled(follows)) + noise)
            if (again == follows).all():
                break
            follows = again
        return follows

    def worth(self, by: Weights) -> float:
        """What the page's reading is worth, half of it with gains moved a little: what holds on an edge is luck."""
        plain = self._worth_of(self.read(by))
        moved = [self._worth_of(self.read(by, noise)) for noise in self._noises]
        return plain / 2 + sum(moved) / len(moved) / 2

    def _worth_of(self, follows: Ints) -> float:
        key = follows.tobytes()
        if key not in self._worth:
            if len(self._worth) >= _HELD:
                self._worth.clear()
            self._worth[key] = worth(self, follows)
        return self._worth[key]


def paths_of(strips: Sequence[Strip], gold: Mapping[str, Any]) -> list[list[int]]:
    """The strips of each annotated article in reading order; a strip belongs where most of its lines do."""
    place: dict[int, tuple[int, int]] = {}
    for number, article in enumerate(gold["articles"]):
        lines = [line for first, last in article["lines"] for line in range(first, last + 1)]
        place |= {line: (number, at) for at, line in enumerate(lines)}
    paths: dict[int, list[tuple[int, int]]] = {}
    for strip in strips:
        held = [place[line] for line in strip.lines if line in place]
        if len(held) * 2 < len(strip.lines) or strip.kind is Kind.FURNITURE:
            continue
        owners = [owner for owner, _ in held]
        owner = max(sorted(set(owners)), key=owners.count)
        paths.setdefault(owner, []).append((min(at for one, at in held if one == owner), strip.index))
    return [[index for _, index in sorted(path)] for path in paths.values()]


def worth(page: FitPage, follows: Ints) -> float:
    """How good a reading of ``page`` is, from 0 to 1: strips with the right successor, grouping, heads and bylines."""
    kept = page.kept
    links = float((follows == page.follows)[kept].mean()) if kept.any() else 1.0
    said = np.full(len(page.strips), -1)
    paths = [list(path) for path in laid(page.strips, follows)]  # indices of arrays
    for number, path in enumerate(paths):
        if page.text_strip[path].any():
            said[path] = number
    return (links + 1.5 * _grouped(said, page.owner, page.length) + 1.2 * _headed(page, paths, said)) / 3.7


def _grouped(said: Ints, wanted: Ints, length: Floats) -> float:
    """B-cubed F1 of strips, each as heavy as it is long."""
    pairs, both = np.unique(np.stack([said, wanted]), axis=1, return_inverse=True)
    shared = np.bincount(both.ravel(), length)
    sizes = [
        np.bincount(np.unique(side, return_inverse=True)[1].ravel(), length)[np.searchsorted(np.unique(side), row)]
        for side, row in zip((said, wanted), pairs, strict=True)
    ]
    precision, recall = ((shared**2 / size).sum() for size in sizes)
    return float(2 * precision * recall / (precision + recall) / max(length.sum(), 1.0))


def _headed(page: FitPage, paths: Sequence[Sequence[int]], said: Ints) -> float:
    """The share of articles that got their heads in order, and their bylines and no others."""
    right = tried = 0.0
    for heads, bylines, texts in page.heads:
        votes = np.bincount(said[texts] + 1, page.length[texts])
        mine = paths[int(votes.argmax()) - 1] if votes.argmax() else ()
        first = next((at for at, index in enumerate(mine) if page.text_strip[index]), len(mine))
        got = [index for index in mine[:first] if page.heading[index]]
        tried += 2 * bool(heads) + (1.0 if bylines else 0.5)
        right += 2 * (bool(heads) and got == heads)
        right += (1.0 if bylines else 0.5) * ({index for index in mine if page.byline[index]} == set(bylines))
    return right / tried if tried else 1.0


def learn(
    pages: Sequence[FitPage],
    shares: Sequence[float],
    by: Weights,
    terms: Sequence[str],
    *,
    margin: float,
    rounds: int = 6,
) -> Weights:
    """``by`` with other weights for ``terms``, the mean over the later steps; a page counts as much as its share.

    The right articles shall be better than any others, by half of ``margin`` for each wrong link.
    """
    now, total, steps = [table.copy() for table in by], [np.zeros(_SIZE) for _ in by], 0
    moves = np.zeros(_SIZE)
    moves[TERMS.numbers(terms)] = 1.0
    order = list(range(len(pages)))
    for turn in range(rounds):
        rate = _RATE * (1 - 0.7 * turn / rounds)
        Random(1000 + turn).shuffle(order)
        for at in order:
            _step(pages[at], now, moves * rate * shares[at], margin)
            now = [table - rate * _PULL * moves * (table - first) for table, first in zip(now, by, strict=True)]
            if turn * 3 >= rounds:
                total, steps = [sums + table for sums, table in zip(total, now, strict=True)], steps + 1
    return [sums / steps for sums in total]


def _step(page: FitPage, now: Weights, moves: Floats, margin: float) -> None:
    """Move the weights towards what the right articles have and the best wrong ones have not."""
    ahead = np.where(page.right, -margin / 2, margin / 2)
    now[0] += moves * page.lacking(page.best(page.gains(now[0], page.alone) + ahead), page.alone)
    follows = page.best(page.gains(now[0], page.alone))
    for _ in range(2):
        changing = page.settled(follows)
        wrong = page.best(page.gains(now[1], changing) + ahead)
        now[1] += moves / 2 * page.lacking(wrong, changing)
        again = page.best(page.gains(now[1], changing))
        if (again == follows).all():
            return
        follows = again


class Team:
    """Two processes that read pages, half of them each."""

    def __init__(self, pages: Sequence[FitPage]) -> None:
        self._count = len(pages)
        self._parts = [range(start, len(pages), 2) for start in (0, 1)]
        self._ends = []
        for part in self._parts:
            mine, other = Pipe()
            Process(target=_serve, args=([pages[at] for at in part], other), daemon=True).start()
            self._ends.append(mine)

    def worths(self, by: Weights, some: Set[int]) -> dict[int, float]:
        """The worth of the readings of ``some`` pages with other weights."""
        for part, end in zip(self._parts, self._ends, strict=True):
            end.send((by, [place for place, at in enumerate(part) if at in some]))
        return {
            part[place]: value for part, end in zip(self._parts, self._ends, strict=True) for place, value in end.recv()
        }

    def close(self) -> None:
        """End both."""
        for end in self._ends:
            end.send(None)


def _serve(pages: Sequence[FitPage], end: Connection) -> None:
    while (asked := end.recv()) is not None:
        by, places = asked
        end.send([(place, pages[place].worth(by)) for place in places])


def tune(pages: Sequence[FitPage], shares: Sequence[float], by: Weights, *, trials: int, bags: int) -> Weights:
    """Weights by which ``pages`` are read better: the mean of what ``bags`` draws of the pages, with returns, find.

    A page counts as much as its share, as often as it is drawn.
    """
    found = []
    for bag in range(bags):
        drawn = np.array(shares) * np.random.default_rng(bag).poisson(1, len(pages))
        some = np.nonzero(drawn)[0].tolist()
        found.append(_tune([pages[at] for at in some], drawn[some], by, trials=trials, seed=bag))
    return [np.mean(tables, axis=0) for tables in zip(*found, strict=True)]


def _tune(pages: Sequence[FitPage], shares: Floats, by: Weights, *, trials: int, seed: int) -> Weights:
    """Change one weight at a time at random, and keep what helps.

    A weight's way from where it began costs, so that only what helps much moves.
    """
    start, share, random = by, shares / shares.sum(), Random(seed)
    names, everywhere = sorted(TERMS.of), set(range(len(pages)))
    holders = {name: {at for at, page in enumerate(pages) if TERMS.of[name] in page.used} for name in names}
    team = Team(pages)
    now = np.array([value for _, value in sorted(team.worths(by, everywhere).items())])
    width = dict.fromkeys(names, 0.5)
    for _ in range(trials):
        name, which = random.choice(names), random.choice(((0, 1), (0, 1), (0,), (1,)))
        move = random.gauss(0, 1) * width[name]
        changed = [table.copy() for table in by]
        for table in which:
            changed[table][TERMS.of[name]] += move
        then = now.copy()
        for at, value in team.worths(changed, holders[name] or everywhere).items():
            then[at] = value
        helps = float(((then - now) * share).sum()) > _COST * (_way(start, changed) - _way(start, by)) + 1e-6
        width[name] = min(width[name] * 1.3, 1.5) if helps else max(width[name] * 0.93, 0.1)
        if helps:
            by, now = changed, then
    team.close()
    return by


def _way(start: Weights, end: Weights) -> float:
    """How far all weights moved."""
    return sum(float(abs(one - other).sum()) for one, other in zip(start, end, strict=True))
