"""Bodies called by a short name that the document itself makes: 金浦重机 for 金浦重机公司, （以下简称“华港集团”）.

Imports the names' grammar only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

from seeds.reading.facts.name_acting import SITES
from seeds.reading.facts.name_parts import Name
from seeds.reading.tokens import names_a_kind
from seeds.reading.vocabulary import Unit, boundary_words

_LEAST = 3  # a bare name of two characters is more often a place or a common word
_INTRODUCED = re.compile("（(?:以下|下)?(?:统|均)?简?称(?:为|作)?[：:]?“?(?P<short>[一-鿿A-Za-z]{2,10})”?）")
_POINTERS = frozenset(boundary_words("pointers"))


def brands_in(texts: Iterable[tuple[str, list[Name]]]) -> list[dict[int, tuple[int, Unit]]]:
    """For each text the bare names in it that stand outside the names found there: end, start and a unit for it."""
    pairs = list(texts)
    units = _units(pairs)
    for text, names in pairs:
        units.update(_introduced(text, names))
    if not units:
        return [{} for _ in pairs]
    words = tuple(units)
    automaton = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
    return [_bare(text, names, automaton, [units[word] for word in words]) for text, names in pairs]


def _units(pairs: list[tuple[str, list[Name]]]) -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for text, names in pairs:
        for name in names:
            named = name.unit.kind == "company" and len(name.core) >= _LEAST and not isinstance(name.base, Name)
            if named and not names_a_kind(name.core):  # 自来水 is no short name of 文昌市自来水公司
                whole = text[name.start : name.end]
                units.setdefault(name.core, Unit(name.core, whole, "known", "enterprise", "grassroots", "none"))
    return units


def _introduced(text: str, names: list[Name]) -> Iterator[tuple[str, Unit]]:
    """The short names that a bracket gives to the body before it; ``full`` is that body's name as printed."""
    if "称" not in text:
        return
    starts: dict[int, int] = {}  # of the longest name that ends there
    for name in names:
        starts[name.end] = min(name.start, starts.get(name.end, name.start))
    for match in _INTRODUCED.finditer(text):
        whole = text[starts.get(match.start(), match.start()) : match.start()]
        if whole and match["short"] not in _POINTERS and len(match["short"]) < len(whole):
            yield match["short"], Unit(match["short"], whole, "alias", "", "", "none")


def _bare(text: str, names: list[Name], automaton: AhoCorasick, units: list[Unit]) -> dict[int, tuple[int, Unit]]:
    spans = sorted((name.start, name.end) for name in names if name.unit.kind == "company")
    others = sorted((name.start, name.end) for name in names if name.unit.kind not in SITES)
    found: dict[int, tuple[int, Unit]] = {}
    firms, bodies = _Covered(spans), _Covered(others)
    for index, start, end in automaton.find_matches_as_indexes(text):
        covered = bodies.until(start, end) if units[index].kind == "alias" else firms.until(start)
        if end > covered:
            found[end] = (start, units[index])
    return found


class _Covered:
    """How far the spans that begin at or before a position reach; positions come in order."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self.spans = spans
        self.coming = 0
        self.reach = 0

    def until(self, start: int, end: int | None = None) -> int:
        """The furthest end of the spans begun by ``start``; the span from ``start`` to ``end`` itself left out."""
        while self.coming < len(self.spans) and self.spans[self.coming][0] <= start:
            if self.spans[self.coming] != (start, end):
                self.reach = max(self.reach, self.spans[self.coming][1])
            self.coming += 1
        return self.reach
