"""Patterns that are dear to try at every place, tried only where a cheap one says that they may match."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator


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

    def places(self, text: str, start: int, end: int) -> list[int]:
        """Where the anchors stand in ``text[start:end]``."""
        return [anchor.start() for anchor in self._anchor.finditer(text, start, end)]

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

    def __init__(self, pattern: str, *, after: str) -> None:
        """Take ``pattern`` and the characters of a class behind which it is tried."""
        self._pattern = re.compile(pattern)
        self._after = after
        self._before = re.compile(f"[{after}](?={pattern})")

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches, from left to right."""
        match, at = self._pattern.match, 0
        if found := match(text):
            yield found
            at = found.end()
        for mark in self._before.finditer(text):
            if mark.end() >= at and (found := match(text, mark.end())):
                yield found
                at = found.end()
