"""Enterprises called by their bare name: 金浦重机 for 金浦重机公司, once the document has the whole name.

Imports the names' grammar only.
"""

from __future__ import annotations

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, MatchKind

from seeds.reading.facts.name_parts import Name
from seeds.reading.vocabulary import Unit

_LEAST = 3  # a bare name of two characters is more often a place or a common word


def brands_in(texts: Iterable[tuple[str, list[Name]]]) -> list[dict[int, tuple[int, Unit]]]:
    """For each text the bare names in it that stand outside the names found there: end, start and a unit for it."""
    pairs = list(texts)
    units = _units(pairs)
    if not units:
        return [{} for _ in pairs]
    words = tuple(units)
    automaton = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
    return [_bare(text, names, automaton, [units[word] for word in words]) for text, names in pairs]


def _units(pairs: list[tuple[str, list[Name]]]) -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for text, names in pairs:
        for name in names:
            if name.unit.kind == "company" and len(name.core) >= _LEAST and not isinstance(name.base, Name):
                whole = text[name.start : name.end]
                units.setdefault(name.core, Unit(name.core, whole, "known", "enterprise", "grassroots", "none"))
    return units


def _bare(text: str, names: list[Name], automaton: AhoCorasick, units: list[Unit]) -> dict[int, tuple[int, Unit]]:
    spans = sorted((name.start, name.end) for name in names if name.unit.kind == "company")
    found: dict[int, tuple[int, Unit]] = {}
    coming, covered = 0, 0
    for index, start, end in automaton.find_matches_as_indexes(text):
        while coming < len(spans) and spans[coming][0] <= start:
            covered = max(covered, spans[coming][1])
            coming += 1
        if end > covered:
            found[end] = (start, units[index])
    return found
