"""What the hits have in common: the choices by which a search is narrowed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from unionarchive.search.answers import Facet, FacetValue, Filters
from unionarchive.search.sources import Source
from unionarchive.search.sources.source import significant

MOST_VALUES = 12  # of one facet, the most frequent


def facets_of(source: Source, refs: Collection[int], filters: Filters) -> tuple[Facet, ...]:
    """The facets of ``refs`` that have a value; what ``filters`` chose is among them even when it is rare."""
    if not refs:
        return ()
    counts = source.facet_counts(refs)
    made = (_facet(source, name, counts[name], getattr(filters, name)) for name in source.facets)
    return tuple(facet for facet in made if facet.values)


def _facet(source: Source, name: str, counts: Counter[str], chosen: tuple[str, ...]) -> Facet:
    chosen = tuple(map(significant, chosen)) if name == "place" else chosen
    common = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    values = dict(common[:MOST_VALUES]) | {value: counts[value] for value in chosen}
    labels = source.labels(name, values)
    return Facet(
        name,
        tuple(
            FacetValue(value, labels[value], count, is_chosen=value in chosen)
            for value, count in values.items()
            if value in labels
        ),
    )
