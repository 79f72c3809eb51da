"""A text without what differs without meaning, for patterns to look at, with the way back to the text itself.

Newspapers print 23.7 万元 and ２３．７万元, （苏 峥） and (苏峥). Patterns read the folded text; whatever they find is
reported as a span of the text as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import chain

from unionarchive.common.spans import Span

_KEPT_WIDE = frozenset("，；：？！（）")  # punctuation that sentences are cut at keeps its full-width form
_TO_WIDE = str.maketrans({",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"})


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` is the folded form; ``positions[i]`` is where its character ``i`` stands in the text as it stands."""

    text: str
    positions: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The span of the text as it stands behind ``text[start:end]``; ValueError when that is empty."""
        if not start < end <= len(self.text):
            raise ValueError(f"no text behind {start}:{end} of {len(self.text)} characters")
        return Span(self.positions[start], self.positions[end - 1] + 1)


class _Table(dict[int, str]):
    """What each code point folds to, made when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    if character.isspace():
        return "\n" if character == "\n" else ""
    if character in _KEPT_WIDE:
        return character
    folded = unicodedata.normalize("NFKC", character)
    return folded.translate(_TO_WIDE) if len(folded) == 1 else character


_TABLE = _Table()
_SPACE = re.compile(r"[^\S\n]+")


def fold(text: str) -> Folded:
    """``text`` with narrow letters and digits, wide sentence punctuation, and no white space but line feeds.

    Every folded character stands for exactly one character of ``text``; spaces between two Latin letters or digits
    go as well (84 消毒液, 10 天).
    """
    folded = text.translate(_TABLE)
    if len(folded) == len(text):
        return Folded(folded, tuple(range(len(text))))
    kept, at = [], 0
    for space in _SPACE.finditer(text):
        kept.append(range(at, space.start()))
        at = space.end()
    kept.append(range(at, len(text)))
    return Folded(folded, tuple(chain.from_iterable(kept)))
