"""One form for characters that differ without meaning: width, case, traditional and simplified, variants.

Folding keeps the number of characters, so a position in the folded text is the position in the text itself, and a
highlight needs no map back. This module imports nothing of the project.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache

from opencc import OpenCC

# Pairs that OpenCC's phrase rules produce (跟着 → 跟著, 答复 → 答覆, 借口 → 藉口) though its table of single characters
# does not lead back, because the second form is also a simplified character of its own. Folded to the first.
_ALSO = {"著": "着", "覆": "复", "藉": "借", "乾": "干", "瞭": "了", "徵": "征", "於": "于", "麽": "么", "甯": "宁"}
# OpenCC's tables for Taiwan and Hong Kong forms (衞 → 衛, 裏 → 裡), then traditional to simplified.
_TABLES = ("hk2s", "tw2s", "t2s")
_MOST_STEPS = 6  # a chain of foldings (ﾊ → ハ, Ⅷ, 衞 → 衛 → 卫) ends after two or three


@lru_cache(maxsize=1)
def _converters() -> tuple[Callable[[str], str], ...]:
    return tuple(OpenCC(table).convert for table in _TABLES)


def _one_step(character: str) -> str:
    if character.isascii():
        return character.lower()
    folded = unicodedata.normalize("NFKC", character)
    folded = folded if len(folded) == 1 else character
    lowered = folded.lower()
    folded = lowered if len(lowered) == 1 else folded
    for convert in _converters():
        converted = convert(folded)
        folded = converted if len(converted) == 1 else folded
    return _ALSO.get(folded, folded)


def fold_character(character: str) -> str:
    """The one character that stands for ``character`` and all its variants; folding it again changes nothing."""
    seen = [character]
    for _ in range(_MOST_STEPS):
        folded = _one_step(seen[-1])
        if folded == seen[-1]:
            return folded
        if folded in seen:  # two tables that disagree: the smaller one stands for the circle
            return min(seen[seen.index(folded) :])
        seen.append(folded)
    return seen[-1]


class _Table(dict[int, str]):
    """A translation table that learns each character when it is first met."""

    def __init__(self, rule: Callable[[str], str]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, code: int) -> str:
        character = chr(code)
        # OpenCC speaks UTF-8, which has no half of a surrogate pair.
        folded = character if 0xD800 <= code < 0xE000 else self._rule(character)
        self[code] = folded
        return folded


def _word_character(character: str) -> str:
    folded = fold_character(character)
    if folded.isalnum() or unicodedata.category(folded) in {"So", "Sk", "Mn", "Mc"}:
        return folded
    return " "


_FOLDED = _Table(fold_character)
_WORDS = _Table(_word_character)


def fold(text: str) -> str:
    """``text`` folded character by character; it has as many characters as ``text``."""
    return text.translate(_FOLDED)


def words_only(text: str) -> str:
    """``text`` folded, with a space for everything that is no letter, digit, Han character or pictograph."""
    return text.translate(_WORDS)
