"""The place that a paper calls 我市 and 我省: voted by the level words it uses and the divisions it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from seeds.reading.facts.places import PlaceWord, districts_in, find_places, level_word
from unionarchive.common import divisions

_LEVEL = re.compile(
    r"(?P<whose>[我全])(?P<level>自治区|省|市|县|区|州|旗)"
    r"|(?<![一-鿿])(?P<bare>自治区|省|市|县|区|州|旗)(?=总工会|总[^工部裁]|委|政府|人社局|人民医院|人民政府)"
)


def home_place(articles: Iterable[str], hints: Iterable[str] = ()) -> str | None:
    """The code of the home division of a paper with these ``articles``; ``hints`` are its own name, its publisher's.

    None when the articles use no level word as one's own, or when no named place bears it out.
    """
    levels: Counter[str] = Counter()
    named: Counter[str] = Counter()
    texts = list(articles)
    for text in texts:
        found = find_places(text)
        named.update(place.codes[0] for place in found if len(place.codes) == 1)
        levels.update(_own_levels(text, found))
    for hint in hints:
        for place in find_places(hint):
            if len(place.codes) == 1:
                named[place.codes[0]] += 6
    if levels["区"] > 2:
        for text in texts:
            named.update(districts_in(text))
    return _elected(levels, named)


def _own_levels(text: str, found: list[PlaceWord]) -> Counter[str]:
    """Level words that mean the paper's own place: 我市, and 全市 or 市总工会 that no place before them explains."""
    counted: Counter[str] = Counter()
    explained: set[str] = set()
    coming = 0
    for match in _LEVEL.finditer(text):
        while coming < len(found) and found[coming].start < match.start():
            for code in found[coming].codes:
                explained.update(_words_for(code))
            coming += 1
        word = match["level"] or match["bare"]
        if match["whose"] == "我":
            counted[word] += 3
        elif word not in explained:
            counted[word] += 2
    return counted


@lru_cache(maxsize=4096)
def _words_for(code: str) -> frozenset[str]:
    words = {level_word(division.code) for division in divisions.lineage(code)}
    return frozenset(words | {"区"} if "自治区" in words else words)


def _elected(levels: Counter[str], named: Counter[str]) -> str | None:
    """The division that explains most of the level words, then the one that is named most, with all inside it."""
    votes: Counter[str] = Counter()
    for code, count in named.items():
        for rank, division in enumerate(reversed(divisions.lineage(code))):
            votes[division.code] += 3 * count if rank == 0 else count
    best: tuple[int, int, int, str] | None = None
    for code, count in votes.items():
        own = level_word(code)
        if max(levels[own], levels["区"] if own == "自治区" else 0) < 2:
            continue
        explains = sum(weight for word, weight in levels.items() if word in _words_for(code))
        vote = (explains, count, -len(divisions.lineage(code)), code)
        if best is None or vote > best:
            best = vote
    return best[3] if best else None
