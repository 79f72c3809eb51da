"""Articles that go on from an article: about the same bodies, in the same rare words."""

from __future__ import annotations

import re
from typing import Any

import jieba

from articles.models import Article
from unionarchive.common.search.finding import Search
from unionarchive.common.search.folding import fold
from unionarchive.common.search.query import Query, Term
from unionarchive.common.search.ranking import rarity
from unionarchive.common.search.tokens import Text
from unionarchive.search.engine import archive_index
from unionarchive.search.kinds import Kind
from unionarchive.search.sources import SOURCES

_MOST_WORDS = 12
_MOST_COMPARED = 300
_LEAD = 200  # characters of the body that say what an article is about
_SHARED = 2  # words at least that a related article has too


def related(article: Article, *, limit: int = 5, visible_to: Any = None) -> tuple[Article, ...]:
    """At most ``limit`` other articles that share the most telling words of headline and lead, most alike first."""
    source = SOURCES[Kind.ARTICLE]
    words = _telling_words(f"{article.headline}\n{article.body[:_LEAD]}")
    if not words:
        return ()
    staff = bool(visible_to is not None and visible_to.is_active and visible_to.is_staff)
    query = Query(groups=(tuple(Term(word, word) for word in words),))
    search = Search(
        archive_index(), Kind.ARTICLE.number, query, source.texts, lambda refs: source.visible(refs, to_staff=staff)
    )
    refs = [hit.ref for hit in search.newest(limit=_MOST_COMPARED).hits if hit.ref != article.pk]
    likeness = {ref: _likeness(text, words) for ref, text in source.texts(refs).items()}
    best = sorted((ref for ref in refs if likeness.get(ref)), key=lambda ref: -likeness[ref])[:limit]
    rows = source.shown(best)
    return tuple(rows[ref] for ref in best if ref in rows)


def _telling_words(text: str) -> list[str]:
    words = {word for word in jieba.cut(fold(text)) if len(word) > 1 and re.fullmatch(r"\w+", word)}
    return sorted(words, key=lambda word: (-rarity(word), word))[:_MOST_WORDS]


def _likeness(text: Text, words: list[str]) -> float:
    title, body = fold(text.title), fold(text.body)
    shared = [word for word in words if word in title or word in body]
    if len(shared) < _SHARED:
        return 0.0
    return sum(rarity(word) * (2 if word in title else 1) for word in shared)
