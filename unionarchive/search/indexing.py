"""Rows and their index in step: what ``keeping.changed`` sets off."""

from __future__ import annotations

from collections.abc import Iterable

from organisations.models import AidDisbursement, Measure
from unionarchive.common.search import keeping
from unionarchive.search.engine import archive_index
from unionarchive.search.kinds import Kind
from unionarchive.search.sources import SOURCES

BATCH = 200  # rows whose texts are in memory at a time


def reindex(changes: keeping.Changes) -> None:
    """The rows, and those whose text or facets are made of theirs, are found as they are now."""
    waiting = {kind: set(changes.get(kind, ())) for kind in Kind}
    articles = waiting[Kind.ARTICLE]
    if articles:  # facts take their date, paper and place from it
        waiting[Kind.MEASURE].update(Measure.objects.filter(article__in=articles).values_list("pk", flat=True))
        waiting[Kind.AID].update(AidDisbursement.objects.filter(article__in=articles).values_list("pk", flat=True))
    # In the order of their numbers, in which they stand in the index, and organisations before facts.
    for kind in sorted(waiting, key=lambda kind: kind.number):
        changed = reindex_rows(kind, waiting[kind])
        if kind == Kind.ORGANISATION and changed:  # facts are found by the names of those involved
            issued = Measure.objects.filter(issuers__in=changed)
            waiting[Kind.MEASURE].update(issued.values_list("pk", flat=True))
            involved = AidDisbursement.objects.filter(parties__organisation__in=changed)
            waiting[Kind.AID].update(involved.values_list("pk", flat=True))


def reindex_rows(kind: Kind, refs: Iterable[int]) -> set[int]:
    """These rows alone are found as they are now, those that are gone not at all; which were found otherwise before."""
    index, numbers, changed = archive_index(), sorted(set(refs)), set[int]()
    for start in range(0, len(numbers), BATCH):
        batch = numbers[start : start + BATCH]
        entries = SOURCES[kind].entries(batch)
        changed |= index.put(kind.number, entries)
        gone = set(batch) - {entry.ref for entry in entries}
        if gone:
            index.remove(kind.number, gone)
    return changed
