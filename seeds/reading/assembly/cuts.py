"""Where a sentence was cut: whether two ends fit each other."""

from __future__ import annotations

import jieba


def spans_word(before: str, after: str) -> bool:
    """True when a word of the dictionary lies across the cut between ``before`` and ``after``."""
    left, right = before[-4:], after[:4]
    at = 0
    for word in jieba.lcut(left + right, HMM=False):
        if at < len(left) < at + len(word):
            return True
        at += len(word)
    return False
