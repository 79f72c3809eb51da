"""How near a reading comes to what a careful archivist found: the figures that the floors hold.

``figures`` compares readings with annotated pages; each figure is a share between 0 and 1 over all pages given.
Positions are code points; lines count from 1, as ``str.split("\\n")`` gives them.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from seeds.reading.drafts import ArticleDraft, Pages

NAMES = ("cover", "segment", "order", "headline", "byline")
_QUOTES = dict.fromkeys(map(ord, "\"'“”‘’「」『』《》〈〉"))

Gold = Mapping[str, Any]


def folded(text: str | None) -> str:
    """``text`` without white space, quotation marks and differences of width."""
    return "".join(unicodedata.normalize("NFKC", text or "").translate(_QUOTES).split())


@dataclass
class Tally:
    """Hits and tries of each figure; adding pages adds both."""

    hits: Counter[str] = field(default_factory=Counter)
    tries: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, hit: float, tried: float) -> None:
        """Count ``hit`` out of ``tried`` for the figure ``name``."""
        self.hits[name] += hit
        self.tries[name] += tried

    def figure(self, name: str) -> float:
        """The share for ``name``, 1.0 where there was nothing to find."""
        return self.hits[name] / self.tries[name] if self.tries[name] else 1.0


def _line_marks(text: str) -> list[list[int]]:
    """For each line the positions of its characters that are not white space."""
    marks: list[list[int]] = []
    at = 0
    for line in text.split("\n"):
        marks.append([at + place for place, character in enumerate(line) if not character.isspace()])
        at += len(line) + 1
    return marks


def _article_lines(marks: Sequence[list[int]], ranges: Iterable[Sequence[int]]) -> Iterator[list[int]]:
    for first, last in ranges:
        for number in range(first, last + 1):
            if marks[number - 1]:
                yield marks[number - 1]


def _owners(pages: Pages, text: str) -> tuple[dict[int, int], dict[int, tuple[int, int]], Counter[int]]:
    """The article and the rank in reading order of each character, and how many segments cover it."""
    places = {
        piece.segment: (article, rank)
        for article, draft in enumerate(pages.articles)
        for rank, piece in enumerate(draft.pieces)
    }
    owner: dict[int, int] = {}
    rank: dict[int, tuple[int, int]] = {}
    covered: Counter[int] = Counter()
    for index, segment in enumerate(pages.segments):
        article, place = places.get(index, (-1, 0))
        for position in range(segment.span.start, segment.span.end):
            if not text[position].isspace():
                owner[position], rank[position] = article, (place, position)
                covered[position] += 1
    return owner, rank, covered


def _grouping(said: Mapping[int, int], wanted: Mapping[int, str], solid: Sequence[int]) -> float:
    """B-cubed F1: how far characters that belong together are together, and only they."""
    pairs = Counter((said.get(position, -1), wanted.get(position, "")) for position in solid)
    said_sizes: Counter[int] = Counter()
    wanted_sizes: Counter[str] = Counter()
    for (article, name), count in pairs.items():
        said_sizes[article] += count
        wanted_sizes[name] += count
    precision = sum(count * count / said_sizes[article] for (article, _), count in pairs.items())
    recall = sum(count * count / wanted_sizes[name] for (_, name), count in pairs.items())
    total = len(solid)
    precision, recall = precision / total, recall / total
    return 2 * precision * recall / (precision + recall)


def add_page(tally: Tally, pages: Pages, text: str, gold: Gold) -> None:
    """Count one page's hits into ``tally``."""
    marks = _line_marks(text)
    solid = [position for line in marks for position in line]
    if not solid:
        return
    owner, rank, covered = _owners(pages, text)
    tally.add("cover", sum(1 for position in solid if covered[position] == 1), len(solid))
    wanted = {
        position: article["id"]
        for article in gold["articles"]
        for line in _article_lines(marks, article["lines"])
        for position in line
    }
    tally.add("segment", _grouping(owner, wanted, solid) * len(solid), len(solid))
    for article in gold["articles"]:
        _add_article(tally, pages, article, list(_article_lines(marks, article["lines"])), owner, rank)


def _add_article(
    tally: Tally,
    pages: Pages,
    article: Gold,
    lines: Sequence[list[int]],
    owner: Mapping[int, int],
    rank: Mapping[int, tuple[int, int]],
) -> None:
    votes = Counter(owner[position] for line in lines for position in line if owner[position] >= 0)
    mine = votes.most_common(1)[0][0] if votes else None
    for above, below in pairwise(lines):
        end, start = above[-1], below[0]
        kept = mine is not None and owner[end] == owner[start] == mine and rank[end] < rank[start]
        tally.add("order", kept, 1)
    draft: ArticleDraft | None = pages.articles[mine] if mine is not None else None
    if article["headline"]:
        tally.add("headline", draft is not None and folded(draft.headline) == folded(article["headline"]), 1)
    wanted = {(folded(person["name"]), person["role"]) for person in article["contributors"]}
    said = {(folded(person.name), person.role) for person in draft.contributors} if draft else set()
    tally.add("byline", 2 * len(wanted & said), len(wanted) + len(said))


def right(pages: Pages, index: int, text: str, gold: Gold) -> bool:
    """True when the article at ``index`` has exactly the characters of an annotated one, in order, and its headline."""
    marks = _line_marks(text)
    draft = pages.articles[index]
    said = [
        position
        for piece in draft.pieces
        for position in range(pages.segments[piece.segment].span.start, pages.segments[piece.segment].span.end)
        if not text[position].isspace()
    ]
    for article in gold["articles"]:
        wanted = [position for line in _article_lines(marks, article["lines"]) for position in line]
        if said == wanted:
            return folded(draft.headline) == folded(article["headline"])
    return False
