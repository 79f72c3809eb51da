"""Where a sentence was cut: whether two ends fit each other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from seeds.reading.assembly.table import Bools
from seeds.reading.cutter import cut_known

_REACH = 4  # characters on either side of a cut: few words are longer


def spans_word(before: str, after: str) -> bool:
    """True when a word of the dictionary lies across the cut between ``before`` and ``after``."""
    return bool(words_across([(before, after)])[0])


def words_across(cuts: Sequence[tuple[str, str]]) -> Bools:
    """Of each cut, given by what stands before and after it, whether a word lies across."""
    ends = [(before[-_REACH:], after[:_REACH]) for before, after in cuts]
    places = {pair: place for place, pair in enumerate(dict.fromkeys(ends))}
    words = cut_known("\n".join(before + after for before, after in places))
    borders = np.cumsum([0, *map(len, words)])
    starts = np.cumsum([0, *(len(before) + len(after) + 1 for before, after in places)])[:-1]
    found = ~np.isin(starts + [len(before) for before, _ in places], borders)
    return found[[places[pair] for pair in ends]]
