"""What is written into the index for a text, and what a query looks up there.

Every two neighbouring word characters are one token (省总 + 总工 + 工会), whatever their script: a query of two or more
characters is then found by construction, at any place in a word or number. A single character needs no list of its own:
it is looked up as the beginning of all tokens that start with it; one that no token starts with stands alone.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import add, itemgetter

import numpy as np
from numpy.typing import NDArray

from .folding import word_codes, words_only

# Marks from the private use area, which no word character is in.
FACET = "\ue000"  # a fact about the row: FACET + "year:2020"
TITLE = "\ue001"  # TITLE + gram: the gram stands in the title
LEAD = "\ue002"  # LEAD + gram: the gram stands in the first characters of the body
NAMES = "\ue003"  # NAMES + gram: the gram stands in one of the names (authors, aliases)

VERSION = "2"  # of the tokens: with another one, every row counts as changed
LEAD_LENGTH = 60  # about the first sentence of a newspaper article
# A token as a number: 20 bits for the row, 2 for the zone, 21 for each of two characters.
_FIRST_AT, _ZONE_AT, _ROW_AT = np.uint64(21), np.uint64(42), np.uint64(44)
_LETTER, _ZONE, _BLANK = np.uint64((1 << 21) - 1), np.uint64(3), np.uint64(ord(" "))
_TITLES, _NAMED = np.uint64(1), np.uint64(2)
_MARKS = np.array([ord(mark) for mark in (" ", TITLE, NAMES, LEAD)], "<u4")
_WIDTH = 4  # characters in which a token is written, blanks among them
MOST_GRAMS = 12  # grams looked up for one term; verification does the rest


@dataclass(frozen=True, slots=True)
class Text:
    """What is searched of one row: its title, what stands beside the title, its names (one a line) and its body."""

    title: str
    body: str = ""
    names: str = ""
    beside: str = ""


def grams(text: str) -> set[str]:
    """Each pair of neighbouring word characters of ``text``, and each character that begins no such pair."""
    runs = words_only(text).split()
    pairs: set[str] = set()
    for run in runs:
        pairs.update(map(add, run, run[1:]))
    lasts = {run[-1] for run in runs}
    return pairs | (lasts - set(map(itemgetter(0), pairs)))


def entry_tokens(text: Text, facets: Collection[str] = ()) -> set[str]:
    """All tokens by which a row with ``text`` and ``facets`` is found; ValueError for a facet with punctuation."""
    return set(entry_lines([(text, facets)])[0].split())


def entry_lines(rows: Sequence[tuple[Text, Collection[str]]]) -> list[str]:
    """The tokens of each of ``rows``, a text and its facets, with blanks between them.

    Made for all rows together, as columns of numbers: sorted, the tokens of a row stand side by side.
    """
    for facet in (facet for _, facets in rows for facet in facets if not facet.isalnum()):
        raise ValueError(f"a facet is letters and digits, not {facet!r}")
    if not rows:
        return []
    keys = _keys([text for text, _ in rows])
    table = np.full((len(keys), _WIDTH), _BLANK, "<u4")
    table[:, 0] = _MARKS[keys >> _ZONE_AT & _ZONE]
    table[:, 1], second = keys >> _FIRST_AT & _LETTER, keys & _LETTER
    table[:, 2] = np.where(second, second, _BLANK)
    written = table.tobytes().decode("utf-32-le", "surrogatepass")
    bounds = np.searchsorted(keys, np.arange(len(rows) + 1, dtype=np.uint64) << _ROW_AT) * _WIDTH
    return [
        written[start:end] + "".join(f" {FACET}{facet}" for facet in facets)
        for (_, facets), (start, end) in zip(rows, pairwise(bounds.tolist()), strict=True)
    ]


def _keys(texts: Sequence[Text]) -> NDArray[np.uint64]:
    """Every token of every text as one number, ascending: row, zone, first and second character (0 for none)."""
    zones = [
        part
        for text in texts
        for part in (text.body, f"{text.title}\n{text.beside}", text.names, text.body[:LEAD_LENGTH])
    ]
    owners = np.arange(len(zones), dtype=np.uint64) << _ZONE_AT  # four zones a row: the row's number follows
    letters = word_codes("\n".join(zones) + "\n").astype(np.uint64)
    first, second = letters[:-1], letters[1:]
    keys = np.repeat(owners, [len(part) + 1 for part in zones])[:-1] | first << _FIRST_AT
    keys |= np.where(second == _BLANK, 0, second)
    keys = keys[first != _BLANK]
    # Titles and names are also found without their marks.
    zone = keys >> _ZONE_AT & _ZONE
    both = keys[(zone == _TITLES) | (zone == _NAMED)] & ~(_ZONE << _ZONE_AT)
    keys = np.concatenate([keys, both])
    keys.sort()
    # Once each; and no character alone that begins a pair, which follows it.
    followed = keys[:-1] == keys[1:]
    followed |= (keys[:-1] & _LETTER == 0) & (keys[:-1] >> _FIRST_AT == keys[1:] >> _FIRST_AT)
    once: NDArray[np.uint64] = keys[~np.append(followed, False)]
    return once


def digest(text: Text, facets: Collection[str] = ()) -> int:
    """A number of 31 bits by which a row whose tokens changed is known, but for one in two thousand million."""
    parts = (VERSION, text.title, text.body, text.names, text.beside, *sorted(facets))
    return zlib.crc32("\x1f".join(parts).encode("utf-8", "surrogatepass")) & 0x7FFFFFFF


def needle_grams(needle: str) -> tuple[str, ...]:
    """The tokens that every text with ``needle`` in it has; empty for punctuation alone.

    At most ``MOST_GRAMS``, spread over the needle. A needle without two neighbouring word characters gives its single
    characters, each of which stands for every token that begins with it.
    """
    runs = words_only(needle).split()
    pairs = list(dict.fromkeys(pair for run in runs for pair in map(add, run, run[1:])))
    if not pairs:
        return tuple(dict.fromkeys(runs))
    if len(pairs) <= MOST_GRAMS:
        return tuple(pairs)
    step = (len(pairs) - 1) / (MOST_GRAMS - 1)
    return tuple(pairs[round(number * step)] for number in range(MOST_GRAMS))


def is_decided_by_grams(needle: str) -> bool:
    """True when a text has ``needle`` in it exactly when it has the needle's tokens: two word characters, no more."""
    return len(needle) == 2 and " " not in words_only(needle)


def is_single(token: str) -> bool:
    """True for a token that stands for all those that begin with it: one character, in a zone or in any."""
    return len(token) == 1 or (len(token) == 2 and token[0] in (TITLE, LEAD, NAMES))
