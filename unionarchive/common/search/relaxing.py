"""What to ask when no row has the words as typed: the words that a long word is made of, the rarest last to go.

People type 工会慰问医护人员 without spaces; no paper may print just that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import jieba

from .query import MOST_TERMS, Query, Term
from .ranking import rarity

_MOST_STEPS = 5


def relaxations(query: Query) -> Iterator[Query]:
    """Ever looser queries: the unquoted words cut as a dictionary cuts them, then without the commonest ones."""
    groups = [group for group in query.groups if len(group) > 1 or group[0].quoted]
    kept = set(map(id, groups))
    cut = [word for group in query.groups if id(group) not in kept for word in _words(group[0])]
    words = list(dict.fromkeys(cut))[: MOST_TERMS - len(groups)]
    asked = tuple(group[0] for group in query.groups if id(group) not in kept)
    if tuple(words) != asked and words:
        yield query.with_groups((*groups, *((word,) for word in words)))
    words.sort(key=lambda word: rarity(word.needle))
    for _ in range(_MOST_STEPS):
        if len(words) < 2:
            return
        words = words[1:]
        yield query.with_groups((*groups, *((word,) for word in words)))


def _words(term: Term) -> list[Term]:
    words = [word for word in jieba.cut(term.needle) if re.fullmatch(r"\w{2,}", word)]
    return [Term(word, word, term.field) for word in words] or [term]
