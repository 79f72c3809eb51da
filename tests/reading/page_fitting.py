"""Pages as fits see them: the terms of all that may be linked on a page, and what a reading of it is worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from seeds.reading.assembly.search import laid, weights
from seeds.reading.assembly.strips import Kind, Strip
from seeds.reading.assembly.table import Floats, Ints
from seeds.reading.assembly.terms import Terms
from seeds.reading.blocks import cut_strips
from seeds.reading.lines import read_lines
from seeds.reading.markup import blanked, looks_like_html

_SIZE = 400  # no fewer than there are terms


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


class FitPage:
    """A page with its right articles, and the terms of all that may be linked on it."""

    def __init__(self, name: str, text: str, gold: Mapping[str, Any]) -> None:
        self.name, self.text, self.gold = name, text, gold
        self.strips = cut_strips(read_lines(blanked(text) if looks_like_html(text, name) else text))
        self.terms = Terms(self.strips, weights("links"))
        pairs = self.terms.pairs()
        self.first, self.second = pairs.first, pairs.second
        together = self.terms.changed(self.first, self.second)
        columns = {name: pairs.values[:, at] for at, name in enumerate(pairs.names) if name not in together}
        self.static = Sparse.of(columns, len(self.first))
        begins, over = self.terms.singles()
        self.begins, self.over = Sparse.of(begins, len(self.strips)), Sparse.of(over, len(self.strips))
        self.paths = paths_of(self.strips, gold)
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
