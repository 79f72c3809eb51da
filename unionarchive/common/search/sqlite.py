"""The index in SQLite: an FTS5 table that holds tokens and row numbers, and nothing else.

``content=''`` and ``detail=none`` leave one to two bytes for each token of each row. The row number (docid) is made of
kind, day and order of arrival, so a posting list read backwards is newest first, and a range of days is a range of
docids. A contentless table cannot forget a row, so a changed row gets a new docid and the old one points nowhere until
the index is rebuilt.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import chain
from operator import itemgetter

from .index import Alternative, Candidate, Condition, Entry, day_number
from .tokens import FACET, digest, entry_lines, entry_tokens, is_single

# docid = kind << 48 | day << 20 | order of arrival. A day with more than 2**20 rows runs over into the next day's
# numbers; rows without a day have all those before the year 1800, when there were no newspapers to load.
_KIND_BITS, _DAY_BITS = 48, 20
_FIRST_DAY = 657_072  # 1 January 1800
_KINDS = 16  # key = ref * 16 + kind
# A list is unpacked a page at a time, so small pages let a search skip more; still smaller ones take more room.
_PAGE = 1000  # bytes
_MERGED_PAGES = 2000  # written in one step of settling, about 2 MB
_FIRST_LOOK = 1000  # rows read without the index when a single character is sought: a common one is found there


class SqliteIndex:
    """The ``Index`` over whatever database ``cursor`` gives cursors of (plain sqlite3, ``?`` for parameters)."""

    def __init__(self, cursor: Callable[[], sqlite3.Cursor]) -> None:
        self._cursor = cursor

    # Tables

    def create(self) -> None:
        cursor = self._cursor()
        cursor.execute(
            "CREATE TABLE IF NOT EXISTS search_state"
            " (id INTEGER PRIMARY KEY CHECK (id = 1), live TEXT NOT NULL, building TEXT)"
        )
        cursor.execute("CREATE TABLE IF NOT EXISTS search_progress (kind INTEGER PRIMARY KEY, past INTEGER NOT NULL)")
        cursor.execute("INSERT OR IGNORE INTO search_state VALUES (1, 'a', NULL)")
        self._create_generation(self._generations()[0])

    def drop(self) -> None:
        cursor = self._cursor()
        for generation in ("a", "b"):
            self._drop_generation(generation)
        cursor.execute("DROP TABLE IF EXISTS search_state")
        cursor.execute("DROP TABLE IF EXISTS search_progress")

    def _create_generation(self, generation: str) -> None:
        cursor = self._cursor()
        cursor.execute(
            f"CREATE TABLE IF NOT EXISTS search_entry_{generation}"
            " (docid INTEGER PRIMARY KEY, key INTEGER, digest INTEGER NOT NULL)"
        )
        cursor.execute(f"CREATE UNIQUE INDEX IF NOT EXISTS search_key_{generation} ON search_entry_{generation} (key)")
        cursor.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS search_grams_{generation} USING fts5"
            " (tokens, content='', detail='none', columnsize=0, tokenize='ascii')"
        )
        cursor.execute(
            f"INSERT INTO search_grams_{generation} (search_grams_{generation}, rank) VALUES ('pgsz', ?)", (_PAGE,)
        )

    def _drop_generation(self, generation: str) -> None:
        self._cursor().execute(f"DROP TABLE IF EXISTS search_entry_{generation}")
        self._cursor().execute(f"DROP TABLE IF EXISTS search_grams_{generation}")

    def _generations(self) -> list[str]:
        """The generation that answers, and after it the one that is being filled, if one is."""
        live, building = self._cursor().execute("SELECT live, building FROM search_state").fetchone()
        return [live, building] if building else [live]

    # Changes

    def put(self, kind: int, entries: Sequence[Entry]) -> set[int]:
        return set.union(*(self._put(generation, kind, entries) for generation in self._generations()))

    def _put(self, generation: str, kind: int, entries: Sequence[Entry]) -> set[int]:
        held = self._held(generation, kind, [entry.ref for entry in entries])
        last: dict[int, int] = {}
        new: dict[int, tuple[Entry, int, int]] = {}  # by ref: what is put in, its docid, its digest
        left: list[tuple[int]] = []  # docids that point nowhere from now on
        for entry in entries:
            mark, first = digest(entry.text, entry.facets), _first_docid(kind, day_number(entry.day))
            docid, held_mark = held.get(entry.ref, (-1, -1))
            if held_mark == mark and docid >> _DAY_BITS == first >> _DAY_BITS:
                continue
            # The old row keeps its number, so that no later row can inherit the tokens that stand under it.
            if docid >= 0:
                left.append((docid,))
            new[entry.ref] = (entry, self._free_docid(generation, first, last), mark)
        self._write(generation, kind, new, left)
        return {ref for ref in new if ref in held}

    def _write(
        self, generation: str, kind: int, new: dict[int, tuple[Entry, int, int]], left: list[tuple[int]]
    ) -> None:
        cursor = self._cursor()
        # FTS5 writes to disk what it has gathered whenever a row number is lower than the one before it.
        rows = sorted(new.values(), key=itemgetter(1))
        lines = entry_lines([(entry.text, entry.facets) for entry, _, _ in rows])
        cursor.executemany(f"UPDATE search_entry_{generation} SET key = NULL WHERE docid = ?", left)
        cursor.executemany(
            f"INSERT INTO search_entry_{generation} VALUES (?, ?, ?)",
            [(docid, entry.ref * _KINDS + kind, mark) for entry, docid, mark in rows],
        )
        cursor.executemany(
            f"INSERT INTO search_grams_{generation} (rowid, tokens) VALUES (?, ?)",
            [(docid, line) for (_, docid, _), line in zip(rows, lines, strict=True)],
        )

    def _free_docid(self, generation: str, first: int, last: dict[int, int]) -> int:
        """The next docid of the day that begins with ``first``; ``last`` learns which one of each day is taken."""
        sql = f"SELECT max(docid) FROM search_entry_{generation} WHERE docid BETWEEN ? AND ?"
        while True:
            end = first | (1 << _DAY_BITS) - 1
            if first not in last:
                [taken] = self._cursor().execute(sql, (first, end)).fetchone()
                last[first] = first - 1 if taken is None else int(taken)
            if last[first] < end:
                last[first] += 1
                return last[first]
            first = end + 1  # a full day runs over into the next

    def remove(self, kind: int, refs: Collection[int]) -> None:
        for generation in self._generations():
            for keys in _keys(kind, refs):
                self._cursor().execute(f"UPDATE search_entry_{generation} SET key = NULL WHERE key IN ({keys})")

    # Questions

    def candidates(self, kind: int, condition: Condition, *, limit: int, before: int | None = None) -> list[Candidate]:
        live = self._generations()[0]
        low, high = _docids(kind, condition)
        high = min(high, before) if before is not None else high
        match = _expression(condition, first_look=before is None)
        if match:
            sql = (
                f"SELECT e.key / {_KINDS}, g.rowid"
                f" FROM search_grams_{live} g JOIN search_entry_{live} e ON e.docid = g.rowid"
                f" WHERE search_grams_{live} MATCH ? AND g.rowid >= ? AND g.rowid < ? AND e.key IS NOT NULL"
                " ORDER BY g.rowid DESC LIMIT ?"
            )
            rows = self._cursor().execute(sql, (match, low, high, limit)).fetchall()
        else:
            sql = (
                f"SELECT key / {_KINDS}, docid FROM search_entry_{live}"
                " WHERE docid >= ? AND docid < ? AND key IS NOT NULL ORDER BY docid DESC LIMIT ?"
            )
            limit = max(limit, _FIRST_LOOK) if condition.groups else limit
            rows = self._cursor().execute(sql, (low, high, limit)).fetchall()
        return list(map(Candidate._make, rows))

    def digests(self, kind: int, refs: Collection[int]) -> dict[int, int]:
        return {ref: mark for ref, (_, mark) in self._held(self._generations()[0], kind, refs).items()}

    def has(self, kind: int, entry: Entry) -> bool:
        live = self._generations()[0]
        held = self._held(live, kind, [entry.ref])
        if entry.ref not in held:
            return False
        tokens = sorted(entry_tokens(entry.text, entry.facets), key=hash)[:100]
        sql = f"SELECT 1 FROM search_grams_{live} WHERE search_grams_{live} MATCH ? AND rowid = ?"
        match = " ".join(f'"{token}"' for token in tokens)
        return not tokens or bool(self._cursor().execute(sql, (match, held[entry.ref][0])).fetchone())

    def refs(self, kind: int, *, after: int, limit: int) -> list[int]:
        sql = (
            f"SELECT key / {_KINDS} FROM search_entry_{self._generations()[0]}"
            f" WHERE key > ? AND key % {_KINDS} = ? ORDER BY key LIMIT ?"
        )
        return [ref for (ref,) in self._cursor().execute(sql, (after * _KINDS + kind, kind, limit))]

    def _held(self, generation: str, kind: int, refs: Collection[int]) -> dict[int, tuple[int, int]]:
        rows = (
            row
            for keys in _keys(kind, refs)
            for row in self._cursor().execute(
                f"SELECT key, docid, digest FROM search_entry_{generation} WHERE key IN ({keys})"
            )
        )
        return {key // _KINDS: (docid, mark) for key, docid, mark in rows}

    # Rebuilding

    def begin_rebuild(self) -> None:
        live, *building = self._generations()
        if building:
            return
        generation = "b" if live == "a" else "a"
        self._drop_generation(generation)
        self._create_generation(generation)
        self._cursor().execute("DELETE FROM search_progress")
        self._cursor().execute("UPDATE search_state SET building = ?", (generation,))

    def progress(self, kind: int) -> int:
        row = self._cursor().execute("SELECT past FROM search_progress WHERE kind = ?", (kind,)).fetchone()
        return int(row[0]) if row else 0

    def fill(self, kind: int, entries: Sequence[Entry], *, past: int) -> None:
        self._put(self._generations()[1], kind, entries)
        self._cursor().execute("INSERT OR REPLACE INTO search_progress VALUES (?, ?)", (kind, past))

    def hold(self) -> None:
        # The first write takes SQLite's one write lock.
        self._cursor().execute("UPDATE search_state SET id = 1")

    def settle(self) -> bool:
        table = f"search_grams_{self._generations()[-1]}"
        cursor = self._cursor()
        before = cursor.connection.total_changes
        # A negative number merges segments of all levels; it changes nothing more when one is left.
        cursor.execute(f"INSERT INTO {table}({table}, rank) VALUES ('merge', ?)", (-_MERGED_PAGES,))
        return cursor.connection.total_changes - before > 1

    def end_rebuild(self) -> None:
        live, building = self._generations()
        self._cursor().execute("UPDATE search_state SET live = ?, building = NULL", (building,))
        self._cursor().execute("DELETE FROM search_progress")
        self._drop_generation(live)


def _first_docid(kind: int, day: int) -> int:
    return kind << _KIND_BITS | (day if day >= _FIRST_DAY else 0) << _DAY_BITS


def _docids(kind: int, condition: Condition) -> tuple[int, int]:
    """The first docid that the condition's days allow, and the one after the last."""
    low, high = kind << _KIND_BITS, (kind + 1) << _KIND_BITS
    if condition.first_day or condition.last_day:  # a row without a day is in no range
        low = _first_docid(kind, max(day_number(condition.first_day), _FIRST_DAY))
    if condition.last_day:
        high = _first_docid(kind, day_number(condition.last_day) + 1)
    return low, high


def _keys(kind: int, refs: Collection[int]) -> Iterator[str]:
    """The keys of ``refs`` as SQL lists of bounded length. They are integers, whatever they were before."""
    keys = [int(ref) * _KINDS + kind for ref in refs]
    for start in range(0, len(keys), 500):
        yield ",".join(map(str, keys[start : start + 500]))


def _quoted(token: str) -> str:
    return f'"{token}"*' if is_single(token) else f'"{token}"'


def _expression(condition: Condition, *, first_look: bool) -> str:
    """The condition in FTS5's language; empty when it asks for no token that is worth looking up.

    All tokens with one beginning are a long list. Beside a pair that narrows the search enough, it is left to whoever
    verifies; alone, it is left out of the first look, because the newest rows have a common character anyway.
    """
    strong = [group for group in condition.groups if not any(map(is_single, chain.from_iterable(group)))]
    has_words = any(not token.startswith(FACET) for group in strong for token in chain.from_iterable(group))
    groups = strong if has_words or first_look else condition.groups
    return " AND ".join(_group(group) for group in groups)


def _group(group: tuple[Alternative, ...]) -> str:
    alternatives = ["(" + " AND ".join(map(_quoted, alternative)) + ")" for alternative in group]
    return "(" + " OR ".join(alternatives) + ")"
