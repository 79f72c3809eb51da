"""The best way to lay all strips of a page into articles: a path cover of greatest score."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from seeds.reading.assembly.assignment import best_assignment
from seeds.reading.assembly.strips import Kind, Strip
from seeds.reading.assembly.terms import Link, Terms

_ROUNDS = 5


@cache
def weights(table: str) -> dict[str, float]:
    """The weight of each term by its name, in the ``table`` for a first or a later look at a page."""
    path = Path(__file__).resolve().parents[1] / "words" / "pages_weights.toml"
    return {name: float(value) for name, value in tomllib.loads(path.read_text("utf-8"))[table].items()}


def best_paths(strips: Sequence[Strip]) -> list[list[Link | int]]:
    """Paths that hold every strip but furniture once; each begins with a strip's index and goes on with links.

    The words of whole articles count, so the assignment is made again for the articles that it gave, until it stays.
    """
    terms = Terms(strips, weights("first"))
    paths = _assigned_paths(strips, terms)
    terms.weights = weights("again")
    for _ in range(_ROUNDS):
        before = [_members(path) for path in paths]
        terms.settle(before)
        paths = _assigned_paths(strips, terms)
        if [_members(path) for path in paths] == before:
            break
    return paths


def _members(path: Sequence[Link | int]) -> list[int]:
    return [step.second if isinstance(step, Link) else step for step in path]


def _assigned_paths(strips: Sequence[Strip], terms: Terms) -> list[list[Link | int]]:
    links: dict[tuple[int, int], Link] = {}
    gains: dict[int, list[tuple[int, float]]] = {}
    begins = [terms.weigh(terms.begins(strip)) for strip in strips]
    ends = [terms.weigh(terms.ends(strip)) for strip in strips]
    for first in range(len(strips)):
        for second in range(len(strips)):
            features = terms.link(first, second)
            if features is None:
                continue
            score = terms.weigh(features)
            gain = score - ends[first] - begins[second]
            if gain > 0:
                named = tuple((name, terms.weights.get(name, 0.0) * value) for name, value in features.items())
                links[first, second] = Link(first, second, score, named)
                gains.setdefault(first, []).append((second, gain))
    follows = best_assignment(len(strips), gains)
    followed = set(follows.values())
    paths: list[list[Link | int]] = []
    for strip in strips:
        if strip.kind is Kind.FURNITURE or strip.index in followed:
            continue
        path: list[Link | int] = [strip.index]
        at = strip.index
        while at in follows:
            path.append(links[at, follows[at]])
            at = follows[at]
        paths.append(path)
    return paths
