"""The index in PostgreSQL: the tokens of each row as hashed integers in one column under a GIN index.

A hash of 31 bits stands for the token with its kind; two tokens that share one only add a candidate, which verification
drops. Single characters have their own tokens here, because an array knows no beginnings.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .index import Alternative, Candidate, Condition, Entry, day_number
from .tokens import FACET, LEAD, NAMES, TITLE, Text, digest, entry_lines

_REF_BITS = 40  # position = day << 40 | ref
# The planner thinks that reading a row's tokens costs little, not seeing that they are stored elsewhere, so a search
# by tokens runs in a function that leaves it one way. Rare tokens: their index, then all rows that have them, sorted.
# Common ones: the newest rows, one after another, until there are enough; a row read so costs as much as 35 of the
# others. How common they are is known from the statistics.
_BY_TOKENS = """
    CREATE OR REPLACE FUNCTION search_by_tokens(
        tokens text, rare text, common text, entries regclass, most integer
    ) RETURNS TABLE (ref bigint, "position" bigint)
    LANGUAGE plpgsql SET enable_seqscan = off SET enable_indexscan = off SET jit = off
    AS $$
    DECLARE plan json; expected float; total float;
    BEGIN
        EXECUTE 'EXPLAIN (FORMAT JSON) ' || tokens INTO plan;
        expected := (plan->0->'Plan'->>'Plan Rows')::float;
        SELECT reltuples INTO total FROM pg_class WHERE oid = entries;
        IF total < 0 OR expected * expected <= 35 * most * total THEN
            RETURN QUERY EXECUTE rare;
        ELSE
            PERFORM set_config('enable_indexscan', 'on', true), set_config('enable_bitmapscan', 'off', true);
            RETURN QUERY EXECUTE common;
            PERFORM set_config('enable_bitmapscan', 'on', true);
        END IF;
    END $$
"""
_Letters = NDArray[np.uint64]
_ZONES = (TITLE, LEAD, NAMES)
_LOCK = 0x5EA2C4  # one number for advisory locks: writers share it, a rebuild's step has it alone


class PostgresIndex:
    """The ``Index`` over the database that ``cursor`` gives cursors of (``%s`` for parameters)."""

    def __init__(self, cursor: Callable[[], AbstractContextManager[Any]]) -> None:
        self._cursor = cursor

    def _run(self, sql: str, parameters: Sequence[object] = ()) -> None:
        with self._cursor() as cursor:
            cursor.execute(sql, parameters)

    def _rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with self._cursor() as cursor:
            cursor.execute(sql, parameters)
            return list(cursor.fetchall())

    # Tables

    def create(self) -> None:
        self._run(
            "CREATE TABLE IF NOT EXISTS search_state"
            " (id smallint PRIMARY KEY CHECK (id = 1), live text NOT NULL, building text)"
        )
        self._run("CREATE TABLE IF NOT EXISTS search_progress (kind smallint PRIMARY KEY, past bigint NOT NULL)")
        self._run("INSERT INTO search_state VALUES (1, 'a', NULL) ON CONFLICT DO NOTHING")
        self._run("DROP FUNCTION IF EXISTS search_by_tokens(text)")  # as it was at first
        self._run(_BY_TOKENS)
        live = self._generations()[0]
        self._create_generation(live)
        self._index_tokens(live)

    def drop(self) -> None:
        self._run("DROP TABLE IF EXISTS search_entry_a, search_entry_b, search_state, search_progress")
        self._run("DROP FUNCTION IF EXISTS search_by_tokens")

    def _create_generation(self, generation: str) -> None:
        name = f"search_entry_{generation}"
        self._run(
            f"CREATE TABLE IF NOT EXISTS {name} (kind smallint NOT NULL, ref bigint NOT NULL, position bigint NOT NULL,"
            f" digest integer NOT NULL, tokens integer[] NOT NULL, CONSTRAINT {name}_pk PRIMARY KEY (kind, ref))"
        )
        self._run(f"ALTER TABLE {name} ALTER tokens SET STORAGE EXTERNAL, ALTER tokens SET STATISTICS 1000")
        self._run(f"CREATE INDEX IF NOT EXISTS {name}_newest ON {name} (kind, position)")

    def _index_tokens(self, generation: str) -> None:
        """The generation has its token index; those who write meanwhile wait only when this is in a transaction."""
        name = f"search_entry_{generation}"
        with self._cursor() as cursor:
            alone = cursor.connection.info.transaction_status.name == "IDLE"
        [(half_made,)] = self._rows(
            "SELECT EXISTS (SELECT 1 FROM pg_index WHERE indexrelid = to_regclass(%s) AND NOT indisvalid)",
            [f"{name}_tokens"],
        )
        if half_made:  # whoever made it was interrupted
            self._run(f"DROP INDEX {name}_tokens")
        # Entries wait in a list that every search reads through, so the list is kept short.
        self._run(
            f"CREATE INDEX {'CONCURRENTLY' if alone else ''} IF NOT EXISTS {name}_tokens ON {name}"
            " USING gin (tokens) WITH (gin_pending_list_limit = 512)"
        )

    def _generations(self) -> list[str]:
        [(live, building)] = self._rows("SELECT live, building FROM search_state")
        return [live, building] if building else [live]

    # Changes

    def put(self, kind: int, entries: Sequence[Entry]) -> set[int]:
        self._run("SELECT pg_advisory_xact_lock_shared(%s)", [_LOCK])
        return set.union(*(self._put(generation, kind, entries) for generation in self._generations()))

    def _put(self, generation: str, kind: int, entries: Sequence[Entry]) -> set[int]:
        sql = f"SELECT ref, position, digest FROM search_entry_{generation} WHERE kind = %s AND ref = ANY(%s)"
        held = {ref: (position, mark) for ref, position, mark in self._rows(sql, [kind, [e.ref for e in entries]])}
        rows = []
        for entry in entries:
            state = (day_number(entry.day) << _REF_BITS | entry.ref, digest(entry.text, entry.facets))
            if held.get(entry.ref) != state:
                rows.append((kind, entry.ref, *state, _stored(kind, entry.text, entry.facets)))
        sql = (
            f"INSERT INTO search_entry_{generation} (kind, ref, position, digest, tokens)"
            " VALUES (%s, %s, %s, %s, %s::integer[])"
            " ON CONFLICT (kind, ref) DO UPDATE SET"
            " position = excluded.position, digest = excluded.digest, tokens = excluded.tokens"
        )
        with self._cursor() as cursor:
            cursor.executemany(sql, rows)
        return {ref for _, ref, *_ in rows} & set(held)

    def remove(self, kind: int, refs: Collection[int]) -> None:
        self._run("SELECT pg_advisory_xact_lock_shared(%s)", [_LOCK])
        for generation in self._generations():
            self._run(f"DELETE FROM search_entry_{generation} WHERE kind = %s AND ref = ANY(%s)", [kind, list(refs)])

    # Questions

    def candidates(self, kind: int, condition: Condition, *, limit: int, before: int | None = None) -> list[Candidate]:
        table = f"search_entry_{self._generations()[0]}"
        # Nothing but integers is written into the statements.
        groups = (" OR ".join(_contains(kind, alternative) for alternative in group) for group in condition.groups)
        having = [f"({group})" for group in groups]

        def newest(*where: str) -> str:
            return (
                f"SELECT ref, position FROM {table} WHERE {' AND '.join(where)} ORDER BY position DESC LIMIT {limit:d}"
            )

        common = newest(*_within(kind, condition, before), *having)
        if not having:
            return list(map(Candidate._make, self._rows(common)))
        # What is not a bare column, the planner looks up in no index.
        rare = newest(*_within(kind, condition, before, plus=" + 0"), *having)
        tokens = f"SELECT 1 FROM {table} WHERE {' AND '.join(having)}"
        sql = "SELECT * FROM search_by_tokens(%s, %s, %s, %s, %s)"
        return list(map(Candidate._make, self._rows(sql, [tokens, rare, common, table, limit])))

    def digests(self, kind: int, refs: Collection[int]) -> dict[int, int]:
        sql = f"SELECT ref, digest FROM search_entry_{self._generations()[0]} WHERE kind = %s AND ref = ANY(%s)"
        return dict(self._rows(sql, [kind, list(refs)]))

    def has(self, kind: int, entry: Entry) -> bool:
        sql = (
            f"SELECT 1 FROM search_entry_{self._generations()[0]}"
            " WHERE kind = %s AND ref = %s AND tokens @> %s::integer[]"
        )
        return bool(self._rows(sql, [kind, entry.ref, _stored(kind, entry.text, entry.facets)]))

    def refs(self, kind: int, *, after: int, limit: int) -> list[int]:
        sql = (
            f"SELECT ref FROM search_entry_{self._generations()[0]} WHERE kind = %s AND ref > %s ORDER BY ref LIMIT %s"
        )
        return [ref for (ref,) in self._rows(sql, [kind, after, limit])]

    # Rebuilding

    def begin_rebuild(self) -> None:
        live, *building = self._generations()
        if building:
            return
        generation = "b" if live == "a" else "a"
        self._run(f"DROP TABLE IF EXISTS search_entry_{generation}")
        self._create_generation(generation)
        self._run("DELETE FROM search_progress")
        self._run("UPDATE search_state SET building = %s", [generation])

    def progress(self, kind: int) -> int:
        rows = self._rows("SELECT past FROM search_progress WHERE kind = %s", [kind])
        return int(rows[0][0]) if rows else 0

    def fill(self, kind: int, entries: Sequence[Entry], *, past: int) -> None:
        self._put(self._generations()[1], kind, entries)
        self._run(
            "INSERT INTO search_progress VALUES (%s, %s) ON CONFLICT (kind) DO UPDATE SET past = excluded.past",
            [kind, past],
        )

    def hold(self) -> None:
        self._run("SELECT pg_advisory_xact_lock(%s)", [_LOCK])

    def settle(self) -> bool:
        # Made after the rows, the token index takes a fifth of the time that it takes row by row.
        self._index_tokens(self._generations()[-1])
        self._run(f"ANALYZE search_entry_{self._generations()[-1]}")
        return False

    def end_rebuild(self) -> None:
        self.hold()
        live, building = self._generations()
        self._index_tokens(building)
        self._run("UPDATE search_state SET live = %s, building = NULL", [building])
        self._run("DELETE FROM search_progress")
        self._run(f"DROP TABLE search_entry_{live}")


def _stored(kind: int, text: Text, facets: Collection[str]) -> str:
    """The tokens of a row as PostgreSQL writes an array of integers, with each of their first characters beside them.

    Written out, because handing over the integers one by one takes longer than making them.
    """
    tokens = entry_lines([(text, facets)])[0].split()
    tokens += {token[: 2 if token[0] in _ZONES else 1] for token in tokens}
    # As one table of characters, for a row has about a thousand tokens and a call for each takes a millisecond.
    short = [token for token in tokens if token[0] != FACET]
    letters = np.frombuffer("".join(token.ljust(3) for token in short).encode("utf-32-le", "surrogatepass"), "<u4")
    hashed = _mixed(kind, *letters.reshape(-1, 3).astype(np.uint64).T)
    facet_hashes = [_hash(kind, token) for token in tokens if token[0] == FACET]
    return "{" + ",".join(map(str, {*hashed.tolist(), *facet_hashes})) + "}"


@lru_cache(maxsize=10_000)
def _hash(kind: int, token: str) -> int:
    """The 31 bits that stand for ``token``: a facet, or up to three characters."""
    if token[0] == FACET:
        return zlib.crc32(f"{kind}{token}".encode()) & 0x7FFFFFFF
    letters = np.array([[ord(letter)] for letter in token.ljust(3)], np.uint64)
    return int(_mixed(kind, *letters)[0])


def _mixed(kind: int, first: _Letters, second: _Letters, third: _Letters) -> _Letters:
    """Fibonacci hashing of three characters of 21 bits and the kind; sums and products run over, as they should."""
    with np.errstate(over="ignore"):
        code = (first << np.uint64(42)) ^ (second << np.uint64(21)) ^ third
        code = (code ^ (code >> np.uint64(29)) ^ np.uint64(kind)) * np.uint64(0x9E3779B97F4A7C15)
    return code >> np.uint64(33)


def _contains(kind: int, alternative: Alternative) -> str:
    hashes = ",".join(str(_hash(kind, token)) for token in alternative)
    return f"tokens @> '{{{hashes}}}'::integer[]"


def _within(kind: int, condition: Condition, before: int | None, *, plus: str = "") -> list[str]:
    """The kind, days and positions that a candidate is within; ``plus`` is written after each column."""
    # A row without a day is in no range: its day number is 0.
    first_day = max(day_number(condition.first_day), 1) if condition.first_day or condition.last_day else 0
    within = [f"kind{plus} = {kind:d}", f"position{plus} >= {first_day << _REF_BITS}"]
    if condition.last_day:
        within.append(f"position{plus} < {(day_number(condition.last_day) + 1) << _REF_BITS}")
    if before is not None:
        within.append(f"position{plus} < {before:d}")
    return within
