"""What a search answers with: frozen values that pages and the API render as they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any

from unionarchive.common.search.query import Query
from unionarchive.common.search.snippets import Snippet
from unionarchive.common.spans import Span
from unionarchive.search.kinds import Kind


class Order(StrEnum):
    BEST = "best"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Filters:
    """Values that a hit must have, of each field one. A kind that lacks a field is not found by it.

    ``publication`` and ``organisation`` are primary keys, ``place`` a division's code (those inside it count too),
    ``year`` four digits; the others are codes of the models' choices. ``type`` is of organisations and measures.
    """

    publication: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    state: tuple[str, ...] = ()

    @classmethod
    def names(cls) -> tuple[str, ...]:
        return tuple(field.name for field in fields(cls))

    @classmethod
    def from_lists(cls, given: Mapping[str, list[str]]) -> Filters:
        """The filters among ``given`` (a request's parameters as lists); empty values and other names are left out."""
        return cls(**{name: tuple(filter(None, given.get(name, ()))) for name in cls.names()})

    def chosen(self) -> dict[str, tuple[str, ...]]:
        """The fields that have values."""
        return {name: getattr(self, name) for name in self.names() if getattr(self, name)}


@dataclass(frozen=True, slots=True)
class Highlight:
    """Words that were sought: ``field`` of the row from ``start`` to ``end``, in code points."""

    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """One row found. ``title_highlights`` are positions in ``title``; ``row`` is the model instance."""

    kind: Kind
    id: int
    url: str
    title: str
    title_highlights: tuple[Span, ...]
    snippet: Snippet
    highlights: tuple[Highlight, ...]
    date: str
    row: Any = field(repr=False, compare=False, default=None)


@dataclass(frozen=True, slots=True)
class FacetValue:
    """How many of the hits have ``value``; ``is_chosen`` when the search is narrowed to it."""

    value: str
    label: str
    count: int
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """One field of ``Filters`` with the values that the hits have, most frequent first."""

    name: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one kind. ``count`` is exact unless ``is_capped``: then there are more than it says."""

    kind: Kind
    hits: tuple[Hit, ...]
    count: int
    is_capped: bool
    more: bool
    facets: tuple[Facet, ...] = ()

    @property
    def count_text(self) -> str:
        """``27`` or ``1000+``."""
        return f"{self.count}+" if self.is_capped else str(self.count)


@dataclass(frozen=True, slots=True)
class Expansion:
    """A word of the query that stands for a name: found by every name of the organisation."""

    word: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """How the query was taken. ``is_relaxed``: nothing had its words as typed, so single words were sought instead."""

    query: Query
    terms: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    expansions: tuple[Expansion, ...] = ()
    notes: tuple[str, ...] = ()
    is_relaxed: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, by kind. ``is_complete`` is False when time was up; ``did_you_mean`` are near names."""

    understood: Understood
    groups: tuple[Group, ...] = ()
    did_you_mean: tuple[str, ...] = ()
    is_complete: bool = True

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits of all groups, in the groups' order."""
        return tuple(hit for group in self.groups for hit in group.hits)

    @property
    def count(self) -> int:
        """The sum of the groups' counts."""
        return sum(group.count for group in self.groups)

    @property
    def is_capped(self) -> bool:
        return any(group.is_capped for group in self.groups)
