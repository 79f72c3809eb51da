"""The archive in PostgreSQL: our index, the same grams as a tsvector, and pg_trgm."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Collection
from typing import Any

import psycopg

from benchmarks.search_corpus import KIND, Row
from unionarchive.common.search.postgres import PostgresIndex
from unionarchive.common.search.query import parse
from unionarchive.common.search.tokens import Text, entry_tokens, needle_grams

_URL = os.environ.get("TEST_POSTGRES_URL", "postgres://postgres@127.0.0.1:5432/postgres")


class PostgresArchive:
    """In a database of its own, which ``close`` removes."""

    def __init__(self, *, with_rivals: bool) -> None:
        self._name = f"search_benchmark_{random.randrange(10**9)}"
        with psycopg.connect(_URL, autocommit=True) as server:
            server.execute(f"CREATE DATABASE {self._name}")
        self.connection: psycopg.Connection[Any] = psycopg.connect(_URL, dbname=self._name, autocommit=True)
        self.index = PostgresIndex(self.connection.cursor)
        self.index.create()
        # A first load makes the token index at its end, which is faster than row by row.
        self.connection.execute("DROP INDEX search_entry_a_tokens")
        self.connection.execute("CREATE TABLE article (id bigint PRIMARY KEY, day date, headline text, body text)")
        self._with_rivals = with_rivals
        if with_rivals:
            self.connection.execute("CREATE EXTENSION pg_trgm")
            self.connection.execute("CREATE TABLE lexemes (id bigint PRIMARY KEY, day date, grams tsvector)")

    def texts(self, refs: Collection[int]) -> dict[int, Text]:
        sql = "SELECT id, headline, body FROM article WHERE id = ANY(%s)"
        return {number: Text(headline, body) for number, headline, body in self.connection.execute(sql, [list(refs)])}

    def add(self, batch: list[Row]) -> None:
        with self.connection.transaction(), self.connection.cursor() as cursor:
            with cursor.copy("COPY article FROM STDIN") as copy:
                for row in batch:
                    copy.write_row((row.number, row.day, row.text.title, row.text.body))
            self.index.put(KIND, [row.entry() for row in batch])
            if self._with_rivals:
                made = [(row.number, row.day, sorted(entry_tokens(row.text))) for row in batch]
                cursor.executemany("INSERT INTO lexemes VALUES (%s, %s, array_to_tsvector(%s))", made)

    def ready(self) -> None:
        """The token index and the rivals' indexes are made, which is faster than filling them row by row."""
        self.index.create()
        if self._with_rivals:
            for sql in (
                "CREATE INDEX IF NOT EXISTS trigrams ON article USING gin ((headline || E'\\n' || body) gin_trgm_ops)",
                "CREATE INDEX IF NOT EXISTS lexemes_grams ON lexemes USING gin (grams)",
            ):
                self.connection.execute(sql)
        self.connection.execute("VACUUM ANALYZE")

    def bytes_of_index(self) -> int:
        found = self.connection.execute("SELECT pg_total_relation_size('search_entry_a')").fetchone()
        return int(found[0]) if found else 0

    def rivals(self) -> dict[str, Callable[[str], list[int]]]:
        """The numbers of the newest 20 rows by each rival."""
        return {"pg_trgm": self._trigram, "tsvector": self._lexemes} if self._with_rivals else {}

    def _trigram(self, typed: str) -> list[int]:
        words = typed.split()
        where = " AND ".join(["(headline || E'\\n' || body) LIKE %s"] * len(words))
        sql = f"SELECT id FROM article WHERE {where} ORDER BY day DESC, id DESC LIMIT 20"
        return [row[0] for row in self.connection.execute(sql, [f"%{word}%" for word in words])]

    def _lexemes(self, typed: str) -> list[int]:
        """Candidates only: the same grams in the other kind of column, without verification."""
        grams = [gram for term in parse(typed).terms for gram in needle_grams(term.needle)]
        sql = "SELECT id FROM lexemes WHERE grams @@ %s::tsquery ORDER BY day DESC, id DESC LIMIT 20"
        return [row[0] for row in self.connection.execute(sql, [" & ".join(f"'{gram}'" for gram in grams)])]

    def close(self) -> None:
        self.connection.close()
        with psycopg.connect(_URL, autocommit=True) as server:
            server.execute(f"DROP DATABASE {self._name}")
