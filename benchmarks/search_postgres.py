"""The archive in PostgreSQL: our index, the same grams as a tsvector, and pg_trgm."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import Any

import psycopg

from benchmarks.search_corpus import KIND, Row, batches
from unionarchive.common.search.postgres import PostgresIndex
from unionarchive.common.search.query import parse
from unionarchive.common.search.tokens import Text, entry_tokens, needle_grams

_URL = os.environ.get("TEST_POSTGRES_URL", "postgres://postgres@127.0.0.1:5432/postgres")
# Without it a GIN index over much text is built in hundreds of rounds.
_BUILDING = "SET maintenance_work_mem = '1GB'"
_TEXT = r"(headline || E'\n' || body)"


class PostgresArchive:
    """``size`` articles, our index and the rivals' in a database of their own, which ``close`` removes.

    When they are to be kept (``folder`` is not None), the database stays, and parts that are there are used again.
    ``seconds`` says what filling each part took: ``index``, ``articles`` and ``rivals``, indexes included.
    """

    def __init__(self, folder: Path | None, size: int, *, with_rivals: bool) -> None:
        self._is_kept, self._with_rivals = folder is not None, with_rivals
        self._name = f"search_benchmark_{size if self._is_kept else random.randrange(10**9)}"
        with psycopg.connect(_URL, autocommit=True) as server:
            if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [self._name]).fetchone():
                server.execute(f"CREATE DATABASE {self._name}")
        self.connection: psycopg.Connection[Any] = psycopg.connect(_URL, dbname=self._name, autocommit=True)
        self.connection.execute("CREATE TABLE IF NOT EXISTS filled (part text PRIMARY KEY, seconds float NOT NULL)")
        self.index = PostgresIndex(self.connection.cursor)
        self.index.create()
        for part in ("articles", "index", "rivals") if with_rivals else ("articles", "index"):
            if part not in self.seconds:
                self._fill(part, size)

    @property
    def seconds(self) -> dict[str, float]:
        return dict(self.connection.execute("SELECT part, seconds FROM filled").fetchall())

    def texts(self, refs: Collection[int]) -> dict[int, Text]:
        sql = "SELECT id, headline, body FROM article WHERE id = ANY(%s)"
        return {number: Text(headline, body) for number, headline, body in self.connection.execute(sql, [list(refs)])}

    def _fill(self, part: str, size: int) -> None:
        begin, add, end = {
            "articles": (self._begin_articles, self._add_articles, lambda: None),
            "index": (self._begin_index, self._add_entries, self._end_index),
            "rivals": (self._begin_rivals, self._add_lexemes, self._end_rivals),
        }[part]
        self.connection.execute(_BUILDING)
        begin()
        spent = 0.0
        for batch in batches(size):
            started = time.perf_counter()
            with self.connection.transaction():
                add(batch)
            spent += time.perf_counter() - started
        started = time.perf_counter()
        end()
        spent += time.perf_counter() - started
        self.connection.execute("VACUUM ANALYZE")
        self.connection.execute("INSERT INTO filled VALUES (%s, %s)", [part, spent])

    def _begin_articles(self) -> None:
        self.connection.execute("DROP TABLE IF EXISTS article")
        self.connection.execute("CREATE TABLE article (id bigint PRIMARY KEY, day date, headline text, body text)")

    def _add_articles(self, batch: list[Row]) -> None:
        with self.connection.cursor() as cursor, cursor.copy("COPY article FROM STDIN") as copy:
            for row in batch:
                copy.write_row((row.number, row.day, row.text.title, row.text.body))

    def _begin_index(self) -> None:
        self.index.drop()
        self.index.create()
        self.index.begin_rebuild()

    def _add_entries(self, batch: list[Row]) -> None:
        self.index.fill(KIND, [row.entry() for row in batch], past=batch[-1].number)

    def _end_index(self) -> None:
        while self.index.settle():
            pass
        self.index.end_rebuild()

    def _begin_rivals(self) -> None:
        self.connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        self.connection.execute("DROP TABLE IF EXISTS lexemes")
        self.connection.execute("CREATE TABLE lexemes (id bigint PRIMARY KEY, day date, grams tsvector)")

    def _add_lexemes(self, batch: list[Row]) -> None:
        with self.connection.cursor() as cursor, cursor.copy("COPY lexemes FROM STDIN") as copy:
            for row in batch:
                copy.write_row((row.number, row.day, " ".join(f"'{gram}'" for gram in entry_tokens(row.text))))

    def _end_rivals(self) -> None:
        self.connection.execute("DROP INDEX IF EXISTS trigrams")
        self.connection.execute(f"CREATE INDEX trigrams ON article USING gin ({_TEXT} gin_trgm_ops)")
        self.connection.execute("CREATE INDEX lexemes_grams ON lexemes USING gin (grams)")

    def processor_seconds(self) -> float | None:
        """What the server has worked for this connection; None when it does so on another machine."""
        told = Path(f"/proc/{self.connection.info.backend_pid}/schedstat")
        return int(told.read_text("ascii").split()[0]) / 1e9 if told.exists() else None

    def bytes_of_index(self) -> int:
        found = self.connection.execute(
            "SELECT pg_total_relation_size('search_entry_' || live) FROM search_state"
        ).fetchone()
        return int(found[0]) if found else 0

    def rivals(self, *, limit: int = 20) -> dict[str, Callable[[str], list[int]]]:
        """The numbers of the newest ``limit`` rows by each rival."""
        if not self._with_rivals:
            return {}
        return {"pg_trgm": partial(self._trigram, limit=limit), "tsvector": partial(self._lexemes, limit=limit)}

    def _trigram(self, typed: str, *, limit: int) -> list[int]:
        words = typed.split()
        where = " AND ".join([f"{_TEXT} LIKE %s"] * len(words))
        sql = f"SELECT id FROM article WHERE {where} ORDER BY day DESC, id DESC LIMIT %s"
        return [row[0] for row in self.connection.execute(sql, [*(f"%{word}%" for word in words), limit])]

    def _lexemes(self, typed: str, *, limit: int) -> list[int]:
        """Candidates only: the same grams in the other kind of column, without verification."""
        grams = [gram for term in parse(typed).terms for gram in needle_grams(term.needle)]
        sql = "SELECT id FROM lexemes WHERE grams @@ %s::tsquery ORDER BY day DESC, id DESC LIMIT %s"
        return [row[0] for row in self.connection.execute(sql, [" & ".join(f"'{gram}'" for gram in grams), limit])]

    def close(self) -> None:
        self.connection.close()
        if self._is_kept:
            return
        with psycopg.connect(_URL, autocommit=True) as server:
            server.execute(f"DROP DATABASE {self._name}")
