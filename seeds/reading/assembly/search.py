"""The best way to lay all strips of a page into articles: a path cover of greatest score."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from seeds.reading.assembly.assignment import best_assignment
from seeds.reading.assembly.strips import Kind, Strip
from seeds.reading.assembly.table import OUT, Floats
from seeds.reading.assembly.terms import Link, Terms

_ROUNDS = 3
_HOPELESS = -5.0  # a link that scores lower before articles are looked at is not looked at again
_BEST = 12  # followers of a strip that are weighed against each other
_PAGE = 240  # strips: no page has more; a longer text is put together in windows
_WINDOW = 80  # strips of a window: about one page


@dataclass(frozen=True, slots=True)
class Chain:
    """Strips that make an article, in order. ``links`` join them; ``margin`` is what the best other way would cost."""

    members: tuple[int, ...]
    links: tuple[Link, ...]
    margin: float
    rival: str


@cache
def weights(table: str) -> dict[str, float]:
    """The weight of each term by its name, in the ``table`` for a first or a later look at a page."""
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


class _Page:
    """A page looked at again and again: the words of whole articles count, so a look uses the articles of the last."""

    def __init__(self, strips: Sequence[Strip]) -> None:
        self._offset = strips[0].index if strips else 0
        self._strips = [strip.at(place) for place, strip in enumerate(strips)]
        self._terms = Terms(self._strips, weights("again"))
        self._bare: dict[str, Floats] = {}  # by table: gains without what articles decide

    def paths(self) -> list[Chain]:
        """The paths of the last look."""
        gains = self._gains("first")
        follows = best_assignment(len(self._strips), gains)
        for _ in range(_ROUNDS):
            self._terms.settle(self._laid(follows))
            gains = self._gains("again")
            again = best_assignment(len(self._strips), gains)
            if again == follows:
                break
            follows = again
        return self._chains(follows, gains)

    def _gains(self, table: str) -> dict[int, list[tuple[int, float]]]:
        """For each strip what following it with each other one gains over ending there and beginning anew."""
        by = weights(table)
        if table not in self._bare:
            bare = self._terms.static(by) - self._terms.ends(by)[:, None] - self._terms.begins(by)[None, :]
            self._bare[table] = np.where(bare >= _HOPELESS, bare, OUT)
        gains = self._bare[table] + self._terms.changing(by)
        best = np.argsort(-gains, axis=1, kind="stable")[:, :_BEST]
        return {
            first: [(second, gain) for second, gain in zip(some, of, strict=True) if gain > 0]
            for first, (some, of) in enumerate(
                zip(best.tolist(), np.take_along_axis(gains, best, axis=1).tolist(), strict=True)
            )
            if of and of[0] > 0
        }

    def _laid(self, follows: dict[int, int]) -> list[list[int]]:
        followed = set(follows.values())
        paths: list[list[int]] = []
        for strip in self._strips:
            if strip.kind is Kind.FURNITURE or strip.index in followed:
                continue
            path = [strip.index]
            while path[-1] in follows:
                path.append(follows[path[-1]])
            paths.append(path)
        return paths

    def _chains(self, follows: dict[int, int], gains: dict[int, list[tuple[int, float]]]) -> list[Chain]:
        """The articles with their links, and what the best other way for each would cost."""
        pairs = list(follows.items())
        links = {}
        for (first, second), features in zip(pairs, self._terms.links(pairs), strict=True):
            named = tuple((name, self._terms.weights.get(name, 0.0) * value) for name, value in features.items())
            score = sum(value for _, value in named)
            links[first] = Link(first + self._offset, second + self._offset, score, named)
        margins = _Margins(self._strips, follows, gains)
        return [
            Chain(
                tuple(index + self._offset for index in members),
                tuple(links[first] for first in members[:-1]),
                *margins.of(members),
            )
            for members in self._laid(follows)
        ]


class _Margins:
    """What changes to the articles of a page would cost."""

    def __init__(
        self, strips: Sequence[Strip], follows: dict[int, int], gains: dict[int, list[tuple[int, float]]]
    ) -> None:
        self._strips, self._follows, self._gains = strips, follows, gains
        self._leads = {second: first for first, second in follows.items()}
        self._gain_of = {(first, second): gain for first, some in gains.items() for second, gain in some}

    def of(self, members: Sequence[int]) -> tuple[float, str]:
        """What the best single change to a path would cost, and in words which change that is."""
        gain_of, leads = self._gain_of, self._leads
        best, rival = 9.0, ""
        for first in members:
            second = self._follows.get(first)
            kept = gain_of.get((first, second), 0.0) if second is not None else 0.0
            if second is not None and kept < best:
                best, rival = kept, f"line {self._strips[second].lines[0]} begins an article of its own"
            for other, gain in self._gains.get(first, ()):
                holder = leads.get(other)
                if other == second or holder == first:
                    continue
                lost = gain_of.get((holder, other), 0.0) if holder is not None else 0.0
                swapped = gain_of.get((holder, second), 0.0) if holder is not None and second is not None else 0.0
                cost = kept + lost - gain - swapped
                if cost < best:
                    best = cost
                    rival = f"line {self._strips[other].lines[0]} follows line {self._strips[first].lines[-1]}"
        return max(best, 0.0), rival
