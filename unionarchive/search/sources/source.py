"""The interface of a kind of rows, and what all kinds do alike."""

from __future__ import annotations

import datetime
from abc import ABC, abstractmethod
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet

from unionarchive.common.partial_dates import PartialDate
from unionarchive.common.search.index import Entry
from unionarchive.common.search.tokens import Text
from unionarchive.common.spans import Span
from unionarchive.search.answers import Highlight
from unionarchive.search.kinds import Kind

FacetValues = dict[str, set[str]]  # field of Filters → the values that a row has


@dataclass(frozen=True, slots=True)
class Traits:
    """What a row is sorted and narrowed by: its date (partial, empty for none) and its values in each facet."""

    date: str
    values: FacetValues


class Source(ABC):
    """One kind of rows. ``facets`` names the fields of ``Filters`` that it has."""

    kind: Kind
    model: type[Model]
    facets: tuple[str, ...] = ()

    def rows(self) -> QuerySet[Any]:
        """Every row that can be found by somebody."""
        return self.model._default_manager.all()

    def visible(self, refs: Collection[int], *, to_staff: bool) -> set[int]:
        """Those of ``refs`` that may be shown: to staff all that there are, to others the public ones."""
        rows: Any = self.rows()
        return set((rows if to_staff else rows.public()).filter(pk__in=refs).values_list("pk", flat=True))

    def texts(self, refs: Collection[int]) -> dict[int, Text]:
        """What is searched of each row; a row that is not there is left out."""
        return self._texts(self._read(refs))

    def traits(self, refs: Collection[int]) -> Mapping[int, Traits]:
        """The traits of each row that is there."""
        return self._traits(self._read(refs))

    @abstractmethod
    def _read(self, refs: Collection[int]) -> Any:
        """What texts and traits are both made of; an entry needs both, and is made for every change."""

    @abstractmethod
    def _texts(self, read: Any) -> dict[int, Text]: ...

    @abstractmethod
    def _traits(self, read: Any) -> Mapping[int, Traits]: ...

    @abstractmethod
    def labels(self, facet: str, values: Iterable[str]) -> dict[str, str]:
        """The words for values of a facet; absent for a value that no longer means anything."""

    def shown(self, refs: Collection[int]) -> dict[int, Any]:
        """The rows themselves, with what a result list shows of them, in a constant number of queries."""
        return self.rows().in_bulk(list(refs))

    @abstractmethod
    def highlights(self, row: Any, text: Text, title: tuple[Span, ...], body: tuple[Span, ...]) -> list[Highlight]:
        """The spans in the row's searched title and body as positions in its own fields."""

    def entries(self, refs: Collection[int]) -> list[Entry]:
        """What the index takes of each row that is there."""
        read = self._read(refs)
        texts, traits = self._texts(read), self._traits(read)
        return [
            Entry(ref, first_day(traits[ref].date), text, facet_tokens(traits[ref].values))
            for ref, text in texts.items()
            if ref in traits
        ]

    def facet_counts(self, refs: Collection[int]) -> dict[str, Counter[str]]:
        """For each facet how many of the rows have each value."""
        counts: dict[str, Counter[str]] = {facet: Counter() for facet in self.facets}
        for traits in self.traits(refs).values():
            for facet, held in traits.values.items():
                counts[facet].update(_shown_values(facet, held))
        return counts


def first_day(date: str) -> datetime.date | None:
    """The first day of a partial date; None when there is no date."""
    return PartialDate.parse(date).first if date else None


def facet_token(facet: str, value: str) -> str:
    """The index's word for one value of one facet; for a value that none can have, a word that none has."""
    token = f"{facet}{value}".replace("_", "")
    return token if token.isalnum() else "none"


def facet_tokens(values: FacetValues) -> frozenset[str]:
    return frozenset(facet_token(facet, value) for facet, held in values.items() for value in held)


def place_codes(code: str | None) -> set[str]:
    """The division with ``code`` and those it lies in: 62, 6201, 620102 for 620102."""
    if not code:
        return set()
    shortest = significant(code)
    return {shortest[:length] for length in (2, 4, 6) if length <= len(shortest)}


def significant(code: str) -> str:
    """The code without the pairs of zeros that stand for no prefecture and no county."""
    while len(code) > 2 and code.endswith("00"):
        code = code[:-2]
    return code


def _shown_values(facet: str, held: set[str]) -> set[str]:
    # A list of places counts provinces; smaller divisions are filters, not choices of a list.
    return {value for value in held if len(value) == 2} if facet == "place" else held


def lines_by(rows: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    """The second values of ``rows`` in order, by the first."""
    found: dict[int, list[str]] = defaultdict(list)
    for ref, value in rows:
        found[ref].append(value)
    return found


def sets_by(rows: Iterable[tuple[int, Any]]) -> dict[int, set[str]]:
    """The second values of ``rows`` as text, by the first."""
    found: dict[int, set[str]] = defaultdict(set)
    for ref, value in rows:
        found[ref].add(str(value))
    return found
