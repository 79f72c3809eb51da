"""Rows and their index in step: what ``keeping.changed`` sets off."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from organisations.models import AidDisbursement, Measure
from unionarchive.search.engine import archive_index
from unionarchive.search.kinds import Kind
from unionarchive.search.sources import SOURCES

BATCH = 200  # rows whose texts are in memory at a time


def reindex(kind: str, refs: Collection[int]) -> None:
    """The rows, and those whose text or facets are made of theirs, are found as they are now."""
    reindex_rows(Kind(kind), refs)
    for dependent, numbers in _dependents(Kind(kind), refs):
        reindex_rows(dependent, numbers)


def reindex_rows(kind: Kind, refs: Collection[int]) -> None:
    """These rows alone are found as they are now; those that are gone are not found."""
    index, numbers = archive_index(), sorted(set(refs))
    for start in range(0, len(numbers), BATCH):
        batch = numbers[start : start + BATCH]
        entries = SOURCES[kind].entries(batch)
        index.put(kind.number, entries)
        gone = set(batch) - {entry.ref for entry in entries}
        if gone:
            index.remove(kind.number, gone)


def _dependents(kind: Kind, refs: Collection[int]) -> Iterator[tuple[Kind, list[int]]]:
    if kind == Kind.ARTICLE:  # facts take their date, paper and place from it
        yield Kind.MEASURE, list(Measure.objects.filter(article__in=refs).values_list("pk", flat=True))
        yield Kind.AID, list(AidDisbursement.objects.filter(article__in=refs).values_list("pk", flat=True))
    if kind == Kind.ORGANISATION:  # facts are found by the names of those involved
        yield Kind.MEASURE, list(Measure.objects.filter(issuers__in=refs).values_list("pk", flat=True))
        yield (
            Kind.AID,
            list(AidDisbursement.objects.filter(parties__organisation__in=refs).values_list("pk", flat=True)),
        )
