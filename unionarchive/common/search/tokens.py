"""What is written into the index for a text, and what a query looks up there.

Every two neighbouring word characters are one token (省总 + 总工 + 工会), whatever their script: a query of two or more
characters is then found by construction, at any place in a word or number. A single character needs no list of its own:
it is looked up as the beginning of all tokens that start with it; one that no token starts with stands alone.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection
from dataclasses import dataclass
from operator import add, itemgetter

import numpy as np

from .folding import words_only

# Marks from the private use area, which no word character is in.
FACET = "\ue000"  # a fact about the row: FACET + "year:2020"
TITLE = "\ue001"  # TITLE + gram: the gram stands in the title
LEAD = "\ue002"  # LEAD + gram: the gram stands in the first characters of the body
NAMES = "\ue003"  # NAMES + gram: the gram stands in one of the names (authors, aliases)

VERSION = "2"  # of the tokens: with another one, every row counts as changed
LEAD_LENGTH = 60  # about the first sentence of a newspaper article
_LONG = 150  # characters from which whole columns pay
_BLANK, _SHIFT, _LETTER = np.uint64(ord(" ")), np.uint64(32), np.uint64(0xFFFFFFFF)
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
    return _tokens_beside_body(text, facets) | grams(text.body)


def entry_line(text: Text, facets: Collection[str] = ()) -> str:
    """``entry_tokens`` with blanks between them, some of them twice; made in a third of the time."""
    return " ".join([*_tokens_beside_body(text, facets), _grams_line(text.body)])


def _tokens_beside_body(text: Text, facets: Collection[str]) -> set[str]:
    bad = [facet for facet in facets if not facet.isalnum()]
    if bad:
        raise ValueError(f"a facet is letters and digits, not {bad[0]!r}")
    title, names = grams(f"{text.title}\n{text.beside}"), grams(text.names)
    marked = ((TITLE, title), (NAMES, names), (LEAD, grams(text.body[:LEAD_LENGTH])), (FACET, facets))
    return {*title, *names, *(mark + token for mark, tokens in marked for token in tokens)}


def _grams_line(text: str) -> str:
    """``grams(text)`` with blanks between them, as whole columns of characters and not one by one."""
    if len(text) < _LONG:
        return " ".join(grams(text))
    letters = np.frombuffer(words_only(text).encode("utf-32-le", "surrogatepass"), "<u4")
    first, second = letters[:-1].astype(np.uint64), letters[1:].astype(np.uint64)
    begins = first != _BLANK
    pairs = np.unique((first << _SHIFT | second)[begins & (second != _BLANK)])
    table = np.full((len(pairs), 3), _BLANK, "<u4")
    table[:, 0], table[:, 1] = pairs >> _SHIFT, pairs & _LETTER
    ends = {*first[begins & (second == _BLANK)].tolist(), int(letters[-1])}
    alone = ends - {ord(" "), *table[:, 0].tolist()}
    return table.tobytes().decode("utf-32-le", "surrogatepass") + " ".join(map(chr, alone))


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
