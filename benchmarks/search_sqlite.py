"""The archive in SQLite: our index, and what SQLite itself offers for the same question."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection
from pathlib import Path

from benchmarks.search_corpus import KIND, ArticleTable, Row
from unionarchive.common.search.sqlite import SqliteIndex
from unionarchive.common.search.tokens import Text

_OURS = ("search_entry_a", "search_key_a", "search_grams_a_data", "search_grams_a_idx", "search_grams_a_config")


class SqliteArchive:
    """Grows by batches; asked at any size. ``with_rivals`` fills the indexes of the rivals too."""

    def __init__(self, folder: Path, *, with_rivals: bool) -> None:
        self.connection = sqlite3.connect(folder / "archive.sqlite3", isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "cache_size=-64000", "mmap_size=2147418112"):
            self.connection.execute(f"PRAGMA {pragma}")
        self.index = SqliteIndex(self.connection.cursor)
        self.index.create()
        self._table = ArticleTable(self.connection)
        self._table.create()
        self.connection.execute("CREATE INDEX newest ON article (day DESC, id DESC)")
        self._with_rivals = with_rivals
        if with_rivals:
            self.connection.execute("CREATE VIRTUAL TABLE trigrams USING fts5 (text, content='', tokenize='trigram')")
            self.connection.execute("CREATE VIRTUAL TABLE words USING fts5 (text, content='', tokenize='unicode61')")

    def texts(self, refs: Collection[int]) -> dict[int, Text]:
        return self._table.texts(refs)

    def add(self, batch: list[Row]) -> None:
        self.connection.execute("BEGIN")
        self._table.add(batch)
        self.index.put(KIND, [row.entry() for row in batch])
        if self._with_rivals:
            for table in ("trigrams", "words"):
                made = ((row.number, f"{row.text.title}\n{row.text.body}") for row in batch)
                self.connection.executemany(f"INSERT INTO {table} (rowid, text) VALUES (?, ?)", made)
        self.connection.execute("COMMIT")

    def ready(self) -> None:
        """What a long-running archive has done long ago: segments merged, statistics taken."""
        while self.index.settle():
            pass
        self.connection.execute("ANALYZE article")

    def bytes_of_index(self) -> int:
        names = ",".join(f"'{name}'" for name in _OURS)
        sql = f"SELECT sum(pgsize) FROM dbstat WHERE name IN ({names})"
        return int(self.connection.execute(sql).fetchone()[0])

    def rivals(self) -> dict[str, Callable[[str], list[int]]]:
        """The numbers of the newest 20 rows by each rival; those without an index are slow but exact."""
        asked: dict[str, Callable[[str], list[int]]] = {"LIKE": self._like}
        if self._with_rivals:
            asked |= {"FTS5 trigram": self._trigram, "FTS5 unicode61": self._words}
        return asked

    def _like(self, typed: str) -> list[int]:
        words = typed.split()
        where = " AND ".join(["(headline LIKE ? OR body LIKE ?)"] * len(words))
        patterns = [f"%{word}%" for word in words for _ in range(2)]
        sql = f"SELECT id FROM article WHERE {where} ORDER BY day DESC, id DESC LIMIT 20"
        return [number for (number,) in self.connection.execute(sql, patterns)]

    def _trigram(self, typed: str) -> list[int]:
        return self._match("trigrams", typed)

    def _words(self, typed: str) -> list[int]:
        return self._match("words", typed)

    def _match(self, table: str, typed: str) -> list[int]:
        match = " AND ".join(f'"{word}"' for word in typed.split())
        sql = (
            f"SELECT article.id FROM {table} JOIN article ON article.id = {table}.rowid WHERE {table} MATCH ?"
            " ORDER BY day DESC, id DESC LIMIT 20"
        )
        return [number for (number,) in self.connection.execute(sql, (match,))]

    def close(self) -> None:
        self.connection.close()
