"""The one interface of the two engines, and the values that cross it.

An index is a map from tokens to rows, newest first. It stores no text: it answers with candidates, which whoever asks
holds against the text (see ``finding``).
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from .tokens import Text

Alternative = tuple[str, ...]  # tokens that must all be there


@dataclass(frozen=True, slots=True)
class Entry:
    """One row as the index takes it: its number within its kind, the day it is dated, its text and its facets."""

    ref: int
    day: datetime.date | None
    text: Text
    facets: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Condition:
    """What a candidate must have: of each group at least one alternative; and a day in the range, ends included.

    A token of one character stands for all tokens that begin with it.
    """

    groups: tuple[tuple[Alternative, ...], ...] = ()
    first_day: datetime.date | None = None
    last_day: datetime.date | None = None


class Candidate(NamedTuple):
    """A row that may match. ``position`` orders a kind's rows by day and then by arrival: greater is newer.

    A pair and no dataclass, because hundreds are made for every search.
    """

    ref: int
    position: int


class Index(Protocol):
    """A token index over kinds of rows (small positive integers). Every change is part of the caller's transaction."""

    def create(self) -> None:
        """Make the tables; nothing happens when they exist."""

    def drop(self) -> None:
        """Remove the tables and all they hold."""

    def put(self, kind: int, entries: Sequence[Entry]) -> set[int]:
        """Each entry is found by its text and facets as they are now, and no longer by what they were.

        The numbers of those that were in the index with something else before.
        """

    def remove(self, kind: int, refs: Collection[int]) -> None:
        """None of ``refs`` is found any more. A row that is not in the index is no error."""

    def candidates(self, kind: int, condition: Condition, *, limit: int, before: int | None = None) -> list[Candidate]:
        """Rows that may meet ``condition``, newest first, all of them older than position ``before``.

        No row that meets it is left out. Fewer than ``limit`` rows mean that there are no more.
        """

    def digests(self, kind: int, refs: Collection[int]) -> dict[int, int]:
        """The digest of what each of ``refs`` was put in with; absent rows are absent."""

    def has(self, kind: int, entry: Entry) -> bool:
        """True when the row is found by the tokens of ``entry``."""

    def refs(self, kind: int, *, after: int, limit: int) -> list[int]:
        """The numbers of the rows in the index, ascending, all greater than ``after``."""

    def begin_rebuild(self) -> None:
        """A second index is being filled beside the one that answers; one that was under way is taken up again."""

    def progress(self, kind: int) -> int:
        """The greatest number of ``kind`` that the index being filled was told to be past; 0 at the beginning."""

    def fill(self, kind: int, entries: Sequence[Entry], *, past: int) -> None:
        """The index being filled has ``entries``, and is past ``past``. Call it in a transaction that ``hold``s."""

    def hold(self) -> None:
        """Until the transaction ends nobody else changes the index, so what is read now can be filled in."""

    def settle(self) -> bool:
        """One bounded step of making the filled index small and fast; True when more steps would help."""

    def end_rebuild(self) -> None:
        """The filled index answers from now on, and the old one is gone."""


def day_number(day: datetime.date | None) -> int:
    """The proleptic Gregorian day number; 0 when there is no day."""
    return day.toordinal() if day else 0
