"""A small archive for tests of the engines: texts in memory, the index in a real database."""

from __future__ import annotations

import datetime
import random
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager

import psycopg

from benchmarks.search_corpus import sentences
from unionarchive.common.search.finding import Found, Search
from unionarchive.common.search.index import Entry, Index
from unionarchive.common.search.postgres import PostgresIndex
from unionarchive.common.search.query import parse
from unionarchive.common.search.sqlite import SqliteIndex
from unionarchive.common.search.tokens import Text

KIND = 1


def shuffled_texts(number: int, *, seed: int = 1, length: int = 400) -> list[Text]:
    """``number`` articles of about ``length`` characters, put together from the bundled documents' sentences."""
    stock, draw = sentences(), random.Random(seed)
    made = []
    for _ in range(number):
        body = ""
        while len(body) < length:
            body += draw.choice(stock)
        made.append(Text(draw.choice(stock)[: draw.randint(8, 20)], body))
    return made


class Archive:
    """Texts and their index, changed together."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.texts: dict[int, Text] = {}

    def put(self, *texts: Text, day: datetime.date | None = None, facets: Collection[str] = ()) -> list[int]:
        """The new rows' numbers."""
        refs = list(range(len(self.texts) + 1, len(self.texts) + 1 + len(texts)))
        self.texts.update(zip(refs, texts, strict=True))
        entries = [Entry(ref, day, self.texts[ref], frozenset(facets)) for ref in refs]
        self.index.put(KIND, entries)
        return refs

    def change(self, ref: int, text: Text, *, day: datetime.date | None = None) -> None:
        self.texts[ref] = text
        self.index.put(KIND, [Entry(ref, day, text)])

    def read(self, refs: Collection[int]) -> dict[int, Text]:
        return {ref: self.texts[ref] for ref in refs if ref in self.texts}

    def search(self, typed: str, **options: object) -> Search:
        return Search(self.index, KIND, parse(typed), self.read, **options)  # type: ignore[arg-type]

    def all(self, typed: str, **options: object) -> set[int]:
        """The numbers of all rows that ``typed`` finds."""
        refs, complete = self.search(typed, **options).all_refs(most=10_000)
        assert complete
        return set(refs)

    def best(self, typed: str, *, limit: int = 10) -> list[int]:
        return refs_of(self.search(typed).ranked(limit=limit))


def refs_of(found: Found) -> list[int]:
    return [hit.ref for hit in found.hits]


@contextmanager
def sqlite_archive() -> Iterator[Archive]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    index = SqliteIndex(connection.cursor)
    index.create()
    yield Archive(index)
    connection.close()


@contextmanager
def postgres_archive(url: str) -> Iterator[Archive]:
    """In a schema of its own, which is gone afterwards."""
    with psycopg.connect(url, autocommit=True) as connection:
        schema = f"search_{random.randrange(10**9)}"
        connection.execute(f"CREATE SCHEMA {schema}")
        connection.execute(f"SET search_path TO {schema}")
        try:
            index = PostgresIndex(connection.cursor)
            index.create()
            yield Archive(index)
        finally:
            connection.execute(f"DROP SCHEMA {schema} CASCADE")
