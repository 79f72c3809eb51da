"""One form for characters that differ without meaning: width, case, traditional and simplified, variants.

Folding keeps the number of characters, so a position in the folded text is the position in the text itself, and a
highlight needs no map back. This module imports nothing of the project.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from opencc import OpenCC

# Pairs that OpenCC's phrase rules produce (跟着 → 跟著, 答复 → 答覆, 借口 → 藉口) though its table of single characters
# does not lead back, because the second form is also a simplified character of its own. Folded to the first.
_ALSO = {"著": "着", "覆": "复", "藉": "借", "乾": "干", "瞭": "了", "徵": "征", "於": "于", "麽": "么", "甯": "宁"}
_ALSO["幺"] = "么"  # OpenCC takes 么 for its old form; in print it is the 么 of 什么
# OpenCC's tables for Taiwan and Hong Kong forms (衞 → 衛, 裏 → 裡), then traditional to simplified.
_TABLES = ("hk2s", "tw2s", "t2s")
_MOST_STEPS = 6  # a chain of foldings (ﾊ → ハ, Ⅷ, 衞 → 衛 → 卫) ends after two or three


@lru_cache(maxsize=1)
def _converters() -> tuple[Callable[[str], str], ...]:
    return tuple(OpenCC(table).convert for table in _TABLES)


def _one_step(character: str) -> str:
    if character.isascii():
        return character.lower()
    folded = _one_form(character)
    for convert in _converters():
        converted = convert(folded)
        folded = converted if len(converted) == 1 else folded
    return _ALSO.get(folded, folded)


def _one_form(character: str) -> str:
    """``character`` in one width and case, where that is one character again."""
    folded = unicodedata.normalize("NFKC", character)
    folded = folded if len(folded) == 1 else character
    lowered = folded.lower()
    return lowered if len(lowered) == 1 else folded


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
# The same for whole arrays, by code; 0 for what was not met yet. What no text has takes no memory.
_WORD_CODES = np.zeros(0x110000, "<u4")


def fold(text: str) -> str:
    """``text`` folded character by character; it has as many characters as ``text``."""
    return text.translate(_FOLDED)


def words_only(text: str) -> str:
    """``text`` folded, with a space for everything that is no letter, digit, Han character or pictograph."""
    return text.translate(_WORDS)


def word_codes(text: str) -> NDArray[np.uint32]:
    """``words_only(text)`` as an array of code points; for long texts a tenth of the cost."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    folded: NDArray[np.uint32] = _WORD_CODES[codes]
    if not folded.all():
        for code in set(codes[folded == 0].tolist()):
            _WORD_CODES[code] = ord(_WORDS[code])
        folded = _WORD_CODES[codes]
    return folded


def has_variants(text: str, needle: str) -> bool:
    """True when folding ``text`` may make a character of ``needle`` (folded); a tenth of the cost of folding it.

    Where this is False, a search of the text as it stands is as good as one of the folded text.
    """
    return bool(_class_of_variants(needle).search(text))


@lru_cache(maxsize=2000)
def _class_of_variants(needle: str) -> re.Pattern[str]:
    others = "".join(_variants().get(character, "") for character in sorted(set(needle)))
    # Beyond the first plane are too many characters to ask for each; newspapers print few of them.
    return re.compile(f"[{re.escape(others)}\U00010000-\U0010ffff]")


@lru_cache(maxsize=1)
def _variants() -> dict[str, str]:
    """For each folded character the others of the first plane that fold to it."""
    characters = [chr(code) for code in chain(range(0x20, 0xD800), range(0xE000, 0x10000))]
    # All at once, because asking OpenCC costs more than its work; those that it changes are then folded in earnest.
    suspects = {character for character in characters if _one_form(character) != character} | set(_ALSO)
    for convert in _converters():
        converted = convert("\n".join(characters)).split("\n")
        suspects.update(one for one, other in zip(characters, converted, strict=True) if one != other)
    found: dict[str, str] = {}
    for character in sorted(suspects):
        folded = fold_character(character)
        if folded != character:
            found[folded] = found.get(folded, "") + character
    return found
