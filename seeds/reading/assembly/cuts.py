"""Where a sentence was cut: whether two ends fit each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import accumulate, product
from string import ascii_letters, digits

import numpy as np

from seeds.reading.assembly.table import Array, Bools
from seeds.reading.cutter import cut_known, dictionary

_REACH = 4  # characters on either side of a cut: few words are longer
_SLOTS = 1 << 22  # more than ten for each pair of characters that stand side by side in a word


def spans_word(before: str, after: str) -> bool:
    """True when a word of the dictionary lies across the cut between ``before`` and ``after``."""
    left = before[-_REACH:]
    return len(left) not in accumulate(map(len, cut_known(left + after[:_REACH])), initial=0)


def words_across(before: Sequence[str], after: Sequence[str], where: Bools) -> Bools:
    """Of the pairs of texts that ``where`` asks for, a row for each ``before``, those that ``spans_word`` is true of.

    Only ends that stand side by side in some word are cut into words to see.
    """
    found = np.zeros(where.shape, dtype=np.bool_)
    lefts, rights = [text[-_REACH:] for text in before], [text[:_REACH] for text in after]
    last, first = _points([left[-1:] for left in lefts]), _points([right[:1] for right in rights])
    rows, columns = np.nonzero(where & _beside()[_slot(last[:, None], first)])
    if not len(rows):
        return found
    ends = [lefts[row] + rights[column] for row, column in zip(rows.tolist(), columns.tolist(), strict=True)]
    words = cut_known("\n".join(ends))
    borders = np.cumsum(np.fromiter(map(len, words), np.int64, len(words)))
    whole = np.zeros(borders[-1] + 2, dtype=np.bool_)
    whole[0] = whole[borders] = True
    left, right = np.array([len(left) for left in lefts])[rows], np.array([len(right) + 1 for right in rights])[columns]
    found[rows, columns] = ~whole[np.cumsum(left + right) - right]
    return found


@cache
def _beside() -> Bools:
    """By the slot of two characters, whether they may stand side by side in a word; letters and digits may."""
    words = "\n".join([*dictionary(), *(one + other for one, other in product(ascii_letters + digits, repeat=2))])
    points = _points(words)
    slots = np.zeros(_SLOTS, dtype=np.bool_)
    slots[_slot(points[:-1], points[1:])] = True
    return slots


def _slot(one: Array, other: Array) -> Array:
    return (one * 40_503 + other) & (_SLOTS - 1)


def _points(text: str | Sequence[str]) -> Array:
    """The code points of ``text``, or of one character each, 0 for an empty one."""
    characters = text if isinstance(text, str) else "".join(character or "\0" for character in text)
    return np.frombuffer(characters.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
