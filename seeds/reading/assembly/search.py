"""The best way to lay all strips of a page into articles: the reading of greatest score.

An assignment lays them by what each link gains by the net that reads whole pages; what readings beside it say for
themselves as wholes then decides, change by change. A page is laid several times, with its gains moved a little, and of
all that these come to the best whole is taken.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from seeds.reading.assembly.assignment import best_assignment
from seeds.reading.assembly.climbing import Climber, Top, moves
from seeds.reading.assembly.judging import Judge
from seeds.reading.assembly.margins import Margins
from seeds.reading.assembly.strips import Kind, Strip
from seeds.reading.assembly.table import OUT, Floats, Ints
from seeds.reading.assembly.terms import Link, Terms
from unionarchive.common.values import value

MOVED = 4  # times that a page is laid with gains moved at random
FAR = 2.0  # how far gains are moved, at most
MOST_LEAD = 1.0
_TOLD = 2  # terms of the whole page that are named for a link that they made
_BY_NET = "reads on within the whole page"  # what a link gains by the net, among its terms
_BEST = 12  # followers of a strip that are weighed against each other
_PAGE = 240  # strips: no page has more; a longer text is put together in windows
_WINDOW = 80  # strips of a window: about one page


@dataclass(frozen=True, slots=True)
class Chain:
    """Strips that make an article, in order. ``links`` join them; ``margin`` is what the best other way would cost.

    ``steady`` says that the net alone lays it the same way. ``lead`` is by how much the reading is better as a whole
    than the best one beside it without this article, at most ``MOST_LEAD``. ``agreed`` is the share of all that the
    page was laid to that has it.
    """

    members: tuple[int, ...]
    links: tuple[Link, ...]
    margin: float
    rival: str
    steady: bool = False
    lead: float = 0.0
    agreed: float = 0.0


@cache
def weights(table: str) -> dict[str, float]:
    """The weight of each term by its name, in the ``table`` of single links or of whole readings."""
    path = Path(__file__).resolve().parents[1] / "words" / "pages_weights.toml"
    return {name: float(value) for name, value in tomllib.loads(path.read_text("utf-8"))[table].items()}


def best_paths(strips: Sequence[Strip]) -> list[Chain]:
    """Paths that hold every strip but furniture once, in the order of their first strips."""
    return [path for window in _windows(strips) for path in _Page(window).paths()]


def _windows(strips: Sequence[Strip]) -> Iterator[Sequence[Strip]]:
    """Pieces of a long text, cut in front of a heading where one is near; a page is one piece."""
    at = 0
    while len(strips) > _PAGE and len(strips) - at > _WINDOW:
        end = at + _WINDOW
        for candidate in range(end, end - _WINDOW // 4, -1):
            if strips[candidate].kind is Kind.HEADING and strips[candidate - 1].kind is not Kind.HEADING:
                end = candidate
                break
        yield strips[at:end]
        at = end
    yield strips[at:]


def best_of(gains: Floats) -> Floats:
    """The greatest gains of every strip, of equal ones the first; 0 for the others."""
    if gains.shape[1] <= _BEST:
        return gains
    kept = np.where(gains >= -np.partition(-gains, _BEST - 1, axis=1)[:, _BEST - 1 : _BEST], gains, 0.0)
    for row in np.nonzero((kept > 0).sum(axis=1) > _BEST)[0]:
        kept[row, np.argsort(-gains[row], kind="stable")[_BEST:]] = 0.0
    return kept


def laid(strips: Sequence[Strip], follows: Ints) -> list[tuple[int, ...]]:
    """The articles that ``follows`` makes of all strips but furniture, in the order of their first strips."""
    furniture = Kind.FURNITURE
    after = follows.tolist()
    followed = set(after)
    paths = []
    for start in [strip.index for strip in strips if strip.kind is not furniture]:
        if start not in followed:
            path, at = [start], after[start]
            while at >= 0:
                path.append(at)
                at = after[at]
            paths.append(tuple(path))
    return paths


class _Laid(Sequence[Sequence[tuple[int, ...]]]):
    """The articles of several readings, each laid when it is asked for: most have been judged before."""

    def __init__(self, strips: Sequence[Strip], readings: Sequence[Ints]) -> None:
        self._strips, self._readings = strips, readings

    def __len__(self) -> int:
        return len(self._readings)

    def __getitem__(self, at: Any) -> Any:
        return laid(self._strips, self._readings[at])


@value
class _Look:
    """A page laid once, and bettered."""

    assigned: Ints
    top: Top


class _Page:
    """A page that is laid again and again."""

    def __init__(self, strips: Sequence[Strip]) -> None:
        self._offset = strips[0].index if strips else 0
        self._strips = [strip.at(place) for place, strip in enumerate(strips)]
        self._terms = Terms(self._strips, weights("links"))
        self._judge = Judge(self._terms, weights("whole"))
        self._gains = self._terms.told.gains

    def paths(self) -> list[Chain]:
        """The paths of the best reading."""
        climber = Climber(self._gains, self._judged)
        looks = [self._look(turn, climber) for turn in range(MOVED + 1)]
        best = max(looks, key=lambda look: look.top.score)  # of equals the first
        laid_so = Counter(path for look in looks for path in self._laid(look.top.follows))
        steady = set(self._laid(looks[0].assigned))
        return self._chains(best, steady, {path: count / len(looks) for path, count in laid_so.items()})

    def _look(self, turn: int, climber: Climber) -> _Look:
        """The page laid, with gains moved otherwise in each ``turn`` but the first, and bettered."""
        moved = moves(len(self._strips), turn) * FAR if turn else 0.0
        follows = best_assignment(_chosen(self._gains + moved))
        return _Look(follows, climber.climb(follows))

    def _laid(self, follows: Ints) -> list[tuple[int, ...]]:
        """The articles that ``follows`` makes, each with its head first."""
        return [self._headed(path) for path in laid(self._strips, follows)]

    def _headed(self, path: tuple[int, ...]) -> tuple[int, ...]:
        """An article that ends with headings and begins with none: they are its head, which stands below the text."""
        end = len(path)
        while end and self._strips[path[end - 1]].kind is Kind.HEADING:
            end -= 1
        text_first = self._strips[path[0]].kind is Kind.TEXT
        if end == len(path) or not text_first or self._gains[path[-1], path[0]] == OUT:
            return path
        return path[end:] + path[:end]

    def _judged(self, readings: Sequence[Ints]) -> list[float]:
        return self._judge.scores(_Laid(self._strips, readings), readings)

    def _made_whole(self, look: _Look) -> dict[tuple[int, int], tuple[str, ...]]:
        """The links that the page as a whole speaks for, and what for."""
        follows = look.top.follows
        changed = np.nonzero((follows != look.assigned) & (follows >= 0))[0].tolist()
        if not changed:
            return {}
        before, after = ((laid(self._strips, one), one) for one in (look.assigned, follows))
        gained = tuple(self._judge.gained(before, after)[:_TOLD])
        return {(first, int(follows[first])): gained for first in changed}

    def _chains(
        self, look: _Look, steady: Set[tuple[int, ...]], agreed: Mapping[tuple[int, ...], float]
    ) -> list[Chain]:
        """The articles with their links, what the best other way for each would cost, and how far looks ``agreed``."""
        whole = self._made_whole(look)
        paths = self._laid(look.top.follows)
        follows = np.full(len(self._strips), -1)
        for path in paths:
            follows[list(path[:-1])] = path[1:]
        self._terms.settle(paths)
        behind = [(look.top.score - score, set(self._laid(other))) for score, other in look.top.beside]
        first = np.nonzero(follows >= 0)[0]
        pairs = list(zip(first.tolist(), follows[first].tolist(), strict=True))
        links = {}
        for (above, below), terms in zip(pairs, self._terms.links(pairs, weights("links")), strict=True):
            gained = float(self._gains[above, below])
            said = ((_BY_NET, gained), *terms.items())
            made = whole.get((above, below), ())
            links[above] = Link(above + self._offset, below + self._offset, gained, said, made)
        margins = Margins(self._strips, _chosen(self._gains), follows)
        return [
            Chain(
                tuple(index + self._offset for index in members),
                tuple(links[above] for above in members[:-1]),
                *margins.of(members),
                members in steady,
                _lead(behind, members),
                agreed[members],
            )
            for members in paths
        ]


def _chosen(gains: Floats) -> Floats:
    """The ``gains`` that an assignment weighs; 0 at least."""
    return best_of(np.maximum(gains, 0.0))


def _lead(behind: Sequence[tuple[float, Set[tuple[int, ...]]]], members: tuple[int, ...]) -> float:
    """By how much every reading beside the best that lacks this article is worse as a whole."""
    others = (far for far, articles in behind if members not in articles)
    return max(0.0, min(others, default=MOST_LEAD))
