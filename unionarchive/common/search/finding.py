"""From a query to its hits: candidates from the index, held against the text, in the order asked for.

What is found is exact: every row whose text has the words, no other. Only the order is approximate once more than
``RANKED`` rows match: then those that have the words in the title, in the lead, and the newest compete for the top.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from .index import Alternative, Candidate, Condition, Index
from .matching import matches
from .query import Query
from .ranking import Scorer, frequency
from .tokens import FACET, LEAD, NAMES, TITLE, Text, is_decided_by_grams, needle_grams

RANKED = 300  # as many rows are put into the exact order of their scores; divided by the number of words
# When more than that match, so many are taken of the newest and of those that have a word where it counts:
TITLED_OF_ONE, LEADING_OF_ONE, NEWEST_OF_ONE = 50, 30, 10  # one word
TITLED_OF_EACH, LEADING_OF_ALL, NEWEST_OF_ALL = 15, 60, 40  # several: one of them in the title, all in the lead
MOST_COUNTED = 1000  # more hits than this are "1000+"
MOST_SECONDS = 2.0  # a search that takes longer ends with what it has, and says so
_SMALLEST_STEP, _LARGEST_STEP = 32, 1200  # candidates fetched at a time
_MOST_TITLED = 3  # terms of which each is sought in titles
_CHUNK = 300  # texts read at a time
_ZONES = {"": "", "title": TITLE, "names": NAMES}

Texts = Callable[[Collection[int]], Mapping[int, Text]]
Keep = Callable[[Collection[int]], Collection[int]]


@dataclass(frozen=True, slots=True)
class Hit:
    """One row that matches; ``score`` is 0 where the order is by date."""

    ref: int
    position: int
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Found:
    """The hits of one page; ``complete`` is False when the time was up before all candidates were seen."""

    hits: tuple[Hit, ...]
    more: bool
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Search:
    """One question to one kind: rows that match ``query``, have of each group of ``facets`` one, and are kept.

    ``texts`` gives the texts of rows (absent rows do not match), ``keep`` says which of some rows may be shown.
    """

    index: Index
    kind: int
    query: Query
    texts: Texts
    keep: Keep | None = None
    facets: tuple[tuple[str, ...], ...] = ()
    seconds: float = MOST_SECONDS

    def newest(self, *, limit: int, offset: int = 0) -> Found:
        """The hits from ``offset`` on, newest first."""
        clock = _Clock(self.seconds)
        hits = _take(self._verified(offset + limit + 1, clock), offset + limit + 1)
        return Found(tuple(hits[offset : offset + limit]), len(hits) > offset + limit, not clock.is_up)

    def ranked(self, *, limit: int, offset: int = 0) -> Found:
        """The hits from ``offset`` on, best first; equal ones newest first."""
        clock = _Clock(self.seconds)
        pool, is_all = self._pool()
        hits = sorted(self._hits(pool), key=lambda hit: (-round(hit.score, 1), -hit.position))
        wanted = offset + limit + 1
        if len(hits) < wanted and not is_all:
            seen = {candidate.ref for candidate in pool}
            rest = (hit for hit in self._verified(wanted, clock) if hit.ref not in seen)
            hits += _take(rest, wanted - len(hits))
        return Found(tuple(hits[offset : offset + limit]), len(hits) >= wanted, not clock.is_up)

    def count(self, *, most: int = MOST_COUNTED) -> tuple[int, bool]:
        """How many rows match, counted up to ``most``, and whether that is all of them."""
        refs, complete = self.all_refs(most=most)
        return len(refs), complete

    def all_refs(self, *, most: int = MOST_COUNTED) -> tuple[list[int], bool]:
        """The newest ``most`` rows that match, and whether there are no more."""
        clock = _Clock(self.seconds)
        hits = _take(self._verified(most + 1, clock), most + 1)
        return [hit.ref for hit in hits[:most]], len(hits) <= most and not clock.is_up

    def _condition(self, zones: Mapping[int, str] | None = None) -> Condition:
        """What candidates must have; ``zones`` says of groups, by their number, in which zone they are sought."""
        facets = (tuple((FACET + facet,) for facet in group) for group in self.facets)
        days = self.query.days
        return Condition((*self._groups(zones), *facets), days.first if days else None, days.last if days else None)

    def _groups(self, zones: Mapping[int, str] | None) -> Iterator[tuple[Alternative, ...]]:
        for number, group in enumerate(self.query.groups):
            zone = (zones or {}).get(number, "")
            # Where several words must stand in zones, or another one must, the rarest token of each will do.
            share = 0.5 if zones is None or (zone and len(zones) == 1) else 0
            yield tuple(
                _zoned(needle, _ZONES[term.field] or zone, share=share) for term in group for needle in term.needles
            )

    def _pool(self) -> tuple[list[Candidate], bool]:
        """The candidates worth scoring, and whether they are all there are."""
        # Several words are found together further apart, so that as many rows cost as many times more to come by.
        number = len(self.query.groups)
        most = RANKED // max(number, 1)
        first = self.index.candidates(self.kind, self._condition(), limit=most)
        if len(first) < most:
            return first, True
        if not number:
            return first, False
        tiers = self._tiers_of_one(first) if number == 1 else self._tiers_of_several(number, first)
        return list({candidate.ref: candidate for candidate in tiers}.values()), False

    def _tiers_of_one(self, first: list[Candidate]) -> Iterator[Candidate]:
        yield from self._in_zones({0: TITLE}, TITLED_OF_ONE)
        yield from self._in_zones({0: LEAD}, LEADING_OF_ONE)
        yield from first[:NEWEST_OF_ONE]

    def _tiers_of_several(self, number: int, first: list[Candidate]) -> Iterator[Candidate]:
        # One question for each word: a short list beside long ones is read faster than several short ones together.
        for one in range(min(number, _MOST_TITLED)):
            yield from self._in_zones({one: TITLE}, TITLED_OF_EACH)
        yield from self._in_zones(dict.fromkeys(range(number), LEAD), LEADING_OF_ALL)
        yield from first[:NEWEST_OF_ALL]

    def _in_zones(self, zones: Mapping[int, str], limit: int) -> list[Candidate]:
        """The newest that have all words, those with these numbers in these zones."""
        return self.index.candidates(self.kind, self._condition(zones), limit=limit)

    def _hits(self, candidates: Collection[Candidate]) -> Iterator[Hit]:
        candidates = self._kept(candidates)
        texts = self.texts([candidate.ref for candidate in candidates])
        score = Scorer(self.query)
        for candidate in candidates:
            text = texts.get(candidate.ref)
            points = score(text) if text is not None else None
            if points is not None:
                yield Hit(candidate.ref, candidate.position, points)

    def _verified(self, wanted: int, clock: _Clock) -> Iterator[Hit]:
        """Every row that matches, newest first; ``wanted`` is about how many will be asked for."""
        condition, before = self._condition(), None
        chunk = min(max(wanted, _SMALLEST_STEP), _LARGEST_STEP)
        while not clock.is_up:
            candidates = self.index.candidates(self.kind, condition, limit=chunk, before=before)
            for candidate in self._matching(self._kept(candidates)):
                yield Hit(candidate.ref, candidate.position)
            if len(candidates) < chunk:
                return
            before, chunk = candidates[-1].position, min(chunk * 4, _LARGEST_STEP)
            clock.look()

    def _kept(self, candidates: Collection[Candidate]) -> list[Candidate]:
        if self.keep is None or not candidates:
            return list(candidates)
        kept = set(self.keep([candidate.ref for candidate in candidates]))
        return [candidate for candidate in candidates if candidate.ref in kept]

    def _matching(self, candidates: list[Candidate]) -> Iterator[Candidate]:
        if _is_decided(self.query):
            yield from candidates
            return
        for start in range(0, len(candidates), _CHUNK):
            part = candidates[start : start + _CHUNK]
            texts = self.texts([candidate.ref for candidate in part])
            for candidate in part:
                text = texts.get(candidate.ref)
                if text is not None and matches(text, self.query):
                    yield candidate


class _Clock:
    """Says when a search has had its time."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self.is_up = False

    def look(self) -> None:
        self.is_up = self.is_up or time.monotonic() > self._end


def _take(hits: Iterator[Hit], most: int) -> list[Hit]:
    found: list[Hit] = []
    for hit in hits:
        found.append(hit)
        if len(found) >= most:
            break
    return found


def _zoned(needle: str, zone: str, *, share: float) -> Alternative:
    return tuple(zone + gram for gram in _rarest(needle, share))


@lru_cache(maxsize=10_000)
def _rarest(needle: str, share: float) -> tuple[str, ...]:
    """That share of the tokens of ``needle``, at least two, or one when it is 0: those that tell most.

    Each token is a list to be read. What no dictionary has as a word lies across two words, and is rare.
    """
    grams = needle_grams(needle)
    most = max(int(len(grams) * share), 2) if share else 1
    return grams if len(grams) <= most else tuple(sorted(grams, key=frequency)[:most])


def _is_decided(query: Query) -> bool:
    """True when the tokens alone say what matches, and no text need be read."""
    return not query.without and all(
        len(group) == 1 and not group[0].also and is_decided_by_grams(group[0].needle) for group in query.groups
    )
