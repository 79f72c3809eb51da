"""Pages as the net that reads whole pages learns from them: what it sees of each, and what is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from random import Random
from typing import Any

import numpy as np

from seeds.reading.assembly.page_net import MOST, Single
from seeds.reading.assembly.table import Bools, Floats, Ints
from tests.reading.page_fitting import TERMS, FitPage, Sparse
from tests.reading.pages_laid_anew import Story, lay

_LARGEST = 100  # strips: larger pages are passed over
_STORIES, _FEW = (4, 5, 6, 7, 8), (1, 2, 2, 3, 3)  # of a page laid anew, and of a small one
_CUT = 0.4  # the share of small pages whose stories are cut short
_LEAST = 300  # a term is learnt when at least one page in so many has it

Source = tuple[str, str, Mapping[str, Any]]  # the name, text and gold of a page


@dataclass(frozen=True, slots=True)
class Named:
    """Terms of rows: which row has which of ``names`` with what value."""

    names: Sequence[str]
    row: Ints
    term: Ints
    value: Floats

    @classmethod
    def of(cls, some: Sparse) -> Named:
        """The terms of ``some`` rows, by their names instead of their numbers."""
        used, term = np.unique(some.term, return_inverse=True)
        by_number = {number: name for name, number in TERMS.of.items()}
        return cls([by_number[number] for number in used.tolist()], some.row, term, some.value)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the net sees of a page of n strips, and of each strip what follows it and whose it is, -1 for nothing.

    ``links`` are the terms of the pairs ``first``, ``second``; the rest is as in ``page_net.Seen``, ``alike`` without
    its scale.
    """

    first: Ints
    second: Ints
    links: Named
    begins: Named
    ends: Named
    alike: Single
    looks: Single
    page: Single
    kept: Bools
    follows: Ints
    owner: Ints

    @property
    def size(self) -> int:
        """How many strips the page has."""
        return len(self.kept)

    @classmethod
    def of(cls, source: Source) -> Sheet | None:
        """The sheet of a page; None for one that is too large."""
        page = FitPage(*source)
        if not 3 <= len(page.strips) <= _LARGEST:
            return None
        looks, whole = page.terms.looks()
        return cls(
            page.first,
            page.second,
            Named.of(page.static),
            Named.of(page.begins),
            Named.of(page.over),
            page.terms.alike().astype(np.float32),
            looks,
            whole,
            page.kept,
            page.follows,
            page.owner,
        )


def sheets_of(sources: Iterable[Source]) -> list[Sheet]:
    """The sheets of pages, made in two processes."""
    with Pool(2) as pool:
        return [sheet for sheet in pool.imap(Sheet.of, sources, chunksize=8) if sheet is not None]


def laid_anew(pages: Sequence[Sequence[Story]], count: int, seed: int, *, small: bool = False) -> Iterable[Source]:
    """Pages laid out at random from the stories of one or two of ``pages`` each; ``small`` ones have few stories."""
    random = Random(seed)
    for number in range(count):
        some = [story for page in random.sample(pages, random.choice((1, 1, 2))) for story in page]
        some = random.sample(some, min(len(some), random.choice(_FEW if small else _STORIES)))
        if small and random.random() < _CUT:
            some = [_cut_short(story, random.randint(1, 3)) for story in some]
        yield (f"anew{number}", *lay(some, f"anew{number}", random))


def _cut_short(story: Story, paragraphs: int) -> Story:
    return Story(list(story.heads), story.byline, story.paragraphs[:paragraphs], story.cross[:paragraphs])


def often_met(sheets: Sequence[Sheet]) -> list[str]:
    """The terms that enough of ``sheets`` have."""
    counts = Counter(name for sheet in sheets for name in {*sheet.links.names, *sheet.begins.names, *sheet.ends.names})
    return sorted(name for name, count in counts.items() if count * _LEAST >= len(sheets))


class Vocabulary:
    """The terms that a net knows, and their rows."""

    def __init__(self, names: Sequence[str]) -> None:
        """Know the terms ``names``."""
        self.names = list(names)
        self._rows = {name: row for row, name in enumerate(self.names)}

    def rows(self, some: Named) -> tuple[Ints, Ints, Floats]:
        """The rows, terms and values of those terms that are known."""
        term = np.array([self._rows.get(name, -1) for name in some.names], dtype=np.int64)[some.term]
        known = term >= 0
        return some.row[known], term[known], np.clip(some.value[known], -MOST, MOST)
