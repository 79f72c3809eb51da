"""A text without what differs without meaning, for patterns to look at, with the way back to the text itself.

Newspapers print 23.7 万元 and ２３．７万元, （苏 峥） and (苏峥). Patterns read the folded text; whatever they find is
reported as a span of the text as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, pairwise

from unionarchive.common.spans import Span
from unionarchive.common.values import value

_KEPT_WIDE = frozenset("，；：？！（）")  # punctuation that sentences are cut at keeps its full-width form
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_TO_WIDE = str.maketrans(_WIDE)


@value
class Folded:
    """``text`` is the folded form; ``positions[i]`` is where its character ``i`` stands in the text as it stands."""

    text: str
    positions: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """The span of the text as it stands behind ``text[start:end]``; ValueError when that is empty."""
        if not start < end <= len(self.text):
            raise ValueError(f"no text behind {start}:{end} of {len(self.text)} characters")
        return Span(self.positions[start], self.positions[end - 1] + 1)


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    if character.isspace():
        return "\n" if character == "\n" else ""
    if character in _KEPT_WIDE:
        return character
    folded = unicodedata.normalize("NFKC", character)
    return folded.translate(_TO_WIDE) if len(folded) == 1 else character


# What folds to itself, most of a text by far. Whatever else a text holds is looked up.
_OTHER = re.compile(r"[^\u3400-\u4dbf\u4e00-\u9fff，。、：；？！“”‘’《》（）0-9A-Za-z.%+\-—·\n\x00]")


def fold(text: str) -> Folded:
    """``text`` with narrow letters and digits, wide sentence punctuation, and no white space but line feeds.

    Every folded character stands for exactly one character of ``text``; spaces between two Latin letters or digits
    go as well (84 消毒液, 10 天).
    """
    gone: list[int] = []

    def folded(other: re.Match[str]) -> str:
        character = _folded(other[0])
        if not character:
            gone.append(other.start())
        return character

    for narrow, wide in _WIDE.items():  # by far the commonest of what folds to something else
        if narrow in text:
            text = text.replace(narrow, wide)
    made = _OTHER.sub(folded, text)
    if not gone:
        return Folded(made, range(len(text)))
    borders = [-1, *gone, len(text)]
    kept = (range(before + 1, after) for before, after in pairwise(borders))
    return Folded(made, tuple(chain.from_iterable(kept)))
