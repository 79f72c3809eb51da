"""Rare words that two strips of a page have in common: runs of characters that no other strip has, mostly names."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from seeds.reading.assembly.table import Bools, Floats

_RARE = 3  # characters of a rare word: names have two or three
_MOST_RARE = 6.0  # rare words in common; more say no more
_BITS = 16  # of a Han character


def rare_words(texts: Sequence[str]) -> Floats:
    """How many runs of three Han characters any two texts have that no other has, 6 at most."""
    joined = "\n".join(texts)
    points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
    owner = np.repeat(np.arange(len(texts)), [len(text) + 1 for text in texts])[: len(points)]
    han: Bools = (points >= 0x4E00) & (points <= 0x9FFF)
    count = max(len(points) - _RARE + 1, 0)
    run = han[:count] & han[1 : count + 1] & han[2 : count + 2]
    codes = points[:count] << 2 * _BITS | points[1 : count + 1] << _BITS | points[2 : count + 2]
    held = np.sort(codes[run] * len(texts) + owner[:count][run]) if len(texts) < 1 << 15 else np.zeros(0, np.int64)
    held = held[np.diff(held, prepend=-1) > 0]
    words, holders = held // max(len(texts), 1), held % max(len(texts), 1)
    new = np.nonzero(np.diff(words, prepend=-1, append=-1))[0]
    two = new[:-1][np.diff(new) == 2]
    found = np.zeros((len(texts), len(texts)))
    np.add.at(found, (holders[two], holders[two + 1]), 1.0)
    return np.minimum(found + found.T, _MOST_RARE)
