"""The administrative divisions of mainland China, Taiwan, Hong Kong and Macao: one table, and the tree it forms.

The table is a file beside this module (``division_data/``, with its sources and licences); it is read once, when it is
first asked for. This module imports nothing of the project and needs no database.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

_FOLDER = Path(__file__).parent / "division_data"


class Level(StrEnum):
    """The three rungs that have six-digit codes; a municipality (直辖市) is a province."""

    PROVINCE = "province"  # 省级
    PREFECTURE = "prefecture"  # 地级
    COUNTY = "county"  # 县级


@dataclass(frozen=True, slots=True)
class Division:
    """One division under its present full name. ``parent_code`` is None for a province.

    The parent of a district of a municipality, and of a county that a province governs directly, is the province.
    """

    code: str
    name: str
    level: Level
    parent_code: str | None


def rows(file: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a tab-separated file of ``division_data``, without its header."""
    lines = (_FOLDER / file).read_text("utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines[1:])


def words(file: str) -> tuple[str, ...]:
    """The words of a file of ``division_data`` that has one on each line."""
    return tuple((_FOLDER / file).read_text("utf-8").split())


@lru_cache(maxsize=1)
def divisions() -> Mapping[str, Division]:
    """Every division by its six-digit code, in the order of the codes; read-only."""
    levels = {level.value: level for level in Level}
    table = {
        code: Division(code, name, levels[level], parent or None) for code, name, level, parent in rows("divisions.tsv")
    }
    return MappingProxyType(table)


def by_code(code: str) -> Division | None:
    """The division with that code; None when there is none today (abolished and statistical codes included)."""
    return divisions().get(code)


def lineage(code: str) -> tuple[Division, ...]:
    """The division and all above it, province first. Raises KeyError for a code that is not in the table."""
    table = divisions()
    found = [table[code]]
    while (parent := found[-1].parent_code) is not None:
        found.append(table[parent])
    return tuple(reversed(found))


def ancestors(code: str) -> tuple[Division, ...]:
    """The divisions above that one, nearest first; empty for a province. Raises KeyError for an unknown code."""
    return lineage(code)[-2::-1]


def province_of(code: str) -> Division:
    """The province that the division lies in, itself for a province. Raises KeyError for an unknown code."""
    return lineage(code)[0]


def full_path(code: str) -> str:
    """The names from the province down, run together: 甘肃省武威市凉州区. Raises KeyError for an unknown code."""
    return "".join(division.name for division in lineage(code))


def is_within(code: str, outer: str) -> bool:
    """True when the division lies in ``outer`` or is ``outer``. Raises KeyError when ``code`` is unknown."""
    return any(division.code == outer for division in lineage(code))


@lru_cache(maxsize=1)
def _children() -> Mapping[str | None, tuple[Division, ...]]:
    found: dict[str | None, list[Division]] = {}
    for division in divisions().values():
        found.setdefault(division.parent_code, []).append(division)
    return {code: tuple(below) for code, below in found.items()}


def children(code: str | None) -> tuple[Division, ...]:
    """The divisions directly below that one, by code; the provinces for None; empty when it has none."""
    return _children().get(code, ())
