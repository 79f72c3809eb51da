"""The whole index held against the rows, or made anew beside the one that answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.db import transaction

from unionarchive.common.search.tokens import digest
from unionarchive.search.engine import archive_index
from unionarchive.search.indexing import reindex_rows
from unionarchive.search.kinds import Kind
from unionarchive.search.sources import SOURCES

BATCH = 200  # rows in one transaction, so that whoever edits meanwhile waits a moment, not for the whole


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that the index does not have as it is: ``missing``, ``stale`` or ``orphaned`` (in the index alone)."""

    kind: Kind
    ref: int
    code: str


Progress = Callable[[int], object]


def total() -> int:
    """The number of rows that belong in the index."""
    return sum(source.rows().count() for source in SOURCES.values())


def verify(progress: Progress) -> Iterator[Difference]:
    """Every row whose entry is not what the row says now; each entry is also looked up by its own tokens."""
    index = archive_index()
    for kind, source in SOURCES.items():
        past = 0
        while batch := _next(kind, past):
            entries = {entry.ref: entry for entry in source.entries(batch)}
            held = index.digests(kind.number, batch)
            in_index = set(index.refs(kind.number, after=past, limit=BATCH * 10))
            for ref, entry in entries.items():
                if ref not in held:
                    yield Difference(kind, ref, "missing")
                elif held[ref] != digest(entry.text, entry.facets) or not index.has(kind.number, entry):
                    yield Difference(kind, ref, "stale")
            orphans = sorted(ref for ref in in_index - set(entries) if ref <= batch[-1])
            yield from (Difference(kind, ref, "orphaned") for ref in orphans)
            past = batch[-1]
            progress(len(batch))
        while rest := index.refs(kind.number, after=past, limit=BATCH):
            yield from (Difference(kind, ref, "orphaned") for ref in rest)
            past = rest[-1]


def repair(differences: Iterable[Difference]) -> None:
    """The rows of ``differences`` are found as they are now, or no longer where there is no such row.

    Afterwards the index is as small and fast as it gets without being made anew.
    """
    by_kind: dict[Kind, list[int]] = {}
    for difference in differences:
        by_kind.setdefault(difference.kind, []).append(difference.ref)
    for kind, refs in by_kind.items():
        for start in range(0, len(refs), BATCH):
            with transaction.atomic():
                reindex_rows(kind, refs[start : start + BATCH])
    _settle()


def rebuild(progress: Progress) -> int:
    """The index made anew from the rows; how many there are. One that was interrupted is taken up where it stopped.

    Searches and edits go on meanwhile: the old index answers, both take every change, and at the end the new one takes
    the old one's place in one transaction.
    """
    index = archive_index()
    with transaction.atomic():
        index.begin_rebuild()
    filled = sum(_fill(kind, progress) for kind in SOURCES)
    _settle()
    with transaction.atomic():
        index.end_rebuild()
    return filled


def _fill(kind: Kind, progress: Progress) -> int:
    index, filled = archive_index(), 0
    past = index.progress(kind.number)
    if past:
        filled = SOURCES[kind].rows().filter(pk__lte=past).count()
        progress(filled)
    while True:
        with transaction.atomic():
            index.hold()
            batch = _next(kind, past)
            if not batch:
                return filled
            past = batch[-1]
            index.fill(kind.number, SOURCES[kind].entries(batch), past=past)
        filled += len(batch)
        progress(len(batch))


def _settle() -> None:
    # In no transaction of ours: PostgreSQL makes an index beside its writers only outside of one.
    while archive_index().settle():
        pass


def _next(kind: Kind, past: int) -> list[int]:
    return list(SOURCES[kind].rows().filter(pk__gt=past).order_by("pk").values_list("pk", flat=True)[:BATCH])
