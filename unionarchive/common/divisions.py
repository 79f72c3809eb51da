"""Which division a name means, with doubt as a value: resolved, ambiguous or unknown.

Twenty-eight names of counties stand more than once in the table and short names overlap far more often, so a bare
name is never enough where a place nearby (the paper's home, the article's) can be had. The table and its tree are in
``division_table``, the rules of short names in ``division_names``; what others need of them is offered here.
This module needs no database.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from unionarchive.common.division_names import (
    abbreviations,
    decoys,
    former_county_names,
    former_names,
    is_everyday_word,
    listed_short_names,
    safe_short_names,
    short_names,
)
from unionarchive.common.division_table import (
    Division,
    Level,
    ancestors,
    by_code,
    children,
    divisions,
    full_path,
    is_within,
    lineage,
    province_of,
)

__all__ = [
    "Ambiguous",
    "Division",
    "Level",
    "Resolution",
    "Resolved",
    "Unknown",
    "ancestors",
    "by_code",
    "by_name",
    "by_short_name",
    "children",
    "decoys",
    "divisions",
    "full_path",
    "is_within",
    "lineage",
    "province_of",
    "resolve",
    "short_names",
    "surfaces",
]


@dataclass(frozen=True, slots=True)
class Resolved:
    """The name means this division."""

    division: Division


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The name may mean any of these, two or more, in the order of their codes."""

    candidates: tuple[Division, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """The name is none that the table or the lists know."""

    name: str


Resolution = Resolved | Ambiguous | Unknown


def _index(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[Division, ...]]:
    found: dict[str, set[str]] = {}
    for name, code in pairs:
        found.setdefault(name, set()).add(code)
    table = divisions()
    return {name: tuple(table[code] for code in sorted(codes)) for name, codes in found.items()}


@lru_cache(maxsize=1)
def _names() -> Mapping[str, tuple[Division, ...]]:
    return _index((division.name, division.code) for division in divisions().values())


@lru_cache(maxsize=1)
def _former() -> Mapping[str, tuple[Division, ...]]:
    return _index(former_names())


@lru_cache(maxsize=1)
def _shorts() -> Mapping[str, tuple[Division, ...]]:
    by_rule = (
        (name, division.code)
        for division in divisions().values()
        for name in short_names(division.name, division.level)
    )
    return _index([*by_rule, *listed_short_names(), *abbreviations()])


@lru_cache(maxsize=1)
def _former_shorts() -> Mapping[str, tuple[Division, ...]]:
    return _index((short, code) for name, code in former_names() for short in short_names(name))


def by_name(name: str) -> tuple[Division, ...]:
    """The divisions whose present full name is ``name``, by code: none, one, or several (鼓楼区 stands four times)."""
    return _names().get(name, ())


def by_short_name(name: str, *, near: str | None = None) -> Resolution:
    """What the short name means (武威, 临夏州, 陇), seen from the division ``near``.

    The rules, in order:

    - A province or a 市 takes its name before what lies inside it: 濮阳 is 濮阳市, not 濮阳县. An autonomous
      prefecture, a 地区 or a 盟 does not: 临夏 may be 临夏州, 临夏市 or 临夏县.
    - Of what is left, whatever shares the longest line of descent with ``near`` is meant; when nothing shares any, or
      nothing is near, a province is (海南).
    - A district's short name counts only where no other division has that name; but in its own prefecture it makes the
      name ambiguous (朝阳 in Beijing: 朝阳区, or 朝阳市 of Liaoning).

    Raises KeyError for a ``near`` that is not in the table.
    """
    found = _shorts().get(name, ())
    greater = _outermost([division for division in found if not _is_district(division)])
    districts = [division for division in found if _is_district(division)]
    if not greater:
        return _choose(name, districts, near)
    chosen = _nearest(greater, near) or [each for each in greater if each.level is Level.PROVINCE] or greater
    close = [each for each in districts if near and _shares_prefecture(each, near)]
    held = {parent.code for division in close for parent in ancestors(division.code)}
    rivals = [division for division in close if not held & {each.code for each in chosen}]
    return _outcome(name, [*chosen, *rivals])


def resolve(name: str, near: str | None = None) -> Resolution:
    """Which division ``name`` means, seen from the division with the code ``near``.

    Full names come first, then former ones, short ones, former short ones, and last names run together (甘肃省临夏州).
    A former name stands beside a present one only where ``near`` tells them apart: 清河区 is the one in 铁岭, but from
    淮安 it is today's 清江浦区. Raises KeyError for a ``near`` that is not in the table.
    """
    present, former = by_name(name), _former().get(name, ())
    if former and not present:
        former = (*former, *_shorts().get(name, ()))  # 东乡县: today's 东乡区, or short for 东乡族自治县
    if present or former:
        return _resolve_full(name, present, former, near)
    if name in _shorts():
        return by_short_name(name, near=near)
    if name in _former_shorts():
        return _choose(name, _outermost(_former_shorts()[name]), near)
    return _resolve_path(name, near)


@lru_cache(maxsize=1)
def surfaces() -> Mapping[str, tuple[str, ...]]:
    """Every name worth looking for in running text, with the codes that bear it: the reader's automaton is made of it.

    Present and former full names, and those short names that mean a place wherever they stand. Two characters at least;
    no everyday words (城区, 合作), no short names of districts. Look for ``decoys`` beside them, longest match first.
    """
    found: dict[str, set[str]] = {}
    for division in divisions().values():
        for name in (division.name, *safe_short_names(division)):
            found.setdefault(name, set()).add(division.code)
    for name, code in (*former_names(), *listed_short_names(), *_safe_former_shorts(), *former_county_names()):
        found.setdefault(name, set()).add(code)
    return MappingProxyType({name: tuple(sorted(codes)) for name, codes in found.items() if not is_everyday_word(name)})


def _safe_former_shorts() -> Iterable[tuple[str, str]]:
    # Only cities and prefectures went by a bare name (襄樊, 江津); a bare 绍兴 for 绍兴县 would be 绍兴市.
    present = _shorts()
    for name, code in former_names():
        if name.endswith(("市", "盟", "地区")):
            yield from ((short, code) for short in short_names(name) if short not in present)


def _resolve_full(
    name: str, present: tuple[Division, ...], former: tuple[Division, ...], near: str | None
) -> Resolution:
    if near is None:
        return _outcome(name, _outermost(present or former))
    everyone = list(dict.fromkeys([*present, *former]))
    return _outcome(name, _outermost(_nearest(everyone, near) or present or former))


def _resolve_path(name: str, near: str | None) -> Resolution:
    for cut in range(2, len(name) - 1):
        head = name[:cut]
        outer = _outermost([*by_name(head), *_former().get(head, ()), *_shorts().get(head, ())])
        for above in outer:
            inner = _inside(name[cut:], above.code)
            if not isinstance(inner, Unknown):
                return inner
    if near is not None and near not in divisions():
        raise KeyError(near)
    return Unknown(name)


def _inside(name: str, outer: str) -> Resolution:
    for index in (_names(), _former(), _shorts(), _former_shorts()):
        found = [each for each in index.get(name, ()) if each.code != outer and is_within(each.code, outer)]
        if found:
            return _outcome(name, _outermost(found))
    deeper = _resolve_path(name, None)
    if isinstance(deeper, Resolved) and is_within(deeper.division.code, outer):
        return deeper
    return Unknown(name)


def _is_district(division: Division) -> bool:
    return division.level is Level.COUNTY and division.name.endswith("区")


def _shares_prefecture(division: Division, near: str) -> bool:
    near_line = {each.code for each in lineage(near)}
    return division.parent_code in near_line


def _outermost(found: Iterable[Division]) -> list[Division]:
    """What is left when each province and 市 has taken the name from what lies inside it."""
    kept = list(dict.fromkeys(found))
    takers = {each.code for each in kept if each.level is not Level.COUNTY and each.name[-1] in "省市区"}
    takers -= {each.code for each in kept if each.name.endswith("地区")}
    return [each for each in kept if not takers & {above.code for above in ancestors(each.code)}]


def _nearest(found: Iterable[Division], near: str | None) -> list[Division]:
    """Those that share the longest line of descent with ``near``; empty when none shares any."""
    if near is None:
        return []
    near_line = {each.code for each in lineage(near)}
    shared = [(sum(above.code in near_line for above in lineage(each.code)), each) for each in found]
    best = max((count for count, _ in shared), default=0)
    return [each for count, each in shared if count == best] if best else []


def _choose(name: str, found: Iterable[Division], near: str | None) -> Resolution:
    everyone = list(found)
    return _outcome(name, _nearest(everyone, near) or everyone)


def _outcome(name: str, found: Iterable[Division]) -> Resolution:
    candidates = tuple(sorted(dict.fromkeys(found), key=lambda division: division.code))
    if not candidates:
        return Unknown(name)
    return Resolved(candidates[0]) if len(candidates) == 1 else Ambiguous(candidates)
