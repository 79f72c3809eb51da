"""How well a text answers a query: headline before lead before body, rare words before common ones, close together.

The figures are weights, not probabilities; ``tests/search/test_judged_queries.py`` holds what they achieve.
"""

from __future__ import annotations

import logging
import math
from functools import lru_cache

import jieba

from .folding import fold
from .query import Query, Term
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
_MOST_OCCURRENCES = 30


@lru_cache(maxsize=10_000)
def rarity(needle: str) -> float:
    """From 0.2 (a word of every page) to 1 (a word the dictionary does not know): the rarest word in ``needle``."""
    jieba.dt.check_initialized()
    total = math.log(jieba.dt.total)
    words = [word for word in jieba.cut(needle) if len(word) > 1] or [needle]
    rarest = min(jieba.dt.FREQ.get(word, 0) for word in words)
    return max(0.2, 1 - math.log(rarest + 1) / total)


def score(text: Text, query: Query) -> float:
    """Greater is better. Only differences between texts that match the same query mean anything."""
    jieba.dt.check_initialized()
    wanted = [_best_term(text, group) for group in query.groups]
    if not wanted:
        return 0.0
    several = len(wanted) > 1
    view = _View(text, wanted)
    total = sum((rarity(term.needle) if several else 1.0) * view.term_score(term) for term in wanted)
    return total + (CLOSE * view.closeness(wanted) if several else 0.0)


def _best_term(text: Text, group: tuple[Term, ...]) -> Term:
    if len(group) == 1:
        return group[0]
    return max(group, key=lambda term: _View(text, [term]).term_score(term))


class _View:
    """A text in the form in which its needles can be counted: as printed where that has them all, else folded."""

    def __init__(self, text: Text, terms: list[Term]) -> None:
        self.title, self.body, self.names, self.beside = text.title, text.body, text.names, text.beside
        whole = (self.title, self.body, self.names, self.beside)
        if not all(any(needle in part for part in whole) for term in terms for needle in term.needles):
            self.title, self.body, self.names, self.beside = (fold(part) for part in whole)

    def term_score(self, term: Term) -> float:
        return max(self._needle_score(needle) for needle in term.needles)

    def _needle_score(self, needle: str) -> float:
        points = 0.0
        at = self.title.find(needle)
        if at >= 0:
            in_title = IN_TITLE + COVERS_TITLE * len(needle) / len(self.title)
            in_title += FIRST_IN_TITLE if at == 0 else 0
            points += in_title * (1 if _stands_alone(self.title, at, needle) else PART_OF_WORD)
            points += WHOLE_NAME if self.title == needle else 0
        if needle in self.names:
            points += IN_NAMES
            points += WHOLE_NAME / 2 if needle in self.names.split("\n") else 0
        if needle in self.beside:
            points += BESIDE_TITLE
        at = self.body.find(needle)
        if at >= 0:
            count = self.body.count(needle)
            length = 0.5 + 0.5 * len(self.body) / _USUAL_LENGTH
            in_body = IN_BODY * count / (count + 1.2 * length) + (IN_LEAD if at + len(needle) <= LEAD_LENGTH else 0)
            points += in_body * (1 if _stands_alone(self.body, at, needle) else PART_OF_WORD)
        return points

    def closeness(self, terms: list[Term]) -> float:
        """1 when the terms stand side by side in the title or body, towards 0 as they move apart."""
        return max(_closeness(self.title, terms), _closeness(self.body, terms))


def _stands_alone(text: str, at: int, needle: str) -> bool:
    """False when the characters beside an occurrence make a longer word of the dictionary with it."""
    words = jieba.dt.FREQ
    end = at + len(needle)
    return not (words.get(text[at : end + 1]) if end < len(text) else 0) and not (
        words.get(text[at - 1 : end]) if at else 0
    )


def _closeness(text: str, terms: list[Term]) -> float:
    places: list[tuple[int, int]] = []
    for number, term in enumerate(terms):
        found = [place for needle in term.needles for place in _occurrences(text, needle)]
        if not found:
            return 0.0
        places += [(place, number) for place in found]
    gap = _smallest_window(sorted(places), len(terms)) - sum(len(term.needle) for term in terms[:-1])
    return 1 / (1 + max(gap, 0) / 12)


def _occurrences(text: str, needle: str) -> list[int]:
    found: list[int] = []
    at = text.find(needle)
    while at >= 0 and len(found) < _MOST_OCCURRENCES:
        found.append(at)
        at = text.find(needle, at + len(needle))
    return found


def _smallest_window(places: list[tuple[int, int]], kinds: int) -> int:
    """The length of the shortest stretch of ``places`` (position, term) that has each of ``kinds`` terms."""
    inside = [0] * kinds
    missing, left, best = kinds, 0, places[-1][0] - places[0][0]
    for place, number in places:
        missing -= inside[number] == 0
        inside[number] += 1
        while not missing:
            best = min(best, place - places[left][0])
            gone = places[left][1]
            inside[gone] -= 1
            missing += inside[gone] == 0
            left += 1
    return best
