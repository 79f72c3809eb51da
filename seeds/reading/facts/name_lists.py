"""Places in a list before one unit: 望江、宿松、怀宁三县总工会, 疏附县、伽师县总工会, 自治区、满洲里市两级工会.

Imports places only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from seeds.reading.facts.places import LEVEL_WORDS, PlaceWord, codes_of

_COUNT = re.compile(r"[两二三四五六七八九十](?:个|级|家)?(?:自治区|省|市|县|区|旗|州|地)?$")
_LEVEL = re.compile("(?:" + "|".join(LEVEL_WORDS) + ")$")
LOOK = 40
LONGEST = 20  # places in one list; no paper prints more before one office


def listed_places(text: str, end: int, places: Mapping[int, PlaceWord]) -> Iterator[PlaceWord]:
    """The places that a list names before the unit that begins at ``end``; none when it is no list of places.

    A level word in the list (省、市、县三级) is a place word without codes, its ``surface`` the level.
    """
    count = _COUNT.search(text, max(0, end - 4), end)
    if count is None:
        return
    at = count.start()
    found: list[PlaceWord] = []
    while at > max(0, end - LOOK):
        item = places.get(at) or _short(text, at, count[0], found)
        if item is None:
            level = _LEVEL.search(text, max(0, at - 3), at)
            if level is None:
                break
            item = PlaceWord(level.start(), at, level[0], ())
        found.append(item)
        at = item.start
        if at == 0 or text[at - 1] not in "、和与":
            break
        at -= 1
    # 省、市、县三级: which county is not said.
    whole = any(item.surface in ("省", "市", "自治区") for item in found)
    if len(found) > 1:
        yield from (item for item in reversed(found) if not (whole and item.surface in ("县", "区", "旗")))


def _short(text: str, end: int, count: str, found: list[PlaceWord]) -> PlaceWord | None:
    """秀英 in 秀英、龙华、琼山四个区: the division of that level with such a name; several of one name stay open."""
    level = count[-1] if count[-1] in "区县市旗" else ""
    for length in (2, 3, 4) if level else ():
        name = text[max(0, end - length) : end]
        if codes := codes_of(name + level):
            return PlaceWord(end - len(name), end, name + level, codes)
    return None


def enumerated_places(text: str, base: object, places: Mapping[int, PlaceWord]) -> list[PlaceWord]:
    """The places of the same level in a list directly before ``base``: 疏附县、伽师县 before 巴楚县 (总工会).

    Only full names count (县, 市, 区, 旗), so that 武汉、定西市总工会 stays one body.
    """
    found: list[PlaceWord] = []
    if not isinstance(base, PlaceWord) or base.township:
        return found
    at = base.start
    while at > 1 and len(found) < LONGEST and text[at - 1] == "、" and (item := places.get(at - 1)) is not None:
        if item.surface[-1] != base.surface[-1] or item.surface[-1] not in "县市区旗":
            break
        found.append(item)
        at = item.start
    return found[::-1]
