"""The archive in SQLite: our index, and what SQLite itself offers for the same question."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Collection
from contextlib import closing
from functools import partial
from pathlib import Path

from benchmarks.search_corpus import KIND, Row, batches
from unionarchive.common.search.sqlite import SqliteIndex
from unionarchive.common.search.tokens import Text

_OURS = ("search_entry_a", "search_key_a", "search_grams_a_data", "search_grams_a_idx", "search_grams_a_config")
_CACHE = 64_000  # kB
_RIVALS = {"trigrams": "trigram", "words": "unicode61"}  # tables and their tokenizers


class SqliteArchive:
    """``size`` articles, our index and the rivals', each in a file of ``folder``; a file that is there is used again.

    ``seconds`` says what filling each part took: ``index``, ``articles`` and ``rivals``.
    """

    def __init__(self, folder: Path, size: int, *, with_rivals: bool) -> None:
        self.seconds: dict[str, float] = {}
        files = {name: folder / f"{name}-{size}.sqlite3" for name in ("index", "articles", "rivals")}
        if not with_rivals:
            del files["rivals"]
        for name, path in files.items():
            if not _is_filled(path):
                self._fill(name, path, size)
            self.seconds[name] = _seconds(path)
        self.connection = _connect(files["index"])
        for name, path in files.items():
            if name != "index":
                self.connection.execute(f"ATTACH ? AS {name}", (str(path),))
                self.connection.execute(f"PRAGMA {name}.cache_size=-{_CACHE}")
        self.index = SqliteIndex(self.connection.cursor)
        self._with_rivals = with_rivals

    def texts(self, refs: Collection[int]) -> dict[int, Text]:
        numbers = ",".join(map(str, refs))
        found = self.connection.execute(f"SELECT id, headline, body FROM article WHERE id IN ({numbers})")
        return {number: Text(headline, body) for number, headline, body in found}

    def _fill(self, name: str, path: Path, size: int) -> None:
        path.unlink(missing_ok=True)
        spent = 0.0
        with closing(_connect(path)) as connection:
            add = _FILLED_BY[name](connection).add
            for batch in batches(size):
                started = time.perf_counter()
                connection.execute("BEGIN")
                add(batch)
                connection.execute("COMMIT")
                spent += time.perf_counter() - started
            if name == "index":  # what a long-running archive has done long ago
                index = SqliteIndex(connection.cursor)
                while index.settle():
                    pass
            connection.execute("ANALYZE")
            connection.execute("CREATE TABLE filled (seconds REAL NOT NULL)")
            connection.execute("INSERT INTO filled VALUES (?)", (spent,))

    def bytes_of_index(self) -> int:
        names = ",".join(f"'{name}'" for name in _OURS)
        sql = f"SELECT sum(pgsize) FROM dbstat WHERE name IN ({names})"
        return int(self.connection.execute(sql).fetchone()[0])

    def rivals(self, *, limit: int = 20) -> dict[str, Callable[[str], list[int]]]:
        """The numbers of the newest ``limit`` rows by each rival; those without an index are slow but exact."""
        if not self._with_rivals:
            return {}
        return {
            "LIKE": partial(self._like, limit=limit),
            "FTS5 trigram": partial(self._match, table="trigrams", limit=limit),
            "FTS5 unicode61": partial(self._match, table="words", limit=limit),
        }

    def _like(self, typed: str, *, limit: int) -> list[int]:
        words = typed.split()
        where = " AND ".join(["(headline LIKE ? OR body LIKE ?)"] * len(words))
        patterns = [f"%{word}%" for word in words for _ in range(2)]
        sql = f"SELECT id FROM article WHERE {where} ORDER BY day DESC, id DESC LIMIT ?"
        return [number for (number,) in self.connection.execute(sql, (*patterns, limit))]

    def _match(self, typed: str, *, table: str, limit: int) -> list[int]:
        sql = (
            f"SELECT article.id FROM {table} JOIN article ON article.id = {table}.rowid WHERE {table} MATCH ?"
            " ORDER BY day DESC, id DESC LIMIT ?"
        )
        match = " AND ".join(f'"{word}"' for word in typed.split())
        return [number for (number,) in self.connection.execute(sql, (match, limit))]

    def close(self) -> None:
        self.connection.close()


class _Articles:
    """The articles as an application keeps them: where texts are read from."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute("CREATE TABLE article (id INTEGER PRIMARY KEY, day TEXT, headline TEXT, body TEXT)")
        connection.execute("CREATE INDEX newest ON article (day DESC, id DESC)")

    def add(self, batch: list[Row]) -> None:
        made = ((row.number, row.day.isoformat(), row.text.title, row.text.body) for row in batch)
        self._connection.executemany("INSERT INTO article VALUES (?, ?, ?, ?)", made)


class _Index:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._index = SqliteIndex(connection.cursor)
        self._index.create()

    def add(self, batch: list[Row]) -> None:
        self._index.put(KIND, [row.entry() for row in batch])


class _Rivals:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        for table, tokenizer in _RIVALS.items():
            connection.execute(f"CREATE VIRTUAL TABLE {table} USING fts5 (text, content='', tokenize='{tokenizer}')")

    def add(self, batch: list[Row]) -> None:
        for table in _RIVALS:
            made = ((row.number, f"{row.text.title}\n{row.text.body}") for row in batch)
            self._connection.executemany(f"INSERT INTO {table} (rowid, text) VALUES (?, ?)", made)


_Part = _Articles | _Index | _Rivals
_FILLED_BY: dict[str, Callable[[sqlite3.Connection], _Part]] = {
    "index": _Index,
    "articles": _Articles,
    "rivals": _Rivals,
}


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", f"cache_size=-{_CACHE}", "mmap_size=2147418112"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _is_filled(path: Path) -> bool:
    if not path.exists():
        return False
    with closing(sqlite3.connect(path)) as connection:
        return bool(connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'filled'").fetchone())


def _seconds(path: Path) -> float:
    with closing(sqlite3.connect(path)) as connection:
        return float(connection.execute("SELECT seconds FROM filled").fetchone()[0])
