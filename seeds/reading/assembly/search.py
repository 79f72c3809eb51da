"""The best way to lay all strips of a page into articles: a path cover of greatest score."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from seeds.reading.assembly.assignment import best_assignment
from seeds.reading.assembly.strips import Kind, Strip
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


@cache
def _both() -> dict[str, tuple[float, float]]:
    """The weights of each term in a first and in a later look."""
    first, again = weights("first"), weights("again")
    return {name: (first.get(name, 0.0), again.get(name, 0.0)) for name in sorted(first.keys() | again.keys())}


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


def _weighed(features: Mapping[str, float], table: Mapping[str, float]) -> float:
    return sum(table.get(name, 0.0) * value for name, value in features.items())


class _Page:
    """A page looked at again and again: the words of whole articles count, so a look uses the articles of the last."""

    def __init__(self, strips: Sequence[Strip]) -> None:
        self._offset = strips[0].index if strips else 0
        self._strips = [strip.at(place) for place, strip in enumerate(strips)]
        self._terms = Terms(self._strips, weights("again"))
        self._static: list[tuple[int, int, float, float]] = []
        both = _both()
        for first, second, features in self._links():
            early = late = 0.0
            for name, value in features.items():
                if name in both:
                    one, other = both[name]
                    early += one * value
                    late += other * value
            self._static.append((first, second, early, late))

    def _links(self) -> Iterator[tuple[int, int, dict[str, float]]]:
        static = self._terms.static
        for first, second in self._pairs():
            features = static(first, second)
            if features is not None:
                yield first, second, features

    def _pairs(self) -> Iterator[tuple[int, int]]:
        """Pairs that may be linked: text and its heads at any distance, headings mostly to what stands next to them."""
        strips = self._strips
        texts = [strip.index for strip in strips if strip.kind is Kind.TEXT or strip.unsure]
        heads = [strip.index for strip in strips if strip.kind in (Kind.HEADING, Kind.BYLINE, Kind.IMAGE)]
        for second in texts:
            yield from ((first, second) for first in texts if first != second)
            yield from ((first, second) for first in heads if first != second and not strips[first].unsure)
        for second in heads:
            yield from ((first, second) for first in range(max(second - 8, 0), second))
            below = strips[second + 1] if second + 1 < len(strips) else None
            if below is not None and below.kind is Kind.TEXT:
                near = range(max(second - 8, 0), second)
                yield from ((first, second) for first in texts + heads if first not in near and first != second)

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
        return [self._path(members, follows, gains) for members in self._laid(follows)]

    def _gains(self, table: str) -> dict[int, list[tuple[int, float]]]:
        """For each strip what following it with each other one gains over ending there and beginning anew."""
        table_weights = weights(table)
        begins = [_weighed(self._terms.begins(strip), table_weights) for strip in self._strips]
        ends = [_weighed(self._terms.ends(strip), table_weights) for strip in self._strips]
        changing = self._terms.changing(table_weights)
        late = table == "again"
        gains: dict[int, list[tuple[int, float]]] = {}
        for first, second, early_score, late_score in self._static:
            gain = (late_score if late else early_score) - ends[first] - begins[second]
            if gain < _HOPELESS:
                continue
            gain += changing(first, second)
            if gain > 0:
                gains.setdefault(first, []).append((second, gain))
        return {first: sorted(some, key=lambda pair: (-pair[1], pair[0]))[:_BEST] for first, some in gains.items()}

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

    def _path(
        self, members: Sequence[int], follows: dict[int, int], gains: dict[int, list[tuple[int, float]]]
    ) -> Chain:
        links = []
        for first, second in pairwise(members):
            features = self._terms.link(first, second) or {}
            named = tuple((name, self._terms.weights.get(name, 0.0) * value) for name, value in features.items())
            links.append(Link(first + self._offset, second + self._offset, sum(value for _, value in named), named))
        margin, rival = self._margin(members, follows, gains)
        return Chain(tuple(index + self._offset for index in members), tuple(links), margin, rival)

    def _margin(
        self, members: Sequence[int], follows: dict[int, int], gains: dict[int, list[tuple[int, float]]]
    ) -> tuple[float, str]:
        """What the best single change to a path would cost, and in words which change that is."""
        gain_of = {(first, second): gain for first, some in gains.items() for second, gain in some}
        leads = {second: first for first, second in follows.items()}
        best, rival = 9.0, ""
        for first in members:
            second = follows.get(first)
            kept = gain_of.get((first, second), 0.0) if second is not None else 0.0
            if second is not None and kept < best:
                best, rival = kept, f"line {self._strips[second].lines[0]} begins an article of its own"
            for other, gain in gains.get(first, ()):
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
