"""Does the best answer stand at the top?

``python -m benchmarks.search_ranking [--size N] [--json]``: nDCG@10 of our ranking on the judged queries over N made
articles, beside plain bm25 over words as jieba cuts them (FTS5's own, headline and body alike), and newest first.
"""

from __future__ import annotations

import argparse
import json
import logging
import sqlite3
import statistics
import sys
from collections.abc import Callable
from itertools import islice

import jieba

from benchmarks.judged import JudgedArticle, JudgedQuery, articles, grade, ndcg, queries
from unionarchive.common.search.finding import Search
from unionarchive.common.search.folding import fold
from unionarchive.common.search.index import Entry
from unionarchive.common.search.query import parse
from unionarchive.common.search.relaxing import relaxations
from unionarchive.common.search.sqlite import SqliteIndex

Ranker = Callable[[str], list[int]]
KIND, DEPTH = 1, 10


def ours(archive: list[JudgedArticle], *, newest: bool = False) -> Ranker:
    """The numbers of the first hits by our index, as the archive's search asks it."""
    index = SqliteIndex(sqlite3.connect(":memory:", isolation_level=None).cursor)
    index.create()
    index.put(KIND, [Entry(number, article.day, article.text) for number, article in enumerate(archive, start=1)])

    def rank(typed: str) -> list[int]:
        query = parse(typed)
        for asked in (query, *islice(relaxations(query), 6)):
            search = Search(index, KIND, asked, lambda refs: {ref: archive[ref - 1].text for ref in refs})
            found = (search.newest if newest else search.ranked)(limit=DEPTH)
            if found.hits:
                return [hit.ref for hit in found.hits]
        return []

    return rank


def bm25(archive: list[JudgedArticle]) -> Ranker:
    """The numbers of the first hits by FTS5's bm25 over words; all words, or any of them when no row has all."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5 (headline, body, tokenize='unicode61')")
    rows = ((_cut(article.text.title), _cut(article.text.body)) for article in archive)
    connection.executemany("INSERT INTO words VALUES (?, ?)", rows)

    def rank(typed: str) -> list[int]:
        words = [f'"{word}"' for word in _cut(typed).split()]
        for asked in (" AND ".join(words), " OR ".join(words)):
            sql = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words) LIMIT ?"
            found = [number for (number,) in connection.execute(sql, (asked, DEPTH))]
            if found:
                return found
        return []

    return rank


def measure(size: int) -> dict[str, float]:
    """The mean nDCG@10 of each ranker over all judged queries."""
    archive, asked = articles(size), queries()
    rankers = {"ours": ours(archive), "bm25": bm25(archive), "newest first": ours(archive, newest=True)}
    return {name: statistics.mean(_score(archive, query, rank) for query in asked) for name, rank in rankers.items()}


def _score(archive: list[JudgedArticle], query: JudgedQuery, rank: Ranker) -> float:
    grades = [grade(article, query) for article in archive]
    return ndcg([grades[number - 1] for number in rank(query.typed)], grades, depth=DEPTH)


def _cut(text: str) -> str:
    return " ".join(word for word in jieba.cut(fold(text)) if word.isalnum())


def main() -> None:
    parser = argparse.ArgumentParser(description="nDCG@10 of the ranking on judged queries")
    parser.add_argument("--size", type=int, default=2000, help="articles (default %(default)s)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    jieba.setLogLevel(logging.WARNING)
    scores = measure(options.size)
    text = "\n".join(f"{name:<14}{score:.3f}" for name, score in scores.items())
    sys.stdout.write((json.dumps(scores) if options.json else text) + "\n")


if __name__ == "__main__":
    main()
