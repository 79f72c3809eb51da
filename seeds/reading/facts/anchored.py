"""Patterns that are dear to try at every place, tried only where a cheap one says that they may match."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick


class Anchored:
    """A pattern each of whose matches holds a match of ``anchor``, at most ``before`` characters behind its start.

    ``finditer`` finds what that of the pattern alone finds. The anchor should be a single character with a look ahead:
    of two that overlap the second would not be seen.
    """

    def __init__(self, pattern: str, *, anchor: str, before: int = 0) -> None:
        """Take ``pattern``, and how far behind its start the anchor may stand."""
        self._pattern = re.compile(pattern)
        self._anchor = re.compile(anchor)
        self._before = before

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """The matches in ``text[start:end]`` that do not overlap, from left to right."""
        match, at = self._pattern.match, start
        for anchor in self._anchor.finditer(text, start, end):
            place = anchor.start()
            for begin in range(max(at, place - self._before), place + 1):
                if found := match(text, begin, end):
                    yield found
                    at = found.end()
                    break
                at = begin + 1  # a place that does not match is looked at once


class Opening:
    """A pattern that matches at the start of a text or right behind one of the characters ``after`` alone.

    ``finditer`` finds what the pattern alone finds behind ``(?:(?<=[…])|^)``, without trying every place.
    """

    def __init__(self, pattern: str, *, after: str, holds: Iterable[str] = (), within: int = 0) -> None:
        """Take ``pattern`` and the characters of a class behind which it is tried.

        With ``holds`` it is tried only where one of these words begins ``within`` so many characters from the start.
        """
        self._pattern = re.compile(pattern)
        self._after = re.compile(f"[{after}]")
        words = sorted(set(holds))
        self._holds = AhoCorasick(words) if words else None
        self._within = within

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches, from left to right."""
        match, at = self._pattern.match, 0
        for start in self._starts(text):
            if start >= at and (found := match(text, start)):
                yield found
                at = found.end()

    def _starts(self, text: str) -> Iterator[int]:
        """The places that are worth a try."""
        starts = [0, *(mark.end() for mark in self._after.finditer(text))]
        if self._holds is None:
            yield from starts
            return
        words = sorted(start for _, start, _ in self._holds.find_matches_as_indexes(text, overlapping=True))
        coming = 0
        for start in starts:
            while coming < len(words) and words[coming] < start:
                coming += 1
            if coming == len(words):
                return
            if words[coming] - start <= self._within:
                yield start
