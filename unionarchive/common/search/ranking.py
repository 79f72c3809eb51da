"""How well a text answers a query: headline before lead before body, rare words before common ones, close together.

The figures are weights, not probabilities; ``tests/search/test_judged_queries.py`` holds what they achieve.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import jieba

from .folding import fold, has_variants
from .matching import searched, term_matches
from .query import Query
from .tokens import LEAD_LENGTH, Text

jieba.setLogLevel(logging.WARNING)  # it tells every process on standard error that it reads its dictionary

WHOLE_NAME = 12.0  # the title or one of the names is the term
IN_TITLE = 6.0
FIRST_IN_TITLE = 1.5  # the title begins with it
COVERS_TITLE = 4.0  # times the share of the title that the term makes up
IN_NAMES = 5.0
BESIDE_TITLE = 4.0  # kicker and subheads
IN_LEAD = 4.0
IN_BODY = 3.0  # times tf / (tf + 1.2), scaled by length
CLOSE = 5.0  # all terms within a few characters
PART_OF_WORD = 0.3  # times what an occurrence in a longer word is worth (慰问 in 慰问金)
_USUAL_LENGTH = 600
_MOST_OCCURRENCES = 8  # of one term, looked at for closeness


def frequency(word: str) -> int:
    """How often the dictionary met ``word``; 0 for a word that it does not know."""
    jieba.dt.check_initialized()
    return jieba.dt.FREQ.get(word) or 0


@lru_cache(maxsize=10_000)
def rarity(needle: str) -> float:
    """From 0.2 (a word of every page) to 1 (a word the dictionary does not know): the rarest word in ``needle``."""
    jieba.dt.check_initialized()
    total = math.log(jieba.dt.total)
    words = [word for word in jieba.cut(needle) if len(word) > 1] or [needle]
    rarest = min(jieba.dt.FREQ.get(word, 0) for word in words)
    return max(0.2, 1 - math.log(rarest + 1) / total)


@dataclass(frozen=True, slots=True)
class _Sought:
    """One term of a group: what is looked for in which field, and what it weighs."""

    needles: tuple[str, ...]
    field: str
    weight: float


@dataclass(frozen=True, slots=True)
class _Way:
    """The groups of a query in one spelling, and all needles of each."""

    groups: tuple[tuple[_Sought, ...], ...]
    needles: tuple[tuple[str, ...], ...]


class Scorer:
    """Says of texts how well they answer ``query``, having looked at the query once."""

    def __init__(self, query: Query) -> None:
        jieba.dt.check_initialized()
        self._without = query.without
        folded, typed = _way(query, is_typed=False), _way(query, is_typed=True)
        # Much that is printed needs no folding when it is looked for as it was typed: N95, 5G, 什么.
        self._ways = [folded] if typed == folded else [typed, folded]
        self._characters = "".join(sorted({*"".join(chain.from_iterable(folded.needles))}))

    def __call__(self, text: Text) -> float | None:
        """Greater is better, for texts that match the same query; None for a text that does not match."""
        for way in self._ways:
            points = _points(text, way)
            if points is not None:
                break
        else:
            points = _points(_folded(text), self._ways[-1]) if self._may_match_folded(text) else None
        if points is None or any(term_matches(text, term) for term in self._without):
            return None
        return points

    def _may_match_folded(self, text: Text) -> bool:
        return any(has_variants(field, self._characters) for field in searched(text, ""))


def score(text: Text, query: Query) -> float | None:
    """How well one text answers ``query``; None when it does not match."""
    return Scorer(query)(text)


def _way(query: Query, *, is_typed: bool) -> _Way:
    """The groups of ``query`` with their words as they were typed, or folded."""
    several = len(query.groups) > 1
    groups = tuple(
        tuple(
            _Sought(
                (term.text, *term.also) if is_typed else term.needles,
                term.field,
                rarity(term.needle) if several else 1.0,
            )
            for term in group
        )
        for group in query.groups
    )
    return _Way(groups, tuple(tuple(chain.from_iterable(sought.needles for sought in group)) for group in groups))


def _folded(text: Text) -> Text:
    return Text(fold(text.title), fold(text.body), fold(text.names), fold(text.beside))


def _points(text: Text, way: _Way) -> float | None:
    total = 0.0
    for group in way.groups:
        best = 0.0
        for sought in group:
            for needle in sought.needles:
                best = max(best, sought.weight * _needle_points(text, needle, sought.field))
        if not best:
            return None
        total += best
    if len(way.groups) > 1:
        total += CLOSE * max(_closeness(text.title, way.needles), _closeness(text.body, way.needles))
    return total


def _needle_points(text: Text, needle: str, field: str) -> float:
    """What the needle is worth where it stands in ``text``; 0 when it is not in the field asked for."""
    points = 0.0
    if field != "names":
        at = text.title.find(needle)
        if at >= 0:
            points += _title_points(text.title, needle, at)
        if needle in text.beside:
            points += BESIDE_TITLE
    if field != "title" and needle in text.names:
        points += IN_NAMES
        points += WHOLE_NAME / 2 if needle in text.names.split("\n") else 0
    if not field:
        at = text.body.find(needle)
        if at >= 0:
            points += _body_points(text.body, needle, at)
    return points


def _title_points(title: str, needle: str, at: int) -> float:
    if title == needle:
        return WHOLE_NAME + IN_TITLE + COVERS_TITLE + FIRST_IN_TITLE
    points = IN_TITLE + COVERS_TITLE * len(needle) / len(title) + (0 if at else FIRST_IN_TITLE)
    return points if _stands_alone(title, at, needle) else points * PART_OF_WORD


def _body_points(body: str, needle: str, at: int) -> float:
    count = body.count(needle)
    length = 0.5 + 0.5 * len(body) / _USUAL_LENGTH
    points = IN_BODY * count / (count + 1.2 * length) + (IN_LEAD if at + len(needle) <= LEAD_LENGTH else 0)
    return points if _stands_alone(body, at, needle) else points * PART_OF_WORD


def _stands_alone(text: str, at: int, needle: str) -> bool:
    """False when the characters beside an occurrence make a longer word of the dictionary with it."""
    words = jieba.dt.FREQ
    end = at + len(needle)
    return not (words.get(text[at : end + 1]) if end < len(text) else 0) and not (
        words.get(text[at - 1 : end]) if at else 0
    )


def _closeness(text: str, groups: Sequence[tuple[str, ...]]) -> float:
    """1 when the terms stand side by side in ``text``, towards 0 as they move apart; 0 when one is missing."""
    places: list[tuple[int, int]] = []
    for number, needles in enumerate(groups):
        before = len(places)
        for needle in needles:
            at = text.find(needle)
            while at >= 0 and len(places) - before < _MOST_OCCURRENCES:
                places.append((at, number))
                at = text.find(needle, at + len(needle))
        if len(places) == before:
            return 0.0
    places.sort()
    gap = _smallest_window(places, len(groups)) - sum(len(needles[0]) for needles in groups[:-1])
    return 1 / (1 + max(gap, 0) / 12)


def _smallest_window(places: list[tuple[int, int]], kinds: int) -> int:
    """The length of the shortest stretch of ``places`` (position, term; in order) that has every term."""
    last = [-1] * kinds
    missing, best = kinds, places[-1][0] - places[0][0]
    for place, number in places:
        if last[number] < 0:
            missing -= 1
        last[number] = place
        if not missing:
            best = min(best, place - min(last))
    return best
